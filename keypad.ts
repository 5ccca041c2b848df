/**
 * `npm run -s keypad -- …`: the command line. One JSON line per answer; mistakes as one readable line on stderr.
 */
import { explainFailure } from '#cli/explain-failure.ts'
import { runCommand } from '#cli/run-command.ts'

try {
  await runCommand(process.argv.slice(2), process.env)
} catch (error) {
  console.error(explainFailure(error))
  process.exitCode = 1
}

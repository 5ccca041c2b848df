/**
 * `npm run -s keypad -- …`: the command line. One JSON line per answer; mistakes as one readable line on stderr.
 */
import { ConfigError } from '#config.ts'
import { runCommand } from '#cli/run-command.ts'
import { UsageError } from '#cli/usage.ts'

try {
  await runCommand(process.argv.slice(2), process.env)
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof UsageError
  const { name, message } = error as Error
  console.error(isExpected ? message : `It did not work (${name}): ${message}`)
  process.exitCode = 1
}

// Runs the embedded PostgreSQL of a data folder until the input ends: run-postgres.ts <dataDir> <systemDir>
import { startEmbeddedPostgres } from '#embedded/postgres.ts'

const [dataDir, systemDir] = process.argv.slice(2)
const log = () => undefined
try {
  const postgres = await startEmbeddedPostgres({ dataDir: dataDir!, systemDir: systemDir!, log })
  console.log(JSON.stringify({ url: postgres.url }))
  process.stdin.resume().once('end', () => void postgres.stop())
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
}

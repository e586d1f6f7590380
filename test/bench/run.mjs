// Runs the measurements: Vite reads the TypeScript, so that they need no build of their own.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const folder = import.meta.dirname
const { module } = await runnerImport(join(folder, 'bench.ts'), {
  configFile: false,
  root: join(folder, '..', '..'),
  resolve: { tsconfigPaths: true },
  logLevel: 'warn',
})
process.exitCode = await module.bench(process.argv.slice(2))

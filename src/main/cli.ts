import { join } from 'node:path'
import { runCommandLine } from './cli/run'

// The command line on plain Node, which brings SQLite's own addon; only a PDF needs Electron.
const { COPPICE_ELECTRON: executable, COPPICE_ELECTRON_FLAGS: flags } = process.env

const code = await runCommandLine(process.argv.slice(2), {
  workerPath: join(import.meta.dirname, 'worker.js'),
  nativeBinding: undefined,
  electron: executable
    ? {
        executable,
        app: [join(import.meta.dirname, '../..')],
        flags: flags?.split(' ').filter((flag) => flag !== '') ?? [],
      }
    : null,
})
process.exit(code)

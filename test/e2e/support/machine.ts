import { type Runtime, resolveRuntime, runtimeEnvironment } from '../../../scripts/runtime/resolve.mjs'
import { type Display, openDisplay } from '../../../scripts/support/display.mjs'
import { electronFlags } from '../../../scripts/support/electronFlags.mjs'

/** What this machine offers to show the app with. */
export interface Machine {
  runtime: Runtime
  /** Flags that Electron needs here, such as root's `--no-sandbox`. */
  flags: string[]
  environment: Record<string, string>
}

let opened: Promise<Machine> | null = null

/** The Electron of this machine and a display for it; a virtual one lasts as long as this process. */
export function machine(): Promise<Machine> {
  opened ??= open()
  return opened
}

async function open(): Promise<Machine> {
  const runtime = resolveRuntime()
  if (!runtime) throw new Error('There is no Electron yet: npm test prepares one.')
  const display: Display = await openDisplay()
  return {
    runtime,
    flags: electronFlags(display),
    environment: { ...ownEnvironment(), ...runtimeEnvironment(runtime), ...display.environment },
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}

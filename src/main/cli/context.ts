import type { Secrets } from './secrets'
import type { Terminal } from './terminal'

/** How the app is started once more, to print. */
export interface Electron {
  executable: string
  /** What stands before everything else: the app's folder where the app is not packaged. */
  app: readonly string[]
  /** Switches that Chromium needs on this machine. */
  flags: readonly string[]
}

/** What differs between the command line on plain Node and in the packaged app. */
export interface Surroundings {
  /** The built database worker. */
  workerPath: string
  nativeBinding: string | undefined
  /** Null where nobody has said where it is. */
  electron: Electron | null
}

/** What every command works with. */
export interface Context extends Surroundings {
  terminal: Terminal
  secrets: Secrets
}

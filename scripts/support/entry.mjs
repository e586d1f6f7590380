import { SetupError, say } from './say.mjs'

/**
 * Runs a command of the project: its result is the exit code, a failure one sentence.
 * @param {() => Promise<number>} command
 */
export async function entry(command) {
  try {
    process.exitCode = await command()
  } catch (error) {
    say(
      error instanceof SetupError
        ? `\n${error.message}`
        : String(error instanceof Error ? error.stack : error),
    )
    process.exit(1)
  }
}

/** What the person typed after the command's name. */
export const words = process.argv.slice(2)

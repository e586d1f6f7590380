/** Shorter ones are guessed, however slow each guess is. */
const shortest = 10

/** @returns what is wrong with a new passphrase, as a sentence; null when it will do. */
export function passphraseProblem(passphrase: string): string | null {
  if ([...passphrase].length < shortest)
    return `Choose at least ${shortest} characters; four or five words that do not belong together are best.`
  if (new Set(passphrase.toLowerCase()).size < 5)
    return 'That is a few characters over and over. Choose words.'
  return null
}

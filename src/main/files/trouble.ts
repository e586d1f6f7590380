import { basename } from 'node:path'
import type { Standing } from '../database/standing'

/** What has become of the open file, and what can be done about it. Nothing is saved until something is. */
export interface Trouble {
  sentence: string
  /** Where one could go on with the records, beside a copy: what the button says, and the file. */
  goOn: { label: string; file: string } | null
  /** The bytes of the file are not what they should be: a copy would be no better. */
  damaged?: DamageFound
}

/** A part of a file cannot be read; or all of it can, but something else than Coppice has written to it. */
export type DamageFound = 'unreadable' | 'changed'

/** @returns null when all is well, or nothing is known. */
export function troubleOf(standing: Standing, file: string): Trouble | null {
  const name = `“${basename(file)}”`
  switch (standing.is) {
    case 'removed':
      return {
        sentence:
          `${name} was removed while it was open. Everything in it is still held here, and nothing can be saved ` +
          'until you save a copy of it.',
        goOn: null,
      }
    case 'moved':
      return standing.to === null
        ? {
            sentence:
              `${name} was moved to another folder while it was open. Nothing can be saved until you open it ` +
              'there, or save a copy.',
            goOn: null,
          }
        : {
            sentence: `${name} was given another name while it was open. Nothing is saved until you go on there.`,
            goOn: { label: `Go on in “${basename(standing.to)}”`, file: standing.to },
          }
    case 'replaced':
      return {
        sentence:
          `Another program has put another file in the place of ${name} while it was open. What you had open is ` +
          'still held here: save a copy of it, then look at the other.',
        goOn: { label: 'Open the file that is there now', file },
      }
    case 'taken':
      return {
        sentence:
          `${name} was opened on another computer, as nothing was heard of this one for a while. So that neither ` +
          'overwrites the other, nothing is saved here any more.',
        goOn: { label: 'Open it again', file },
      }
    default:
      return null
  }
}

/** The bytes of the file are not what they should be. */
export function damagedTrouble(file: string, found: DamageFound): Trouble {
  const sentences: Record<DamageFound, string> = {
    unreadable: 'is damaged: a part of it cannot be read. Nothing is saved in it any more.',
    changed:
      'was changed by something other than Coppice since it was closed. Nothing is saved in it until you have decided ' +
      'what to do.',
  }
  return { sentence: `“${basename(file)}” ${sentences[found]}`, goOn: null, damaged: found }
}

/** The log beside the file is gone, in which the latest changes are. */
export function tornTrouble(file: string): Trouble {
  return {
    sentence:
      `A part of “${basename(file)}” (its “-wal” file, which holds the latest changes) was removed or replaced ` +
      'while it was open. Everything is still held here: save a copy of it.',
    goOn: null,
  }
}

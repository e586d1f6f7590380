import { fold } from './textValues'

/**
 * The months, whole and shortened, in English, German, French, Spanish, Portuguese, Italian and Dutch, without
 * accents. No word stands for two months in any two of these languages.
 */
const names = [
  'january jan januar janner jann janvier janv enero ene janeiro gennaio genn gen januari',
  'february feb februar febr fevrier fevr fev febrero fevereiro febbraio febb februari',
  'march mar marz marzo mars marco maart mrt mrz maerz',
  'april apr avril avr abril abr aprile',
  'may mai mayo maio maggio magg mag mei',
  'june jun juni juin junio junho giugno giu',
  'july jul juli juillet juil julio julho luglio lug lugl',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre set setembro settembre sett',
  'october oct oktober okt octobre octubre outubro out ottobre ott',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro dicembre',
] as const

const months = new Map<string, number>(
  names.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
)

/** 1 to 12, or null for any other word. */
export function monthOf(word: string): number | null {
  return months.get(fold(word)) ?? null
}

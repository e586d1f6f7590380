import type { TestFile } from './support'

/** What the steps of the command sequences are made with. */

/** What a step has to know of the steps before it. */
export interface Story {
  file: TestFile
  /** A word that no other text has, to find out later whether anything of a text is left. */
  mark(): string
}

export type Step = (story: Story, numbers: readonly number[]) => Promise<unknown>

export const pick = <T>(values: readonly T[], number = 0): T | undefined =>
  values[number % Math.max(1, values.length)]
const idsOf = ({ file }: Story, table: string) =>
  file.read((db) => db.column<number>(`SELECT id FROM ${table} ORDER BY id`))
export const pickId = (story: Story, table: string, number?: number) => pick(idsOf(story, table), number)

export const dates = ['2026-01-05', '2026-11-20', '2024-02-29', '2026-06-30']

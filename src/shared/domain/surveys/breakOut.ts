import { smallestSurveyGroup } from './scale'

/**
 * Which groups may be told apart. Small ones may not, and neither may be found out as what is left of the whole: the
 * groups that are kept back are at least two, and together no small group; the smallest of the others are kept back
 * with them until that is so. A group of nobody tells nothing.
 *
 * @param sizes people in each group; the groups together are the whole, which is told.
 * @returns for each group whether it may be shown.
 */
export function breakOut(sizes: readonly number[]): boolean[] {
  const shown = sizes.map((size) => size >= smallestSurveyGroup)
  for (;;) {
    const kept = sizes.filter((size, index) => size > 0 && shown[index] === false)
    const people = kept.reduce((sum, size) => sum + size, 0)
    if (kept.length === 0 || (kept.length > 1 && people >= smallestSurveyGroup)) return shown
    const next = sizes
      .map((size, index) => ({ size, index }))
      .filter(({ index }) => shown[index])
      .sort((a, b) => a.size - b.size || a.index - b.index)[0]
    if (!next) return shown
    shown[next.index] = false
  }
}

/**
 * Splits a number of groups, each of which takes so many cells of memory, into batches of at most `most` cells, and
 * of one group at least: a single batch, unless there are very many groups.
 */
export function inBatches(
  groups: number,
  cells: number,
  most: number,
  visit: (first: number, length: number) => void,
): void {
  const step = Math.max(1, Math.floor(most / Math.max(1, cells)))
  for (let first = 0; first < groups; first += step) visit(first, Math.min(step, groups - first))
}

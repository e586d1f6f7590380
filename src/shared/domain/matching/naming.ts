/**
 * Sentences about two equals have to say which of them they mean. They have a mark for each, and whoever shows them puts
 * the names in.
 */
export function markOf({ id }: { id: number }): string {
  return `{#${id}}`
}

export function withNames(words: string, nameOf: (id: number) => string): string {
  return words.replace(/\{#(\d+)\}/g, (_, id: string) => nameOf(Number(id)))
}

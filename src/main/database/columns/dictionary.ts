/** Small numbers for values that repeat. Null, which is "unknown", is always 0. */
export class Dictionary<T extends string | number> {
  /** The values by their numbers. */
  readonly values: (T | null)[] = [null]
  private readonly codes = new Map<T, number>()

  codeOf(value: T | null): number {
    if (value === null) return 0
    const known = this.codes.get(value)
    if (known !== undefined) return known
    const code = this.values.length
    this.values.push(value)
    this.codes.set(value, code)
    return code
  }
}

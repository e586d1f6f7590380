/** Somebody with who brought them in. */
export interface Brought {
  key: string
  /** Null, or not among the others, is brought in by nobody who is known. */
  by: string | null
}

export interface Branch<T> {
  person: T
  /** Whom they brought in, in the given order. */
  brought: Branch<T>[]
  /** How many came through them, directly or through others. */
  through: number
}

/**
 * Who brought whom as trees, in the given order. Where some have brought each other in, by records that contradict each
 * other, the first of them stands at the top.
 */
export function treesOf<T extends Brought>(people: readonly T[]): Branch<T>[] {
  const branches = new Map(
    people.map((person) => [person.key, { person, brought: [], through: 0 } as Branch<T>]),
  )
  const roots: Branch<T>[] = []
  for (const [key, branch] of branches) {
    const parent = above(key)
    if (parent) parent.brought.push(branch)
    else roots.push(branch)
  }
  // Those below are counted before those above them.
  const order: Branch<T>[] = [...roots]
  for (let at = 0; at < order.length; at++) order.push(...(order[at]?.brought ?? []))
  for (const branch of order.reverse())
    branch.through = branch.brought.reduce((sum, { through }) => sum + through + 1, 0)
  return roots

  function above(key: string): Branch<T> | undefined {
    const by = branches.get(key)?.person.by ?? null
    const parent = by === null ? undefined : branches.get(by)
    return parent && !isFirstOfRound(key) ? parent : undefined
  }

  /** Whether one comes back to somebody by going up from them, and meets nobody on the way who is listed before them. */
  function isFirstOfRound(key: string): boolean {
    const round = new Set<string>()
    for (
      let up: string | null = key;
      up !== null && branches.has(up);
      up = branches.get(up)?.person.by ?? null
    ) {
      if (round.has(up)) {
        if (up !== key) return false
        const first = [...branches.keys()].find((one) => round.has(one))
        return first === key
      }
      round.add(up)
    }
    return false
  }
}

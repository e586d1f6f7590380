import { expect } from 'vitest'

/** Everything in the reference is there and the same, figures to 1e-9; in lists, and lists of lists, one by one. */
export function expectSame(found: object, reference: object): void {
  const values = new Map(Object.entries(found))
  for (const [name, expected] of Object.entries(reference)) {
    const own: unknown[] = [values.get(name)].flat(2)
    const other: unknown[] = [expected].flat(2)
    expect(own.length, name).toBe(other.length)
    own.forEach((value, at) => {
      const wanted = other[at]
      if (typeof value !== 'number' || typeof wanted !== 'number') expect(value, `${name} ${at}`).toBe(wanted)
      else expect(Math.abs(value - wanted), `${name} ${at}: ${value}, ${wanted}`).toBeLessThanOrEqual(1e-9)
    })
  }
}

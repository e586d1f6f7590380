import { type Branch, type Brought, treesOf } from '@shared/domain/growth/tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const inWords = (branches: readonly Branch<Brought>[]): unknown[] =>
  branches.map(({ person, brought, through }) => [person.key, through, ...inWords(brought)])

describe('who brought whom', () => {
  it('is a tree for each who was brought by nobody, in the given order', () => {
    expect(
      inWords(
        treesOf([
          { key: 'a', by: null },
          { key: 'b', by: 'a' },
          { key: 'c', by: 'gone' },
          { key: 'd', by: 'b' },
          { key: 'e', by: 'a' },
        ]),
      ),
    ).toEqual([
      ['a', 3, ['b', 1, ['d', 0]], ['e', 0]],
      ['c', 0],
    ])
  })

  it('begins with the first of those who brought each other', () => {
    expect(
      inWords(
        treesOf([
          { key: 'd', by: 'b' },
          { key: 'c', by: 'b' },
          { key: 'b', by: 'c' },
        ]),
      ),
    ).toEqual([['c', 2, ['b', 1, ['d', 0]]]])
    expect(inWords(treesOf([{ key: 'a', by: 'a' }]))).toEqual([['a', 0]])
  })

  it('holds everybody once, whatever the records say', () => {
    const people = fc
      .integer({ min: 1, max: 12 })
      .chain((count) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, key) =>
            fc.option(fc.nat(count)).map((by) => ({ key: String(key), by: by === null ? null : String(by) })),
          ),
        ),
      )
    fc.assert(
      fc.property(people, (all) => {
        const seen: string[] = []
        const walk = (branches: readonly Branch<Brought>[]) => {
          for (const { person, brought } of branches) {
            seen.push(person.key)
            for (const below of brought) expect(below.person.by).toBe(person.key)
            walk(brought)
          }
        }
        const trees = treesOf(all)
        walk(trees)
        expect(seen.sort()).toEqual(all.map(({ key }) => key).sort())
        expect(trees.reduce((sum, { through }) => sum + through + 1, 0)).toBe(all.length)
      }),
    )
  })
})

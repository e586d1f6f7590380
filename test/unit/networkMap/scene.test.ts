import { SvgPen } from '@renderer/components/charts/pen'
import { coloursOf, groupColours, type Network } from '@renderer/features/networkMap/colours'
import { type Groups, groupLegend, groupScene, groupsTable } from '@renderer/features/networkMap/groups'
import {
  dotAt,
  drawOver,
  drawScene,
  nearOf,
  type Palette,
  type Scene,
  towards,
  viewOf,
} from '@renderer/features/networkMap/scene'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** One in the middle with ties to one on each side; and somebody alone, far below. */
const cross: Scene = {
  places: Float32Array.from([0, 0, 100, 0, -100, 0, 0, -100, 0, 100, 0, 300]),
  radii: new Float32Array(6).fill(5),
  colours: ['red', 'red', 'blue', 'blue', 'blue', 'blue'],
  ringed: Uint8Array.from([1, 0, 0, 0, 0, 0]),
  hollow: Uint8Array.from([0, 0, 0, 0, 0, 1]),
  ties: Uint32Array.from([0, 1, 0, 2, 3, 0, 0, 4]),
  widths: null,
  names: ['Middle', 'East', 'West', 'North', 'South <&>', 'Alone'],
  areGroups: false,
}
const palette: Palette = {
  colours: new Map([
    ['red', '#f00'],
    ['blue', '#00f'],
  ]),
  line: '#999',
  ink: '#000',
  ink2: '#555',
  surface: '#fff',
  font: 'Inter',
}
const plain = { x: 0, y: 0, scale: 1 }

/** Words are as wide here as they have letters. */
class CountingPen extends SvgPen {
  override measureText(text: string): { width: number } {
    return { width: 6 * text.length }
  }
}

const drawn = (draw: (pen: SvgPen) => void) => {
  const pen = new CountingPen()
  draw(pen)
  return pen.markup
}
const count = (markup: string, what: RegExp) => markup.match(what)?.length ?? 0

describe('the map as it is drawn', () => {
  it('has a dot for everybody, an outline for who is alone, a ring for brokers, and every tie once', () => {
    const markup = drawn((pen) => drawScene(pen, cross, plain, palette))
    expect(count(markup, /<circle [^>]*fill="#f00"/g)).toBe(2)
    expect(count(markup, /<circle [^>]*fill="#00f"/g)).toBe(3)
    expect(markup).toContain('<circle cx="0" cy="300" r="5" fill="#fff"/>')
    expect(markup).toContain('<circle cx="0" cy="0" r="7.5" fill="none" stroke="#000" stroke-width="1.5"/>')
    // A tie within one colour has it.
    expect(count(markup, /M/g)).toBe(4)
    expect(markup).toContain('<path d="M0 0L100 0" fill="none" stroke="#f00"')
    expect(count(markup, /stroke="#999"/g)).toBe(1)
  })

  it('names everybody where there is room, in words that are no markup', () => {
    const markup = drawn((pen) => drawOver(pen, cross, plain, palette, -1))
    for (const name of ['Middle', 'East', 'West', 'North', 'South &lt;&amp;&gt;', 'Alone']) {
      expect(markup).toContain(`fill="#000">${name}</text>`)
    }
    const heap: Scene = { ...cross, places: new Float32Array(12) }
    // One on each side of the heap.
    const inHeap = drawn((pen) => drawOver(pen, heap, plain, palette, -1))
    expect(count(inHeap, /fill="#000">/g)).toBe(4)
    expect(inHeap).not.toContain('Alone')
    const chosen = drawn((pen) => drawOver(pen, heap, plain, palette, 5))
    expect(chosen).toContain('>Alone</text>')
  })

  it('leads by arrow keys to whom somebody has ties with', () => {
    expect(nearOf(cross, 0)).toEqual([1, 2, 3, 4])
    expect(nearOf(cross, 5)).toEqual([])
    const from = (key: string) => towards(cross, 0, nearOf(cross, 0), key)
    expect([from('ArrowRight'), from('ArrowLeft'), from('ArrowUp'), from('ArrowDown')]).toEqual([1, 2, 3, 4])
    expect(from('Enter')).toBeNull()
    expect(towards(cross, 1, nearOf(cross, 1), 'ArrowRight')).toBeNull()
  })

  it('fits into any window, and everybody is found where they are drawn', () => {
    const place = fc.float({ min: -5000, max: 5000, noNaN: true })
    const people = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 200, max: 1200 }),
        (at, width, height) => {
          const scene: Scene = {
            ...cross,
            places: Float32Array.from(at.flat()),
            radii: new Float32Array(at.length).fill(5),
            ties: new Uint32Array(0),
          }
          const view = viewOf(scene, width, height)
          at.forEach((_, dot) => {
            const x = view.x + (scene.places[2 * dot] ?? 0) * view.scale
            const y = view.y + (scene.places[2 * dot + 1] ?? 0) * view.scale
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(width)
            expect(y).toBeGreaterThanOrEqual(0)
            expect(y).toBeLessThanOrEqual(height)
            const found = dotAt(scene, view, x, y)
            const [px, py] = [scene.places[2 * found] ?? 0, scene.places[2 * found + 1] ?? 0]
            // Whoever is found is there as well.
            expect(Math.hypot(view.x + px * view.scale - x, view.y + py * view.scale - y)).toBeLessThan(1)
          })
        },
      ),
      { numRuns: 60 },
    )
    expect(dotAt(cross, plain, 50, 50)).toBe(-1)
  })
})

describe('the colours of the map', () => {
  const person = (name: string, location: string | null, level: Network['people'][number]['level']) => ({
    id: 1,
    name,
    location,
    department: null,
    community: null,
    level,
    cluster: location === null ? null : 0,
    member: true,
  })
  const network: Network = {
    total: 4,
    people: [
      person('Ana', 'Porto', 'outside'),
      person('Bo', 'Porto', 'core'),
      person('Cy', null, null),
      person('Di', 'Faro', 'core'),
    ],
    clusters: [{ around: 1, people: 3 }],
    weeks: [],
    imports: [],
    ties: [],
  }
  const told = (by: Parameters<typeof coloursOf>[1]) =>
    coloursOf(network, by).legend.map(({ name, people }) => `${name} ${people}`)

  it('are told by the largest group first, and of whom nothing is known last', () => {
    expect(told('location')).toEqual(['Porto 2', 'Faro 1', 'Place not known 1'])
    expect(told('level')).toEqual(['Core 2', 'Outside 1', 'Level not known 1'])
    expect(told('contact')).toEqual(['Around Bo 3', 'In contact with nobody 1'])
    expect(told('community')).toEqual(['In no community 4'])
    const { legend, colours } = coloursOf(network, 'location')
    expect(colours).toEqual([0, 0, 2, 1].map((at) => legend[at]?.colour))
  })

  it('of groups are six, and the others share a quiet one', () => {
    const colours = groupColours('location', ['a', 'b', '', 'c', 'd', 'e', 'f', 'g'])
    expect(new Set(colours).size).toBe(7)
    expect(colours[2]).toBe(colours[7])
  })
})

describe('groups on the map', () => {
  const found: Groups = {
    total: 15,
    groups: [
      { key: '3', name: 'Ana', people: 10, ties: 20, alone: 0 },
      { key: '5', name: 'Bo', people: 4, ties: 3, alone: 0 },
      { key: '', name: null, people: 1, ties: 0, alone: 1 },
    ],
    ties: [{ a: 0, b: 1, ties: 9 }],
    leftOut: { groups: 0, people: 0 },
  }

  it('are as large as their people, named, and the unknown is an outline', () => {
    const scene = groupScene(found, 'contact', new Float32Array(6))
    expect(scene.names).toEqual(['Around Ana 10', 'Around Bo 4', 'In contact with nobody 1'])
    expect([...scene.hollow]).toEqual([0, 0, 1])
    const [ana = 0, bo = 0] = scene.radii
    expect(ana ** 2 / bo ** 2).toBeCloseTo(2.5, 5)
    expect(groupLegend(found, 'contact').map(({ name }) => name)).toEqual([
      'Around Ana',
      'Around Bo',
      'In contact with nobody',
    ])
    expect(groupsTable(found, 'contact').rows).toEqual([
      ['Around Ana', 10, 20, 9, 0],
      ['Around Bo', 4, 3, 9, 0],
      ['In contact with nobody', 1, 0, 0, 1],
    ])
  })
})

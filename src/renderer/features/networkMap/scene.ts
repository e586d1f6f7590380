import type { Pen } from '@renderer/components/charts/pen'

/** What is drawn: dots with ties between them, numbered from 0. Everything in it can be handed to a worker. */
export interface Scene {
  /** Where each is, around 0: x and y in turn. */
  places: Float32Array
  radii: Float32Array
  /** CSS colours, with the palette's custom properties. */
  colours: string[]
  /** 1 for who has a ring around, and for who is only an outline. */
  ringed: Uint8Array
  hollow: Uint8Array
  /** Two numbers a tie, and how wide it is drawn; all alike without. */
  ties: Uint32Array
  widths: Float32Array | null
  names: string[]
  /** Groups: they grow as one zooms, and all have their names. */
  areGroups: boolean
}

/** The colours of a scene as they are painted in a theme. */
export interface Palette {
  colours: ReadonlyMap<string, string>
  line: string
  ink: string
  ink2: string
  surface: string
  font: string
}

export interface View {
  x: number
  y: number
  scale: number
}

/** With so few, everybody's name is shown. */
export const fewPeople = 60
/** With no more than these, names keep off every dot. */
const mostKeptOff = 120
/** More strokes than these in one path cost more than they would by themselves. */
const strokesAtOnce = 50

/** @param strength 0 to 1: how much of the picture is to be seen behind what is drawn over it */
export function drawScene(pen: Pen, scene: Scene, view: View, palette: Palette, strength = 1): void {
  drawTies(pen, scene, view, palette, strength)
  for (let dot = 0; dot < scene.radii.length; dot++) drawDot(pen, scene, view, palette, dot, strength)
  pen.globalAlpha = 1
}

/** Who is chosen, their ties, those at the other ends, and names: over the rest, which fades. */
export function drawOver(pen: Pen, scene: Scene, view: View, palette: Palette, chosen: number): void {
  const near = chosen < 0 ? [] : nearOf(scene, chosen)
  const at = placing(scene, view)
  pen.strokeStyle = palette.ink2
  pen.globalAlpha = 0.8
  pen.lineWidth = 1
  for (let from = 0; from < near.length; from += strokesAtOnce) {
    pen.beginPath()
    for (const other of near.slice(from, from + strokesAtOnce)) {
      pen.moveTo(...at(chosen))
      pen.lineTo(...at(other))
    }
    pen.stroke()
  }
  pen.globalAlpha = 1
  for (const dot of chosen < 0 ? [] : [...near, chosen]) drawDot(pen, scene, view, palette, dot, 1)
  if (chosen >= 0) {
    pen.beginPath()
    pen.arc(...at(chosen), sizeOf(scene, view, chosen) + 3.5, 0, 2 * Math.PI)
    pen.lineWidth = 2.5
    pen.strokeStyle = palette.ink
    pen.stroke()
  }
  drawNames(pen, scene, view, palette, namedOf(scene, chosen, near), chosen)
}

/** Whom somebody has ties with. */
export function nearOf({ ties }: Scene, one: number): number[] {
  const near: number[] = []
  for (let at = 0; at < ties.length; at += 2) {
    if (ties[at] === one) near.push(ties[at + 1] ?? 0)
    else if (ties[at + 1] === one) near.push(ties[at] ?? 0)
  }
  return near
}

/** Dots stay readable however far one zooms; groups are as large as their people. */
function sizeOf({ areGroups, radii }: Scene, { scale }: View, dot: number): number {
  return (radii[dot] ?? 4) * (areGroups ? scale : Math.min(1.6, Math.max(0.5, scale)))
}

function placing({ places }: Scene, view: View): (dot: number) => [x: number, y: number] {
  return (dot) => [
    view.x + (places[2 * dot] ?? 0) * view.scale,
    view.y + (places[2 * dot + 1] ?? 0) * view.scale,
  ]
}

/** Ties within a colour have it; those between two stand out a little. */
function drawTies(pen: Pen, scene: Scene, view: View, palette: Palette, strength: number): void {
  const { ties, widths, colours } = scene
  const at = placing(scene, view)
  const alike = new Map<string, number[]>()
  for (let tie = 0; 2 * tie < ties.length; tie++) {
    const [one, other] = [colours[ties[2 * tie] ?? 0] ?? '', colours[ties[2 * tie + 1] ?? 0] ?? '']
    const key = `${one === other ? one : ''}|${widths?.[tie] ?? 1}`
    const known = alike.get(key)
    if (known) known.push(tie)
    else alike.set(key, [tie])
  }
  const many = ties.length / 2
  pen.globalAlpha = strength * (scene.areGroups ? 0.45 : many > 4000 ? 0.16 : many > 800 ? 0.3 : 0.5)
  for (const [key, some] of alike) {
    const [colour = '', width] = key.split('|')
    pen.strokeStyle = palette.colours.get(colour) ?? palette.line
    pen.lineWidth = Number(width)
    for (let from = 0; from < some.length; from += strokesAtOnce) {
      pen.beginPath()
      for (const tie of some.slice(from, from + strokesAtOnce)) {
        pen.moveTo(...at(ties[2 * tie] ?? 0))
        pen.lineTo(...at(ties[2 * tie + 1] ?? 0))
      }
      pen.stroke()
    }
  }
}

function drawDot(pen: Pen, scene: Scene, view: View, palette: Palette, dot: number, strength: number): void {
  const [x, y] = placing(scene, view)(dot)
  const radius = sizeOf(scene, view, dot)
  const colour = palette.colours.get(scene.colours[dot] ?? '') ?? palette.line
  const hollow = scene.hollow[dot] === 1
  pen.globalAlpha = strength
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = hollow || scene.areGroups ? palette.surface : colour
  pen.fill()
  if (scene.areGroups && !hollow) {
    // Pale, so that its name can be read on it.
    pen.globalAlpha = strength * 0.3
    pen.fillStyle = colour
    pen.fill()
    pen.globalAlpha = strength
  }
  pen.lineWidth = hollow || scene.areGroups ? 1.5 : 1
  pen.strokeStyle = hollow || scene.areGroups ? colour : palette.surface
  pen.stroke()
  if (scene.ringed[dot] !== 1) return
  pen.beginPath()
  pen.arc(x, y, radius + 2.5, 0, 2 * Math.PI)
  pen.lineWidth = 1.5
  pen.strokeStyle = palette.ink
  pen.stroke()
}

function namedOf({ names, areGroups }: Scene, chosen: number, near: readonly number[]): number[] {
  const everybody = () => [...names.keys()]
  if (chosen < 0) return areGroups || names.length <= fewPeople ? everybody() : []
  return areGroups ? [chosen, ...everybody()] : near.length <= 40 ? [chosen, ...near] : [chosen]
}

type Box = readonly [left: number, right: number, top: number, bottom: number]
const height = 14

/** Each beside its dot, on the first side that is free; who has no room has no name, but for who is chosen. */
function drawNames(
  pen: Pen,
  scene: Scene,
  view: View,
  palette: Palette,
  named: readonly number[],
  chosen: number,
): void {
  const at = placing(scene, view)
  pen.font = `12px ${palette.font}`
  pen.lineWidth = 3
  pen.strokeStyle = palette.surface
  pen.fillStyle = palette.ink
  const radiusOf = (dot: number) => sizeOf(scene, view, dot) + (scene.ringed[dot] === 1 ? 3 : 0)
  const dots = scene.names.length <= mostKeptOff ? [...scene.names.keys()] : named
  const dotBoxes = new Map(
    dots.map((dot) => {
      const [[x, y], radius] = [at(dot), radiusOf(dot)]
      return [dot, [x - radius, x + radius, y - radius, y + radius] as const]
    }),
  )
  const taken: Box[] = []
  for (const dot of new Set(named)) {
    const [[x, y], radius, name] = [at(dot), radiusOf(dot), scene.names[dot] ?? '']
    const width = pen.measureText(name).width
    const box = (left: number, middle: number): Box => [
      left,
      left + width,
      middle - height / 2,
      middle + height / 2,
    ]
    const beside = [box(x + radius + 4, y), box(x - radius - 4 - width, y)]
    const below = [box(x - width / 2, y + radius + 10), box(x - width / 2, y - radius - 10)]
    // Beside a group there are the ties.
    const sides = scene.areGroups ? [...below, ...beside] : [...beside, ...below]
    // A name that fits stands in its group.
    const inside = scene.areGroups && width < 1.8 * radius ? box(x - width / 2, y) : undefined
    const free = (one: Box) =>
      !taken.some((other) => overlap(one, other)) &&
      ![...dotBoxes].some(([other, its]) => other !== dot && overlap(one, its))
    const place = inside ?? sides.find(free) ?? (dot === chosen ? sides[0] : undefined)
    if (!place) continue
    taken.push(place)
    const [left, , top] = place
    pen.strokeText(name, left, top + 11)
    pen.fillText(name, left, top + 11)
  }
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3]
}

/** So that everybody is in the picture. */
export function viewOf({ places, radii }: Scene, width: number, height: number): View {
  let [left, right, top, bottom] = [0, 0, 0, 0]
  for (let dot = 0; dot < radii.length; dot++) {
    const [x, y, radius] = [places[2 * dot] ?? 0, places[2 * dot + 1] ?? 0, radii[dot] ?? 0]
    left = Math.min(left, x - radius)
    right = Math.max(right, x + radius)
    top = Math.min(top, y - radius)
    bottom = Math.max(bottom, y + radius)
  }
  const scale = Math.min((width - 50) / (right - left + 1), (height - 50) / (bottom - top + 1), 2)
  return {
    x: width / 2 - (scale * (left + right)) / 2,
    y: height / 2 - (scale * (top + bottom)) / 2,
    scale: Math.max(0.02, scale),
  }
}

/** Who is drawn at a point of the picture, or near it; −1 for nobody. */
export function dotAt(scene: Scene, view: View, x: number, y: number): number {
  const at = placing(scene, view)
  let [best, nearest] = [-1, 0]
  for (let dot = 0; dot < scene.radii.length; dot++) {
    const [px, py] = at(dot)
    const inside = Math.hypot(px - x, py - y) - Math.max(10, sizeOf(scene, view, dot) + 2)
    if (inside < nearest) [best, nearest] = [dot, inside]
  }
  return best
}

/** Whom an arrow key leads to among some: the one that lies most in its direction, and of those alike the nearest. */
export function towards(
  { places }: Scene,
  from: number,
  others: Iterable<number>,
  key: string,
): number | null {
  const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key]
  if (!direction) return null
  const [dx = 0, dy = 0] = direction
  let [best, found] = [0, null as number | null]
  for (const other of others) {
    const x = (places[2 * other] ?? 0) - (places[2 * from] ?? 0)
    const y = (places[2 * other + 1] ?? 0) - (places[2 * from + 1] ?? 0)
    const length = Math.hypot(x, y)
    const along = length === 0 ? 0 : (x * dx + y * dy) / length
    if (along < 0.3) continue
    const good = along / Math.sqrt(length)
    if (good > best) [best, found] = [good, other]
  }
  return found
}

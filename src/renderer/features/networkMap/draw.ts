import type { Scene, View } from './scene'

/** Draws the whole picture. `chosen` and their contacts stand out; −1 is nobody. */
export function draw(
  context: CanvasRenderingContext2D,
  { places, radii, colours, brokers, ties, names }: Scene,
  view: View,
  chosen: number,
): void {
  const { canvas } = context
  const style = getComputedStyle(canvas)
  const paint = (property: string) => style.getPropertyValue(property)
  const at = (person: number): [number, number] => {
    const [x, y] = places[person] ?? [0, 0]
    return [view.x + x * view.scale, view.y + y * view.scale]
  }
  const line = (one: number, other: number) => {
    context.moveTo(...at(one))
    context.lineTo(...at(other))
  }
  const near = new Set(chosen < 0 ? [] : [chosen])
  context.lineWidth = 1
  context.globalAlpha = ties.length > 4000 ? 0.12 : 0.35
  context.strokeStyle = paint('--line-strong')
  context.beginPath()
  for (const [one, other] of ties) {
    if (one === chosen) near.add(other)
    else if (other === chosen) near.add(one)
    else line(one, other)
  }
  context.stroke()
  context.globalAlpha = 1
  context.strokeStyle = paint('--ink2')
  context.beginPath()
  for (const other of near) line(chosen, other)
  if (chosen >= 0) context.stroke()
  const palette = new Map([...new Set(colours)].map((colour) => [colour, paint(colour)]))
  const size = Math.min(1.6, Math.max(0.5, view.scale))
  places.forEach((_, person) => {
    context.globalAlpha = chosen < 0 || near.has(person) ? 1 : 0.3
    const [x, y] = at(person)
    const radius = (radii[person] ?? 4) * size
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fillStyle = palette.get(colours[person] ?? '') ?? ''
    context.fill()
    if (!brokers[person] && person !== chosen) return
    context.beginPath()
    context.arc(x, y, radius + 2.5, 0, 2 * Math.PI)
    context.lineWidth = person === chosen ? 2.5 : 1.5
    context.strokeStyle = paint('--ink')
    context.stroke()
  })
  context.globalAlpha = 1
  context.font = `12px ${paint('--ui')}`
  context.fillStyle = paint('--ink')
  const named = chosen < 0 ? (places.length <= 60 ? places.keys() : []) : near.size <= 40 ? near : [chosen]
  const taken: [left: number, right: number, y: number][] = []
  // Who is chosen comes first: a name that would lie on another one is left out.
  for (const person of new Set(chosen < 0 ? named : [chosen, ...named])) {
    const [x, y] = at(person)
    const name = names[person] ?? ''
    const left = x + (radii[person] ?? 4) * size + 4
    const right = left + context.measureText(name).width
    if (taken.some(([from, to, line]) => left < to && from < right && Math.abs(line - y) < 14)) continue
    taken.push([left, right, y])
    context.fillText(name, left, y + 4)
  }
}

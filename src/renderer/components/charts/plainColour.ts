const known = new Map<string, string>()

/**
 * A colour that this window can paint with as every program reads it, `#rrggbb`, with its opacity where it has one:
 * what is mixed from two others has no such name by itself.
 */
export function plainColour(colour: string): string {
  const found = known.get(colour)
  if (found !== undefined) return found
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
  const hex = (part: number) => part.toString(16).padStart(2, '0')
  const plain = `#${hex(red)}${hex(green)}${hex(blue)}${alpha === 255 ? '' : hex(alpha)}`
  known.set(colour, plain)
  return plain
}

/** Colours as an element would be painted with them, custom properties and all. */
export function coloursAt(element: Element, colours: Iterable<string>): Map<string, string> {
  const probe = document.createElement('span')
  element.append(probe)
  const painted = new Map<string, string>()
  for (const colour of new Set(colours)) {
    probe.style.color = colour
    painted.set(colour, plainColour(getComputedStyle(probe).color))
  }
  probe.remove()
  return painted
}

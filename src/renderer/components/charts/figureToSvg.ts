import { clipOf, type Place, partsOf } from './figureParts'
import { escaped, type Pen, SvgPen } from './pen'
import { plainColour } from './plainColour'
import { plainSvg } from './svgToImage'

/**
 * A figure as an SVG, as it stands on the page: its drawings, its words as text, on the page's background. What lies
 * inside `data-picture="without"` is left out. Fonts are named, not carried along.
 *
 * @param paint draws what its canvas shows
 */
export function figureToSvg(figure: HTMLElement, paint?: (pen: Pen) => void): string {
  const { width, height, background, boxes, drawings, canvases, texts, shift } = partsOf(figure)
  const place = (one: Place) =>
    `x="${round(one.x)}" y="${round(one.y)}" width="${round(one.width)}" height="${round(one.height)}"`
  const painted = canvases.map((one) => {
    const pen = new SvgPen()
    paint?.(pen)
    return `<svg ${place(one)} overflow="hidden" font-family="${escaped(fontOf(figure))}">${pen.markup}</svg>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${plainColour(background)}"/>`,
    ...boxes.map((box) => `<rect ${place(box)} rx="${box.radius}" fill="${plainColour(box.fill)}"/>`),
    ...drawings.map(({ svg, ...one }) => {
      const copy = plainSvg(svg)
      copy.setAttribute('x', round(one.x))
      copy.setAttribute('y', round(one.y))
      return new XMLSerializer().serializeToString(copy)
    }),
    ...painted,
    ...texts.flatMap((text) => {
      const clip = clipOf(text, shift)
      if (!clip) return linesOf(text, shift)
      const inside = linesOf(text, { x: shift.x - clip.x, y: shift.y - clip.y })
      return [`<svg ${place(clip)} overflow="hidden">`, ...inside, '</svg>']
    }),
    '</svg>',
    '',
  ].join('\n')
}

/** The lines in which a text stands, each as wide as on the page whatever the font of the reader. */
function linesOf(text: Text, shift: { x: number; y: number }): string[] {
  const parent = text.parentElement
  if (parent === null) return []
  const style = getComputedStyle(parent)
  const fill = plainColour(parent instanceof SVGElement ? style.fill : style.color)
  const looks = [
    `font-family="${escaped(style.fontFamily)}"`,
    `font-size="${style.fontSize}"`,
    `font-weight="${style.fontWeight}"`,
    ...(style.fontStyle === 'normal' ? [] : [`font-style="${style.fontStyle}"`]),
    `fill="${fill}"`,
  ].join(' ')
  const lines: { words: string[]; left: number; right: number; top: number; bottom: number }[] = []
  const range = document.createRange()
  for (const word of text.data.matchAll(/\S+/g)) {
    range.setStart(text, word.index)
    range.setEnd(text, word.index + word[0].length)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    if (right === left) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.top - top) < 2) {
      line.words.push(word[0])
      line.right = Math.max(line.right, right)
      line.left = Math.min(line.left, left)
    } else lines.push({ words: [word[0]], left, right, top, bottom })
  }
  return lines.map(({ words, left, right, top, bottom }) => {
    // Between ascent and descent a baseline lies at about four fifths.
    const y = top + shift.y + (bottom - top) * 0.79
    const at = `x="${round(left + shift.x)}" y="${round(y)}" textLength="${round(right - left)}"`
    return `<text ${at} ${looks}>${escaped(words.join(' '))}</text>`
  })
}

function fontOf(element: Element): string {
  return getComputedStyle(element).fontFamily
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}

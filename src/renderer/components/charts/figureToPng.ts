import { clipOf, type Place, partsOf } from './figureParts'
import type { Pen } from './pen'
import { svgToImage } from './svgToImage'

/**
 * A figure as a PNG, as it stands on the page: its drawings, and its words in the page's own fonts, on the
 * page's background. What lies inside `data-picture="without"`, such as buttons, is left out. Throws when the
 * window cannot make a picture of that size.
 *
 * @param paint draws what its canvas shows, sharper than the canvas has it
 */
export async function figureToPng(
  figure: HTMLElement,
  paint?: (pen: Pen) => void,
  scale = 2,
): Promise<Uint8Array> {
  const { width, height, background, boxes, drawings, canvases, texts, shift } = partsOf(figure)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The window has no canvas to draw on.')
  context.scale(scale, scale)
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  for (const { x, y, width: wide, height: high, fill, radius } of boxes) {
    context.fillStyle = fill
    context.beginPath()
    context.roundRect(x, y, wide, high, radius)
    context.fill()
  }
  for (const { svg, ...place } of drawings) {
    context.drawImage(await svgToImage(svg), place.x, place.y, place.width, place.height)
  }
  const within = (place: Place | null, draw: () => void) => {
    context.save()
    if (place) {
      context.beginPath()
      context.rect(place.x, place.y, place.width, place.height)
      context.clip()
    }
    draw()
    context.restore()
  }
  for (const place of canvases) {
    within(place, () => {
      context.translate(place.x, place.y)
      paint?.(context)
    })
  }
  for (const text of texts) {
    within(clipOf(text, shift), () => {
      context.translate(shift.x, shift.y)
      drawText(context, text)
    })
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('The picture is too large for the window to make.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Piece by piece, each where the page has it, so that lines break and figures align in the same places. */
function drawText(context: CanvasRenderingContext2D, text: Text): void {
  const parent = text.parentElement
  if (parent === null) return
  const style = getComputedStyle(parent)
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
  context.fillStyle = parent instanceof SVGElement ? style.fill : style.color
  const range = document.createRange()
  // Each figure by itself, in the middle of its place: a canvas knows no tabular figures.
  for (const word of text.data.matchAll(/\d|[^\s\d]+/g)) {
    range.setStart(text, word.index)
    range.setEnd(text, word.index + word[0].length)
    const place = range.getBoundingClientRect()
    const { width, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(word[0])
    const x = place.left + (place.width - width) / 2
    context.fillText(word[0], x, place.top + (place.height - up - down) / 2 + up)
  }
}

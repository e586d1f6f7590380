import { svgToImage } from './svgToImage'

const PADDING = 20

/**
 * A figure as a PNG, as it stands on the page: its drawings, and its words in the page's own fonts, on the
 * page's background. What lies inside `data-picture="without"`, such as buttons, is left out. Throws when the
 * window cannot make a picture of that size.
 */
export async function figureToPng(figure: HTMLElement, scale = 2): Promise<Uint8Array> {
  const drawings = Array.from(figure.querySelectorAll('svg')).filter(isPictured)
  const words = textNodes(figure).filter(
    ({ parentElement }) => parentElement !== null && isPictured(parentElement),
  )
  const box = figure.getBoundingClientRect()
  // A drawing may be wider than the place in which it scrolls.
  const places = drawings.map((drawing) => drawing.getBoundingClientRect())
  const left = Math.min(box.left, ...places.map((place) => place.left))
  const right = Math.max(box.right, ...places.map((place) => place.right))
  const width = right - left + 2 * PADDING
  const height = box.height + 2 * PADDING
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The window has no canvas to draw on.')
  context.scale(scale, scale)
  context.fillStyle = backgroundOf(figure)
  context.fillRect(0, 0, width, height)
  context.translate(PADDING - left, PADDING - box.top)
  for (const drawing of drawings) {
    const place = drawing.getBoundingClientRect()
    context.drawImage(await svgToImage(drawing), place.left, place.top, place.width, place.height)
  }
  for (const text of words) drawText(context, text)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('The picture is too large for the window to make.')
  return new Uint8Array(await blob.arrayBuffer())
}

function isPictured(element: Element): boolean {
  return (
    element.closest('[data-picture="without"], title, desc') === null &&
    element.parentElement?.closest('svg svg') == null &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  )
}

function textNodes(root: Node): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  return found
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

/** The first background behind the figure that can be seen. */
function backgroundOf(figure: Element): string {
  for (let element: Element | null = figure; element !== null; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor
    if (colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour
  }
  return 'white'
}

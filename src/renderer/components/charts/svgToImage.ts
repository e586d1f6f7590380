import { plainColour } from './plainColour'

/** What a shape looks like; everything that a stylesheet or a theme's variables may decide. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'display',
  'visibility',
  'clip-path',
]

/** An SVG of the page as an image of its own, without its text, which is for the caller to draw. */
export async function svgToImage(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const image = new Image()
  const markup = new XMLSerializer().serializeToString(plainSvg(svg))
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`
  await image.decode()
  return image
}

/**
 * The same SVG, for outside of the page: there it sees neither the page's stylesheets nor its fonts, so looks are
 * written into it, and its text is left out.
 */
export function plainSvg(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { width, height } = svg.getBoundingClientRect()
  copyLooks(svg, copy)
  for (const text of copy.querySelectorAll('text, title, desc')) text.remove()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return copy
}

/** Attributes, not style: a content security policy may forbid inline styles, never attributes. */
function copyLooks(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const look of looks) {
    const value = style.getPropertyValue(look)
    // Mixed colours have a name that not every program reads.
    if (value !== '') to.setAttribute(look, value.startsWith('color(') ? plainColour(value) : value)
  }
  to.removeAttribute('class')
  to.removeAttribute('style')
  Array.from(from.children).forEach((child, index) => {
    const twin = to.children[index]
    if (twin !== undefined) copyLooks(child, twin)
  })
}

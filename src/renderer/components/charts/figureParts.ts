const PADDING = 20

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** What a picture of a figure is made of; all places are those in the picture. */
export interface FigureParts {
  width: number
  height: number
  background: string
  /** Boxes that carry colour by themselves. */
  boxes: (Place & { fill: string; radius: number })[]
  drawings: (Place & { svg: SVGSVGElement })[]
  canvases: Place[]
  texts: Text[]
  /** From the page to the picture. */
  shift: { x: number; y: number }
}

/** Takes a figure apart as it stands on the page. What lies inside `data-picture="without"` is left out. */
export function partsOf(figure: HTMLElement): FigureParts {
  const pictured = (selector: string) => Array.from(figure.querySelectorAll(selector)).filter(isPictured)
  const drawings = pictured('svg').filter((one): one is SVGSVGElement => one instanceof SVGSVGElement)
  const boxes = pictured('[data-picture="box"]')
  const box = figure.getBoundingClientRect()
  // What scrolls may be wider than its place.
  const places = [...drawings, ...boxes].map((one) => one.getBoundingClientRect())
  const left = Math.min(box.left, ...places.map((place) => place.left))
  const right = Math.max(box.right, ...places.map((place) => place.right))
  const shift = { x: PADDING - left, y: PADDING - box.top }
  const placeOf = (element: Element): Place => {
    const place = element.getBoundingClientRect()
    return { x: place.left + shift.x, y: place.top + shift.y, width: place.width, height: place.height }
  }
  return {
    width: Math.ceil(right - left + 2 * PADDING),
    height: Math.ceil(box.height + 2 * PADDING),
    background: backgroundOf(figure),
    boxes: boxes.map((element) => {
      const { backgroundColor, borderTopLeftRadius } = getComputedStyle(element)
      return {
        ...placeOf(element),
        fill: backgroundColor,
        radius: Number.parseFloat(borderTopLeftRadius) || 0,
      }
    }),
    drawings: drawings.map((svg) => ({ ...placeOf(svg), svg })),
    canvases: pictured('canvas').map(placeOf),
    texts: textNodes(figure).filter(
      ({ parentElement }) => parentElement !== null && isPictured(parentElement),
    ),
    shift,
  }
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

/** Where a text is cut off that has no room, in the picture; null where it has. */
export function clipOf({ parentElement }: Text, shift: FigureParts['shift']): Place | null {
  for (
    let element = parentElement, up = 0;
    element !== null && up < 3;
    element = element.parentElement, up++
  ) {
    if (getComputedStyle(element).textOverflow !== 'ellipsis') continue
    if (element.scrollWidth <= element.clientWidth) return null
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + shift.x, y: top + shift.y, width, height }
  }
  return null
}

/** The first background behind the figure that can be seen. */
function backgroundOf(figure: Element): string {
  for (let element: Element | null = figure; element !== null; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor
    if (colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour
  }
  return 'white'
}

/**
 * The text cut at its end so that it takes at most `width` by `measure`, with an ellipsis where something is
 * missing. Letters that belong together, such as a flag or an accent, are kept or left out together.
 */
export function shorten(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  const cut = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`
  let fits = 0
  let tooLong = letters.length
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (measure(cut(middle)) <= width) fits = middle
    else tooLong = middle
  }
  return cut(fits)
}

let context: CanvasRenderingContext2D | null | undefined

/** Measures text in pixels in a CSS font; without a canvas, by a usual letter of that size. */
export function textMeasure(font: string, letterWidth: number): (text: string) => number {
  if (context === undefined && typeof document !== 'undefined') {
    context = document.createElement('canvas').getContext('2d')
  }
  return (text) => {
    if (!context) return text.length * letterWidth
    context.font = font
    return context.measureText(text).width
  }
}

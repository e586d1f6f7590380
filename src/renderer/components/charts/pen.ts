type Paint = string | CanvasGradient | CanvasPattern

/** What a picture is drawn with: a canvas, in the window or in a worker, or `SvgPen`. */
export interface Pen {
  strokeStyle: Paint
  fillStyle: Paint
  lineWidth: number
  globalAlpha: number
  font: string
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  stroke(): void
  fill(): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
}

/** Writes down as SVG what would be drawn on a canvas. Arcs are whole circles here. */
export class SvgPen implements Pen {
  strokeStyle: Paint = '#000'
  fillStyle: Paint = '#000'
  lineWidth = 1
  globalAlpha = 1
  font = '12px sans-serif'
  private path: string[] = []
  private circles: string[] = []
  private readonly written: string[] = []
  private ruler: OffscreenCanvasRenderingContext2D | null = null

  /** All that was drawn, as the inside of an `<svg>`. */
  get markup(): string {
    return this.written.join('\n')
  }

  beginPath(): void {
    this.path = []
    this.circles = []
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${short(x)} ${short(y)}`)
  }

  lineTo(x: number, y: number): void {
    this.path.push(`L${short(x)} ${short(y)}`)
  }

  arc(x: number, y: number, radius: number): void {
    this.circles.push(`cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`)
  }

  stroke(): void {
    this.write(`fill="none" stroke="${String(this.strokeStyle)}" stroke-width="${this.lineWidth}"`)
  }

  fill(): void {
    this.write(`fill="${String(this.fillStyle)}"`)
  }

  fillText(text: string, x: number, y: number): void {
    this.writeText(text, x, y, `fill="${String(this.fillStyle)}"`)
  }

  strokeText(text: string, x: number, y: number): void {
    const stroke = `stroke="${String(this.strokeStyle)}" stroke-width="${this.lineWidth}"`
    this.writeText(text, x, y, `fill="none" ${stroke} stroke-linejoin="round" aria-hidden="true"`)
  }

  measureText(text: string): { width: number } {
    this.ruler ??= new OffscreenCanvas(1, 1).getContext('2d')
    if (!this.ruler) throw new Error('The window has no canvas to measure with.')
    this.ruler.font = this.font
    return this.ruler.measureText(text)
  }

  private writeText(text: string, x: number, y: number, looks: string): void {
    const [size = '12px'] = this.font.match(/[\d.]+px/) ?? []
    this.written.push(
      `<text x="${short(x)}" y="${short(y)}" font-size="${size}" ${looks}>${escaped(text)}</text>`,
    )
  }

  private write(looks: string): void {
    const all = this.globalAlpha === 1 ? looks : `${looks} opacity="${short(this.globalAlpha)}"`
    // Where there is a circle the path only leads to it.
    if (this.circles.length > 0)
      this.written.push(...this.circles.map((circle) => `<circle ${circle} ${all}/>`))
    else if (this.path.length > 0) this.written.push(`<path d="${this.path.join('')}" ${all}/>`)
  }
}

/** A text as it may stand between tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

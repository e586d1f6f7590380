import type { Pen } from '@renderer/components/charts/pen'
import { coloursAt } from '@renderer/components/charts/plainColour'
import type { DrawerTask, Drawn, ToDraw } from './draw.worker'
import { drawOver, drawScene, type Palette, type Scene, type View, viewOf } from './scene'

/** How long the picture has to be still before it is drawn anew, in milliseconds. */
const stillAfter = 120
/** How much is drawn beyond each edge, as a part of the width or height. */
const beyond = 0.3
/** How much of the picture is seen while somebody is chosen. */
const faded = 0.3

/**
 * A canvas with a scene on it that can be moved about. The scene is drawn in a worker, with some room around; moving
 * about moves what was drawn, and only when it stops, or shows too little, it is drawn again.
 */
export class MapSurface {
  private readonly worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' })
  private scene: Scene | null = null
  private palette: Palette | null = null
  private size = { width: 0, height: 0 }
  /** Null: everybody is in the picture. */
  private moved: View | null = null
  private chosen = -1
  private backdrop: Drawn | null = null
  /** What the backdrop on its way was drawn for; null while nothing is. */
  private asked: ToDraw | null = null
  private outdated = true
  private frame = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.worker.onmessage = ({ data }: MessageEvent<Drawn>) => this.take(data)
  }

  close(): void {
    this.worker.terminate()
    this.backdrop?.bitmap.close()
    cancelAnimationFrame(this.frame)
    clearTimeout(this.timer)
  }

  get view(): View {
    const { width, height } = this.size
    return this.moved ?? (this.scene ? viewOf(this.scene, width, height) : { x: 0, y: 0, scale: 1 })
  }

  /** Another scene, or the same in another theme. */
  show(scene: Scene): void {
    const task: DrawerTask = { scene }
    if (scene !== this.scene) this.worker.postMessage(task)
    if (this.scene && scene.places !== this.scene.places) this.moved = null
    this.scene = scene
    this.palette = paletteOf(this.canvas, scene)
    this.outdated = true
    this.refresh()
  }

  choose(chosen: number): void {
    this.chosen = chosen
    this.refresh()
  }

  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio
    this.size = { width, height }
    this.canvas.width = Math.round(width * ratio)
    this.canvas.height = Math.round(height * ratio)
    this.outdated = true
    this.refresh()
  }

  /** Null shows everybody again. */
  move(view: View | null): void {
    this.moved = view
    this.refresh()
  }

  zoom(by: number, x = this.size.width / 2, y = this.size.height / 2): void {
    const { view } = this
    const scale = Math.min(8, Math.max(0.02, view.scale * by))
    const part = scale / view.scale
    this.move({ scale, x: x - (x - view.x) * part, y: y - (y - view.y) * part })
  }

  /** The whole picture with another pen. */
  draw(pen: Pen): void {
    const { scene, palette, view, chosen } = this
    if (!scene || !palette) return
    drawScene(pen, scene, view, palette, chosen < 0 ? 1 : faded)
    drawOver(pen, scene, view, palette, chosen)
  }

  private refresh(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.paint())
    clearTimeout(this.timer)
    if (this.outdated || !this.covers()) this.ask()
    else this.timer = setTimeout(() => this.ask(), stillAfter)
  }

  private ask(): void {
    const { scene, palette, view } = this
    const { width, height } = this.size
    if (this.asked || !scene || !palette || width === 0 || this.isTrue()) return
    // The picture is pixels: this is the one way to see from outside, in a test or a bench, that it is whole.
    this.canvas.dataset.drawn = 'false'
    this.outdated = false
    const margin = { x: Math.round(width * beyond), y: Math.round(height * beyond) }
    this.asked = { view, width, height, margin, ratio: window.devicePixelRatio, palette }
    const task: DrawerTask = { draw: this.asked }
    this.worker.postMessage(task)
  }

  private take(drawn: Drawn): void {
    this.asked = null
    this.backdrop?.bitmap.close()
    this.backdrop = drawn
    this.refresh()
    if (this.isTrue()) this.canvas.dataset.drawn = 'true'
  }

  /** Whether what was drawn is exactly what is to be seen. */
  private isTrue(): boolean {
    const drawn = this.backdrop?.of.view
    const { x, y, scale } = this.view
    return !this.outdated && drawn !== undefined && drawn.x === x && drawn.y === y && drawn.scale === scale
  }

  /** Whether what was drawn fills the canvas, and is not stretched too much. */
  private covers(): boolean {
    if (!this.backdrop) return false
    const { left, top, stretch, of } = this.placed(this.backdrop)
    const { width, height } = this.size
    const [wide, high] = [(of.width + 2 * of.margin.x) * stretch, (of.height + 2 * of.margin.y) * stretch]
    const isFull = left <= 0 && top <= 0 && left + wide >= width && top + high >= height
    return isFull && stretch < 2
  }

  private placed({ of }: Drawn): { left: number; top: number; stretch: number; of: ToDraw } {
    const { view } = this
    const stretch = view.scale / of.view.scale
    return {
      left: view.x - (of.margin.x + of.view.x) * stretch,
      top: view.y - (of.margin.y + of.view.y) * stretch,
      stretch,
      of,
    }
  }

  private paint(): void {
    const { scene, palette, view, chosen, backdrop } = this
    const context = this.canvas.getContext('2d')
    if (!context || !scene || !palette) return
    const ratio = window.devicePixelRatio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, this.size.width, this.size.height)
    if (backdrop) {
      const { left, top, stretch, of } = this.placed(backdrop)
      const [wide, high] = [of.width + 2 * of.margin.x, of.height + 2 * of.margin.y]
      context.globalAlpha = chosen < 0 ? 1 : faded
      context.drawImage(backdrop.bitmap, left, top, wide * stretch, high * stretch)
      context.globalAlpha = 1
    }
    drawOver(context, scene, view, palette, chosen)
  }
}

function paletteOf(canvas: HTMLCanvasElement, { colours }: Scene): Palette {
  const box = canvas.parentElement ?? canvas
  const named = {
    line: 'var(--line-strong)',
    ink: 'var(--ink)',
    ink2: 'var(--ink2)',
    surface: 'var(--surface)',
  }
  const painted = coloursAt(box, [...colours, ...Object.values(named)])
  const of = (name: keyof typeof named) => painted.get(named[name]) ?? ''
  return {
    colours: painted,
    line: of('line'),
    ink: of('ink'),
    ink2: of('ink2'),
    surface: of('surface'),
    font: getComputedStyle(canvas).getPropertyValue('--ui'),
  }
}

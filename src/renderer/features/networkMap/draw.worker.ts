import { drawScene, type Palette, type Scene, type View } from './scene'

/** A picture to be drawn that is larger than what is looked at, by its margins. All in CSS pixels. */
export interface ToDraw {
  view: View
  width: number
  height: number
  margin: { x: number; y: number }
  ratio: number
  palette: Palette
}

/** A scene once, and then pictures of it. */
export type DrawerTask = { scene: Scene } | { draw: ToDraw }
export interface Drawn {
  bitmap: ImageBitmap
  of: ToDraw
}

let scene: Scene | null = null

/** Draws apart from the window's own thread, which has nothing to do but to move what was drawn. */
self.onmessage = ({ data }: MessageEvent<DrawerTask>) => {
  if ('scene' in data) {
    scene = data.scene
    return
  }
  const { view, width, height, margin, ratio, palette } = data.draw
  const canvas = new OffscreenCanvas(
    Math.ceil((width + 2 * margin.x) * ratio),
    Math.ceil((height + 2 * margin.y) * ratio),
  )
  const pen = canvas.getContext('2d')
  if (!pen || !scene) return
  pen.scale(ratio, ratio)
  pen.translate(margin.x, margin.y)
  drawScene(pen, scene, view, palette)
  const drawn: Drawn = { bitmap: canvas.transferToImageBitmap(), of: data.draw }
  self.postMessage(drawn, { transfer: [drawn.bitmap] })
}

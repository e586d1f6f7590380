import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { draw } from './draw'
import classes from './NetworkMap.module.css'
import { neighbourTowards, personAt, type Scene, type View, viewOf } from './scene'

/** It is moved about in by keys of its own, which a screen reader has to leave to it. */
const asApplication = { role: 'application' } as const

interface Props {
  canvas: RefObject<HTMLCanvasElement | null>
  scene: Scene
  contacts: number[][]
  /** The number of who is open; −1 for nobody. */
  chosen: number
  onChoose: (person: number) => void
}

/** The picture: dragged and zoomed with the mouse or keys; the arrow keys lead from a person to their contacts. */
export function MapCanvas({ canvas, scene, contacts, chosen, onChoose }: Props) {
  const { ref, width, height } = useElementSize()
  const theme = useComputedColorScheme('light')
  const [moved, setMoved] = useState<View | null>(null)
  const held = useRef<{ x: number; y: number; view: View; far: boolean } | null>(null)
  const view = moved ?? viewOf(scene.places, width, height)

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || width === 0) return
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio
      element.width = width * ratio
      element.height = height * ratio
      element.setAttribute('data-theme', theme)
      context.scale(ratio, ratio)
      draw(context, scene, view, chosen)
    })
    return () => cancelAnimationFrame(frame)
  })

  function zoom(by: number, x = width / 2, y = height / 2) {
    const scale = Math.min(8, Math.max(0.05, view.scale * by))
    const part = scale / view.scale
    setMoved({ scale, x: x - (x - view.x) * part, y: y - (y - view.y) * part })
  }

  function press(event: PointerEvent<HTMLCanvasElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { x: event.clientX, y: event.clientY, view, far: false }
  }

  function drag(event: PointerEvent<HTMLCanvasElement>) {
    const from = held.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.hypot(dx, dy) > 4) from.far = true
    if (from.far) setMoved({ ...from.view, x: from.view.x + dx, y: from.view.y + dy })
  }

  function release(event: PointerEvent<HTMLCanvasElement>) {
    const from = held.current
    held.current = null
    if (!from || from.far) return
    const box = event.currentTarget.getBoundingClientRect()
    onChoose(personAt(scene.places, view, event.clientX - box.left, event.clientY - box.top))
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === '+' || event.key === '-') return zoom(event.key === '+' ? 1.25 : 0.8)
    if (event.key === '0') return setMoved(null)
    if (event.key === 'Escape') return onChoose(-1)
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (chosen < 0) return onChoose(0)
    const next = neighbourTowards(scene.places, chosen, contacts[chosen] ?? [], event.key)
    if (next !== null) onChoose(next)
  }

  return (
    <div ref={ref} className={classes.canvasBox}>
      <canvas
        ref={canvas}
        className={classes.canvas}
        style={{ width, height }}
        {...asApplication}
        aria-label="Map of contacts. The arrow keys lead from one person to their contacts; plus and minus zoom; the table has everything in words."
        tabIndex={0}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={() => {
          held.current = null
        }}
        onWheel={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          zoom(event.deltaY < 0 ? 1.15 : 0.87, event.clientX - box.left, event.clientY - box.top)
        }}
        onKeyDown={onKey}
      />
    </div>
  )
}

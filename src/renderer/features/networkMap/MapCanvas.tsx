import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import classes from './NetworkMap.module.css'
import { dotAt, nearOf, type Scene, towards, type View } from './scene'
import { MapSurface } from './surface'

/** It is moved about in by keys of its own, which a screen reader has to leave to it. */
const asApplication = { role: 'application' } as const

interface Props {
  /** Gets the surface, for whoever draws the picture elsewhere. */
  surface: RefObject<MapSurface | null>
  label: string
  scene: Scene
  /** The number of who is open; −1 for nobody. */
  chosen: number
  onChoose: (dot: number) => void
  /** A double click, or the Enter key. */
  onOpen?: (dot: number) => void
}

/** The picture: dragged and zoomed with the mouse or keys; the arrow keys lead from one to the next. */
export function MapCanvas({ surface, label, scene, chosen, onChoose, onOpen }: Props) {
  const { ref, width, height } = useElementSize()
  const theme = useComputedColorScheme('light')
  const canvas = useRef<HTMLCanvasElement>(null)
  const held = useRef<{ x: number; y: number; view: View; far: boolean } | null>(null)

  useEffect(() => {
    if (!canvas.current) return
    const made = new MapSurface(canvas.current)
    surface.current = made
    return () => {
      surface.current = null
      made.close()
    }
  }, [surface])
  useEffect(() => surface.current?.resize(width, height), [surface, width, height])
  useEffect(() => {
    canvas.current?.setAttribute('data-theme', theme)
    surface.current?.show(scene)
  }, [surface, scene, theme])
  useEffect(() => surface.current?.choose(chosen), [surface, chosen])
  // React listens to the wheel without being able to keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const box = element?.getBoundingClientRect()
      const [x, y] = [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]
      surface.current?.zoom(event.deltaY < 0 ? 1.15 : 0.87, x, y)
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [surface])

  function press(event: PointerEvent<HTMLCanvasElement>) {
    if (!surface.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { x: event.clientX, y: event.clientY, view: surface.current.view, far: false }
  }

  function drag(event: PointerEvent<HTMLCanvasElement>) {
    const from = held.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.hypot(dx, dy) > 4) from.far = true
    if (from.far) surface.current?.move({ ...from.view, x: from.view.x + dx, y: from.view.y + dy })
  }

  function release(event: PointerEvent<HTMLCanvasElement>) {
    const from = held.current
    held.current = null
    if (!from || from.far || !surface.current) return
    const box = event.currentTarget.getBoundingClientRect()
    onChoose(dotAt(scene, surface.current.view, event.clientX - box.left, event.clientY - box.top))
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === '+' || event.key === '-') return surface.current?.zoom(event.key === '+' ? 1.25 : 0.8)
    if (event.key === '0') return surface.current?.move(null)
    if (event.key === 'Escape') return onChoose(-1)
    if (event.key === 'Enter' && chosen >= 0) return onOpen?.(chosen)
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (chosen < 0) return onChoose(0)
    const near = scene.areGroups ? [] : nearOf(scene, chosen)
    const next = towards(scene, chosen, near.length > 0 ? near : scene.names.keys(), event.key)
    if (next !== null) onChoose(next)
  }

  return (
    <div ref={ref} className={classes.canvasBox}>
      <canvas
        ref={canvas}
        className={classes.canvas}
        style={{ width, height }}
        {...asApplication}
        aria-label={label}
        tabIndex={0}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={() => {
          held.current = null
        }}
        onDoubleClick={() => {
          if (chosen >= 0) onOpen?.(chosen)
        }}
        onKeyDown={onKey}
      />
    </div>
  )
}

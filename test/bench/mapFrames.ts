import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect, type Page } from '@playwright/test'
import { checkout } from '../../scripts/support/paths.mjs'
import { goTo } from '../e2e/pages/shell'
import { machine } from '../e2e/support/machine'
import { sampleFile, today } from './fixtures'
import { type Bench, type Context, informative, median, quantile, type Row } from './measure'

/**
 * The map of 2,000 people and 20,000 ties while it is dragged with the mouse in a real window, against an empty canvas
 * of the same size that is wiped in every frame. Where there is no graphics card that alone may take longer than the
 * 20 ms that make 50 frames a second.
 */
export const mapFrames: Bench = {
  name: 'map',
  title: 'The map of contacts while it is moved, against an empty canvas',
  run: measure,
}

/** 50 frames a second, in milliseconds each. */
const allowed = 20
const rounds = 5
/** So many steps of the mouse make a round. */
const steps = 90

async function measure({ quick, folder }: Context): Promise<Row[]> {
  // Of the sample's members about 85 in 100 are active, and a part of its contacts belongs to the last year.
  const sizes = quick
    ? { members: 300, sessions: 100, interactions: 3000 }
    : { members: 2400, sessions: 500, interactions: 60_000 }
  const file = join(folder, 'map.coppice')
  copyFileSync(await sampleFile(sizes, today()), file)
  const { runtime, flags, environment } = await machine()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [checkout, ...flags, `--user-data-dir=${join(folder, 'map-profile')}`, file],
    cwd: checkout,
    env: environment,
  })
  try {
    const window = await app.firstWindow()
    await goTo(window, 'Communities')
    const began = performance.now()
    await window.getByRole('button', { name: 'Map of contacts' }).click()
    const map = window.getByRole('application')
    await expect(map).toHaveAttribute('data-drawn', 'true', { timeout: 120_000 })
    const shownAfter = performance.now() - began
    const [people, ties] = await counts(window)
    if (!quick && (people < 2000 || ties < 20_000)) throw new Error(`Only ${people} people and ${ties} ties.`)
    const times: Record<'map' | 'empty', number[]> = { map: [], empty: [] }
    for (let round = 0; round < (quick ? 1 : rounds); round++) {
      times.map.push(...(await dragged(window, round)))
      times.empty.push(...(await emptyCanvas(window)))
    }
    return [
      {
        name: `map, a frame while ${people.toLocaleString('en')} people and ${ties.toLocaleString('en')} ties are dragged`,
        unit: 'ms',
        measured: mean(times.map),
        reference: mean(times.empty),
        bound: 1.25,
        unnoticed: allowed,
      },
      informative('map, the same, p95', quantile(times.map, 0.95)),
      informative('an empty canvas, p95', quantile(times.empty, 0.95)),
      informative('map, the longest frame while it is dragged', quantile(times.map, 1)),
      informative('map, the middle frame', median(times.map)),
      informative('map, from the click to the picture', shownAfter),
    ]
  } finally {
    await app.close()
  }
}

/** How many people and ties the map says that it has. */
async function counts(window: Page): Promise<[people: number, ties: number]> {
  const reading = (await window.getByRole('figure').getByRole('paragraph').first().textContent()) ?? ''
  const [people = 0, ties = 0] =
    reading.match(/\d[\d,]*/g)?.map((text) => Number(text.replaceAll(',', ''))) ?? []
  return [people, ties]
}

/** The milliseconds of every frame while the mouse drags the map to and fro. */
async function dragged(window: Page, round: number): Promise<number[]> {
  const box = await window.getByRole('application').boundingBox()
  if (!box) throw new Error('The map is not to be seen.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await window.mouse.move(x, y)
  await window.mouse.down()
  await window.evaluate(beginFrames)
  for (let step = 0; step < steps; step++) {
    const angle = (2 * Math.PI * step) / steps + round
    await window.mouse.move(x + 120 * Math.sin(angle), y + 60 * Math.sin(2 * angle))
  }
  const frames = await window.evaluate(endFrames)
  await window.mouse.up()
  await expect(window.getByRole('application')).toHaveAttribute('data-drawn', 'true')
  return frames
}

/** The same of a canvas as large as the map, which is wiped in every frame. */
async function emptyCanvas(window: Page): Promise<number[]> {
  return window.evaluate(async (wanted) => {
    const map = document.querySelector<HTMLCanvasElement>('[role="application"]')
    if (!map) throw new Error('The map is not there.')
    const empty = document.createElement('canvas')
    ;[empty.width, empty.height] = [map.width, map.height]
    const { left, top, width, height } = map.getBoundingClientRect()
    empty.setAttribute('aria-hidden', 'true')
    Object.assign(empty.style, {
      position: 'fixed',
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    document.body.append(empty)
    const context = empty.getContext('2d')
    const frames: number[] = []
    let before = await new Promise<number>(requestAnimationFrame)
    while (frames.length < wanted) {
      const now = await new Promise<number>(requestAnimationFrame)
      context?.clearRect(0, 0, empty.width, empty.height)
      frames.push(now - before)
      before = now
    }
    empty.remove()
    return frames
  }, steps)
}

/** Runs in the window: notes from now on how long each frame took. */
function beginFrames(): void {
  const heard = globalThis as unknown as { frames: number[] | null }
  const frames: number[] = []
  heard.frames = frames
  let before = performance.now()
  const next = (now: number) => {
    if (heard.frames !== frames) return
    frames.push(now - before)
    before = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame((now) => {
    before = now
    requestAnimationFrame(next)
  })
}

function endFrames(): number[] {
  const heard = globalThis as unknown as { frames: number[] | null }
  const frames = heard.frames ?? []
  heard.frames = null
  return frames
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

import { Button } from '@mantine/core'
import type { PlaceNotice } from '@shared/contract/programFile'
import classes from './App.module.css'
import { call } from './api'
import { tell } from './notify'
import { recordsCache, useCommand } from './records'

/** What has to be known about where the open file is, once a file: what may happen there, and what to do. */
export function PlaceBanner({ place: { title, text, moves } }: { place: PlaceNotice }) {
  const moveOut = useCommand('programFile.moveOut')

  async function move() {
    const moved = await moveOut.run({})
    if (!moved) return
    tell(
      `You go on in “${moved.fileName}” in ${moved.folder}. The old file stays in ${moved.oldFolder} as ` +
        `“${moved.oldName}”; delete it when you need it no more.`,
      20_000,
    )
  }

  async function keep() {
    await call('programFile.keepHere', {})
    await recordsCache.invalidateQueries({ queryKey: ['programFile.state'] })
  }

  return (
    <section aria-label="Where this file is" className={classes.banner}>
      <p>
        <b>{title}</b> {text}
      </p>
      {moves ? (
        <Button size="xs" loading={moveOut.running} onClick={() => void move()}>
          Move it out…
        </Button>
      ) : null}
      <Button size="xs" variant="default" disabled={moveOut.running} onClick={() => void keep()}>
        {moves ? 'Keep it here' : 'All right'}
      </Button>
    </section>
  )
}

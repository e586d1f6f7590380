import type { AppEvents } from '@shared/events'
import { useEffect, useState } from 'react'
import { counted } from '../components/labels'
import classes from './App.module.css'
import { listen } from './api'

/** Says calmly that the file does not answer, for how long, and that nothing is lost; goes when the answer comes. */
export function SilenceBanner() {
  const [silence, setSilence] = useState<AppEvents['silence']>(null)
  useEffect(() => listen('silence', setSilence), [])
  return (
    // There from the beginning: a screen reader tells what comes into it, once, and not each second.
    <div role="status" className={silence ? classes.banner : undefined}>
      {silence ? <p>{silence.working ? <Working {...silence} /> : <Silent {...silence} />}</p> : null}
    </div>
  )
}

interface Props {
  seconds: number
}

function Silent({ seconds }: Props) {
  return (
    <>
      <b>The folder of this file has not answered</b> <Since seconds={seconds} />. What you wrote is kept
      here; nothing is lost. Waiting…
    </>
  )
}

function Working({ seconds }: Props) {
  return (
    <>
      <b>Coppice is still working on what was asked</b> <Since seconds={seconds} />. What you write meanwhile
      is kept here.
    </>
  )
}

function Since({ seconds }: Props) {
  return <span aria-hidden>for {counted(seconds, 'second')}</span>
}

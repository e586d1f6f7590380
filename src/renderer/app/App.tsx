import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import classes from './App.module.css'
import { call, listen } from './api'
import { FirstRun } from './FirstRun'
import { useNavigation } from './navigation'
import { forgetNotices, tellError } from './notify'
import { Opening } from './Opening'
import { PlaceBanner } from './PlaceBanner'
import { Shell } from './Shell'
import { SilenceBanner } from './SilenceBanner'
import { TroubleBanner } from './TroubleBanner'
import { Unlock } from './Unlock'

/** The window: the program file that is open, or the ways to get one; above it what the file has come into. */
export function App() {
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  useEffect(() => listen('notice', tellError), [])
  useEffect(() => listen('file-state', () => void state.refetch()), [state.refetch])
  useEffect(
    () =>
      listen('file-changed', ({ same }) => {
        forgetNotices()
        if (!same) useNavigation.getState().reset()
        void state.refetch()
      }),
    [state.refetch],
  )
  if (!state.data) return null
  const { open, locked, opening, recent, problem } = state.data
  return (
    <div className={classes.window}>
      <SilenceBanner />
      {open?.trouble ? <TroubleBanner trouble={open.trouble} /> : null}
      {open?.place && !open.trouble ? <PlaceBanner place={open.place} /> : null}
      <div className={classes.page}>
        {open ? (
          <Shell file={open} />
        ) : locked ? (
          <Unlock fileName={locked.fileName} folder={locked.folder} />
        ) : (
          <FirstRun recent={recent} problem={problem} />
        )}
      </div>
      {opening ? <Opening fileName={opening.fileName} folder={opening.folder} /> : null}
    </div>
  )
}

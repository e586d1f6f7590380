import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLoaded } from '../components/useLoaded'
import classes from './App.module.css'
import { call, listen } from './api'
import { FirstRun } from './FirstRun'
import { useNavigation } from './navigation'
import { forgetNotices, tellError } from './notify'
import { Opening } from './Opening'
import { PlaceBanner } from './PlaceBanner'
import { recoveryScreen } from './recovery/recoveryScreen'
import { Shell } from './Shell'
import { SilenceBanner } from './SilenceBanner'
import { TroubleBanner } from './TroubleBanner'
import { Unlock } from './Unlock'
import { WholeDialogs } from './whole/WholeDialogs'

/** The window: the program file that is open, or the ways to get one; above it what the file has come into. */
export function App() {
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
    // What was said of the file between the first answer and now was said to nobody.
    refetchOnMount: 'always',
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
  const { open, locked, opening, damaged, recent, problem } = state.data
  return (
    <div className={classes.window}>
      <SilenceBanner />
      {damaged ? (
        <div className={classes.page}>
          <Damaged {...damaged} />
        </div>
      ) : open?.trouble ? (
        <TroubleBanner trouble={open.trouble} />
      ) : open?.place ? (
        <PlaceBanner place={open.place} />
      ) : null}
      {/* What is open stays as it is behind that, with everything that was typed. */}
      <div className={classes.page} hidden={damaged !== null}>
        {open ? (
          <Shell file={open} />
        ) : locked ? (
          <Unlock fileName={locked.fileName} folder={locked.folder} />
        ) : (
          <FirstRun recent={recent} problem={problem} />
        )}
      </div>
      <WholeDialogs fileIsOpen={open !== null} />
      {opening ? <Opening fileName={opening.fileName} folder={opening.folder} /> : null}
    </div>
  )
}

function Damaged(file: { fileName: string; folder: string }) {
  const Loaded = useLoaded(recoveryScreen)
  return Loaded ? <Loaded {...file} /> : null
}

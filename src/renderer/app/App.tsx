import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, listen } from './api'
import { FirstRun } from './FirstRun'
import { useNavigation } from './navigation'
import { tellError } from './notify'
import { Shell } from './Shell'
import { Unlock } from './Unlock'

/** The window: the program file that is open, or the ways to get one. */
export function App() {
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  useEffect(() => listen('notice', tellError), [])
  useEffect(
    () =>
      listen('file-changed', ({ same }) => {
        if (!same) useNavigation.getState().reset()
        void state.refetch()
      }),
    [state.refetch],
  )
  if (!state.data) return null
  const { open, locked } = state.data
  if (open) return <Shell fileName={open.fileName} encrypted={open.encrypted} />
  return locked ? (
    <Unlock fileName={locked.fileName} folder={locked.folder} />
  ) : (
    <FirstRun recent={state.data.recent} problem={state.data.problem} />
  )
}

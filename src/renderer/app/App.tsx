import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, listen } from './api'
import { FirstRun } from './FirstRun'
import { useNavigation } from './navigation'
import { tellError } from './notify'
import { Shell } from './Shell'

/** The window: the program file that is open, or the ways to get one. */
export function App() {
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  useEffect(() => listen('notice', tellError), [])
  useEffect(
    () =>
      listen('file-changed', () => {
        useNavigation.getState().reset()
        void state.refetch()
      }),
    [state.refetch],
  )
  if (!state.data) return null
  return state.data.open ? (
    <Shell fileName={state.data.open.fileName} />
  ) : (
    <FirstRun recent={state.data.recent} problem={state.data.problem} />
  )
}

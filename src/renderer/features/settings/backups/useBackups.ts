import { call, listen } from '@renderer/app/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

/** The backups of the open file, and how they stand while somebody looks. */
export function useBackups() {
  const state = useQuery({
    queryKey: ['backups.state', {}],
    queryFn: () => call('backups.state', {}),
    refetchOnMount: 'always',
  })
  const { refetch } = state
  useEffect(() => listen('records-changed', () => void refetch()), [refetch])
  return state
}

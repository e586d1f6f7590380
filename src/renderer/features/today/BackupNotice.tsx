import { Alert } from '@mantine/core'
import { call } from '@renderer/app/api'
import { go } from '@renderer/app/navigation'
import { TextButton } from '@renderer/components/TextButton'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** The first second belongs to what the morning is about, in milliseconds. */
const afterStart = 1000

/** What is wrong with the backups, where it is read each morning; nothing when all is well. */
export function BackupNotice() {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(true), afterStart)
    return () => clearTimeout(timer)
  }, [])
  const { data } = useQuery({
    enabled: asked,
    queryKey: ['backups.state', {}],
    queryFn: () => call('backups.state', {}),
    refetchOnMount: 'always',
  })
  if (!data || data.problems.length === 0) return null
  return (
    <Alert color="yellow" variant="light" role="status">
      {data.problems.join(' ')}{' '}
      <TextButton onClick={() => go({ screen: 'settings', part: 'backups' })}>See the backups</TextButton>
    </Alert>
  )
}

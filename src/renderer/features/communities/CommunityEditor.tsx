import { usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import type { Community } from '@shared/contract/communities'
import { useMemo } from 'react'
import { CommunityForm } from './CommunityForm'
import { initialFields } from './communityFields'

/** The fields of a community, or of a new one. */
export function CommunityEditor() {
  const place = usePlace('community-editor')
  const id = place?.communityId
  const { data, error } = useRecords(
    'communities.get',
    { id: id ?? 1 },
    { enabled: id !== undefined, keep: false },
  )
  useShown('community-editor', true)
  if (!place) return null
  if (id === undefined) return <Begun community={null} example={place.example === true} />
  if (error) return <ErrorNotice message={error.message} />
  return data ? <Begun key={id} community={data} example={false} /> : null
}

/** What the form begins with stays what it was, whatever is written meanwhile. */
function Begun({ community, example }: { community: Community | null; example: boolean }) {
  const today = useToday()
  const initial = useMemo(() => initialFields(community, example, today), [community, example, today])
  return <CommunityForm id={community?.id ?? null} initial={initial} today={today} />
}

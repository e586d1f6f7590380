import { Button, Select } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import { useState } from 'react'
import { TransferPairs } from './TransferPairs'
import { TransferStories } from './TransferStories'

type Transfer = OutputOf<'knowledge.transfer'>

/** Who teaches whom what, how much of it crosses a boundary, and what came of it. */
export function TransferScreen() {
  const [communityId, setCommunityId] = useState<number | null>(null)
  const { data: transfer, error } = useRecords('knowledge.transfer', { communityId })
  const { data: communities } = useRecords('communities.list', { today: useToday() })
  useShown('transfer', transfer !== undefined)
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Who teaches whom"
        reading={transfer ? reading(transfer.figures) : null}
        actions={
          <>
            <Select
              aria-label="Of which community"
              placeholder="Everybody"
              clearable
              w={230}
              data={(communities ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              value={communityId === null ? null : String(communityId)}
              onChange={(id) => setCommunityId(id === null ? null : Number(id))}
            />
            <Button variant="default" onClick={() => go({ screen: 'knowledge' })}>
              All knowledge
            </Button>
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {transfer?.figures.uses === 0 ? (
        <EmptyState
          title="No use is noted yet"
          text="Knowledge has travelled when somebody used what somebody else wrote. Open a piece of it and note who used it: then this page says who teaches whom, and what came of it."
        />
      ) : null}
      {transfer && transfer.figures.uses > 0 ? (
        <>
          <TransferPairs transfer={transfer} />
          <TransferStories transfer={transfer} />
        </>
      ) : null}
    </div>
  )
}

function reading({ uses, users, acrossPlaces, acrossDepartments }: Transfer['figures']): string {
  if (uses === 0) return 'How knowledge travels between people, departments and places.'
  return `${counted(users, 'person has', 'people have')} used what others wrote, ${counted(uses, 'time')} in all: ${numberText(acrossDepartments)} across departments, ${numberText(acrossPlaces)} across places.`
}

import { Button } from '@mantine/core'
import { go, usePlace } from '@renderer/app/navigation'
import { useCommand, useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { TextButton } from '@renderer/components/TextButton'
import type { DuplicateSide, DuplicateSuggestion } from '@shared/contract/merging'
import { type Confidence, confidences } from '@shared/domain/duplicates/judge'
import { useState } from 'react'
import classes from './Merging.module.css'

const words: Readonly<Record<Confidence, { title: string; tag: string; tone: 'leaf' | 'due' | 'quiet' }>> = {
  'almost certain': { title: 'Almost certainly the same', tag: 'almost certain', tone: 'leaf' },
  likely: { title: 'Probably the same', tag: 'likely', tone: 'due' },
  possible: { title: 'Perhaps the same', tag: 'possible', tone: 'quiet' },
}

/** Members who may be in the directory twice, the surest first, each with why. */
export function DuplicatesScreen() {
  const place = usePlace('duplicates')
  const importId = place?.importId ?? null
  const [reached, setReached] = useState('')
  const { data, error } = useRecords(
    'members.duplicates',
    { importId, limit: 200 },
    { onProgress: ({ label }) => setReached(label) },
  )
  const distinct = useRecords('members.distinct', {})
  useShown('duplicates', data !== undefined && distinct.data !== undefined)
  const rows = data?.rows ?? []

  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Possible duplicates"
        reading={data ? reading(data.total, importId !== null) : `Looking through the directory… ${reached}`}
        actions={
          importId === null ? null : (
            <Button variant="default" onClick={() => go({ screen: 'duplicates' })}>
              Look at all members
            </Button>
          )
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {data?.total === 0 ? (
        <EmptyState
          title={importId === null ? 'Nobody seems to be here twice' : 'The import brought nobody twice'}
          text={
            importId === null
              ? 'No two members are alike enough to ask you.'
              : 'Nobody whom it added is alike enough to another member to ask you.'
          }
        >
          <Button variant="default" onClick={() => go({ screen: 'members' })}>
            Back to the members
          </Button>
        </EmptyState>
      ) : null}
      {confidences.map((confidence) => {
        const some = rows.filter((row) => row.confidence === confidence)
        return (
          <SentenceList key={confidence} title={words[confidence].title} count={some.length}>
            {some.map((row) => (
              <Suggestion key={`${row.keep.id} ${row.other.id}`} row={row} />
            ))}
          </SentenceList>
        )
      })}
      <Distinct pairs={distinct.data ?? []} />
    </div>
  )
}

function Suggestion({ row: { keep, other, confidence, reasons } }: { row: DuplicateSuggestion }) {
  const note = useCommand('members.setDistinct')
  const { tag, tone } = words[confidence]
  const names = `${keep.name} and ${other.name}`
  return (
    <SentenceRow
      who={keep.name}
      tone={tone}
      what={names}
      detail={`${capital(reasons.map(({ text }) => text).join(', '))}. ${where(keep, other)}`}
      tag={tag}
      action={
        <span className={classes.rowActions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Compare… ${names}`}
            onClick={() => go({ screen: 'merge', keep: keep.id, other: other.id })}
          >
            Compare…
          </Button>
          <TextButton
            aria-label={`Not the same person: ${names}`}
            onClick={() => void note.run({ first: keep.id, second: other.id, distinct: true })}
          >
            Not the same person
          </TextButton>
        </span>
      }
    />
  )
}

interface Pair {
  first: { id: number; name: string }
  second: { id: number; name: string }
}

/** What was decided, with the way back. */
function Distinct({ pairs }: { pairs: readonly Pair[] }) {
  const note = useCommand('members.setDistinct')
  return (
    <SentenceList title="Noted as different people" count={pairs.length}>
      {pairs.map(({ first, second }) => (
        <SentenceRow
          key={`${first.id} ${second.id}`}
          who={first.name}
          tone="quiet"
          what={`${first.name} and ${second.name}`}
          detail="are not the same person."
          tag="different"
          action={
            <TextButton
              aria-label={`Ask again about ${first.name} and ${second.name}`}
              onClick={() => void note.run({ first: first.id, second: second.id, distinct: false })}
            >
              Ask again
            </TextButton>
          }
        />
      ))}
    </SentenceList>
  )
}

function reading(total: number, ofImport: boolean): string {
  if (total === 0 && ofImport)
    return 'Everybody whom the import added was compared by name, address and number.'
  if (total === 0) return 'Every pair of members was compared by name, address and number.'
  const pairs = ofImport ? 'with somebody from the import' : 'of members'
  return `${counted(total, 'pair')} ${pairs} may be the same person. You decide; nothing is merged by itself.`
}

/** What tells the two from each other: "mira@x.example, Porto; the other Oslo". */
function where(keep: DuplicateSide, other: DuplicateSide): string {
  const [one, two] = [keep, other].map(({ email, department, location, archived }) =>
    [email, department, location, archived ? 'archived' : null].filter((fact) => fact !== null).join(', '),
  )
  if (!one && !two) return ''
  return `${one || 'Nothing more is known of one'}; the other: ${two || 'nothing more'}.`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

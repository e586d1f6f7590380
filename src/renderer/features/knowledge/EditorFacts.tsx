import { Select, TagsInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findMembers, findTopics } from '@renderer/app/finders'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { knowledgeKindLabels, shortDate } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import { TextButton } from '@renderer/components/TextButton'
import { knowledgeKinds } from '@shared/domain/vocabulary'
import { useState } from 'react'
import { ItemFiles } from './ItemFiles'
import { type ItemDraft, withKind } from './itemDraft'
import classes from './Knowledge.module.css'
import { kindHints } from './words'

interface Props {
  /** Null while it was never saved. */
  itemId: number | null
  draft: ItemDraft
  set: (changes: Partial<ItemDraft>) => void
  change: (change: (draft: ItemDraft) => ItemDraft) => void
  /** What is wrong with a field, after a save that failed. */
  problem: (field: string) => string | undefined
}

/** What kind it is, whose, about what: the facts beside the text. */
export function EditorFacts({ itemId, draft, set, change, problem }: Props) {
  const [topics, setTopics] = useState<string[]>([])
  const { data: communities } = useRecords('communities.list', { today: useToday() })
  return (
    <aside className={classes.editorSide} aria-label="Facts">
      <Select
        label="Kind"
        description={kindHints[draft.kind]}
        allowDeselect={false}
        data={knowledgeKinds.map((value) => ({ value, label: knowledgeKindLabels[value] }))}
        value={draft.kind}
        onChange={(value) => {
          const kind = knowledgeKinds.find((known) => known === value)
          if (kind) change((current) => withKind(current, kind))
        }}
      />
      <MembersPicker
        label="Authors"
        placeholder={draft.authors.length === 0 ? 'Who knows it?' : ''}
        search={findMembers}
        value={draft.authors}
        onChange={(authors) => set({ authors })}
        error={problem('authorIds')}
      />
      <TagsInput
        label="Topics"
        placeholder={draft.topics.length === 0 ? 'feedback, pricing, …' : ''}
        data={topics}
        onSearchChange={(query) => void findTopics(query).then(setTopics)}
        value={draft.topics}
        onChange={(chosen) => set({ topics: chosen })}
      />
      <Select
        label="Community"
        placeholder="none in particular"
        clearable
        data={(communities ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.communityId === null ? null : String(draft.communityId)}
        onChange={(id) => set({ communityId: id === null ? null : Number(id) })}
        error={problem('communityId')}
      />
      <DateInput
        label="To be looked through again"
        placeholder="never"
        clearable
        valueFormat="D MMM YYYY"
        value={draft.reviewOn}
        onChange={(reviewOn) => set({ reviewOn })}
        error={problem('reviewOn')}
      />
      {itemId === null ? (
        <p className={classes.quiet}>Save it once, then pictures and other files can be attached.</p>
      ) : (
        <ItemFiles
          itemId={itemId}
          onInsert={(picture) =>
            change((current) => ({ ...current, body: `${current.body.trimEnd()}\n\n${picture}\n` }))
          }
        />
      )}
      {draft.sessionId === null ? null : (
        <Source
          sessionId={draft.sessionId}
          onForget={() => set({ sessionId: null })}
          error={problem('sessionId')}
        />
      )}
    </aside>
  )
}

function Source(props: { sessionId: number; onForget: () => void; error: string | undefined }) {
  const { data: session } = useRecords('sessions.get', { id: props.sessionId })
  const words = session ? `Made from the session of ${shortDate(session.heldOn)}` : 'Made from a session'
  return (
    <p className={classes.quiet}>
      {props.error ?? `${words}, and linked to it.`}{' '}
      <TextButton onClick={props.onForget}>Do not link it</TextButton>
    </p>
  )
}

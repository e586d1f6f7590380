import { Button, NumberInput, Rating, Select, TagsInput, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { findTopics } from '@renderer/app/finders'
import { confidentialityLabels } from '@renderer/components/labels'
import { confidentialities, sessionMedia } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Sessions.module.css'
import type { SessionDraft } from './sessionDraft'
import { WhoField } from './WhoField'

interface Props {
  draft: SessionDraft
  set: (changes: Partial<SessionDraft>) => void
  /** What is wrong with a field, after a save that failed. */
  problem: (field: string) => string | undefined
  isNew: boolean
}

const usualMinutes = [30, 45, 60, 90]

/** Who, when, how long, over what: the facts beside the text. */
export function SessionFacts({ draft, set, problem, isNew }: Props) {
  const [topics, setTopics] = useState<string[]>([])
  return (
    <aside className={classes.side} aria-label="Facts">
      <WhoField
        draft={draft}
        set={set}
        error={problem('attendeeIds')}
        autoFocus={isNew && draft.attendees.length === 0}
      />
      <DateInput
        label="Date"
        valueFormat="ddd D MMM YYYY"
        value={draft.heldOn}
        onChange={(heldOn) => {
          if (heldOn) set({ heldOn })
        }}
        error={problem('heldOn')}
      />
      <div>
        <NumberInput
          label="Minutes"
          placeholder="not known"
          min={0}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          value={draft.minutes ?? ''}
          onChange={(minutes) => set({ minutes: typeof minutes === 'number' ? minutes : null })}
          error={problem('minutes')}
        />
        <div className={classes.quick}>
          {usualMinutes.map((minutes) => (
            <Button
              key={minutes}
              size="compact-xs"
              variant={draft.minutes === minutes ? 'light' : 'default'}
              onClick={() => set({ minutes })}
            >
              {minutes}
            </Button>
          ))}
        </div>
      </div>
      <Select
        label="Medium"
        placeholder="not known"
        clearable
        data={sessionMedia.map((medium) => ({ value: medium, label: medium }))}
        value={draft.medium}
        onChange={(medium) => set({ medium: sessionMedia.find((known) => known === medium) ?? null })}
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
        label="Who may read the notes"
        allowDeselect={false}
        data={confidentialities.map((value) => ({ value, label: confidentialityLabels[value] }))}
        value={draft.confidentiality}
        onChange={(value) =>
          set({ confidentiality: confidentialities.find((known) => known === value) ?? 'pair' })
        }
      />
      <TextInput
        label="Title"
        placeholder="optional"
        dir="auto"
        value={draft.title ?? ''}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={problem('title')}
      />
      <div>
        <span className={classes.label} id="rating-label">
          How was it?
        </span>
        <Rating
          aria-labelledby="rating-label"
          value={draft.rating ?? 0}
          onChange={(rating) => set({ rating: rating === draft.rating ? null : rating })}
          color="leaf"
        />
      </div>
    </aside>
  )
}

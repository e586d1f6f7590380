import { MultiSelect } from '@mantine/core'
import { call } from '@renderer/app/api'
import { findMembers } from '@renderer/app/finders'
import { orNobody } from '@renderer/components/orNobody'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type SessionDraft, withMatch } from './sessionDraft'

interface Props {
  draft: SessionDraft
  set: (changes: Partial<SessionDraft>) => void
  error: string | undefined
  autoFocus: boolean
}

const matches = 6

/** Who met: a few letters find a match, which brings both, or members one by one. */
export function WhoField({ draft, set, error, autoFocus }: Props) {
  const [query, setQuery] = useState('')
  // Enter was pressed before the last letter had its answer: it means the first of what comes.
  const hurried = useRef(false)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['who', query],
    queryFn: async () => ({
      matches: await call('matches.find', { query, limit: matches }),
      members: await findMembers(query),
    }),
    placeholderData: (previous) => previous,
  })
  const settled = data !== undefined && !isPlaceholderData
  const present = new Set(draft.attendees.map(({ id }) => id))
  const pairs = draft.attendees.length > 0 ? [] : (data?.matches ?? [])
  const people = (data?.members ?? []).filter(({ id }) => !present.has(id))
  const options = [
    {
      group: 'Matches',
      items: pairs.map(({ id, members, program }) => ({
        value: `match ${id}`,
        label: `${members.map(({ name }) => name).join(' & ')} · ${program}`,
      })),
    },
    {
      group: 'Members',
      items: [
        ...draft.attendees.map(({ id, name }) => ({ value: `${id}`, label: name })),
        ...people.map(({ id, name, location }) => ({
          value: `${id}`,
          label: location ? `${name} · ${location}` : name,
        })),
      ],
    },
  ].filter(({ items }) => items.length > 0)

  function choose(values: string[]) {
    const match = pairs.find(({ id }) => values.includes(`match ${id}`))
    if (match) {
      set(withMatch(draft, match))
      return
    }
    const attendees = values.flatMap((value) => {
      const known = [...draft.attendees, ...people].find(({ id }) => `${id}` === value)
      return known ? [{ id: known.id, name: known.name }] : []
    })
    // A match is both of its members: when one is taken out, the session is no longer the match's.
    const removed = attendees.length < draft.attendees.length
    set({ attendees, ...(removed ? { matchId: null } : {}) })
  }

  function chooseFirst() {
    hurried.current = false
    const chosen = draft.attendees.map(({ id }) => `${id}`)
    const first = options.flatMap(({ items }) => items).find(({ value }) => !chosen.includes(value))
    if (!first) return
    choose([...chosen, first.value])
    setQuery('')
  }

  useEffect(() => {
    if (settled && hurried.current) chooseFirst()
  })

  return (
    <MultiSelect
      label="Who met"
      placeholder={draft.attendees.length === 0 ? 'Type a name' : ''}
      required
      searchable
      hidePickedOptions
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      data={options}
      filter={orNobody}
      searchValue={query}
      onSearchChange={setQuery}
      value={draft.attendees.map(({ id }) => `${id}`)}
      onChange={choose}
      selectFirstOptionOnChange={settled && query !== ''}
      wrapperProps={{
        onKeyDownCapture: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' || settled || query === '') return
          event.preventDefault()
          event.stopPropagation()
          hurried.current = true
        },
      }}
      error={error}
    />
  )
}

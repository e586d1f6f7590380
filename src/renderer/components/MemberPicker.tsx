import { MultiSelect, Select } from '@mantine/core'
import type { Reference } from '@shared/contract/fields'
import type { MemberCandidate } from '@shared/contract/members'
import { useEffect, useState } from 'react'
import { orNobody } from './orNobody'

type Search = (query: string) => Promise<MemberCandidate[]>

interface Common {
  label: string
  /** Finds members by what is typed, best first. Has to stay the same function. */
  search: Search
  placeholder?: string
  required?: boolean
  autoFocus?: boolean
  /** Where a dialog begins; a dialog takes the focus from a field that has only `autoFocus`. */
  'data-autofocus'?: boolean
  error?: string | undefined
  className?: string
}

interface OneProps extends Common {
  initial: Reference | null
  onChange: (id: number | null) => void
}

/** One member, found by typing a few letters of the name. */
export function MemberPicker({ search, initial, onChange, ...rest }: OneProps) {
  const [value, setValue] = useState(initial ? String(initial.id) : null)
  const { options, setQuery } = useOptions(search, initial ? [initial] : [])
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={options}
      filter={orNobody}
      onSearchChange={setQuery}
      value={value}
      onChange={(id) => {
        setValue(id)
        onChange(id === null ? null : Number(id))
      }}
    />
  )
}

interface SeveralProps extends Common {
  value: Reference[]
  onChange: (members: Reference[]) => void
}

/** Several members, each found by typing. */
export function MembersPicker({ search, value, onChange, ...rest }: SeveralProps) {
  const { options, nameOf, setQuery } = useOptions(search, value)
  return (
    <MultiSelect
      {...rest}
      searchable
      hidePickedOptions
      data={options}
      filter={orNobody}
      onSearchChange={setQuery}
      value={value.map(({ id }) => String(id))}
      onChange={(ids) => onChange(ids.map((id) => ({ id: Number(id), name: nameOf(id) })))}
    />
  )
}

/** What can be chosen now: what was found for the typed letters, and what is chosen already. */
function useOptions(search: Search, chosen: Reference[]) {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<MemberCandidate[]>([])
  useEffect(() => {
    let stale = false
    void search(query).then((members) => {
      if (!stale) setFound(members)
    })
    return () => {
      stale = true
    }
  }, [query, search])
  const known = new Map<string, string>(chosen.map(({ id, name }) => [String(id), name]))
  for (const { id, name, location } of found) {
    if (!known.has(String(id))) known.set(String(id), location ? `${name} · ${location}` : name)
  }
  const names = new Map([...found, ...chosen].map(({ id, name }) => [String(id), name]))
  return {
    options: [...known].map(([value, label]) => ({ value, label })),
    nameOf: (id: string) => names.get(id) ?? '',
    setQuery,
  }
}

import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { findMembers } from '@renderer/app/finders'
import type { Reference } from '@shared/contract/fields'
import { useEffect, useEffectEvent, useState } from 'react'
import classes from './Attendance.module.css'

const mostOffered = 8

interface Props {
  /** Those who are looked through first. */
  people: readonly Reference[]
  isThere: (id: number) => boolean
  onPick: (member: Reference) => void
}

/** Type a few letters, Enter ticks, and the field is empty for the next: a room is noted without the mouse. */
export function NameInput({ people, isThere, onPick }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [query, setQuery] = useState('')
  const others = useOthers(query)
  const wanted = query.trim().toLocaleLowerCase()
  const near = people.filter(({ name }) => matches(name, wanted)).slice(0, mostOffered)
  const far = others.filter(({ id }) => !people.some((one) => one.id === id))
  const offered = wanted === '' ? [] : [...near, ...far].slice(0, mostOffered)
  const offers = offered.map(({ id }) => id).join(' ')
  // Enter takes the first that is offered, without a step to it.
  const selectFirst = useEffectEvent(() => combobox.selectFirstOption())
  useEffect(() => {
    if (offers !== '') selectFirst()
  }, [offers])

  function pick(id: number) {
    const member = offered.find((one) => one.id === id)
    if (member) onPick({ id: member.id, name: member.name })
    setQuery('')
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(value) => pick(Number(value))}>
      <Combobox.Target>
        <TextInput
          className={classes.input}
          aria-label="Who was there"
          placeholder="Type a name, Enter ticks"
          data-autofocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label="Names">
          {offered.map(({ id, name }) => (
            <Combobox.Option key={id} value={String(id)}>
              {name}
              {isThere(id) ? <small className={classes.already}>ticked; Enter takes it back</small> : null}
              {people.some((one) => one.id === id) ? null : <small className={classes.already}>guest</small>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Every typed word is the beginning of a word of the name, in any order. */
function matches(name: string, wanted: string): boolean {
  const words = name.toLocaleLowerCase().split(/[\s-]+/)
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))
}

/** Who else in the directory is called so. */
function useOthers(query: string): Reference[] {
  const [found, setFound] = useState<Reference[]>([])
  useEffect(() => {
    let stale = false
    if (query.trim().length < 2) setFound([])
    else
      void findMembers(query).then((members) => {
        if (!stale) setFound(members)
      })
    return () => {
      stale = true
    }
  }, [query])
  return found
}

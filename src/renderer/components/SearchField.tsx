import { CloseButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type KeyboardEvent, useRef } from 'react'
import classes from './SearchField.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  /** Arrow down leads from the search to what it found. */
  onLeave?: () => void
}

/** Search as you type; `/` leads here from anywhere in the screen. */
export function SearchField({ label, value, onChange, onLeave }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation()
      onChange('')
    }
    if (event.key === 'ArrowDown' && onLeave) {
      event.preventDefault()
      onLeave()
    }
  }

  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      rightSection={
        value === '' ? (
          <kbd className={classes.key}>/</kbd>
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => onChange('')} />
        )
      }
    />
  )
}

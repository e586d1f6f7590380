import { Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import chip from './Chip.module.css'
import classes from './FilterMenu.module.css'

export interface FilterOption<V> {
  value: V
  label: string
  /** How many records have it under the other filters. */
  count?: number
}

interface Props<V> {
  label: string
  options: FilterOption<V>[]
  chosen: V[]
  onChange: (chosen: V[]) => void
}

const number = new Intl.NumberFormat()
const searchFrom = 9
const shown = 200

/** A filter by one property: any of the chosen values. None chosen is no filter. */
export function FilterMenu<V extends string | number | null>({ label, options, chosen, onChange }: Props<V>) {
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLocaleLowerCase()
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted)).slice(0, shown)
  const toggle = (value: V) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])

  return (
    <Popover position="bottom-start" width={270} trapFocus onClose={() => setQuery('')}>
      <Popover.Target>
        <button type="button" className={chip.chip} data-on={chosen.length > 0} aria-haspopup="dialog">
          {chosen.length === 0 ? label : `${label}: ${summary(options, chosen)}`}
          <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        {options.length >= searchFrom ? (
          <TextInput
            size="xs"
            aria-label={`Search in ${label}`}
            placeholder="Search"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            data-autofocus
          />
        ) : null}
        <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars>
          <fieldset className={classes.options}>
            <legend className={classes.legend}>{label}</legend>
            {found.map((option) => (
              <label key={String(option.value)} className={classes.option}>
                <Checkbox
                  size="xs"
                  checked={chosen.includes(option.value)}
                  onChange={() => toggle(option.value)}
                />
                <span className={classes.name} title={option.label} dir="auto">
                  {option.label}
                </span>
                {option.count === undefined ? null : (
                  <span className={classes.count}>{number.format(option.count)}</span>
                )}
              </label>
            ))}
            {found.length === 0 ? <p className={classes.none}>None of that name.</p> : null}
          </fieldset>
        </ScrollArea.Autosize>
        {chosen.length > 0 ? (
          <button type="button" className={classes.clear} onClick={() => onChange([])}>
            Any
          </button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function summary<V>(options: FilterOption<V>[], chosen: V[]): string {
  const [first, ...rest] = chosen
  if (first === undefined) return ''
  const label = options.find((option) => option.value === first)?.label ?? 'one'
  return rest.length === 0 ? label : `${label} +${rest.length}`
}

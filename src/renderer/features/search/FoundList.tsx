import { go } from '@renderer/app/navigation'
import type { Found } from '@shared/contract/search'
import type { KeyboardEvent, RefObject } from 'react'
import classes from './Search.module.css'
import { facts, foundLabels, nameless, placeOf } from './words'

interface Props {
  rows: readonly Found[]
  /** What was searched for, which is marked where a hit is opened. */
  query: string
  listRef: RefObject<HTMLUListElement | null>
}

/** Hits of every kind, one below the other; the arrow keys lead through them. */
export function FoundList({ rows, query, listRef }: Props) {
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll('button')]
    all[all.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus()
  }
  return (
    <ul ref={listRef} className={classes.list} aria-label="Found" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          <button type="button" className={classes.hit} onClick={() => go(placeOf(row, query))}>
            <span className={classes.kind}>{foundLabels[row.kind][0]}</span>
            <span className={classes.words}>
              <span className={classes.name} dir="auto">
                <b>{row.title.length === 0 ? nameless(row) : <Pieces of={row.title} />}</b>
                <small>{facts(row)}</small>
              </span>
              <span className={classes.excerpt} dir="auto">
                <Pieces of={row.excerpt} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The pieces of a text, each known by where it begins. */
function Pieces({ of }: { of: Found['title'] }) {
  let at = 0
  return of.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}

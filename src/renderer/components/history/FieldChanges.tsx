import type { DiffPiece, FieldChange } from '@shared/contract/history'
import type { ReactNode } from 'react'
import { shortDate } from '../labels'
import classes from './History.module.css'

/** Each field that differs, with what it was and what it became. */
export function FieldChanges({ fields, children }: { fields: FieldChange[]; children?: ReactNode }) {
  if (fields.length === 0 && !children) return null
  return (
    <ul className={classes.fields}>
      {fields.map((field) => (
        <li key={field.label}>
          <span className={classes.label}>{field.label}</span>
          {field.diff ? <Difference pieces={field.diff} /> : <BeforeAfter {...field} />}
        </li>
      ))}
      {children}
    </ul>
  )
}

function BeforeAfter({ kind, before, after }: FieldChange) {
  const shown = (value: string) => (kind === 'date' ? shortDate(value) : value)
  if (before === null) return <bdi>{after === null ? '' : shown(after)}</bdi>
  if (after === null) return <del dir="auto">{shown(before)}</del>
  return (
    <>
      <bdi>{shown(before)}</bdi>
      <span className={classes.arrow}>→</span>
      <bdi>{shown(after)}</bdi>
    </>
  )
}

/** A text where there was none is simply there; of another one the pieces are told apart. */
function Difference({ pieces }: { pieces: DiffPiece[] }) {
  const [only] = pieces
  if (pieces.length > 1 || only?.is !== 'added') return <Diff pieces={pieces} />
  return (
    <span className={classes.diff} dir="auto">
      {only.text}
    </span>
  )
}

/** The pieces of a text, each known by where it begins. */
function Diff({ pieces }: { pieces: DiffPiece[] }) {
  let at = 0
  return (
    <span className={classes.diff} dir="auto">
      {pieces.map(({ text, is }) => {
        const key = `${at} ${is}`
        at += text.length
        if (is === 'added') return <ins key={key}>{text}</ins>
        return is === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })}
    </span>
  )
}

interface ListProps {
  label: string
  added: string[]
  removed: string[]
  /** The list is as new as the record, so that nothing came to it. */
  isNew: boolean
}

/** Who or what came to a list, and went from it. */
export function ListChange({ label, added, removed, isNew }: ListProps) {
  return (
    <li>
      <span className={classes.label}>{label}</span>
      {[
        ...added.map((name) =>
          isNew ? <bdi key={`+${name}`}>{name}</bdi> : <ins key={`+${name}`}>{name}</ins>,
        ),
        ...removed.map((name) => <del key={`-${name}`}>{name}</del>),
      ].map((piece, index) => (
        <span key={piece.key} dir="auto">
          {index > 0 ? ', ' : ''}
          {piece}
        </span>
      ))}
    </li>
  )
}

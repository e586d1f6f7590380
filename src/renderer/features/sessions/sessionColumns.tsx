import { confidentialityLabels, shortDate } from '@renderer/components/labels'
import type { Column } from '@renderer/components/RecordTable'
import type { Excerpt, SessionRow } from '@shared/contract/sessions'
import { IconLock } from '@tabler/icons-react'
import classes from './Sessions.module.css'

export const sessionColumns: Column<SessionRow, 'heldOn' | 'notes' | 'minutes' | 'medium'>[] = [
  { key: 'heldOn', label: 'Date', width: '104px', render: ({ heldOn }) => shortDate(heldOn) },
  {
    key: 'notes',
    label: 'Who and what',
    width: 'minmax(240px, 1fr)',
    render: (row) => <WhoAndWhat row={row} />,
  },
  {
    key: 'minutes',
    label: 'Length',
    width: '84px',
    numeric: true,
    render: ({ minutes }) => (minutes === null ? '—' : `${minutes} min`),
  },
  { key: 'medium', label: 'Medium', width: '92px', render: ({ medium }) => medium ?? '—' },
]

function WhoAndWhat({ row }: { row: SessionRow }) {
  const { attendees, title, excerpt, confidentiality, openActionItems } = row
  return (
    <div className={classes.rowText}>
      <div className={classes.rowWho}>
        <b dir="auto">{attendees.map(({ name }) => name).join(', ') || 'Nobody named'}</b>
        {title ? <span dir="auto"> · {title}</span> : null}
        {confidentiality === 'private' ? (
          <IconLock size={13} stroke={1.7} aria-label={confidentialityLabels.private} />
        ) : null}
        {openActionItems > 0 ? <span className={classes.open}>{openActionItems} open</span> : null}
      </div>
      <div className={classes.rowExcerpt} dir="auto">
        {excerpt.length === 0 ? 'No notes yet' : null}
        <ExcerptText pieces={withHitInView(excerpt)} />
      </div>
    </div>
  )
}

/** The pieces of an excerpt, each known by where it begins. */
function ExcerptText({ pieces }: { pieces: Excerpt }) {
  let at = 0
  return pieces.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}

/** A row shows the beginning of an excerpt: so much may stand before the first hit, in letters. */
const lead = 32

function withHitInView(pieces: Excerpt): Excerpt {
  const [first, ...rest] = pieces
  if (!first || first.hit || rest.length === 0 || first.text.length <= lead) return pieces
  const tail = first.text.slice(-lead)
  return [{ text: `…${tail.slice(tail.indexOf(' ') + 1)}`, hit: false }, ...rest]
}

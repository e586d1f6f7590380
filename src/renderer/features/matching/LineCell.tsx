import type { Reference } from '@shared/contract/fields'
import { IconLock } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { bestReason, type Line, menteeOf, mentorOf } from './lines'
import classes from './Matching.module.css'

interface Props {
  line: Line
  peers: boolean
  /** The mentee of another line was dropped on this line's mentor. */
  onDrop: (mentee: Reference, mentor: Reference) => void
}

/** What is being dragged; what a drag carries can be read only where it is dropped. */
let dragged: Reference | null = null

/** Who is with whom, and the shortest answer to why; a mentee can be dragged onto another mentor. */
export function LineCell({ line, peers, onDrop }: Props) {
  const [over, setOver] = useState<Reference | null>(null)
  const mentee = menteeOf(line)
  const mentor = mentorOf(line, peers)

  function onDragOver(event: DragEvent) {
    if (dragged === null || mentor === null || mentor.id === dragged.id || dragged.id === mentee?.id) return
    event.preventDefault()
    setOver(dragged)
  }

  return (
    <div
      role="group"
      className={classes.line}
      data-over={over !== null}
      data-draggable={mentee !== null}
      draggable={mentee !== null}
      onDragStart={(event) => {
        dragged = mentee
        event.dataTransfer.effectAllowed = 'link'
        event.dataTransfer.setData('text/plain', mentee?.name ?? '')
      }}
      onDragEnd={() => {
        dragged = null
      }}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(null)
        if (dragged !== null && mentor !== null) onDrop(dragged, mentor)
        dragged = null
      }}
    >
      <div className={classes.names}>
        <Names line={line} peers={peers} />
        {line.kind === 'pair' && line.pair.how !== 'chosen' ? (
          <IconLock size={13} stroke={1.8} aria-label="Locked" />
        ) : null}
      </div>
      <div className={classes.why}>
        {over !== null && mentor !== null ? (
          <>
            Put <bdi>{over.name}</bdi> with <bdi>{mentor.name}</bdi>
          </>
        ) : (
          reasonOf(line)
        )}
      </div>
    </div>
  )
}

function Names({ line, peers }: Pick<Props, 'line' | 'peers'>) {
  switch (line.kind) {
    case 'pair':
      return (
        <>
          <b dir="auto">{line.pair.mentee.name}</b> with <b dir="auto">{line.pair.mentor.name}</b>
        </>
      )
    case 'without mentor':
      return (
        <>
          <b dir="auto">{line.person.name}</b>{' '}
          <span className={classes.lack}>has no {peers ? 'partner' : 'mentor'}</span>
        </>
      )
    case 'without mentee':
      return (
        <>
          <b dir="auto">{line.person.name}</b> <span className={classes.free}>mentor with room</span>
        </>
      )
    case 'aside':
      return (
        <>
          <b dir="auto">{line.person.name}</b> <span className={classes.free}>{line.person.side}</span>
        </>
      )
  }
}

function reasonOf(line: Line): string {
  return line.kind === 'pair' ? bestReason(line.pair) : line.person.words
}

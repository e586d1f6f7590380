import { Select } from '@mantine/core'
import { findMembers } from '@renderer/app/finders'
import { counted, numberText } from '@renderer/components/labels'
import { MemberPicker } from '@renderer/components/MemberPicker'
import { TextButton } from '@renderer/components/TextButton'
import type { AttendanceOutcome } from '@shared/contract/attendanceImport'
import { useState } from 'react'
import classes from './Gatherings.module.css'

/** Who a line is, that it is left out, or null: as the file has it. */
export type Decision = number | 'skip' | null

interface Props {
  outcome: AttendanceOutcome
  onDecide: (line: number, is: Decision) => void
}

/** Each line of the file with who it is: until it is taken, everybody can be somebody else, or be left out. */
export function WhoIsWho({ outcome: { rejected, found, guests }, onDecide }: Props) {
  const brought = guests.filter(({ ofAnother }) => ofAnother).length
  return (
    <>
      {rejected.length > 0 ? (
        <ul className={classes.rejected} aria-label="Lines that are not taken">
          {rejected.map((one) => (
            <Rejected key={one.line} rejected={one} onDecide={onDecide} />
          ))}
        </ul>
      ) : null}
      <Group title="Who is taken" count={found.length}>
        {found.map(({ line, name, member, decided }) => (
          <Found
            key={line}
            line={line}
            name={name}
            member={member}
            onDecide={onDecide}
            {...(decided ? { undo: 'As the file has it' } : {})}
          />
        ))}
      </Group>
      <Group title="Guests without a name" count={guests.length}>
        {guests
          .filter(({ ofAnother }) => !ofAnother)
          .map(({ line, name }) => (
            <Found key={line} line={line} name={name} member={null} onDecide={onDecide} />
          ))}
        {brought === 0 ? null : (
          <li>
            <span />
            <span>{counted(brought, 'guest', 'guests')} whom somebody brought</span>
          </li>
        )}
      </Group>
    </>
  )
}

function Group({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  if (count === 0) return null
  return (
    <details>
      <summary>
        {title} <small>{numberText(count)}</small>
      </summary>
      <ul className={classes.rejected}>{children}</ul>
    </details>
  )
}

interface FoundProps {
  line: number
  name: string
  /** Null for a guest. */
  member: { id: number; name: string } | null
  onDecide: Props['onDecide']
  /** In words, where the user has said who it is. */
  undo?: string
}

function Found({ line, name, member, onDecide, undo }: FoundProps) {
  const [changing, setChanging] = useState(false)
  return (
    <li>
      <span>Line {line}</span>
      <span dir="auto">
        {name}
        {member === null || member.name === name ? null : (
          <>
            {' '}
            is <b>{member.name}</b>
          </>
        )}
      </span>
      {changing ? (
        <MemberPicker
          label={`Who ${name} is`}
          search={findMembers}
          initial={member}
          autoFocus
          onChange={(id) => {
            if (id === null) return
            setChanging(false)
            onDecide(line, id)
          }}
        />
      ) : (
        <span className={classes.deciding}>
          {undo ? (
            <TextButton onClick={() => onDecide(line, null)} aria-label={`${undo}: ${name}`}>
              {undo}
            </TextButton>
          ) : (
            <TextButton onClick={() => setChanging(true)} aria-label={`Somebody else: ${name}`}>
              Somebody else…
            </TextButton>
          )}
          <TextButton onClick={() => onDecide(line, 'skip')} aria-label={`Leave out: ${name}`}>
            Leave out
          </TextButton>
        </span>
      )}
    </li>
  )
}

interface RejectedProps {
  rejected: AttendanceOutcome['rejected'][number]
  onDecide: Props['onDecide']
}

function Rejected({ rejected: { line, name, reason, among, leftOut }, onDecide }: RejectedProps) {
  return (
    <li>
      <span>Line {line}</span>
      <span dir="auto">{leftOut ? `${name}: left out` : reason}</span>
      {leftOut ? (
        <span className={classes.deciding}>
          <TextButton onClick={() => onDecide(line, null)} aria-label={`Take after all: ${name}`}>
            Take after all
          </TextButton>
        </span>
      ) : among.length > 0 ? (
        <Select
          aria-label={`Who ${name} is`}
          size="xs"
          placeholder="Who is it?"
          data={[
            ...among.map((one) => ({ value: String(one.id), label: one.name })),
            { value: 'skip', label: 'Leave out' },
          ]}
          onChange={(value) =>
            onDecide(line, value === 'skip' ? value : value === null ? null : Number(value))
          }
        />
      ) : (
        <MemberPicker
          label={`Who ${name} is`}
          search={findMembers}
          initial={null}
          onChange={(id) => onDecide(line, id)}
        />
      )}
    </li>
  )
}

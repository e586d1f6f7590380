import { Button, Modal, TextInput } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import type { Reference } from '@shared/contract/fields'
import { ruleWords } from '@shared/domain/matching/rules'
import { useState } from 'react'
import { costWords } from './costWords'
import { Fit } from './Fit'
import classes from './Matching.module.css'
import { useLocks } from './useLocks'
import type { Request } from './useProposal'

interface Props {
  person: Reference
  side: 'mentee' | 'mentor'
  peers: boolean
  request: Request
  onClose: () => void
}

const shown = 60

/** Everybody of the other side, or every other peer, as a partner for one person, with what it would cost to have it so. */
export function MatchWith({ person, side, peers, request, onClose }: Props) {
  const { data: options } = useRecords(
    'matching.options',
    { ...request, side, memberId: person.id },
    { keep: false },
  )
  const { force } = useLocks(request.programId)
  const [query, setQuery] = useState('')
  const [busy, setBusy] = useState(false)
  const wanted = query.trim().toLocaleLowerCase()
  const found = (options ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted))

  async function choose(other: Reference) {
    setBusy(true)
    const [mentee, mentor] = side === 'mentee' ? [person, other] : [other, person]
    await force(mentee, mentor, request, peers)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`Match ${person.name} with…`} size={620}>
      <TextInput
        type="search"
        aria-label={`Search for a ${peers ? 'partner' : side === 'mentee' ? 'mentor' : 'mentee'}`}
        placeholder="Search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <ul className={classes.options} aria-busy={options === undefined}>
        {found.slice(0, shown).map((option) => (
          <li key={option.id} data-off={option.rules.length > 0}>
            <div>
              <b dir="auto">{option.name}</b>{' '}
              <span className={classes.small}>
                {option.rules.length > 0
                  ? option.rules.map((rule) => ruleWords[rule]).join(' ')
                  : option.proposed
                    ? 'As it is proposed.'
                    : `${takenWords(option.taken, side, peers)} ${costWords(option.cost, peers)}`}
              </span>
            </div>
            <Fit fit={option.fit} />
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy || option.rules.length > 0}
              aria-label={`${option.proposed ? 'Lock' : 'Match'} with ${option.name}`}
              onClick={() => void choose(option)}
            >
              {option.proposed ? 'Lock' : 'Match'}
            </Button>
          </li>
        ))}
      </ul>
      {options && found.length === 0 ? <p className={classes.none}>Nobody of that name takes part.</p> : null}
      {found.length > shown ? (
        <p className={classes.small}>{found.length - shown} more; type a name to find them.</p>
      ) : null}
    </Modal>
  )
}

function takenWords(taken: number, side: Props['side'], peers: boolean): string {
  if (peers) return taken === 0 ? 'Has no partner.' : 'Is with somebody else.'
  if (side === 'mentor') return taken === 0 ? 'Has no mentor.' : 'Is with another mentor.'
  if (taken === 0) return 'Has room.'
  return taken === 1 ? 'Is with somebody else.' : `Is with ${taken} others.`
}

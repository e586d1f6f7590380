import { Select } from '@mantine/core'
import { call } from '@renderer/app/api'
import { findMembers } from '@renderer/app/finders'
import { useRecords } from '@renderer/app/records'
import { MembersPicker } from '@renderer/components/MemberPicker'
import { orNobody } from '@renderer/components/orNobody'
import type { Reference } from '@shared/contract/fields'
import type { MatchOption } from '@shared/contract/sessions'
import { noWhom } from '@shared/domain/report/design'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'

/** Whom the report is about. */
export function WhomFields() {
  const { kind } = useReportsView(({ design }) => design)
  if (kind === 'coverage') return null
  if (kind === 'sessions') return <SessionsOf />
  return kind === 'program' ? <ProgramField /> : <CommunityField />
}

function ProgramField() {
  const { design, change } = useReportsView()
  const { data: programs } = useRecords('programs.names', {})
  return (
    <Select
      label="Program"
      placeholder={programs?.length === 0 ? 'There are no programs yet' : 'Choose one'}
      searchable
      allowDeselect={false}
      data={options(programs)}
      value={text(design.programId)}
      onChange={(id) => change({ programId: number(id) })}
    />
  )
}

function CommunityField() {
  const { design, change } = useReportsView()
  const { data: communities } = useRecords('communities.options', {})
  return (
    <Select
      label="Community"
      placeholder={communities?.length === 0 ? 'There are no communities yet' : 'Choose one'}
      searchable
      allowDeselect={false}
      data={options(communities)}
      value={text(design.communityId)}
      onChange={(id) => change({ communityId: number(id) })}
    />
  )
}

function SessionsOf() {
  const { design, change } = useReportsView()
  const { memberIds } = design
  const { data: members = [] } = useQuery({
    queryKey: ['report-members', memberIds],
    queryFn: async (): Promise<Reference[]> =>
      (
        await Promise.all(
          memberIds.map((id) => call('members.get', { id }).catch(() => ({ id, name: 'Nobody any more' }))),
        )
      ).map(({ id, name }) => ({ id, name })),
    placeholderData: (previous) => previous?.filter(({ id }) => memberIds.includes(id)),
  })
  return (
    <>
      <div>
        <MembersPicker
          label="Members"
          placeholder={memberIds.length === 0 ? 'Everybody' : ''}
          search={findMembers}
          value={members}
          onChange={(chosen) => change({ memberIds: chosen.map(({ id }) => id) })}
        />
        <p className={classes.hint}>
          {memberIds.length > 1
            ? 'Sessions in which all of them met.'
            : 'One member, a pair, or leave it empty for all.'}
        </p>
      </div>
      <PartField />
    </>
  )
}

const shownPairs = 8

/** One pair, program or community that the sessions are of. */
function PartField() {
  const { design, change } = useReportsView()
  const { matchId, programId, communityId } = design
  const [query, setQuery] = useState('')
  const { data: programs } = useRecords('programs.names', {})
  const { data: communities } = useRecords('communities.options', {})
  const { data: found = [] } = useRecords('matches.find', { query, limit: shownPairs })
  const { data: chosen } = useRecords('matches.get', { id: matchId ?? 1 }, { enabled: matchId !== null })
  const pairs = new Map(
    [...(matchId !== null && chosen?.id === matchId ? [chosen] : []), ...found].map((pair) => [
      pair.id,
      pair,
    ]),
  )
  const groups = [
    {
      group: 'Pairs',
      items: [...pairs.values()].map((pair) => ({ value: `match ${pair.id}`, label: pairLabel(pair) })),
    },
    { group: 'Programs', items: options(programs, 'program ') },
    { group: 'Communities', items: options(communities, 'community ') },
  ]
  const value =
    matchId !== null
      ? `match ${matchId}`
      : programId !== null
        ? `program ${programId}`
        : communityId !== null
          ? `community ${communityId}`
          : null
  return (
    <Select
      label="Pair, program or community"
      placeholder="Any"
      searchable
      clearable
      filter={(input) => (query === '' ? input.options : orNobody(input))}
      data={groups.filter(({ items }) => items.length > 0)}
      onSearchChange={setQuery}
      value={value}
      onChange={(next) => {
        const [what, id] = next?.split(' ') ?? []
        const { memberIds: _kept, ...nobody } = noWhom
        change({ ...nobody, ...(what === undefined ? {} : { [`${what}Id`]: Number(id) }) })
      }}
    />
  )
}

const pairLabel = ({ members, program }: MatchOption) =>
  `${members.map(({ name }) => name).join(' & ')} · ${program}`

const options = (things: readonly Reference[] | undefined, prefix = '') =>
  (things ?? []).map(({ id, name }) => ({ value: `${prefix}${id}`, label: name }))

const text = (id: number | null) => (id === null ? null : String(id))
const number = (id: string | null) => (id === null ? null : Number(id))

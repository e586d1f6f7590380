import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  knowledgeKindLabels,
  knowledgeStateLabels,
  programStatusLabels,
  shortDate,
} from '../components/labels'
import { menuCommands } from './menuCommands'
import { go, type Place } from './navigation'
import { navigationItems } from './navigationItems'
import { PaletteEntries, useCommunitiesFound } from './PaletteCommunities'
import { chooseFirst, openFirst, paletteStore } from './palette'
import { useRecords } from './records'
import { Shortcuts } from './Shortcuts'

/** @param history what undo and redo would take back, in words */
const actionsOf = (history: { undo: string; redo: string }): readonly Action[] => [
  ['New session', menuCommands['new-session']],
  ['New member', menuCommands['new-member']],
  ['New program', () => go({ screen: 'program-editor' })],
  ['Write knowledge', () => go({ screen: 'knowledge-editor' })],
  ['Import a file', menuCommands.import],
  ['Find duplicate members', () => go({ screen: 'duplicates' })],
  ['Export session summaries', menuCommands.export],
  ['Export everything', menuCommands['export-all']],
  ['Open an export', menuCommands['open-export']],
  ['Merge a colleague’s copy or changes', menuCommands['merge-copy']],
  ['Changes for a colleague', menuCommands['give-changes']],
  ['Undo', menuCommands.undo, history.undo],
  ['Redo', menuCommands.redo, history.redo],
  ['History', menuCommands.history],
  ['Trash', () => go({ screen: 'history', tab: 'trash' })],
  ['Search everything', menuCommands.search],
  ['Topics', () => go({ screen: 'topics' })],
  ['Coverage of topics', () => go({ screen: 'coverage' })],
  ['Who teaches whom', () => go({ screen: 'transfer' })],
  ['New community', () => go({ screen: 'community-editor' })],
  ['Map of contacts', () => go({ screen: 'map' })],
  ['How contacts cross', () => go({ screen: 'crossing' })],
  ['Is the ground ready?', () => go({ screen: 'readiness' })],
  ...navigationItems.map(({ label, place }): Action => [`Go to ${label}`, () => go(place)]),
  ['Settings', menuCommands.settings],
  ['Lock this file', menuCommands.lock],
  ['Keyboard shortcuts', menuCommands.shortcuts],
]

type Action = [label: string, run: () => void, description?: string]

const shown = 6

/** Finds anything and does anything: members, programs and communities by name, knowledge, gatherings, asks and sessions by their words, and every command. */
export function CommandPalette() {
  const [query, setQuery] = useState('')
  const [typed] = useDebouncedValue(query.trim(), 60)
  const asking = typed.length > 0
  const members = useRecords('members.find', { query: typed, limit: shown }, { enabled: asking })
  const sessions = useRecords(
    'sessions.list',
    { filter: { ...anySession, query: typed }, page: { offset: 0, limit: shown } },
    { enabled: asking },
  )
  const programs = useRecords('programs.names', {}, { enabled: asking })
  const knowledge = useRecords('knowledge.find', { query: typed, limit: shown }, { enabled: asking })
  const inCommunities = useCommunitiesFound(typed)
  const wanted = query.trim().toLocaleLowerCase()
  const { data: history } = useRecords('history.state', {})
  const actions = actionsOf({ undo: history?.undo?.summary ?? '', redo: history?.redo?.summary ?? '' })
  const commands = actions.filter(([label]) => label.toLocaleLowerCase().includes(wanted))
  const foundMembers = asking ? (members.data ?? []) : []
  const foundPrograms = (asking ? (programs.data ?? []) : [])
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .slice(0, shown)
  const foundSessions = asking ? (sessions.data?.rows ?? []) : []
  const foundKnowledge = asking ? (knowledge.data ?? []) : []
  const open = (place: Place) => () => go(place)
  const found =
    typed === query.trim() &&
    inCommunities.isReady &&
    (!asking ||
      [members, sessions, programs, knowledge].every((one) => !one.isPending && !one.isPlaceholderData))
  /** Enter came before what was typed had been found: it opens what is found first. */
  const enters = useRef(false)
  useEffect(() => {
    if (!found || typed === '') return
    chooseFirst()
    if (enters.current) openFirst()
    enters.current = false
  }, [found, typed])
  const waitForEntries = (event: KeyboardEvent) => {
    enters.current = event.key === 'Enter' && !found
    if (!enters.current) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Whoever types the beginning of a command means it. */
  const isCommand =
    wanted.length > 2 &&
    [...inCommunities.commands.map(({ label }) => label), ...commands.map(([label]) => label)].some((label) =>
      label.toLocaleLowerCase().startsWith(wanted),
    )
  const doing = (
    <>
      <PaletteEntries label="For a community" entries={inCommunities.commands} />
      {commands.length > 0 ? (
        <Spotlight.ActionsGroup label="Do">
          {commands.map(([label, run, description = '']) => (
            <Spotlight.Action key={label} label={label} description={description} onClick={run} />
          ))}
        </Spotlight.ActionsGroup>
      ) : null}
    </>
  )

  return (
    <>
      <Spotlight.Root
        store={paletteStore}
        query={query}
        onQueryChange={setQuery}
        shortcut={null}
        clearQueryOnClose
        scrollable
        attributes={{ content: { 'aria-label': 'Find or do' } }}
        maxHeight={440}
      >
        <Spotlight.Search
          placeholder="Find a member, a session, a community, knowledge, or something to do"
          aria-label="Find or do"
          onKeyDownCapture={waitForEntries}
        />
        <Spotlight.ActionsList>
          {isCommand ? doing : null}
          {foundMembers.length > 0 ? (
            <Spotlight.ActionsGroup label="Members">
              {foundMembers.map(({ id, name, location, department }) => (
                <Spotlight.Action
                  key={id}
                  label={name}
                  description={[department, location].filter(Boolean).join(', ')}
                  onClick={open({ screen: 'members', memberId: id })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null}
          {foundPrograms.length > 0 ? (
            <Spotlight.ActionsGroup label="Programs">
              {foundPrograms.map(({ id, name, status }) => (
                <Spotlight.Action
                  key={id}
                  label={name}
                  description={programStatusLabels[status]}
                  onClick={open({ screen: 'program', programId: id })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null}
          <PaletteEntries label="Communities" entries={inCommunities.communities} />
          <PaletteEntries label="Gatherings" entries={inCommunities.gatherings} />
          <PaletteEntries label="Asks" entries={inCommunities.asks} />
          {foundKnowledge.length > 0 ? (
            <Spotlight.ActionsGroup label="Knowledge">
              {foundKnowledge.map(({ id, name, kind, state }) => (
                <Spotlight.Action
                  key={id}
                  label={name}
                  description={`${knowledgeKindLabels[kind]}, ${knowledgeStateLabels[state].toLowerCase()}`}
                  onClick={open({ screen: 'knowledge-item', itemId: id })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null}
          {foundSessions.length > 0 ? (
            <Spotlight.ActionsGroup label="Sessions">
              {foundSessions.map(({ id, heldOn, attendees, excerpt }) => (
                <Spotlight.Action
                  key={id}
                  label={attendees.map(({ name }) => name).join(', ')}
                  description={`${shortDate(heldOn)} · ${excerpt.map(({ text }) => text).join('')}`}
                  onClick={open({ screen: 'sessions', sessionId: id, query: typed })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null}
          {isCommand ? null : doing}
          {asking ? (
            <Spotlight.ActionsGroup label="Everywhere">
              <Spotlight.Action
                label={`Search everything for “${typed}”`}
                onClick={open({ screen: 'search', query: typed })}
              />
            </Spotlight.ActionsGroup>
          ) : null}
          {foundMembers.length +
            foundPrograms.length +
            foundKnowledge.length +
            foundSessions.length +
            inCommunities.communities.length +
            inCommunities.gatherings.length +
            inCommunities.asks.length +
            inCommunities.commands.length +
            commands.length ===
          0 ? (
            <Spotlight.Empty>Nothing like that in this file.</Spotlight.Empty>
          ) : null}
        </Spotlight.ActionsList>
      </Spotlight.Root>
      <Shortcuts />
    </>
  )
}

const anySession = {
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}

import { Spotlight } from '@mantine/spotlight'
import { gatheringLabels, shortDate } from '../components/labels'
import { communityTabs } from './communityTabs'
import { go, type Place } from './navigation'
import { useNeeds } from './needs'
import { useRecords } from './records'
import { useToday } from './today'

interface Entry {
  key: string
  label: string
  description: string
  place: Place
}

interface Found {
  /** Communities and their parts; gatherings and asks by their words. */
  communities: Entry[]
  gatherings: Entry[]
  asks: Entry[]
  /** What can be done for one of them. */
  commands: Entry[]
  isReady: boolean
}

const shown = 6

/** What of communities has all the words that were typed. */
export function useCommunitiesFound(typed: string): Found {
  const today = useToday()
  const asking = typed.length > 0
  const names = useRecords('communities.names', { today }, { enabled: asking })
  const found = useRecords('communities.find', { query: typed, today, limit: shown }, { enabled: asking })
  const { communities: due } = useNeeds()
  const words = typed.toLocaleLowerCase().split(/\s+/)
  const fits = ({ label }: Entry) => words.every((word) => label.toLocaleLowerCase().includes(word))
  const known = asking ? (names.data ?? []) : []
  const going = known.filter(({ ended }) => !ended)
  // A part of a community is meant where a word is none of its name.
  const parts = known
    .filter(({ name }) => words.some((word) => !name.toLocaleLowerCase().includes(word)))
    .flatMap(({ id, name }) =>
      communityTabs.map((tab) => ({
        key: `${id} ${tab.name}`,
        label: `${name}: ${tab.title}`,
        description: 'Community',
        place: community(id, tab.name),
      })),
    )
  const whole = known.map(({ id, name }) => ({
    key: `${id}`,
    label: name,
    description: 'Community',
    place: community(id),
  }))
  const toAttend = [
    ...(due?.gatherings.filter(({ daysToGo }) => daysToGo === 0).map((one) => ({ ...one, on: one.dueOn })) ??
      []),
    ...(due?.attendance.map((one) => ({ ...one, on: one.heldOn })) ?? []),
  ]
  const commands = [
    ...going.map(({ id, name }) => ({
      key: `ask ${id}`,
      label: `New ask in ${name}`,
      description: '',
      place: { ...community(id, 'asks'), asking: true as const },
    })),
    ...toAttend.map(({ id, title, kind, community: { id: of, name }, on }) => ({
      key: `attend ${id}`,
      label: `Take attendance of ${title ?? gatheringLabels[kind]}, ${name}`,
      description: shortDate(on),
      place: { ...community(of, 'gatherings'), gatheringId: id },
    })),
  ]
  return {
    communities: [...whole, ...parts].filter(fits).slice(0, shown),
    gatherings: (asking ? (found.data?.gatherings ?? []) : []).map(
      ({ id, title, kind, heldOn, community: { id: of, name } }) => ({
        key: `${id}`,
        label: title ?? gatheringLabels[kind],
        description: `${name}, ${shortDate(heldOn)}`,
        place: { ...community(of, 'gatherings'), gatheringId: id },
      }),
    ),
    asks: (asking ? (found.data?.asks ?? []) : []).map(
      ({ id, text, asker, askedOn, community: { id: of, name } }) => ({
        key: `${id}`,
        label: text,
        description: `${asker}, ${name}, ${shortDate(askedOn)}`,
        place: community(of, 'asks'),
      }),
    ),
    commands: asking ? commands.filter(fits).slice(0, shown) : [],
    isReady: !asking || [names, found].every((one) => !one.isPending && !one.isPlaceholderData),
  }
}

type OfCommunity = Extract<Place, { screen: 'community' }>

function community(communityId: number, tab?: OfCommunity['tab']): OfCommunity {
  return { screen: 'community', communityId, ...(tab && { tab }) }
}

/** Entries under a heading; nothing when there are none. */
export function PaletteEntries({ label, entries }: { label: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map(({ key, label: words, description, place }) => (
        <Spotlight.Action key={key} label={words} description={description} onClick={() => go(place)} />
      ))}
    </Spotlight.ActionsGroup>
  )
}

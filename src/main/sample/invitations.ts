import { mix, Random } from '@shared/domain/random'
import type { Calendar } from './calendar'
import type { PlannedCommunity } from './communities'
import type { People } from './people'
import type { SampleInvitation } from './types'

/** Somebody whom a member has met elsewhere; in no directory. */
const strangers = [
  ['Inês Duarte', 'ines.duarte@harbour-school.example'],
  ['Piet van der Laan', 'piet@deltawerkplaats.example'],
  ['Abebi Nwosu', null],
  ['Søren Lindqvist', 'soren.lindqvist@fjordlab.example'],
  ['Yuki Tanaka', 'yuki.tanaka@coastal-museum.example'],
  ['Małgorzata Zielińska', null],
  ['Rafael Ibáñez', 'rafael@ibanez-pilots.example'],
  ['Leila Haddadi', 'leila.haddadi@portuni.example'],
] as const

const notes = [
  'Asked good questions at the open hour.',
  'Has done in Rotterdam what we are about to try.',
  'Wants to come when the busy season is over.',
  'Met at the spring conference.',
] as const

const mostBrought = 40

/** Who was invited to the communities: some who belong by now, some who have not answered, and some who are thought of. */
export function planInvitations(
  people: People,
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
): SampleInvitation[] {
  return communities.flatMap((planned, community) => {
    const random = new Random(mix(people.seed ^ 0x696e76, community))
    return [
      ...broughtIn(planned, community, random, calendar),
      ...asked(planned, community, random, { people, calendar }),
    ]
  })
}

/** Many of those who belong were brought in by somebody who did before. */
function broughtIn(
  { members, joined }: PlannedCommunity,
  community: number,
  random: Random,
  calendar: Calendar,
): SampleInvitation[] {
  const invitations: SampleInvitation[] = []
  for (let rank = 3; rank < Math.min(members.length, mostBrought); rank++) {
    if (!random.chance(0.6)) continue
    const on = Math.min((joined[rank] ?? 0) - 1 - random.below(12), calendar.today - 2)
    invitations.push({
      community,
      member: members[rank] ?? null,
      name: null,
      email: null,
      // Some bring many others, and more often those who came early.
      by: members[Math.floor(rank * random.next() ** 1.7)] ?? null,
      on: calendar.text(on),
      answer: 'accepted',
      answeredOn: calendar.text(joined[rank] ?? on),
      note: null,
    })
  }
  return invitations
}

const answers = [null, null, 'later', 'declined', null, 'accepted', null, null] as const

function asked(
  { members }: PlannedCommunity,
  community: number,
  random: Random,
  { people, calendar }: { people: People; calendar: Calendar },
): SampleInvitation[] {
  const belongs = new Set(members)
  const others = Array.from({ length: people.count }, (_, member) => member).filter(
    (member) => people.statusOf(member) !== 'alumni' && !belongs.has(member),
  )
  const inviters = [...members].filter((member) => people.isActive(member)).slice(0, 12)
  if (inviters.length === 0) return []
  return answers.map((answer, at) => {
    const isStranger = at % 2 === 0
    const [name, email] = strangers[(at / 2 + 3 * community) % strangers.length] ?? strangers[0]
    const on = calendar.workday(calendar.today - 4 - random.below(40))
    // The last ones are thought of, and nobody has spoken with them yet.
    const isSpoken = at < answers.length - 2
    return {
      community,
      member: isStranger ? null : (others[(7 * community + 3 * at) % others.length] ?? null),
      name: isStranger ? name : null,
      email: isStranger ? email : null,
      by: random.pick(inviters),
      on: isSpoken ? calendar.text(on) : null,
      answer,
      answeredOn: answer === null ? null : calendar.text(Math.min(on + 3, calendar.today)),
      note: random.chance(0.5) ? random.pick(notes) : null,
    }
  })
}

import { mix, Random } from '@shared/domain/random'
import type { MemberStatus } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import { backgroundOf } from './matching'
import { jobTitles, mailDomain, organisation, partners } from './organisation'
import type { People } from './people'
import { skillName } from './skills'
import type { SampleMember } from './types'

const batchSize = 500

const pasts = [
  'Came from the merchant navy',
  'Joined straight from university',
  'Was a harbour pilot before',
  'Spent ten years with a dredging company',
  'Trained as a boatbuilder',
  'Taught mathematics until three years ago',
  'Came back after a few years abroad',
  'Started in the workshop and moved to the office later',
  'Has worked in three of the six places',
  'Used to be on the client’s side',
]

const likes = [
  'Prefers a walk along the quay to a video call.',
  'Best reached in the mornings.',
  'Happy to be asked, even about small things.',
  'Likes short meetings and long lunches.',
  'Sings in the harbour choir.',
  'Usually on site on Tuesdays and Thursdays.',
  'Answers messages in the evening, after the children are in bed.',
  'Would rather be shown than told.',
]

function about(people: People, index: number, random: Random, offered: readonly number[]): string | null {
  const parts: string[] = []
  const { latin } = people.nameOf(index)
  if (latin !== null) parts.push(`Writes **${latin}** in Latin letters.`)
  if (random.chance(0.55)) {
    const skill = offered[0]
    parts.push(
      skill !== undefined && random.chance(0.6)
        ? `${random.pick(pasts)}; ask about **${skillName(skill)}**.`
        : `${random.pick(pasts)}.`,
    )
    if (random.chance(0.5)) parts.push(random.pick(likes))
  }
  return parts.length === 0 ? null : parts.join(' ')
}

/** An address that nobody else in this file has. */
function uniqueMail(mailbox: string, taken: Map<string, number>): string {
  const before = taken.get(mailbox) ?? 0
  taken.set(mailbox, before + 1)
  return before === 0 ? `${mailbox}@${mailDomain}` : `${mailbox}${before + 1}@${mailDomain}`
}

function hasMail(status: MemberStatus, random: Random): boolean {
  return random.chance(status === 'prospect' ? 0.75 : 0.99)
}

/** All members in the order of joining, some hundreds at a time. */
export function* generateMembers(people: People, calendar: Calendar): Generator<SampleMember[], void, void> {
  const mailboxes = new Map<string, number>()
  for (let start = 0; start < people.count; start += batchSize) {
    const batch: SampleMember[] = []
    for (let index = start; index < Math.min(people.count, start + batchSize); index++) {
      batch.push(memberAt(people, calendar, index, mailboxes))
    }
    yield batch
  }
}

function memberAt(
  people: People,
  calendar: Calendar,
  index: number,
  mailboxes: Map<string, number>,
): SampleMember {
  const random = new Random(mix(people.seed ^ 0x6d656d, index))
  const name = people.nameOf(index)
  const status = people.statusOf(index)
  const role = people.roleOf(index)
  const titles = jobTitles[people.departmentOf(index)]
  const senior = role === 'mentor' || (role === 'both' && random.chance(0.6)) || random.chance(0.12)
  const skills = people.skillsOf(index)
  const outside = status === 'prospect' && random.chance(0.5)
  const phone = people.locationOf(index) === 'Bristol' && random.chance(0.6)
  const hasJoined = status === 'active' || status === 'alumni'
  return {
    name: name.full,
    sortName: name.sort,
    email: hasMail(status, random) ? uniqueMail(name.mailbox, mailboxes) : null,
    // Numbers that the British regulator keeps free for fiction; no other place has such.
    phone: phone ? `+44 117 496 0${String(random.below(1000)).padStart(3, '0')}` : null,
    status,
    role,
    jobTitle: random.chance(0.95) ? random.pick(senior ? titles.senior : titles.junior) : null,
    organisation: outside ? random.pick(partners) : organisation,
    location: people.locationOf(index),
    department: outside ? null : people.departmentOf(index),
    capacity: people.capacityOf(index),
    joinedOn: hasJoined ? calendar.text(people.joinDay(index)) : null,
    externalId: hasJoined && random.chance(0.93) ? `TW-${String(index + 1).padStart(5, '0')}` : null,
    about: about(people, index, random, skills.offered),
    skillsOffered: skills.offered.map(skillName),
    skillsWanted: skills.wanted.map(skillName),
    invitedBy: people.invitedBy(index),
    ...backgroundOf(people, index),
  }
}

import { mix, Random } from '@shared/domain/random'
import { sessionMedia } from '@shared/domain/vocabulary'
import type { Calendar } from './calendar'
import type { CommunityCourse, PlannedCommunity } from './communities'
import type { People } from './people'
import { skillName } from './skills'
import type { SampleAsk } from './types'

/** What is asked of somebody who knows about a topic. */
const questions: readonly ((topic: string) => string)[] = [
  (topic) => `Has anybody a good introduction to ${topic} for somebody who starts next week?`,
  (topic) => `Who could look over a first draft with me? It is about ${topic}.`,
  (topic) => `We are stuck with ${topic} at a client. Has somebody seen this before?`,
  (topic) => `Which book or course on ${topic} was worth the time?`,
  (topic) => `Half an hour to ask stupid questions about ${topic}: who has it?`,
  (topic) => `What would you do differently about ${topic} if you began again?`,
  (topic) => `Is there a template for ${topic} that is still in use?`,
  (topic) => `I have to present ${topic} to people who do not know it. How do you begin?`,
]

const notes = [
  'Sent a checklist.',
  'Talked it through over lunch.',
  'Knows somebody who knows.',
  null,
  null,
  null,
]

/** How likely an ask is answered at all, and how long that takes about, in days. */
const answering: Readonly<Record<CommunityCourse, { share: number; days: number }>> = {
  thriving: { share: 0.92, days: 2.5 },
  steady: { share: 0.82, days: 4.5 },
  fading: { share: 0.45, days: 9 },
}

const lookedBack = 300
const daysBetween = 9
/** Who is in the communities of a very large file asks no more than others. */
const mostAskers = 400

/** What was asked in the communities, and who helped; the last asks are still open. */
export function planAsks(
  people: People,
  calendar: Calendar,
  communities: readonly PlannedCommunity[],
): SampleAsk[] {
  return communities.flatMap((planned, community) => {
    const random = new Random(mix(people.seed ^ 0x61736b, community))
    const asks: SampleAsk[] = []
    const { start, course } = planned
    const begin = Math.max(start + 20, calendar.today - lookedBack)
    for (let day = begin; day < calendar.today; day += 1 + random.below(2 * daysBetween)) {
      const there = thereOn(planned, day)
      if (there.length < 3) continue
      const asker = random.pick(there)
      const helpers = there.filter((member) => member !== asker)
      const { wanted } = people.skillsOf(asker)
      const topic = wanted.length === 0 ? null : skillName(random.pick(wanted))
      const question = random.pick(questions)
      const { share, days } = answering[course]
      const isAnswered = random.chance(share)
      // Most answers come soon, a few late.
      const on = day + Math.floor(-days * Math.log(1 - random.next() * 0.97))
      const able = topic === null ? helpers : helpers.filter((member) => offers(people, member, topic))
      const helper = random.pick(able.length > 0 && random.chance(0.8) ? able : helpers)
      const helped = random.next()
      asks.push({
        community,
        asker,
        text: question(topic ?? 'this kind of work'),
        topic,
        on: calendar.text(day),
        isPrivate: random.chance(0.1),
        closedOn: !isAnswered && day < calendar.today - 120 ? calendar.text(day + 60) : null,
        answers:
          isAnswered && on <= calendar.today
            ? [
                {
                  member: helper,
                  on: calendar.text(on),
                  means: random.pick(sessionMedia),
                  helped: helped < 0.62 ? 'yes' : helped < 0.74 ? 'partly' : helped < 0.8 ? 'no' : null,
                  note: random.pick(notes),
                },
              ]
            : [],
      })
    }
    return asks
  })

  function thereOn({ members, joined }: PlannedCommunity, day: number): number[] {
    return [...members]
      .filter((member, rank) => (joined[rank] ?? 0) <= day && people.isActive(member))
      .slice(0, mostAskers)
  }
}

function offers(people: People, member: number, topic: string): boolean {
  return people.skillsOf(member).offered.some((skill) => skillName(skill) === topic)
}

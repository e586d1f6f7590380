import { mix, Random } from '@shared/domain/random'
import type { Calendar } from './calendar'
import { knowledgeIdeas } from './knowledgeTexts'
import { departments } from './organisation'
import type { People } from './people'
import type { SampleKnowledge } from './types'

/** So many people are looked through for authors and users: in a very large program it is the first of them. */
const looked = 2000

/** What was written down in the sample program, by whom, and who used it. */
export function planKnowledge(people: People, calendar: Calendar, communities: number): SampleKnowledge[] {
  const random = new Random(mix(people.seed, 0x6b6e6f))
  const active = Array.from({ length: Math.min(people.count, looked) }, (_, member) => member).filter(
    (member) => people.isActive(member),
  )
  const taken = new Set<number>()
  const day = (offset: number) => calendar.text(calendar.workday(calendar.today + offset))
  return knowledgeIdeas.map((idea) => {
    const authors = idea.authors.flatMap((department) => {
      const home = departments.indexOf(department)
      const [author] = active.filter((member) => people.department[member] === home && !taken.has(member))
      if (author === undefined) return []
      taken.add(author)
      return [author]
    })
    const users = active.filter((member) => !authors.includes(member))
    const uses = idea.uses.flatMap((story, at) => {
      const member = users.splice(random.below(users.length), 1)[0]
      if (member === undefined) return []
      // One after the other, since it was begun.
      const share = (at + 0.4 + random.next() * 0.5) / idea.uses.length
      return [{ member, on: day(-Math.max(1, Math.round(idea.age * (1 - share)))), story }]
    })
    return {
      ...idea,
      topics: [...idea.topics],
      authors,
      community: idea.community !== null && idea.community < communities ? idea.community : null,
      begunOn: day(-idea.age),
      writtenOn: day(-Math.round(idea.age / 3)),
      reviewOn: idea.reviewIn === null ? null : day(idea.reviewIn),
      uses,
    }
  })
}

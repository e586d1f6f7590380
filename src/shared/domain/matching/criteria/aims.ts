import type { Participant } from '../input'
import type { Criterion } from './criterion'
import { topicsInCommon } from './topics'

export const skills: Criterion = (people) =>
  topicsInCommon(people, {
    wanted: ({ skillsWanted }) => skillsWanted,
    offered: ({ skillsOffered }) => skillsOffered,
    words: {
      offers: 'Offers',
      one: 'skill wanted',
      many: 'skills wanted',
      nothingWanted: 'The mentee has named no skill that they want to learn.',
      nothingOffered: 'The mentor has named no skill that they offer.',
    },
  })

export const goals: Criterion = (people) =>
  topicsInCommon(people, {
    wanted: goalsOf,
    offered: goalsOf,
    words: {
      offers: 'Would help with',
      one: 'goal',
      many: 'goals',
      nothingWanted: 'The mentee has named no goal.',
      nothingOffered: 'The mentor has not said with which goals they would help.',
    },
  })

function goalsOf({ goals: topics }: Participant) {
  return topics.map((name) => ({ name, level: null }))
}

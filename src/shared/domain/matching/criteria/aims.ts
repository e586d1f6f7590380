import type { Participant } from '../input'
import { markOf } from '../naming'
import type { Criterion } from './criterion'
import { type TopicWords, topicsInCommon } from './topics'

export const skills: Criterion = (people) =>
  topicsInCommon(people, {
    wanted: ({ skillsWanted }) => skillsWanted,
    offered: ({ skillsOffered }) => skillsOffered,
    words: people.peers === undefined ? () => mentorsSkills : peersSkills,
  })

export const goals: Criterion = (people) =>
  topicsInCommon(people, {
    wanted: goalsOf,
    offered: goalsOf,
    words: people.peers === undefined ? () => mentorsGoals : peersGoals,
  })

function goalsOf({ goals: topics }: Participant) {
  return topics.map((name) => ({ name, level: null }))
}

const mentorsSkills: TopicWords = {
  among: ['mentor', 'mentors'],
  offers: 'Offers',
  one: 'skill wanted',
  many: 'skills wanted',
  nothingWanted: 'The mentee has named no skill that they want to learn.',
  nothingOffered: 'The mentor has named no skill that they offer.',
}

const mentorsGoals: TopicWords = {
  among: ['mentor', 'mentors'],
  offers: 'Would help with',
  one: 'goal',
  many: 'goals',
  nothingWanted: 'The mentee has named no goal.',
  nothingOffered: 'The mentor has not said with which goals they would help.',
}

function peersSkills(wanting: Participant, offering: Participant): TopicWords {
  const [one, other] = [markOf(wanting), markOf(offering)]
  return {
    among: ['person', 'people'],
    offers: `${other} offers`,
    one: `skill that ${one} wants`,
    many: `skills that ${one} wants`,
    nothingWanted: `${one} has named no skill to learn.`,
    nothingOffered: `${other} has named no skill to offer.`,
  }
}

/** Equals who work towards the same can help each other with it. */
function peersGoals(wanting: Participant, sharing: Participant): TopicWords {
  const [one, other] = [markOf(wanting), markOf(sharing)]
  return {
    among: ['person', 'people'],
    offers: `${other} shares`,
    one: `goal of ${one}`,
    many: `goals of ${one}`,
    nothingWanted: `${one} has named no goal.`,
    nothingOffered: `${other} has named no goal.`,
  }
}

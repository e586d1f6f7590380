import type { StepKind } from './steps'

/** Why a step would help, with its days as they are said. */
export interface StepReasons {
  topic?: { name: string; shared: string } | undefined
  places?: readonly [one: string, other: string] | undefined
  day?: string | undefined
  count?: number | undefined
  usual?: number | undefined
  /** What was asked. */
  ask?: string | undefined
}

/** What a step is about beside people: the title of a piece of knowledge, or a topic. */
type About = string | null

/** The step as a request to the coordinator, such as “Introduce Mira Okafor and Jan Weiss”. */
export function stepText(kind: StepKind, names: readonly string[], about: About = null): string {
  const [one = 'somebody', other] = names
  switch (kind) {
    case 'introduce':
      return `Introduce ${one} and ${other ?? 'somebody'}`
    case 'welcome':
      return other ? `Ask ${other} to welcome ${one}` : `Welcome ${one}`
    case 'share the lead':
      return `Invite ${one} and ${other ?? 'somebody else'} to lead the next gathering`
    case 'answer':
      return `Remind ${one} of ${other ?? 'who turned to them'}`
    case 'catch':
      return other ? `Ask ${other} how ${one} is, or call` : `Call ${one}`
    case 'set a day':
      return 'Set a day that people can count on'
    case 'pass on':
      return other ? `Ask ${other} to answer ${one}` : `Find somebody who can answer ${one}`
    case 'show':
      return `Show ${one} ${titled(about)}`
    case 'endorse':
      return other
        ? `Ask ${other} to look through ${titled(about)} by ${one}`
        : `Look through ${titled(about)}${names.length > 0 ? ` with ${one}` : ''}`
    case 'write down':
      return `Write down what is known about ${about ?? 'it'}, for ${one} and ${other ?? 'others'}`
    case 'tell':
      return `Ask ${one} what came of ${titled(about)}`
  }
}

/** The same when it was taken: “Introduced Mira Okafor and Jan Weiss”. */
export function stepDone(kind: StepKind, names: readonly string[], about: About = null): string {
  const [one = 'somebody', other] = names
  switch (kind) {
    case 'introduce':
      return `Introduced ${one} and ${other ?? 'somebody'}`
    case 'welcome':
      return other ? `Asked ${other} to welcome ${one}` : `Welcomed ${one}`
    case 'share the lead':
      return `Invited ${one} and ${other ?? 'somebody else'} to lead a gathering`
    case 'answer':
      return `Reminded ${one} of ${other ?? 'who turned to them'}`
    case 'catch':
      return other ? `Asked ${other} after ${one}` : `Called ${one}`
    case 'set a day':
      return 'Set a day that people can count on'
    case 'pass on':
      return other ? `Asked ${other} to answer ${one}` : `Found somebody who can answer ${one}`
    case 'show':
      return `Showed ${one} ${titled(about)}`
    case 'endorse':
      return other
        ? `Asked ${other} to look through ${titled(about)} by ${one}`
        : `Looked through ${titled(about)}${names.length > 0 ? ` with ${one}` : ''}`
    case 'write down':
      return `Wrote down what ${one} and ${other ?? 'others'} have asked about`
    case 'tell':
      return `Asked ${one} what came of ${titled(about)}`
  }
}

/** Why, in a sentence. */
export function stepReason(kind: StepKind, reasons: StepReasons): string {
  const { topic, places, day, count, usual, ask } = reasons
  switch (kind) {
    case 'introduce': {
      const where = places ? `, in ${places[0]} and ${places[1]}` : ''
      const what = topic
        ? `${sharedWords[topic.shared] ?? 'Both care about'} ${topic.name}`
        : 'They have much in common'
      return `${what}${where}; they have never met.`
    }
    case 'welcome':
      return `Joined ${day ? `on ${day}` : 'lately'}, and no contact since.`
    case 'share the lead':
      return `${usual ?? 0} of 100 contacts run through one person.`
    case 'answer':
      return `${count ?? 2} contacts, none of them returned.`
    case 'catch':
      return day ? `Was among the regulars; last seen on ${day}.` : 'Was among the regulars.'
    case 'set a day':
      return beat(reasons)
    case 'pass on': {
      const offer = topic ? ` Offers ${topic.name}.` : ''
      const asked = ask ? `“${ask}”: asked` : 'Asked'
      return `${asked} ${day ? `on ${day}` : 'lately'}, no answer for ${count ?? 0} days.${offer}`
    }
    case 'show':
      return `Wants to learn about ${topic?.name ?? 'it'}; nobody has used it in this time.`
    case 'endorse': {
      const made = count === undefined ? 'Written' : 'Made out of a session’s notes'
      const offer = topic ? ` Who is to look offers ${topic.name}.` : ''
      return `${made}${day ? ` on ${day}` : ''}, and never endorsed.${offer}`
    }
    case 'write down':
      return `Both asked about ${topic?.name ?? 'it'}, and nothing is written down of it.`
    case 'tell':
      return `Used it${day ? ` on ${day}` : ''}; what came of it is not told yet.`
  }
}

function titled(title: About): string {
  return title === null ? 'a piece of knowledge' : `“${title}”`
}

const sharedWords: Record<string, string> = {
  'both want': 'Both want to learn about',
  'one offers what the other wants': 'One offers what the other wants to learn:',
  'both talked about': 'Both talked in sessions about',
}

function beat({ day, count, usual }: StepReasons): string {
  if (day)
    return `The last gathering was on ${day}; before that there was one about every ${usual ?? 0} days.`
  if (count !== undefined && count > 1) return `The last gatherings fell on ${count} different weekdays.`
  if (count === 1) return `The gaps between gatherings vary; about ${usual ?? 0} days are usual.`
  return 'There are too few gatherings yet for a rhythm. Three dates are a beginning.'
}

/** Of the seven principles the one that a step follows. */
export const principles: Record<StepKind, string> = {
  introduce: 'Open a dialogue between inside and outside perspectives',
  welcome: 'Invite different levels of participation',
  'share the lead': 'Design for evolution',
  answer: 'Develop both public and private community spaces',
  catch: 'Invite different levels of participation',
  'set a day': 'Create a rhythm for the community',
  'pass on': 'Focus on value',
  show: 'Focus on value',
  endorse: 'Focus on value',
  'write down': 'Focus on value',
  tell: 'Focus on value',
}

import type { Step } from './words'

const because: Record<string, (topic: string) => string> = {
  'both want': (topic) => `You both want to learn about ${topic}`,
  'both talked about': (topic) => `You are both occupied with ${topic}`,
  'one offers what the other wants': (topic) =>
    `One of you knows about ${topic}, and the other wants to learn it`,
}

/** A letter that brings two people together, to be pasted into a message and made one's own. */
export function introduction({ people, topic, places }: Step): string {
  const [one, other] = people.map(({ name }) => name)
  const reason =
    (topic && because[topic.shared]?.(topic.name)) ?? 'I believe you have much to tell each other'
  const where = places ? `, one in ${places[0]} and one in ${places[1]}` : ''
  return [
    `Dear ${one}, dear ${other},`,
    '',
    `may I introduce you to each other? ${reason}${where}, and as far as I know you have not met yet.`,
    '',
    'How about half an hour together? I am glad to find a time if that helps.',
  ].join('\n')
}

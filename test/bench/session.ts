import type { InputOf } from '@shared/contract'

const sentence = 'We looked at what went well since last time, and at the one conversation that was put off. '

/** A session of two people with notes of usual length, as it is saved while something is measured. */
export function session(index: number): InputOf<'sessions.save'> {
  const day = String(1 + (index % 28)).padStart(2, '0')
  return {
    id: null,
    session: {
      matchId: null,
      attendeeIds: [1 + (index % 50), 51 + (index % 30)],
      heldOn: `2026-11-${day}`,
      minutes: 45,
      medium: 'video',
      title: `Measured session ${index}`,
      agenda: null,
      notes: sentence.repeat(9),
      topics: ['Delegation'],
      actionItems: [{ id: null, text: 'Send the outline', ownerId: null, dueOn: null, doneOn: null }],
      confidentiality: 'pair',
      rating: null,
    },
  }
}

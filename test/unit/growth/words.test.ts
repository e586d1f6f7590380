import { readingOf } from '@renderer/features/growth/words'
import type { Invitation } from '@shared/contract/invitations'
import { expect, test } from 'vitest'

const today = '2026-03-01'
const thoughtOf: Invitation = {
  ...{ id: 1, memberId: null, name: 'Ana Abel', email: null, note: null, invitedBy: null },
  ...{ invitedOn: null, answer: null, answeredOn: null, belongs: false, cameOn: null },
} as Invitation
const invited: Invitation = { ...thoughtOf, invitedOn: '2026-02-27' }
const accepted: Invitation = { ...invited, answer: 'accepted', answeredOn: '2026-02-28' }
const declined: Invitation = { ...invited, answer: 'declined', answeredOn: '2026-02-28' }

test('what waits is said of each kind', () => {
  expect(readingOf([thoughtOf, accepted], today)).toBe(
    '2 people are on the way or have been. 1 has accepted and is no member yet and 1 has not been spoken with.',
  )
})

test('a member who has not come yet waits for a welcome', () => {
  expect(readingOf([{ ...accepted, belongs: true }], today)).toContain('1 is to be welcomed to a gathering.')
})

test('an answer that is still to come is told from nothing at all', () => {
  expect(readingOf([invited], today)).toContain('Nothing waits for you; 1 answer is still to come.')
  expect(readingOf([declined], today)).toMatch(/Nothing waits for you\.$/)
})

import { counted, shortDate } from '@renderer/components/labels'
import type { Invitation } from '@shared/contract/invitations'
import { type NextStep, nextStep, type WayStep } from '@shared/domain/growth/way'
import { listWords } from '@shared/domain/summaryWords'
import type { InvitationAnswer } from '@shared/domain/vocabulary'

export const wayLabels: Record<WayStep, string> = {
  'thought of': 'On the list',
  invited: 'Invited',
  accepted: 'Accepted',
  came: 'Came once',
  active: 'Take part',
}

export const answerLabels: Record<InvitationAnswer, string> = {
  accepted: 'Accepted',
  later: 'Later',
  declined: 'Declined',
}

/** What waits with somebody, or comes next; nothing where nothing does. */
export const nextWords: Record<NextStep, string> = {
  invite: 'Not spoken with yet',
  wait: '',
  'ask again': 'Ask them again',
  admit: 'Accepted, no member yet',
  welcome: 'Welcome them to a gathering',
  'further in': 'Invite them further in',
  none: '',
}

/** Who is on the way, and for how many something waits. */
export function readingOf(invitations: readonly Invitation[], today: string): string {
  const steps = invitations.map((one) => nextStep(one, today))
  const count = (step: NextStep) => steps.filter((one) => one === step).length
  const waits = [
    [count('admit'), 'has accepted and is no member yet', 'have accepted and are no members yet'],
    [count('ask again'), 'should be asked again', 'should be asked again'],
    [count('invite'), 'has not been spoken with', 'have not been spoken with'],
    [count('welcome'), 'is to be welcomed to a gathering', 'are to be welcomed to a gathering'],
    [count('further in'), 'can be invited further in', 'can be invited further in'],
  ] as const
  const told = waits
    .filter(([people]) => people > 0)
    .map(([people, one, many]) => `${people} ${people === 1 ? one : many}`)
  const list = `${counted(invitations.length, 'person is', 'people are')} on the way or have been.`
  if (told.length > 0) return `${list} ${capital(listWords(told))}.`
  return count('wait') > 0
    ? `${list} Nothing waits for you; ${counted(count('wait'), 'answer is', 'answers are')} still to come.`
    : `${list} Nothing waits for you.`
}

/** “invited by Mira Okafor on 3 Nov · wants to come later · came on 9 Nov” */
export function factsOf({ invitedBy, invitedOn, answer, answeredOn, belongs, cameOn }: Invitation): string {
  const by = invitedBy === null ? '' : ` by ${invitedBy.name}`
  const said = answer === null ? 'no answer yet' : answer
  return [
    invitedOn === null ? `thought of${by}` : `invited${by} on ${shortDate(invitedOn)}`,
    invitedOn === null && answer === null
      ? null
      : answer !== null && answeredOn !== null
        ? `${said} ${shortDate(answeredOn)}`
        : said,
    belongs ? 'a member' : null,
    cameOn === null ? null : `first there ${shortDate(cameOn)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import { type ConsentAnswer, type ConsentPurpose, consentPurposes } from '@shared/domain/vocabulary'
import { differing, type Relation } from './couple'

interface Answer {
  id: number
  purpose: ConsentPurpose
  answer: ConsentAnswer
  answeredOn: string
}

const purposeWords: Readonly<Record<ConsentPurpose, string>> = {
  records: 'keeping records',
  notes: 'session notes',
  reports: 'being named in reports',
  contact: 'being contacted',
}

/**
 * Every answer is kept. Where the two have answered differently the stricter one counts, whenever it was given: nobody
 * agrees to something by being found twice.
 */
export const becomeConsents: Relation = (plan, { keep, other, keepName }) => {
  for (const purpose of consentPurposes) {
    const [own, theirs] = [keep, other].map((member) =>
      plan.db.get<Answer>(
        `SELECT id, purpose, answer, answered_on AS answeredOn FROM consents
          WHERE member_id = ? AND purpose = ? AND is_current = 1`,
        member,
        purpose,
      ),
    )
    if (!own || !theirs) continue
    const [counts, rests] = stricter(own, theirs) ? [own, theirs] : [theirs, own]
    plan.update('consents', rests.id, { is_current: 0 })
    if ((own.answer === 'given') !== (theirs.answer === 'given'))
      plan.notes.push(
        `To ${purposeWords[purpose]} one has said yes and the other no: the stricter answer, “${counts.answer}”, counts for ${keepName}.`,
      )
  }
  for (const id of plan.ids('consents', 'member_id', other)) {
    const row = plan.row('consents', id)
    if (row) plan.update('consents', id, differing(row, { member_id: keep }))
  }
}

/** Whether the first counts: a no before a yes, and of two that say the same the later one. */
function stricter(one: Answer, other: Answer): boolean {
  const [yes, otherYes] = [one.answer === 'given', other.answer === 'given']
  return yes === otherYes ? one.answeredOn >= other.answeredOn : otherYes
}

import { Erasures } from '../privacy/Erasures'
import { RetentionRules } from '../privacy/RetentionRules'

export function PrivacyPart() {
  return (
    <>
      <RetentionRules />
      <Erasures />
    </>
  )
}

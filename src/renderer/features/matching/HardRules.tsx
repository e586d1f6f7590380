import { Checkbox } from '@mantine/core'
import type { MatchingRules } from '@shared/domain/matching/input'
import classes from './Matching.module.css'

interface Props {
  rules: MatchingRules
  peers: boolean
  onChange: (rules: MatchingRules) => void
}

const labels: readonly [rule: keyof MatchingRules, label: string][] = [
  ['reportingLine', 'who reports to each other'],
  ['matchedBefore', 'who were a match before'],
  ['noCommonLanguage', 'who speak no language in common'],
  ['sameDepartment', 'of one department'],
  ['differentLocation', 'of two places'],
]

/** Who may not be a pair, whatever it costs. */
export function HardRules({ rules, peers, onChange }: Props) {
  return (
    <section className={classes.rules}>
      <h2>Never two</h2>
      {labels.map(([rule, label]) => (
        <Checkbox
          key={rule}
          size="xs"
          label={label}
          checked={rules[rule]}
          onChange={(event) => onChange({ ...rules, [rule]: event.currentTarget.checked })}
        />
      ))}
      <p className={classes.small}>
        {peers
          ? 'Nor anybody with somebody they do not want. Everybody is in one pair.'
          : 'Nor anybody with somebody they do not want, or a mentor with more mentees than they take.'}
      </p>
    </section>
  )
}

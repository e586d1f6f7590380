import { Radio } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { CriterionName } from '@shared/domain/matching/criteria/names'
import type { MatchingSettings } from '@shared/domain/matching/input'
import { Criteria } from './Criteria'
import { HardRules } from './HardRules'
import classes from './Matching.module.css'
import { useMatchingView } from './matchingView'
import { PairRules } from './PairRules'

interface Props {
  programId: number
  saved: OutputOf<'matching.settings'>
  /** Criteria about which nothing is known of anybody. */
  unknown: readonly CriterionName[]
  /** How many of those who take part ask for somebody like themselves. */
  askAlike: number
}

const aims: Record<MatchingSettings['objective'], readonly string[]> = {
  total: [
    'As many mentees as can be have a mentor.',
    'All pairs together fit as well as can be.',
    'The weakest pair is as strong as can be.',
    'The load is even.',
  ],
  fair: [
    'As many mentees as can be have a mentor.',
    'The weakest pair is as strong as can be.',
    'All pairs together fit as well as can be.',
    'The load is even.',
  ],
}

/** The same among peers, who have no mentors and no load. */
function aimsOf(objective: MatchingSettings['objective'], peers: boolean): readonly string[] {
  return peers ? ['As many as can be have a partner.', ...aims[objective].slice(1, 3)] : aims[objective]
}

/** What a proposal is to achieve, in its order, what people are compared by, and what may not be. */
export function WhatCounts({ programId, saved, unknown, askAlike }: Props) {
  const { draft, set } = useMatchingView()
  const settings = draft ?? saved.settings
  const peers = saved.format === 'peer'
  const save = useCommand('matching.saveSettings')
  const change = (part: Partial<MatchingSettings>) => set({ draft: { ...settings, ...part } })

  async function keep(next: MatchingSettings | null) {
    const done = await save.run({ programId, settings: next })
    if (!done) return
    set({ draft: null })
    tell(next === null ? 'As is usual again.' : 'Saved for this program.')
  }

  return (
    <aside className={classes.counts} aria-label="What counts">
      <h2>In this order</h2>
      <ol className={classes.aims}>
        {aimsOf(settings.objective, peers).map((aim) => (
          <li key={aim}>{aim}</li>
        ))}
      </ol>
      <Radio.Group
        aria-label="What comes second"
        value={settings.objective}
        onChange={(value) => change({ objective: value === 'fair' ? 'fair' : 'total' })}
      >
        <div className={classes.choices}>
          <Radio size="xs" value="total" label="The best in all" />
          <Radio size="xs" value="fair" label="Nobody left with a poor fit" />
        </div>
      </Radio.Group>
      <Criteria settings={settings} peers={peers} unknown={unknown} askAlike={askAlike} onChange={change} />
      <HardRules rules={settings.rules} peers={peers} onChange={(rules) => change({ rules })} />
      <PairRules programId={programId} />
      <div className={classes.save} aria-live="polite">
        {draft ? (
          <>
            Not saved yet for this program.{' '}
            <TextButton disabled={save.running} onClick={() => void keep(draft)}>
              Save
            </TextButton>{' '}
            <TextButton onClick={() => set({ draft: null })}>Go back</TextButton>
          </>
        ) : saved.saved ? (
          <TextButton disabled={save.running} onClick={() => void keep(null)}>
            As is usual
          </TextButton>
        ) : null}
      </div>
    </aside>
  )
}

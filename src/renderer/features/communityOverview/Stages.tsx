import { Button } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { longDate, stageLabels } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Community } from '@shared/contract/communities'
import { communityStages } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Overview.module.css'
import { StageDialog } from './StageDialog'
import { stageMeanings } from './stageWords'

/** The five stages with the present one marked, and when the community came into which. */
export function Stages({ community }: { community: Community }) {
  const [changing, setChanging] = useState(false)
  return (
    <section aria-label="Stage">
      <div className={classes.head}>
        <h2>Stage</h2>
        <Button variant="default" size="compact-sm" onClick={() => setChanging(true)}>
          Note a change…
        </Button>
      </div>
      <ol className={classes.way}>
        {communityStages.map((stage) => (
          <li key={stage} aria-current={stage === community.stage ? 'step' : undefined}>
            {stageLabels[stage]}
          </li>
        ))}
      </ol>
      <p className={classes.meaning}>{stageMeanings[community.stage]}</p>
      <ul className={classes.stages}>
        {community.stages.map((line) => (
          <Line key={line.id} line={line} only={community.stages.length === 1} />
        ))}
      </ul>
      {changing ? <StageDialog community={community} onClose={() => setChanging(false)} /> : null}
    </section>
  )
}

function Line({ line, only }: { line: Community['stages'][number]; only: boolean }) {
  const remove = useCommand('communities.removeStage')
  const words = `${stageLabels[line.stage]} since ${longDate(line.since)}`

  async function takeOut() {
    if (await remove.run({ id: line.id })) tell('That line is gone.')
  }

  return (
    <li>
      <span dir="auto">
        {words}
        {line.note === null ? null : <small>{line.note}</small>}
      </span>
      {only ? null : (
        <TextButton onClick={() => void takeOut()} aria-label={`Take out: ${words}`}>
          Take out
        </TextButton>
      )}
    </li>
  )
}

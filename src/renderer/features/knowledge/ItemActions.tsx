import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { knowledgeStateLabels, shortDate } from '@renderer/components/labels'
import type { KnowledgeItem } from '@shared/contract/knowledge'
import { addDays } from '@shared/domain/calendar'
import { type KnowledgeState, knowledgeStates } from '@shared/domain/vocabulary'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { ReuseDialog } from './ReuseDialog'
import { VersionsDialog } from './VersionsDialog'

/** The step that comes next for an item in a state, by the name of the button that takes it. */
const nextStep: Partial<Record<KnowledgeState, { label: string; state: KnowledgeState }>> = {
  draft: { label: 'Give to review', state: 'in review' },
  'in review': { label: 'Endorse', state: 'endorsed' },
}

/** Half a year: by then what is written has either been used or is worth a look. */
const reviewAgainIn = 182

/** What can be done with one item. */
export function ItemActions({ item }: { item: KnowledgeItem }) {
  const today = useToday()
  const [dialog, setDialog] = useState<'use' | 'versions' | null>(null)
  const setState = useCommand('knowledge.setState')
  const review = useCommand('knowledge.review')
  const remove = useCommand('knowledge.remove')
  const { id, title, state } = item
  const next = nextStep[state]
  const close = () => setDialog(null)

  const moveTo = async (to: KnowledgeState) => {
    const done = await setState.run({ ids: [id], state: to, today })
    if (done) tell(`${title}: ${knowledgeStateLabels[to].toLowerCase()}.`)
  }

  async function lookedThrough() {
    const nextOn = addDays(today, reviewAgainIn)
    if (await review.run({ id, nextOn })) tell(`Good until ${shortDate(nextOn)}, then it comes up again.`)
  }

  async function toTrash() {
    const deletion = await remove.run({ id })
    if (!deletion) return
    go({ screen: 'knowledge' })
    tellDeleted(`Deleted: ${title}.`, deletion)
  }

  return (
    <>
      <Button variant="default" onClick={() => go({ screen: 'knowledge-editor', itemId: id })}>
        Edit
      </Button>
      <Button variant={next ? 'default' : 'filled'} onClick={() => setDialog('use')}>
        Note a use…
      </Button>
      {next ? (
        <Button loading={setState.running} onClick={() => void moveTo(next.state)}>
          {next.label}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={34} variant="default" aria-label={`More about ${title}`}>
            <IconDots size={17} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void lookedThrough()}>Looked through, still good</Menu.Item>
          <Menu.Item disabled={item.versions === 0} onClick={() => setDialog('versions')}>
            Earlier versions…
          </Menu.Item>
          <Menu.Divider />
          {knowledgeStates
            .filter((other) => other !== state && other !== next?.state)
            .map((other) => (
              <Menu.Item key={other} onClick={() => void moveTo(other)}>
                {stateActions[other]}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item onClick={() => void toTrash()}>Delete</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'use' ? <ReuseDialog itemId={id} reuse={null} onClose={close} /> : null}
      {dialog === 'versions' ? <VersionsDialog id={id} onClose={close} /> : null}
    </>
  )
}

const stateActions: Record<KnowledgeState, string> = {
  draft: 'Back to a draft',
  'in review': 'Give to review',
  endorsed: 'Endorse',
  retired: 'Retire',
}

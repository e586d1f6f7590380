import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { PageHeader } from '@renderer/components/PageHeader'
import type { Community } from '@shared/contract/communities'
import { IconDots } from '@tabler/icons-react'
import { sizeWords } from './words'

/** Where a community is in a sentence, and what can be done with it as a whole. */
export function CommunityHead({ community }: { community: Community }) {
  const { id, name, deletable } = community
  const { data: figures } = useRecords('communities.figures', { id, today: useToday() })
  return (
    <PageHeader
      title={name}
      reading={figures ? sizeWords(figures) : null}
      actions={
        <>
          <Button variant="default" onClick={() => go({ screen: 'community-editor', communityId: id })}>
            Edit…
          </Button>
          {deletable ? <More id={id} name={name} /> : null}
        </>
      }
    />
  )
}

function More({ id, name }: { id: number; name: string }) {
  const remove = useCommand('communities.remove')

  async function toTrash() {
    const deletion = await remove.run({ id })
    if (!deletion) return
    go({ screen: 'communities' })
    tellDeleted(`Deleted: ${name}.`, deletion)
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={34} variant="default" aria-label={`More about ${name}`}>
          <IconDots size={17} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void toTrash()}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

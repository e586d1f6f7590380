import { Button, Modal } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tellDeleted } from '@renderer/app/historySteps'
import { go, useNavigation } from '@renderer/app/navigation'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import { AppError } from '@shared/errors'
import { create } from 'zustand'
import classes from './Members.module.css'
import { useMembersView } from './membersView'

interface Refused {
  ids: number[]
  /** What they are part of. */
  message: string
}

const useRefusal = create<{ refused: Refused | null }>(() => ({ refused: null }))

/** Deletes members who were added by mistake; who is part of something can be archived instead. */
export async function removeMembers(ids: number[], named?: { id: number; name: string }): Promise<void> {
  try {
    const deletion = await call('members.remove', { ids })
    const { place } = useNavigation.getState()
    if (place.screen === 'members' && place.memberId !== undefined && ids.includes(place.memberId)) {
      go({ screen: 'members' })
    }
    useMembersView.getState().select(new Set())
    const who = ids.length === 1 && named?.id === ids[0] ? named?.name : counted(ids.length, 'member')
    tellDeleted(`Deleted: ${who}.`, deletion)
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') {
      useRefusal.setState({ refused: { ids, message: error.message } })
    } else if (error instanceof Error) tellError(error)
  }
}

/** Says why somebody was not deleted, and offers what can be done. `onClosed` takes the focus on. */
export function RemovalRefused({ onClosed }: { onClosed: () => void }) {
  const refused = useRefusal((state) => state.refused)
  const archived = useMembersView((view) => view.filter.archived)
  const archive = useCommand('members.archive')
  const close = () => {
    useRefusal.setState({ refused: null })
    onClosed()
  }
  if (!refused) return null

  async function archiveInstead({ ids }: Refused) {
    const done = await archive.run({ ids, archived: true })
    if (!done) return
    close()
    useMembersView.getState().select(new Set())
    tell(`${counted(done.count, 'member')} archived.`)
  }

  return (
    <Modal opened onClose={close} title="Not deleted">
      <p>{refused.message}</p>
      <div className={classes.formEnd}>
        <Button variant="default" onClick={close}>
          Leave as it is
        </Button>
        {archived ? null : (
          <Button loading={archive.running} onClick={() => void archiveInstead(refused)} data-autofocus>
            Archive instead
          </Button>
        )}
      </div>
    </Modal>
  )
}

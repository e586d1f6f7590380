import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import type { SessionRow } from '@shared/contract/sessions'

type Removed = Pick<SessionRow, 'id' | 'attendees' | 'heldOn'>

/** Deletes a session into the trash, and offers the way back. */
export function useRemoval() {
  const command = useCommand('sessions.remove')
  /** @returns whether it is gone; the user has been told in either case. */
  async function remove({ id, attendees, heldOn }: Removed): Promise<boolean> {
    const deletion = await command.run({ id })
    if (!deletion) return false
    const who = attendees.map(({ name }) => name).join(', ')
    tellDeleted(`Deleted: session${who === '' ? '' : ` with ${who}`}, ${shortDate(heldOn)}.`, deletion)
    return true
  }
  return { running: command.running, remove }
}

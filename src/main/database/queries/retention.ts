import type { retention } from '@shared/contract/retention'
import type { Handlers } from '../handler'
import { memberName } from './references'

export const retentionHandlers: Handlers<typeof retention> = {
  'members.keep': (writer, { id, keep }) => {
    const name = memberName(writer, id)
    writer.update('members', id, {
      keep_because: keep?.because ?? null,
      keep_since: keep?.since ?? null,
    })
    return { value: { id }, summary: keep ? `${name} is to be kept` : `${name} need not be kept any more` }
  },
}

import type { trash } from '@shared/contract/trash'
import type { Handlers } from '../handler'
import { listTrash } from '../trash/list'
import { purgeTrash } from '../trash/purge'
import { restoreFromTrash } from '../trash/restore'

export const trashHandlers: Handlers<typeof trash> = {
  'trash.list': listTrash,
  'trash.restore': restoreFromTrash,
  'trash.purge': purgeTrash,
}

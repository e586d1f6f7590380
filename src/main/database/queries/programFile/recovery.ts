import type { recovery } from '@shared/contract/recovery'
import type { Handlers } from '../../handler'
import { salvage } from '../../salvage/salvage'

export const recoveryHandlers: Handlers<typeof recovery> = {
  'recovery.salvageFrom': salvage,
}

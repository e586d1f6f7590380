import { tidyName } from '@shared/domain/names'
import { AppError } from '@shared/errors'
import { eraseMembers, finishErasure, removeLeftBackups, runRetention } from '../files/erasing'
import type { MainHandlers } from './context'

type Names = 'members.erase' | 'retention.run' | Extract<keyof MainHandlers, `erasure.${string}`>

export const erasureHandlers: Pick<MainHandlers, Names> = {
  'members.erase': async ({ id, name }, { files, options }) => {
    const member = await (await files.use()).ask('members.get', { id })
    if (tidyName(name) !== tidyName(member.name)) {
      throw new AppError('invalid-input', `Type the name as it is written here: ${member.name}.`, 'name')
    }
    return { erased: await eraseMembers(files, { ids: [id], reason: null }, options) }
  },

  'retention.run': async (request, { files, options }) => ({
    count: await runRetention(files, request, options),
  }),

  'erasure.removeLeft': async (_input, { files, options }) => {
    await removeLeftBackups(files, options)
    return {}
  },

  'erasure.finish': async (_input, { files, options }) => {
    await finishErasure(files, options)
    return {}
  },
}

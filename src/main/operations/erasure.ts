import { tidyName } from '@shared/domain/names'
import { AppError } from '@shared/errors'
import { eraseMembers, finishErasure, runRetention } from '../files/erasing'
import type { MainHandlers } from './context'

type Names = 'members.erase' | 'retention.run' | Extract<keyof MainHandlers, `erasure.${string}`>

export const erasureHandlers: Pick<MainHandlers, Names> = {
  'members.erase': async ({ id, name }, { files, options }) => {
    const member = await (await files.use()).ask('members.get', { id })
    if (tidyName(name) !== tidyName(member.name)) {
      throw new AppError('invalid-input', `Type the name as it is written here: ${member.name}.`, 'name')
    }
    const erased = await eraseMembers(files, { ids: [id], reason: null }, options)
    return { erased: erased.length }
  },

  'retention.run': async (request, { files, options }) => ({
    count: await runRetention(files, request, options),
  }),

  'erasure.finish': async (_input, { files }) => {
    await finishErasure(files)
    return {}
  },
}

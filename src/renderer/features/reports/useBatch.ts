import { call } from '@renderer/app/api'
import { longNotice } from '@renderer/app/historySteps'
import { tell, tellError } from '@renderer/app/notify'
import type { InputOf } from '@shared/contract'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import { useState } from 'react'

/** Makes a file for each in one archive; says how far that is, and can be stopped. */
export function useBatch() {
  const [running, setRunning] = useState(false)

  async function run(request: InputOf<'reports.saveEach'>) {
    setRunning(true)
    const notice = longNotice('Exporting')
    try {
      const done = await call('reports.saveEach', request, notice.options)
      if (done) tell(`Saved ${plural(done.files, 'report')} in ${done.fileName}.`)
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') tell(error.message)
      else if (error instanceof Error) tellError(error)
    } finally {
      notice.end()
      setRunning(false)
    }
  }

  return { running, run }
}

import { Alert, Button } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tellError } from '@renderer/app/notify'
import { counted } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import { useState } from 'react'

/** Checks the file and says what was found. */
export function FileCheck() {
  const [running, setRunning] = useState(false)
  const [result, setResult] = useState<OutputOf<'programFile.check'> | null>(null)

  async function run() {
    setRunning(true)
    try {
      setResult(await call('programFile.check', {}))
    } catch (error) {
      if (error instanceof Error) tellError(error)
    } finally {
      setRunning(false)
    }
  }

  return (
    <>
      <Button variant="default" loading={running} onClick={() => void run()}>
        Check this file
      </Button>
      {result ? (
        <Alert color={result.ok ? 'leaf' : 'red'} variant="light" role="status">
          {result.ok
            ? `All is well: ${counted(
                Object.values(result.records).reduce((sum, count) => sum + count, 0),
                'record',
              )} read and compared.`
            : `${counted(result.problems.length, 'problem')} found.`}
          {result.problems.map(({ what, detail }) => (
            <p key={what + detail}>
              <b>{what}</b> {detail}
            </p>
          ))}
        </Alert>
      ) : null}
    </>
  )
}

import type { InputOf, OperationName, OutputOf } from '@shared/contract'
import { type Answer, AppError } from '@shared/errors'
import type { AppEvents, Bridge } from '@shared/events'

declare global {
  interface Window {
    coppice: Bridge
  }
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  onProgress?: (progress: AppEvents['progress']) => void
}

let lastCall = 0

/**
 * Asks the main process for an operation of the contract.
 * @throws AppError with a sentence for the user.
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  { signal, onProgress }: CallOptions = {},
): Promise<OutputOf<Name>> {
  const id = `${++lastCall}`
  const cancel = () => window.coppice.cancel(id)
  const stopListening = onProgress
    ? window.coppice.on('progress', (progress) => {
        if (progress.call === id) onProgress(progress)
      })
    : null
  signal?.addEventListener('abort', cancel)
  try {
    const answer = JSON.parse(await window.coppice.call(name, input, id)) as Answer<OutputOf<Name>>
    if (answer.ok) return answer.value
    throw new AppError(answer.error.code, answer.error.message, answer.error.field)
  } finally {
    signal?.removeEventListener('abort', cancel)
    stopListening?.()
  }
}

/** @returns how to stop listening. */
export const listen: Bridge['on'] = (name, listener) => window.coppice.on(name, listener)

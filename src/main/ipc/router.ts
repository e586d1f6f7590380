import { type OperationName, operations } from '@shared/contract'
import type { Operation } from '@shared/contract/operation'
import { type Answer, AppError, toErrorValue } from '@shared/errors'
import type { z } from 'zod'

export interface Request {
  name: OperationName
  operation: Operation
  /** Checked against the contract. */
  input: unknown
}

/**
 * From what a window sent to what may be run: an operation of the contract, open to windows, with an input that fits.
 *
 * @throws AppError `unknown-operation`, or `invalid-input` with the field at fault.
 */
export function parseRequest(name: unknown, input: unknown): Request {
  if (typeof name !== 'string' || !isOperation(name) || operations[name].internal) {
    throw new AppError('unknown-operation', 'Coppice does not know how to do this.')
  }
  const operation: Operation = operations[name]
  const parsed = operation.input.safeParse(input)
  if (!parsed.success) throw invalidInput(parsed.error)
  return { name, operation, input: parsed.data }
}

/** Whatever `run` does, the answer is a value: `json` is the value's text, put in as it is. */
export async function answer(run: () => Promise<string>, onTrouble: (text: string) => void): Promise<string> {
  try {
    return `{"ok":true,"value":${await run()}}`
  } catch (thrown) {
    const error = toErrorValue(thrown)
    if (error.code === 'internal')
      onTrouble(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    return JSON.stringify({ ok: false, error } satisfies Answer<never>)
  }
}

export function invalidInput(error: z.ZodError): AppError {
  const [issue] = error.issues
  return new AppError('invalid-input', issue?.message ?? 'This input does not fit.', issue?.path.join('.'))
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

import { z } from 'zod'
import { passphraseProblem } from '../domain/passphrase'
import { nothing, passphrase } from './fields'
import { main } from './operation'
import { proof } from './programFile'

const recoveryKey = z.string().max(100)

const newPassphrase = passphrase.superRefine((text, context) => {
  const problem = passphraseProblem(text)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

/** Encryption of the program file: the passphrase hides a random key, the recovery key is that key, written down. */
export const encryption = {
  /** A new recovery key, before anything is encrypted with it. */
  'encryption.newRecoveryKey': main({ input: nothing, output: z.object({ recoveryKey }) }),
  /** Encrypts the open file. The recovery key is the one that the user has typed from their own copy. */
  'encryption.start': main({
    input: z.object({ recoveryKey, passphrase: newPassphrase }).strict(),
    output: z.object({}),
  }),
  'encryption.changePassphrase': main({
    input: z.object({ proof, passphrase: newPassphrase }).strict(),
    output: z.object({}),
  }),
  /** Writes the open file as a plain one. */
  'encryption.remove': main({ input: z.object({ proof }).strict(), output: z.object({}) }),
  /** Opens the file with the recovery key, beside the open one, and reads it. */
  'encryption.tryRecoveryKey': main({
    input: z.object({ recoveryKey }).strict(),
    output: z.object({ opens: z.boolean() }),
  }),
  'encryption.recoveryKey': main({ input: z.object({ proof }).strict(), output: z.object({ recoveryKey }) }),
  /** The recovery sheet, to keep on paper: printed, or as a PDF that the user keeps. Null when it was dismissed. */
  'encryption.sheet': main({
    input: z.object({ recoveryKey, as: z.enum(['print', 'pdf']) }).strict(),
    output: z.object({ fileName: z.string().nullable() }).nullable(),
  }),
}

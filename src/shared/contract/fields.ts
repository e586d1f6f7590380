import { z } from 'zod'
import { isEmail } from '../domain/email'
import {
  confidentialities,
  matchStatuses,
  memberStatuses,
  mentoringRoles,
  redactionLevels,
  sessionMedia,
} from '../domain/vocabulary'

/** The atoms of the contract. Texts are bounded: a record is no place for a file. */

export const id = z.int().positive()
export const nothing = z.object({}).strict()
/** A calendar date, `YYYY-MM-DD`. */
export const date = z.iso.date('Give a date as year-month-day, such as 2026-11-23.')
export const line = z.string().trim().max(500, 'This is longer than 500 characters.')
export const requiredLine = line.min(1, 'This cannot be empty.')
/** A line that may be unknown; the empty text is unknown. */
export const optionalLine = line.transform((text) => (text === '' ? null : text)).nullable()
export const markdown = z.string().max(1_000_000, 'This text is longer than a million characters.')
/** A text that may be unknown; nothing but spaces is unknown. */
export const optionalText = markdown.transform((text) => (text.trim() === '' ? null : text.trim())).nullable()
/** As it was typed: spaces count. */
export const passphrase = z.string().min(1, 'Type the passphrase.').max(1000)
export const words = z.string().max(500)
export const count = z.int().nonnegative()
/** By the same rule as in imports, so that whoever came in from a file can be saved again. */
export const email = z
  .string()
  .trim()
  .refine((text) => text === '' || isEmail(text), 'This does not look like an e-mail address.')
  .transform((text) => (text === '' ? null : text))
  .nullable()

export const memberStatus = z.enum(memberStatuses)
export const mentoringRole = z.enum(mentoringRoles)
export const sessionMedium = z.enum(sessionMedia)
export const confidentiality = z.enum(confidentialities)
export const redaction = z.enum(redactionLevels)
export const matchStatus = z.enum(matchStatuses)

/** A part of a long list, for a table that shows what is scrolled to. */
export const page = z.object({ offset: count, limit: z.int().min(1).max(1000) }).strict()

/** Both ends belong to the period; null is open. */
export const period = z.object({ from: date.nullable(), to: date.nullable() }).strict()

/** Somebody or something by id and name, as lists and pickers show it. */
export const reference = z.object({ id, name: z.string() })
export type Reference = z.infer<typeof reference>

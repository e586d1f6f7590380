import { z } from 'zod'
import { waySteps } from '../domain/growth/way'
import { invitationAnswers, participationLevels } from '../domain/vocabulary'
import {
  count,
  date,
  email,
  id,
  line,
  markdown,
  optionalLine,
  optionalText,
  reference,
  requiredLine,
} from './fields'
import { main, read, write } from './operation'
import { deletion } from './trash'

const answer = z.enum(invitationAnswers)

const invitationFields = z
  .object({
    /** Somebody of the directory; else by name. */
    memberId: id.nullable(),
    name: optionalLine,
    email,
    invitedById: id.nullable(),
    /** Null: nobody has spoken with them yet. */
    invitedOn: date.nullable(),
    note: optionalText,
  })
  .strict()
  .refine(({ memberId, name }) => memberId !== null || name !== null, {
    message: 'Say who it is.',
    path: ['name'],
  })
export type InvitationInput = z.infer<typeof invitationFields>

const invitation = z.object({
  id,
  /** Null is in no directory. */
  memberId: id.nullable(),
  name: z.string(),
  /** The directory's for who is in it. */
  email: z.string().nullable(),
  invitedBy: reference.nullable(),
  invitedOn: z.string().nullable(),
  answer: answer.nullable(),
  answeredOn: z.string().nullable(),
  note: z.string().nullable(),
  /** A member of the community today. */
  belongs: z.boolean(),
  /** The first day on which they took part since. */
  cameOn: z.string().nullable(),
  level: z.enum(participationLevels).nullable(),
  step: z.enum(waySteps),
})
export type Invitation = z.infer<typeof invitation>

const letter = z.object({ subject: requiredLine, body: markdown.min(1, 'Write the letter.') }).strict()

const format = z.enum(['eml', 'csv'])

const letters = z
  .object({ communityId: id, ids: z.array(id).min(1).max(10_000), letter, format, today: date })
  .strict()

/** Who is invited to a community, by whom, and what came of it. */
export const invitations = {
  'invitations.list': read({
    of: [
      'invitations',
      'communities',
      'community_members',
      'members',
      'interactions',
      'gatherings',
      'gathering_attendees',
      'settings',
    ],
    input: z.object({ communityId: id, today: date }).strict(),
    output: z.object({
      /** The latest first. */
      invitations: z.array(invitation),
      /** Members and those who were invited, with who brought them: the key of another of them, or null. */
      people: z.array(
        z.object({ key: z.string(), name: z.string(), memberId: id.nullable(), by: z.string().nullable() }),
      ),
      /** Weeks of the window by which *active* is told; null where the community is too young. */
      weeks: count.nullable(),
      /** What is said about the community in a letter. */
      about: z.object({
        community: z.string(),
        domain: z.string().nullable(),
        purpose: z.string().nullable(),
        coordinator: z.string().nullable(),
        nextOn: z.string().nullable(),
      }),
      /** As it was written last. */
      letter,
    }),
  }),
  'invitations.save': write({
    input: z.object({ id: id.nullable(), communityId: id, invitation: invitationFields }).strict(),
    output: z.object({ id }),
  }),
  /** What they said; null is nothing yet. */
  'invitations.answer': write({
    input: z.object({ id, answer: answer.nullable(), answeredOn: date }).strict(),
    output: z.object({ id }),
  }),
  /** They have been invited on a day, as far as they had not been before. */
  'invitations.spoken': write({
    input: z.object({ ids: z.array(id).min(1).max(10_000), invitedOn: date }).strict(),
    output: z.object({ spoken: count }),
  }),
  /** They accept, and belong to the community from then on, and to the directory where they did not. */
  'invitations.admit': write({
    input: z.object({ id, joinedOn: date }).strict(),
    output: z.object({ memberId: id, isNew: z.boolean() }),
  }),
  /** Into the trash. */
  'invitations.remove': write({ input: z.object({ id }).strict(), output: deletion }),
  'invitations.saveLetter': write({
    input: z.object({ letter }).strict(),
    output: z.object({ subject: line }),
  }),
  /** Asks where to, and writes a letter for each there: a mail draft each, or a table. Null when that was dismissed. */
  'invitations.saveLetters': main({
    input: letters,
    output: z.object({ place: z.string(), letters: count }).nullable(),
  }),
  /** `path` is a folder for mail drafts, of which none takes the place of another file. */
  'invitations.writeLetters': read({
    of: [],
    internal: true,
    input: letters.extend({ path: z.string() }).strict(),
    output: z.object({ letters: count }),
  }),
}

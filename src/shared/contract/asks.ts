import { z } from 'zod'
import { helpedWords } from '../domain/vocabulary'
import { count, date, id, optionalLine, reference, sessionMedium } from './fields'
import { read, write } from './operation'
import { deletion } from './trash'

const text = z.string().trim().min(1, 'Say what was asked.').max(5000, 'This is longer than 5000 characters.')

const askFields = z
  .object({
    askerId: id,
    text,
    askedOn: date,
    topic: optionalLine,
    /** Asked in confidence, or in a space of the community that is not open to everybody. */
    isPrivate: z.boolean(),
  })
  .strict()
export type AskInput = z.infer<typeof askFields>

const answerFields = z
  .object({
    memberId: id,
    answeredOn: date,
    means: sessionMedium.nullable(),
    /** Null is not known. */
    helped: z.enum(helpedWords).nullable(),
    note: optionalLine,
  })
  .strict()
export type AnswerInput = z.infer<typeof answerFields>

const answer = answerFields.omit({ memberId: true }).extend({ id, member: reference })
export type AskAnswer = z.infer<typeof answer>

const ask = z.object({
  id,
  asker: reference,
  text: z.string(),
  askedOn: z.string(),
  topic: z.string().nullable(),
  isPrivate: z.boolean(),
  closedOn: z.string().nullable(),
  /** Nobody has answered it, and it is not closed. */
  isOpen: z.boolean(),
  /** The first one first. */
  answers: z.array(answer),
  /** Members of the community who offer the topic, for one that is open; the first of them by name, and how many more. */
  offering: z.array(reference),
  moreOffering: count,
})
export type Ask = z.infer<typeof ask>

/** What members ask of a community, and who helped. */
export const asks = {
  /** Of a community: those that wait first, the oldest of them first; then the others, the latest first. */
  'asks.list': read({
    of: ['asks', 'ask_answers', 'members', 'topics', 'member_skills', 'community_members'],
    input: z.object({ communityId: id }).strict(),
    output: z.array(ask),
  }),
  'asks.save': write({
    input: z.object({ id: id.nullable(), communityId: id, ask: askFields }).strict(),
    output: z.object({ id }),
  }),
  /** Notes an answer or changes it: who helped was in contact with who asked. */
  'asks.answer': write({
    input: z.object({ id: id.nullable(), askId: id, answer: answerFields }).strict(),
    output: z.object({ id }),
  }),
  'asks.removeAnswer': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** Closed it waits for nothing any more; without a day it is open again. */
  'asks.close': write({
    input: z.object({ id, closedOn: date.nullable() }).strict(),
    output: z.object({ id }),
  }),
  /** Into the trash. */
  'asks.remove': write({ input: z.object({ id }).strict(), output: deletion }),
}

import { counted } from '@renderer/components/labels'
import type { RetentionRuleName } from '@shared/domain/retention'

interface RuleWords {
  /** What the rule does, before its number of months. */
  what: string
  /** What the months run from. */
  after: string
  /** A sensible beginning. */
  usual: number
  /** What a number of things is called. */
  things: (count: number) => string
  /** What becomes of them. */
  effect: string
}

/** The rules in the order in which they are shown. */
export const ruleWords: Record<RetentionRuleName, RuleWords> = {
  members: {
    what: 'Erase former members, alumni or archived',
    after: 'months after their last contact',
    usual: 36,
    things: (count) => counted(count, 'former member'),
    effect:
      'They are erased like one by one from the profile: name, contact, skills and the notes of their sessions go; an “Erased member” goes on counting.',
  },
  prospects: {
    what: 'Erase people who never joined',
    after: 'months after they were last seen',
    usual: 12,
    things: (count) => counted(count, 'person who never joined', 'people who never joined'),
    effect: 'They are erased like one by one from the profile; an “Erased member” goes on counting.',
  },
  notes: {
    what: 'Erase the notes of sessions',
    after: 'months after they were held',
    usual: 60,
    things: (count) => counted(count, 'session'),
    effect: 'Title, agenda and notes go; when, how long, who, the topics and what was agreed stay.',
  },
  checkIns: {
    what: 'Erase the notes of check-ins',
    after: 'months after you talked',
    usual: 36,
    things: (count) => counted(count, 'check-in'),
    effect: 'What was said goes, at the end of a match too; when you talked, and with whom, stays.',
  },
  history: {
    what: 'Forget earlier versions in the history',
    after: 'months after the change',
    usual: 24,
    things: (count) => counted(count, 'earlier version'),
    effect: 'The history goes on saying what was done and when, but not what stood there before.',
  },
  trash: {
    what: 'Empty the trash',
    after: 'months after the deletion',
    usual: 6,
    things: (count) => counted(count, 'thing in the trash', 'things in the trash'),
    effect: 'What lies in the trash so long is deleted for good.',
  },
}

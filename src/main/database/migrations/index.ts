import type { Migration } from '../engine/migrate'
import { firstSchema } from './0010-first-schema'
import { history } from './0020-history'
import { privacy } from './0030-privacy'
import { figures } from './0060-figures'
import { programs } from './0100-programs'
import { matching } from './0110-matching'
import { support } from './0120-support'
import { surveys } from './0130-surveys'
import { traits } from './0135-traits'
import { communities } from './0140-communities'
import { communitySteps } from './0160-community-steps'
import { flagSnoozes } from './0163-flag-snoozes'
import { growth } from './0165-growth'
import { knowledge } from './0170-knowledge'
import { merging } from './0180-merging'
import { linkedNotes } from './0190-linked-notes'
import { dismissedSteps } from './0200-dismissed-steps'
import { searchAndTopics } from './0210-search-and-topics'
import { reportTemplates } from './0230-report-templates'
import { copies } from './0240-copies'

/** Every migration, in rising order. A released one never changes: its checksum is in users' files. */
export const migrations: readonly Migration[] = [
  firstSchema,
  history,
  privacy,
  figures,
  programs,
  matching,
  support,
  surveys,
  traits,
  communities,
  communitySteps,
  flagSnoozes,
  growth,
  knowledge,
  merging,
  linkedNotes,
  dismissedSteps,
  searchAndTopics,
  reportTemplates,
  copies,
]

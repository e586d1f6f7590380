import type { Migration } from '../engine/migrate'
import { firstSchema } from './0010-first-schema'
import { history } from './0020-history'
import { privacy } from './0030-privacy'
import { figures } from './0060-figures'
import { programs } from './0100-programs'
import { support } from './0120-support'

/** Every migration, in rising order. A released one never changes: its checksum is in users' files. */
export const migrations: readonly Migration[] = [firstSchema, history, privacy, figures, programs, support]

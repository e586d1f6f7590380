import type { retention } from '@shared/contract/retention'
import { rulesOf } from '@shared/domain/retention'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { retentionCount, retentionDue } from '../../retention/due'
import { runRule } from '../../retention/run'
import { saveSetting, setting } from '../programFile/settings'
import { memberName } from '../references'
import { markUnfinished } from './erasure'

const key = 'retention.rules'

export const retentionHandlers: Handlers<typeof retention> = {
  'retention.rules': (db) => rules(db),

  'retention.setRules': (writer, next) => {
    saveSetting(writer, key, JSON.stringify(next))
    return { value: next, summary: 'Retention rules' }
  },

  'retention.due': (db, { today }) => retentionDue(db, rules(db), today),
  'retention.count': (db, { today }) => retentionCount(db, rules(db), today),

  'retention.runRecords': (writer, request, task) => {
    const done = runRule(writer, request, rules(writer), task)
    markUnfinished(writer)
    return done
  },

  'members.keep': (writer, { id, keep }) => {
    const name = memberName(writer, id)
    writer.update('members', id, {
      keep_because: keep?.because ?? null,
      keep_since: keep?.since ?? null,
    })
    return { value: { id }, summary: keep ? `${name} is to be kept` : `${name} need not be kept any more` }
  },
}

function rules(db: Reader) {
  return rulesOf(setting(db, key))
}

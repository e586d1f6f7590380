import type { matching } from '@shared/contract/matching'
import { participants } from '@shared/domain/matching/peers'
import type { Handlers } from '../../handler'
import { nameOfProgram } from '../programs/programRecord'
import { acceptPairs } from './matchingAccept'
import { keepRun, keptPairs, keptRuns, removeKept, replayKept } from './matchingKept'
import { candidates } from './matchingPeople'
import { named } from './matchingProposal'
import { addRule, removeRule, rulesOfProgram } from './matchingRules'
import { saveSettings, settingsOf } from './matchingSettings'
import { assertReplayable, optionsFor, runOf, solved } from './matchingSolve'
import { preferencesOf, savePreferences } from './matchingWishes'

export const matchingHandlers: Handlers<typeof matching> = {
  'matching.programs': (db) => db.all('SELECT id, name FROM programs ORDER BY starts_on DESC, id DESC'),
  'matching.settings': (db, { programId }) => settingsOf(db, programId),
  'matching.saveSettings': saveSettings,

  'matching.propose': (db, { explain, ...request }, task) => {
    const name = nameOfProgram(db, request.programId)
    const { people, setAside, notActive, enrolled } = candidates(db, request.programId)
    const run = runOf(db, request)
    return {
      program: { id: request.programId, name },
      proposal: { run: { engine: run.engine, hash: run.hash }, ...named(db, solved(run, explain, task)) },
      setAside,
      notActive,
      enrolled,
      askAlike: participants(run.input).filter(({ alike }) => alike.length > 0).length,
      peers: people.peers !== undefined,
    }
  },

  'matching.options': optionsFor,
  'matching.run': runOf,

  'matching.replay': (db, { run, explain }, task) => {
    assertReplayable(run)
    return { run: { engine: run.engine, hash: run.hash }, ...named(db, solved(run, explain, task)) }
  },

  'matching.rules': (db, { programId }) => rulesOfProgram(db, programId),
  'matching.addRule': addRule,
  'matching.removeRule': removeRule,
  'matching.preferences': preferencesOf,
  'matching.savePreferences': savePreferences,
  'matching.kept': (db, { programId }) => keptRuns(db, programId),
  'matching.keptPairs': (db, { id }) => keptPairs(db, id),
  'matching.replayKept': (db, { id }, task) => replayKept(db, id, task),
  'matching.keep': keepRun,
  'matching.removeKept': removeKept,
  'matching.accept': acceptPairs,
}

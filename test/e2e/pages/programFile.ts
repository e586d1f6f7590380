import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { checkout } from '../../../scripts/support/paths.mjs'
import { localToday } from './records'

interface Sizes {
  members: number
  sessions: number
  interactions: number
}

/** Makes a program file with the sample program in the sizes that are asked for, without the app. */
export async function makeProgramFile(file: string, sizes: Sizes): Promise<void> {
  const client = await DatabaseClient.open({
    file,
    mode: 'create',
    workerPath: join(checkout, 'out', 'main', 'worker.js'),
  })
  try {
    await client.ask('program.begin', { name: 'Large program', timeZone: 'UTC' })
    await client.ask('program.fillSample', { today: localToday(), seed: 1, ...sizes })
  } finally {
    await client.close()
  }
}

import { conflictCopiesOf } from './conflictCopies'
import { isFar, isPcloud } from './network'
import { pathsOf } from './paths'
import type { Probes } from './probes'
import { syncedBy } from './synced'

/** What is known of the place of a program file. */
export interface Place {
  /** The service that keeps its folder the same on several computers; null when none is known to. */
  service: string | null
  /** Whether it is on a network drive. */
  far: boolean
  /** The copies beside it that a service made as two computers had changed it. */
  conflicts: string[]
}

/** @param file a program file, or where one is to be */
export async function lookAt(file: string, probes: Probes): Promise<Place> {
  const { dirname, basename } = pathsOf(probes)
  const folder = await probes.real(dirname(file))
  const service = (await isPcloud(folder, probes)) ? 'pCloud' : await syncedBy(folder, probes)
  const names = await probes.names(folder)
  return {
    service,
    far: service === null && (await isFar(folder, probes)),
    conflicts: conflictCopiesOf(basename(file), names, {
      synced: service !== null,
      hostname: probes.hostname,
    }),
  }
}

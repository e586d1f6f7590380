import { groundTitle } from '@renderer/components/labels'
import type { Reference } from '@shared/contract/fields'
import type { ReadinessCheck } from '@shared/contract/readiness'
import { areaLabels, type Readiness, readinessWords } from '@shared/domain/growth/readiness'

/** What several people have answered for: a community, or the idea of one. */
export interface Subject {
  key: string
  title: string
  community: Reference | null
  idea: string | null
  /** The latest first. */
  checks: ReadinessCheck[]
}

/** In the order of their latest answers. */
export function subjectsOf(checks: readonly ReadinessCheck[]): Subject[] {
  const groups = Map.groupBy(checks, ({ community, idea }) =>
    community === null ? `idea ${idea}` : `community ${community.id}`,
  )
  return [...groups].map(([key, own]) => {
    const { community = null, idea = null } = own[0] ?? {}
    return { key, title: community?.name ?? idea ?? '', community, idea, checks: own }
  })
}

/** The plan as text, for a message or a note. */
export function planText(title: string, reading: Readiness): string {
  const steps = reading.plan.map(({ area, step }, at) => `${at + 1}. ${areaLabels[area]}: ${step}`)
  return [`${groundTitle} ${title}`, '', readinessWords(reading), '', ...steps].join('\n').trim()
}

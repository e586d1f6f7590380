import { counted } from '@renderer/components/labels'

/** What forcing a pair changes for all, as a sentence; empty where it was not worked out. */
export function costWords(cost: { served: number; total: number } | null, peers: boolean): string {
  if (cost === null) return ''
  const { served, total } = cost
  if (served < 0) {
    return peers
      ? `${counted(-served, 'person fewer has', 'people fewer have')} a partner then.`
      : `${counted(-served, 'mentee fewer has', 'mentees fewer have')} a mentor then.`
  }
  if (Math.abs(total) < 0.005) return 'All together fit as well.'
  const points = counted(Math.round(Math.abs(total) * 100), 'point')
  return total < 0
    ? `All together lose ${points} of fit.`
    : `All together gain ${points} of fit, and the weakest pair is weaker.`
}

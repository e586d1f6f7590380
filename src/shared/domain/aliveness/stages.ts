import type { CommunityStage } from '../vocabulary'
import type { PartKey } from './parts'

/** What is to be expected of a part at a stage: the five of Wenger, McDermott and Snyder 2002. */
export function atStage(part: PartKey, stage: CommunityStage): string {
  return readings[part][seasons[stage]]
}

/**
 * Below this a part is weak at a stage, and a step is looked for; null where a low figure is nothing to mend then. A
 * proposal, to be read with `atStage`, and no norm: the part's own past says more.
 */
export function weakBelow(part: PartKey, stage: CommunityStage): number | null {
  return limits[part][seasons[stage]]
}

const limits: Record<PartKey, Record<Season, number | null>> = {
  breadth: { early: 0.6, grown: 0.33, turning: 0.2 },
  evenness: { early: 0.25, grown: 0.4, turning: 0.25 },
  reciprocity: { early: 0.2, grown: 0.4, turning: 0.3 },
  boundaries: { early: 0.5, grown: 0.75, turning: 0.5 },
  connectedness: { early: 0.5, grown: 0.75, turning: 0.5 },
  rhythm: { early: 0.5, grown: 0.65, turning: 0.5 },
  newcomers: { early: 0.4, grown: 0.5, turning: null },
  retention: { early: 0.4, grown: 0.65, turning: 0.4 },
  responsiveness: { early: 0.3, grown: 0.6, turning: 0.4 },
  independence: { early: 0.2, grown: 0.5, turning: 0.5 },
  value: { early: null, grown: 0.25, turning: 0.1 },
}

type Season = 'early' | 'grown' | 'turning'

const seasons: Record<CommunityStage, Season> = {
  potential: 'early',
  coalescing: 'early',
  maturing: 'grown',
  stewardship: 'grown',
  transformation: 'turning',
}

const readings: Record<PartKey, Record<Season, string>> = {
  breadth: {
    early: 'Most of those who belong should be seen now: a small community lives by everybody’s presence.',
    grown: 'A third who take part often carry a grown community; a wide and quiet edge is part of it.',
    turning: 'A falling share is how an ending begins, and may be right. Ask what people still come for.',
  },
  evenness: {
    early: 'A few founders do most of it at first. It should rise from one season to the next.',
    grown: 'Several people should carry it by now; a low figure means that it hangs on a few.',
    turning: 'Few are left to do the work. Whoever takes it on should not be alone with it.',
  },
  reciprocity: {
    early: 'Invitations go one way before they are returned: low is usual in the first months.',
    grown: 'People should answer each other by now; one-way contact is an audience, not a community.',
    turning: 'Where contacts are still returned, there is something to carry over into what comes next.',
  },
  boundaries: {
    early: 'People begin with those they know, close by. Each tie across a border is worth an introduction.',
    grown: 'Where less crosses than chance would give, people meet at home: that is where to introduce them.',
    turning: 'Splitting along a border can be a good ending, if it is meant.',
  },
  connectedness: {
    early: 'Several separate circles are natural now; introductions join them.',
    grown: 'Nearly everybody who takes part should be connected, also without the best connected person.',
    turning: 'Falling apart into circles shows what the community may turn into.',
  },
  rhythm: {
    early: 'It is being looked for. A first date that people can count on matters more than how often.',
    grown: 'The beat should be steady; a gap here is the first thing that people feel.',
    turning: 'Gaps grow before an ending. Decide on the next date, or on a last one.',
  },
  newcomers: {
    early: 'Everybody is new. What matters is who comes a second time.',
    grown: 'Newcomers keep it from closing up: see who welcomes them.',
    turning: 'Nobody new need be won for a community that is about to change; tell them what is coming.',
  },
  retention: {
    early: 'Some look in and leave: that is how an interest is found.',
    grown: 'Losing people who took part is the earliest sign of fading. Ask them.',
    turning: 'Who stays will shape what comes next.',
  },
  responsiveness: {
    early: 'The coordinator answers much at first; others should begin to.',
    grown: 'Members should be the ones who answer.',
    turning: 'Questions that nobody answers any more show what is missing.',
  },
  independence: {
    early: 'It hangs on the coordinator now, and may.',
    grown: 'It should no longer stop when the coordinator is away.',
    turning: 'Who else begins something could lead what comes next.',
  },
  value: {
    early: 'Look for the first thing that one member has used from another.',
    grown: 'What was learned should be written down, reviewed and used elsewhere.',
    turning: 'Keep what was learned before the community goes.',
  },
}

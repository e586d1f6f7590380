import { beginningTopics } from './beginnings'
import { craftTopics } from './craft'
import { directionTopics } from './direction'
import { growingTopics } from './growing'
import { moneyTopics } from './money'
import { peopleTopics } from './people'
import { projectTopics } from './projects'
import { speakingTopics } from './speaking'
import type { Topic } from './topic'

/** Rounds through the groups, so that the topics that come up most (the first ones) are not all of one kind. */
function interleave(groups: readonly (readonly Topic[])[]): Topic[] {
  const longest = Math.max(...groups.map((group) => group.length))
  return Array.from({ length: longest }, (_, row) =>
    groups.flatMap((group) => group.slice(row, row + 1)),
  ).flat()
}

/** All topics that sessions may be about, the most frequent first. */
export const topics: readonly Topic[] = interleave([
  peopleTopics,
  beginningTopics,
  moneyTopics,
  craftTopics,
  speakingTopics,
  directionTopics,
  projectTopics,
  growingTopics,
])

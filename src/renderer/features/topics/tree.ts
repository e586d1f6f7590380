import type { Topic } from '@shared/contract/topics'

/** A topic at its depth in the tree, and all that stand below it. */
export interface Placed {
  topic: Topic
  depth: number
  below: ReadonlySet<number>
}

/** The topics in the order of the tree, each before those that stand below it; by name within that. */
export function treeOf(topics: readonly Topic[]): Placed[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId)
  const place = (topic: Topic, depth: number): Placed[] => {
    const below = (children.get(topic.id) ?? []).flatMap((child) => place(child, depth + 1))
    return [{ topic, depth, below: new Set(below.map((one) => one.topic.id)) }, ...below]
  }
  return (children.get(null) ?? []).flatMap((topic) => place(topic, 0))
}

export function usesOf({ sessions, knowledge, offering, wanting, asks }: Topic): number {
  return sessions + knowledge + offering + wanting + asks
}

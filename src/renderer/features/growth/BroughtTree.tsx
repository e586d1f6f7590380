import { type RenderTreeNodePayload, Tree, type TreeNodeData, useTree } from '@mantine/core'
import { counted, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { type Branch, treesOf } from '@shared/domain/growth/tree'
import { IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import classes from './Growth.module.css'
import type { Growth } from './GrowthTab'

type Person = Growth['people'][number]

/** Who brought whom: a tree to be walked through with the arrow keys. */
export function BroughtTree({ people }: { people: readonly Person[] }) {
  const trees = useMemo(
    () =>
      treesOf(people)
        .filter(({ brought }) => brought.length > 0)
        .toSorted((one, other) => other.through - one.through),
    [people],
  )
  if (trees.length === 0) return null
  const inTrees = trees.reduce((sum, { through }) => sum + through, 0)
  return (
    <section aria-label="Who brought whom">
      <h2 className={classes.group}>
        Who brought whom <small>{numberText(inTrees)}</small>
      </h2>
      <p className={classes.quiet}>
        {counted(inTrees, 'person', 'people')} came through {counted(trees.length, 'person', 'people')} with
        whom it begins, or are invited by them. Open a name to see whom they brought.
      </p>
      <Trees trees={trees} />
    </section>
  )
}

const firstShown = 8

function Trees({ trees }: { trees: readonly Branch<Person>[] }) {
  const [whole, setWhole] = useState(false)
  const data = useMemo(() => (whole ? trees : trees.slice(0, firstShown)).map(nodeOf), [trees, whole])
  const tree = useTree()
  const more = trees.length - data.length
  return (
    <>
      <Tree
        className={classes.tree ?? ''}
        aria-label="Who brought whom"
        data={data}
        tree={tree}
        levelOffset={22}
        expandOnClick
        renderNode={Node}
      />
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {numberText(more)} more</TextButton> : null}
    </>
  )
}

function nodeOf({ person, brought, through }: Branch<Person>): TreeNodeData {
  return {
    value: person.key,
    label: person.name,
    nodeProps: { direct: brought.length, through },
    ...(brought.length === 0 ? {} : { children: brought.map(nodeOf) }),
  }
}

function Node({ node, expanded, hasChildren, elementProps }: RenderTreeNodePayload) {
  const { direct = 0, through = 0 } = (node.nodeProps ?? {}) as { direct?: number; through?: number }
  const beyond = through > direct ? `, ${numberText(through)} with those they brought` : ''
  return (
    <div {...elementProps} className={`${elementProps.className} ${classes.node ?? ''}`}>
      <IconChevronRight
        size={14}
        aria-hidden
        style={{ visibility: hasChildren ? 'visible' : 'hidden', rotate: expanded ? '90deg' : '0deg' }}
      />
      <span dir="auto">{node.label}</span>
      {direct === 0 ? null : (
        <small>
          brought {numberText(direct)}
          {beyond}
        </small>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import { ItemLine } from './ItemLine'
import classes from './Transfer.module.css'
import { TransferPairs } from './TransferPairs'
import { TransferStories } from './TransferStories'

const firstShown = 8

/** What a community wrote down, who used it, across which boundary, and what came of it. */
export function CommunityKnowledgeTab({ communityId }: { communityId: number }) {
  const { data: items, error } = useRecords('knowledge.list', {
    filter: {
      query: '',
      kinds: [],
      states: [],
      topicIds: [],
      communityIds: [communityId],
      authorIds: [],
      reviewBy: null,
    },
    // What others use most is what the community is known for.
    sort: { by: 'reuses', descending: true },
    page: { offset: 0, limit: firstShown },
  })
  const { data: transfer } = useRecords('knowledge.transfer', { communityId })
  if (error) return <ErrorNotice message={error.message} />
  if (!items || !transfer) return null
  const write = (
    <Button variant="default" onClick={() => go({ screen: 'knowledge-editor', communityId })}>
      Write knowledge
    </Button>
  )
  if (items.total === 0) {
    return (
      <EmptyState
        title="Nothing is written down here yet"
        text="What this community learns can be found and used by others once it is written: a practice, a story, an answer. Say on each piece that it is this community’s."
      >
        {write}
      </EmptyState>
    )
  }
  return (
    <div className={`${classes.tab} ${screen.reading}`}>
      <div className={classes.top}>
        <p className={classes.reading}>{reading(items.total, transfer.figures)}</p>
        {write}
      </div>
      <section aria-label="Written here">
        <ul className={classes.items}>
          {items.rows.map((row) => (
            <ItemLine key={row.id} row={row} />
          ))}
        </ul>
        {items.total > items.rows.length ? (
          <TextButton onClick={() => go({ screen: 'knowledge', communityId })}>
            All {numberText(items.total)} in the knowledge base
          </TextButton>
        ) : null}
      </section>
      {transfer.figures.uses > 0 ? (
        <>
          <TransferPairs transfer={transfer} />
          <TransferStories transfer={transfer} />
        </>
      ) : null}
    </div>
  )
}

type Figures = Parameters<typeof TransferPairs>[0]['transfer']['figures']

function reading(items: number, { uses, users, acrossPlaces, acrossDepartments }: Figures): string {
  const written = `${counted(items, 'piece')} of knowledge ${items === 1 ? 'belongs' : 'belong'} to this community.`
  if (uses === 0) {
    return `${written} No use of ${items === 1 ? 'it' : 'them'} is noted yet: open one and note who used it.`
  }
  return `${written} ${counted(users, 'person has', 'people have')} used what others wrote, ${counted(uses, 'time')} in all: ${numberText(acrossDepartments)} across departments, ${numberText(acrossPlaces)} across places.`
}

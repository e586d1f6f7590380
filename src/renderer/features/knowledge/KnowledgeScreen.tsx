import { ActionIcon, Button, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { go, usePlace } from '@renderer/app/navigation'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { usePages } from '@renderer/app/usePages'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { PageHeader } from '@renderer/components/PageHeader'
import { RecordTable, type RecordTableHandle } from '@renderer/components/RecordTable'
import screen from '@renderer/components/Screen.module.css'
import type { KnowledgeRow } from '@shared/contract/knowledge'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ImportDialog } from './ImportDialog'
import { KnowledgeFilters } from './KnowledgeFilters'
import { knowledgeColumns } from './knowledgeColumns'
import { anyItem, useKnowledgeView } from './knowledgeView'
import { listReading } from './words'

const rowHeight = 60

/** Everything that was written down for others, searched as the coordinator types. */
export function KnowledgeScreen() {
  useAsked()
  const { filter, sort, active, narrow, setSort, setActive } = useKnowledgeView()
  const table = useRef<RecordTableHandle>(null)
  const [isImporting, setImporting] = useState(false)
  const pages = usePages('knowledge.list', { filter, sort })
  const { data: overview } = useRecords('knowledge.overview', { today: useToday() })
  const remove = useCommand('knowledge.remove')
  useShown('knowledge', !pages.loading && overview !== undefined)

  async function toTrash({ id, title }: KnowledgeRow) {
    const deletion = await remove.run({ id })
    if (deletion) tellDeleted(`Deleted: ${title}.`, deletion)
  }

  return (
    <div className={screen.screen}>
      <PageHeader
        title="Knowledge"
        reading={overview ? listReading(overview) : null}
        actions={
          overview?.items === 0 ? null : (
            <>
              <Button variant="default" onClick={() => go({ screen: 'coverage' })}>
                Coverage
              </Button>
              <Button variant="default" onClick={() => go({ screen: 'transfer' })}>
                Who teaches whom
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size={34} variant="default" aria-label="More about knowledge">
                    <IconDots size={17} stroke={1.8} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => go({ screen: 'topics' })}>Topics</Menu.Item>
                  <Menu.Item onClick={() => setImporting(true)}>Import notes…</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button onClick={() => go({ screen: 'knowledge-editor' })}>Write knowledge</Button>
            </>
          )
        }
      />
      {overview?.items === 0 ? (
        <NoneYet onImport={() => setImporting(true)} />
      ) : (
        <>
          {overview ? (
            <KnowledgeFilters
              overview={overview}
              total={pages.loading ? null : pages.total}
              onLeave={() => table.current?.focus()}
            />
          ) : null}
          {pages.error ? <ErrorNotice message={pages.error.message} /> : null}
          <div className={screen.split}>
            <div className={screen.list}>
              {!pages.loading && pages.total === 0 ? (
                <EmptyState
                  title="Nothing found"
                  text="Nothing holds all of these words and fits the filters."
                >
                  <Button variant="default" onClick={() => narrow(anyItem)}>
                    Clear the search
                  </Button>
                </EmptyState>
              ) : (
                <RecordTable
                  handle={table}
                  label="Knowledge"
                  rowHeight={rowHeight}
                  columns={knowledgeColumns}
                  total={pages.total}
                  rowAt={pages.rowAt}
                  idOf={(row) => row.id}
                  onRange={pages.onRange}
                  {...(sort ? { sort } : {})}
                  onSort={setSort}
                  active={active}
                  onActive={setActive}
                  onOpen={({ id }) => go({ screen: 'knowledge-item', itemId: id, query: filter.query })}
                  onRemove={(row) => void toTrash(row)}
                />
              )}
            </div>
          </div>
        </>
      )}
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </div>
  )
}

/** Whoever comes from somewhere that speaks of a topic, a person or a community sees what there is of it. */
function useAsked(): void {
  const place = usePlace('knowledge')
  const narrow = useKnowledgeView((view) => view.narrow)
  const { query, topicId, authorId, communityId } = place ?? {}
  useEffect(() => {
    if ([query, topicId, authorId, communityId].every((asked) => asked === undefined)) return
    narrow({
      ...anyItem,
      query: query ?? '',
      topicIds: topicId === undefined ? [] : [topicId],
      authorIds: authorId === undefined ? [] : [authorId],
      communityIds: communityId === undefined ? [] : [communityId],
    })
  }, [query, topicId, authorId, communityId, narrow])
}

function NoneYet({ onImport }: { onImport: () => void }) {
  return (
    <EmptyState
      title="Nothing is written down yet"
      text="Sessions bring up what others could use: a way of doing something, an answer, a story that says why. Select such a passage in the notes of a session, and make a piece of knowledge of it; or begin with what you know yourself."
    >
      <Button onClick={() => go({ screen: 'knowledge-editor' })}>Write knowledge</Button>
      <Button variant="default" onClick={() => go({ screen: 'sessions' })}>
        Look through the notes
      </Button>
      <Button variant="default" onClick={onImport}>
        Import notes…
      </Button>
    </EmptyState>
  )
}

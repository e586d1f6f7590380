import { call } from '@renderer/app/api'
import { go, usePlace } from '@renderer/app/navigation'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { KnowledgeItem } from '@shared/contract/knowledge'
import { titleKey } from '@shared/domain/knowledge/links'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { ItemActions } from './ItemActions'
import { ItemFacts } from './ItemFacts'
import { ItemFiles } from './ItemFiles'
import { ItemUses } from './ItemUses'
import classes from './Knowledge.module.css'
import { itemReading } from './words'

const MarkdownView = lazy(() =>
  import('@renderer/components/markdown/MarkdownView').then((m) => ({ default: m.MarkdownView })),
)

/** One piece of knowledge to read, with what is known of it beside. */
export function ItemScreen() {
  const place = usePlace('knowledge-item')
  return place ? <OneItem key={place.itemId} id={place.itemId} query={place.query ?? ''} /> : null
}

function OneItem({ id, query }: { id: number; query: string }) {
  const { data: item, error } = useRecords('knowledge.get', { id }, { keep: false })
  const { data: uses } = useRecords('knowledge.reuses', { itemId: id }, { keep: false })
  useShown('knowledge-item', item !== undefined && uses !== undefined)
  if (error) return <ErrorNotice message={error.message} />
  if (!item) return null
  return (
    <div className={screen.screen}>
      <PageHeader
        title={item.title}
        reading={itemReading(item, uses?.figures)}
        actions={<ItemActions item={item} />}
      />
      <div className={classes.page}>
        <div className={classes.text}>
          <div className={classes.column}>
            <Article item={item} query={query} />
            {uses ? <ItemUses itemId={id} reuses={uses.reuses} /> : null}
          </div>
        </div>
        <aside className={classes.side} aria-label="About it">
          <ItemFacts item={item} />
          <ItemFiles itemId={id} />
          <RecordHistory table="knowledge_items" id={id} />
        </aside>
      </div>
    </div>
  )
}

function Article({ item, query }: { item: KnowledgeItem; query: string }) {
  const known = useMemo(() => new Map(item.links.map(({ title, id }) => [titleKey(title), id])), [item.links])
  const isKnown = useCallback((title: string) => (known.get(titleKey(title)) ?? null) !== null, [known])
  const follow = useCallback(
    (title: string) => {
      const id = known.get(titleKey(title)) ?? null
      go(id === null ? { screen: 'knowledge-editor', title } : { screen: 'knowledge-item', itemId: id })
    },
    [known],
  )
  const highlight = useMemo(() => query.split(/\s+/).filter((word) => word !== ''), [query])
  if (item.body.trim() === '') {
    return (
      <p className={classes.empty}>
        Nothing is written yet.{' '}
        <TextButton onClick={() => go({ screen: 'knowledge-editor', itemId: item.id })}>Write it</TextButton>
      </p>
    )
  }
  return (
    <article className={classes.article}>
      <Suspense>
        <MarkdownView
          value={item.body}
          highlight={highlight}
          pictures
          onMention={openMember}
          onLink={openLink}
          onKnowledge={follow}
          isKnown={isKnown}
        />
      </Suspense>
    </article>
  )
}

const openMember = (memberId: number) => go({ screen: 'members', memberId })
const openLink = (url: string) => void call('links.open', { url })

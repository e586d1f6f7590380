import { go } from '@renderer/app/navigation'
import { useToday } from '@renderer/app/today'
import { counted, knowledgeKindLabels, knowledgeStateLabels, shortDate } from '@renderer/components/labels'
import { Names } from '@renderer/components/Names'
import { TextButton } from '@renderer/components/TextButton'
import type { KnowledgeRow } from '@shared/contract/knowledge'
import classes from './Transfer.module.css'

/** A piece of knowledge in a line: what it is, by whom, how it stands, and how often it was used. */
export function ItemLine({ row }: { row: KnowledgeRow }) {
  const { id, kind, title, state, authors, topics, reviewOn, reuses } = row
  const today = useToday()
  const isDue = reviewOn !== null && reviewOn <= today && state !== 'retired'
  return (
    <li>
      <div>
        <TextButton dir="auto" onClick={() => go({ screen: 'knowledge-item', itemId: id })}>
          {title}
        </TextButton>{' '}
        <span className={classes.quiet}>
          {knowledgeKindLabels[kind]}
          {authors.length > 0 ? ' by ' : null}
          <Names people={authors} />
        </span>
        <p className={classes.quiet}>
          {knowledgeStateLabels[state]}
          {isDue ? (
            <>
              , <span className={classes.due}>to be looked through since {shortDate(reviewOn)}</span>
            </>
          ) : null}
          {topics.length > 0 ? ` · ${topics.join(', ')}` : null}
        </p>
      </div>
      <span>{reuses === 0 ? 'not used yet' : counted(reuses, 'use')}</span>
    </li>
  )
}

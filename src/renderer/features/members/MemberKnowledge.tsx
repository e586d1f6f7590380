import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { counted, knowledgeKindLabels, numberText, shortDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import { valueCycles } from '@shared/domain/vocabulary'
import classes from './Members.module.css'

type Knowledge = OutputOf<'knowledge.ofMember'>

/** So many of each are listed; the rest is in the knowledge base. */
const shown = 6

/** What a member wrote for others, how far it went, and what of others they used. */
export function MemberKnowledge({ id }: { id: number }) {
  const { data } = useRecords('knowledge.ofMember', { memberId: id }, { keep: false })
  if (!data || data.written.length + data.used.length === 0) return null
  return (
    <section className={classes.knowledge}>
      <h2>Knowledge</h2>
      <p>{reading(data)}</p>
      <ul>
        {data.written.slice(0, shown).map((item) => (
          <li key={item.id}>
            <Item item={item} />
            <small>
              {' '}
              {knowledgeKindLabels[item.kind].toLowerCase()}
              {item.reuses > 0 ? `, used ${numberText(item.reuses)}×` : ''}
            </small>
          </li>
        ))}
        {data.used.slice(0, shown).map(({ id: use, item, usedOn, story }) => (
          <li key={`use ${use}`}>
            Used <Item item={item} />
            <small> {shortDate(usedOn)}</small>
            <span>{valueCycles.map((cycle) => story[cycle]).findLast((text) => text !== null) ?? ''}</span>
          </li>
        ))}
      </ul>
      {data.written.length > shown ? (
        <button
          type="button"
          className={classes.link}
          onClick={() => go({ screen: 'knowledge', authorId: id })}
        >
          All {counted(data.written.length, 'piece')}
        </button>
      ) : null}
    </section>
  )
}

function Item({ item: { id, name } }: { item: { id: number; name: string } }) {
  return (
    <button
      type="button"
      className={classes.link}
      onClick={() => go({ screen: 'knowledge-item', itemId: id })}
    >
      <bdi>{name}</bdi>
    </button>
  )
}

function reading({ written, used, figures: { uses, users, acrossDepartments } }: Knowledge): string {
  const wrote = written.length === 0 ? '' : `Wrote ${counted(written.length, 'piece')}`
  const across = acrossDepartments === 0 ? '' : `, ${numberText(acrossDepartments)} across departments`
  const byOthers =
    written.length === 0
      ? ''
      : uses === 0
        ? ', not used by others yet. '
        : `, used ${counted(uses, 'time')} by ${counted(users, 'person', 'people')}${across}. `
  const own = used.length === 0 ? '' : `Used ${counted(used.length, 'time')} what others wrote.`
  return `${wrote}${byOthers}${own}`.trim()
}

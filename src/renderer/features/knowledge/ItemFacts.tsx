import { go } from '@renderer/app/navigation'
import { useToday } from '@renderer/app/today'
import { counted, knowledgeKindLabels, longDate, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { KnowledgeItem } from '@shared/contract/knowledge'
import { localDate } from '@shared/domain/calendar'
import type { ReactNode } from 'react'
import classes from './Knowledge.module.css'
import { namesInWords } from './words'

/** What is known of an item besides its text: whose it is, where it came from, what hangs on it. */
export function ItemFacts({ item }: { item: KnowledgeItem }) {
  const { backlinks } = item
  return (
    <>
      <dl className={classes.facts}>
        <Fact label="Kind">{knowledgeKindLabels[item.kind]}</Fact>
        <Fact label="Authors">{item.authors.length > 0 ? <Authors item={item} /> : null}</Fact>
        <Fact label="Topics">{item.topics.join(', ')}</Fact>
        <Fact label="Community">{item.community ? <Community of={item.community} /> : null}</Fact>
        <Fact label="Made from">{item.session ? <Source session={item.session} /> : null}</Fact>
        <Fact label="Written">
          {shortDate(localDate(new Date(item.writtenAt)))}
          {item.versions > 0 ? `, ${counted(item.versions + 1, 'version')}` : ''}
        </Fact>
        <Fact label="Look through">{item.reviewOn ? <Review on={item.reviewOn} /> : null}</Fact>
      </dl>
      <Links title="Linked from" none="Nothing links to it yet.">
        {[
          ...backlinks.items.map((other) => <ItemLink key={other.id} {...other} />),
          ...backlinks.sessions.map((session) => (
            <li key={`session ${session.id}`}>
              <Source session={session} />
            </li>
          )),
        ]}
      </Links>
      {item.related.length > 0 ? (
        <Links title="Related">
          {item.related.map((other) => (
            <ItemLink key={other.id} {...other} why={whyRelated(other)} />
          ))}
        </Links>
      ) : null}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </>
  )
}

function Authors({ item: { authors } }: { item: KnowledgeItem }) {
  return authors.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <TextButton dir="auto" onClick={() => go({ screen: 'members', memberId: id })}>
        {name}
      </TextButton>
    </span>
  ))
}

function Community({ of: { id, name } }: { of: { id: number; name: string } }) {
  return <TextButton onClick={() => go({ screen: 'community', communityId: id })}>{name}</TextButton>
}

function Source({ session: { id, heldOn, people } }: { session: NonNullable<KnowledgeItem['session']> }) {
  const who = people.length === 0 ? '' : ` with ${namesInWords(people)}`
  return (
    <TextButton dir="auto" onClick={() => go({ screen: 'sessions', sessionId: id })}>
      {`Session of ${shortDate(heldOn)}${who}`}
    </TextButton>
  )
}

function Review({ on }: { on: string }) {
  const due = on <= useToday()
  return (
    <span title={longDate(on)} style={due ? { color: 'var(--due)' } : undefined}>
      {due ? `since ${shortDate(on)}` : `on ${shortDate(on)}`}
    </span>
  )
}

function Links({ title, none, children }: { title: string; none?: string; children: ReactNode[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className={classes.quiet}>{none}</p>
      ) : (
        <ul className={classes.links}>{children}</ul>
      )}
    </section>
  )
}

type Linked = KnowledgeItem['backlinks']['items'][number]

function ItemLink({ id, name, kind, why }: Linked & { why?: string }) {
  return (
    <li>
      <TextButton dir="auto" onClick={() => go({ screen: 'knowledge-item', itemId: id })}>
        {name}
      </TextButton>
      <span className={classes.quiet}>
        {' · '}
        {knowledgeKindLabels[kind]}
        {why ? ` · ${why}` : ''}
      </span>
    </li>
  )
}

/** What brings two pieces together, the clearest first. */
function whyRelated({ topics, linked, words }: KnowledgeItem['related'][number]): string {
  if (linked) return 'linked'
  if (topics.length > 0) return `also about ${topics.slice(0, 2).join(', ')}`
  return `also speaks of ${words.join(', ')}`
}

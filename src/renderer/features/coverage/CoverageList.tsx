import { go } from '@renderer/app/navigation'
import { counted, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { TopicCoverage } from '@shared/contract/coverage'
import { type ReactNode, useState } from 'react'
import classes from './Coverage.module.css'

interface Props {
  title: string
  topics: TopicCoverage[]
}

const firstShown = 12

/** Topics of one state, a sentence each, with what would help. */
export function CoverageList({ title, topics }: Props) {
  const [whole, setWhole] = useState(false)
  if (topics.length === 0) return null
  const shown = whole ? topics : topics.slice(0, firstShown)
  return (
    <section>
      <h2 className={classes.title}>
        {title} <small>{numberText(topics.length)}</small>
      </h2>
      <ul className={classes.list}>
        {shown.map((one) => (
          <li key={one.topic.id}>
            <span>
              <b dir="auto">{one.topic.name}</b> <span className={classes.quiet}>{sentence(one)}</span>
            </span>
            <Action of={one} />
          </li>
        ))}
      </ul>
      {shown.length < topics.length ? (
        <TextButton onClick={() => setWhole(true)}>
          Show {numberText(topics.length - shown.length)} more
        </TextButton>
      ) : null}
    </section>
  )
}

function sentence({ wanted, mentors, items, outdated, onlyPerson, state }: TopicCoverage): ReactNode {
  const wants = `${counted(wanted, 'member wants', 'members want')} it`
  if (state === 'missing') return `${wants}, nobody offers it, and nothing is written.`
  const written = items === 0 ? 'nothing is written' : `${counted(items, 'piece')} written`
  if (onlyPerson) {
    return (
      <>
        {wants}; it is <bdi>{onlyPerson.name}</bdi> alone who knows it, {written}.
      </>
    )
  }
  const old = outdated === 0 ? '' : `, ${numberText(outdated)} of it to be looked through again`
  return `${wants}; ${mentors === 0 ? 'no mentor offers it' : `${counted(mentors, 'mentor offers', 'mentors offer')} it`}, ${written}${old}.`
}

/** The one thing that would help most. */
function Action({ of: { topic, state, items, onlyPerson } }: { of: TopicCoverage }) {
  if (items > 0) {
    return (
      <TextButton
        aria-label={`${state === 'out of date' ? 'Look through' : 'See'} what is written: ${topic.name}`}
        onClick={() => go({ screen: 'knowledge', topicId: topic.id })}
      >
        {state === 'out of date' ? 'Look through what is written' : 'See what is written'}
      </TextButton>
    )
  }
  if (onlyPerson) {
    return (
      <TextButton onClick={() => go({ screen: 'members', memberId: onlyPerson.id })}>
        Ask <bdi>{onlyPerson.name}</bdi> to write it down
      </TextButton>
    )
  }
  return (
    <TextButton
      aria-label={`Write about it: ${topic.name}`}
      onClick={() => go({ screen: 'knowledge-editor', topic: topic.name })}
    >
      Write about it
    </TextButton>
  )
}

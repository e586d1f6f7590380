import { ActionIcon, Button, Menu } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import { TextButton } from '@renderer/components/TextButton'
import type { Topic } from '@shared/contract/topics'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { TopicDialog, type TopicTask } from './TopicDialog'
import classes from './Topics.module.css'
import { type Placed, treeOf, usesOf } from './tree'

/** The topics as they stand under one another, with what is about each. */
export function TopicsScreen() {
  const { data, error } = useRecords('topics.list', {})
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState<{ task: TopicTask; topic: Topic } | null>(null)
  useShown('topics', data !== undefined)
  const tree = treeOf(data ?? [])
  const wanted = query.trim().toLocaleLowerCase()
  const shown =
    wanted === '' ? tree : tree.filter(({ topic }) => topic.name.toLocaleLowerCase().includes(wanted))
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Topics"
        reading={data ? reading(data) : null}
        actions={
          <Button variant="default" onClick={() => go({ screen: 'knowledge' })}>
            All knowledge
          </Button>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {data?.length === 0 ? (
        <EmptyState
          title="No topics yet"
          text="A topic is there as soon as a session, a piece of knowledge, an ask or somebody's skill is about it."
        />
      ) : (
        <div className={screen.bar}>
          <SearchField label="Find a topic" value={query} onChange={setQuery} />
        </div>
      )}
      {wanted !== '' && shown.length === 0 ? <p>No topic has that in its name.</p> : null}
      <ul className={classes.tree} aria-label="Topics">
        {shown.map((one) => (
          <Line
            key={one.topic.id}
            of={one}
            indented={wanted === ''}
            onTask={(task) => setAsked({ task, topic: one.topic })}
          />
        ))}
      </ul>
      {asked ? (
        <TopicDialog key={asked.topic.id} {...asked} tree={tree} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  )
}

interface LineProps {
  of: Placed
  indented: boolean
  onTask: (task: TopicTask) => void
}

function Line({ of: { topic, depth, below }, indented, onTask }: LineProps) {
  const remove = useCommand('topics.remove')
  const { id, name, knowledge } = topic
  async function removed() {
    if (await remove.run({ id })) tell(`Deleted the topic ${name}.`)
  }
  return (
    <li style={{ paddingInlineStart: indented ? depth * 24 : 0 }}>
      <span className={classes.words}>
        <b dir="auto">{name}</b> <span className={classes.quiet}>{sentence(topic, below.size)}</span>
      </span>
      {knowledge > 0 ? (
        <TextButton
          aria-label={`See what is written: ${name}`}
          onClick={() => go({ screen: 'knowledge', topicId: id })}
        >
          See what is written
        </TextButton>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Change ${name}`}>
            <IconDots size={17} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onTask('rename')}>Rename…</Menu.Item>
          <Menu.Item onClick={() => onTask('move')}>Move under another one…</Menu.Item>
          <Menu.Item onClick={() => onTask('merge')}>Merge into another one…</Menu.Item>
          {usesOf(topic) === 0 ? (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => void removed()}>Delete</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

function sentence({ sessions, knowledge, offering, wanting, asks }: Topic, below: number): string {
  const parts = [
    sessions === 0 ? '' : counted(sessions, 'session'),
    knowledge === 0 ? '' : counted(knowledge, 'piece of knowledge', 'pieces of knowledge'),
    offering === 0 ? '' : `${counted(offering, 'member offers', 'members offer')} it`,
    wanting === 0 ? '' : `${counted(wanting, 'member wants', 'members want')} it`,
    asks === 0 ? '' : counted(asks, 'ask'),
    below === 0 ? '' : `${counted(below, 'topic')} below it`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing is about it.' : `${parts.join(', ')}.`
}

function reading(topics: readonly Topic[]): string {
  const unused = topics.filter((topic) => usesOf(topic) === 0).length
  const idle = unused === 0 ? '' : ` Nothing is about ${unused} of them.`
  return `${counted(topics.length, 'topic')}. A filter by one finds what stands below it as well.${idle}`
}

import { Autocomplete, Button, Textarea } from '@mantine/core'
import { findMembers, findTopics } from '@renderer/app/finders'
import { usePlace } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import classes from './Asks.module.css'

interface Props {
  communityId: number
  today: string
}

/** Who asked what, in one line: what is asked today is noted while it is heard. */
export function NewAsk({ communityId, today }: Props) {
  const save = useCommand('asks.save')
  const [asker, setAsker] = useState<Reference | null>(null)
  const [text, setText] = useState('')
  const [topic, setTopic] = useState('')
  const [topics, setTopics] = useState<string[]>([])
  /** Enter pressed twice is meant once, and comes before the button is drawn as busy. */
  const saving = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const asking = usePlace('community')?.asking
  useEffect(() => {
    if (asking) form.current?.querySelector('input')?.focus()
  }, [asking])
  const problem = (field: string) => (save.error?.field === field ? save.error.message : undefined)

  async function submit(event?: FormEvent) {
    event?.preventDefault()
    if (asker === null || text.trim() === '' || saving.current) return
    saving.current = true
    const ask = { askerId: asker.id, text, askedOn: today, topic, isPrivate: false }
    const saved = await save.run({ id: null, communityId, ask })
    saving.current = false
    if (!saved) return
    setAsker(null)
    setText('')
    setTopic('')
    form.current?.querySelector('input')?.focus()
  }

  return (
    <form
      ref={form}
      className={classes.fresh}
      aria-label="New ask"
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <MembersPicker
        label="Who asks"
        className={classes.who ?? ''}
        search={findMembers}
        placeholder={asker ? '' : 'Type a name'}
        value={asker ? [asker] : []}
        onChange={(chosen) => setAsker(chosen.at(-1) ?? null)}
        error={problem('ask.askerId')}
      />
      <Textarea
        label="What"
        className={classes.text ?? ''}
        placeholder="What they would like to know, or need"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A question is a line; Shift+Enter makes another one.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void submit()
        }}
        error={problem('ask.text')}
      />
      <Autocomplete
        label="Topic"
        className={classes.topic ?? ''}
        placeholder="if you like"
        data={topics}
        value={topic}
        error={problem('ask.topic')}
        onChange={(value) => {
          setTopic(value)
          void findTopics(value).then(setTopics)
        }}
      />
      <Button type="submit" loading={save.running} disabled={asker === null || text.trim() === ''}>
        Note it
      </Button>
    </form>
  )
}

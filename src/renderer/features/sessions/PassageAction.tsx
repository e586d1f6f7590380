import { Button, Modal } from '@mantine/core'
import { call } from '@renderer/app/api'
import { go } from '@renderer/app/navigation'
import { tellError } from '@renderer/app/notify'
import { selectedPassage } from '@renderer/components/markdown/passage'
import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './Sessions.module.css'

interface Props {
  sessionId: number
  /** The Markdown that the children show. */
  notes: string
  children: ReactNode
}

type Passage = OutputOf<'knowledge.passage'>

/** The notes with the one action that makes knowledge of what is selected in them, or of all of it. */
export function PassageAction({ sessionId, notes, children }: Props) {
  const page = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const [naming, setNaming] = useState<{ passage: string; kept: Passage } | null>(null)

  useEffect(() => {
    const follow = () => setSelected(page.current && selectedPassage(page.current, notes))
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [notes])

  const ask = async (passage: string, names: 'kept' | 'hidden') => {
    try {
      return await call('knowledge.passage', { sessionId, passage, names })
    } catch (error) {
      if (error instanceof AppError) tellError(error)
      return null
    }
  }
  const write = (passage: Passage) => go({ screen: 'knowledge-editor', passage: { ...passage, sessionId } })

  async function begin() {
    const passage = selected ?? notes
    const kept = await ask(passage, 'kept')
    if (kept?.names) setNaming({ passage, kept })
    else if (kept) write(kept)
  }

  async function withoutNames(passage: string) {
    const hidden = await ask(passage, 'hidden')
    if (hidden) write(hidden)
  }

  return (
    <>
      <div ref={page}>{children}</div>
      <div className={classes.passage}>
        <Button
          size="compact-sm"
          variant={selected === null ? 'subtle' : 'light'}
          // The selection has to outlive the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void begin()}
        >
          {selected === null ? 'Make knowledge of these notes' : 'Make knowledge of what is selected'}
        </Button>
      </div>
      <Modal opened={naming !== null} onClose={() => setNaming(null)} title="People are named in it">
        <p>
          What others read later need not say who it was. Without names, people are called what they are to
          each other, such as “the mentor”.
        </p>
        <div className={classes.passageChoice}>
          <Button variant="default" onClick={() => naming && write(naming.kept)}>
            Keep the names
          </Button>
          <Button data-autofocus onClick={() => naming && void withoutNames(naming.passage)}>
            Leave the names out
          </Button>
        </div>
      </Modal>
    </>
  )
}

import { Button } from '@mantine/core'
import { back, go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { Reference } from '@shared/contract/fields'
import { programTemplates } from '@shared/domain/pipeline/templates'
import { useState } from 'react'
import { CopyDialog } from './CopyDialog'
import classes from './Programs.module.css'

/** What a new program begins with: a usual kind, one that was there before, or nothing. */
export function TemplateChoice() {
  const { data: known } = useRecords('programs.names', {})
  const [copied, setCopied] = useState<Reference | null>(null)
  const begin = (template: string) => go({ screen: 'program-editor', template })
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="New program"
        reading="Choose what comes nearest. Everything in it can be changed."
        actions={
          <Button variant="default" onClick={back}>
            Cancel
          </Button>
        }
      />
      <ul className={classes.list}>
        {programTemplates.map(({ key, title, fits }) => (
          <Choice key={key} title={title} text={fits} onChoose={() => begin(key)} />
        ))}
        <Choice
          title="Something else"
          text="An empty form, without purpose and checklists."
          onChoose={() => begin('empty')}
        />
      </ul>
      {known && known.length > 0 ? (
        <section>
          <h2 className={classes.group}>As one before</h2>
          <ul className={classes.list}>
            {known.map((program) => (
              <Choice
                key={program.id}
                title={program.name}
                text="Its settings and checklists at another time, without its people."
                onChoose={() => setCopied(program)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {copied ? <CopyOf id={copied.id} onClose={() => setCopied(null)} /> : null}
    </div>
  )
}

function Choice({ title, text, onChoose }: { title: string; text: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" className={classes.choice} onClick={onChoose}>
        <b dir="auto">{title}</b>
        <span>{text}</span>
      </button>
    </li>
  )
}

function CopyOf({ id, onClose }: { id: number; onClose: () => void }) {
  const { data } = useRecords('programs.get', { id })
  return data ? <CopyDialog program={data} onClose={onClose} /> : null
}

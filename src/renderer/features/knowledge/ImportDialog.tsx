import { Button, Modal, Radio, Select } from '@mantine/core'
import { call } from '@renderer/app/api'
import { ImportReportMenu } from '@renderer/app/ImportReportMenu'
import { ImportUndone } from '@renderer/app/ImportUndone'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useStanding } from '@renderer/app/standing'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, knowledgeKindLabels } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { KnowledgeImportOutcome, KnowledgeImportRequest } from '@shared/contract/knowledgeImport'
import { knowledgeKinds } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Knowledge.module.css'

type Preview = OutputOf<'knowledge.previewImport'>

/** Notes in Markdown out of a folder: what would become of each, before anything is written. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const today = useToday()
  const [name, setName] = useState('')
  const [request, setRequest] = useState<KnowledgeImportRequest | null>(null)
  const [done, setDone] = useState<KnowledgeImportOutcome | null>(null)

  async function choose() {
    try {
      const chosen = await call('knowledge.chooseFolder', {})
      if (!chosen) return
      setName(chosen.name)
      setRequest({ file: chosen.file, onDuplicate: 'new version', kind: 'practice', today })
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }

  return (
    <Modal opened onClose={onClose} size={820} title="Notes from a folder">
      <div className={classes.importDialog}>
        {done && request ? (
          <Done outcome={done} request={request} onClose={onClose} />
        ) : request ? (
          <Foreseen
            name={name}
            request={request}
            onChange={setRequest}
            onAgain={() => void choose()}
            onDone={setDone}
          />
        ) : (
          <>
            <p>
              Take the folder in which Obsidian, Joplin, Zettlr or another program keeps notes in Markdown.
              Titles, tags and authors above the text are understood; links between the notes stay links, and
              pictures come along. You see what would become of each note before anything is written.
            </p>
            <div className={classes.importEnd}>
              <Button data-autofocus onClick={() => void choose()}>
                Choose a folder…
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}

interface ForeseenProps {
  name: string
  request: KnowledgeImportRequest
  onChange: (request: KnowledgeImportRequest) => void
  onAgain: () => void
  onDone: (outcome: KnowledgeImportOutcome) => void
}

function Foreseen({ name, request, onChange, onAgain, onDone }: ForeseenProps) {
  const { data, error } = useRecords('knowledge.previewImport', request)
  const run = useCommand('knowledge.import')
  const taken = (data?.added ?? 0) + (data?.changed ?? 0)
  const meets = (data?.changed ?? 0) + (data?.unchanged ?? 0) + (data?.skipped ?? 0) > 0

  async function take() {
    const outcome = await run.run(request)
    if (!outcome) return
    tell(`Taken: ${counted(outcome.added + outcome.changed, 'note')} from ${name}.`)
    onDone(outcome)
  }

  return (
    <>
      {error ? <ErrorNotice message={error.message} /> : null}
      <p role="status">
        {data ? readingOf(data) : error ? '' : 'Reading the notes…'}{' '}
        <TextButton onClick={onAgain}>Choose another…</TextButton>
      </p>
      <div className={classes.importChoices}>
        <Select
          label="A note that does not say what it is"
          allowDeselect={false}
          data={knowledgeKinds.map((value) => ({ value, label: knowledgeKindLabels[value] }))}
          value={request.kind}
          onChange={(value) => {
            const kind = knowledgeKinds.find((known) => known === value)
            if (kind) onChange({ ...request, kind })
          }}
        />
        {meets ? (
          <Radio.Group
            label="Where there is one of that title already"
            value={request.onDuplicate}
            onChange={(value) =>
              onChange({ ...request, onDuplicate: value === 'skip' ? 'skip' : 'new version' })
            }
          >
            <Radio value="new version" label="Write it anew, and keep what is there as a version" mt={8} />
            <Radio value="skip" label="Leave it as it is" mt={8} />
          </Radio.Group>
        ) : null}
      </div>
      {data ? <Notes data={data} /> : null}
      <div className={classes.importEnd}>
        <Button loading={run.running} disabled={!data || taken === 0} onClick={() => void take()}>
          {taken === 0 ? 'Nothing to take' : `Take ${counted(taken, 'note')}`}
        </Button>
      </div>
    </>
  )
}

const fates = {
  added: 'new',
  changed: 'new version',
  unchanged: 'the same',
  skipped: 'left as it is',
} as const

function Notes({ data }: { data: Preview }) {
  return (
    <div className={classes.importList}>
      <Told title="Cannot be taken" told={data.rejected} />
      <Told title="To know" told={data.remarks} />
      {data.sample.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th>Title</th>
              <th>Kind</th>
              <th>Topics</th>
              <th>Becomes</th>
            </tr>
          </thead>
          <tbody>
            {data.sample.map(({ path, title, kind, topics, fate }) => (
              <tr key={path}>
                <td title={path}>
                  <bdi>{title}</bdi>
                </td>
                <td>{knowledgeKindLabels[kind]}</td>
                <td>
                  <bdi>{topics.join(', ')}</bdi>
                </td>
                <td>{fates[fate]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}

function Told({ title, told }: { title: string; told: KnowledgeImportOutcome['rejected'] }) {
  if (told.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className={classes.quiet}>{told.length.toLocaleString()}</span>
      </h3>
      <ul>
        {told.slice(0, shown).map(({ path, reason }) => (
          <li key={`${path} ${reason}`}>
            <bdi>{path}</bdi>: {reason}
          </li>
        ))}
        {told.length > shown ? <li>… and {(told.length - shown).toLocaleString()} more.</li> : null}
      </ul>
    </section>
  )
}

const shown = 200

interface DoneProps {
  outcome: KnowledgeImportOutcome
  request: KnowledgeImportRequest
  onClose: () => void
}

function Done({ outcome, request, onClose }: DoneProps) {
  const { added, changed, files } = outcome
  const stands = useStanding()
  const parts = [
    added > 0 ? `${counted(added, 'note')} ${added === 1 ? 'is' : 'are'} new` : '',
    changed > 0 ? `${counted(changed, 'note')} ${changed === 1 ? 'has' : 'have'} a new version` : '',
    files > 0 ? `${counted(files, 'file')} came with them` : '',
  ].filter((part) => part !== '')
  if (!stands) return <ImportUndone onClose={onClose} />
  return (
    <>
      <p>{parts.join(', ')}. Undo takes all of it back as one step.</p>
      {outcome.rejected.length + outcome.remarks.length > 0 ? (
        <div className={classes.importList}>
          <Told title="Not taken" told={outcome.rejected} />
          <Told title="To know" told={outcome.remarks} />
        </div>
      ) : null}
      <div className={classes.importEnd}>
        <ImportReportMenu file={request.file} on={request.today} came={{ what: 'notes', outcome }} />
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  )
}

function readingOf({ added, changed, unchanged, skipped, rejected, files }: KnowledgeImportOutcome): string {
  const parts = [
    [added, 'new'],
    [changed, 'with a new version'],
    [unchanged, 'the same as here'],
    [skipped, 'left as they are'],
    [rejected.length, 'that cannot be taken'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count?.toLocaleString()} ${words}`]))
  const notes = added + changed + unchanged + skipped + rejected.length
  const withFiles = files === 0 ? '' : ` ${counted(files, 'file')} would come with them.`
  return `${counted(notes, 'note')}: ${parts.join(', ')}.${withFiles}`
}

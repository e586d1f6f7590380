import { Button, Loader, Modal, Radio, Switch } from '@mantine/core'
import { DocumentFrame } from '@renderer/app/DocumentFrame'
import { back } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { type RecordFormat, recordFormats } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Members.module.css'

const formatLabels: Record<RecordFormat, string> = {
  json: 'JSON, for another program',
  html: 'Web page (HTML)',
  pdf: 'PDF document',
  docx: 'Word document (DOCX)',
}

/** Everything that is kept about a member, as it will leave. */
export function MemberExport({ id }: { id: number }) {
  const today = useToday()
  const { data: member } = useRecords('members.get', { id }, { keep: false })
  const [privateNotes, setPrivateNotes] = useState(false)
  const [others, setOthers] = useState<'named' | 'roles'>('roles')
  const request = { id, privateNotes, others, today }
  const preview = useRecords('memberExport.preview', request)
  const save = useCommand('memberExport.save')
  if (!member) return null

  async function saveAs(format: RecordFormat) {
    const done = await save.run({ ...request, format })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <Modal opened onClose={back} title={`Everything kept about ${member.name}`} size={1080}>
      <div className={classes.export}>
        <div className={classes.choices}>
          <p>Notes may also concern whoever was there. Look at what leaves before you hand it on.</p>
          <Switch
            checked={privateNotes}
            onChange={(event) => setPrivateNotes(event.currentTarget.checked)}
            label="With what is private to you"
            description={privateWords(preview.data?.isPrivate)}
          />
          <Radio.Group
            label="Other people"
            value={others}
            onChange={(value) => setOthers(value === 'named' ? 'named' : 'roles')}
          >
            <Radio
              mt={8}
              value="roles"
              label="By what they are"
              description="“a mentor”, “a mentee”, “a member”, in the notes too"
            />
            <Radio mt={8} value="named" label="By their names" />
          </Radio.Group>
          <div className={classes.formats}>
            {recordFormats.map((format) => (
              <Button
                key={format}
                variant={format === 'pdf' ? 'filled' : 'default'}
                disabled={save.running || !preview.data || preview.isPlaceholderData}
                onClick={() => void saveAs(format)}
              >
                {formatLabels[format]}
              </Button>
            ))}
          </div>
        </div>
        {preview.error ? (
          <ErrorNotice message={preview.error.message} />
        ) : preview.data ? (
          <DocumentFrame
            title={`Preview of everything kept about ${member.name}`}
            className={classes.page}
            html={preview.data.html}
          />
        ) : (
          <p className={classes.waiting}>
            <Loader size="xs" mr={8} />
            Reading all texts…
          </p>
        )}
      </div>
    </Modal>
  )
}

function privateWords(kept: { sessions: number; others: number } | undefined): string {
  if (!kept) return ''
  if (kept.sessions + kept.others === 0) return 'Nothing about this member is marked private.'
  const sessions = kept.sessions === 0 ? '' : counted(kept.sessions, 'private session')
  const others = kept.others === 0 ? '' : counted(kept.others, 'other private text')
  return `${[sessions, others].filter((part) => part !== '').join(' and ')}. Left out unless you say so.`
}

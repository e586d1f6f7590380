import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import { MarkdownView } from '@renderer/components/markdown/MarkdownView'
import { TextButton } from '@renderer/components/TextButton'
import type { Invitation } from '@shared/contract/invitations'
import {
  escapeMarkdown,
  letterFieldNames,
  letterFields,
  mergedLetter,
  usualLetter,
} from '@shared/domain/growth/letter'
import { letterValues } from '@shared/domain/growth/letterValues'
import { useState } from 'react'
import classes from './Growth.module.css'
import type { Growth } from './GrowthTab'
import { RecipientList } from './RecipientList'

interface Props {
  communityId: number
  data: Growth
  /** Who is ticked at first. */
  chosen: readonly number[]
  today: string
  onClose: () => void
}

/** One letter for several people: written once, read as each of them will, and taken to any mail program. */
export function LettersDialog({ communityId, data, chosen, today, onClose }: Props) {
  const { about, invitations } = data
  const keep = useCommand('invitations.saveLetter')
  const write = useCommand('invitations.saveLetters')
  const speak = useCommand('invitations.spoken')
  const [letter, setLetter] = useState(data.letter)
  const [ids, setIds] = useState(() => new Set(chosen))
  const [shownId, setShownId] = useState<number | null>(null)
  const [isInvited, setIsInvited] = useState(true)
  const recipients = invitations.filter(({ id }) => ids.has(id))
  const shown = recipients.find(({ id }) => id === shownId) ?? recipients[0]
  const isWritten = letter.subject.trim() !== '' && letter.body.trim() !== ''

  /** The letter is kept as it was written, for the next time. */
  async function keepLetter(): Promise<void> {
    const { subject, body } = data.letter
    if (letter.subject !== subject || letter.body !== body) await keep.run({ letter })
  }

  async function noteInvited(): Promise<void> {
    const open = recipients.filter(({ invitedOn }) => invitedOn === null).map(({ id }) => id)
    if (isInvited && open.length > 0) await speak.run({ ids: open, invitedOn: today })
  }

  async function save(format: 'eml' | 'csv') {
    const done = await write.run({ communityId, ids: [...ids], letter, format, today })
    if (!done) return
    await keepLetter()
    await noteInvited()
    tell(`${counted(done.letters, 'letter is', 'letters are')} in ${done.place}.`)
    onClose()
  }

  async function copy(person: Invitation) {
    const { subject, body } = mergedLetter(letter, letterValues({ about, person }))
    await navigator.clipboard.writeText(`${subject}\n\n${body}`)
    tell(`The letter for ${person.name} is on the clipboard.`)
  }

  return (
    <Modal opened onClose={onClose} size={1040} title="Letters of invitation" closeOnClickOutside={false}>
      <div className={classes.letters}>
        <RecipientList
          invitations={invitations}
          ids={ids}
          onChange={setIds}
          onShow={setShownId}
          shown={shown?.id}
        />
        <div className={classes.dialog}>
          <TextInput
            label="Subject"
            dir="auto"
            value={letter.subject}
            onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
            error={write.error?.field === 'letter.subject' ? write.error.message : undefined}
          />
          <Textarea
            label="Letter"
            description={`Filled in for each: ${letterFieldNames.map((name) => `{{${name}}}`).join(' ')}. Markdown is understood.`}
            autosize
            minRows={8}
            maxRows={11}
            dir="auto"
            value={letter.body}
            onChange={(event) => setLetter({ ...letter, body: event.currentTarget.value })}
          />
          <p>
            <TextButton onClick={() => setLetter(usualLetter)}>Begin again with the usual letter</TextButton>
          </p>
          {shown ? (
            <Preview letter={letter} about={about} person={shown} onCopy={() => void copy(shown)} />
          ) : (
            <p className={classes.quiet}>Tick somebody to read the letter as they will.</p>
          )}
        </div>
      </div>
      <div className={classes.dialogEnd}>
        <Checkbox
          className={classes.first ?? ''}
          label="Note that they are invited today"
          checked={isInvited}
          onChange={(event) => setIsInvited(event.currentTarget.checked)}
        />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="default"
          disabled={recipients.length === 0 || !isWritten}
          loading={write.running}
          onClick={() => void save('csv')}
        >
          As a table…
        </Button>
        <Button
          disabled={recipients.length === 0 || !isWritten}
          loading={write.running}
          onClick={() => void save('eml')}
        >
          {recipients.length === 1 ? 'As a mail draft…' : `As ${recipients.length} mail drafts…`}
        </Button>
      </div>
    </Modal>
  )
}

interface PreviewProps {
  letter: Growth['letter']
  about: Growth['about']
  person: Invitation
  onCopy: () => void
}

function Preview({ letter, about, person, onCopy }: PreviewProps) {
  const values = letterValues({ about, person })
  const { subject, body, missing, unknown } = mergedLetter(letter, values, escapeMarkdown)
  return (
    <section aria-label={`The letter for ${person.name}`} className={classes.preview}>
      <p className={classes.quiet}>
        To <bdi>{person.name}</bdi>
        {person.email === null ? ', of whom no address is known' : ` <${person.email}>`}{' '}
        <TextButton onClick={onCopy}>Copy</TextButton>
      </p>
      <h3 dir="auto">{subject}</h3>
      <div className={classes.body} dir="auto">
        <MarkdownView value={body} />
      </div>
      {missing.map((field) => (
        <p key={field} className={classes.warning}>
          Not known here: {letterFields[field].label}. The letter says “{letterFields[field].otherwise}”.
        </p>
      ))}
      {unknown.map((text) => (
        <p key={text} className={classes.warning}>
          {text} is no field, and stays in the letter as it is.
        </p>
      ))}
    </section>
  )
}

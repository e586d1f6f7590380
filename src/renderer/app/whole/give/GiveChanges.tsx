import { Button, Group, Modal, PasswordInput, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { useEffect, useState } from 'react'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { counted, longDate } from '../../../components/labels'
import { call } from '../../api'
import { tell } from '../../notify'
import { useRecords } from '../../records'
import { Doing } from '../Doing'
import { useLongTask } from '../useLongTask'
import classes from '../Whole.module.css'
import { closeWholeDialog } from '../wholeDialog'

type Giving = OutputOf<'copies.giving'>

const somebodyElse = 'somebody else'

/** What was done here, as a signed file that a colleague merges into their copy. */
export function GiveChanges() {
  const { data: colleagues } = useRecords('copies.colleagues', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const whom = chosen ?? colleagues?.[0]?.fingerprint ?? somebodyElse
  const colleague = whom === somebodyElse ? null : whom
  const asked = { colleague, since: colleague === null ? since : null }
  const { giving, problem } = useGiving(asked)
  const task = useLongTask('copies.give')
  const signs = name ?? giving?.name ?? ''
  const isReady =
    giving !== null && giving.steps > 0 && signs.trim() !== '' && !(giving.mustSeal && passphrase === '')

  async function save() {
    const done = await task.run({
      ...asked,
      name: signs,
      passphrase: passphrase === '' ? null : passphrase,
    })
    if (!done) return
    tell(
      `“${done.fileName}” holds ${counted(done.steps, 'step')}. If they ask for your key, it is ${done.fingerprint}.`,
      20_000,
    )
    closeWholeDialog()
  }

  return (
    <Modal
      opened
      onClose={task.running ? () => undefined : closeWholeDialog}
      title="Changes for a colleague"
      size={560}
    >
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void save()
        }}
      >
        <p>
          A small file with what you have done, for a colleague who works in a copy of this program. They
          merge it into theirs, and see before what comes in. You sign it, so that nobody can change it on the
          way.
        </p>
        {colleagues && colleagues.length > 0 ? (
          <Select
            label="For whom"
            allowDeselect={false}
            data={[
              ...colleagues.map((one) => ({ value: one.fingerprint, label: one.name })),
              { value: somebodyElse, label: 'Somebody who has not given me changes yet' },
            ]}
            value={whom}
            onChange={setChosen}
          />
        ) : null}
        {colleague === null ? (
          <DateInput
            label="Done since"
            description="The day on which you gave them their copy, or an earlier one. Empty is everything."
            placeholder="everything"
            clearable
            valueFormat="ddd D MMM YYYY"
            value={since}
            onChange={setSince}
          />
        ) : null}
        <TextInput
          label="Your name, as they know you"
          dir="auto"
          value={signs}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Passphrase that you agreed on"
          description={
            giving?.mustSeal
              ? 'This program file is encrypted, and so is what leaves it. Tell it to them by another way than the file.'
              : 'Empty: whoever gets hold of the file can read it.'
          }
          required={giving?.mustSeal === true}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {giving ? <p role="status">{saying(giving)}</p> : null}
        {(task.problem ?? problem) ? <ErrorNotice message={task.problem ?? problem ?? ''} /> : null}
        {task.running ? (
          <Doing {...(task.doing ?? { label: 'Collecting what was done', part: null })} />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={task.running ? task.stop : closeWholeDialog}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isReady} loading={task.running}>
            Save…
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function saying({ steps, firstAt, fingerprint }: Giving): string {
  const key = fingerprint === null ? '' : ` Your key, should they ask: ${fingerprint}.`
  if (steps === 0 || firstAt === null) return `They have everything that was done here.${key}`
  return `${counted(steps, 'step')}, from ${longDate(firstAt.slice(0, 10))} on.${key}`
}

/** How much somebody would be given. */
function useGiving({ colleague, since }: { colleague: string | null; since: string | null }) {
  const [giving, setGiving] = useState<Giving | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    call('copies.giving', { colleague, since })
      .then((answer) => {
        if (!isWanted) return
        setGiving(answer)
        setProblem(null)
      })
      .catch((thrown: unknown) => {
        if (isWanted && thrown instanceof AppError) setProblem(thrown.message)
      })
    return () => {
      isWanted = false
    }
  }, [colleague, since])
  return { giving, problem }
}

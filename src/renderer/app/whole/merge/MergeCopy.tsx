import { Button, Group, Modal } from '@mantine/core'
import { isGiven, noProof, ProofField } from '@renderer/features/settings/encryption/ProofField'
import type { InputOf, OutputOf } from '@shared/contract'
import { useState } from 'react'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { counted } from '../../../components/labels'
import { call } from '../../api'
import { tell } from '../../notify'
import { Doing } from '../Doing'
import { useLongTask } from '../useLongTask'
import classes from '../Whole.module.css'
import { closeWholeDialog } from '../wholeDialog'
import { ChooseCopy } from './ChooseCopy'
import { Coming } from './Coming'
import { Conflicts } from './Conflicts'
import { Signed } from './Signed'

type Copy = NonNullable<OutputOf<'copies.choose'>>
type Choices = InputOf<'copies.takeIn'>['choices']

/** A colleague's copy of the open file: what is new in it is told first, and comes in when that is wanted. */
export function MergeCopy() {
  const [copy, setCopy] = useState<Copy | null>(null)
  const [proof, setProof] = useState(noProof)
  const [coming, setComing] = useState<OutputOf<'copies.look'> | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [isCompared, setIsCompared] = useState(false)
  const [unreachable, setUnreachable] = useState<string | null>(null)
  const looking = useLongTask('copies.look')
  const taking = useLongTask('copies.takeIn')
  const running = looking.running || taking.running
  const asks = copy?.asks === true && coming === null
  const isTrusted = !coming?.from || coming.from.knownAs !== null || isCompared
  const problem = unreachable ?? looking.problem ?? taking.problem

  async function choose(find: () => Promise<Copy | null>) {
    setUnreachable(null)
    try {
      const chosen = await find()
      if (chosen === null) return
      setCopy(chosen)
      setComing(null)
      setChoices({})
      setIsCompared(false)
      setProof(noProof)
      if (!chosen.asks) await look(chosen)
    } catch (thrown) {
      setUnreachable(thrown instanceof Error ? thrown.message : String(thrown))
    }
  }

  const drop = (dropped: File) =>
    choose(async () => {
      const file = await window.coppice.dropped(dropped)
      return file ? call('copies.dropped', { file }) : null
    })

  async function look({ file, asks: encrypted }: Copy) {
    setComing(await looking.run({ file, proof: encrypted ? proof : null }))
  }

  async function merge({ file, asks: encrypted }: Copy) {
    const trust = isCompared ? (coming?.from?.fingerprint ?? null) : null
    const done = await taking.run({ file, proof: encrypted ? proof : null, choices, trust })
    if (!done) return
    const came = counted(done.added + done.changed + done.removed, 'change')
    tell(`Merged “${copy?.fileName}”: ${came} came in. Undo takes all of it back.`, 12_000)
    closeWholeDialog()
  }

  return (
    <Modal
      opened
      onClose={running ? () => undefined : closeWholeDialog}
      title="Merge a colleague’s copy"
      size={coming && coming.conflicts.length > 0 ? 860 : 600}
    >
      <div className={classes.dialog}>
        {coming && copy ? (
          <>
            {coming.from && coming.commands > 0 ? (
              <Signed from={coming.from} isCompared={isCompared} onCompared={setIsCompared} />
            ) : null}
            <Coming fileName={copy.fileName} isPlain={copy.isPlain} coming={coming} />
            <Conflicts
              conflicts={coming.conflicts}
              choices={choices}
              onChoose={(key, side) => setChoices({ ...choices, [key]: side })}
            />
          </>
        ) : asks ? (
          <>
            <p>“{copy.fileName}” is encrypted. What opens it is used to read it now, and is not kept.</p>
            <ProofField
              label={copy.isChanges ? 'Passphrase that you agreed on' : 'Passphrase of the copy'}
              proof={proof}
              onChange={setProof}
              onSubmit={() => void look(copy)}
              error={null}
            />
          </>
        ) : (
          <ChooseCopy onDrop={(file) => void drop(file)} />
        )}
        {problem ? <ErrorNotice message={problem} /> : null}
        {looking.running ? (
          <Doing {...(looking.doing ?? { label: 'Comparing the two', part: null })} />
        ) : null}
        {taking.running ? <Doing {...(taking.doing ?? { label: 'Merging', part: null })} /> : null}
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={looking.running ? looking.stop : taking.running ? taking.stop : closeWholeDialog}
          >
            {coming?.commands === 0 ? 'Close' : 'Cancel'}
          </Button>
          {coming && copy && coming.commands > 0 ? (
            <Button
              disabled={coming.erasedHere.length > 0 || !isTrusted}
              loading={taking.running}
              onClick={() => void merge(copy)}
            >
              Merge
            </Button>
          ) : asks ? (
            <Button disabled={!isGiven(proof)} loading={looking.running} onClick={() => void look(copy)}>
              Look at it
            </Button>
          ) : (
            <Button
              data-autofocus
              loading={looking.running}
              onClick={() => void choose(() => call('copies.choose', {}))}
            >
              Choose…
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  )
}

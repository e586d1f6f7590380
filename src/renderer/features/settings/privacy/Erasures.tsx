import { Alert, Button } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { counted, longDate } from '@renderer/components/labels'
import { Section } from '../Section'
import classes from '../Settings.module.css'

/** Who was erased, and an erasure that has not come to its end. */
export function Erasures() {
  const { data: state } = useRecords('erasure.state', {})
  const finish = useCommand('erasure.finish')
  if (!state) return null
  const { unfinished, erased, lastErasedAt } = state

  async function end() {
    if (await finish.run({})) tell('Finished. Nothing of it is left in the file.')
  }

  return (
    <Section
      title="Erased members"
      text="A member is erased, and everything that is kept about them exported, from the dots in their profile."
    >
      <p className={classes.quiet}>
        {erased === 0 || lastErasedAt === null
          ? 'Nobody was erased from this file.'
          : `${counted(erased, 'member was', 'members were')} erased, the last on ${longDate(lastErasedAt.slice(0, 10))}. They count, and are nobody.`}
      </p>
      {unfinished ? (
        <Alert color="yellow" variant="light" role="status" title="An erasure is not finished">
          The records are erased, but the file could not be written anew: its free space may still hold what
          was erased.
          <Button
            mt={10}
            display="block"
            variant="default"
            loading={finish.running}
            onClick={() => void end()}
          >
            Finish it
          </Button>
        </Alert>
      ) : null}
    </Section>
  )
}

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
  const remove = useCommand('erasure.removeLeft')
  if (!state) return null
  const { unfinished, erased, lastErasedAt, owed, left } = state

  async function end() {
    if (await finish.run({})) tell('Everything was gone through once more.')
  }

  async function removeLeft() {
    if (await remove.run({})) tell('Those backups are removed.')
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
      {unfinished || owed > 0 ? (
        <Alert color="yellow" variant="light" role="status" title="An erasure is not finished">
          {owed > 0
            ? `This file is a copy from before an erasure: ${counted(owed, 'member', 'members')} in it ${owed === 1 ? 'was' : 'were'} erased.`
            : 'The records are erased, but not everything could be written anew: free space of the file, or a backup, may still hold what was erased.'}
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
      {left.length > 0 ? (
        <Alert color="yellow" variant="light" role="status" title="Some backups still hold what was erased">
          <ul className={classes.imports}>
            {left.map(({ name, problem }) => (
              <li key={name}>
                <b>{name}</b> <span>{problem}</span>
              </li>
            ))}
          </ul>
          <div className={classes.buttons}>
            <Button variant="default" loading={finish.running} onClick={() => void end()}>
              Try again
            </Button>
            <Button color="red" loading={remove.running} onClick={() => void removeLeft()}>
              Remove these backups
            </Button>
          </div>
        </Alert>
      ) : null}
    </Section>
  )
}

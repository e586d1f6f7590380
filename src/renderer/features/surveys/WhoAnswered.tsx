import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand, useRecords } from '@renderer/app/records'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { useState } from 'react'
import classes from './Surveys.module.css'

/** So many are listed before somebody asks for all. */
const first = 5

/** Who has answered, and when. What they answered is told of all together only. */
export function WhoAnswered({ templateId, programId }: { templateId: number; programId: number | null }) {
  const { data: sheets } = useRecords('surveys.responses', { templateId, programId })
  const [all, setAll] = useState(false)
  const remove = useCommand('surveys.removeResponse')
  if (!sheets) return null
  const nameOf = (name: string | null) => name ?? 'Without a name'

  async function toTrash(id: number, name: string) {
    const deletion = await remove.run({ id })
    if (deletion) tellDeleted(`Deleted: answers of ${name}.`, deletion)
  }

  return (
    <section aria-label="Who answered">
      <h2>Who answered</h2>
      <ul className={classes.sheets}>
        {(all ? sheets : sheets.slice(0, first)).map(({ id, name, answeredOn }) => (
          <li key={id}>
            <bdi>{nameOf(name)}</bdi>
            <span>{shortDate(answeredOn)}</span>
            <TextButton
              aria-label={`Delete the answers of ${nameOf(name)}, ${shortDate(answeredOn)}`}
              onClick={() => void toTrash(id, name ?? 'somebody')}
            >
              Delete
            </TextButton>
          </li>
        ))}
      </ul>
      {sheets.length > first ? (
        <TextButton onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${sheets.length}`}
        </TextButton>
      ) : null}
    </section>
  )
}

import { Button, Modal, Select } from '@mantine/core'
import { call } from '@renderer/app/api'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { counted } from '@renderer/components/labels'
import type { Survey, SurveyColumn, SurveyImport } from '@shared/contract/surveys'
import type { DateOrder, Inspection } from '@shared/domain/imports'
import { useState } from 'react'
import { guessedColumns, guessedOrder } from './columnGuess'
import classes from './Surveys.module.css'

interface Props {
  survey: Survey
  /** Null: in no program. */
  programId: number | null
  onClose: () => void
}

interface Chosen {
  file: string
  found: Inspection
  columns: SurveyColumn[]
  order: DateOrder
}

const orders: { value: DateOrder; label: string }[] = [
  { value: 'dmy', label: 'day, month, year' },
  { value: 'mdy', label: 'month, day, year' },
  { value: 'ymd', label: 'year, month, day' },
]

/** Answers out of a form tool: which column is what, and what would be taken, before anything is. */
export function ImportDialog({ survey, programId, onClose }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null)

  async function choose() {
    try {
      const picked = await call('imports.choose', {})
      if (!picked) return
      const found = await call('imports.inspect', {
        file: picked.file,
        kind: 'members',
        encoding: null,
        delimiter: null,
        headerLine: null,
        mapping: null,
      })
      const columns = guessedColumns(found, survey.scale)
      setChosen({ file: picked.file, found, columns, order: orderOf(found, columns) })
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }

  return (
    <Modal opened onClose={onClose} size={860} title={`Answers to ${survey.name} from a file`}>
      <div className={classes.dialog}>
        {chosen ? (
          <Mapping
            survey={survey}
            programId={programId}
            chosen={chosen}
            onChange={setChosen}
            onAgain={() => void choose()}
            onClose={onClose}
          />
        ) : (
          <>
            <p>
              Take the CSV that your form tool exports: a row for each person, a column for each statement.
              Answers may be figures or the words of the scale. You see what would be taken before anything
              is.
            </p>
            <div className={classes.dialogEnd}>
              <Button data-autofocus onClick={() => void choose()}>
                Choose a file…
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}

function orderOf({ columns, dateOrder }: Inspection, guesses: readonly SurveyColumn[]): DateOrder {
  const known = orders.find(({ value }) => value === dateOrder)?.value
  return known ?? guessedOrder(columns[guesses.indexOf('on')]?.samples ?? [])
}

interface MappingProps extends Props {
  chosen: Chosen
  onChange: (chosen: Chosen) => void
  onAgain: () => void
}

function Mapping({ survey, programId, chosen, onChange, onAgain, onClose }: MappingProps) {
  const today = useToday()
  const { found, columns, order } = chosen
  const { items } = survey.scale
  const request: SurveyImport = {
    templateId: survey.id,
    programId,
    file: chosen.file,
    plan: {
      encoding: found.encoding,
      delimiter: found.delimiter,
      headerLine: found.headerLine,
      columns: found.columns.map(({ name }) => name),
      dateOrder: order,
    },
    columns,
    onDay: today,
  }
  const preview = useRecords('surveys.previewImport', request)
  const run = useCommand('surveys.import')
  const missing = items.filter((_, index) => !columns.includes(index)).length

  const choices = [
    { value: 'person', label: 'Who answered (e-mail, name or identifier)' },
    { value: 'on', label: 'When' },
    ...items.map(({ text }, index) => ({ value: String(index), label: `${index + 1}. ${text}` })),
  ]
  /** What a column is, another is no more. */
  const give = (at: number, value: SurveyColumn) =>
    onChange({
      ...chosen,
      columns: columns.map((column, index) =>
        index === at ? value : value !== null && column === value ? null : column,
      ),
    })

  async function take() {
    const done = await run.run(request)
    if (!done) return
    tell(`Taken: ${counted(done.taken, 'answer sheet')} from ${found.fileName}.`)
    onClose()
  }

  return (
    <>
      <div className={classes.mapping}>
        <table>
          <thead>
            <tr>
              <th>In {found.fileName}</th>
              <th>For example</th>
              <th>Is</th>
            </tr>
          </thead>
          <tbody>
            {found.columns.map(({ index, name, samples }) => (
              <tr key={index}>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td>
                  <bdi>{samples.slice(0, 2).join(' · ')}</bdi>
                </td>
                <td>
                  <Select
                    aria-label={`${name} is`}
                    size="xs"
                    placeholder="left out"
                    clearable
                    searchable
                    data={choices}
                    value={
                      columns[index] === null || columns[index] === undefined ? null : String(columns[index])
                    }
                    onChange={(value) => give(index, columnOf(value))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.includes('on') ? (
        <Select
          label="Its dates are written"
          w={220}
          allowDeselect={false}
          data={orders}
          value={order}
          onChange={(value) =>
            onChange({ ...chosen, order: orders.find((one) => one.value === value)?.value ?? order })
          }
        />
      ) : null}
      <div>
        <p role="status">
          {preview.error
            ? preview.error.message
            : preview.data
              ? `${counted(preview.data.taken, 'row')} can be taken${columns.includes('person') ? '' : ', without names'}.${
                  missing === 0 ? '' : ` ${counted(missing, 'statement has', 'statements have')} no column.`
                }${preview.data.rejectedCount === 0 ? '' : ` ${counted(preview.data.rejectedCount, 'row')} cannot:`}`
              : ''}
        </p>
        {preview.data && preview.data.rejected.length > 0 ? (
          <ul className={classes.rejected} aria-label="Rows that cannot be taken">
            {preview.data.rejected.map(({ line, reason }) => (
              <li key={line}>
                <span>Line {line}</span>
                <span dir="auto">{reason}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onAgain}>
          Another file…
        </Button>
        <Button
          loading={run.running}
          disabled={!preview.data || preview.data.taken === 0}
          onClick={() => void take()}
        >
          Take {counted(preview.data?.taken ?? 0, 'row')}
        </Button>
      </div>
    </>
  )
}

function columnOf(value: string | null): SurveyColumn {
  return value === null || value === 'person' || value === 'on' ? value : Number(value)
}

import { Box, Button, Loader, Select } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { type ImportKind, importFields } from '@shared/domain/imports'
import type { AppError } from '@shared/errors'
import type { UseQueryResult } from '@tanstack/react-query'
import classes from './Imports.module.css'
import type { Decision, ImportState, Preview } from './useImport'

interface Props {
  state: ImportState
  preview: UseQueryResult<Preview, AppError>
}

/** What would happen, row by row, and the names that only the user can tell apart. */
export function ImportPreview({ state, preview }: Props) {
  const { data, error } = preview
  const saveRejected = useCommand('imports.saveRejected')
  if (error) return <ErrorNotice message={error.message} onRetry={() => void preview.refetch()} />
  if (!data) return <Loader size="sm" aria-label="Looking through the file" />

  async function save() {
    if (!state.request) return
    const done = await saveRejected.run(state.request)
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <>
      {data.ambiguous.length > 0 ? <Questions state={state} preview={data} /> : null}
      <section className={classes.step}>
        <div>
          <h2>What would happen</h2>
          <p role="status">{summary(data)}</p>
        </div>
        <div className={classes.outcome}>
          <Rows preview={data} kind={state.inspection?.kind ?? 'members'} />
          {data.rejectedCount > 0 ? (
            <>
              <h3>Not taken</h3>
              <ul className={classes.rejected}>
                {data.rejected.slice(0, 100).map(({ line, reason }) => (
                  <li key={line}>
                    <b>Line {line}</b> {reason}
                  </li>
                ))}
              </ul>
              <Button
                variant="default"
                size="compact-sm"
                loading={saveRejected.running}
                onClick={() => void save()}
              >
                Save what is not taken as a CSV…
              </Button>
            </>
          ) : null}
        </div>
      </section>
    </>
  )
}

function summary({ added, merged, skipped, rejectedCount, newMembers, enrolled }: Preview): string {
  const parts = [
    `${counted(added, 'row')} added`,
    merged > 0 ? `${counted(merged, 'row')} merged` : '',
    skipped > 0 ? `${counted(skipped, 'row')} there already` : '',
    rejectedCount > 0 ? `${counted(rejectedCount, 'row')} not taken` : '',
    newMembers > 0 ? `${counted(newMembers, 'new member')} by the way` : '',
    enrolled > 0 ? `${counted(enrolled, 'person', 'people')} enrolled` : '',
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}

function Rows({ preview: { sample }, kind }: { preview: Preview; kind: ImportKind }) {
  const headings = [...new Set(sample.flatMap(({ cells }) => Object.keys(cells)))]
  const label = (field: string) => importFields[kind].find((known) => known.field === field)?.label ?? field
  if (sample.length === 0) return null
  return (
    <Box component="section" aria-label="The first rows" tabIndex={0} className={classes.tableFrame ?? ''}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Line</th>
            <th />
            {headings.map((heading) => (
              <th key={heading}>{label(heading)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ line, fate, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              <td className={classes.fate} data-fate={fate}>
                {fate}
              </td>
              {headings.map((heading) => (
                <td key={heading} className={classes.sample}>
                  <bdi>{cells[heading] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

/** Names that several members bear, or that one bears of whom too little is known. */
function Questions({ state, preview }: { state: ImportState; preview: Preview }) {
  const decide = (name: string, value: string | null) => {
    const others = state.decisions.filter((decision) => decision.name !== name)
    const is: Decision['is'] | null =
      value === 'new' || value === 'skip' ? value : value === null ? null : Number(value)
    state.setDecisions(is === null ? others : [...others, { name, is }])
  }
  return (
    <section className={classes.step}>
      <div>
        <h2>Who is meant?</h2>
        <p>
          {counted(preview.ambiguous.length, 'name')} could be more than one person. Coppice does not guess.
        </p>
      </div>
      <div className={classes.options}>
        {preview.ambiguous.map(({ name, rows, candidates }) => (
          <Select
            key={name}
            label={`${name} (${counted(rows, 'row')})`}
            placeholder="Say who is meant"
            data={[
              ...candidates.map(({ id, name: known, email, location, department }) => ({
                value: String(id),
                label: [known, department, location, email].filter(Boolean).join(' · '),
              })),
              { value: 'new', label: 'Somebody new' },
              { value: 'skip', label: 'Leave these rows out' },
            ]}
            value={String(state.decisions.find((decision) => decision.name === name)?.is ?? '') || null}
            onChange={(value) => decide(name, value)}
          />
        ))}
      </div>
    </section>
  )
}

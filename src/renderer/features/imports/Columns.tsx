import { Select } from '@mantine/core'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import { localDate } from '@shared/domain/calendar'
import { type Inspection, importFields } from '@shared/domain/imports'
import { dayWords } from '@shared/domain/summaryWords'
import { memo } from 'react'
import classes from './Imports.module.css'
import type { ImportState } from './useImport'

/** The choices of a menu are made when it is opened: a wide file has hundreds of menus. */
const whileOpen = { keepMounted: false }

interface Props extends Pick<ImportState, 'mapping' | 'map'> {
  inspection: Inspection
  problem: string | null
}

/** Which column goes where. Drawn only when that changes: as many menus as there are columns take their time. */
export const Columns = memo(function Columns({ mapping, map, inspection, problem }: Props) {
  const { columns, kind } = inspection
  const { remembered } = inspection
  const isRemembered = remembered?.mapping.every((field, at) => field === mapping[at]) === true
  const left = mapping.filter((field) => field === null).length
  const fields = importFields[kind].map(({ field, label }) => ({ value: field, label }))
  const setField = (index: number, field: string | null) =>
    map(mapping.map((current, at) => (at === index ? field : current)))
  return (
    <section className={classes.step}>
      <div>
        <h2>The columns</h2>
        <p>
          {problem ??
            (left === 0 ? 'Every column has its place.' : `${counted(left, 'column')} will be left out.`)}
          {remembered && isRemembered ? (
            <>
              {` They go where they went on ${dayWords(localDate(new Date(remembered.at)))}. `}
              <TextButton onClick={() => map(columns.map(({ guess }) => guess))}>Guess anew</TextButton>
            </>
          ) : null}
        </p>
      </div>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>In the file</th>
              <th>For example</th>
              <th>Goes to</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ index, name, samples }) => (
              <tr key={index}>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td className={classes.sample}>
                  <bdi>{samples.slice(0, 3).join(' · ')}</bdi>
                </td>
                <td>
                  <Select
                    aria-label={`${name} goes to`}
                    size="xs"
                    placeholder="left out"
                    clearable
                    searchable
                    data={fields}
                    comboboxProps={whileOpen}
                    value={mapping[index] ?? null}
                    onChange={(field) => setField(index, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
})

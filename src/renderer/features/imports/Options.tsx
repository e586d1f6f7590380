import { Radio, Switch } from '@mantine/core'
import { type DateOrder, dateOrders, type Inspection } from '@shared/domain/imports'
import classes from './Imports.module.css'
import type { ImportState } from './useImport'

const orderLabels: Record<DateOrder, string> = {
  dmy: 'Day, month, year',
  mdy: 'Month, day, year',
  ymd: 'Year, month, day',
}

/** What only the user can know: how dates are meant, and what to do with who is there already. */
export function Options({ state, inspection }: { state: ImportState; inspection: Inspection }) {
  const { dateEvidence, dateOrder, kind } = inspection
  return (
    <section className={classes.step}>
      <div>
        <h2>To decide</h2>
        <p>Coppice asks where a guess could be wrong.</p>
      </div>
      <div className={classes.options}>
        {state.asksOrder ? (
          <Radio.Group
            label={
              dateOrder === 'ambiguous'
                ? `How is a date such as “${dateEvidence.eitherWay}” meant?`
                : `Some dates have the day first (“${dateEvidence.dayFirst}”), others the month (“${dateEvidence.monthFirst}”). Which is right?`
            }
            value={state.order ?? ''}
            onChange={(value) => state.setOrder(dateOrders.find((known) => known === value) ?? null)}
          >
            {dateOrders.map((value) => (
              <Radio key={value} value={value} label={orderLabels[value]} mt={8} />
            ))}
          </Radio.Group>
        ) : null}
        {kind === 'interactions' ? null : (
          <Radio.Group
            label={
              kind === 'members'
                ? 'Who is in the directory already'
                : 'Sessions that are written down already'
            }
            value={state.onDuplicate}
            onChange={(value) => state.setOnDuplicate(value === 'skip' ? 'skip' : 'merge')}
          >
            <Radio
              value="merge"
              label={
                kind === 'members'
                  ? 'Bring up to date with what the file says'
                  : 'Fill in the notes that are missing'
              }
              mt={8}
            />
            <Radio value="skip" label="Leave as it is" mt={8} />
          </Radio.Group>
        )}
        {kind === 'members' ? null : (
          <Switch
            label="People who are not in the directory become members"
            checked={state.addUnknown}
            onChange={(event) => state.setAddUnknown(event.currentTarget.checked)}
          />
        )}
      </div>
    </section>
  )
}

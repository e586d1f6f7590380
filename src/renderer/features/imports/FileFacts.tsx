import { NumberInput, Select } from '@mantine/core'
import { TextButton } from '@renderer/components/TextButton'
import {
  delimiters,
  fileEncodings,
  fileForms,
  type Inspection,
  importKinds,
  importSources,
} from '@shared/domain/imports'
import classes from './Imports.module.css'
import type { ImportState } from './useImport'

const delimiterLabels = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' } as const
const kindLabels = { members: 'Members', sessions: 'Sessions', interactions: 'Contacts' } as const

/** How the file is written, as it was found out; each can be said otherwise. */
export function FileFacts({ state, inspection }: { state: ImportState; inspection: Inspection }) {
  const { source, form, kind, encoding, delimiter, headerLine } = inspection
  return (
    <section className={classes.step}>
      <div>
        <h2>The file</h2>
        <p>
          {fileForms[form] ??
            (source
              ? `Looks like an export of ${importSources[source]}.`
              : 'Read as it is written; correct what is not so.')}{' '}
          <TextButton onClick={() => void state.choose()}>Choose another…</TextButton>
        </p>
      </div>
      <div className={classes.facts}>
        <Select
          label="What it holds"
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: kindLabels[value] }))}
          value={kind}
          onChange={(value) => state.say({ kind: importKinds.find((known) => known === value) ?? null })}
        />
        {form === 'text' && (
          <>
            <Select
              label="Encoding"
              allowDeselect={false}
              data={[...fileEncodings]}
              value={encoding}
              onChange={(value) =>
                state.say({ encoding: fileEncodings.find((known) => known === value) ?? null })
              }
            />
            <Select
              label="Columns divided by"
              allowDeselect={false}
              data={delimiters.map((value) => ({ value, label: delimiterLabels[value] }))}
              value={delimiter}
              onChange={(value) =>
                state.say({ delimiter: delimiters.find((known) => known === value) ?? null })
              }
            />
          </>
        )}
        {form === 'text' || form === 'workbook' ? (
          <NumberInput
            label="Headings in line"
            description="0 when there are none"
            min={0}
            max={100}
            allowDecimal={false}
            value={headerLine ?? 0}
            onChange={(value) => {
              if (typeof value === 'number' && value !== (headerLine ?? 0)) state.say({ headerLine: value })
            }}
          />
        ) : null}
      </div>
    </section>
  )
}

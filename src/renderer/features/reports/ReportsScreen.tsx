import { Button, Menu, Radio, Switch } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useDebouncedValue } from '@mantine/hooks'
import { call } from '@renderer/app/api'
import { DocumentFrame } from '@renderer/app/DocumentFrame'
import { findMembers } from '@renderer/app/finders'
import { usePlace } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { Reference } from '@shared/contract/fields'
import {
  type ExportFormat,
  exportFormats,
  type RedactionLevel,
  redactionLevels,
} from '@shared/domain/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import classes from './Reports.module.css'

const redactionLabels: Record<RedactionLevel, [label: string, description: string]> = {
  none: ['Everything', 'All notes, the private ones too. For your own files.'],
  private: ['Without private notes', 'Sessions marked private stay, their text does not. For the pair.'],
  figures: ['Figures only', 'No names, no texts: counts and times. For a sponsor.'],
}

const formatLabels: Record<ExportFormat, string> = {
  pdf: 'PDF document',
  docx: 'Word document (DOCX)',
  xlsx: 'Excel workbook (XLSX)',
  csv: 'CSV table',
  md: 'Markdown',
  html: 'Web page (HTML)',
}

/** Session summaries: for a member, a pair or a period, previewed as they will leave. */
export function ReportsScreen() {
  const place = usePlace('reports')
  const today = useToday()
  const asked = useMemo(() => place?.memberIds ?? [], [place])
  const chosen = useQuery({
    queryKey: ['report-members', asked],
    queryFn: async () =>
      (await Promise.all(asked.map((id) => call('members.get', { id })))).map(
        ({ id, name }): Reference => ({ id, name }),
      ),
  })
  const [picked, setPicked] = useState<Reference[] | null>(null)
  const members = picked ?? chosen.data ?? []
  const [period, setPeriod] = useState<[string | null, string | null]>([null, null])
  const [redaction, setRedaction] = useState<RedactionLevel>('private')
  const [nameAll, setNameAll] = useState(false)
  const request = useMemo(
    () => ({
      scope: {
        memberIds: members.map(({ id }) => id),
        matchId: place?.matchId ?? null,
        from: period[0],
        to: period[1],
      },
      redaction,
      today,
      nameAll,
    }),
    [members, place?.matchId, period, redaction, today, nameAll],
  )
  const [settled] = useDebouncedValue(request, 150)
  const preview = useRecords('exports.preview', settled, {
    enabled: asked.length === 0 || chosen.data !== undefined,
  })
  const save = useCommand('exports.save')
  const print = useCommand('exports.print')
  const busy = save.running || print.running
  useShown('reports', preview.data !== undefined)

  async function saveAs(format: ExportFormat) {
    const done = await save.run({ ...request, format })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <div className={screen.screen}>
      <PageHeader
        title="Reports"
        reading={
          preview.data
            ? reading(preview.data, redaction, nameAll)
            : 'Session summaries, as they will leave this computer.'
        }
        actions={
          <>
            <Button
              variant="default"
              disabled={busy || !preview.data?.sessions}
              loading={print.running}
              onClick={() => void print.run(request)}
            >
              Print…
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button disabled={busy || !preview.data?.sessions} loading={save.running}>
                  Export…
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {exportFormats.map((format) => (
                  <Menu.Item key={format} onClick={() => void saveAs(format)}>
                    {formatLabels[format]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <div className={classes.body}>
        <div className={classes.choices}>
          <MembersPicker
            label="Members"
            placeholder={members.length === 0 ? 'Everybody' : ''}
            search={findMembers}
            value={members}
            onChange={setPicked}
          />
          <p className={classes.hint}>
            {members.length > 1
              ? 'Sessions in which all of them met.'
              : 'One member, a pair, or leave it empty for all.'}
          </p>
          <DatePickerInput
            type="range"
            label="Period"
            placeholder="All time"
            clearable
            allowSingleDateInRange
            valueFormat="D MMM YYYY"
            value={period}
            onChange={setPeriod}
          />
          <Radio.Group
            label="What it may say"
            value={redaction}
            onChange={(value) => setRedaction(redactionLevels.find((known) => known === value) ?? 'private')}
          >
            {redactionLevels.map((level) => (
              <Radio
                key={level}
                value={level}
                label={redactionLabels[level][0]}
                description={redactionLabels[level][1]}
                mt={10}
              />
            ))}
          </Radio.Group>
          {preview.data && preview.data.unwilling > 0 ? (
            <Switch
              mt={18}
              checked={!nameAll}
              onChange={(event) => setNameAll(!event.currentTarget.checked)}
              label="Leave out who does not want to be named"
              description={`${counted(preview.data.unwilling, 'member')} in this report ${
                preview.data.unwilling === 1 ? 'has' : 'have'
              } refused, or taken back, to be named. Each is “a member” then.`}
            />
          ) : null}
        </div>
        <div className={classes.preview}>
          {preview.error ? <ErrorNotice message={preview.error.message} /> : null}
          {preview.data?.sessions === 0 ? (
            <EmptyState
              title="No session to report"
              text="Nobody of these met in this period. Widen one or the other."
            />
          ) : preview.data ? (
            <DocumentFrame title="Preview of the summary" className={classes.page} html={preview.data.html} />
          ) : null}
        </div>
      </div>
    </div>
  )
}

interface Preview {
  sessions: number
  shown: number
  privateSessions: number
  unwilling: number
}

function reading(
  { sessions, shown, privateSessions, unwilling }: Preview,
  redaction: RedactionLevel,
  nameAll: boolean,
): string {
  if (sessions === 0) return 'There is nothing to report yet.'
  const hidden =
    redaction === 'none' || privateSessions === 0
      ? ''
      : ` The text of ${counted(privateSessions, 'private session')} stays here.`
  const part = shown < sessions && redaction !== 'figures' ? ` The preview shows the first ${shown}.` : ''
  const named =
    unwilling > 0 && nameAll ? ` It names ${counted(unwilling, 'member')} who did not agree to be named.` : ''
  return `${counted(sessions, 'session')}.${hidden}${named}${part}`
}

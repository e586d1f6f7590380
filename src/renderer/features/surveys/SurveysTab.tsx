import { Button, Menu } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { EmptyState } from '@renderer/components/EmptyState'
import { shortDate } from '@renderer/components/labels'
import type { SurveyRow } from '@shared/contract/surveys'
import { surveyTemplates } from '@shared/domain/surveys/templates'
import { type ReactNode, useState } from 'react'
import { AnswerDialog } from './AnswerDialog'
import { ImportDialog } from './ImportDialog'
import { SurveyEditor } from './SurveyEditor'
import { SurveyResults } from './SurveyResults'
import classes from './Surveys.module.css'
import { blank, type SurveyDraft } from './surveyDraft'
import { answeredWords } from './words'

/** The surveys of a program, and those that were asked of everybody, in no program. */
export function SurveysTab({ programId }: { programId: number }) {
  const [everybody, setEverybody] = useState(false)
  const choice = (ofEverybody: boolean, label: string) => (
    <button type="button" aria-pressed={everybody === ofEverybody} onClick={() => setEverybody(ofEverybody)}>
      {label}
    </button>
  )
  return (
    <Surveys key={String(everybody)} programId={everybody ? null : programId}>
      <fieldset className={classes.whose} aria-label="Who is asked">
        {choice(false, 'In this program')}
        {choice(true, 'Of everybody')}
      </fieldset>
    </Surveys>
  )
}

interface SurveysProps {
  programId: number | null
  /** Stands over the list. */
  children?: ReactNode
}

/** Which surveys there are, and what the one that is open says of those who were asked there. */
export function Surveys({ programId, children }: SurveysProps) {
  const { data: all } = useRecords('surveys.list', { programId })
  const [chosen, setChosen] = useState<number | null>(null)
  const [fresh, setFresh] = useState<SurveyDraft | null>(null)
  if (!all) return null
  const rows = all.filter(({ replaced, responsesHere }) => !replaced || responsesHere > 0)
  const open = rows.find(({ id }) => id === chosen) ?? rows[0]
  const editor = fresh ? (
    <SurveyEditor survey={null} start={fresh} onSaved={setChosen} onClose={() => setFresh(null)} />
  ) : null
  if (!open) {
    return (
      <>
        <EmptyState
          title="Nothing has been asked yet"
          text={
            programId === null
              ? 'A survey of everybody shows whether mentoring finds good ground, for example. Take one that is there, or write your own.'
              : 'A short survey shows how matches are doing before anybody complains. Take one that is there, or write your own.'
          }
        >
          <NewSurvey onChoose={setFresh} />
        </EmptyState>
        {editor}
      </>
    )
  }
  return (
    <div className={classes.tab}>
      <nav className={classes.side} aria-label="Surveys">
        {children}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <SurveyChoice row={row} open={row.id === open.id} onOpen={() => setChosen(row.id)} />
            </li>
          ))}
        </ul>
        <NewSurvey small onChoose={setFresh} />
      </nav>
      <OneSurvey key={open.id} id={open.id} programId={programId} onSaved={setChosen} />
      {editor}
    </div>
  )
}

function SurveyChoice({ row, open, onOpen }: { row: SurveyRow; open: boolean; onOpen: () => void }) {
  return (
    <button
      type="button"
      className={classes.choice}
      aria-current={open ? 'true' : undefined}
      onClick={onOpen}
    >
      <bdi>{row.name}</bdi>
      {row.version > 1 ? <small> version {row.version}</small> : null}
      <small>
        {answeredWords(row)}
        {row.lastAnsweredOn === null
          ? ''
          : `; last ${shortDate(row.lastAnsweredOn).replaceAll(' ', '\u00a0')}`}
      </small>
    </button>
  )
}

interface OneProps {
  id: number
  programId: number | null
  onSaved: (id: number) => void
}

function OneSurvey({ id, programId, onSaved }: OneProps) {
  const { data: survey } = useRecords('surveys.get', { id }, { keep: false })
  const [dialog, setDialog] = useState<'answer' | 'import' | 'edit' | null>(null)
  if (!survey) return null
  const close = () => setDialog(null)
  const shared = { survey, programId, onClose: close }
  return (
    <>
      <SurveyResults survey={survey} programId={programId} onOpen={setDialog} />
      {dialog === 'answer' ? <AnswerDialog {...shared} /> : null}
      {dialog === 'import' ? <ImportDialog {...shared} /> : null}
      {dialog === 'edit' ? (
        <SurveyEditor survey={survey} start={survey} onSaved={onSaved} onClose={close} />
      ) : null}
    </>
  )
}

function NewSurvey({ small = false, onChoose }: { small?: boolean; onChoose: (draft: SurveyDraft) => void }) {
  return (
    <Menu position="bottom-start" width={380}>
      <Menu.Target>
        <Button size={small ? 'compact-sm' : 'sm'} variant={small ? 'default' : 'filled'}>
          New survey
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {surveyTemplates.map((template) => (
          <Menu.Item key={template.name} onClick={() => onChoose(template)}>
            {template.name}
            <div className={classes.menuNote}>{template.purpose}</div>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChoose(blank)}>
          Your own
          <div className={classes.menuNote}>Or a published one that you hold the right to use.</div>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

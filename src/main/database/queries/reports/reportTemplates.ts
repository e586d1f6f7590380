import type { InputOf, OutputOf } from '@shared/contract'
import { reportDesign } from '@shared/contract/reportDesign'
import type { reportTemplates } from '@shared/contract/reportTemplates'
import type { ReportDesign } from '@shared/domain/report/design'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { commandOf } from '../../trash/kinds'

/** More than that nobody keeps apart by name. */
const mostTemplates = 500

export const reportTemplateHandlers: Handlers<typeof reportTemplates> = {
  'reportTemplates.list': (db) => listTemplates(db),
  'reportTemplates.save': saveTemplate,
  'reportTemplates.remove': removeTemplate,
}

interface Stored {
  id: number
  name: string
  settings: string
  title: string
  opening: string
  closing: string
  logo: string | null
}

/** By name. One that another version of Coppice, or another program, wrote and nobody can read is left out. */
function listTemplates(db: Reader): OutputOf<'reportTemplates.list'> {
  return db
    .all<Stored>(
      `SELECT id, name, settings, title, opening, closing, logo FROM report_templates
        ORDER BY name COLLATE NOCASE, id`,
    )
    .flatMap(({ id, name, settings, ...wording }) => {
      const design = reportDesign.safeParse({ ...(JSON.parse(settings) as object), ...wording })
      return design.success ? [{ id, name, design: design.data }] : []
    })
}

/** @throws AppError `conflict` where the name is taken or there are too many, `not-found`. */
function saveTemplate(
  writer: Writer,
  { id, name, design }: InputOf<'reportTemplates.save'>,
): Done<{ id: number }> {
  const taken = writer.value<number>(
    'SELECT id FROM report_templates WHERE name = ? COLLATE NOCASE AND id IS NOT ?',
    name,
    id,
  )
  if (taken !== undefined)
    throw new AppError(
      'conflict',
      `There is a template called “${name}” already. Choose another name.`,
      'name',
    )
  const summary = `Report template “${name}”`
  if (id === null) {
    if ((writer.value<number>('SELECT count(*) FROM report_templates') ?? 0) >= mostTemplates)
      throw new AppError(
        'conflict',
        `There are ${mostTemplates} templates. Remove one that is no longer used.`,
      )
    return { value: { id: insertTemplate(writer, name, design) }, summary }
  }
  nameOf(writer, id)
  writer.update('report_templates', id, { ...rowOf(name, design), updated_at: writer.now })
  return { value: { id }, summary }
}

/** A new template, whose name is free. @returns its id. */
export function insertTemplate(writer: Writer, name: string, design: ReportDesign): number {
  const stamps = { created_at: writer.now, updated_at: writer.now }
  return writer.insert('report_templates', { ...rowOf(name, design), ...stamps })
}

function rowOf(name: string, { title, opening, closing, logo, ...settings }: ReportDesign) {
  return { name, settings: JSON.stringify(settings), title, opening, closing, logo }
}

/** @throws AppError `not-found`. */
function removeTemplate(
  writer: Writer,
  { id }: InputOf<'reportTemplates.remove'>,
): Done<{ command: number }> {
  const name = nameOf(writer, id)
  writer.remove('report_templates', id)
  return { value: { command: commandOf(writer) }, summary: `Removed the report template “${name}”` }
}

function nameOf(db: Reader, id: number): string {
  const name = db.value<string>('SELECT name FROM report_templates WHERE id = ?', id)
  if (name === undefined)
    throw new AppError('not-found', 'This template is no longer there; it may have been removed meanwhile.')
  return name
}

/** The templates that are about a member by number, with that of each. */
export function templatesAbout(db: Reader, member: number): { id: number; settings: ReportDesign }[] {
  return db
    .all<{ id: number; settings: string }>(
      `SELECT id, settings FROM report_templates
        WHERE EXISTS (SELECT 1 FROM json_each(settings, '$.memberIds') WHERE value = ?) ORDER BY id`,
      member,
    )
    .map(({ id, settings }) => ({ id, settings: JSON.parse(settings) as ReportDesign }))
}

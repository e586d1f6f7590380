import { basename, resolve } from 'node:path'
import { applyMapping, parseMapOption } from '@main/importing/mapOption'
import { planImport } from '@main/importing/plan'
import type { InputOf, OutputOf } from '@shared/contract'
import { duplicatePolicies } from '@shared/contract/imports'
import { dateInZone, localDate } from '@shared/domain/calendar'
import {
  type DateOrder,
  type Delimiter,
  dateOrders,
  type FileEncoding,
  fileEncodings,
  type ImportKind,
  type ImportPlan,
  type Inspection,
  importFields,
  importKinds,
} from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { Argument, type Command, Option } from 'commander'
import { systemTimeZone } from '../../files/names'
import type { Context } from '../context'
import { assertReportFormat, writeImportReport } from '../importReportFile'
import { type Ask, withFile } from '../openFile'
import { calendarDate, collected, jsonOption, programFileOption, wholeNumber } from '../options'
import { programCalled } from '../programCalled'
import { importAll } from './importAll'
import { importAttendance } from './importAttendance'
import { importKnowledge } from './importKnowledge'

interface Options {
  file: string
  map?: string[]
  onDuplicate: 'merge' | 'skip'
  dateOrder?: DateOrder
  encoding?: FileEncoding
  delimiter?: keyof typeof delimiterNames
  headerLine?: number
  addPeople: boolean
  rejectedOut?: string
  report?: string
  program?: string
  community?: string
  on?: string
  title?: string
  guests: boolean
  dryRun?: true
  json?: true
}

const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const satisfies Record<
  string,
  Delimiter
>

/** Members who apply for a program with it, by the word for them. */
const applicantRoles = { mentors: 'mentor', mentees: 'mentee' } as const
type Applicants = keyof typeof applicantRoles

/** What files of some kinds hold, by the word for the file. */
const byFile = { contacts: 'members', calendar: 'sessions' } as const satisfies Record<string, ImportKind>
type ByFile = keyof typeof byFile
const isByFile = (what: string): what is ByFile => Object.hasOwn(byFile, what)

type What = ImportKind | Applicants
const applicants = Object.keys(applicantRoles) as Applicants[]
const isApplicants = (what: What): what is Applicants => applicants.some((one) => one === what)

/** So many rejected rows are told of on stderr. */
const mostTold = 20

export function addImportCommand(program: Command, context: Context): void {
  program
    .command('import')
    .description(
      'take members, sessions, interactions, or applicants for a program from a CSV, a workbook, JSON, contact cards or a calendar, the notes of a folder, or everything of an export into a new file',
    )
    .addArgument(
      new Argument('<what>', 'what the rows are').choices([
        ...importKinds,
        ...applicants,
        ...Object.keys(byFile),
        'attendance',
        'knowledge',
        'all',
      ]),
    )
    .argument('<input>', 'the file; of knowledge the folder, of everything the JSON document or the folder')
    .addOption(programFileOption())
    .option(
      '--map <field=column,…>',
      'which columns go to which fields, where it was guessed wrongly',
      collected,
    )
    .addOption(
      new Option('--on-duplicate <how>', 'what becomes of records that are there already')
        .choices(duplicatePolicies)
        .default('merge'),
    )
    .addOption(new Option('--date-order <order>', 'how dates such as 03/04/26 are meant').choices(dateOrders))
    .addOption(new Option('--encoding <name>', 'how the file is written').choices(fileEncodings))
    .addOption(
      new Option('--delimiter <name>', 'what stands between values').choices(Object.keys(delimiterNames)),
    )
    .option('--header-line <n>', 'the line of the column names; 0 when there are none', wholeNumber)
    .option('--no-add-people', 'refuse sessions and interactions of people who are not in the directory')
    .option('--rejected-out <csv>', 'write the rows that cannot be taken to a file')
    .option('--report <path>', 'write what came in to a file: .docx, .xlsx, .csv, .md or .html')
    .option('--program <name>', 'the program that mentors or mentees apply for')
    .option('--community <name>', 'the community whose attendance it is')
    .option('--on <date>', 'the day of that gathering, where the file does not say it', calendarDate)
    .option('--title <title>', 'what a new gathering is called')
    .option('--no-guests', 'do not count those who are in no directory as guests without a name')
    .option('--dry-run', 'only tell what would be done')
    .addOption(jsonOption())
    .addHelpText('after', fieldsHelp)
    .action((what: What | ByFile | 'attendance' | 'knowledge' | 'all', input: string, options: Options) => {
      if (what === 'attendance') return importAttendance(context, input, options)
      if (what === 'all') return importAll(context, input, options)
      if (what === 'knowledge') return importKnowledge(context, input, options)
      return importFile(context, isByFile(what) ? byFile[what] : what, input, options)
    })
}

const fieldsHelp = `
A column is named as in the file, or by its number: --map "name=Full name,email=#3,ignore=Notes".
${importKinds.map((kind) => `Fields of ${kind}: ${importFields[kind].map(({ field }) => field).join(', ')}.`).join('\n')}
Mentors and mentees have the fields of members; they are enrolled in the program of --program, as applied.
Attendance is a file of Teams, Zoom, Google Meet, Webex or Meetup; a gathering of that community on that day is
completed, else one is made.
Contacts are members, a calendar holds sessions. Knowledge is a folder of Markdown files; with --on-duplicate merge a
note of a title that is there becomes its new version.
With “all”, --file is the program file to make, which must not be there yet.
JSON: { added, merged, skipped, rejected: [{ line, reason }], newMembers, dryRun }, of mentors and mentees also enrolled;
of attendance { taken, known, guests, rejected: [{ line, name, reason }], dryRun },
of knowledge { added, changed, unchanged, skipped, files, rejected: [{ path, reason }], remarks, dryRun },
of all { file, records, privateTexts }`

async function importFile(context: Context, what: What, input: string, options: Options): Promise<void> {
  const path = resolve(input)
  const { rejectedOut, dryRun = false, json = false } = options
  if (rejectedOut !== undefined && [path, resolve(options.file)].includes(resolve(rejectedOut))) {
    throw new AppError('invalid-input', 'The rejected rows need a file of their own. Choose another name.')
  }
  assertReportFormat(options.report)
  const outcome = await withFile(context, options.file, dryRun ? 'read' : 'write', async (ask) => {
    const request = await requestFor(context, ask, what, path, options)
    const done = await ask(dryRun ? 'imports.preview' : 'imports.run', request)
    const { kind, columns, mapping, dateOrder } = request.plan
    if (!dryRun && done.added + done.merged > 0)
      await ask('imports.remember', { kind, columns, mapping, dateOrder })
    if (rejectedOut !== undefined) {
      const { rejected } = done
      await ask('imports.writeRejected', { ...request, rejected, path: resolve(rejectedOut) })
    }
    if (options.report !== undefined) {
      const came = { what: 'rows', plan: request.plan, outcome: done } as const
      const told = { fileName: basename(path), on: request.today, written: !dryRun, came }
      await writeImportReport(ask, options.report, told)
    }
    return done
  })
  const { added, merged, skipped, newMembers, enrolled } = outcome
  const rejected = outcome.rejected.toSorted((one, other) => one.line - other.line)
  const program = isApplicants(what) ? { enrolled } : {}
  if (json)
    await context.terminal.printJson({ added, merged, skipped, rejected, newMembers, ...program, dryRun })
  else await tell(context, { ...outcome, rejected }, options)
}

async function requestFor(
  context: Context,
  ask: Ask,
  what: What,
  file: string,
  options: Options,
): Promise<InputOf<'imports.run'>> {
  const enrol = await enrolmentIn(ask, what, options)
  const kind = isApplicants(what) ? 'members' : what
  const inspection = await inspected(context, ask, kind, file, options)
  const { timeZone } = await ask('program.overview', {})
  return {
    file,
    plan: planned(inspection, { dateOrder: options.dateOrder ?? rememberedOrder(inspection), timeZone }),
    onDuplicate: options.onDuplicate,
    decisions: [],
    addUnknown: options.addPeople,
    today: dateInZone(new Date().toISOString(), systemTimeZone()),
    enrol,
    listed: Number.MAX_SAFE_INTEGER,
  }
}

async function enrolmentIn(
  ask: Ask,
  what: What,
  { program }: Options,
): Promise<InputOf<'imports.run'>['enrol']> {
  if (!isApplicants(what)) {
    if (program === undefined) return null
    throw new AppError(
      'invalid-input',
      'Only mentors and mentees apply for a program. Import mentors or mentees, or leave --program out.',
    )
  }
  if (program === undefined) {
    throw new AppError('invalid-input', `Say which program the ${what} apply for: add --program NAME.`)
  }
  const { id } = await programCalled(ask, program)
  return { programId: id, role: applicantRoles[what], step: 'applied' }
}

async function inspected(
  context: Context,
  ask: Ask,
  kind: ImportKind,
  file: string,
  { encoding, delimiter, headerLine, map }: Options,
): Promise<Inspection> {
  const said = {
    file,
    kind,
    encoding: encoding ?? null,
    delimiter: delimiter === undefined ? null : delimiterNames[delimiter],
    headerLine: headerLine ?? null,
  }
  const inspection = await ask('imports.inspect', { ...said, mapping: null })
  if (inspection.remembered) {
    const day = localDate(new Date(inspection.remembered.at))
    context.terminal.say(`Its columns go where they went in the import of ${day}; --map says otherwise.`)
  }
  if (map === undefined) return inspection
  const mapping = applyMapping(inspection.mapping, parseMapOption(map.join(','), inspection.columns, kind))
  // Which dates there are depends on the columns.
  return await ask('imports.inspect', { ...said, mapping })
}

function rememberedOrder({ dateOrder, remembered }: Inspection): DateOrder | null {
  return dateOrder === 'ambiguous' ? (remembered?.dateOrder ?? null) : null
}

/** Asks with the names of the options for what the file does not tell. */
function planned(inspection: Inspection, answers: Parameters<typeof planImport>[1]): ImportPlan {
  try {
    return planImport(inspection, answers)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const { code, message, field } = thrown
    if (field === 'dateOrder')
      throw new AppError(code, `${message} Add --date-order dmy, mdy or ymd to the command.`, field)
    if (field === 'mapping') {
      const names = inspection.columns.map(({ name }) => `“${name}”`).join(', ')
      throw new AppError(code, `${message} Add --map field=column; the columns are ${names}.`, field)
    }
    throw thrown
  }
}

async function tell(
  { terminal }: Context,
  outcome: OutputOf<'imports.preview'> | OutputOf<'imports.run'>,
  { dryRun, rejectedOut }: Options,
): Promise<void> {
  const { added, merged, skipped, rejected, newMembers, enrolled } = outcome
  const figures = [
    [added, 'added'],
    [merged, 'merged'],
    [skipped, 'skipped'],
    [rejected.length, 'rejected'],
    ...(newMembers > 0 ? [[newMembers, 'new in the directory']] : []),
    ...(enrolled > 0 ? [[enrolled, 'enrolled in the program']] : []),
  ].map(([count, word]) => `${count?.toLocaleString('en')} ${word}`)
  await terminal.print(`${dryRun ? 'Nothing was written. It would be: ' : ''}${figures.join(', ')}.\n`)
  for (const { line, reason } of rejected.slice(0, mostTold)) terminal.say(`Line ${line}: ${reason}`)
  const more = rejected.length - mostTold
  if (more > 0) {
    const where = rejectedOut ?? 'Add --rejected-out to write all of them to a file.'
    terminal.say(`… and ${more.toLocaleString('en')} more rejected rows. ${where}`)
  }
}

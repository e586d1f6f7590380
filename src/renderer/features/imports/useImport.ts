import { call } from '@renderer/app/api'
import { tellError } from '@renderer/app/notify'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import type { InputOf, OutputOf } from '@shared/contract'
import type { ImportRequest } from '@shared/contract/imports'
import type {
  ColumnMapping,
  DateOrder,
  Delimiter,
  FileEncoding,
  ImportKind,
  Inspection,
} from '@shared/domain/imports'
import { useCallback, useMemo, useState } from 'react'

export type Preview = OutputOf<'imports.preview'>
export type Result = OutputOf<'imports.run'>
export type Decision = ImportRequest['decisions'][number]

type Enrol = Pick<NonNullable<ImportRequest['enrol']>, 'programId' | 'role'>

interface Chosen {
  file: string
  fileName: string
}

/** What the user said where Coppice would find out by itself. */
interface Said {
  kind: ImportKind | null
  encoding: FileEncoding | null
  delimiter: Delimiter | null
  headerLine: number | null
}

const nothingSaid: Said = { kind: null, encoding: null, delimiter: null, headerLine: null }

/** The state of one import, from the choice of a file to its outcome. */
export function useImport(wanted: ImportKind | undefined, enrol: Enrol | undefined) {
  const today = useToday()
  const program = useRecords('program.overview', {})
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [said, setSaid] = useState<Said>({ ...nothingSaid, kind: wanted ?? null })
  const [inspection, setInspection] = useState<Inspection | null>(null)
  const [mapping, setMapping] = useState<ColumnMapping>([])
  const [order, setOrder] = useState<DateOrder | null>(null)
  const [onDuplicate, setOnDuplicate] = useState<ImportRequest['onDuplicate']>('merge')
  const [addUnknown, setAddUnknown] = useState(true)
  const [decisions, setDecisions] = useState<Decision[]>([])
  const [result, setResult] = useState<Result | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const inspect = useCallback(async (file: Chosen, next: Said, columns: ColumnMapping | null) => {
    setProblem(null)
    try {
      const input: InputOf<'imports.inspect'> = { file: file.file, ...next, mapping: columns }
      const found = await call('imports.inspect', input)
      setChosen(file)
      setSaid(next)
      setInspection(found)
      setMapping(found.mapping)
      setOrder(found.dateOrder === 'ambiguous' ? (found.remembered?.dateOrder ?? null) : null)
      setDecisions([])
      setResult(null)
    } catch (error) {
      setInspection(null)
      if (error instanceof Error) setProblem(error.message)
    }
  }, [])

  const choose = useCallback(async () => {
    try {
      const file = await call('imports.choose', {})
      if (file) await inspect(file, { ...nothingSaid, kind: wanted ?? null }, null)
    } catch (error) {
      if (error instanceof Error) tellError(error)
    }
  }, [inspect, wanted])

  const drop = useCallback(
    async (file: File) => {
      const token = await window.coppice.dropped(file)
      if (token)
        await inspect({ file: token, fileName: file.name }, { ...nothingSaid, kind: wanted ?? null }, null)
    },
    [inspect, wanted],
  )

  /** Says something about the file that was found out wrongly; the columns are guessed anew. */
  const say = useCallback(
    (changes: Partial<Said>) => {
      if (chosen) void inspect(chosen, { ...said, ...changes }, null)
    },
    [chosen, inspect, said],
  )

  /** The dates' order depends on which columns are dates, so a new mapping looks at the file again. */
  const map = useCallback(
    (columns: ColumnMapping) => {
      setMapping(columns)
      if (chosen) void inspect(chosen, said, columns)
    },
    [chosen, inspect, said],
  )

  const timeZone = program.data?.timeZone ?? 'UTC'
  const request = useMemo<ImportRequest | null>(() => {
    if (!chosen || !inspection) return null
    const { kind, encoding, delimiter, headerLine, columns, serialDateColumns } = inspection
    const names = columns.map(({ name }) => name)
    const dateOrder = order ?? provenOrder(inspection)
    return {
      file: chosen.file,
      plan: {
        kind,
        encoding,
        delimiter,
        headerLine,
        columns: names,
        mapping,
        dateOrder,
        serialDateColumns,
        timeZone,
      },
      onDuplicate,
      decisions,
      addUnknown,
      today,
      enrol: enrol && kind === 'members' ? { ...enrol, step: 'applied' } : null,
    }
  }, [chosen, inspection, mapping, order, timeZone, onDuplicate, decisions, addUnknown, today, enrol])

  return {
    chosen,
    inspection,
    mapping,
    order,
    onDuplicate,
    addUnknown,
    decisions,
    result,
    problem,
    request,
    asksOrder: inspection?.dateOrder === 'ambiguous' || inspection?.dateOrder === 'contradictory',
    choose,
    drop,
    say,
    map,
    setOrder,
    setOnDuplicate,
    setAddUnknown,
    setDecisions,
    setResult,
  }
}

export type ImportState = ReturnType<typeof useImport>

function provenOrder({ dateOrder }: Inspection): DateOrder | null {
  return dateOrder === 'dmy' || dateOrder === 'mdy' || dateOrder === 'ymd' ? dateOrder : null
}

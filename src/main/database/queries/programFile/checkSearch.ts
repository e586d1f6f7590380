import type { OutputOf } from '@shared/contract'
import { knowledgeSearchColumns, knowledgeTexts } from '../../derived/knowledgeSearch'
import { memberSearchColumns, memberTexts } from '../../derived/memberSearch'
import { recordSearchColumns, recordTexts } from '../../derived/recordSearch'
import { sessionSearchColumns, sessionTexts } from '../../derived/sessionSearch'
import type { Reader } from '../../engine/reader'

/** Something that is wrong with a program file, in words. */
export type Problem = OutputOf<'programFile.check'>['problems'][number]

type Write = (sql: string, ...parameters: unknown[]) => void

/** A search index, and what it has to hold. */
interface SearchIndex {
  table: string
  columns: readonly string[]
  /** SQL for what is indexed: the row number, then the columns. */
  texts: string
  /** The column of `texts` that numbers the rows of the index. */
  key: string
  problem: string
}

const searchIndexes: readonly SearchIndex[] = [
  {
    table: 'session_search',
    columns: sessionSearchColumns,
    texts: sessionTexts,
    key: 's.search_key',
    problem: 'The search in sessions does not agree with the notes.',
  },
  {
    table: 'member_search',
    columns: memberSearchColumns,
    texts: memberTexts,
    key: 'r.id',
    problem: 'The search in members does not agree with the directory.',
  },
  {
    table: 'knowledge_search',
    columns: knowledgeSearchColumns,
    texts: knowledgeTexts,
    key: 'r.id',
    problem: 'The search in the knowledge base does not agree with its texts.',
  },
  {
    table: 'record_search',
    columns: recordSearchColumns,
    texts: recordTexts,
    key: 'r.key',
    problem:
      'The search in gatherings, communities, programs, asks and action items does not agree with them.',
  },
]

/**
 * FTS5's own `integrity-check` counts as a write, which would make every save wait for it, and it cannot look into
 * an index without texts. So each index is built a second time in memory, in parts, and compared: the rows that are
 * in it, and in how many of them, and how often, each word stands in each column.
 */
export function checkSearchIndexes(db: Reader, write: Write): Problem[] {
  return searchIndexes.flatMap((index) =>
    [differentRows(db, index), differentWords(db, write, index)]
      .filter((detail) => detail !== null)
      .map((detail) => ({ what: index.problem, detail })),
  )
}

function differentRows(db: Reader, { table, texts, key }: SearchIndex): string | null {
  const rows = `SELECT id FROM ${table}_docsize`
  const missing = db.value<number>(`SELECT count(*) FROM (${texts} WHERE ${key} NOT IN (${rows}))`) ?? 0
  const indexed = db.value<number>(`SELECT count(*) FROM (${rows})`) ?? 0
  const wanted = db.value<number>(`SELECT count(*) FROM (${texts})`) ?? 0
  const surplus = indexed - (wanted - missing)
  return missing + surplus === 0 ? null : `${missing} records missing, ${surplus} too many`
}

/** How many rows are indexed at a time: some ten megabytes of memory. */
const partSize = 20_000

function differentWords(db: Reader, write: Write, index: SearchIndex): string | null {
  const words = wordsOf(db, write, index)
  write(`CREATE VIRTUAL TABLE temp.file_words USING fts5vocab(main, ${index.table}, col)`)
  let different = 0
  for (const [term, column, rows, times] of db.rows<Word>(
    'SELECT term, col, doc, cnt FROM temp.file_words',
  )) {
    const word = `${column} ${term}`
    const expected = words.get(word)
    if (expected?.rows !== rows || expected.times !== times) different++
    words.delete(word)
  }
  write('DROP TABLE temp.file_words')
  different += words.size
  return different === 0 ? null : `${different} words differ`
}

type Word = [term: string, column: string, rows: number, times: number]

function wordsOf(db: Reader, write: Write, { table, columns, texts, key }: SearchIndex) {
  write(`CREATE VIRTUAL TABLE temp.fresh USING fts5 (
    ${columns.join(', ')}, content = '', tokenize = 'unicode61 remove_diacritics 2'
  )`)
  // A part fits into memory, so it need not be cut into segments.
  write(`INSERT INTO temp.fresh (fresh, rank) VALUES ('hashsize', ${64 * 1024 * 1024})`)
  write('CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab(temp, fresh, col)')
  const words = new Map<string, { rows: number; times: number }>()
  let from: number | undefined = 0
  while (from !== undefined) {
    const to: number | undefined = db.value<number>(
      `SELECT id FROM ${table}_docsize WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ${partSize}`,
      from,
    )
    const until = to ?? Number.MAX_SAFE_INTEGER
    write(
      `INSERT INTO temp.fresh (rowid, ${columns.join(', ')}) ${texts} WHERE ${key} >= ? AND ${key} < ? ORDER BY ${key}`,
      from,
      until,
    )
    for (const [term, column, rows, times] of db.rows<Word>(
      'SELECT term, col, doc, cnt FROM temp.fresh_words',
    )) {
      const word = `${column} ${term}`
      const sum = words.get(word)
      if (sum) {
        sum.rows += rows
        sum.times += times
      } else words.set(word, { rows, times })
    }
    write("INSERT INTO temp.fresh (fresh) VALUES ('delete-all')")
    from = to
  }
  write('DROP TABLE temp.fresh_words')
  write('DROP TABLE temp.fresh')
  return words
}

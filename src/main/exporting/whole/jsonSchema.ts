import { tableWords } from '@shared/domain/historyWords'
import {
  type WholeColumn,
  type WholeDescription,
  type WholeTable,
  wholeFormat,
} from '@shared/domain/whole/description'
import { columnMeaning, tableMeaning } from '@shared/domain/whole/words'

type Json = Readonly<Record<string, unknown>>

/** The JSON Schema (2020-12) of a document with everything of a program file, whose tables are these. */
export function wholeJsonSchema(description: WholeDescription): Json {
  const tables = description.tables.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const countsOf = (what: string) => ({
    description: what,
    ...closed(Object.fromEntries(tables.map(({ name }) => [name, { type: 'integer', minimum: 0 }])), []),
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:coppice:program:${wholeFormat.version}:${description.version}`,
    title: 'Everything of a Coppice program file',
    description: 'What stands before the tables has to come first: they are read one after the other.',
    ...closed(
      {
        format: { const: wholeFormat.name },
        formatVersion: { const: wholeFormat.version },
        schemaVersion: {
          const: description.version,
          description: 'The version of the tables; Coppice reads every older one as well.',
        },
        exportedAt: { type: 'string', format: 'date-time' },
        programBegan: {
          type: ['string', 'null'],
          description: 'When the first file of the program was made: it tells one program from another.',
        },
        privateTexts: { enum: ['included', 'left out'] },
        highestIds: countsOf('The highest number that a record of a table ever had: no new one gets it.'),
        counts: countsOf('How many records of each table follow.'),
        tables: closed(Object.fromEntries(tables.map((table) => [table.name, tableSchema(table)])), []),
      },
      ['format', 'formatVersion', 'schemaVersion', 'tables'],
    ),
  }
}

function tableSchema({ name, columns }: WholeTable): Json {
  const required = columns.filter((column) => column.required).map((column) => column.name)
  return {
    description: tableMeaning(name) ?? tableWords(name).many,
    type: 'array',
    items: closed(
      Object.fromEntries(columns.map((column) => [column.name, columnSchema(name, column)])),
      required,
    ),
  }
}

function columnSchema(table: string, column: WholeColumn): Json {
  const what = columnMeaning(table, column.name)
  const said = column.refers ? `${what}: the id of a record of ${column.refers}` : what
  return { description: said ?? column.name, ...valueSchema(column) }
}

function valueSchema({ kind, values, name, refers, required }: WholeColumn): Json {
  if (values) return { enum: required ? values : [...values, null] }
  const typed = (type: string) => ({ type: required ? type : [type, 'null'] })
  switch (kind) {
    case 'whole number':
      return { ...typed('integer'), ...(name === 'id' || refers ? { minimum: 1 } : {}) }
    case 'number':
      return typed('number')
    case 'date':
      return { ...typed('string'), pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }
    case 'moment':
      return { ...typed('string'), pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$' }
    case 'json':
      return { ...typed('string'), contentMediaType: 'application/json' }
    case 'text':
      return typed('string')
  }
}

/** An object with these properties and no others. */
function closed(properties: Json, required: readonly string[]): Json {
  return { type: 'object', properties, required, additionalProperties: false }
}

import { localDate } from '@shared/domain/calendar'
import { tableRank, tableWords } from '@shared/domain/historyWords'
import {
  type FolderHeader,
  manifestName,
  notesFolder,
  tablesFolder,
  type WholeDescription,
} from '@shared/domain/whole/description'
import { tableMeaning } from '@shared/domain/whole/words'

/** What explains an exported folder to whoever finds it. */
export function folderReadme(header: FolderHeader, { tables }: WholeDescription): string {
  const { counts, exportedAt, privateTexts, notes } = header
  const filled = tables
    .filter(({ name }) => (counts[name] ?? 0) > 0)
    .toSorted((one, other) => tableRank(one.name) - tableRank(other.name))
  const lines = filled.map(
    ({ name }) =>
      `| [${name}.csv](${tablesFolder}/${name}.csv) | ${(counts[name] ?? 0).toLocaleString('en')} | ${tableMeaning(name) ?? tableWords(name).many} |`,
  )
  const paragraphs = [
    '# Everything of a Coppice program file',
    `Exported on ${localDate(new Date(exportedAt))}. Coppice makes a program file of this folder again: *File → Open an export…*, and ` +
      `choose \`${manifestName}\` in it; or \`coppice import all THIS-FOLDER --file NEW.coppice\`.`,
    privateTexts === 'included'
      ? '**It holds what the coordinator has marked as private, and it is not encrypted. Think before you hand it on.**'
      : 'What the coordinator has marked as private is left out: where a text could not be missing, a sentence says so.',
    'The history of changes, the trash and what was being typed are not in it: it holds what is, not what was.',
    '## The tables',
    ['| file | lines | what they are |', '| --- | ---: | --- |', ...lines].join('\n'),
    'What every column means is in [data-dictionary.md](data-dictionary.md).',
    '## How to read them',
    [
      '- The files are CSV in UTF-8, with commas, and quotation marks where they are needed. Dates are YYYY-MM-DD.',
      '- Columns that end in `_id`, and a few others, hold the number of a record of another table. For whoever reads the',
      '  tables its name stands in a column at the end, with a colon in its heading; Coppice passes those over.',
      '- In notes, `[@Name](coppice:member/12)` speaks of the member with the number 12.',
      '- An apostrophe stands before a text that a spreadsheet would compute otherwise. Coppice takes it away again.',
      ...(notes === 'in files'
        ? [
            `- Notes are Markdown files in \`${notesFolder}/\`. What they are of stands at the top, between two lines of \`---\`;`,
            '  below that, and one empty line, is the text as it was written. A record without notes has no file.',
          ]
        : []),
      `- \`${manifestName}\` says how much there has to be, so that a folder which was copied in part is noticed.`,
    ].join('\n'),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

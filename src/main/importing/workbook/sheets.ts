import { posix } from 'node:path'
import type { Archive } from './archive'
import { readXml } from './xml'

/** Where in a workbook what is. */
export interface Workbook {
  /** Files of the sheets that can be seen, in order. */
  sheets: string[]
  strings: string | null
  styles: string | null
  from1904: boolean
}

interface Relation {
  type: string
  file: string
}

/** @throws Error when the archive is no workbook. */
export async function workbookIn(archive: Archive): Promise<Workbook> {
  const [main] = [...(await relationsOf(archive, '')).values()].filter(
    ({ type }) => type === 'officeDocument',
  )
  if (!main || !archive.has(main.file)) throw new Error('There is no workbook in it.')
  const relations = await relationsOf(archive, main.file)
  const sheets: string[] = []
  let from1904 = false
  await readXml(archive.text(main.file), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return
      const sheet = relations.get(attributes['r:id'] ?? relationIn(attributes))
      if (sheet?.type === 'worksheet') sheets.push(sheet.file)
    },
  })
  const one = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.file ?? null
  return { sheets, strings: one('sharedStrings'), styles: one('styles'), from1904 }
}

/** Some writers call the namespace of relations otherwise. */
function relationIn(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
}

/** What a file of the package refers to, by the ids it uses. */
async function relationsOf(archive: Archive, file: string): Promise<Map<string, Relation>> {
  const { dir, base } = posix.parse(file)
  const relations = new Map<string, Relation>()
  await readXml(archive.text(posix.join(dir, '_rels', `${base}.rels`)), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target)
      relations.set(Id, { type: posix.basename(Type), file: target })
    },
  })
  return relations
}

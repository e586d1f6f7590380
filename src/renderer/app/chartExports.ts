import { call } from './api'
import { tell, tellError } from './notify'

type Cell = string | number | null

/** What every chart does with its picture and its table. */
export function chartExports(name: string) {
  return {
    onSavePng: (png: Uint8Array) => said(call('exports.savePicture', { name, png })),
    onSaveSvg: (svg: string) => said(call('exports.saveDrawing', { name, svg })),
    onSaveCsv: (rows: Cell[][]) => {
      const [header = [], ...body] = rows
      return said(
        call('exports.saveTable', { name, header: header.map((cell) => String(cell ?? '')), rows: body }),
      )
    },
  }
}

async function said(saved: Promise<{ fileName: string } | null>): Promise<void> {
  try {
    const done = await saved
    if (done) tell(`Saved as ${done.fileName}.`)
  } catch (error) {
    if (error instanceof Error) tellError(error)
  }
}

import { call } from '@renderer/app/api'
import { tell, tellError } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { fileHref, notTakenBecause } from '@shared/domain/knowledge/files'
import { AppError } from '@shared/errors'

/** Keeps files with a piece of knowledge; what is too large for that is told. @returns the ids of those that are kept. */
export function useAttach(itemId: number | null): (files: readonly File[]) => Promise<number[]> {
  const add = useCommand('knowledge.addFile')
  return async (files) => {
    if (itemId === null) {
      tellError(new AppError('invalid-input', 'Save it first: files are kept with what has been saved once.'))
      return []
    }
    const kept: number[] = []
    for (const file of files) {
      const problem = notTakenBecause(file.name, file.size)
      if (problem !== null) {
        tellError(new AppError('invalid-input', problem))
        continue
      }
      const done = await add.run({ itemId, name: file.name, content: await base64Of(file) })
      if (done) kept.push(done.id)
    }
    return kept
  }
}

/** Keeps what is pasted or dropped into the text. @returns pictures as Markdown; other files stay beside the text. */
export function useTakenFiles(itemId: number | null): (files: readonly File[]) => Promise<string> {
  const attach = useAttach(itemId)
  return async (files) => {
    const kept = await attach(files)
    if (itemId === null || kept.length === 0) return ''
    const all = await call('knowledge.files', { itemId })
    const added = all.filter(({ id }) => kept.includes(id))
    const beside = added.filter(({ isPicture }) => !isPicture)
    if (beside.length > 0)
      tell(`${beside.map(({ name }) => name).join(', ')} is kept beside the text, under Files.`)
    return added
      .filter(({ isPicture }) => isPicture)
      .map((file) => pictureText(file))
      .join('\n\n')
  }
}

/** A picture in a text; what stands for it where it cannot be seen is its name without the ending. */
export function pictureText({ id, name }: { id: number; name: string }): string {
  const alt = name
    .replace(/\.[^.]*$/, '')
    .replace(/[[\]\\]/g, ' ')
    .trim()
  return `![${alt}](${fileHref(id)})`
}

/** In Base64, as it crosses to the file. */
function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = String(reader.result)
      done(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(file)
  })
}

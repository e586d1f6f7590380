import { tell, tellError } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { KnowledgeFile } from '@shared/contract/knowledgeFiles'
import { fileHref, fileUrl, largestFile, notTakenBecause } from '@shared/domain/knowledge/files'
import { AppError } from '@shared/errors'
import { useRef } from 'react'
import classes from './Knowledge.module.css'

interface Props {
  itemId: number
  /** Puts a picture into the text, as Markdown; without it pictures are only kept. */
  onInsert?: (markdown: string) => void
}

/** The files of an item, kept in the program file. */
export function ItemFiles({ itemId, onInsert }: Props) {
  const { data: files } = useRecords('knowledge.files', { itemId })
  const add = useCommand('knowledge.addFile')
  const picker = useRef<HTMLInputElement>(null)

  async function attach(chosen: FileList | null) {
    for (const file of chosen ?? []) {
      const problem = notTakenBecause(file.name, file.size)
      if (problem !== null) tellError(new AppError('invalid-input', problem))
      else await add.run({ itemId, name: file.name, content: await base64Of(file) })
    }
    if (picker.current) picker.current.value = ''
  }

  return (
    <section>
      <h2>Files</h2>
      {files && files.length > 0 ? (
        <ul className={classes.files}>
          {files.map((file) => (
            <OneFile key={file.id} file={file} onInsert={onInsert} />
          ))}
        </ul>
      ) : null}
      <TextButton onClick={() => picker.current?.click()}>Attach a file…</TextButton>
      <p className={classes.quiet}>Pictures and other files of up to {largestFile / 1e6} MB each.</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => void attach(event.currentTarget.files)}
      />
    </section>
  )
}

function OneFile({ file, onInsert }: { file: KnowledgeFile; onInsert: Props['onInsert'] }) {
  const save = useCommand('knowledge.saveFile')
  const remove = useCommand('knowledge.removeFile')
  const { id, name, bytes, isPicture } = file

  async function saveAs() {
    const done = await save.run({ id })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  return (
    <li>
      {isPicture ? <img src={fileUrl(id)} alt="" className={classes.thumbnail} /> : null}
      <div>
        <span dir="auto">{name}</span> <span className={classes.quiet}>{sizeWords(bytes)}</span>
        <div className={classes.fileActions}>
          {isPicture && onInsert ? (
            <TextButton
              aria-label={`Put into the text: ${name}`}
              onClick={() => onInsert(`![${altOf(name)}](${fileHref(id)})`)}
            >
              Put into the text
            </TextButton>
          ) : null}
          <TextButton aria-label={`Save as… ${name}`} onClick={() => void saveAs()}>
            Save as…
          </TextButton>
          <TextButton aria-label={`Take away ${name}`} onClick={() => void remove.run({ id })}>
            Take away
          </TextButton>
        </div>
      </div>
    </li>
  )
}

/** What stands for a picture where it cannot be seen: its name without the ending. */
function altOf(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replace(/[[\]\\]/g, ' ')
    .trim()
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString(undefined, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
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

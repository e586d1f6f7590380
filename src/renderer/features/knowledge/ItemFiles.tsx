import { tell } from '@renderer/app/notify'
import { useCommand, useRecords } from '@renderer/app/records'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { KnowledgeFile } from '@shared/contract/knowledgeFiles'
import { fileUrl, largestFile } from '@shared/domain/knowledge/files'
import { useRef } from 'react'
import classes from './Knowledge.module.css'
import { pictureText, useAttach } from './useAttach'

interface Props {
  itemId: number
  /** Puts a picture into the text, as Markdown; without it pictures are only kept. */
  onInsert?: (markdown: string) => void
}

/** The files of an item, kept in the program file. */
export function ItemFiles({ itemId, onInsert }: Props) {
  const { data: files } = useRecords('knowledge.files', { itemId })
  const keep = useAttach(itemId)
  const picker = useRef<HTMLInputElement>(null)

  async function attach(chosen: FileList | null) {
    await keep([...(chosen ?? [])])
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
      <p className={classes.quiet}>
        Pictures and other files of up to {largestFile / 1e6} MB each. A picture can be pasted into the text
        as well.
      </p>
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
            <TextButton aria-label={`Put into the text: ${name}`} onClick={() => onInsert(pictureText(file))}>
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

function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString(undefined, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}

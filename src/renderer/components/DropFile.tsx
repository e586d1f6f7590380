import { type ReactNode, useState } from 'react'
import classes from './DropFile.module.css'

interface Props {
  title: string
  text: ReactNode
  /** Where there is little room, as in a dialog. */
  compact?: boolean
  onDrop: (file: File) => void
  children?: ReactNode
}

/** A place where a file is dropped, with what happens with it and other ways to choose one. */
export function DropFile({ title, text, compact = false, onDrop, children }: Props) {
  const [over, setOver] = useState(false)
  return (
    <section
      className={classes.drop}
      data-over={over}
      data-compact={compact}
      aria-label="Choose a file"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onDrop(file)
      }}
    >
      {compact ? <h3>{title}</h3> : <h2>{title}</h2>}
      <p>{text}</p>
      {children}
    </section>
  )
}

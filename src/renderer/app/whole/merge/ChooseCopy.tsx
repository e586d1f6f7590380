import { useState } from 'react'
import classes from './Merge.module.css'

/** Where a colleague's file is dropped, and what happens with it. */
export function ChooseCopy({ onDrop }: { onDrop: (file: File) => void }) {
  const [over, setOver] = useState(false)
  return (
    <section
      className={classes.drop}
      data-over={over}
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
      <h3>Drop a colleague’s file here</h3>
      <p>
        Their copy of this program file, or changes that they made for you. What is new in it comes into
        yours; you see what that is before anything is written. Their file is only read.
      </p>
    </section>
  )
}

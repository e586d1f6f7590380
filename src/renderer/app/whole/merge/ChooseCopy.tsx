import { DropFile } from '@renderer/components/DropFile'

/** Where a colleague's file is dropped, and what happens with it. */
export function ChooseCopy({ onDrop }: { onDrop: (file: File) => void }) {
  return (
    <DropFile
      compact
      title="Drop a colleague’s file here"
      text="Their copy of this program file, or changes that they made for you. What is new in it comes into yours; you see what that is before anything is written. Their file is only read."
      onDrop={onDrop}
    />
  )
}

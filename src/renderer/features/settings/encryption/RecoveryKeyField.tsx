import { TextInput } from '@mantine/core'
import { secretOfRecoveryKey } from '@shared/domain/recoveryKey'
import classes from './Encryption.module.css'

interface Props {
  value: string
  onChange: (value: string) => void
  onSubmit: () => void
  /** The key that is meant, where it is known: another one is told at once. */
  expected?: string
}

/** Where a recovery key is typed; says what is wrong as soon as it is long enough. */
export function RecoveryKeyField({ value, onChange, onSubmit, expected }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <TextInput
        label="Recovery key"
        description="Small letters and spaces do not matter."
        data-autofocus
        autoFocus
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: classes.keyField ?? '' }}
        value={value}
        error={problemOf(value, expected)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </form>
  )
}

/** Whether a key that was typed is that one, however it is written. */
export function sameKey(typed: string, key: string): boolean {
  const one = secretOfRecoveryKey(typed)
  const other = secretOfRecoveryKey(key)
  return one !== null && other !== null && one.join() === other.join()
}

const letters = 28

function problemOf(typed: string, expected: string | undefined): string | null {
  if (typed.replace(/[\s\-–—.]/g, '').length < letters) return null
  if (secretOfRecoveryKey(typed) === null) return 'One character of it is wrong. Compare it with your copy.'
  return expected !== undefined && !sameKey(typed, expected) ? 'This is the key of another file.' : null
}

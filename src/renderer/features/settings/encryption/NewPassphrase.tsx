import { PasswordInput } from '@mantine/core'
import { passphraseProblem } from '@shared/domain/passphrase'
import { useState } from 'react'
import classes from './Encryption.module.css'

interface Props {
  /** Hears of the passphrase when it will do and was typed twice, and of null as long as not. */
  onChange: (passphrase: string | null) => void
  onSubmit: () => void
}

/** A new passphrase, typed twice. */
export function NewPassphrase({ onChange, onSubmit }: Props) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [left, setLeft] = useState(false)
  const problem = passphraseProblem(first)
  const good = problem === null && first === second

  function change(one: string, other: string) {
    setFirst(one)
    setSecond(other)
    onChange(passphraseProblem(one) === null && one === other ? one : null)
  }

  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault()
        if (good) onSubmit()
      }}
    >
      <PasswordInput
        label="New passphrase"
        description="Four or five words that do not belong together are easy to keep in mind and hard to guess."
        data-autofocus
        autoComplete="new-password"
        value={first}
        error={left && first !== '' ? problem : null}
        onBlur={() => setLeft(true)}
        onChange={(event) => change(event.currentTarget.value, second)}
      />
      <PasswordInput
        label="The same once more"
        autoComplete="new-password"
        value={second}
        error={second !== '' && !first.startsWith(second) ? 'The two are not the same.' : null}
        onChange={(event) => change(first, event.currentTarget.value)}
      />
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
    </form>
  )
}

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { Sprout } from '../components/Sprout'
import { TextButton } from '../components/TextButton'
import { call } from './api'
import { useCommand } from './records'
import classes from './Unlock.module.css'

interface Props {
  fileName: string
  folder: string
}

/** An encrypted file waits for its passphrase. Nothing of what is in it is here, and a wrong one gives no hint. */
export function Unlock({ fileName, folder }: Props) {
  const [way, setWay] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [typed, setTyped] = useState('')
  const unlock = useCommand('programFile.unlock')
  const close = useCommand('programFile.close')
  const open = useCommand('programFile.open')
  const byPassphrase = way === 'passphrase'
  useEffect(() => {
    void call('window.shown', { screen: 'unlock' })
  }, [])

  function choose(next: typeof way) {
    setWay(next)
    setTyped('')
    unlock.reset()
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (typed === '' || unlock.running) return
    await unlock.run(byPassphrase ? { passphrase: typed } : { recoveryKey: typed })
  }

  const field = {
    value: typed,
    autoFocus: true,
    disabled: unlock.running,
    error: unlock.error?.message,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value)
      unlock.reset()
    },
  }

  return (
    <main className={classes.unlock}>
      <h1 className={classes.name}>
        <Sprout size={26} /> <span dir="auto">{fileName}</span>
      </h1>
      <p>This file is encrypted. It is in {folder}.</p>
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        {byPassphrase ? (
          <PasswordInput key={way} label="Passphrase" autoComplete="current-password" {...field} />
        ) : (
          <TextInput
            key={way}
            label="Recovery key"
            description="Seven groups of four, from the recovery sheet. Small letters and spaces do not matter."
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: classes.key ?? '' }}
            {...field}
          />
        )}
        <Button type="submit" loading={unlock.running} disabled={typed === ''}>
          Unlock
        </Button>
      </form>
      <p className={classes.ways}>
        <TextButton onClick={() => choose(byPassphrase ? 'recoveryKey' : 'passphrase')}>
          {byPassphrase ? 'Use the recovery key' : 'Use the passphrase'}
        </TextButton>
        <TextButton onClick={() => void open.run({ token: null })}>Open another file…</TextButton>
        <TextButton onClick={() => void close.run({})}>Close</TextButton>
      </p>
    </main>
  )
}

import { PasswordInput } from '@mantine/core'
import { TextButton } from '@renderer/components/TextButton'
import type { InputOf } from '@shared/contract'
import type { AppError } from '@shared/errors'
import { useState } from 'react'
import classes from './Encryption.module.css'
import { RecoveryKeyField } from './RecoveryKeyField'

/** The passphrase of an encrypted file, or its recovery key. */
export type Proof = InputOf<'encryption.remove'>['proof']

interface Props {
  label?: string
  proof: Proof
  onChange: (proof: Proof) => void
  onSubmit: () => void
  error: AppError | null
}

export const noProof: Proof = { passphrase: '' }

export function isGiven(proof: Proof): boolean {
  return ('passphrase' in proof ? proof.passphrase : proof.recoveryKey) !== ''
}

/** Asks for the passphrase, or for the recovery key by who has forgotten it. */
export function ProofField({ label = 'Passphrase of today', proof, onChange, onSubmit, error }: Props) {
  const [byKey, setByKey] = useState(false)
  return (
    <div className={classes.fields}>
      {'recoveryKey' in proof ? (
        <RecoveryKeyField
          value={proof.recoveryKey}
          onChange={(recoveryKey) => onChange({ recoveryKey })}
          onSubmit={onSubmit}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          <PasswordInput
            label={label}
            data-autofocus
            autoComplete="current-password"
            value={proof.passphrase}
            error={error?.message}
            onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
          />
        </form>
      )}
      {byKey && error ? <p role="alert">{error.message}</p> : null}
      <TextButton
        className={classes.other}
        onClick={() => {
          setByKey(!byKey)
          onChange(byKey ? { passphrase: '' } : { recoveryKey: '' })
        }}
      >
        {byKey ? 'Use the passphrase' : 'Use the recovery key'}
      </TextButton>
    </div>
  )
}

import { call } from '@renderer/app/api'
import { useQuery } from '@tanstack/react-query'
import { Encrypted } from '../encryption/Encrypted'
import { NotEncrypted } from '../encryption/NotEncrypted'

export function EncryptionPart() {
  const state = useQuery({
    queryKey: ['programFile.state', {}],
    queryFn: () => call('programFile.state', {}),
  })
  if (!state.data?.open) return null
  return state.data.open.encrypted ? <Encrypted /> : <NotEncrypted />
}

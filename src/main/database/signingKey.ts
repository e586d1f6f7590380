import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/errors'
import { z } from 'zod'
import { fingerprintOf, type Signer } from './copies/container'

const kept = z.object({ name: z.string(), privateKey: z.string() })

export const keyFileName = 'signing-key.json'

/**
 * Where the app keeps what belongs to one user of this computer, for who is not the app: as Electron has it.
 * https://www.electronjs.org/docs/latest/api/app#appgetpathname
 */
export function profileFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  const config =
    process.platform === 'win32'
      ? (APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (XDG_CONFIG_HOME ?? join(homedir(), '.config'))
  return join(config, 'Coppice')
}

/**
 * Whoever signs on this computer; null when nobody did yet. The key is never in a program file: who is given a copy of
 * one would have it as well.
 *
 * @throws AppError `unreadable-input` when there is something else in its place
 */
export async function signerIn(file: string): Promise<Signer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw unreadable(file)
  })
  if (text === null) return null
  try {
    const signer = kept.parse(JSON.parse(text))
    createPrivateKey(signer.privateKey)
    return signer
  } catch {
    throw unreadable(file)
  }
}

/** The same, made when there is none; the name is kept for the next time. */
export async function signerNamed(file: string, name: string): Promise<Signer> {
  const known = await signerIn(file)
  if (known?.name === name) return known
  const signer = { name, privateKey: known?.privateKey ?? newKey() }
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, `${JSON.stringify(signer)}\n`, { mode: 0o600 })
  await rename(unfinished, file)
  return signer
}

/** The fingerprint of a signer's public key, as others see it. */
export function fingerprintOfSigner({ privateKey }: Signer): string {
  const key = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' })
  return fingerprintOf(key.toString('base64'))
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function unreadable(file: string): AppError {
  return new AppError(
    'unreadable-input',
    `The key that you sign with cannot be read: ${file}. Put it back from a backup, or move it away and let your colleagues compare a new one.`,
  )
}

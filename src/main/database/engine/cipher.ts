import { hkdfSync } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'

/**
 * The cipher of encrypted program files.
 *
 * AEGIS-256: it authenticates every page, so that a flipped bit is noticed when the page is read, and it costs a tenth
 * where the ciphers that SQLite3 Multiple Ciphers has besides cost three times as much on scans. The first 100 bytes
 * stay plain: they hold no record, and let a file be told from another, and its version be read, before anybody is
 * asked for a passphrase. docs/encryption.md says how to open such a file without Coppice.
 */
const cipher = { cipher: 'aegis', plaintext_header_size: 100 } as const

/** Bytes of the key, apart from the secret, so that the same secret could serve something else one day. */
const purpose = 'Coppice program file, pages'

/** Tells a connection how the file is encrypted; before anything is read. @param secret 16 bytes */
export function setCipher(db: Database.Database, secret: SharedArrayBuffer): void {
  const key = rawKey(secret)
  try {
    chooseCipher(db)
    db.key(key)
  } finally {
    key.fill(0)
  }
}

/**
 * Encrypts an open file that nobody else has open, or decrypts it (null). Not safe against a crash: for copies that
 * are not yet anybody's only one.
 */
export function changeCipher(db: Database.Database, secret: SharedArrayBuffer | null): void {
  // No journal: it would hold the pages as they were before.
  db.pragma('journal_mode = OFF')
  if (secret === null) {
    db.rekey(Buffer.alloc(0))
    return
  }
  const key = rawKey(secret)
  try {
    chooseCipher(db)
    db.rekey(key)
  } finally {
    key.fill(0)
  }
}

function chooseCipher(db: Database.Database): void {
  for (const [name, value] of Object.entries(cipher)) db.pragma(`${name} = ${value}`)
}

/** The key of the pages as SQLite3 Multiple Ciphers takes it without deriving anything: `raw:` and 64 hex digits. */
function rawKey(secret: SharedArrayBuffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(new Uint8Array(secret)), '', purpose, 32))
  const text = Buffer.from(`raw:${'0'.repeat(64)}`, 'latin1')
  text.write(key.toString('hex'), 4, 'latin1')
  key.fill(0)
  return text
}

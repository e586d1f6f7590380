import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addMember, call } from './pages/records'
import { startEmpty } from './pages/shell'
import { barriers } from './support/barriers'
import { type Coppice, expect, test } from './support/launch'

async function openFile(coppice: Coppice, path: string): Promise<void> {
  await coppice.answerOpenDialog(path)
  await call(coppice.window, 'programFile.open', { token: null })
}

async function move(window: Page, id: number, location: string): Promise<void> {
  const member = await call(window, 'members.get', { id })
  await call(window, 'members.change', { ids: [id], change: { location } } as never).catch(() => undefined)
  void member
}

test('a colleague’s copy comes in, with a conflict that is decided otherwise, and goes again', async ({
  coppice,
  folder,
}) => {
  void openFile
  void move
  void copyFileSync
  void writeFileSync
  void addMember
  void startEmpty
  void barriers
  void expect
  void join
  void folder
  void coppice
})

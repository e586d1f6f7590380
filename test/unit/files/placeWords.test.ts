import type { Place } from '@main/files/places/look'
import { beforeMaking, whileOpen } from '@main/files/places/words'
import { expect, test } from 'vitest'

const local: Place = { service: null, far: false, conflicts: [] }
const news = { keeps: false, known: [] }

test('nothing is said of an ordinary folder', () => {
  expect(beforeMaking(local)).toBeNull()
  expect(whileOpen(local, news)).toBeNull()
})

test('a synchronised folder and a network drive are told, until the file is to stay there', () => {
  const dropbox = { ...local, service: 'Dropbox' }
  expect(beforeMaking(dropbox)?.title).toBe('This folder is synchronised by Dropbox.')
  expect(whileOpen(dropbox, news)).toMatchObject({
    title: 'This file is in a folder that Dropbox synchronises.',
    moves: true,
  })
  expect(whileOpen(dropbox, { keeps: true, known: [] })).toBeNull()
  expect(beforeMaking({ ...local, far: true })?.title).toBe('This folder is on a network drive.')
  expect(whileOpen({ ...local, far: true }, news)).toMatchObject({ moves: true })
})

test('copies are named, each once, wherever the file is', () => {
  const conflicts = ['Spring (1).coppice', 'Spring (2).coppice']
  const kept = { ...local, service: 'Dropbox', conflicts }
  expect(whileOpen(kept, { keeps: true, known: conflicts })).toBeNull()
  expect(whileOpen(kept, { keeps: true, known: ['Spring (1).coppice'] })).toMatchObject({
    title: 'Beside this file lies “Spring (2).coppice”.',
    moves: false,
  })
  expect(whileOpen({ ...local, conflicts }, news)?.title).toBe(
    'Beside this file lie “Spring (1).coppice” and “Spring (2).coppice”.',
  )
  expect(whileOpen({ ...local, conflicts: [...conflicts, 'c', 'd'] }, news)?.title).toBe(
    'Beside this file lie “Spring (1).coppice”, “Spring (2).coppice” and 2 more like them.',
  )
  const both = whileOpen(kept, news)
  expect(both?.title).toContain('Dropbox')
  expect(both?.text).toContain('Beside this file lie “Spring (1).coppice”')
})

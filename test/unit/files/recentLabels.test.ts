import { homedir } from 'node:os'
import { join } from 'node:path'
import { recentLabels } from '@main/files/recentLabels'
import { expect, test } from 'vitest'

const at = (...parts: string[]) => join(homedir(), ...parts)

test('a file is called by its name, and by its folder where two have the same', () => {
  expect(recentLabels([at('a', 'Spring.coppice'), at('b', 'Summer.coppice')])).toEqual(['Spring', 'Summer'])
  expect(
    recentLabels([at('2025', 'Spring.coppice'), at('2026', 'Spring.coppice'), at('2026', 'Summer.coppice')]),
  ).toEqual(['Spring – 2025', 'Spring – 2026', 'Summer'])
})

test('as much of the folder is named as tells them apart', () => {
  expect(
    recentLabels([
      at('x', 'work', 'Spring.coppice'),
      at('y', 'work', 'Spring.coppice'),
      at('Spring.coppice'),
    ]),
  ).toEqual([`Spring – ${join('x', 'work')}`, `Spring – ${join('y', 'work')}`, 'Spring – Home'])
  expect(new Set(recentLabels([at('w', 'Spring.coppice'), at('v', 'w', 'Spring.coppice')])).size).toBe(2)
})

import { expect, test } from 'vitest'
import { brokenLayers } from './support/layers'
import { projectFiles } from './support/project'

test('imports run the way the layers allow', () => {
  expect(brokenLayers(projectFiles())).toEqual([])
})

test.each([
  ['src/shared/domain/cadence.ts', "import { z } from 'zod'", 'may not import zod'],
  [
    'src/shared/domain/cadence.ts',
    "import { members } from '../contract/members'",
    'may not import shared/contract',
  ],
  ['src/shared/contract/members.ts', "import { readFileSync } from 'node:fs'", 'may not import Node'],
  ['src/preload/index.ts', "import { AppError } from '@shared/errors'", 'only types of shared'],
  ['src/preload/index.ts', "import { join } from 'node:path'", 'may not import Node'],
  ['src/preload/index.ts', "import { z } from 'zod'", 'may not import zod'],
  [
    'src/main/database/queries/gatherings/gatherings.ts',
    "import { app } from 'electron'",
    'may not import electron',
  ],
  [
    'src/main/database/queries/gatherings/gatherings.ts',
    "import { ask } from '../../../ipc/channel'",
    'may not import main',
  ],
  [
    'src/main/database/engine/open.ts',
    "import { members } from '../queries/members/members'",
    'may not import database/features',
  ],
  ['src/main/database/client.ts', "import { app } from 'electron'", 'may not import electron'],
  ['src/main/ipc/router.ts', "import { ipcMain } from 'electron'", 'may not import electron'],
  ['src/main/cli/run.ts', "import { print } from './printMode'", 'may not import main'],
  ['src/main/cli.ts', "import { app } from 'electron'", 'may not import electron'],
  ['src/main/exporting/pdf.ts', "export { app } from 'electron'", 'may not import electron'],
  ['src/main/window.ts', "import { App } from '../renderer/app/App'", 'may not import renderer/app'],
  ['src/main/window.ts', "const page = await import('react')", 'may not import react'],
  [
    'src/renderer/features/gatherings/List.tsx',
    "import { x } from '../members/memberView'",
    'may not import feature members',
  ],
  [
    'src/renderer/features/gatherings/List.tsx',
    "import { members } from '@shared/contract/members'",
    'only types of',
  ],
  ['src/renderer/features/gatherings/List.tsx', "type X = import('electron').App", 'may not import electron'],
  ['src/renderer/components/Table.tsx', "import { call } from '../app/api'", 'may not import renderer/app'],
  ['src/renderer/app/App.tsx', "import { open } from '@main/database/client'", 'may not import database'],
  ['src/plugins/new.ts', '', 'belongs to no layer'],
  ['src/main/window.ts', "import pad from 'left-pad'", 'left-pad is not classified'],
])('%s: %s is refused', (path, source, problem) => {
  const problems = brokenLayers(new Map([[path, source]]))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(problem)
})

test('what a new feature needs is allowed without touching the table', () => {
  const files = new Map([
    ['src/shared/contract/gatherings.ts', "import { z } from 'zod'\nimport { id } from './fields'"],
    [
      'src/main/database/queries/gatherings/gatherings.ts',
      "import type { gatherings } from '@shared/contract/gatherings'",
    ],
    [
      'src/renderer/features/gatherings/List.tsx',
      "import type { Gathering } from '@shared/contract/gatherings'\nimport { useRecords } from '../../app/records'",
    ],
  ])
  expect(brokenLayers(files)).toEqual([])
})

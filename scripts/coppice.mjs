// `npm run --silent coppice -- …`: the command line of Coppice. stdout belongs to its answer alone.
import { join } from 'node:path'
import { ensureRuntime } from './runtime/ensure.mjs'
import { resolveRuntime, runtimeEnvironment } from './runtime/resolve.mjs'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { openDisplay } from './support/display.mjs'
import { electronFlags } from './support/electronFlags.mjs'
import { entry, words } from './support/entry.mjs'
import { checkout, projectNode } from './support/paths.mjs'
import { show } from './support/run.mjs'

entry(async () => {
  await ensureDependencies()
  await ensureBuild()
  const printing = words.some((word) => /(^|[=.])pdf$/i.test(word))
  const runtime = printing ? await ensureRuntime() : resolveRuntime()
  const display = printing ? await openDisplay() : null
  try {
    return await show(projectNode, [join(checkout, 'out', 'main', 'cli.js'), ...words], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: {
        ...process.env,
        ...(runtime ? runtimeEnvironment(runtime) : {}),
        ...(display
          ? { ...display.environment, COPPICE_ELECTRON_FLAGS: electronFlags(display).join(' ') }
          : {}),
      },
    })
  } finally {
    display?.close()
  }
})

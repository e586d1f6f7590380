// `npm run bench`: measures the built app; words after `--` go to the measurements.
import { join } from 'node:path'
import { ensureRuntime } from './runtime/ensure.mjs'
import { runtimeEnvironment } from './runtime/resolve.mjs'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { openDisplay } from './support/display.mjs'
import { electronFlags } from './support/electronFlags.mjs'
import { entry, words } from './support/entry.mjs'
import { checkout, projectNode } from './support/paths.mjs'
import { show } from './support/run.mjs'

entry(async () => {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureBuild()
  const display = await openDisplay()
  try {
    return await show(projectNode, [join(checkout, 'test', 'bench', 'run.mjs'), ...words], {
      cwd: checkout,
      env: {
        ...process.env,
        ...runtimeEnvironment(runtime),
        ...display.environment,
        COPPICE_ELECTRON_FLAGS: electronFlags(display).join(' '),
      },
    })
  } finally {
    display.close()
  }
})

// `npm run package`: the app as people would install it, unpacked, in dist/.
import { ensureRuntime } from './runtime/ensure.mjs'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { entry } from './support/entry.mjs'
import { packageApp } from './support/packageApp.mjs'
import { say, working } from './support/say.mjs'

entry(async () => {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureBuild()
  const executable = await working('Packaging Coppice', () => packageApp(runtime))
  say(`The app is packaged: ${executable}`)
  return 0
})

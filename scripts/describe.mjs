// `npm run describe`: writes docs/ anew of what stands in an export of everything. A test sees that it is current.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './support/build.mjs'
import { ensureDependencies } from './support/dependencies.mjs'
import { entry } from './support/entry.mjs'
import { checkout, projectNode } from './support/paths.mjs'
import { collect } from './support/run.mjs'
import { SetupError, say } from './support/say.mjs'

const documents = { schema: 'coppice-export.schema.json', dictionary: 'data-dictionary.md' }

entry(async () => {
  await ensureDependencies()
  await ensureBuild()
  for (const [what, name] of Object.entries(documents)) {
    const command = [join(checkout, 'out', 'main', 'cli.js'), 'describe', what]
    const { code, output } = await collect(projectNode, command)
    if (code !== 0) throw new SetupError(output)
    writeFileSync(join(checkout, 'docs', name), output)
    say(`docs/${name} is written.`)
  }
  return 0
})

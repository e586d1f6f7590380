import { ActionIcon, Menu } from '@mantine/core'
import { tellDeleted } from '@renderer/app/historySteps'
import { useCommand, useRecords } from '@renderer/app/records'
import { reportKinds } from '@shared/domain/report/design'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { NameTemplate } from './NameTemplate'
import classes from './Reports.module.css'
import { type Template, useReportsView } from './reportsView'
import { kindLabels } from './words'

/** The reports that there always are, and those that were designed and kept. */
export function TemplateList() {
  const { template: opened, design, openUsual, openTemplate } = useReportsView()
  const { data: templates } = useRecords('reportTemplates.list', {})
  return (
    <nav className={classes.templates} aria-label="Reports">
      <ul>
        {reportKinds.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className={classes.template}
              aria-current={opened === null && design.kind === kind}
              onClick={() => openUsual(kind)}
            >
              {kindLabels[kind]}
            </button>
          </li>
        ))}
      </ul>
      <h2 className={classes.heading}>Templates</h2>
      {templates?.length === 0 ? (
        <p className={classes.hint}>Design a report and save it, to make it again with one click.</p>
      ) : null}
      <ul>
        {templates?.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className={classes.template}
              aria-current={opened?.id === template.id}
              dir="auto"
              onClick={() => openTemplate(template)}
            >
              {template.name}
              <small>{kindLabels[template.design.kind]}</small>
            </button>
            <TemplateMenu template={template} names={templates.map(({ name }) => name)} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function TemplateMenu({ template, names }: { template: Template; names: readonly string[] }) {
  const { template: opened, keepAs, openTemplate, openUsual } = useReportsView()
  const save = useCommand('reportTemplates.save')
  const remove = useCommand('reportTemplates.remove')
  const [renaming, setRenaming] = useState(false)
  const { id, name, design } = template

  async function duplicate() {
    const copy = { name: freeName(name, names), design }
    const done = await save.run({ id: null, ...copy })
    if (done) openTemplate({ ...copy, id: done.id })
  }

  async function takeAway() {
    const done = await remove.run({ id })
    if (!done) return
    if (opened?.id === id) openUsual(design.kind)
    tellDeleted(`Removed: template “${name}”.`, { command: done.command, trash: [] })
  }

  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={`More about ${name}`}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>Rename…</Menu.Item>
          <Menu.Item onClick={() => void duplicate()}>Duplicate</Menu.Item>
          <Menu.Item onClick={() => void takeAway()}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming ? (
        <NameTemplate
          title="Rename the template"
          initial={name}
          onClose={() => setRenaming(false)}
          onSave={async (next) => {
            const done = await save.run({ id, name: next, design })
            if (done && opened?.id === id) keepAs({ id, name: next })
            return done !== null
          }}
          error={save.error?.message}
        />
      ) : null}
    </>
  )
}

function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((one) => one.toLowerCase()))
  for (let number = 1; ; number++) {
    const free = number === 1 ? `${name}, copy` : `${name}, copy ${number}`
    if (!known.has(free.toLowerCase())) return free
  }
}

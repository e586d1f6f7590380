import { Button, Menu, TextInput } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { IconBookmark, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { MembersViewState } from './membersView'
import { noFilter, useMembersView } from './membersView'

/** Filters, order and columns under a name, kept in the program file. */
export function SavedViews() {
  const { filter, sort, columns, show } = useMembersView()
  const { data: views } = useRecords('savedViews.list', { screen: 'members' })
  const save = useCommand('savedViews.save')
  const remove = useCommand('savedViews.remove')
  const [name, setName] = useState('')

  async function keep() {
    if (name.trim() === '') return
    const state: MembersViewState = { filter, sort, columns }
    if (await save.run({ screen: 'members', name, state: JSON.stringify(state) })) setName('')
  }

  function open(state: string) {
    const kept = JSON.parse(state) as Partial<MembersViewState>
    show({ ...kept, filter: { ...noFilter, ...kept.filter } })
  }

  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" aria-label="Saved views">
          <IconBookmark size={17} stroke={1.6} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => show({ filter: noFilter })}>All members</Menu.Item>
        <Menu.Item onClick={() => show({ filter: { ...noFilter, archived: true } })}>
          Archived members
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Saved views</Menu.Label>
        {views?.length === 0 ? <Menu.Item disabled>None yet</Menu.Item> : null}
        {views?.map((view) => (
          <Menu.Item
            key={view.id}
            onClick={() => open(view.state)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') void remove.run({ id: view.id })
            }}
            rightSection={
              <IconX
                size={13}
                role="button"
                aria-label={`Remove ${view.name}`}
                onClick={(event) => {
                  event.stopPropagation()
                  void remove.run({ id: view.id })
                }}
              />
            }
          >
            {view.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <form
          style={{ display: 'flex', gap: 6, padding: 6 }}
          onSubmit={(event) => {
            event.preventDefault()
            void keep()
          }}
        >
          <TextInput
            size="xs"
            aria-label="Name of this view"
            placeholder="Name this view"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  )
}

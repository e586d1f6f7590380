import { Button, CloseButton, Popover, TextInput } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import type { MembersViewState } from './membersView'
import { noFilter, useMembersView } from './membersView'
import classes from './SavedViews.module.css'

/** Filters, order and columns under a name, kept in the program file. */
export function SavedViews() {
  const { filter, sort, columns, show } = useMembersView()
  const { data: views } = useRecords('savedViews.list', { screen: 'members' })
  const save = useCommand('savedViews.save')
  const remove = useCommand('savedViews.remove')
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')

  async function keep() {
    if (name.trim() === '') return
    const state: MembersViewState = { filter, sort, columns }
    if (await save.run({ screen: 'members', name, state: JSON.stringify(state) })) setName('')
  }

  function open(state: Partial<MembersViewState>) {
    show({ ...state, filter: { ...noFilter, ...state.filter } })
    setOpened(false)
  }

  return (
    <Popover position="bottom-end" width={250} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label="Saved views"
          onClick={() => setOpened(!opened)}
        >
          <IconBookmark size={17} stroke={1.6} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label="Saved views">
        <button type="button" className={classes.view} onClick={() => open({ filter: noFilter })}>
          All members
        </button>
        <button
          type="button"
          className={classes.view}
          onClick={() => open({ filter: { ...noFilter, archived: true } })}
        >
          Archived members
        </button>
        <h3 className={classes.title}>Saved views</h3>
        {views?.length === 0 ? <p className={classes.none}>None yet</p> : null}
        {views?.map((view) => (
          <div key={view.id} className={classes.saved}>
            <button
              type="button"
              className={classes.view}
              dir="auto"
              onClick={() => open(JSON.parse(view.state) as Partial<MembersViewState>)}
            >
              {view.name}
            </button>
            <CloseButton
              size="xs"
              aria-label={`Remove ${view.name}`}
              onClick={() => void remove.run({ id: view.id })}
            />
          </div>
        ))}
        <form
          className={classes.keep}
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
          />
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

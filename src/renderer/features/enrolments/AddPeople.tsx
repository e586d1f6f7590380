import { Button, Menu } from '@mantine/core'
import { EnrolDialog } from '@renderer/app/EnrolDialog'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { sideLabels } from '@renderer/components/labels'
import { rolesOf } from '@shared/domain/pipeline/steps'
import { useState } from 'react'

/** The ways into a program: from the directory, or from a file of those who have applied. */
export function AddPeople({ programId, small = false }: { programId: number; small?: boolean }) {
  const { data: program } = useRecords('programs.get', { id: programId })
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size={small ? 'compact-sm' : 'sm'}>Add people</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setChoosing(true)}>From the directory…</Menu.Item>
          {rolesOf(program?.format ?? 'one to one').map((role) => (
            <Menu.Item
              key={role}
              onClick={() => go({ screen: 'import', kind: 'members', enrol: { programId, role } })}
            >
              Import {sideLabels[role].toLowerCase()}s from a file…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {choosing ? <EnrolDialog programId={programId} onClose={() => setChoosing(false)} /> : null}
    </>
  )
}

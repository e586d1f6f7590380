import { Button, Menu } from '@mantine/core'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { IconChevronDown } from '@tabler/icons-react'

/** The coming week on paper or in a calendar. */
export function WeekMenu({ today }: { today: string }) {
  const save = useCommand('support.save')
  const print = useCommand('support.print')
  const calendar = useCommand('support.saveCalendar')
  const document = { what: 'week' as const, today }

  async function told(saving: Promise<{ fileName: string } | null>) {
    const saved = await saving
    if (saved) tell(`Saved: ${saved.fileName}`)
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          My week
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print.run({ document })}>Print the week…</Menu.Item>
        <Menu.Item onClick={() => void told(save.run({ document, format: 'pdf' }))}>
          Save the week as PDF…
        </Menu.Item>
        <Menu.Item onClick={() => void told(calendar.run({ today }))}>
          Save sessions and check-ins for a calendar…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button, Group } from '@mantine/core'

/** What stands in a dialog in place of the result of an import that was undone behind it. */
export function ImportUndone({ onClose }: { onClose: () => void }) {
  return (
    <>
      <p>The import was undone. The file is as it was before it.</p>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </Group>
    </>
  )
}

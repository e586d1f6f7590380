import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { PageHeader } from '@renderer/components/PageHeader'
import type { Program } from '@shared/contract/programs'

export function ProgramHead({ program }: { program: Program }) {
  return (
    <PageHeader
      title={program.name}
      reading={program.purpose}
      actions={
        <Button variant="default" onClick={() => go({ screen: 'program-editor', programId: program.id })}>
          Edit…
        </Button>
      }
    />
  )
}

import type { Place } from '@renderer/app/navigation'
import { MemberEditor } from './MemberEditor'
import { MemberErase } from './MemberErase'
import { MemberExport } from './MemberExport'
import { MemberKeep } from './MemberKeep'

type Dialog = NonNullable<Extract<Place, { screen: 'members' }>['dialog']>

/** What is done with a member in a window of its own. */
export function MemberDialog({ dialog, id }: { dialog: Dialog; id: number | null }) {
  if (dialog === 'new' || id === null) return <MemberEditor id={null} />
  switch (dialog) {
    case 'edit':
      return <MemberEditor id={id} />
    case 'export':
      return <MemberExport id={id} />
    case 'erase':
      return <MemberErase id={id} />
    case 'keep':
      return <MemberKeep id={id} />
  }
}

import type { Place } from '@renderer/app/navigation'
import { MemberEditor } from './MemberEditor'
import { MemberExport } from './MemberExport'

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
    case 'keep':
      return null
  }
}

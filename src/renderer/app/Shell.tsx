import { useLoaded } from '../components/useLoaded'
import { CommandPalette } from './CommandPalette'
import { ErrorBoundary } from './ErrorBoundary'
import { useMenuCommands } from './menuCommands'
import { type Screen, useNavigation } from './navigation'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { screens } from './screens'

/** A new screen starts at its top for the keyboard as well; the first one does anyway, without a layout of its own. */
const focus = (element: HTMLElement | null) => element?.focus({ preventScroll: true })

interface Props {
  fileName: string
}

/** The frame of an open program file: navigation on the left, one screen on the right. */
export function Shell({ fileName }: Props) {
  const place = useNavigation((state) => state.place)
  const isFirst = useNavigation((state) => state.past.length === 0)
  useMenuCommands()
  return (
    <div className={classes.shell}>
      <Sidebar fileName={fileName} />
      <main key={place.screen} ref={isFirst ? null : focus} className={classes.screen} tabIndex={-1}>
        <ErrorBoundary>
          <ScreenCalled name={place.screen} />
        </ErrorBoundary>
      </main>
      <CommandPalette />
    </div>
  )
}

function ScreenCalled({ name }: { name: Screen }) {
  const Loaded = useLoaded(screens[name])
  return Loaded ? <Loaded /> : null
}

import type { OpenFile } from '@shared/contract/programFile'
import { useCallback, useRef } from 'react'
import { useLoaded } from '../components/useLoaded'
import { CommandPalette } from './CommandPalette'
import { ErrorBoundary } from './ErrorBoundary'
import { useMenuCommands } from './menuCommands'
import { type Screen, useNavigation } from './navigation'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { screens } from './screens'

/** The frame of an open program file: navigation on the left, one screen on the right. */
export function Shell({ file }: { file: OpenFile }) {
  const place = useNavigation((state) => state.place)
  useMenuCommands()
  const focusNext = useFocusOnNext()
  return (
    <div className={classes.shell}>
      <Sidebar file={file} />
      <main key={place.screen} ref={focusNext} className={classes.screen} tabIndex={-1}>
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

/**
 * Focuses each element that takes the first one's place: a new screen starts at its top for the keyboard as well. The
 * first does so anyway, and focusing it would cost the start a layout of its own.
 */
function useFocusOnNext(): (element: HTMLElement | null) => void {
  const isFirst = useRef(true)
  return useCallback((element) => {
    if (element === null) return
    if (!isFirst.current) element.focus({ preventScroll: true })
    isFirst.current = false
  }, [])
}

import { lazy, Suspense } from 'react'
import { CommandPalette } from './CommandPalette'
import { ErrorBoundary } from './ErrorBoundary'
import { useMenuCommands } from './menuCommands'
import { type Screen, useNavigation } from './navigation'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'

// One bundle a screen: the start loads what the first screen needs and no more.
const screens: Record<Screen, React.LazyExoticComponent<React.ComponentType>> = {
  today: lazy(() => import('../features/today/TodayScreen').then((m) => ({ default: m.TodayScreen }))),
  members: lazy(() =>
    import('../features/members/MembersScreen').then((m) => ({ default: m.MembersScreen })),
  ),
  sessions: lazy(() =>
    import('../features/sessions/SessionsScreen').then((m) => ({ default: m.SessionsScreen })),
  ),
  'session-editor': lazy(() =>
    import('../features/sessions/SessionEditor').then((m) => ({ default: m.SessionEditor })),
  ),
  activity: lazy(() =>
    import('../features/activity/ActivityScreen').then((m) => ({ default: m.ActivityScreen })),
  ),
  reports: lazy(() =>
    import('../features/reports/ReportsScreen').then((m) => ({ default: m.ReportsScreen })),
  ),
  import: lazy(() => import('../features/imports/ImportScreen').then((m) => ({ default: m.ImportScreen }))),
  settings: lazy(() =>
    import('../features/settings/SettingsScreen').then((m) => ({ default: m.SettingsScreen })),
  ),
}

/** A new screen starts at its top for the keyboard as well. */
const focus = (element: HTMLElement | null) => element?.focus({ preventScroll: true })

interface Props {
  fileName: string
}

/** The frame of an open program file: navigation on the left, one screen on the right. */
export function Shell({ fileName }: Props) {
  const place = useNavigation((state) => state.place)
  useMenuCommands()
  const Screen = screens[place.screen]
  return (
    <div className={classes.shell}>
      <Sidebar fileName={fileName} />
      <main key={place.screen} ref={focus} className={classes.screen} tabIndex={-1}>
        <ErrorBoundary>
          <Suspense>
            <Screen />
          </Suspense>
        </ErrorBoundary>
      </main>
      <CommandPalette />
    </div>
  )
}

import { go, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { counted } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { useLoaded } from '@renderer/components/useLoaded'
import classes from './Settings.module.css'
import { settingsParts } from './settingsParts'

/** Its parts beside each other, one of them open: the page of each is short enough to be read at once. */
export function SettingsScreen() {
  const place = usePlace('settings')
  const { data: program } = useRecords('program.overview', {})
  const open = settingsParts.find(({ name }) => name === place?.part) ?? settingsParts[0]
  const Part = useLoaded(open.shows)
  useShown('settings', program !== undefined)

  if (!program) return null
  const holds = [
    counted(program.members, 'member'),
    counted(program.sessions, 'session'),
    counted(program.interactions, 'interaction'),
  ].join(', ')

  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader title="Settings" reading={`This file holds ${holds}.`} />
      <div className={classes.parts}>
        <nav className={classes.partNames} aria-label="Settings">
          {settingsParts.map(({ name, title }) => (
            <button
              key={name}
              type="button"
              className={classes.partName}
              aria-current={name === open.name ? 'page' : undefined}
              onClick={() => go({ screen: 'settings', part: name })}
            >
              {title}
            </button>
          ))}
        </nav>
        <div className={classes.part}>
          <h2>{open.title}</h2>
          {Part ? <Part /> : null}
        </div>
      </div>
    </div>
  )
}

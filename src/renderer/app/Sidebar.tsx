import type { OpenFile } from '@shared/contract/programFile'
import { IconLock } from '@tabler/icons-react'
import { modKey } from '../components/keys'
import { Sprout } from '../components/Sprout'
import { lockNow } from './lock'
import { go, useNavigation } from './navigation'
import { navigationItems } from './navigationItems'
import { useNeeds } from './needs'
import { palette } from './palette'
import { useRecords } from './records'
import classes from './Shell.module.css'

const number = new Intl.NumberFormat()

export function Sidebar({ file }: { file: OpenFile }) {
  const { fileName, encrypted, trouble } = file
  const screen = useNavigation((state) => state.place.screen)
  const { data: counts } = useRecords('program.overview', {})
  const { count: needs } = useNeeds()
  return (
    <nav className={classes.sidebar} aria-label="Main">
      <div className={classes.file}>
        <div className={classes.name}>
          <Sprout />
          <span title={counts?.name} dir="auto">
            {counts?.name ?? 'Coppice'}
          </span>
        </div>
        <div className={classes.path} title={fileName}>
          {encrypted ? <IconLock size={12} aria-label="Encrypted" /> : null} {fileName} ·{' '}
          {trouble ? 'cannot be saved' : 'saved'}
        </div>
      </div>
      {navigationItems.map(({ label, place, screens, count }) => (
        <button
          key={label}
          type="button"
          className={classes.item}
          aria-current={screens.includes(screen) ? 'page' : undefined}
          onClick={() => go(place)}
        >
          {label}
          {place.screen === 'today' && needs ? (
            <span className={classes.count}>{number.format(needs)}</span>
          ) : null}
          {count && counts ? <span className={classes.count}>{number.format(count(counts))}</span> : null}
        </button>
      ))}
      <div className={classes.space} />
      <button
        type="button"
        className={classes.item}
        aria-current={screen === 'search' ? 'page' : undefined}
        onClick={() => go({ screen: 'search' })}
      >
        Search everything
      </button>
      <button type="button" className={classes.item} onClick={() => palette.open()}>
        Find or do… <kbd className={classes.key}>{modKey} K</kbd>
      </button>
      <button
        type="button"
        className={classes.item}
        aria-current={screen === 'settings' ? 'page' : undefined}
        onClick={() => go({ screen: 'settings' })}
      >
        Settings
      </button>
      {encrypted ? (
        <button type="button" className={classes.item} onClick={() => void lockNow()}>
          Lock
        </button>
      ) : null}
    </nav>
  )
}

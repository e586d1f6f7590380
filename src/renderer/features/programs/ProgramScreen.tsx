import { go, usePlace } from '@renderer/app/navigation'
import { programTabs } from '@renderer/app/programTabs'
import { useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import screen from '@renderer/components/Screen.module.css'
import { useLoaded } from '@renderer/components/useLoaded'
import { ProgramHead } from './ProgramHead'
import classes from './Programs.module.css'

/** One program: what it is in a sentence, and its parts as tabs of which one is open. */
export function ProgramScreen() {
  const place = usePlace('program')
  return place ? <OneProgram key={place.programId} programId={place.programId} tab={place.tab} /> : null
}

function OneProgram({ programId, tab }: { programId: number; tab: string | undefined }) {
  const program = useRecords('programs.get', { id: programId })
  const open = programTabs.find(({ name }) => name === tab) ?? programTabs[0]
  const Tab = useLoaded(open.shows)
  useShown('program', !program.isPending)
  if (program.error) return <ErrorNotice message={program.error.message} />
  if (!program.data) return null
  return (
    <div className={screen.screen}>
      <ProgramHead program={program.data} />
      <nav className={classes.tabs} aria-label="Program">
        {programTabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            className={classes.tab}
            aria-current={name === open.name ? 'page' : undefined}
            onClick={() => go({ screen: 'program', programId, tab: name })}
          >
            {title}
          </button>
        ))}
      </nav>
      {/* A tab fills what is left of the window: it scrolls by itself, as a list or as a page. */}
      <div className={classes.part}>{Tab ? <Tab programId={programId} /> : null}</div>
    </div>
  )
}

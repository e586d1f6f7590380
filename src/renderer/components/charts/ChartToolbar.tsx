import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconChartBar,
  IconCopy,
  IconFileTypeSvg,
  IconPhotoDown,
  IconTable,
  IconTableExport,
} from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import type { ChartOptions } from './chartProps'
import styles from './charts.module.css'
import { type ChartTable, type CopiedTable, copyOf, tableRows } from './chartTable'
import { figureToPng } from './figureToPng'
import { figureToSvg } from './figureToSvg'

/** How long a message stays, by its length: four letters a second, so that it can be read calmly. */
const READING_MS = 250

interface ChartToolbarProps
  extends Pick<ChartOptions, 'onCopy' | 'onSavePng' | 'onSaveSvg' | 'paint' | 'onSaveCsv'> {
  table: ChartTable
  view: 'chart' | 'table'
  onView: (view: 'chart' | 'table') => void
  figure: RefObject<HTMLElement | null>
}

/** Switches between picture and table, copies the table, and hands over PNG, SVG and CSV. */
export function ChartToolbar(props: ChartToolbarProps) {
  const { table, view, onView, figure, onCopy = copyToClipboard, paint } = props
  const { onSavePng, onSaveSvg, onSaveCsv } = props
  const [message, setMessage] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setMessage(''), message.length * READING_MS)
    return () => clearTimeout(timer)
  }, [message])

  const attempt = async (work: () => void | Promise<void>, done: string, failed: string) => {
    setMessage('')
    try {
      await work()
      setMessage(done)
    } catch (thrown) {
      // What the app throws on purpose is a sentence for people already, such as that the disk is full.
      setMessage(thrown instanceof Error && thrown.name === 'AppError' ? thrown.message : failed)
    }
  }
  const copy = () =>
    attempt(
      () => onCopy(copyOf(table)),
      'Table copied.',
      'The clipboard could not be reached. Show the table, select it and copy it from there.',
    )
  const savePicture = (save: (shown: HTMLElement) => void | Promise<void>) =>
    attempt(
      async () => {
        if (figure.current !== null) await save(figure.current)
      },
      '',
      'The picture could not be made. Its figures can still be copied or saved as CSV.',
    )
  const saveCsv = () => attempt(() => onSaveCsv?.(tableRows(table)), '', 'The CSV file could not be saved.')

  return (
    <div className={styles.tools} data-picture="without">
      <span className={styles.message} role="status">
        {message}
      </span>
      {view === 'chart' ? (
        <Tool label="Show as table" onClick={() => onView('table')} icon={<IconTable {...icon} />} />
      ) : (
        <Tool label="Show as chart" onClick={() => onView('chart')} icon={<IconChartBar {...icon} />} />
      )}
      <Tool label="Copy the table" onClick={copy} icon={<IconCopy {...icon} />} />
      {onSavePng !== undefined && (
        <Tool
          label={view === 'chart' ? 'Save as picture (PNG)' : 'Show the chart to save it as picture'}
          disabled={view !== 'chart'}
          onClick={() => savePicture(async (shown) => onSavePng(await figureToPng(shown, paint)))}
          icon={<IconPhotoDown {...icon} />}
        />
      )}
      {onSaveSvg !== undefined && view === 'chart' && (
        <Tool
          label="Save as drawing (SVG)"
          onClick={() => savePicture((shown) => onSaveSvg(figureToSvg(shown, paint)))}
          icon={<IconFileTypeSvg {...icon} />}
        />
      )}
      {onSaveCsv !== undefined && (
        <Tool label="Save as CSV" onClick={saveCsv} icon={<IconTableExport {...icon} />} />
      )}
    </div>
  )
}

const icon = { size: 17, stroke: 1.5, 'aria-hidden': true } as const

interface ToolProps {
  label: string
  icon: ReactNode
  onClick: () => void
  disabled?: boolean
}

function Tool({ label, icon: drawing, onClick, disabled = false }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400} withinPortal>
      <UnstyledButton
        className={styles.tool ?? ''}
        aria-label={label}
        aria-disabled={disabled}
        onClick={() => {
          if (!disabled) onClick()
        }}
      >
        {drawing}
      </UnstyledButton>
    </Tooltip>
  )
}

async function copyToClipboard({ text, html }: CopiedTable): Promise<void> {
  const blob = (content: string, type: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ])
}

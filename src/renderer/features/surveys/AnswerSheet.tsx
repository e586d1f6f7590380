import { keyed } from '@renderer/components/charts/chartTable'
import type { Answers, Scale } from '@shared/domain/surveys/scale'
import { type KeyboardEvent, useRef } from 'react'
import classes from './Surveys.module.css'

interface Props {
  scale: Pick<Scale, 'anchors' | 'items'>
  answers: Answers
  onChange: (answers: (number | null)[]) => void
  /** Behind the last statement. */
  onEnd?: () => void
}

/**
 * The statements with their answers. A digit answers and goes on to the next statement, Backspace takes an answer away and
 * goes back, the arrows only go.
 */
export function AnswerSheet({ scale: { anchors, items }, answers, onChange, onEnd }: Props) {
  const rows = useRef<(HTMLDivElement | null)[]>([])
  const goTo = (index: number) => {
    if (index >= items.length) onEnd?.()
    else rows.current[Math.max(0, index)]?.focus()
  }
  const set = (index: number, value: number | null) =>
    onChange(items.map((_, at) => (at === index ? value : (answers[at] ?? null))))

  function press(event: KeyboardEvent, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const value = digitOf(event.key)
    if (value !== null && value <= anchors.length) {
      set(index, value)
      goTo(index + 1)
    } else if (event.key === 'ArrowDown') goTo(index + 1)
    else if (event.key === 'ArrowUp') goTo(index - 1)
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      set(index, null)
      if (event.key === 'Backspace') goTo(index - 1)
    } else return
    event.preventDefault()
  }

  return (
    <ol className={classes.sheet}>
      {keyed(items).map(({ key, thing: { text } }, index) => (
        <li key={key}>
          <span dir="auto">{text === '' ? 'A statement' : text}</span>
          <div
            ref={(element) => {
              rows.current[index] = element
            }}
            role="radiogroup"
            aria-label={text}
            tabIndex={0}
            onKeyDown={(event) => press(event, index)}
          >
            {keyed(anchors).map(({ key: anchorKey, thing: anchor }, at) => (
              <button
                key={anchorKey}
                type="button"
                role="radio"
                aria-checked={answers[index] === at + 1}
                aria-label={`${at + 1}, ${anchor}`}
                title={anchor}
                tabIndex={-1}
                onClick={() => set(index, answers[index] === at + 1 ? null : at + 1)}
              >
                {at + 1}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** 0 stands for 10, as on the keyboard. */
function digitOf(key: string): number | null {
  if (!/^\d$/.test(key)) return null
  return key === '0' ? 10 : Number(key)
}

import type { Page } from '@playwright/test'
import type { Bridge } from '@shared/events'

interface Moment {
  /** What its text is. */
  shown: RegExp
  /** Selects where. */
  within: string
}

/**
 * What a fast machine does in a moment is over before a click from outside arrives. These act from within the page, as
 * soon as something is shown; they are to be called before what makes it appear.
 */

/** Presses the button of that name. @returns resolves when it was pressed */
export async function pressAtOnce(window: Page, moment: Moment, button: string): Promise<void> {
  await atOnce(window, moment, { button })
}

/** Asks an operation. @returns its answer, and whether what was waited for was still shown then */
export function askAtOnce(
  window: Page,
  moment: Moment,
  operation: string,
  input: unknown,
): Promise<{ answer: string | null; still: boolean }> {
  return atOnce(window, moment, { operation, input })
}

type Act = { button: string } | { operation: string; input: unknown }

function atOnce(window: Page, { shown, within }: Moment, act: Act) {
  return window.evaluate(
    ({ source, within, act }) => {
      const place = () =>
        [...document.querySelectorAll(within)].find(({ textContent }) => new RegExp(source).test(textContent))
      return new Promise<{ answer: string | null; still: boolean }>((resolve, reject) => {
        const watch = new MutationObserver(async () => {
          const found = place()
          if (!found) return
          watch.disconnect()
          if ('button' in act) {
            const buttons = [...found.querySelectorAll<HTMLElement>('button')]
            buttons.find(({ textContent }) => textContent === act.button)?.click()
            resolve({ answer: null, still: true })
          } else {
            const { coppice } = globalThis as unknown as { coppice: Bridge }
            const answer = await coppice.call(act.operation, act.input, 'at-once').catch(reject)
            resolve({ answer: answer ?? null, still: place() !== undefined })
          }
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
      })
    },
    { source: shown.source, within, act },
  )
}

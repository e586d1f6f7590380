import type { Page } from '@playwright/test'
import type { Coppice } from '../launch'

/** A state of the window that is worth a look, and how to get there from the one before. */
export type State = readonly [name: string, open: (coppice: Coppice, window: Page) => Promise<unknown>]

import { listen } from '@renderer/app/api'
import { type ReportDesign, type ReportKind, usualDesign } from '@shared/domain/report/design'
import { create } from 'zustand'

export interface Template {
  id: number
  name: string
  design: ReportDesign
}

interface Opened {
  /** The template that is being changed; null for one of the reports that there always are. */
  template: Pick<Template, 'id' | 'name'> | null
  /** As it was opened or last saved. */
  saved: ReportDesign
  design: ReportDesign
  /** Names those too who do not want to be named; this is decided anew each time. */
  nameAll: boolean
}

interface ReportsView extends Opened {
  change(part: Partial<ReportDesign>): void
  setNameAll(nameAll: boolean): void
  openUsual(kind: ReportKind, part?: Partial<ReportDesign>): void
  openTemplate(template: Template): void
  /** The design as it is now is that template from here on. */
  keepAs(template: Pick<Template, 'id' | 'name'>): void
}

function usual(kind: ReportKind, part: Partial<ReportDesign> = {}): Opened {
  const design = { ...usualDesign(kind), ...part }
  return { template: null, saved: design, design, nameAll: false }
}

/** The report that is being designed, for as long as the window is open. */
export const useReportsView = create<ReportsView>()((set) => ({
  ...usual('sessions'),
  change: (part) => set(({ design }) => ({ design: { ...design, ...part } })),
  setNameAll: (nameAll) => set({ nameAll }),
  openUsual: (kind, part) => set(usual(kind, part)),
  openTemplate: ({ id, name, design }) =>
    set({ template: { id, name }, saved: design, design, nameAll: false }),
  keepAs: ({ id, name }) => set(({ design }) => ({ template: { id, name }, saved: design })),
}))

// Numbers of one file mean others in the next.
listen('file-changed', ({ same }) => {
  if (!same) useReportsView.getState().openUsual('sessions')
})

/** Whether there is anything in a design that is not in the other. */
export function isChanged(design: ReportDesign, saved: ReportDesign): boolean {
  const keys = Object.keys(saved) as (keyof ReportDesign)[]
  return keys.some((key) => JSON.stringify(design[key]) !== JSON.stringify(saved[key]))
}

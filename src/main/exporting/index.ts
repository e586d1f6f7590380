import { writeAtomically } from './atomicFile'
import { type ExportOptions, openReport, type Report, type SummarySource } from './source'

export type { ExportOptions, ExportProgress, SummarySource } from './source'

/** The formats that are written from the records themselves; a PDF is printed from the HTML. */
export type SummaryFormat = 'html' | 'docx' | 'xlsx' | 'csv' | 'md'

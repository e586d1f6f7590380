import { Loader } from '@mantine/core'
import { DocumentFrame } from '@renderer/app/DocumentFrame'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import type { OutputOf } from '@shared/contract'
import type { ReportDesign } from '@shared/domain/report/design'
import classes from './Reports.module.css'

interface Props {
  design: ReportDesign
  preview: OutputOf<'reports.preview'> | undefined
  problem: string | undefined
}

const nothingTookPlace = {
  title: 'Nothing to report',
  text: 'Nothing took place in this period, or none of these sections has anything to say. Widen one or the other.',
}
const nothing: Record<ReportDesign['kind'], { title: string; text: string }> = {
  sessions: {
    title: 'No session to report',
    text: 'Nobody of these met in this period. Widen one or the other.',
  },
  program: nothingTookPlace,
  community: nothingTookPlace,
  coverage: {
    title: 'Nothing to report',
    text: 'No member has said yet what they want to learn, or none of these sections has anything to say.',
  },
}

/** The report as it will leave. */
export function ReportPreview({ design, preview, problem }: Props) {
  return (
    <div className={classes.preview}>
      {problem !== undefined ? (
        <ErrorNotice message={problem} />
      ) : isUnchosen(design) ? (
        <EmptyState
          title={design.kind === 'program' ? 'Which program?' : 'Which community?'}
          text="Choose it on the left, and the report is shown here as it will leave."
        />
      ) : preview?.isEmpty ? (
        <EmptyState {...nothing[design.kind]} />
      ) : preview ? (
        <DocumentFrame title="Preview of the summary" className={classes.page} html={preview.html} />
      ) : (
        <p className={classes.making} role="status">
          <Loader size={14} /> Reading the records…
        </p>
      )}
    </div>
  )
}

/** Whether it is not said yet what the report is about. */
export function isUnchosen({ kind, programId, communityId }: ReportDesign): boolean {
  return (kind === 'program' && programId === null) || (kind === 'community' && communityId === null)
}

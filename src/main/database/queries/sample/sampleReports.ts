import { type ReportDesign, usualDesign } from '@shared/domain/report/design'
import type { Writer } from '../../engine/writer'
import { insertTemplate } from '../reports/reportTemplates'

interface Numbers {
  programId: number | null
  communityId: number | null
}

/** Reports that a coordinator makes again and again, as templates. */
export function fillReports(db: Writer, { programId, communityId }: Numbers): void {
  if (programId !== null) insertTemplate(db, 'Letter to the sponsor', letter(programId))
  insertTemplate(db, 'Record of each pair', records)
  if (communityId !== null) insertTemplate(db, 'How the community is', community(communityId))
}

const letter = (programId: number): ReportDesign => ({
  ...usualDesign('program'),
  programId,
  sections: ['activity', 'pipeline', 'goals', 'outcomes'],
  period: { span: 'last quarter', from: null, to: null },
  opening: 'This is what the program did in the last quarter. **Thank you** for making it possible.',
  closing: 'Nobody is named here. For questions, ask the coordinator.',
})

const records: ReportDesign = {
  ...usualDesign('sessions'),
  sections: ['sessions', 'figures'],
  period: { span: 'last 12 months', from: null, to: null },
  closing: 'Please say so if something is not as you remember it.',
  format: 'docx',
}

const community = (communityId: number): ReportDesign => ({
  ...usualDesign('community'),
  communityId,
  sections: ['about', 'aliveness', 'gatherings', 'participation', 'next'],
  period: { span: 'last 90 days', from: null, to: null },
})

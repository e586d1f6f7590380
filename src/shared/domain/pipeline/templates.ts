import type { PresetName } from '../support/plan'
import type { EnrolmentStep, MatchSide, ProgramFormat } from '../vocabulary'

export interface TemplateCheck {
  step: EnrolmentStep
  role: MatchSide | null
  text: string
}

/** A beginning for a new program: everything in it is a proposal. */
export interface ProgramTemplate {
  key: string
  /** What it is called where one is chosen. */
  title: string
  /** When it fits, in a sentence. */
  fits: string
  purpose: string
  format: ProgramFormat
  /** How long it lasts; null runs on. */
  weeks: number | null
  cadenceDays: number | null
  roles: string
  eligibility: string
  mentorCapacity: number | null
  /** How often each person is talked with; null asks for no check-ins. */
  support: Exclude<PresetName, 'own'> | null
  checks: readonly TemplateCheck[]
}

const ask = (step: EnrolmentStep, text: string, role: MatchSide | null = null): TemplateCheck => ({
  step,
  role,
  text,
})

export const programTemplates: readonly ProgramTemplate[] = [
  {
    key: 'onboarding',
    title: 'One to one, for a new job',
    fits: 'Somebody new finds their feet with somebody who knows the place.',
    purpose: 'Help people in a new job to find their feet and their colleagues within half a year.',
    format: 'one to one',
    weeks: 26,
    cadenceDays: 14,
    roles:
      'The mentor makes time every second week, answers what nobody dares to ask, and opens doors.\n\nThe mentee brings the questions, and says early when something does not work.',
    eligibility:
      'Mentees: in the job for less than three months. Mentors: two years here, and not in the same team.',
    mentorCapacity: 2,
    support: 'EEPM 4th edition',
    checks: [
      ask('applied', 'Application read'),
      ask('applied', 'Manager agrees', 'mentor'),
      ask('screened', 'Talked with them about what they expect'),
      ask('screened', 'Consent to keep records'),
      ask('trained', 'Came to the introduction'),
      ask('ready', 'Said when they have time'),
      ask('matched', 'First meeting held'),
      ask('closed', 'Closing talk'),
    ],
  },
  {
    key: 'leadership',
    title: 'Leadership',
    fits: 'Those who will lead learn from somebody who does.',
    purpose: 'Let those who will lead sites and teams learn from somebody who does.',
    format: 'one to one',
    weeks: 52,
    cadenceDays: 28,
    roles:
      'The mentor shares how decisions are really made, and asks more than they answer.\n\nThe mentee works on two goals of their own, and writes them down after the first meeting.',
    eligibility:
      'Mentees: put forward by their manager. Mentors: leading for five years, in another department.',
    mentorCapacity: 1,
    support: 'EEPM 5th edition',
    checks: [
      ask('applied', 'Put forward by the manager', 'mentee'),
      ask('applied', 'Letter about what they want to learn', 'mentee'),
      ask('screened', 'Interview'),
      ask('screened', 'Two references', 'mentor'),
      ask('screened', 'Consent to keep records'),
      ask('trained', 'Half-day workshop', 'mentor'),
      ask('trained', 'Introduction', 'mentee'),
      ask('ready', 'Goals written down', 'mentee'),
      ask('matched', 'Agreement signed'),
      ask('matched', 'Mid-point talk'),
      ask('closed', 'Closing talk'),
      ask('closed', 'Asked to mentor in the next round', 'mentee'),
    ],
  },
  {
    key: 'reverse',
    title: 'Reverse',
    fits: 'Juniors teach seniors: tools, habits, how the place looks from below.',
    purpose: 'Let experienced leaders see the work, the tools and the place through younger eyes.',
    format: 'reverse',
    weeks: 26,
    cadenceDays: 21,
    roles:
      'The mentor is the junior: they choose the subject and set the pace.\n\nThe mentee is the senior: they come to learn, and what is said stays between the two.',
    eligibility:
      'Mentors: in their first five years here. Mentees: leading a department, never the mentor’s own.',
    mentorCapacity: 1,
    support: 'monthly, then quarterly',
    checks: [
      ask('applied', 'Application read'),
      ask('screened', 'Not in the same line of command'),
      ask('screened', 'Consent to keep records'),
      ask('trained', 'Introduction for juniors who mentor', 'mentor'),
      ask('trained', 'Introduction for seniors who learn', 'mentee'),
      ask('matched', 'First meeting held'),
      ask('closed', 'Closing talk'),
    ],
  },
  {
    key: 'circle',
    title: 'Peer circle',
    fits: 'Five or six people in the same situation learn from each other.',
    purpose: 'Bring people together who face the same questions, so that each helps the others on.',
    format: 'peer',
    weeks: 39,
    cadenceDays: 28,
    roles:
      'Everybody brings a question of their own once, and listens to those of the others.\n\nThe circle chooses who looks after its time; that goes round.',
    eligibility: 'Whoever wants to. A circle has five or six people from at least three places.',
    mentorCapacity: null,
    support: 'monthly, then quarterly',
    checks: [
      ask('applied', 'Application read'),
      ask('screened', 'Consent to keep records'),
      ask('trained', 'Knows the rules of a circle'),
      ask('ready', 'Said when they have time'),
      ask('matched', 'First round held'),
      ask('closed', 'Last round looked back'),
    ],
  },
  {
    key: 'flash',
    title: 'Flash day',
    fits: 'Many short talks on one day, to find out who has something to say to whom.',
    purpose: 'Let many people meet many others for twenty minutes each, and go on where it was good.',
    format: 'flash',
    weeks: 0,
    cadenceDays: null,
    roles:
      'The mentor offers one subject and twenty minutes.\n\nThe mentee chooses three mentors and prepares a question for each.',
    eligibility: 'Whoever is there on the day.',
    mentorCapacity: 12,
    support: null,
    checks: [
      ask('applied', 'Subject named', 'mentor'),
      ask('applied', 'Three mentors chosen', 'mentee'),
      ask('ready', 'Got the timetable'),
      ask('matched', 'Was there'),
      ask('closed', 'Asked who they want to meet again'),
    ],
  },
]

export function templateCalled(key: string | undefined): ProgramTemplate | null {
  return programTemplates.find((template) => template.key === key) ?? null
}

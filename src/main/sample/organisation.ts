/** The organisation that the sample program is about: a co-operative that builds and looks after harbours. */
export const organisation = 'Tidewright Co-operative'
export const fileName = 'tidewright.coppice'
/** A domain that can never exist (RFC 2606), so that nobody real gets mail. */
export const mailDomain = 'tidewright.example'

export const locations = ['Bristol', 'Gdańsk', 'Valparaíso', 'Mombasa', 'Alexandria', 'Kobe'] as const
export type Location = (typeof locations)[number]
/** How the people are spread over the locations, in their order. */
export const locationWeights = [28, 20, 17, 14, 12, 9]

export const departments = [
  'Engineering',
  'Field Operations',
  'Client Services',
  'Data',
  'Product',
  'Research',
  'People',
  'Finance',
  'Legal',
] as const
export type Department = (typeof departments)[number]
export const departmentWeights = [22, 21, 13, 10, 9, 8, 7, 6, 4]

interface Titles {
  senior: readonly string[]
  junior: readonly string[]
}

/** Positions by department, for those who mentor and for those who are earlier on their way. */
export const jobTitles: Record<Department, Titles> = {
  Engineering: {
    senior: ['Principal engineer', 'Head of design', 'Lead hydraulic engineer', 'Senior structural engineer'],
    junior: ['Design engineer', 'Graduate engineer', 'Hydraulic modeller', 'Drawing-office technician'],
  },
  'Field Operations': {
    senior: [
      'Site manager',
      'Dive supervisor',
      'Operations lead',
      'Senior rigger',
      'Master of the survey boat',
    ],
    junior: ['Site engineer', 'Deckhand', 'Maintenance technician', 'Crew planner', 'Diver'],
  },
  'Client Services': {
    senior: ['Client director', 'Senior contract manager', 'Bid lead'],
    junior: ['Client manager', 'Bid writer', 'Service co-ordinator', 'Support analyst'],
  },
  Data: {
    senior: ['Head of data', 'Senior data engineer', 'Lead analyst'],
    junior: ['Data analyst', 'Data engineer', 'Data steward', 'Mapping specialist'],
  },
  Product: {
    senior: ['Product lead', 'Senior software engineer', 'Head of platform'],
    junior: ['Software engineer', 'Product designer', 'Test engineer', 'Technical writer'],
  },
  Research: {
    senior: ['Principal scientist', 'Head of the wave laboratory', 'Senior oceanographer'],
    junior: ['Research associate', 'Laboratory technician', 'Coastal ecologist', 'Doctoral fellow'],
  },
  People: {
    senior: ['Head of People', 'Senior people partner', 'Training lead'],
    junior: ['People partner', 'Recruiter', 'Training co-ordinator'],
  },
  Finance: {
    senior: ['Financial controller', 'Head of treasury', 'Senior cost engineer'],
    junior: ['Accountant', 'Project controller', 'Purchasing officer', 'Payroll specialist'],
  },
  Legal: {
    senior: ['General counsel', 'Senior contracts lawyer'],
    junior: ['Contracts lawyer', 'Compliance officer', 'Legal assistant'],
  },
}

/** Where prospects outside the co-operative come from. */
export const partners = [
  'Severnside College',
  'Baltic Mooring Works',
  'Instituto del Borde Costero',
  'Pwani Boatyard',
  'Delta Pilots’ Association',
  'Rokko Marine Instruments',
] as const

/** Mentoring programmes by name; each has had one cohort after another. */
export const programNames = [
  'Crosscurrents',
  'First Watch',
  'Deep Water',
  'Open Quay',
  'Spring Tide',
  'Long Reach',
  'Fairway',
  'Slack Water',
  'Landfall',
  'Lead Line',
  'Safe Harbour',
  'High Bridge',
] as const

import type { SummarySession } from '@shared/domain/redaction'
import type { SummaryScope } from '@shared/domain/sessionSummary'

/** Twelve invented sessions, with everything that a report has to show at least once. */

export const sampleScope: SummaryScope = {
  members: ['Mira Okafor'],
  from: '2026-03-01',
  to: '2026-11-30',
  programName: 'Northwind Guild',
  generatedOn: '2026-11-23',
  today: '2026-11-23',
}

const mira = { id: 1, name: 'Mira Okafor', side: 'mentor', location: 'Lagos', department: 'Finance' } as const
const tariq = {
  id: 2,
  name: 'Tariq Haddad',
  side: 'mentee',
  location: 'Lyon',
  department: 'Product',
} as const
const noa = {
  id: 3,
  name: 'Noa Castillo',
  side: 'mentee',
  location: 'Porto',
  department: 'Engineering',
} as const
const hana = { id: 4, name: 'Hana Ito', side: null, location: 'Osaka', department: null } as const
const layla = { id: 5, name: 'ليلى منصور', side: 'peer', location: null, department: 'Legal' } as const

type Given = Pick<SummarySession, 'heldOn' | 'attendees'> & Partial<SummarySession>

function session(given: Given, index: number): SummarySession {
  return {
    id: index + 1,
    minutes: 60,
    medium: 'video',
    title: null,
    agenda: null,
    notes: '',
    confidentiality: 'shareable',
    rating: null,
    program: 'Pathways 2026',
    topics: [],
    actionItems: [],
    ...given,
  }
}

const given: Given[] = [
  {
    heldOn: '2026-03-03',
    attendees: [mira, tariq],
    medium: 'in person',
    minutes: 90,
    title: 'Getting to know each other',
    agenda: 'Who we are\nWhat each of us hopes for\nHow often we meet',
    notes: `Tariq moved from support into product two years ago and has never had to set a price himself. He would like to be able to *defend* one by the summer.

We agreed on:

- every second Tuesday, by video
- notes are shared between the two of us
- either may say "not today" without a reason`,
    confidentiality: 'pair',
    rating: 5,
    topics: ['first meeting', 'expectations'],
  },
  {
    heldOn: '2026-03-17',
    attendees: [mira, tariq],
    title: 'What a price says',
    notes: `We read the three offers of last quarter side by side.

## What stood out

1. The discount is on the first page, before the value.
2. Nobody names the cost of doing nothing:
   - the client's own hours
   - the delay of the launch
3. The third offer is the best written and lost all the same.

> A price is a sentence about the client, not about us.

Read before next time: [Pricing with confidence](https://example.org/pricing), and [[Pricing a first retainer]].`,
    topics: ['pricing'],
    actionItems: [
      {
        text: 'Rewrite the second offer without any discount',
        owner: 'Tariq Haddad',
        dueOn: '2026-03-30',
        doneOn: '2026-03-29',
      },
      { text: 'Send the retainer template', owner: 'Mira Okafor', dueOn: null, doneOn: '2026-03-18' },
    ],
  },
  {
    heldOn: '2026-03-31',
    attendees: [mira, tariq],
    minutes: 45,
    confidentiality: 'private',
    title: 'A hard month',
    notes: 'Tariq is thinking of leaving the team. Nobody else knows yet.',
    topics: ['staying or leaving'],
    actionItems: [{ text: 'Call again on Friday', owner: 'Mira Okafor', dueOn: '2026-04-03', doneOn: null }],
  },
  {
    heldOn: '2026-04-14',
    attendees: [mira, tariq, hana],
    medium: 'phone',
    minutes: null,
    notes: 'Short call. [@Hana Ito](coppice:member/4) explained how the Osaka office words its renewals.',
    topics: ['pricing', 'renewals'],
  },
  {
    heldOn: '2026-05-12',
    attendees: [mira, noa],
    medium: 'in person',
    minutes: 75,
    title: 'Reading a balance sheet',
    rating: 4,
    notes: `| line | asks |
| --- | --- |
| receivables | who pays late, and why? |
| inventory | what would we not buy again? |
| cash | how many weeks are left? |

Noa will try it on \`northwind-2025.xlsx\` before we go on.`,
    topics: ['finance'],
    actionItems: [
      {
        text: 'Read the 2025 accounts with the three questions',
        owner: 'Noa Castillo',
        dueOn: '2026-06-01',
        doneOn: null,
      },
    ],
  },
  {
    heldOn: '2026-06-09',
    attendees: [mira, tariq],
    minutes: 60,
    title: 'Negotiation, first half',
    topics: ['pricing', 'negotiation'],
  },
  {
    heldOn: '2026-06-23',
    attendees: [mira, tariq],
    title: 'Negotiation, second half',
    notes: `We played the call twice, once with each of us as the client.

### Worth keeping

**Say the number, then stop talking.** Silence was the hardest part and worked every time.

### Not yet

Tariq still explains the price before anybody asks. ~~Next time with a timer.~~ Next time with Hana as the client.`,
    rating: 5,
    topics: ['negotiation'],
  },
  {
    heldOn: '2026-09-08',
    attendees: [mira, layla],
    minutes: 50,
    title: 'مراجعة العقد الأول',
    notes: `ناقشنا بنود العقد الأول مع العميل، واتفقنا على إعادة صياغة بند الدفع.

- مدة الدفع: ثلاثون يوما
- غرامة التأخير`,
    topics: ['contracts'],
  },
  {
    heldOn: '2026-09-22',
    attendees: [mira, noa],
    minutes: 60,
    title: 'Accounts, with questions',
    notes: `Noa found two customers who have paid late for three years 🎉 and drafted this letter:

\`\`\`
Dear …,
your invoice of 1 July is still open. May we call you on Thursday?
\`\`\`

Polite, short, and it names a day.`,
    topics: ['finance'],
    actionItems: [
      {
        text: 'Send the letter to both customers',
        owner: 'Noa Castillo',
        dueOn: '2026-09-30',
        doneOn: '2026-09-25',
      },
    ],
  },
  {
    heldOn: '2026-10-20',
    attendees: [mira, tariq],
    title: 'The first retainer',
    notes: `Signed. **The full price, no discount**, for twelve months.

What helped, in Tariq's words: the silence, the list of what waiting costs, and knowing his own lowest number before the call.`,
    rating: 5,
    topics: ['pricing', 'negotiation'],
    actionItems: [
      {
        text: 'Write the story down for the knowledge base',
        owner: 'Tariq Haddad',
        dueOn: '2026-12-01',
        doneOn: null,
      },
    ],
  },
  {
    heldOn: '2026-11-09',
    attendees: [mira, tariq, noa, hana],
    medium: 'in person',
    minutes: 120,
    title: 'All four at one table',
    program: null,
    topics: ['handover'],
  },
  {
    heldOn: '2026-11-17',
    attendees: [mira, noa],
    medium: 'chat',
    minutes: 20,
    notes: 'Two quick questions about provisions, both answered.',
    topics: ['finance'],
  },
]

export const sampleSessions: SummarySession[] = given.map(session)

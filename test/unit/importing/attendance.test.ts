import { readAttendance } from '@main/importing/attendanceFile'
import { minutesOf } from '@main/importing/attendanceMinutes'
import { describe, expect, test } from 'vitest'
import { temporaryFile } from './read'

const read = (content: string | Buffer, name?: string) => readAttendance(temporaryFile(content, name), {})

const teams = [
  '1. Summary',
  'Meeting title\tField Practice',
  'Attended participants\t3',
  'Start time\t7/22/26, 7:02:11 PM',
  'End time\t7/22/26, 8:30:02 PM',
  'Meeting duration\t1h 27m 51s',
  'Average attendance time\t1h 2m 3s',
  '',
  '2. Participants',
  'Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole',
  'Okafor, Mira\t7/22/26, 7:02:11 PM\t7/22/26, 8:30:02 PM\t1h 27m 51s\tmira@x.example\tmira@x.example\tOrganizer',
  'Rui Silva\t7/22/26, 7:05:00 PM\t7/22/26, 7:45:00 PM\t40m\t\trui@x.example\tPresenter',
  'Ann Lee (Guest)\t7/22/26, 7:10:00 PM\t7/22/26, 7:10:20 PM\t20s\t\t\tAttendee',
  '',
  '3. In-Meeting Activities',
  'Name\tJoin time\tLeave time\tDuration\tEmail\tRole',
  'Okafor, Mira\t7/22/26, 7:02:11 PM\t7/22/26, 7:30:00 PM\t27m 49s\tmira@x.example\tOrganizer',
  'Okafor, Mira\t7/22/26, 7:30:30 PM\t7/22/26, 8:30:02 PM\t59m 32s\tmira@x.example\tOrganizer',
  '',
].join('\r\n')

const people = [
  { line: 11, names: ['Mira Okafor', 'Okafor, Mira'], email: 'mira@x.example', minutes: 88 },
  { line: 12, names: ['Rui Silva'], email: 'rui@x.example', minutes: 40 },
  { line: 13, names: ['Ann Lee'], email: null, minutes: 0 },
]

describe('the attendance report of Teams', () => {
  test.each([
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${teams}`, 'utf16le')],
    ['UTF-16LE without a mark', Buffer.from(teams, 'utf16le')],
    ['UTF-8', Buffer.from(teams)],
  ])('in %s lists everybody once, however often they joined', async (_, content) => {
    expect(await read(content)).toMatchObject({
      title: 'Field Practice',
      startText: '7/22/26, 7:02:11 PM',
      people,
    })
  })

  test('in German is read by what stands below the headings', async () => {
    const text = [
      '1. Zusammenfassung',
      'Besprechungstitel\tPraxis',
      'Startzeit\t22.07.26, 19:02:11',
      '',
      '2. Teilnehmende',
      'Name\tErster Beitritt\tLetztes Verlassen\tDauer der Besprechung\tE-Mail\tTeilnehmer-ID (UPN)\tRolle',
      'Jörg Müller\t22.07.26, 19:02\t22.07.26, 20:30\t1 Std. 27 Min. 51 Sek.\tjm@x.example\tjm@x.example\tOrganisator',
    ].join('\r\n')
    expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({
      title: 'Praxis',
      startText: '22.07.26, 19:02:11',
      people: [{ names: ['Jörg Müller'], email: 'jm@x.example', minutes: 88 }],
    })
  })

  test('without a list of participants adds up what each of them was there', async () => {
    const { people: found } = await read(teams.replace(/2\. Participants[\s\S]*?(?=3\. In)/, ''))
    expect(found).toMatchObject([{ names: ['Mira Okafor', 'Okafor, Mira'], minutes: 87 }])
  })
})

describe('an older report of Teams', () => {
  const summary = [
    'Meeting Summary',
    'Total Number of Participants\t2',
    'Meeting Title\tField Practice',
    'Meeting Start Time\t7/22/2026, 7:02:11 PM',
    'Meeting Id\tabc',
    '',
    'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)',
    'Mira Okafor\t7/22/2026, 7:02:11 PM\t7/22/2026, 7:22:11 PM\t20m\tmira@x.example\tOrganizer\tmira@x.example',
    'Rui Silva\t7/22/2026, 7:05:00 PM\t7/22/2026, 8:00:00 PM\t55m\trui@x.example\tPresenter\trui@x.example',
    'Mira Okafor\t7/22/2026, 7:30:00 PM\t7/22/2026, 8:00:00 PM\t30m\tmira@x.example\tOrganizer\tmira@x.example',
  ]

  test('has a summary above, which is not people, however few there were', async () => {
    expect(await read(Buffer.from(`\ufeff${summary.join('\r\n')}`, 'utf16le'))).toMatchObject({
      title: 'Field Practice',
      startText: '7/22/2026, 7:02:11 PM',
      people: [
        { line: 8, names: ['Mira Okafor'], minutes: 50 },
        { line: 9, names: ['Rui Silva'], minutes: 55 },
      ],
    })
  })

  test('or nothing but who came and went when', async () => {
    const rows = [
      'Full Name\tUser Action\tTimestamp',
      'Mira Okafor\tJoined\t7/22/2026, 7:02:11 PM',
      'Rui Silva\tJoined before\t7/22/2026, 7:02:11 PM',
      'Mira Okafor\tLeft\t7/22/2026, 7:22:11 PM',
    ]
    expect(await read(rows.join('\r\n'))).toMatchObject({
      startText: '7/22/2026, 7:02:11 PM',
      people: [{ names: ['Mira Okafor'] }, { names: ['Rui Silva'] }],
    })
  })
})

test('Google Meet has given and family names apart, and stars in addresses', async () => {
  const text = [
    'First name,Last name,Email,Duration,Time joined,Time exited',
    'Mira,Okafor,mira@x.example,1 hr 2 min,7:00 PM,8:02 PM',
    'Rui,Silva,r***@x.example,55 min,7:05 PM,8:00 PM',
  ].join('\n')
  expect((await read(text)).people).toMatchObject([
    { names: ['Mira Okafor'], email: 'mira@x.example', minutes: 62 },
    { names: ['Rui Silva'], email: null, minutes: 55 },
  ])
})

test('Webex begins each row with the meeting', async () => {
  const row = (name: string, minutes: number) =>
    `Open hour\t="2026-11-02 10:00:01"\t${name}\tHost\tmira@x.example\t="2026-11-02 10:00:01"\t${minutes} mins`
  const text = [
    'Meeting Name\tMeeting Start Time\tDisplay Name\tRole\tAttendee Email\tJoin Time\tAttendance Duration',
    row('Mira Okafor', 20),
    row('Mira Okafor', 30),
  ].join('\n')
  expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({
    startText: '2026-11-02 10:00:01',
    people: [{ names: ['Mira Okafor'], email: 'mira@x.example', minutes: 50 }],
  })
})

describe('the participants of Zoom', () => {
  const rows = [
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent',
    'Mimi (Mira Okafor),mira@x.example,10/05/2026 05:55:00 PM,10/05/2026 06:20:00 PM,25,No,',
    'Ann Lee,,10/05/2026 06:00:00 PM,10/05/2026 06:10:00 PM,10,Yes,',
    'Mira Okafor,mira@x.example,10/05/2026 06:25:00 PM,10/05/2026 07:00:00 PM,35,No,',
  ]
  const all = [
    { names: ['Mira Okafor', 'Mimi'], email: 'mira@x.example', minutes: 60 },
    { names: ['Ann Lee'], email: null, minutes: 10 },
  ]

  test('with every joining count who joined again once, with all their minutes', async () => {
    expect(await read(rows.join('\n'))).toMatchObject({ title: null, people: all })
  })

  test('may begin with the meeting itself', async () => {
    const meeting = [
      'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
      '123 456 789,Open hour,10/05/2026 05:55:00 PM,10/05/2026 07:00:00 PM,host@x.example,65,3',
      '',
    ]
    expect(await read([...meeting, ...rows].join('\n'))).toMatchObject({
      title: 'Open hour',
      startText: '10/05/2026 05:55:00 PM',
      people: all,
    })
  })

  test('in its newer form has another order, and tells who waited to be let in', async () => {
    const text = [
      'Topic,ID,Host name,Host email,Start time,End time,Participants,Duration (minutes)',
      'Open hour,123 456,Ann Lee,host@x.example,10/05/2026 05:55:00 PM,10/05/2026 07:00:00 PM,2,65',
      '',
      'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room',
      'Mira Okafor,mira@x.example,10/05/2026 05:55:00 PM,10/05/2026 05:56:00 PM,1,No,Yes',
      'Mira Okafor,mira@x.example,10/05/2026 05:56:00 PM,10/05/2026 06:56:00 PM,60,No,No',
      'Cy Cole,cy@x.example,10/05/2026 05:56:00 PM,10/05/2026 06:56:00 PM,60,No,Yes',
    ].join('\n')
    expect(await read(text)).toMatchObject({
      title: 'Open hour',
      startText: '10/05/2026 05:55:00 PM',
      people: [{ line: 6, names: ['Mira Okafor'], minutes: 60 }],
    })
    expect((await read(text)).people).toHaveLength(1)
  })

  test('of a webinar are hosts and attendees, some of whom did not come', async () => {
    const text = [
      'Attendee Report',
      'Report Generated:,"Nov 2, 2026 12:00"',
      'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered',
      'Open hour,123,"Nov 2, 2026 10:00:01",60,3',
      'Host Details,',
      'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest',
      'Yes,Ann Lee,ann@x.example,"Nov 2, 2026 10:00:01","Nov 2, 2026 11:00:01",60,No',
      'Attendee Details,',
      'Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Join Time,Time in Session (minutes)',
      'Yes,Mimi,Mira,Okafor,mira@x.example,"Oct 2, 2026 10:00:01","Nov 2, 2026 10:00:01",20',
      'Yes,Mimi,Mira,Okafor,mira@x.example,"Oct 2, 2026 10:00:01","Nov 2, 2026 10:30:01",30',
      'No,Rui,Rui,Silva,rui@x.example,"Oct 2, 2026 10:00:01",--,--',
    ].join('\n')
    expect(await read(text)).toMatchObject({
      title: 'Open hour',
      startText: 'Nov 2, 2026 10:00:01',
      people: [
        { names: ['Ann Lee'], minutes: 60, absent: null },
        { names: ['Mira Okafor', 'Mimi'], minutes: 50, absent: null },
        { names: ['Rui Silva', 'Rui'], minutes: null, absent: 'No' },
      ],
    })
  })

  test('of unique users has their total', async () => {
    const text = `Name (Original Name),User Email,Total Duration (Minutes),Guest\nAnn Lee,ann@x.example,42,No\n`
    expect(await read(text)).toMatchObject({
      people: [{ names: ['Ann Lee'], email: 'ann@x.example', minutes: 42 }],
    })
  })
})

test('a file without people says what to choose instead', async () => {
  await expect(read('Sum,Total\n1,2\n')).rejects.toMatchObject({
    code: 'unreadable-input',
    message: expect.stringContaining('attendance report'),
  })
})

test.each([
  ['1h 27m 51s', false, 87.85],
  ['2 h 5 min', false, 125],
  ['01:30:00', false, 90],
  ['40', true, 40],
  ['40', false, null],
  ['7/22/26, 7:02:11 PM', false, null],
  ['', false, null],
])('%s is so many minutes', (text, whole, minutes) => {
  const read = minutesOf(text, whole)
  expect(read === null ? null : Number(read.toFixed(2))).toBe(minutes)
})

describe('the attendees of Meetup', () => {
  const heading = 'Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tURL of Member Profile'

  test('who said no or is waiting was not there, and guests come without names', async () => {
    const text = [
      heading,
      'Mira O.\tuser 1\tOrganizer\tYes\tYes\t2\tJanuary 5, 2026\thttps://m.example/1',
      'Rui\tuser 2\t\t\tNo\t0\tJanuary 6, 2026\thttps://m.example/2',
      'Ann Lee\tuser 3\t\t\tWaitlist\t1\tJanuary 6, 2026\thttps://m.example/3',
    ].join('\n')
    expect(await read(text, 'attendees.xls')).toMatchObject({
      isPromise: true,
      people: [
        { names: ['Mira O.'], email: null, absent: null, brought: 2 },
        { names: ['Rui'], absent: 'No', brought: 0 },
        { names: ['Ann Lee'], absent: 'Waitlist', brought: 0 },
      ],
    })
  })

  test('what was marked at the door counts before what was promised', async () => {
    const text = [
      `${heading}\tAttendance`,
      'Mira O.\tuser 1\t\t\tYes\t0\tJanuary 5, 2026\thttps://m.example/1\tNo show',
      'Rui\tuser 2\t\t\tNo\t0\tJanuary 6, 2026\thttps://m.example/2\tAttended',
    ].join('\n')
    const { isPromise, people: found } = await read(text, 'attendees.xls')
    expect([isPromise, found.map(({ absent }) => absent)]).toEqual([false, ['No show', null]])
  })

  test('a column of other words decides nothing', async () => {
    const { people: found } = await read('Name,Response,Email\nMira,No idea yet,mira@x.example\n')
    expect(found).toMatchObject([{ absent: null }])
  })
})

import { inspectFile } from '@main/importing/inspect'
import type { ImportSource } from '@shared/domain/imports'
import { describe, expect, test } from 'vitest'
import { fixture, mapped, readWhole } from './read'

/** Files in the exact shape of real exports are understood without help. */

describe('address books', () => {
  test('Google Contacts', async () => {
    const { inspection, candidates, rejections } = await readWhole(fixture('google-contacts.csv'), 'members')
    expect(inspection.source).toBe('google-contacts')
    expect(candidates).toEqual([
      {
        line: 2,
        name: 'Amara N. Okafor',
        sortName: 'Okafor, Amara',
        email: 'amara@riverside.example',
        phone: '+44 7700 900101',
        jobTitle: 'Operations lead',
        organisation: 'Riverside Trust',
        department: 'Operations',
        location: 'Leeds',
        about: 'Met at the spring fair.\nLikes long walks.',
      },
      {
        line: 6,
        name: "Zoë D'Arcy",
        sortName: "D'Arcy, Zoë",
        email: 'zoe@darcy.example',
        phone: '0113 496 0000',
      },
      { line: 8, name: 'נועה לוי', sortName: 'לוי, נועה', email: 'noa@levi.example' },
    ])
    expect(rejections).toMatchObject([
      { line: 7, reason: 'This row has neither a name nor an e-mail address.' },
    ])
    expect(rejections[0]?.cells).toContain('Printers Ltd')
  })

  test('Google Contacts, as it was', async () => {
    const { inspection, candidates } = await readWhole(fixture('google-contacts-old.csv'), 'members')
    expect(inspection.source).toBe('google-contacts')
    expect(candidates).toEqual([
      {
        line: 2,
        name: 'Rui Silva',
        sortName: 'Silva, Rui',
        email: 'rui@porto.example',
        organisation: 'Porto Works',
        jobTitle: 'Engineer',
        department: 'Product',
      },
      { line: 3, name: 'Ana Maria de Sousa', sortName: 'de Sousa, Ana Maria', phone: '+351 912 345 678' },
    ])
  })

  test('Outlook.com, with an honorific under “Title” and somebody else’s name under “Manager”', async () => {
    const { inspection, candidates } = await readWhole(fixture('outlook-com.csv'), 'members')
    expect(inspection.source).toBe('outlook')
    expect(candidates[0]).toEqual({
      line: 2,
      name: 'Tomás Castillo',
      sortName: 'Castillo, Tomás',
      email: 'tomas@castillo.example',
      phone: '+34 600 000 001',
      jobTitle: 'Researcher',
      organisation: 'Castillo SL',
      department: 'Science',
      location: 'Madrid',
      about: 'Prefers mornings',
    })
    expect(candidates[1]).toMatchObject({ email: 'hana@ito.example', phone: '03-0000-0000' })
    expect(candidates[1]).not.toHaveProperty('jobTitle')
  })

  test('Google’s “Outlook CSV”', async () => {
    const { candidates } = await readWhole(fixture('outlook-google.csv'), 'members')
    expect(candidates).toEqual([
      {
        line: 2,
        name: 'Ines Petrov',
        sortName: 'Petrov, Ines',
        email: 'ines@petrov.example',
        phone: '+359 88 000 0001',
        jobTitle: 'Analyst',
        organisation: 'Petrov & Co',
        department: 'Finance',
        invitedBy: { name: 'Rui Silva', email: null },
      },
    ])
  })

  test('Outlook in German, in Windows-1252', async () => {
    const { inspection, candidates } = await readWhole(fixture('outlook-german.csv'), 'members')
    expect(inspection).toMatchObject({ encoding: 'windows-1252', source: 'outlook' })
    expect(candidates[0]).toMatchObject({
      name: 'Jörg Müller',
      organisation: 'Weiß & Söhne',
      jobTitle: 'Geschäftsführer',
      location: 'München',
      phone: '0170 1',
      about: '„Über 10 € “ – ok',
    })
  })

  test('LinkedIn, whose headings stand under a preamble', async () => {
    const { inspection, candidates } = await readWhole(fixture('linkedin-connections.csv'), 'members')
    expect(inspection).toMatchObject({
      source: 'linkedin',
      headerLine: 4,
      rowEstimate: 2,
      rowsAreExact: true,
    })
    expect(candidates).toEqual([
      {
        line: 5,
        name: 'Grace Adeyemi',
        sortName: 'Adeyemi, Grace',
        organisation: 'Adeyemi Labs, Inc.',
        jobTitle: 'Founder',
      },
      {
        line: 6,
        name: 'Yusuf Demir',
        sortName: 'Demir, Yusuf',
        email: 'yusuf@demir.example',
        organisation: 'Demir',
        jobTitle: 'Head of "People"',
      },
    ])
  })

  test('Slack, without its bots', async () => {
    const { candidates, rejections } = await readWhole(fixture('slack-members.csv'), 'members')
    expect(candidates.map(({ name, status, externalId }) => [name, status, externalId])).toEqual([
      ['Mika Lund', 'active', 'U01'],
      ['Old One', 'alumni', 'U02'],
      ['Pia R.', 'active', 'U04'],
    ])
    expect(rejections).toMatchObject([{ line: 4, reason: 'This row is a bot, not a person.' }])
  })
})

describe('forms', () => {
  test('a mentoring sign-up in Google Forms', async () => {
    const { inspection, candidates, rejections } = await readWhole(
      fixture('google-form-signup.csv'),
      'members',
    )
    expect(inspection.source).toBe('google-forms')
    expect(mapped(inspection)).toEqual({
      'Do you want to sign up as a mentor?': 'mentor',
      'Your first name': 'givenName',
      'Your last name': 'familyName',
      'Your Civil Service email address': 'email',
      'Your job title or role': 'jobTitle',
      'Your department or agency': 'department',
    })
    expect(candidates[0]).toMatchObject({
      name: 'Femi Bello',
      role: 'mentor',
      department: 'Department of Joy',
    })
    // Who does not want to be a mentor may want a mentor or not: the form did not ask.
    expect(candidates[1]).not.toHaveProperty('role')
    expect(rejections).toEqual([])
  })

  test('Microsoft Forms, with a question twice and one over two lines', async () => {
    const { inspection, candidates } = await readWhole(fixture('microsoft-forms.csv'), 'members')
    expect(inspection.source).toBe('microsoft-forms')
    expect(inspection.columns.map(({ name }) => name).slice(5)).toEqual([
      'What would you like to learn? (several answers)',
      'Which topics can you offer?',
      'Would you like to have a mentor?',
      'Comment',
      'Comment (2)',
    ])
    expect(candidates).toEqual([
      {
        line: 3,
        name: 'Sofía Núñez',
        email: 'sofía@escuela.example',
        role: 'mentee',
        skillsOffered: ['Drawing'],
        skillsWanted: ['Pricing', 'Public speaking'],
      },
      { line: 4, name: 'Bo Ek', skillsWanted: ['Pricing'] },
    ])
  })
})

describe('lists of people', () => {
  test('a generic one, whose dates prove their order and whose impossible date is told', async () => {
    const { inspection, candidates, rejections } = await readWhole(fixture('hr-people.csv'), 'members')
    expect(inspection.dateOrder).toBe('dmy')
    expect(candidates.map(({ externalId, joinedOn }) => [externalId, joinedOn])).toEqual([
      ['00017', '2019-03-25'],
      ['00018', '2021-05-04'],
    ])
    expect(candidates[0]?.email).toBe('mary@corp.example')
    expect(rejections).toMatchObject([
      {
        line: 4,
        reason: '“31/02/2021” in “Start Date” is not a day that exists (the day comes first in this file).',
      },
    ])
  })

  test.each<[string, ImportSource | null, Record<string, string>]>([
    [
      'bamboohr-report.csv',
      null,
      {
        'Employee #': 'externalId',
        'First Name': 'givenName',
        'Last Name': 'familyName',
        'Job Title': 'jobTitle',
        Department: 'department',
        Location: 'location',
        Status: 'status',
        'Hire Date': 'joinedOn',
        'Work Email': 'email',
      },
    ],
    [
      'workday-report.csv',
      'workday',
      {
        Worker: 'name',
        'Employee ID': 'externalId',
        'Business Title': 'jobTitle',
        'Supervisory Organization': 'department',
        Location: 'location',
        'Primary Work Email': 'email',
        'Hire Date': 'joinedOn',
      },
    ],
    [
      'mentor-match-mentees.csv',
      'mentor-match',
      {
        'first name': 'givenName',
        'last name': 'familyName',
        'email address': 'email',
        'both mentor and mentee': 'mentorAndMentee',
        'job title': 'jobTitle',
        organisation: 'organisation',
        biography: 'about',
      },
    ],
    [
      'together-users.csv',
      'together',
      {
        'First name': 'givenName',
        'Last name': 'familyName',
        Email: 'email',
        EmployeeID: 'externalId',
        EmployeeStatusCode: 'status',
      },
    ],
    [
      'orbit-members.csv',
      'orbit',
      {
        name: 'name',
        email: 'email',
        bio: 'about',
        company: 'organisation',
        title: 'jobTitle',
        location: 'location',
      },
    ],
    [
      'meetup-members.csv',
      'meetup',
      {
        Name: 'name',
        Title: 'jobTitle',
        'Member ID': 'externalId',
        Location: 'location',
        'Joined Group on': 'joinedOn',
        Intro: 'about',
      },
    ],
    [
      'excel-semicolon.csv',
      null,
      {
        Name: 'name',
        'E-Mail': 'email',
        Abteilung: 'department',
        Standort: 'location',
        Kapazität: 'capacity',
        Eintrittsdatum: 'joinedOn',
        Kenntnisse: 'skillsOffered',
        Rolle: 'role',
      },
    ],
    [
      'spanish.csv',
      null,
      {
        Nombre: 'givenName',
        Apellidos: 'familyName',
        'Correo electrónico': 'email',
        Teléfono: 'phone',
        Departamento: 'department',
        Ciudad: 'location',
        Cargo: 'jobTitle',
        Estado: 'status',
        'Fecha de ingreso': 'joinedOn',
      },
    ],
    [
      'french.csv',
      null,
      {
        Nom: 'familyName',
        Prénom: 'givenName',
        Courriel: 'email',
        Téléphone: 'phone',
        Service: 'department',
        Ville: 'location',
        Fonction: 'jobTitle',
        Statut: 'status',
        "Date d'entrée": 'joinedOn',
        Compétences: 'skillsOffered',
      },
    ],
  ])('%s', async (name, source, mapping) => {
    const inspection = await inspectFile(fixture(name))
    expect(inspection).toMatchObject({ kind: 'members', source })
    expect(mapped(inspection)).toEqual(mapping)
  })

  test('saved by Excel in German: semicolons, decimal commas, family names in front', async () => {
    const { inspection, candidates } = await readWhole(fixture('excel-semicolon.csv'), 'members')
    expect(inspection).toMatchObject({ delimiter: ';', encoding: 'windows-1252', dateOrder: 'dmy' })
    expect(candidates).toEqual([
      {
        line: 2,
        name: 'Änne Vogel',
        sortName: 'Vogel, Änne',
        email: 'aenne@vogel.example',
        department: 'Einkauf',
        location: 'Köln',
        capacity: 2,
        joinedOn: '2020-02-01',
        skillsOffered: ['Verhandeln', 'Preise'],
        role: 'mentor',
      },
      {
        line: 3,
        name: 'Kurt Weiß',
        email: 'kurt@weiss.example',
        department: 'Einkauf',
        location: 'Köln',
        joinedOn: '2020-02-13',
        skillsOffered: ['Preise'],
        role: 'mentee',
      },
    ])
  })

  test('status codes and roles in yes and no', async () => {
    const together = await readWhole(fixture('together-users.csv'), 'members')
    expect(together.candidates.map(({ status }) => status)).toEqual(['active', 'alumni', 'active'])
    const mentees = await readWhole(fixture('mentor-match-mentees.csv'), 'members')
    expect(mentees.candidates.map(({ role }) => role)).toEqual([undefined, 'both'])
  })
})

describe('sessions and interactions', () => {
  test('a log of sessions in Google Forms', async () => {
    const { inspection, candidates, rejections } = await readWhole(fixture('sessions-log.csv'), 'sessions')
    expect(inspection).toMatchObject({ kindGuess: 'sessions', dateOrder: 'dmy' })
    expect(candidates).toEqual([
      {
        line: 2,
        heldOn: '2026-03-12',
        minutes: 90,
        medium: 'video',
        attendees: [
          { person: { name: 'Rui Silva', email: null }, as: 'mentor' },
          { person: { name: 'Amara Okafor', email: null }, as: 'mentee' },
        ],
        notes: '# Handover\n- "checklist", step 2\n- agreed',
        topics: ['handover', 'logistics'],
        rating: 4,
        actionItems: ['Send the checklist', 'Book a room'],
      },
      {
        line: 5,
        heldOn: '2026-03-20',
        minutes: 45,
        medium: 'in person',
        attendees: [
          { person: { name: 'Rui Silva', email: null }, as: 'mentor' },
          { person: { name: 'Hana Ito', email: 'hana@ito.example' }, as: 'mentee' },
        ],
        notes: 'Short one',
        rating: 5,
      },
    ])
    expect(rejections).toMatchObject([{ line: 6, reason: 'This row does not say who met.' }])
  })

  test('a calendar in UTF-16 without a mark, whose length follows from its times', async () => {
    const { inspection, candidates } = await readWhole(fixture('sessions-utf16.csv'), 'sessions')
    expect(inspection).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      kindGuess: 'sessions',
      dateOrder: 'mdy',
    })
    expect(candidates).toMatchObject([
      { heldOn: '2026-07-22', startTime: '19:02', minutes: 75, title: 'Pricing', notes: 'καλημέρα 👋' },
      {
        heldOn: '2026-07-23',
        startTime: '23:30',
        minutes: 45,
        attendees: [{ person: { name: 'Berg, Anna' } }],
      },
    ])
  })

  test('a list of interactions', async () => {
    const { inspection, candidates, rejections } = await readWhole(
      fixture('interactions.csv'),
      'interactions',
    )
    expect(inspection.kindGuess).toBe('interactions')
    expect(candidates).toEqual([
      {
        line: 2,
        from: 'Amara Okafor',
        to: 'Rui Silva',
        at: '2026-03-12T10:00:00Z',
        kind: 'message',
        community: 'Operations',
      },
      { line: 3, from: 'Rui Silva', to: 'Amara Okafor', at: '2026-03-12T10:00:00Z', kind: 'reply' },
      { line: 5, from: 'Rui Silva', to: 'Hana Ito', at: '2026-03-13', kind: 'contact' },
    ])
    expect(rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [4, '“Rui Silva” is on both sides: a contact is between two people.'],
      [6, '“2026-02-30” in “at” is not a day that exists.'],
    ])
  })
})

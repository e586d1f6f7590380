import { guessColumns, guessKind } from '@main/importing/columns'
import { columnNames, headingWords } from '@main/importing/headings'
import type { ImportKind } from '@shared/domain/imports'
import { describe, expect, test } from 'vitest'

/** The field that a heading goes to when it stands alone, with the given values under it. */
function fieldOf(kind: ImportKind, heading: string, values: string[] = []): string | null {
  return guessColumns(kind, [{ heading, values }], null)[0]?.field ?? null
}

describe('headings', () => {
  test.each([
    ['Work E-Mail:', 'work email'],
    ['workEmail', 'work email'],
    ['WORK_EMAIL', 'work email'],
    ['EmployeeID', 'employee id'],
    ['Employee #', 'employee number'],
    ['E-mail 1 - Value', 'email 1 value'],
    ['Prénom', 'prenom'],
    ['  “Straße” ', 'strasse'],
    ['mentoré', 'mentoree'],
  ])('%j is compared as %j', (heading, words) => {
    expect(headingWords(heading)).toBe(words)
  })

  test('that stand twice are told apart, and missing ones get their number', () => {
    expect(columnNames(['E-mail 1', 'e-mail 1', '', 'E-mail 1', ' a\nb '])).toEqual([
      'E-mail 1',
      'e-mail 1 (2)',
      'Column 3',
      'E-mail 1 (3)',
      'a b',
    ])
  })
})

describe('members', () => {
  test.each([
    [
      'email',
      'E-Mail-Adresse, Adresse e-mail, Correo electrónico, Endereço de e-mail, Indirizzo e-mail, E-mailadres, Mail, Your email',
    ],
    [
      'phone',
      'Mobile, Telefonnummer, Téléphone, Teléfono, Telemóvel, Cellulare, Telefoonnummer, Phone number',
    ],
    [
      'department',
      'Dept., Abteilung, Département, Departamento, Dipartimento, Afdeling, Business Unit, Division',
    ],
    [
      'jobTitle',
      'Job title, Position, Funktion, Poste, Puesto, Cargo, Posizione, Functie, Your job title or role',
    ],
    ['organisation', 'Organization, Company, Firma, Entreprise, Empresa, Azienda, Bedrijf, Employer'],
    ['location', 'Location, City, Standort, Ville, Ciudad, Cidade, Città, Plaats, Office'],
    [
      'joinedOn',
      'Joined on, Start date, Hire Date, Eintrittsdatum, Date d’entrée, Fecha de ingreso, Data de admissão, Lid sinds',
    ],
    [
      'externalId',
      'Employee ID, Employee number, Personalnummer, Matricule, Matrícula, Personeelsnummer, Member ID',
    ],
    ['capacity', 'Capacity, Max mentees, Kapazität, How many mentees can you take?'],
    [
      'skillsOffered',
      'Skills, Expertise, Kenntnisse, Compétences, Habilidades, Competências, Competenze, Vaardigheden, Which topics can you offer?',
    ],
    [
      'skillsWanted',
      'Skills wanted, Learning goals, Lernziele, Objectifs, Objetivos, Obiettivi, Leerdoelen, What would you like to learn?',
    ],
    ['about', 'About, Bio, Biografía, Über mich, À propos, Notizen, Tell us about yourself'],
    [
      'invitedBy',
      'Invited by, Referred by, Eingeladen von, Parrainé par, Invitado por, Convidado por, Invitato da, Uitgenodigd door',
    ],
    ['status', 'Status, Statut, Estado, Stato, Employment status'],
    [
      'name',
      'Name, Full name, Nom complet, Nombre completo, Nome e cognome, Volledige naam, What is your name?',
    ],
    ['sortName', 'Sort name'],
  ])('%s', (field, headings) => {
    for (const heading of headings.split(', '))
      expect([heading, fieldOf('members', heading)]).toEqual([heading, field])
  })

  test('every label and every field of the mapping is its own heading', () => {
    for (const heading of [
      'Identifier elsewhere',
      'externalId',
      'skillsWanted',
      'Skills offered',
      'jobTitle',
    ]) {
      expect(fieldOf('members', heading)).not.toBeNull()
    }
  })

  test.each([
    'Manager Email',
    "Manager's Name",
    'Reports To Email',
    'Emergency contact phone',
    'Birthday',
    'Photo',
    'E-mail 1 - Label',
    'Phonetic First Name',
    'Company Main Phone',
    'Home City',
    'Do you agree to us using the information you provide to us in this way?',
    'What do you expect from your mentor?',
  ])('%s is left out', (heading) => {
    expect(fieldOf('members', heading)).toBeNull()
  })

  test.each([
    ['Do you want to sign up as a mentor?', ['Yes', 'No'], 'mentor'],
    ['Would you like to be a mentor?', ['Yes, gladly'], 'mentor'],
    ['Would you like to have a mentor?', ['No'], 'mentee'],
    ['I want to become a mentee', ['x'], 'mentee'],
    ['Would you like to be a mentor or a mentee?', ['Mentor', 'Both'], 'role'],
    ['Are you willing to be both mentor and mentee?', ['yes', 'no'], 'mentorAndMentee'],
    ['Mentor', ['yes', 'no'], 'mentor'],
    ['Mentor', ['Rui Silva', 'Hana Ito'], null],
    ['Role', ['Mentor', 'Mentee', 'both'], 'role'],
    ['Role', ['Engineer', 'Nurse'], 'jobTitle'],
    ['Title', ['Mr', 'Dr.', 'Ms'], null],
    ['Title', ['Engineer', 'Nurse'], 'jobTitle'],
    ['Status', ['Green', 'Amber'], null],
    ['Joined', ['yes', 'no'], null],
    ['Anything', ['a@x.example', 'b@x.example'], 'email'],
    ['Contact e-mail or phone', ['call me', 'ring the bell'], null],
  ])('“%s” over %j goes to %j', (heading, values, field) => {
    expect(fieldOf('members', heading, values)).toBe(field)
  })

  test('a field for one column goes to the best one that is filled in', () => {
    const columns = [
      { heading: 'Title', values: ['Engineer'] },
      { heading: 'Division', values: ['North'] },
      { heading: 'Department', values: ['Ward 3'] },
      { heading: 'Occupation', values: [] },
    ]
    expect(guessColumns('members', columns, null).map(({ field }) => field)).toEqual([
      'jobTitle',
      null,
      'department',
      null,
    ])
  })

  test('“Nome”, “Nombre” and “Nom” are the whole name where no other part of it stands beside', () => {
    expect(fieldOf('members', 'Nome')).toBe('name')
    expect(fieldOf('members', 'Nom')).toBe('name')
    const pair = ['Nome', 'Cognome'].map((heading) => ({ heading, values: [] }))
    expect(guessColumns('members', pair, null).map(({ field }) => field)).toEqual(['givenName', 'familyName'])
  })
})

describe('sessions', () => {
  test.each([
    ['date', 'Date, Session date, Datum, Date de la séance, Fecha, Data, When did you meet?'],
    [
      'minutes',
      'Minutes, Duration (hours), Dauer, Durée, Duración, Duração, Durata, Duur, How long did you talk?',
    ],
    ['mentor', 'Mentor, Mentor name, Mentorin, Mentora, Name of your mentor'],
    ['mentee', 'Mentee, Mentoré, Mentorado, Your mentee’s name'],
    ['attendees', 'Attendees, Teilnehmer, Participantes, Partecipanti, Deelnemers, Participants'],
    ['notes', 'Notes, Notizen, Compte rendu, Notas, Appunti, Verslag, What did you discuss?'],
    ['topics', 'Topics, Tags, Themen, Temas, Argomenti, Onderwerpen'],
    ['actionItems', 'Action items, Next steps, Nächste Schritte, Próximos pasos, Acties'],
    ['rating', 'Rating, Bewertung, How useful was it?'],
    ['confidentiality', 'Confidentiality, Vertraulichkeit, Confidentialité'],
    ['medium', 'Medium, Format, How did you meet?'],
    ['title', 'Title, Subject, Betreff, Titre, Asunto, Onderwerp'],
    ['agenda', 'Agenda, Tagesordnung, Ordre du jour'],
  ])('%s', (field, headings) => {
    for (const heading of headings.split(', ')) {
      expect([heading, fieldOf('sessions', heading)]).toEqual([heading, field])
    }
  })
})

describe('the kind of file', () => {
  const kindOf = (headings: string, rows: string[][] = []) =>
    guessKind(
      headings.split(',').map((heading, index) => ({ heading, values: rows.map((row) => row[index] ?? '') })),
      null,
    )

  test.each<[string, ImportKind]>([
    ['from,to,at,kind', 'interactions'],
    ['Sender,Recipient,Date', 'interactions'],
    ['Von,An,Datum,Art', 'interactions'],
    ['Date,Mentor,Mentee,Minutes,Notes', 'sessions'],
    ['Subject,Start Date,Start Time,End Time,Attendees', 'sessions'],
    ['Fecha,Mentor,Aprendiz,Duración', 'sessions'],
    ['Name,Email,Department', 'members'],
    ['First Name,Last Name,Email,Start Date,Mentor', 'members'],
    ['Whatever,Else', 'members'],
  ])('%s: %s', (headings, kind) => {
    expect(kindOf(headings)).toBe(kind)
  })
})

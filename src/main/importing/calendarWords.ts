import type ICAL from 'ical.js'

/**
 * What was written, without what calendars add: the marks of a page, where it is one, and how to dial in, which is
 * another one each time.
 */
export function agendaOf(description: string): string {
  const text = /<(?:br|p|div|ul|ol|li|span|b|i|u|a)\b[^<>]*>/i.test(description)
    ? textOf(description)
    : description
  return text
    .replace(/^-::~:~.*$[\s\S]*?(?:^-::~:~.*$|$(?![\s\S]))/gm, '')
    .replace(/^_{20,}\s*$[\s\S]*?(?:^_{20,}\s*$|$(?![\s\S]))/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}

function textOf(page: string): string {
  return page
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/ul|\/ol)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '')
}

/** Who is invited and has not declined, each as one text. Rooms are nobody. */
export function attendeesOf(event: ICAL.Event): string[] {
  const invited = event.attendees.filter((attendee) => {
    const said = (name: string) => parameterOf(attendee, name).toUpperCase()
    const answer = said('partstat') || said('status')
    return answer !== 'DECLINED' && !['ROOM', 'RESOURCE'].includes(said('cutype'))
  })
  const organizer = event.component.getFirstProperty('organizer')
  // Some calendars do not list who invites among those who come.
  const people = invited.length < 2 && organizer ? [organizer, ...invited] : invited
  return [...new Set(people.map(personOf).filter((person) => person !== ''))]
}

/** "Name <address>", or what there is of it. Some calendars know people by a path and have the address beside it. */
function personOf(property: ICAL.Property): string {
  const value = String(property.getFirstValue() ?? '')
    .slice(0, longest)
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .trim()
  const [, writtenName = '', inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(value) ?? []
  const written = inBrackets ?? value
  const email = /^[^\s:]+@[^\s:]+$/.test(written) ? written : parameterOf(property, 'email')
  const name = (parameterOf(property, 'cn') || writtenName).replace(/[;<>"]/g, ' ').trim()
  if (email === '' || name === '' || name.includes('@')) return email === '' ? name : email
  return `${name} <${email}>`
}

/** What is longer names nobody. */
const longest = 500

/** Several values are one text with commas in it that nobody has put into quotes. */
function parameterOf(property: ICAL.Property, name: string): string {
  return [property.getParameter(name) ?? ''].flat().join(',').trim()
}

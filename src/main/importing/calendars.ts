import { isCalendarDate } from '@shared/domain/calendar'
import ICAL from 'ical.js'
import { type ContentLine, contentLines, propertyOf } from './contentLines'
import { newerRule } from './oldRule'

/** An event, a time zone or a whole calendar as it stands in a file. */
export interface Part {
  /** In small letters, such as `vevent`. */
  name: string
  /** The line on which it begins; 1 is the first. */
  line: number
  lines: ContentLine[]
  parts: Part[]
}

/** An alarm of an event of a calendar is three deep; what goes deeper is no calendar. */
const deepest = 8

/** The calendars of a file of version 2.0 or 1.0, also of one that was cut off. */
export function calendarsOf(bytes: Buffer): Part[] {
  const calendars: Part[] = []
  let open: Part[] = []
  for (const one of contentLines(bytes)) {
    const [, edge = '', called = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(one.text) ?? []
    const name = called.toLowerCase()
    if (/^BEGIN$/i.test(edge)) {
      const part: Part = { name, line: one.line, lines: [], parts: [] }
      // Nothing holds another of its kind: the end of the one before is missing.
      const before = open.findIndex((one) => one.name === name)
      if (before !== -1) open = open.slice(0, before)
      if (name === 'vcalendar') {
        calendars.push(part)
        open = [part]
      } else if (open.length > 0 && open.length < deepest) {
        open.at(-1)?.parts.push(part)
        open.push(part)
      }
    } else if (edge !== '') {
      const at = open.findLastIndex((part) => part.name === name)
      if (at !== -1) open = open.slice(0, at)
    } else open.at(-1)?.lines.push(one)
  }
  return calendars
}

/**
 * A part as the library wants it, with what can be read of it: a line that makes no sense takes nothing else with it.
 */
export function componentOf({ name, lines, parts }: Part): ICAL.Component {
  const component = new ICAL.Component(name)
  const isTimed = lines.some(({ text }) => /^DTSTART[;:].*T\d/i.test(text))
  for (const { text } of lines) {
    const property = propertyOf(understandable(text, isTimed), ICAL.design.icalendar)
    if (property) component.addProperty(property)
  }
  for (const part of parts) component.addSubcomponent(componentOf(part))
  return component
}

/** What some programs write of dates and rules, as RFC 5545 has it. */
function understandable(text: string, isTimed: boolean): string {
  const [, before = '', name = '', value = ''] = /^(([\w-]+)(?:;(?:"[^"]*"|[^":])*)?:)(.*)$/s.exec(text) ?? []
  if (/^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)$/i.test(name))
    return lineOf(
      before,
      value
        .split(/[,;]/)
        .flatMap((one) => dateOf(one) ?? [])
        .join(','),
    )
  if (!/^RRULE$/i.test(name)) return text
  const rule = ruleOf(value, isTimed)
  return lineOf(before, tooOften.test(rule) ? '' : rule)
}

/** A line without a value says nothing. */
const lineOf = (before: string, value: string) => (value === '' ? '' : before + value)

/** Nobody meets every hour, or once in a thousand years; the library would look at all that lies between. */
const tooOften = /FREQ=(?:SECOND|MINUTE|HOUR)LY|INTERVAL=\d{4}/

const dateShape =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*(\/.*)?$/i

/** With dashes, without seconds, with a distance from UTC: all mean what they say. Null for what is no date. */
function dateOf(value: string): string | null {
  const [, year, month, day, hour, minute, second = '00', zone = '', period = ''] =
    dateShape.exec(value) ?? []
  const date = `${year}-${month}-${day}`
  if (!isCalendarDate(date)) return null
  if (hour === undefined) return compact(date)
  const time = `${date}T${hour}:${minute}:${second}`
  if (!/^[+-]/.test(zone)) return compact(time) + zone.toUpperCase() + period
  const moment = new Date(time + zone.replace(/^(.\d\d):?/, '$1:'))
  return Number.isNaN(moment.getTime()) ? null : `${compact(moment.toISOString().slice(0, 19))}Z${period}`
}

const compact = (iso: string) => iso.replace(/[-:]/g, '')

const ruleParts =
  /^(?:FREQ|INTERVAL|COUNT|UNTIL|WKST|BY(?:SECOND|MINUTE|HOUR|DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS))=./

/** As it is now, without empty and unknown parts; a last day is a whole one, also of meetings that have an hour. */
function ruleOf(rule: string, isTimed: boolean): string {
  return (newerRule(rule) ?? rule)
    .toUpperCase()
    .split(';')
    .map((part) => part.trim())
    .filter((part) => ruleParts.test(part))
    .map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${dateOf(part.slice('UNTIL='.length)) ?? ''}` : part))
    .map((part) => (isTimed ? part.replace(/^UNTIL=\d{8}$/, '$&T235959') : part))
    .join(';')
}

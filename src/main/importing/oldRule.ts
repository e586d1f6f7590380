const frequencies: Readonly<Record<string, [frequency: string, part: string]>> = {
  D: ['DAILY', ''],
  W: ['WEEKLY', 'BYDAY'],
  MP: ['MONTHLY', 'BYDAY'],
  MD: ['MONTHLY', 'BYMONTHDAY'],
  YM: ['YEARLY', 'BYMONTH'],
  YD: ['YEARLY', 'BYYEARDAY'],
}

/**
 * A rule of version 1.0, by which a meeting comes again, as RFC 5545 writes it: `W2 MO TH #10` is
 * `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10`. Null for what is none. vCalendar 1.0, section 2.3.
 */
export function newerRule(rule: string): string | null {
  const [, kind = '', interval = '', rest = ''] = /^\s*(D|W|MP|MD|YM|YD)(\d+)\b(.*)$/i.exec(rule) ?? []
  const [frequency, part] = frequencies[kind.toUpperCase()] ?? []
  if (frequency === undefined) return null
  const words = rest.toUpperCase().split(/\s+/).filter(Boolean)
  const count = words.find((word) => /^#\d+$/.test(word))?.slice(1)
  const until = words.find((word) => /^\d{8}(?:T\d{6}Z?)?$/.test(word))
  const values = valuesOf(words.filter((word) => !/^#|^\d{8}/.test(word)))
  return [
    `FREQ=${frequency}`,
    `INTERVAL=${interval}`,
    part === '' || values.length === 0 ? '' : `${part}=${values.join(',')}`,
    until === undefined ? '' : `UNTIL=${until}`,
    // Without an end it is twice, and none at all is written as no times.
    until !== undefined || count === '0' ? '' : `COUNT=${count ?? 2}`,
  ]
    .filter((one) => one !== '')
    .join(';')
}

/** `1+ MO 2- FR` is the first Monday and the last Friday but one. */
function valuesOf(words: readonly string[]): string[] {
  const values: string[] = []
  let which = ''
  for (const word of words) {
    const [, number = '', sign] = /^(\d+)([+-])?$/.exec(word) ?? []
    const signed = sign === '-' ? `-${number}` : number
    if (/^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(word)) values.push(which + word)
    else if (sign !== undefined && words.some((one) => /^[A-Z]{2}$/.test(one))) which = signed
    else if (number !== '') values.push(signed)
  }
  return values
}

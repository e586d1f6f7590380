/** Days since 1970-01-01, both included. */
export interface Span {
  first: number
  last: number
}

/** How long newcomers are given to take part, in days. */
export const newcomerDays = 90
/** How far back gatherings are looked at where the span has too few of them, in days: monthly ones are twelve. */
export const rhythmDays = 365

export function daysIn({ first, last }: Span): number {
  return last - first + 1
}

/** The span of the same length that ends the day before. */
export function spanBefore(span: Span): Span {
  return { first: span.first - daysIn(span), last: span.first - 1 }
}

/** Who joined in this span has had `newcomerDays` to take part when the other one ends; it is as long as that. */
export function newcomerSpan(span: Span): Span {
  const last = span.last - newcomerDays
  return { first: last - daysIn(span) + 1, last }
}

/** The earliest day whose contacts have to be known for a span, and for the one before it to be compared with. */
export function earliestDay(span: Span): number {
  const before = spanBefore(span)
  return Math.min(spanBefore(before).first, newcomerSpan(before).first, before.last - rhythmDays + 1)
}

/** Why a proposed step is not taken: words that say nothing about anybody. */
export const dismissals = [
  'not for us',
  'not now',
  'seen to in another way',
  'not as it is recorded',
] as const
export type Dismissal = (typeof dismissals)[number]

export const dismissalWords: Record<Dismissal, string> = {
  'not for us': 'Not for us',
  'not now': 'Not now',
  'seen to in another way': 'Seen to in another way',
  'not as it is recorded': 'It is not as it is recorded',
}

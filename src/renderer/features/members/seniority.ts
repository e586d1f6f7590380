/** The levels of seniority in words, from the first to the fifth. */
export const seniorityWords = [
  '1, at the beginning',
  '2, finding their way',
  '3, experienced',
  '4, leading others',
  '5, leading leaders',
] as const

/**
 * Short forms of given names that stand for one name only, by the short form. What stands for several (Alex, Chris,
 * Sam, Pat) is not here: it would make two people look like one.
 */
const fullNames: Readonly<Record<string, readonly string[]>> = {
  andy: ['andrew'],
  ben: ['benjamin'],
  beth: ['elizabeth'],
  bill: ['william'],
  bob: ['robert'],
  cathy: ['catherine', 'katherine'],
  charlie: ['charles'],
  dan: ['daniel'],
  dave: ['david'],
  debbie: ['deborah'],
  dick: ['richard'],
  ed: ['edward'],
  greg: ['gregory'],
  hans: ['johannes'],
  jeff: ['jeffrey'],
  jim: ['james'],
  joe: ['joseph'],
  josh: ['joshua'],
  kate: ['katherine', 'catherine'],
  ken: ['kenneth'],
  larry: ['lawrence'],
  liz: ['elizabeth'],
  maggie: ['margaret'],
  matt: ['matthew'],
  mike: ['michael'],
  nick: ['nicholas', 'nicolas'],
  paco: ['francisco'],
  pepe: ['jose'],
  pete: ['peter'],
  rick: ['richard'],
  rob: ['robert'],
  ron: ['ronald'],
  sasha: ['alexander', 'alexandra'],
  sepp: ['josef'],
  steve: ['steven', 'stephen'],
  sue: ['susan'],
  ted: ['edward', 'theodore'],
  tim: ['timothy'],
  tom: ['thomas'],
  tony: ['anthony', 'antonio'],
  will: ['william'],
  zach: ['zachary'],
}

/** Whether one of two folded words is the short form of the other. */
export function isShortFor(one: string, other: string): boolean {
  const of = (short: string, full: string) =>
    Object.hasOwn(fullNames, short) && fullNames[short]?.includes(full) === true
  return of(one, other) || of(other, one)
}

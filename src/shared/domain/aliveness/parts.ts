/** The parts of aliveness in the order in which they are shown. */
export const partKeys = [
  'breadth',
  'evenness',
  'reciprocity',
  'boundaries',
  'connectedness',
  'rhythm',
  'newcomers',
  'retention',
  'responsiveness',
  'independence',
  'value',
] as const
export type PartKey = (typeof partKeys)[number]

/** How a part is computed and read; the same for every community. */
export interface PartDescription {
  /** As in the formulas. */
  letter: string
  name: string
  formula: string
  numerator: string
  denominator: string
  /** What there has to be at least before anything is shown. */
  minimum: string
  /** What the formula is based on. */
  source: string
  /** When the figure says something else than it seems to. */
  misleads: string
}

/** A proposal that can be checked, not a validated scale. */
export const partDescriptions: Record<PartKey, PartDescription> = {
  breadth: {
    letter: 'P',
    name: 'Participation breadth',
    formula: 'members with at least one contact, or at one gathering / members',
    numerator: 'members with at least one contact, or at one gathering',
    denominator: 'members',
    minimum: '5 members',
    source: 'Levels of participation: Wenger, McDermott and Snyder 2002',
    misleads:
      'The list of members is out of date, or contacts are not logged: then a living community looks dead. That everybody is seen is no goal: people at the edge belong as well.',
  },
  evenness: {
    letter: 'V',
    name: 'Evenness',
    formula: '1 − G*, with G* the Gini coefficient of contacts per person, corrected for small samples',
    numerator: 'half of the mean difference in contacts between two people',
    denominator: 'mean contacts per person, of those who had any; the value is 1 − numerator / denominator',
    minimum: '8 people with contacts',
    source: 'Gini coefficient, G* = G · n / (n − 1)',
    misleads: 'A good mentor with many mentees lowers it. Logging only some people’s contacts does as well.',
  },
  reciprocity: {
    letter: 'R',
    name: 'Reciprocity',
    formula: '|{(u, v) ∈ E : (v, u) ∈ E}| / |E|, over pairs with two contacts or more of known direction',
    numerator: 'times somebody who was reached has reached out in return',
    denominator: 'pairs of one who reached out and one who was reached',
    minimum: '5 pairs with two contacts of which it is known who reached out',
    source: 'networkx overall_reciprocity',
    misleads:
      'Who reached out is seldom recorded: see of how many pairs it is known. Sessions and meetings do not count here.',
  },
  boundaries: {
    letter: 'X',
    name: 'Boundary reach',
    formula:
      'min(1, (EL / (EL + IL)) / q), q = 1 − Σ g (g − 1) / (n (n − 1)); of locations and departments the lower one',
    numerator: 'ties across (EL)',
    denominator: 'ties across that chance would give, q · (EL + IL)',
    minimum: '10 ties between people whose location or department is known, of two of these at least',
    source: 'E-I index: Krackhardt and Stern 1988, against its value by chance',
    misleads:
      'Locations or departments are missing or out of date. A program that pairs people across departments makes it high by itself: see it without assigned pairs.',
  },
  connectedness: {
    letter: 'C',
    name: 'Connectedness',
    formula: 'members in the largest component / members',
    numerator: 'members in the largest component',
    denominator: 'members',
    minimum: '5 members',
    source: 'Connected components of the network of contacts',
    misleads:
      'One person who knows everybody connects people who do not know each other: see it without that person. Meetings of more than 12 people connect nobody here.',
  },
  rhythm: {
    letter: 'H',
    name: 'Rhythm',
    formula:
      '(1 − A) / 2, A = (√(n + 1) · c − √(n − 1)) / ((√(n + 1) − 2) · c + √(n − 1)), c = s / m of the n gaps between days with a gathering, or, where none is recorded, with any contact',
    numerator: 'standard deviation s of the gaps, in days',
    denominator: 'mean m of the gaps, in days',
    minimum: '6 gaps, if need be the last six of a year',
    source: 'Burstiness: Kim and Jo 2016, after Goh and Barabási 2008; principle 7, create a rhythm',
    misleads: 'A meeting that takes place regularly and to which nobody comes has a perfect rhythm.',
  },
  newcomers: {
    letter: 'N',
    name: 'Newcomer conversion',
    formula:
      'newcomers with two contacts or more within 90 days of joining / those who joined between two spans and 90 days ago',
    numerator: 'newcomers with two contacts or more within 90 days',
    denominator: 'newcomers',
    minimum: '5 newcomers',
    source: 'CHAOSS conversion rate; Joyce and Kraut 2006',
    misleads:
      'A handful of newcomers says little. Onboarding meetings that everybody has to attend raise it.',
  },
  retention: {
    letter: 'K',
    name: 'Retention',
    formula: 'people who took part in this span and the one before / people who took part in the one before',
    numerator: 'people who took part in both: by a contact, or at a gathering',
    denominator:
      'people who took part in the span before, without those whose part had come to its natural end',
    minimum: '5 people who took part in the span before',
    source: 'Retention by cohort',
    misleads: 'A guest who came once and was never meant to stay counts as lost.',
  },
  responsiveness: {
    letter: 'S',
    name: 'Responsiveness',
    formula:
      'asks answered within 7 days by somebody other than the coordinator / asks of the span, which is moved back by 7 days so that each has had its time',
    numerator: 'asks answered in time by somebody other than the coordinator',
    denominator: 'asks that are a week old',
    minimum: '5 asks that are a week old',
    source:
      'Joyce and Kraut 2006; Lithium Community Health Index. Median time to the first answer: Kaplan and Meier 1958, as open asks still wait',
    misleads: 'Asks are never logged, or are answered elsewhere. An answer counts whether or not it helped.',
  },
  independence: {
    letter: 'I',
    name: 'Independence of the coordinator',
    formula: '1 − contacts initiated by coordinators / contacts of which it is known who initiated them',
    numerator: 'contacts that others than coordinators initiated',
    denominator: 'contacts of which it is known who initiated them',
    minimum: '10 contacts of which it is known who initiated them',
    source: 'Dependence on a founder, as a sign of ill health',
    misleads: 'The coordinator logs what others began: then it is not the coordinator who initiated it.',
  },
  value: {
    letter: 'U',
    name: 'Value',
    formula:
      'knowledge at hand that somebody other than its authors used in the span / knowledge at hand: made by the end of the span and not retired',
    numerator: 'pieces of knowledge that somebody other than their authors used',
    denominator: 'pieces of knowledge at hand',
    minimum: '5 pieces of knowledge',
    source:
      'Value cycles (immediate, potential, applied, realised, reframing): Wenger, Trayner and de Laat 2011; what was made and not used is potential value only',
    misleads:
      'Uses are not noted, or old pieces are never retired. Figures only support the stories of what came of it: read those.',
  },
}

/** The parts that a single number may be made of; value is beside it, never in it. */
export const numberParts = partKeys.filter((key) => key !== 'value')
export type NumberPart = (typeof numberParts)[number]

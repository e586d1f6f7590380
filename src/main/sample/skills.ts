import { itemAt, type Random, WeightedChoice } from '@shared/domain/random'
import { type Department, departments } from './organisation'
import { topics } from './topics'

/** How often a skill is offered and wanted, and by whom. */
type Skill = readonly [name: string, offered: number, wanted: number, departments?: readonly Department[]]

/**
 * Trades beside the topics of mentoring. Some are common, some are known to one or two people only, and a few are
 * wanted by many and offered by nearly nobody: the gaps that a coordinator looks for.
 */
const trades: readonly Skill[] = [
  ['spreadsheets', 14, 5],
  ['project management', 12, 9],
  ['public speaking', 4, 10],
  ['Spanish', 9, 6],
  ['Arabic', 6, 3],
  ['Polish', 7, 2],
  ['Japanese', 4, 4],
  ['Swahili', 5, 2],
  ['Portuguese', 2, 2],
  ['hydraulic modelling', 7, 6, ['Engineering', 'Research']],
  ['structural design', 7, 3, ['Engineering']],
  ['geotechnics', 4, 3, ['Engineering']],
  ['corrosion protection', 3, 3, ['Engineering', 'Field Operations']],
  ['computer-aided drawing', 6, 2, ['Engineering']],
  ['dive supervision', 3, 2, ['Field Operations']],
  ['crane operation', 4, 2, ['Field Operations']],
  ['boat handling', 5, 3, ['Field Operations']],
  ['electrical safety', 4, 3, ['Field Operations', 'Engineering']],
  ['tide prediction', 3, 3, ['Research', 'Data', 'Field Operations']],
  ['maps and GIS', 6, 6, ['Data', 'Research']],
  ['Python', 6, 10, ['Data', 'Product', 'Research']],
  ['SQL', 6, 6, ['Data', 'Product']],
  ['statistics', 4, 7, ['Data', 'Research']],
  ['machine learning', 1, 11, ['Data']],
  ['user research', 2, 5, ['Product']],
  ['technical writing', 3, 4, ['Product', 'Client Services']],
  ['bid writing', 4, 5, ['Client Services']],
  ['grant writing', 0.5, 9, ['Research']],
  ['cost control', 4, 4, ['Finance']],
  ['procurement', 3, 3, ['Finance', 'Legal']],
  ['insurance', 1, 2, ['Legal', 'Finance']],
  ['employment law', 1, 3, ['Legal', 'People']],
  ['mediation', 1, 5, ['People']],
  ['coaching', 3, 6, ['People']],
  ['wetland ecology', 2, 2, ['Research']],
  ['underwater acoustics', 0.5, 1, ['Research']],
  ['celestial navigation', 0.4, 0.6],
  ['splicing wire rope', 0.5, 1, ['Field Operations']],
  ['drone surveys', 1, 7, ['Data', 'Field Operations']],
  ['carbon accounting', 0.3, 6],
]

/** The topics of mentoring as skills: the first ones are the most usual. */
const topicSkills: readonly Skill[] = topics.map((topic, rank) => [
  topic.name,
  2 + 14 / (1 + rank / 3),
  3 + 14 / (1 + ((rank * 7) % topics.length) / 3),
])

const skills: readonly Skill[] = [...topicSkills, ...trades]

export const skillName = (skill: number): string => itemAt(skills, skill)[0]

function choiceFor(department: Department, side: 1 | 2): WeightedChoice {
  return new WeightedChoice(
    skills.map((skill) => {
      const home = skill[3]
      const weight = skill[side]
      if (!home) return weight
      // A trade is offered where it is practised and wanted a little further afield.
      if (home.includes(department)) return weight * (side === 1 ? 5 : 2.5)
      return side === 1 ? weight * 0.12 : weight * 0.5
    }),
  )
}

const offeredBy = departments.map((department) => choiceFor(department, 1))
const wantedBy = departments.map((department) => choiceFor(department, 2))

/** Numbers of up to `count` different skills; a topic's skill has the number of the topic. */
export function drawSkills(
  random: Random,
  department: number,
  side: 'offered' | 'wanted',
  count: number,
  except: readonly number[] = [],
): number[] {
  const choice = itemAt(side === 'offered' ? offeredBy : wantedBy, department)
  const drawn: number[] = []
  for (let tries = 0; drawn.length < count && tries < count * 4; tries++) {
    const skill = choice.indexAt(random.next())
    if (!drawn.includes(skill) && !except.includes(skill)) drawn.push(skill)
  }
  return drawn
}

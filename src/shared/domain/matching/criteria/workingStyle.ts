import { plural } from '../../summaryWords'
import type { Participant } from '../input'
import { addKnownValues, addValues, type Comparison, type Criterion } from './criterion'

type Answers = Participant['workingStyle']

/** From the first answer to the last one of a question. */
const steps = 4

/** How near the answers of the two are to each other, over the questions that both have answered. */
export const workingStyle: Criterion = ({ mentees, mentors }): Comparison | null => {
  const own = mentees.map((mentee) => mentee.workingStyle)
  const others = mentors.map((mentor) => mentor.workingStyle)
  if (own.every(isEmpty) || others.every(isEmpty)) return null
  const columns = new Map<string, Column>()
  for (const question of new Set(others.flatMap(Object.keys))) {
    const answers = Float64Array.from(others, (own) => own[question] ?? Number.NaN)
    columns.set(question, { answers, isComplete: !answers.some(Number.isNaN) })
  }
  const apart = new Float64Array(others.length)
  const questions = new Float64Array(others.length)

  return {
    add(mentee, weight, sums) {
      const answers = Object.entries(own[mentee] ?? {}).filter(([question]) => columns.has(question))
      apart.fill(0)
      questions.fill(0)
      let ofAll = 0
      for (const [question, answer] of answers) {
        const column = columns.get(question)
        if (column?.isComplete) {
          addDistances(column.answers, answer, apart)
          ofAll++
        } else if (column !== undefined) addKnownDistances(column.answers, answer, apart, questions)
      }
      if (ofAll === answers.length && ofAll > 0) {
        for (let mentor = 0; mentor < apart.length; mentor++) {
          apart[mentor] = 1 - (apart[mentor] ?? 0) / (steps * ofAll)
        }
        addKnownValues(apart, weight, sums)
      } else {
        for (let mentor = 0; mentor < apart.length; mentor++) {
          // NaN without a common question.
          apart[mentor] = 1 - (apart[mentor] ?? 0) / (steps * (ofAll + (questions[mentor] ?? 0)))
        }
        addValues(apart, weight, sums)
      }
    },
    explain: (mentee, mentor) => styleWords(own[mentee] ?? {}, others[mentor] ?? {}),
  }
}

/** The answers of all mentors to one question; NaN of who has not answered it. */
interface Column {
  answers: Float64Array
  isComplete: boolean
}

function addDistances(answers: Float64Array, own: number, apart: Float64Array): void {
  for (let mentor = 0; mentor < answers.length; mentor++) {
    apart[mentor] = (apart[mentor] ?? 0) + Math.abs((answers[mentor] ?? 0) - own)
  }
}

function addKnownDistances(
  answers: Float64Array,
  own: number,
  apart: Float64Array,
  questions: Float64Array,
): void {
  for (let mentor = 0; mentor < answers.length; mentor++) {
    const distance = Math.abs((answers[mentor] ?? 0) - own)
    if (distance >= 0) {
      apart[mentor] = (apart[mentor] ?? 0) + distance
      questions[mentor] = (questions[mentor] ?? 0) + 1
    }
  }
}

function styleWords(mentee: Answers, mentor: Answers): string {
  if (isEmpty(mentee) || isEmpty(mentor)) return 'Not both have said how they work.'
  const both = Object.keys(mentee).filter((question) => mentor[question] !== undefined)
  if (both.length === 0) return 'They have answered different questions about how they work.'
  const apart = (question: string) => Math.abs((mentee[question] ?? 0) - (mentor[question] ?? 0))
  const sum = both.reduce((total, question) => total + apart(question), 0)
  const [farthest = ''] = both.toSorted((one, other) => apart(other) - apart(one))
  const over = `${plural(both.length, 'question')} about how they work`
  if (sum === 0) return `Work the same way: they answered ${over} alike.`
  const mean = Number((sum / both.length).toFixed(1))
  return (
    `Work ${howFar(mean)}: ${mean} of ${steps} steps apart over ${over}, ` +
    `most in “${farthest}” (${mentee[farthest]} and ${mentor[farthest]}).`
  )
}

function howFar(mean: number): string {
  if (mean <= steps / 4) return 'much alike'
  return mean <= steps / 2 ? 'somewhat differently' : 'very differently'
}

function isEmpty(answers: Answers): boolean {
  return Object.keys(answers).length === 0
}

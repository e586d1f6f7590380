import { keyed } from '@renderer/components/charts/chartTable'
import { leastOf, type Scale, scoresOf } from '@shared/domain/surveys/scale'
import { useState } from 'react'
import { AnswerSheet } from './AnswerSheet'
import classes from './Surveys.module.css'
import { meanText } from './words'

/** The survey as it is written so far: to be tried out, with the scores that come of it. */
export function SurveyPreview({ scale }: { scale: Scale }) {
  const [answers, setAnswers] = useState<(number | null)[]>([])
  const { anchors, items, subscales } = scale
  // Answers that were tried before the scale became shorter are none.
  const tried = items.map((_, index) => {
    const answer = answers[index] ?? null
    return answer !== null && answer <= anchors.length ? answer : null
  })
  const scores = scoresOf(scale, tried)
  const asked = (at: number | null) =>
    at === null ? items.length : items.filter(({ subscale }) => subscale === at).length
  const lines = [
    { name: 'On the whole', score: scores.whole, of: asked(null) },
    ...subscales.map(({ name }, at) => ({ name, score: scores.subscales[at] ?? null, of: asked(at) })),
  ]
  return (
    <aside className={classes.preview} aria-label="Preview">
      <h2>As it will be asked</h2>
      <p className={classes.reading}>
        1 is “{anchors[0]}”, {anchors.length} “{anchors.at(-1)}”. Try it: the scores below follow.
      </p>
      {items.length === 0 ? null : <AnswerSheet scale={scale} answers={tried} onChange={setAnswers} />}
      <table className={classes.scores}>
        <tbody>
          {keyed(lines).map(({ key, thing: { name, score, of } }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>{' '}
                <small>
                  {of === 0
                    ? 'no statements'
                    : `from ${leastOf(of, scale.leastAnswered)} of ${of} answers on`}
                </small>
              </th>
              <td>{meanText(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}

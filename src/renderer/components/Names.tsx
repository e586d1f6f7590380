import type { Reference } from '@shared/contract/fields'
import { listWords } from '@shared/domain/summaryWords'
import { Fragment } from 'react'

/** "Ana Abel, Bo Baker and Cy Cole". */
export function namesOf(people: readonly Pick<Reference, 'name'>[]): string {
  return listWords(people.map(({ name }) => name))
}

/** The same for the eye: each name runs in its own direction, and the sentence in that of the page. */
export function Names({ people }: { people: readonly Reference[] }) {
  return people.map(({ id, name }, at) => (
    <Fragment key={id}>
      {joint(at, people.length)}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}

function joint(at: number, count: number): string {
  if (at === 0) return ''
  return at === count - 1 ? ' and ' : ', '
}

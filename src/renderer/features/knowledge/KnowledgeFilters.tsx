import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { FilterMenu, type FilterOption } from '@renderer/components/FilterMenu'
import { counted, knowledgeKindLabels, knowledgeStateLabels } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { SearchField } from '@renderer/components/SearchField'
import type { OutputOf } from '@shared/contract'
import { knowledgeKinds, knowledgeStates } from '@shared/domain/vocabulary'
import { useKnowledgeView } from './knowledgeView'

type Overview = OutputOf<'knowledge.overview'>

interface Props {
  overview: Overview
  /** Null until the first answer is there. */
  total: number | null
  onLeave: () => void
}

export function KnowledgeFilters({ overview, total, onLeave }: Props) {
  const { filter, narrow } = useKnowledgeView()
  const today = useToday()
  return (
    <div className={screen.bar}>
      <SearchField
        label="Search the knowledge base"
        value={filter.query}
        onChange={(query) => narrow({ query })}
        onLeave={onLeave}
      />
      <FilterMenu
        label="Kind"
        options={knowledgeKinds.map((value) => ({ value, label: knowledgeKindLabels[value] }))}
        chosen={filter.kinds}
        onChange={(kinds) => narrow({ kinds })}
      />
      <FilterMenu
        label="State"
        options={knowledgeStates.map((value) => ({ value, label: knowledgeStateLabels[value] }))}
        chosen={filter.states}
        onChange={(states) => narrow({ states })}
      />
      <FilterMenu
        label="Topic"
        options={optionsOf(overview.topics)}
        chosen={filter.topicIds}
        onChange={(topicIds) => narrow({ topicIds })}
      />
      {overview.communities.length > 0 ? (
        <FilterMenu
          label="Community"
          options={optionsOf(overview.communities)}
          chosen={filter.communityIds}
          onChange={(communityIds) => narrow({ communityIds })}
        />
      ) : null}
      <FilterMenu
        label="Author"
        options={optionsOf(overview.authors)}
        chosen={filter.authorIds}
        onChange={(authorIds) => narrow({ authorIds })}
      />
      {overview.toReview > 0 || filter.reviewBy !== null ? (
        <Chip
          on={filter.reviewBy !== null}
          onClick={() => narrow({ reviewBy: filter.reviewBy === null ? today : null })}
        >
          To look through again
        </Chip>
      ) : null}
      <span className={screen.found} role="status">
        {total === null ? '' : counted(total, 'piece')}
      </span>
    </div>
  )
}

function optionsOf(choices: Overview['topics']): FilterOption<number>[] {
  return choices.map(({ id, name, items }) => ({ value: id, label: name, count: items }))
}

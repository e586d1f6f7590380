import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core'
import { keyed } from '@renderer/components/charts/chartTable'
import { TextButton } from '@renderer/components/TextButton'
import type { Scale, SurveyItem } from '@shared/domain/surveys/scale'
import { IconX } from '@tabler/icons-react'
import classes from './Surveys.module.css'

interface Props {
  scale: Scale
  onChange: (part: Partial<Scale>) => void
}

/** The statements, each with the part it belongs to, and whether it speaks against it. */
export function StatementFields({ scale: { items, subscales }, onChange }: Props) {
  const change = (at: number, part: Partial<SurveyItem>) =>
    onChange({ items: items.map((item, index) => (index === at ? { ...item, ...part } : item)) })
  const add = () =>
    onChange({ items: [...items, { text: '', reversed: false, subscale: items.at(-1)?.subscale ?? null }] })
  const parts = subscales.flatMap(({ name }, index) =>
    name.trim() === '' ? [] : [{ value: String(index), label: name }],
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend>Statements</legend>
      {keyed(items).map(({ key, thing: { text, reversed, subscale } }, at) => (
        <div key={key} className={classes.line}>
          <TextInput
            aria-label={`Statement ${at + 1}`}
            placeholder="Something that people agree with or not"
            dir="auto"
            value={text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (at === items.length - 1) add()
            }}
            autoFocus={text === '' && at > 0}
          />
          {parts.length > 0 ? (
            <Select
              aria-label={`Part of statement ${at + 1}`}
              w={140}
              clearable
              placeholder="the whole"
              data={parts}
              value={subscale === null ? null : String(subscale)}
              onChange={(value) => change(at, { subscale: value === null ? null : Number(value) })}
            />
          ) : null}
          <Checkbox
            label="against"
            aria-label={`Statement ${at + 1} speaks against it`}
            checked={reversed}
            onChange={(event) => change(at, { reversed: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove statement ${at + 1}`}
            onClick={() => onChange({ items: items.filter((_, index) => index !== at) })}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <TextButton onClick={add}>Add a statement</TextButton>
    </fieldset>
  )
}

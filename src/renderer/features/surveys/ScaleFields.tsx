import { ActionIcon, NumberInput, TextInput } from '@mantine/core'
import { keyed } from '@renderer/components/charts/chartTable'
import { TextButton } from '@renderer/components/TextButton'
import type { Scale, Subscale } from '@shared/domain/surveys/scale'
import { IconX } from '@tabler/icons-react'
import classes from './Surveys.module.css'

interface Props {
  scale: Scale
  onChange: (part: Partial<Scale>) => void
}

/** Parts, answers, and how much has to be answered. */
export function ScaleFields({ scale: { anchors, items, subscales, leastAnswered }, onChange }: Props) {
  const changePart = (at: number, part: Partial<Subscale>) =>
    onChange({ subscales: subscales.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const removePart = (at: number) =>
    onChange({
      subscales: subscales.filter((_, index) => index !== at),
      items: items.map((item) => ({ ...item, subscale: without(item.subscale, at) })),
    })
  return (
    <>
      <fieldset className={classes.fieldset}>
        <legend>Parts</legend>
        {keyed(subscales).map(({ key, thing: { name, whenLow } }, at) => (
          <div key={key} className={classes.line}>
            <TextInput
              aria-label={`Part ${at + 1}`}
              w={150}
              placeholder="Such as Trust"
              dir="auto"
              value={name}
              onChange={(event) => changePart(at, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`What helps when part ${at + 1} is low`}
              placeholder="What helps when it is low"
              dir="auto"
              value={whenLow ?? ''}
              onChange={(event) => changePart(at, { whenLow: event.currentTarget.value || null })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove part ${at + 1}`}
              onClick={() => removePart(at)}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
        <TextButton onClick={() => onChange({ subscales: [...subscales, { name: '', whenLow: null }] })}>
          Add a part
        </TextButton>
      </fieldset>
      <fieldset className={classes.fieldset}>
        <legend>Answers, from the lowest</legend>
        <div className={classes.anchors}>
          {keyed(anchors).map(({ key, thing: anchor }, at) => (
            <TextInput
              key={key}
              aria-label={`Answer ${at + 1}`}
              leftSection={<span>{at + 1}</span>}
              dir="auto"
              value={anchor}
              onChange={(event) => {
                const { value } = event.currentTarget
                onChange({ anchors: anchors.map((one, index) => (index === at ? value : one)) })
              }}
            />
          ))}
        </div>
        <div className={classes.row}>
          <NumberInput
            label="Number of answers"
            min={2}
            max={11}
            value={anchors.length}
            onChange={(value) => {
              if (typeof value !== 'number' || value < 2 || value > 11) return
              onChange({ anchors: Array.from({ length: value }, (_, at) => anchors[at] ?? '') })
            }}
          />
          <NumberInput
            label="Answered at least, for a score"
            suffix=" %"
            min={1}
            max={100}
            value={leastAnswered}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 100)
                onChange({ leastAnswered: Math.round(value) })
            }}
          />
        </div>
      </fieldset>
    </>
  )
}

/** Where a statement belongs when a part is gone. */
function without(subscale: number | null, gone: number): number | null {
  if (subscale === null || subscale === gone) return null
  return subscale > gone ? subscale - 1 : subscale
}

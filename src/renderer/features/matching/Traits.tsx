import { Autocomplete, Checkbox, CloseButton, TextInput } from '@mantine/core'
import { TextButton } from '@renderer/components/TextButton'
import type { Trait } from '@shared/domain/matching/traits'
import classes from './Matching.module.css'

interface Props {
  traits: readonly Trait[]
  onChange: (traits: Trait[]) => void
}

const usual = ['Age', 'Faith', 'First language', 'Gender', 'Origin']

/** What somebody told about themselves for this matching, and whether they ask for a partner like them in it. */
export function Traits({ traits, onChange }: Props) {
  const set = (at: number, part: Partial<Trait>) =>
    onChange(traits.map((trait, place) => (place === at ? { ...trait, ...part } : trait)))
  // A new line has nothing but its place that tells it from others.
  const lines = traits.map((trait, at) => ({ trait, at }))
  return (
    <fieldset className={classes.traits}>
      <legend>Somebody like themselves</legend>
      <p className={classes.small}>
        Some feel safer with a partner of their own gender, age or faith. Note it only where they told you so
        for this matching. It is compared only if somebody asks for it, stands in no list or report, and is
        deleted with the enrolment.
      </p>
      {lines.map(({ trait, at }) => (
        <div key={at} className={classes.trait}>
          <Autocomplete
            size="xs"
            aria-label={`What line ${at + 1} is about`}
            placeholder="Gender"
            data={usual}
            required={trait.value !== '' || trait.asks}
            value={trait.trait}
            onChange={(value) => set(at, { trait: value })}
          />
          <TextInput
            size="xs"
            aria-label={`What they told in line ${at + 1}`}
            placeholder="What they told"
            required={trait.trait !== '' || trait.asks}
            value={trait.value}
            onChange={(event) => set(at, { value: event.currentTarget.value })}
          />
          <Checkbox
            size="xs"
            label="asks for it"
            checked={trait.asks}
            onChange={(event) => set(at, { asks: event.currentTarget.checked })}
          />
          <CloseButton
            size="sm"
            aria-label={`Remove line ${at + 1}`}
            onClick={() => onChange(traits.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <TextButton onClick={() => onChange([...traits, { trait: '', value: '', asks: true }])}>
        Add what they told
      </TextButton>
    </fieldset>
  )
}

/** Without lines that were left empty. */
export function traitsTold(traits: readonly Trait[]): Trait[] {
  return traits.filter(({ trait, value }) => trait.trim() !== '' && value.trim() !== '')
}

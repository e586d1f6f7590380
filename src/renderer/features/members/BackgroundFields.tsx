import { Select, TagsInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { findMembers } from '@renderer/app/finders'
import { MemberPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import type { MemberFields } from './memberFields'
import { seniorityWords } from './seniority'

const timeZones = Intl.supportedValuesOf('timeZone')

interface Props {
  form: UseFormReturnType<MemberFields>
  manager: Reference | null
  /** What is wrong with the hours. */
  error: string | undefined
}

/** What matching looks at besides: where somebody's clock is, what they speak, how far they have come, to whom they report. */
export function BackgroundFields({ form, manager, error }: Props) {
  const seniority = form.getInputProps('seniority')
  return (
    <>
      <Select
        label="Time zone"
        data={timeZones}
        searchable
        clearable
        limit={50}
        key={form.key('timeZone')}
        {...form.getInputProps('timeZone')}
      />
      <Select
        label="Seniority"
        data={seniorityWords.map((label, at) => ({ value: String(at + 1), label }))}
        clearable
        key={form.key('seniority')}
        {...seniority}
        defaultValue={seniority.defaultValue === null ? null : String(seniority.defaultValue)}
        onChange={(value) => form.setFieldValue('seniority', value === null ? null : Number(value))}
      />
      <TextInput
        label="Has time"
        placeholder="Mon 9-12, Thu 14-17"
        error={error}
        key={form.key('hours')}
        {...form.getInputProps('hours')}
      />
      <TagsInput label="Languages" key={form.key('languages')} {...form.getInputProps('languages')} />
      <MemberPicker
        label="Reports to"
        search={findMembers}
        initial={manager}
        onChange={(id) => form.setFieldValue('manager', id)}
      />
    </>
  )
}

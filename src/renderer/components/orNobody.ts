import type { OptionsFilter } from '@mantine/core'

const nobody = { value: 'nobody', label: 'Nobody of that name', disabled: true }

/**
 * What was found as it is; where that is nothing, a line that says so. It is an option that cannot be chosen: a list
 * without any option is none for who hears it read out.
 */
export const orNobody: OptionsFilter = ({ options }) => {
  const isEmpty = options.every((option) => 'group' in option && option.items.length === 0)
  return isEmpty ? [nobody] : options
}

import { Button, Menu } from '@mantine/core'
import { type ExportFormat, exportFormats } from '@shared/domain/vocabulary'
import { exportFormatLabels } from '../labels'

interface Props {
  label: string
  /** What the screen is for, and not one way among others. */
  isMain?: boolean
  busy: boolean
  disabled?: boolean
  onChoose(format: ExportFormat): void
}

/** A way out of here, in the format that is chosen. */
export function FormatMenu({ label, isMain = false, busy, disabled = false, onChoose }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant={isMain ? 'filled' : 'default'} disabled={disabled} loading={busy}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((format) => (
          <Menu.Item key={format} onClick={() => onChoose(format)}>
            {exportFormatLabels[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import styles from './charts.module.css'
import type { Locale, Unit } from './formats'
import { shadeOpacity } from './HeatGrid'
import { type HeatScale, heatLegend } from './heatMapData'

interface HeatLegendProps {
  scale: HeatScale
  unit: Unit
  locale: Locale
}

/** The shades from less to more, each with the counts that it stands for. */
export function HeatLegend({ scale, unit, locale }: HeatLegendProps) {
  return (
    <ul className={styles.legend}>
      <li>{unit.other} a day:</li>
      {heatLegend(scale, locale).map((label, step) => (
        <li key={label}>
          <svg width={12} height={12} aria-hidden="true">
            <rect
              width={12}
              height={12}
              rx={2}
              fill={step === 0 ? 'var(--ink)' : 'var(--s1)'}
              fillOpacity={step === 0 ? 0.06 : shadeOpacity(step, scale.length)}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

interface Props {
  title: string
  /** One sentence of plain reading of what is shown below. */
  reading?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, reading, actions }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 dir="auto">{title}</h1>
        <p>{reading ?? ' '}</p>
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  )
}

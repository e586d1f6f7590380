import { useEffect } from 'react'
import { loadable, useLoaded } from '../../components/useLoaded'
import { listen } from '../api'
import { closeWholeDialog, openExport, useWholeDialog } from './wholeDialog'

/** Seldom wanted, so the start does not load them. */
const exportDialog = loadable(() => import('./ExportEverything').then((m) => m.ExportEverything))
const openDialog = loadable(() => import('./OpenExport').then((m) => m.OpenExport))

/** Everything out of a file, and into a new one: whether a file is open or not. */
export function WholeDialogs({ fileIsOpen }: { fileIsOpen: boolean }) {
  const open = useWholeDialog((state) => state.open)
  // Without an open file nobody else hears the menu.
  useEffect(() => listen('menu', ({ command }) => (command === 'open-export' ? openExport() : undefined)), [])
  useEffect(() => {
    if (open === 'export' && !fileIsOpen) closeWholeDialog()
  }, [open, fileIsOpen])
  if (open === 'export' && fileIsOpen) return <Exporting />
  return open === 'open' ? <Opening fileIsOpen={fileIsOpen} /> : null
}

function Exporting() {
  const Loaded = useLoaded(exportDialog)
  return Loaded ? <Loaded /> : null
}

function Opening(props: { fileIsOpen: boolean }) {
  const Loaded = useLoaded(openDialog)
  return Loaded ? <Loaded {...props} /> : null
}

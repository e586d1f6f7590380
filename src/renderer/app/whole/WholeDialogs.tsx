import { useEffect } from 'react'
import { loadable, useLoaded } from '../../components/useLoaded'
import { listen } from '../api'
import { closeWholeDialog, openExport, useWholeDialog } from './wholeDialog'

/** Seldom wanted, so the start does not load them. */
const exportDialog = loadable(() => import('./ExportEverything').then((m) => m.ExportEverything))
const openDialog = loadable(() => import('./OpenExport').then((m) => m.OpenExport))
const giveDialog = loadable(() => import('./give/GiveChanges').then((m) => m.GiveChanges))
const mergeDialog = loadable(() => import('./merge/MergeCopy').then((m) => m.MergeCopy))

/** Everything out of a file, into a new one, and what a colleague has into this one and back: whether a file is open or not. */
export function WholeDialogs({ fileIsOpen }: { fileIsOpen: boolean }) {
  const open = useWholeDialog((state) => state.open)
  // Without an open file nobody else hears the menu.
  useEffect(() => listen('menu', ({ command }) => (command === 'open-export' ? openExport() : undefined)), [])
  useEffect(() => {
    if (open !== null && open !== 'open' && !fileIsOpen) closeWholeDialog()
  }, [open, fileIsOpen])
  if (open === 'export' && fileIsOpen) return <Exporting />
  if (open === 'merge' && fileIsOpen) return <Merging />
  if (open === 'give' && fileIsOpen) return <Giving />
  return open === 'open' ? <Opening fileIsOpen={fileIsOpen} /> : null
}

function Exporting() {
  const Loaded = useLoaded(exportDialog)
  return Loaded ? <Loaded /> : null
}

function Merging() {
  const Loaded = useLoaded(mergeDialog)
  return Loaded ? <Loaded /> : null
}

function Giving() {
  const Loaded = useLoaded(giveDialog)
  return Loaded ? <Loaded /> : null
}

function Opening(props: { fileIsOpen: boolean }) {
  const Loaded = useLoaded(openDialog)
  return Loaded ? <Loaded {...props} /> : null
}

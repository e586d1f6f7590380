import { create } from 'zustand'

/** Which of the two dialogs about a whole file is open. */
export const useWholeDialog = create<{ open: 'export' | 'open' | null }>(() => ({ open: null }))

export const exportEverything = (): void => useWholeDialog.setState({ open: 'export' })
export const openExport = (): void => useWholeDialog.setState({ open: 'open' })
export const closeWholeDialog = (): void => useWholeDialog.setState({ open: null })

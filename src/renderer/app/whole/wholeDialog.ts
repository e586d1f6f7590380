import { create } from 'zustand'

/** Which of the dialogs about a whole file is open. */
export const useWholeDialog = create<{ open: 'export' | 'open' | 'merge' | 'give' | null }>(() => ({
  open: null,
}))

export const exportEverything = (): void => useWholeDialog.setState({ open: 'export' })
export const openExport = (): void => useWholeDialog.setState({ open: 'open' })
export const mergeCopy = (): void => useWholeDialog.setState({ open: 'merge' })
export const giveChanges = (): void => useWholeDialog.setState({ open: 'give' })
export const closeWholeDialog = (): void => useWholeDialog.setState({ open: null })

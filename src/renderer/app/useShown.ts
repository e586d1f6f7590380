import { useEffect } from 'react'
import { call } from './api'

/** Tells the main process, once, that a screen can be used: its first data is in view. */
export function useShown(screen: string, ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    document.documentElement.dataset.shown = screen
    void call('window.shown', { screen })
  }, [screen, ready])
}

import { create } from 'zustand'

interface AlivenessView {
  /** Leaves out what came in from files. */
  loggedOnly: boolean
  /** The parts as one number, only for who asks for it. */
  number: boolean
  setLoggedOnly(loggedOnly: boolean): void
  setNumber(number: boolean): void
}

export const useAlivenessView = create<AlivenessView>()((set) => ({
  loggedOnly: false,
  number: false,
  setLoggedOnly: (loggedOnly) => set({ loggedOnly }),
  setNumber: (number) => set({ number }),
}))

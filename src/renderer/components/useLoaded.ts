import { type ComponentType, useEffect, useReducer } from 'react'

/** A component whose code may still have to be loaded. */
export interface Loadable<Props> {
  load: () => Promise<ComponentType<Props>>
  loaded: ComponentType<Props> | null
  failure: unknown
}

export function loadable<Props>(load: Loadable<Props>['load']): Loadable<Props> {
  return { load, loaded: null, failure: null }
}

/** One that is there from the beginning. */
export function ready<Props>(component: ComponentType<Props>): Loadable<Props> {
  return { load: async () => component, loaded: component, failure: null }
}

/**
 * Loads the component when it is first wanted. Not by React's `lazy`: having shown a placeholder, React holds back
 * what has come in the meantime for 300 ms.
 *
 * @returns null until the component is there; throws for the error boundary when it cannot be loaded.
 */
export function useLoaded<Props>(wanted: Loadable<Props>): ComponentType<Props> | null {
  const [, settled] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    if (wanted.loaded !== null) return
    wanted
      .load()
      .then(
        (component) => {
          wanted.loaded = component
        },
        (error: unknown) => {
          wanted.failure = error
        },
      )
      .finally(settled)
  }, [wanted])
  if (wanted.failure !== null) throw wanted.failure
  return wanted.loaded
}

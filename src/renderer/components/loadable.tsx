import { type ComponentType, useEffect, useReducer } from 'react'

/**
 * A component whose code is loaded when it is first shown; until then there is nothing in its place. Not React's
 * `lazy`: having shown a placeholder, React holds back what has come in the meantime for 300 ms.
 */
export function loadable<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  let failure: unknown = null
  return function Loadable(props: Props) {
    const [, settled] = useReducer((times: number) => times + 1, 0)
    useEffect(() => {
      if (Loaded !== null) return
      load()
        .then(
          (component) => {
            Loaded = component
          },
          (error: unknown) => {
            failure = error
          },
        )
        .finally(settled)
    }, [])
    if (failure !== null) throw failure
    return Loaded === null ? null : <Loaded {...props} />
  }
}

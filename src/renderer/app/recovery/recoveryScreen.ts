import { loadable } from '../../components/useLoaded'

/** Few will ever see it, so the start does not load it. */
export const recoveryScreen = loadable(() => import('./Recovery').then((m) => m.Recovery))

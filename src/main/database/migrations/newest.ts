import { migrations } from './index'

/** Number of the newest migration: the version of the program files that this version of Coppice writes. */
export const newestVersion = migrations.at(-1)?.number ?? 0

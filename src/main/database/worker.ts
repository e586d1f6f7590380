import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerSetup } from './protocol'
import { serve } from './serve'

if (!parentPort) throw new Error('The database worker only runs as a thread.')
await serve(parentPort, workerData as WorkerSetup)

/** The thread in which a report is exported, started by `export.ts`: it answers once. */

import { parentPort, workerData } from 'node:worker_threads'
import { exported } from '../export-work'

void exported(workerData).then(answer => parentPort?.postMessage(answer))

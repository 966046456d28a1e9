/** The thread in which a report is exported, started by `export.ts`: it answers once. */

import { parentPort, workerData } from 'node:worker_threads'
import { config } from '@vscode/l10n'
import type { Exported } from '../tools'
import type { ExportWork } from './export'

async function exported({ content, template, translations }: ExportWork): Promise<Exported> {
  if (translations !== undefined) config({ contents: translations })
  const { documentOf, TemplateError } = await import('../../export/export')
  try {
    return await documentOf(content, { template })
  } catch (error) {
    if (error instanceof TemplateError) return { refusal: error.message }
    throw error
  }
}

void exported(workerData).then(answer => parentPort?.postMessage(answer))

/** The part of an export that takes long, for a thread or a worker of its own. */

import { config } from '@vscode/l10n'
import type { Content } from '../export/export'
import type { Exported, ExportTool } from './tools'

/** What it is given: data, which can be sent there. */
export interface ExportWork {
  readonly content: Content
  readonly template: Uint8Array | undefined
  readonly translations: Parameters<ExportTool>[1]['translations']
}

/** Called in the thread that is to be busy. */
export async function exported({ content, template, translations }: ExportWork): Promise<Exported> {
  if (translations !== undefined) config({ contents: translations })
  const { documentOf, TemplateError } = await import('../export/export')
  try {
    return await documentOf(content, { template })
  } catch (error) {
    if (error instanceof TemplateError) return { refusal: error.message }
    throw error
  }
}

/** Called where the report is: what is to be sent. */
export async function exportWork(
  report: Parameters<ExportTool>[0],
  { template, comments, translations }: Parameters<ExportTool>[1],
): Promise<ExportWork> {
  const { contentOf } = await import('../export/export')
  return { content: contentOf(report, { comments }), template, translations }
}

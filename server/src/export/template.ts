/** Puts a report into a Word document that an office has made as its template. */

import type { Report } from '../report/model'
import type { Part } from './document'

/** Why a template cannot be used, as a sentence for the user. */
export class TemplateError extends Error {}

export async function fillTemplate(
  _template: Uint8Array,
  _report: Report,
  _parts: readonly Part[],
): Promise<Uint8Array> {
  throw new TemplateError('Templates are not supported yet.')
}

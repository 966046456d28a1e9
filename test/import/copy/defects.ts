/** Reports with one defect of each kind that there is place for, all in one text. */

import { parseReport } from '../../../server/src/report/parse'
import { applyEdits, TakenPlaces, type TextEdit } from '../../../server/src/text/edits'
import type { ReportType } from '../../../server/src/types/report-type'
import { generators } from '../../recall/defects'

/** The text with the first defect of each kind whose place no other one changes. */
export function withDefects(text: string, type?: ReportType): string {
  const report = parseReport(text, type === undefined ? {} : { type })
  if (report === undefined) return text
  const taken = new TakenPlaces()
  const edits: TextEdit[] = []
  for (const generator of Object.values(generators))
    for (const defect of generator(report)) {
      if (!taken.take(defect.edits)) continue
      edits.push(...defect.edits)
      break
    }
  return applyEdits(text, edits)
}

/** Rename: the new name of a judgement's grade is another grade, at every place that states it. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report } from '../../report/model'
import type { Severities } from '../../rules/run'
import { type Span, touches } from '../../text/span'
import { judgementOf, type Place, placeAt, sectionAt } from '../navigate/places'
import type { PlanOrReason } from './plan'
import { setGrade } from './set-grade'

export interface Renamed {
  /** The words that are underlined while the new grade is typed, on the line of the offset. */
  readonly span: Span
  /** What is in the box to be typed over: the present grade, or `[grade]` where there is none. */
  readonly placeholder: string
}

const reason = (): string =>
  l10n.t(
    'Only a judgement’s grade can be changed everywhere at once. Press F2 on its heading, grade or row.',
  )

/** What is renamed at the offset; a reason, in one sentence for the user, where nothing can be. */
export function renamed(report: Report, offset: number): Renamed | { readonly error: string } {
  const found = gradedPlace(report, offset)
  if (found === undefined || report.type.scale === undefined) return { error: reason() }
  const { judgement, span } = found
  const { lines } = report
  const line = lines.lineAt(offset)
  const start = Math.max(span.start, lines.start(line))
  const end = Math.min(span.end, lines.end(line))
  return {
    span: start <= end ? { start, end } : { start: offset, end: offset },
    // For an empty one VS Code would show the word at the cursor, which is not what is changed.
    placeholder: judgement.grade?.word ?? '[grade]',
  }
}

/** The changes that give the judgement at the offset the grade typed in place of its old one. */
export function rename(
  report: Report,
  offset: number,
  newName: string,
  severities: Severities = {},
): PlanOrReason {
  return gradedPlace(report, offset) === undefined
    ? { error: reason() }
    : setGrade(report, offset, newName, severities)
}

interface GradedPlace {
  readonly judgement: Judgement
  readonly span: Span
}

/** A place that states the judgement, or any word of its opening sentence, but not the text of its section. */
function gradedPlace(report: Report, offset: number): GradedPlace | undefined {
  const place: Place | undefined = placeAt(report, offset)
  if (place?.kind === 'judgement') return { judgement: place.judgement, span: place.origin }
  if (place !== undefined) return undefined
  const section = sectionAt(report, offset)
  const judgement = judgementOf(report, section)
  const opening = section?.opening
  if (judgement !== undefined && opening !== undefined && touches(opening.sentence, offset))
    return { judgement, span: opening.statement?.word ?? opening.sentence }
  return statedOnCover(report, offset)
}

/** A sentence of the cover that takes the place of a row, or the one of the text that says the same. */
function statedOnCover({ judgements }: Report, offset: number): GradedPlace | undefined {
  for (const judgement of judgements) {
    const { row } = judgement
    if (row === undefined) continue
    const span = row.grade?.span ?? row.label
    if (touches(row.line, offset)) return { judgement, span }
    const { restated } = row
    if (restated !== undefined && touches(restated.sentence, offset))
      return { judgement, span: restated.statement?.word ?? restated.sentence }
  }
  return undefined
}

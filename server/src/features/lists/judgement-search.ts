/** The judgements of a report as a search over many reports finds them. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import type { Span } from '../../text/span'
import { wordsIn } from '../../text/words'
import { inspectionDates, publicationDate } from '../wording/report-dates'
import { plainLine } from '../wording/section-title'

export interface FoundJudgement {
  /** "Staying safe – good". */
  readonly name: string
  /** "Westmarch, 2011"; the type's name where the cover says neither. */
  readonly report: string
  /** Its heading, otherwise its row. */
  readonly target: Span
}

/** All the judgements that appear somewhere in a report, in its order. */
export function searchableJudgements(report: Report): readonly FoundJudgement[] {
  const name = nameOf(report)
  return report.judgements.flatMap(({ title, grade, disagreement, section, row, mentions }) => {
    const target = section?.heading.title ?? row?.label ?? mentions[0]?.span
    if (target === undefined) return []
    const says =
      disagreement !== undefined ? l10n.t('places differ') : (grade?.word ?? l10n.t('no grade'))
    const { start, end } = target
    return [{ name: `${plainLine(title)} – ${says}`, report: name, target: { start, end } }]
  })
}

/**
 * Is every word of the query in a judgement's name or report? Each may be the beginning of a word, in any order
 * and in upper or lower case: `good oxf`.
 */
export function answers(query: string): (judgement: Omit<FoundJudgement, 'target'>) => boolean {
  const asked = wordsOf(query)
  return ({ name, report }) => {
    const there = wordsOf(`${name} ${report}`)
    return asked.every(word => there.some(each => each.startsWith(word)))
  }
}

function wordsOf(text: string): readonly string[] {
  return wordsIn(text.toLowerCase())
}

function nameOf(report: Report): string {
  const { authority } = report.cover
  const day = inspectionDates(report)?.from ?? publicationDate(report)
  const parts = [
    ...(authority === undefined ? [] : [plainLine(authority.text)]),
    ...(day === undefined ? [] : [day.slice(0, 4)]),
  ]
  return parts.length === 0 ? report.type.name : parts.join(', ')
}

/** Takes out the findings that the text says to ignore, and those in remarks that are not part of it. */

import { htmlComments } from '../report/marks/marks'
import type { Report, Suppression } from '../report/model'
import { isInside } from '../text/inside'
import type { CheckedFinding } from './rule'

export interface Kept {
  /** In the order of the text. */
  readonly findings: readonly CheckedFinding[]
  /** For each suppression, the ids of the rules of which it took out a finding. */
  readonly silenced: ReadonlyMap<Suppression, ReadonlySet<string>>
}

/** What is left of the findings, which are in the order of the text. A finding counts where it starts. */
export function suppress(report: Report, findings: readonly CheckedFinding[]): Kept {
  const silenced = new Map<Suppression, Set<string>>()
  if (findings.length === 0) return { findings, silenced }
  const byRule = suppressionsByRule(report)
  const isRemark = remarks(report)
  const kept = findings.filter(({ rule, span }) => {
    // In a report that begins with a comment and has no title, findings about the title are in that comment.
    if (isRemark(span.start) && span.start !== report.title.start) return false
    let isKept = true
    for (const suppression of byRule.get(rule.id) ?? []) {
      const { target } = suppression
      if (span.start < target.start || span.start >= target.end) continue
      isKept = false
      const ids = silenced.get(suppression)
      if (ids === undefined) silenced.set(suppression, new Set([rule.id]))
      else ids.add(rule.id)
    }
    return isKept
  })
  return { findings: kept, silenced }
}

function suppressionsByRule(report: Report): ReadonlyMap<string, readonly Suppression[]> {
  const byRule = new Map<string, Suppression[]>()
  for (const suppression of report.suppressions) {
    for (const { text } of suppression.rules) {
      const there = byRule.get(text)
      if (there === undefined) byRule.set(text, [suppression])
      else there.push(suppression)
    }
  }
  return byRule
}

/** Does an offset lie in a comment or note? The offsets must be asked for in order. */
function remarks({ text, notes }: Report): (offset: number) => boolean {
  const isInComment = isInside(htmlComments(text))
  // What starts where the note does is about the note.
  const isInNote = isInside(notes.map(({ span }) => ({ start: span.start + 1, end: span.end })))
  return offset => {
    const isIn = isInComment(offset)
    return isInNote(offset) || isIn
  }
}

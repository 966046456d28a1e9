/** What a command would change in a text, shown to the user before it is done. */

import type { Report } from '../../report/model'
import { applyEdits, type TextEdit } from '../../text/edits'
import { greatest, least } from '../../text/lists'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'

/** Changes that belong together: all that are chosen are made at once, or none. */
export interface Plan {
  /** What is done, as an instruction: `Set "Being healthy" to good`. */
  readonly title: string
  /** In the order of the text; no two touch the same words. */
  readonly changes: readonly PlannedChange[]
  /** What else the user should know before deciding, in sentences: a limit that the change breaches. */
  readonly remarks: readonly string[]
}

/** One change that can be accepted or declined by itself. */
export interface PlannedChange extends TextEdit {
  /** Where and what, in the user's words: `Paragraph 14: 15 → 14`. */
  readonly label: string
  /** The words around, so that nobody has to look them up: see `wordsAround`. */
  readonly description: string
  /** Is it made unless the user says otherwise? Where false, it is made only if they ask for it. */
  readonly ticked: boolean
}

/** A plan, or the sentence that tells the user why there is not one. */
export type PlanOrReason = Plan | { readonly error: string }

/**
 * The edits as one that replaces everything from the first to the last, and all of `around`: "a good service"
 * becomes "an outstanding service" as a whole or not at all. Undefined where there are none.
 */
export function joined(
  text: string,
  edits: readonly TextEdit[],
  around?: Span,
): TextEdit | undefined {
  if (edits.length === 0) return undefined
  const spans = [...edits.map(({ span }) => span), ...(around === undefined ? [] : [around])]
  const start = least(spans.map(span => span.start))
  const end = greatest(spans.map(span => span.end))
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }))
  return { span: { start, end }, newText: applyEdits(text.slice(start, end), moved) }
}

/** The most letters that are shown on either side of what changes. */
const mostBefore = 40
const mostAfter = 60

/**
 * The words on the lines of a place, shortened at whole words:
 * `… partnership working is good and has improved since …`.
 */
export function wordsAround({ text, lines }: Report, { start, end }: Span): string {
  const lineStart = lines.start(lines.lineAt(start))
  const lineEnd = lines.end(lines.lineAt(end))
  const from = Math.max(lineStart, start - mostBefore)
  const to = Math.min(lineEnd, end + mostAfter)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  const words =
    (from > lineStart ? before.replace(/^\S*\s/, '… ') : before) +
    text.slice(start, end) +
    (to < lineEnd ? after.replace(/\s\S*$/, ' …') : after)
  return singleSpaced(words).trim()
}

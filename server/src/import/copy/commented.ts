/** A copy of a Word document with a comment at the words of each problem; everything else is as it was. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import { applyEdits } from '../../text/edits'
import { singleSpaced } from '../../text/spaces'
import { Pace, type Steps } from '../../text/steps'
import { ImportError } from '../import-error'
import { highlightNote } from '../word/run-marks'
import { tracedReading, type WordOrigins } from '../word-origins'
import { type Anchor, anchorOf, highlightedBefore } from './anchors'
import {
  addComments,
  type Comment,
  commentStyles,
  commentsPart,
  referenceLook,
} from './comments-part'
import { copying, namespaceOf, surroundingsOf } from './copied-document'
import { earlierComments } from './earlier-comments'
import { FreeIds } from './free-ids'
import { Marks } from './marks'
import { type ChangedParts, change, textPart } from './package-parts'
import { repacked } from './repacked'

/** Problems that were found in a report that was read from a Word document. */
export interface FoundProblems {
  readonly report: Report
  readonly findings: readonly CheckedFinding[]
  /** When they were found. */
  readonly at: Date
}

export interface CommentedCopy {
  readonly bytes: Uint8Array
  /** How many comments were put in. */
  readonly comments: number
  /** How many problems can be seen in the document already, as comments, and got none. */
  readonly leftOut: number
  /** How many are about words that the document only draws, and have no place for one. */
  readonly unplaced: number
}

/** Throws an `ImportError` for a document that cannot be copied, or from which another report was read. */
export function* commentedCopy(bytes: Uint8Array, found: FoundProblems): Steps<CommentedCopy> {
  const traced = yield* tracedReading(bytes)
  if (traced.text !== found.report.text)
    throw new ImportError(
      l10n.t('The document has changed since it was checked. Please try again.'),
    )
  return yield* copying(copied(bytes, traced, found))
}

function* copied(
  bytes: Uint8Array,
  traced: WordOrigins,
  { report, findings, at }: FoundProblems,
): Steps<CommentedCopy> {
  const surroundings = yield* surroundingsOf(bytes, traced.part)
  const { archive, budget } = surroundings
  const document = yield* textPart(archive, traced.part, budget)
  const there = yield* commentsPart(surroundings)
  const styles = yield* commentStyles(surroundings)
  const ids = new FreeIds([document.xml, there?.xml ?? ''])
  const marks = new Marks(traced, ids)
  const earlier = yield* earlierComments(surroundings, traced)
  const { space, declared } = namespaceOf(traced)
  const comments: Comment[] = []
  let leftOut = 0
  let unplaced = 0
  const pace = new Pace()
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    if (pace.isOver(1000)) yield
    const { start, end } = finding.span
    const isHighlight = report.text.slice(start, end) === highlightNote()
    const highlighted = isHighlight ? highlightedBefore(report.text, traced, start) : undefined
    const anchor = anchorOf(report.text, traced, highlighted ?? finding.span)
    if (anchor === undefined) {
      unplaced++
      continue
    }
    const words = isHighlight
      ? l10n.t('This is still highlighted. Deal with it, then take the highlighting away.')
      : wordsOf(report, finding, anchor)
    if (words === undefined || earlier.take(words, anchor.first.element)) {
      leftOut++
      continue
    }
    const id = ids.next()
    comments.push({ id, words })
    const mark = (name: string) => `<w:${name}${declared} w:id="${id}"/>`
    marks.around(anchor.first, anchor.last, {
      start: mark('commentRangeStart'),
      end: mark('commentRangeEnd'),
      after: `<w:r${declared}>${referenceLook(styles)}<w:commentReference w:id="${id}"/></w:r>`,
    })
  }
  const parts: ChangedParts = new Map()
  change(parts, document, applyEdits(document.xml, marks.edits()))
  yield
  yield* addComments(parts, surroundings, { there, comments }, { styles, at, space })
  return { bytes: yield* repacked(archive, parts), comments: comments.length, leftOut, unplaced }
}

/** Longer words are cut off where they are quoted. */
const longestQuoted = 60

/**
 * What the comment says: about a grade it asks, and where it cannot be at the words it quotes them. Undefined where
 * the problem is a comment itself.
 */
function wordsOf(
  { text }: Report,
  { span, message, question = message }: CheckedFinding,
  { inside }: Anchor,
): string | undefined {
  if (inside === 'comment') return undefined
  if (inside === undefined) return question
  const words = singleSpaced(text.slice(span.start, span.end)).trim()
  const quoted = words.length > longestQuoted ? `${words.slice(0, longestQuoted)}…` : words
  switch (inside) {
    case 'footnote':
      return l10n.t('In the footnote here, “{0}”: {1}', quoted, question)
    case 'endnote':
      return l10n.t('In the endnote here, “{0}”: {1}', quoted, question)
    default:
      return l10n.t('In the text box here, “{0}”: {1}', quoted, question)
  }
}

/** Defects of paragraph numbers, of references to them, and of paragraphs themselves. */

import type { Paragraph, Report } from '../../server/src/report/model'
import { insert, remove, replace } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { defect, endsLine, expected, type Generator, renumber, slice } from './defect'

/** All numbers from a paragraph on are one, or ten, too high. */
export const skippedNumber: Generator = function* (report) {
  for (const { paragraph, previous } of soundParagraphs(report)) {
    // A number may be meant for what is, without one, before the paragraph.
    const at = { start: previous.span.end, end: paragraph.label.end }
    for (const by of [1, 10]) {
      const higher = (number: number) => (number >= paragraph.number ? number + by : number)
      const edits = renumber(report, higher, partOf(report, paragraph))
      yield defect(`${paragraph.number} is ${paragraph.number + by}, and so on`, edits, {
        at: [at],
        or: ['missing-paragraph-number'],
        undoable: report.text.slice(at.start, paragraph.label.start).trim() === '',
      })
    }
  }
}

/** A paragraph has the number of the one before, or of one far away; or all are one too low from here. */
export const duplicateNumber: Generator = function* (report) {
  for (const { paragraph, previous } of soundParagraphs(report)) {
    const { number } = paragraph
    const at = [previous.label, paragraph.label]
    const one = [replace(paragraph.digits, String(previous.number))]
    yield defect(`${number} is ${previous.number}`, one, { at })
    const far = number > 30 ? number - 20 : number + 20
    if (report.numbering.paragraphs.some(other => other.number === far)) {
      yield defect(`${number} is ${far}`, [replace(paragraph.digits, String(far))], {
        at: [paragraph.label],
        or: ['misplaced-paragraph-number'],
      })
    }
    const lower = (each: number) => (each >= number ? each - 1 : each)
    const all = renumber(report, lower, partOf(report, paragraph))
    yield defect(`${number} is ${previous.number}, and so on`, all, {
      at: [paragraph.label],
      // A reference to this number may be meant for either of the two.
      undoable: report.references.every(reference => reference.number !== number),
    })
  }
}

/** A number far too high; a number in the running text; a paragraph two places too late. */
export const misplacedNumber: Generator = function* (report) {
  const sound = soundParagraphs(report)
  const last = Math.max(...report.numbering.paragraphs.map(({ number }) => number))
  for (const [index, neighbours] of sound.entries()) {
    const { paragraph, next } = neighbours
    const { number, digits, label, span } = paragraph
    const tooHigh = last + number
    yield defect(`${number} is ${tooHigh}`, [replace(digits, String(tooHigh))], {
      at: [label],
      or: ['skipped-paragraph-number'],
    })

    const inside = wordGap(report, paragraph)
    if (inside !== undefined) {
      const edits = [remove(label), insert(inside, expected(`${number}.`).concat(' '))]
      yield defect(`${number} stands in its text`, edits, {
        undoable: hasUsualForm(report, neighbours),
      })
    }

    const target = sound[index + 2]?.paragraph
    if (paragraph.fragments.length > 1) continue
    if (target === undefined || target.number !== number + 2 || next.number !== number + 1) continue
    const line = report.lines.lineAt(label.start)
    const start = report.lines.start(line)
    const following = report.lines.start(report.lines.lineAt(next.label.start))
    const until = report.lines.start(report.lines.lineAt(target.span.end) + 1)
    const between = report.text.slice(span.end, following)
    // Only neighbours: a paragraph that leaves its section would be another defect.
    if (!/^\s*$/.test(between) || !endsLine(report.text, until)) continue
    const moving =
      slice(report, { start, end: digits.start }) +
      expected(slice(report, digits)) +
      slice(report, { start: digits.end, end: following })
    const blank = /^\n/.test(report.text.slice(until)) ? 1 : 0
    yield defect(
      `${number} stands after ${target.number}`,
      [remove({ start, end: following }), insert(until + blank, moving)],
      // The section may then open with another sentence, and that is another fault.
      { along: ['missing-opening-grade'] },
    )
  }
}

/** A paragraph has lost its number. */
export const missingNumber: Generator = function* (report) {
  for (const neighbours of soundParagraphs(report)) {
    const { number, label, span } = neighbours.paragraph
    // What is before it without a number may be meant as well.
    const start = neighbours.previous.span.end
    const isClear = report.text.slice(start, label.start).replace(/[-*]/g, '').trim() === ''
    yield defect(`${number} has no number`, [remove(label)], {
      at: [{ start, end: span.end }],
      undoable: isClear && hasUsualForm(report, neighbours),
    })
  }
}

/** A reference leads to a paragraph that is not there: a digit too many, or a number too high. */
export const unresolvedReference: Generator = function* (report) {
  const last = Math.max(...report.numbering.paragraphs.map(({ number }) => number))
  for (const { number, digits, paragraph } of report.references) {
    if (paragraph === undefined) continue
    const beyond = expected(String(last + number))
    yield defect(`reference to ${number} leads beyond the end`, [replace(digits, beyond)], {
      undoable: false,
    })
    const longer = number * 10 + (number % 10)
    if (longer <= last) continue
    const typed = expected(String(longer))
    yield defect(`reference to ${number} has a digit too many`, [replace(digits, typed)])
  }
}

/** A paragraph is broken in the middle of a sentence. */
export const splitParagraph: Generator = function* (report) {
  for (const { paragraph } of soundParagraphs(report)) {
    const at = wordGap(report, paragraph)
    if (at === undefined) continue
    const gap = { start: at - 1, end: at }
    yield defect(`${paragraph.number} is broken`, [replace(gap, '\n\n')], {
      at: [{ start: paragraph.span.start, end: paragraph.span.end }],
    })
  }
}

/** The part of the text in which the paragraph's numbers run on: another may begin with 1 again. */
function partOf({ numbering, text }: Report, { label }: Paragraph): Span {
  const starts = numbering.restarts.map(each => each.label.start)
  return {
    start: starts.findLast(start => start <= label.start) ?? 0,
    end: starts.find(start => start > label.start) ?? text.length,
  }
}

interface Neighbours {
  readonly previous: Paragraph
  readonly paragraph: Paragraph
  readonly next: Paragraph
}

/** The paragraphs that are numbered right, with two on each side that are. */
export function soundParagraphs({ numbering, text }: Report): readonly Neighbours[] {
  const { paragraphs, faults } = numbering
  const faulty = new Set(faults.flatMap(fault => ('paragraph' in fault ? [fault.paragraph] : [])))
  return paragraphs.flatMap((paragraph, index) => {
    const around = paragraphs.slice(Math.max(0, index - 2), index + 3)
    const isSound = around.every(({ number, displaced }, at) => {
      const isNext = number === (around[0]?.number ?? 0) + at
      return isNext && !displaced && !faulty.has(around[at] as Paragraph)
    })
    const previous = paragraphs[index - 1]
    const next = paragraphs[index + 1]
    // After an unfinished sentence a number at a line's start may belong to the sentence.
    const isFinished = /[.:;!?]$/.test(text.slice(0, previous?.span.end ?? 0))
    return isSound && isFinished && previous && next ? [{ previous, paragraph, next }] : []
  })
}

/** Is the paragraph's number written as those around it, so that a fix can write it so again? */
function hasUsualForm(report: Report, { previous, paragraph, next }: Neighbours): boolean {
  const [before, own, behind] = [previous, paragraph, next].map(({ label, digits }) => {
    const line = report.lines.start(report.lines.lineAt(label.start))
    return report.text.slice(line, digits.start) + report.text.slice(digits.end, label.end)
  })
  return own === before && own === behind
}

/** An offset after a space, between two words in lower case, in the middle of the paragraph's first piece. */
function wordGap(report: Report, { fragments }: Paragraph): number | undefined {
  const first = fragments[0]
  if (first === undefined) return undefined
  const text = report.text.slice(first.start, first.end)
  const gaps = [...text.matchAll(/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/gu)].map(({ index }) => index)
  const middle = gaps[Math.floor(gaps.length / 2)]
  return middle === undefined ? undefined : first.start + middle + 1
}

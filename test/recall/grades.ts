/** Defects of grades: grade lines, summary rows and opening sentences. */

import type { GradeStatement, Judgement, Report, Section } from '../../server/src/report/model'
import { insert, remove, replace, type TextEdit } from '../../server/src/text/edits'
import { singleSpaced } from '../../server/src/text/spaces'
import type { Span } from '../../server/src/text/span'
import type { Grade } from '../../server/src/types/report-type'
import { severalOf } from './choose'
import { defect, expected, type Generator, likeCase, slice } from './defect'
import { slipsIn } from './slips'
import { hasArticle, offScaleOpenings, otherScaleWords } from './statements'

/** A section's grade line is gone, or the grade after its heading. */
export const missingGrade: Generator = function* (report) {
  for (const section of report.sections) {
    const { grade, heading } = section
    if (grade === undefined) continue
    const line = gradeLine(report, section)
    const tail = { start: heading.title.end, end: grade.span.end }
    const edits =
      grade.form === 'cell' && grade.word !== undefined
        ? [grade.word, ...(grade.more ?? [])].map(remove)
        : [remove(line ?? tail)]
    yield defect(`"${heading.title.text}" has no grade`, edits, {
      at: [heading.title],
      undoable: line !== undefined && isPutApart(report, line.start),
    })
  }
}

/** The word of a grade line, of a row, or of an opening sentence, is not on the scale, in any case. */
export const unknownGrade: Generator = function* (report) {
  const words = otherScaleWords(report)
  for (const [index, { title, section, row }] of report.judgements.entries()) {
    for (const [place, statement] of [section?.grade, row?.grade].entries()) {
      if (statement?.word === undefined) continue
      const written = statement.word
      for (const [at, word] of severalOf(words, 3, 3 * index + place).entries()) {
        const cases = [likeCase(word, written.text), word, capital(word), word.toUpperCase()]
        const wrong = verbFor(report, statement) + (cases[at] as string)
        yield defect(
          `"${title}" is "${word}" (${statement.form})`,
          [replace(written, expected(wrong)), ...restOf(report, statement)],
          {
            undoable: !hasTwoVerbs(report, statement),
            // Without another place that states the grade, nobody can know which was meant.
            byFirst: section?.grade?.grade === row?.grade?.grade,
          },
        )
      }
      const slips = slipsIn(report.text, written)
      for (const { what, edit } of slips) {
        if (!/letter/.test(what)) continue
        yield defect(`the grade of "${title}" ${what} (${statement.form})`, [edit], {
          at: [written],
        })
      }
    }
  }
  yield* offScaleOpenings(report)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Is the word of a heading after a verb of its own, or after a mark? Otherwise it is its own verb: "requires …". */
function hasVerb({ text }: Report, { form, word }: GradeStatement): boolean {
  const before = text.slice(0, word?.start).trimEnd()
  return form !== 'suffix' || /[:–—-]$|\b(?:is|are|be)$/i.test(before.slice(-10))
}

/** "is requires improvement", as some reports have it: a fix writes "requires improvement", and rightly so. */
function hasTwoVerbs({ text, type }: Report, { form, word }: GradeStatement): boolean {
  if (form !== 'suffix' || word === undefined || type.scale === undefined) return false
  const isVerbal = type.scale.verbal.has(singleSpaced(word.text.toLowerCase()))
  return isVerbal && /\b(?:is|are|be)\s+$/i.test(text.slice(0, word.start).slice(-10))
}

/** The verb that another word needs, in the number that the written one has: `are ` in place of `require …`. */
function verbFor(report: Report, statement: GradeStatement): string {
  if (hasVerb(report, statement)) return ''
  const written = singleSpaced(statement.word?.text.toLowerCase() ?? '')
  const { plural, singular } = statement.grade ?? {}
  return written === plural && written !== singular ? 'are ' : 'is '
}

/** Takes out the rest of a word that is wrapped over several lines, with the gap before it or its whole line. */
function restOf({ text, lines }: Report, { more = [] }: GradeStatement): readonly TextEdit[] {
  return more.map(({ start, end }) => {
    const from = lines.start(lines.lineAt(start))
    const before = text.slice(from, start)
    if (before.trim() === '')
      return remove({ start: from, end: lines.start(lines.lineAt(start) + 1) })
    return remove({ start: start - (before.length - before.trimEnd().length), end })
  })
}

/** Word and number of a grade differ: another number, or another word. */
export const mismatchedGradeNumber: Generator = function* (report) {
  for (const { title, section, row } of report.judgements) {
    for (const statement of [section?.grade, row?.grade]) {
      if (statement?.word === undefined || statement.number === undefined) continue
      const at = [statement.span]
      for (const grade of otherGrades(report, statement)) {
        const number = replace(statement.number, String(grade.number))
        yield defect(`"${title}" has the number ${grade.number}`, [number], { at })
        const word = replace(statement.word, likeCase(grade.word, statement.word.text))
        yield defect(`"${title}" has the word "${grade.word}"`, [word], { at })
      }
    }
  }
}

/** Row and section differ: the row is wrong, the grade line is, or grade line and opening are. */
export const mismatchedGrade: Generator = function* (report) {
  for (const judgement of report.judgements) {
    const { title, section, row } = judgement
    const statement = section?.grade
    if (statement === undefined || row?.grade === undefined || !isSound(judgement)) continue
    const rowAt = row.grade.span
    const opening = section?.opening?.statement
    for (const grade of otherGrades(report, statement)) {
      const inRow = stating(report, row.grade, grade)
      yield defect(`row "${title}" says "${grade.word}"`, inRow, { at: [rowAt] })
      const inLine = stating(report, statement, grade)
      const at = opening === undefined ? [statement.span, rowAt] : [statement.span]
      const undoable = !hasTwoVerbs(report, statement)
      yield defect(`grade line of "${title}" says "${grade.word}"`, inLine, { at, undoable })
      if (!opening?.plain || hasArticle(report, opening.word.start)) continue
      const both = [...inLine, replace(opening.word, complement(opening.verb.text, grade))]
      yield defect(`section "${title}" says "${grade.word}"`, both, { at: [rowAt] })
    }
  }
}

/** The opening sentence states another grade than grade line and row. */
export const mismatchedOpening: Generator = function* (report) {
  for (const judgement of report.judgements) {
    const { title, section } = judgement
    const opening = section?.opening?.statement
    const statement = section?.grade
    if (opening === undefined || statement === undefined || !isSound(judgement)) continue
    if (hasArticle(report, opening.word.start)) continue
    for (const grade of otherGrades(report, statement)) {
      const wrong = expected(complement(opening.verb.text, grade))
      yield defect(`opening of "${title}" says "${grade.word}"`, [replace(opening.word, wrong)])
    }
  }
}

/** The opening sentence says nothing about the grade. */
export const missingOpeningGrade: Generator = function* (report) {
  for (const { title, section } of report.judgements) {
    const opening = section?.opening
    if (opening?.statement === undefined || hasArticle(report, opening.statement.word.start))
      continue
    const edit = replace(opening.statement.word, 'developing')
    yield defect(`opening of "${title}" states no grade`, [edit], {
      at: [opening.sentence],
      undoable: false,
    })
  }
}

/** A grade line is after the first or the second paragraph of its section. */
export const misplacedGrade: Generator = function* (report) {
  for (const section of report.sections) {
    const line = gradeLine(report, section)
    if (line === undefined || section.grade === undefined) continue
    const text = section.blocks.filter(({ kind }) => kind === 'paragraph')
    for (const after of text.slice(1, 3)) {
      const { span } = section.grade
      // Between paragraphs that no blank line parts, the grade line has none either.
      const isApart = isPutApart(report, after.start)
      const behind = slice(report, { start: span.end, end: line.end })
      const moving =
        slice(report, { start: line.start, end: span.start }) +
        expected(slice(report, span)) +
        (isApart ? behind : behind.replace(/\n[\s\S]*$/, '\n'))
      const edits = [remove(line), insert(after.start, moving)]
      yield defect(`grade of "${section.heading.title.text}" stands in its text`, edits, {
        // A heading with its grade line right under it would be put apart from it.
        undoable: isPutApart(report, line.start),
      })
    }
  }
}

/** One grade line is written differently from all others. */
export const inconsistentGradeStyle: Generator = function* (report) {
  const lines = report.sections.flatMap(({ grade, heading }) => {
    return grade?.form === 'line' && grade.word ? [{ grade, word: grade.word, heading }] : []
  })
  if (lines.length < 3) return
  for (const { grade, word, heading } of lines) {
    const first = word.text.charAt(0)
    const turned = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
    const letter = { start: word.start, end: word.start + 1 }
    const title = heading.title.text
    yield defect(`grade of "${title}" has another first letter`, [replace(letter, turned)], {
      at: [grade.span],
    })
    const form = replace(grade.span, `Grade: ${likeCase(word.text, 'G')}`)
    yield defect(`grade of "${title}" has another form`, [form], { at: [grade.span] })
  }
}

/** The grade line with the blank lines after it; undefined where the grade has no line of its own. */
function gradeLine(report: Report, { grade, blocks, span }: Section): Span | undefined {
  if (grade?.form !== 'line') return undefined
  const index = blocks.findIndex(({ kind, start, end }) => {
    return kind === 'grade' && start <= grade.span.start && grade.span.end <= end
  })
  const block = blocks[index]
  if (block === undefined) return undefined
  const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'blank')
  return { start: block.start, end: next?.start ?? Math.min(span.end, report.text.length) }
}

function otherGrades(report: Report, { grade }: GradeStatement): readonly Grade[] {
  return (report.type.scale?.grades ?? []).filter(other => grade !== undefined && other !== grade)
}

function stating(report: Report, statement: GradeStatement, grade: Grade): readonly TextEdit[] {
  const { word, number } = statement
  return [
    ...(word ? [replace(word, verbFor(report, statement) + likeCase(grade.word, word.text))] : []),
    ...(number ? [replace(number, String(grade.number))] : []),
    ...restOf(report, statement),
  ]
}

/** Do all places of the judgement say the same, so that one of them can be made wrong? */
function isSound({ grade, disagreement }: Judgement): boolean {
  return grade !== undefined && disagreement === undefined
}

function complement(verb: string, grade: Grade): string {
  return /^(are|were)$/i.test(verb) ? grade.plural : grade.singular
}

/** Is a blank line before this line? */
function isPutApart({ text }: Report, start: number): boolean {
  return /\n[ \t\r]*\n$/.test(text.slice(0, start))
}

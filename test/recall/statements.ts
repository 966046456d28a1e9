/** Sentences that state the grade of a judgement, put in with another grade than the report gives it. */

import type { Judgement, Report } from '../../server/src/report/model'
import { applyEdits, insert, replace } from '../../server/src/text/edits'
import type { Grade } from '../../server/src/types/report-type'
import { chosen, seedOf } from './choose'
import { type Defect, defect, expected, type Generator, slice } from './defect'

/** SUBJECT with its verb, IS, and the grade between bars. */
const sentences = [
  'SUBJECT IS |GRADE|.',
  'Overall, SUBJECT IS |GRADE|.',
  'Inspectors judge that SUBJECT IS |GRADE|.',
  'As a result, SUBJECT IS |GRADE|.',
  'SUBJECT IS now |GRADE|.',
  'SUBJECT IS judged to be |GRADE|.',
  'SUBJECT IS |GRADE|, and leaders know this.',
  'SUBJECT remainS |GRADE|.',
]

/**
 * A judgement has another grade in a sentence: at the end of its own section, before the first section with a grade,
 * in the section of another judgement.
 */
export const contradictingSentence: Generator = function* (report) {
  yield* openingsSaidAgain(report)
  const graded = report.judgements.filter(isSound)
  const summary = firstText(report)
  for (const judgement of graded) {
    const subject = subjectOf(judgement)
    if (subject === undefined) continue
    const own = lastText(judgement)
    // A title that both halves of a report have means the one of its own half.
    const others = graded.filter(({ part }) => part[0] === judgement.part[0])
    const other = lastText(chosen(others, others.indexOf(judgement) + 1) ?? judgement)
    const places = [
      ['its own section', own],
      ['the summary', summary],
      ['another section', other],
    ] as const
    for (const grade of report.type.scale?.grades ?? []) {
      if (grade === judgement.grade || judgement.grade === undefined) continue
      for (const [place, at] of places) {
        if (at === undefined) continue
        const form = chosen(sentences, seedOf(judgement.title + grade.word + place)) as string
        const grades = { said: grade, right: judgement.grade }
        const made = saidAt(report, at, form, subject, grades, place)
        if (made !== undefined) yield made
      }
    }
  }
}

function saidAt(
  report: Report,
  at: number,
  form: string,
  subject: Subject,
  { said, right }: { readonly said: Grade; readonly right: Grade },
  place: string,
): Defect | undefined {
  const wrong = sentence(form, subject, said)
  if (wrong === undefined) return undefined
  const [before = '', grade = '', after = ''] = wrong.split('|')
  const wanted = sentence(form, subject, right)?.replaceAll('|', '')
  return defect(
    `another grade in ${place}: "${form}"`,
    [insert(at, ` ${before}${expected(grade)}${after}`)],
    wanted === undefined
      ? { undoable: false }
      : { restored: applyEdits(report.text, [insert(at, ` ${wanted}`)]) },
  )
}

interface Subject {
  readonly words: string
  readonly isPlural: boolean
}

/** Undefined where the grade brings its own verb, as "require improvement" does, and the form has another. */
function sentence(form: string, { words, isPlural }: Subject, grade: Grade): string | undefined {
  const isVerbal = grade.singular !== grade.plural
  if (isVerbal && !form.includes('IS |GRADE|')) return undefined
  const lower = words.charAt(0).toLowerCase() + words.slice(1)
  return form
    .replace('SUBJECT', form.startsWith('SUBJECT') ? words : lower)
    .replace('IS ', isVerbal ? '' : isPlural ? 'are ' : 'is ')
    .replace('remainS', isPlural ? 'remain' : 'remains')
    .replace('GRADE', isPlural ? grade.plural : grade.singular)
}

/** Titles that can be the subject of a sentence as they are; others have no such sentence. */
function subjectOf({ title }: Judgement): Subject | undefined {
  if (/^(?:The )?experiences and progress /i.test(title)) return { words: title, isPlural: true }
  if (/^(?:The )?impact of leaders /i.test(title)) return { words: title, isPlural: false }
  if (/^(?:Overall effectiveness|Adoption performance|Partnership working|Capacity )/i.test(title))
    return { words: title, isPlural: false }
  return undefined
}

/** Do all places of the judgement say the same? */
function isSound({ grade, disagreement }: Judgement): boolean {
  return grade !== undefined && disagreement === undefined
}

/** The end of the first paragraph before all sections with a grade, after the table of judgements. */
function firstText({ blocks, sections, summary, text }: Report): number | undefined {
  const first = sections.find(({ grade }) => grade !== undefined)
  const from = summary === undefined ? 0 : summary.span.end
  return blocks.find(
    ({ kind, start, content, end }) =>
      kind === 'paragraph' &&
      start >= from &&
      end <= (first?.span.start ?? 0) &&
      text.charAt(content.end - 1) === '.' &&
      content.end - content.start > 100,
  )?.content.end
}

/** The end of the section's last paragraph. */
function lastText({ section }: Judgement): number | undefined {
  return section?.blocks.findLast(
    ({ kind, content }) => kind === 'paragraph' && content.end - content.start > 100,
  )?.content.end
}

/** The last paragraph of a section states another grade of its judgement once more, in the words of its opening. */
function* openingsSaidAgain(report: Report) {
  for (const judgement of report.judgements) {
    const { title, section } = judgement
    const { sentence: opening, statement } = section?.opening ?? {}
    const last = section?.blocks.findLast(({ kind }) => kind === 'paragraph')
    if (last === undefined || opening === undefined || statement?.plain !== true) continue
    if (!isSound(judgement) || hasArticle(report, statement.word.start)) continue
    for (const grade of report.type.scale?.grades ?? []) {
      if (grade === statement.grade) continue
      const lead = slice(report, { start: opening.start, end: statement.word.start })
      const isPlural = /^(?:are|were)$/i.test(statement.verb.text)
      const said = `${lead}${expected(isPlural ? grade.plural : grade.singular)}.`
      yield defect(
        `"${title}" is "${grade.word}" in its last paragraph`,
        [insert(last.content.end, ` ${said}`)],
        { undoable: false },
      )
    }
  }
}

/** Another word would need another article: these places are left out. */
export function hasArticle({ text }: Report, start: number): boolean {
  return /\ban? $/i.test(text.slice(Math.max(0, start - 3), start))
}

/** A word of another scale, or of none, in every place where a grade is, in any case. */
export const offScaleWords = ['adequate', 'satisfactory', 'fair', 'excellent', 'weak', 'poor']

export function otherScaleWords(report: Report): readonly string[] {
  return offScaleWords.filter(word => report.type.scale?.byWord.has(word) === false)
}

/** The opening sentence of a section has a word that is on no scale of the type. */
export function* offScaleOpenings(report: Report) {
  for (const [index, { title, section }] of report.judgements.entries()) {
    const statement = section?.opening?.statement
    if (statement?.plain !== true || hasArticle(report, statement.word.start)) continue
    const word = chosen(otherScaleWords(report), index)
    if (word === undefined) continue
    yield defect(
      `opening of "${title}" is off the scale`,
      [replace(statement.word, expected(word))],
      {
        or: ['mismatched-opening', 'missing-opening-grade'],
      },
    )
  }
}

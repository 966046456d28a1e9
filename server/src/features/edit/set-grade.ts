/** *Set grade*: one grade at every place that states a judgement. */

import * as l10n from '@vscode/l10n'
import { sentencesAbout } from '../../report/grades/grade-sentences'
import { readGradeLine } from '../../report/grades/grades'
import { type BreachedLimit, breachedLimits } from '../../report/grades/limits'
import type {
  GradeStatement,
  Judgement,
  Opening,
  Report,
  Section,
  SummaryEntry,
} from '../../report/model'
import { breachedLimit } from '../../rules/breached-limit'
import { inColumn } from '../../rules/fixes/cell-width'
import { usualStyle, writtenAs } from '../../rules/fixes/grade-style'
import { gradeFor, insertGrade, regrade, restate, reword, verbOf } from '../../rules/fixes/grades'
import { cellText, fillCell } from '../../rules/fixes/summary-rows'
import { type Severities, severityOf } from '../../rules/run'
import { replace, type TextEdit } from '../../text/edits'
import { singleSpaced } from '../../text/spaces'
import { overlaps } from '../../text/span'
import type { Grade, Scale } from '../../types/report-type'
import { judgementAround } from '../navigate/places'
import { plainLine, sectionTitle } from '../wording/section-title'
import { wordPlace } from '../wording/word-place'
import { joined, type PlannedChange, type PlanOrReason, wordsAround } from './plan'

export const noScale = (): string => l10n.t('This report has no graded judgements.')

/**
 * The changes that make the judgement at `offset` say `asked` ("good", "2", "Grade 2") wherever it is stated; a
 * reason where there is no judgement, no such grade, or nothing to change.
 *
 * Each place keeps its own form. Other sentences that give the judgement its old grade are in the plan but not ticked.
 */
export function setGrade(
  report: Report,
  offset: number,
  asked: string,
  severities: Severities = {},
): PlanOrReason {
  const { scale } = report.type
  if (scale === undefined) return { error: noScale() }
  const judgement = judgementAround(report, offset)
  if (judgement === undefined)
    return {
      error: l10n.t('There is no judgement here. Put the cursor on its heading, grade or row.'),
    }
  const grade = gradeNamed(scale, asked)
  if (grade === undefined) return { error: notOnScale(scale, asked) }
  const { section, opening, row } = judgementChanges(report, judgement, grade)
  const changes = [
    ...section,
    ...opening,
    ...row,
    ...otherSentences(report, judgement, grade),
  ].sort((a, b) => a.span.start - b.span.start)
  if (!changes.some(({ ticked }) => ticked))
    return {
      error: l10n.t('"{0}" is already "{1}" wherever it is stated.', judgement.title, grade.word),
    }
  return {
    title: l10n.t('Set "{0}" to "{1}"', judgement.title, grade.word),
    changes,
    remarks: limitRemarks(report, judgement, grade, severities),
  }
}

/** The grade of the scale that the words name: "Good", "2", "grade 2", "Grade 2 (good)". */
export function gradeNamed(scale: Scale, asked: string): Grade | undefined {
  const words = singleSpaced(asked.trim())
  const isNumber = /^\d+$/.test(words)
  const known = isNumber ? scale.byNumber.get(Number(words)) : scale.byWord.get(words.toLowerCase())
  if (known !== undefined) return known
  const line = readGradeLine(words, { start: 0, end: words.length }, scale)
  if (line === undefined) return undefined
  const { word, wordGrade, number, numberGrade } = line
  const isBoth = word !== undefined && number !== undefined
  return isBoth && wordGrade !== numberGrade ? undefined : (wordGrade ?? numberGrade)
}

/** What to say about a grade that is not on the scale. */
function notOnScale(scale: Scale, asked: string): string {
  const words = scale.grades.map(({ word }) => `"${word}"`)
  const list = l10n.t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1) ?? '')
  return l10n.t('"{0}" is not on the scale. Write {1}.', asked.trim(), list)
}

/** What has to change for a judgement to have a grade, by the places where it is, or is to be, stated. */
export interface JudgementChanges {
  /** Its heading or grade line. */
  readonly section: readonly PlannedChange[]
  readonly opening: readonly PlannedChange[]
  readonly row: readonly PlannedChange[]
}

/** The changes in each place; none where the place says the grade already. */
export function judgementChanges(
  report: Report,
  judgement: Judgement,
  grade: Grade,
): JudgementChanges {
  const { section, row } = judgement
  return {
    section: section === undefined ? [] : sectionChange(report, section, grade),
    opening: openingChange(report, section?.opening ?? row?.restated, grade),
    row: row === undefined ? [] : rowChange(report, row, grade),
  }
}

function sectionChange(report: Report, section: Section, grade: Grade): readonly PlannedChange[] {
  const displaced = report.displacedGrades.find(each => each.section === section)
  const statement = section.grade ?? displaced?.statement
  const isTail = statement?.form === 'suffix' || statement?.form === 'tail'
  const edits =
    statement === undefined
      ? missingEdits(report, section, grade)
      : statementEdits(report, statement, grade)
  const name = isTail ? l10n.t('Heading') : l10n.t('Grade line')
  return change(report, { name, statement, words: sectionTitle(section) }, edits)
}

function rowChange(report: Report, row: SummaryEntry, grade: Grade): readonly PlannedChange[] {
  const table = report.summary
  if (table === undefined) return []
  const edits =
    row.grade === undefined
      ? [fillCell(report, table, row, cellText(report, table, grade))]
      : statementEdits(report, row.grade, grade)
  const name = row.grade?.form === 'suffix' ? l10n.t('Cover') : tableName(report)
  const place = { name, statement: row.grade, words: plainLine(row.label.text) }
  return change(report, place, edits).map(each => ({ ...each, ...inColumn(report, row, each) }))
}

/** "Record of main findings"; a table on the cover has the name that its type gives it. */
function tableName({ type, summary }: Report): string {
  const title = type.table?.title ?? summary?.heading.title.text ?? ''
  return plainLine(title).replace(/^./, letter => letter.toUpperCase())
}

/** The grade put into a section that states none, where its type wants one. */
function missingEdits(report: Report, section: Section, grade: Grade): readonly TextEdit[] {
  const where = section.definition.grade
  return where === 'line' || where === 'suffix'
    ? [insertGrade(report, section, gradeFor(report, section, grade))]
    : []
}

/** Puts the grade into the statement in its own form; one that is unfinished or not on the scale is written afresh. */
function statementEdits(
  report: Report,
  statement: GradeStatement,
  grade: Grade,
): readonly TextEdit[] {
  const { form, span, unfinished, word, wordGrade, numberGrade } = statement
  const isKnown = !unfinished && (word === undefined ? numberGrade : wordGrade) !== undefined
  if (isKnown || form === 'suffix') return regrade(report, statement, grade)
  if (form === 'cell') return [replace(span, cellText(report, report.summary, grade))]
  return [replace(span, writtenAs(usualStyle(report), grade))]
}

function openingChange(
  report: Report,
  opening: Opening | undefined,
  grade: Grade,
): readonly PlannedChange[] {
  const { statement, sentence } = opening ?? {}
  if (sentence === undefined || statement?.grade === grade) return []
  const name = l10n.t('First sentence')
  const words = wordsAround(report, statement?.word ?? sentence)
  if (statement !== undefined) {
    const plain = restate(report, opening, grade)
    // A sentence that qualifies its grade may have to be written again.
    const edits = plain.length > 0 ? plain : reword(report, statement, grade)
    return change(report, { name, words, ticked: plain.length > 0 }, edits)
  }
  const open = report.placeholders.find(
    each => overlaps(each, sentence) && /^\[grade\]$/i.test(each.text),
  )
  if (open === undefined) return []
  const verb = verbOf(report, open)
  const edits =
    verb === undefined
      ? [replace(open, grade.singular)]
      : reword(report, { word: open, verb }, grade)
  return change(report, { name, words }, edits)
}

/** Sentences that say the old grade, or one of two where the places differ, and may need to change: only their author knows. */
function otherSentences(
  report: Report,
  judgement: Judgement,
  grade: Grade,
): readonly PlannedChange[] {
  const old = new Set(judgement.mentions.flatMap(mention => mention.grade ?? []))
  old.delete(grade)
  return sentencesAbout(report, judgement, old).flatMap(sentence => {
    const { section, within } = wordPlace(report, sentence.word.start)
    const place = within === '' ? section : within
    const name = place.replace(/^./, letter => letter.toUpperCase())
    const edits = reword(report, sentence, grade)
    return change(report, { name, words: wordsAround(report, sentence.word), ticked: false }, edits)
  })
}

interface Place {
  readonly name: string
  readonly words: string
  /** The grade line, cell or title that is changed as a whole. */
  readonly statement?: GradeStatement | undefined
  readonly ticked?: boolean
}

/** The edits as one change; none where there are none. */
function change(
  report: Report,
  { name, words, statement, ticked = true }: Place,
  edits: readonly TextEdit[],
): readonly PlannedChange[] {
  // What is between the pieces of a wrapped grade is not part of it.
  const isWrapped = statement?.more !== undefined
  const edit = joined(report.text, edits, isWrapped ? undefined : statement?.span)
  if (edit === undefined) return []
  const before = isWrapped
    ? statement.grade?.word
    : plainLine(report.text.slice(edit.span.start, edit.span.end))
  const after = isWrapped ? edits.find(each => each.newText !== '')?.newText : edit.newText
  const label = `${name}: ${before ? `${before} → ` : ''}${plainLine(after ?? '')}`
  return [{ ...edit, label, description: words, ticked }]
}

/** What the new grade means for the limits of the type, where they are checked. */
function limitRemarks(
  report: Report,
  judgement: Judgement,
  grade: Grade,
  severities: Severities,
): readonly string[] {
  if (severityOf(breachedLimit, report, severities) === 'off') return []
  const regraded = { ...judgement, grade, disagreement: undefined }
  const judgements = report.judgements.map(each => (each === judgement ? regraded : each))
  const now = breachedLimits(report)
  const then = breachedLimits({ ...report, judgements })
  const isIn = (list: readonly BreachedLimit[], { limit, kind }: BreachedLimit): boolean =>
    list.some(each => each.limit === limit && each.kind === kind)
  return [
    ...then.filter(each => !isIn(now, each)).map(each => breachRemark(each, regraded)),
    ...now
      .filter(each => !isIn(then, each))
      .map(({ limited }) => l10n.t('The limit on "{0}" is no longer breached.', limited.title)),
  ]
}

/** One short line: it is in a list. */
function breachRemark(
  { limited, allowed, by, kind, limit }: BreachedLimit,
  set: Judgement,
): string {
  const { word } = allowed
  const { title } = limited
  if (kind === 'worse')
    return l10n.t(
      'A limit is breached: no remaining judgement explains why "{0}" is "{1}".',
      title,
      limited.grade?.word ?? '',
    )
  const isMost = limit.exactly === undefined
  if (limited !== set)
    return isMost
      ? l10n.t('A limit is breached: "{0}" must then be at most "{1}".', title, word)
      : l10n.t('A limit is breached: "{0}" must then be "{1}".', title, word)
  const [cause, stated] = [by[0]?.title ?? '', by[0]?.grade?.word ?? '']
  return isMost
    ? l10n.t(
        'A limit is breached: this must be at most "{0}" while "{1}" is "{2}".',
        word,
        cause,
        stated,
      )
    : l10n.t('A limit is breached: this must be "{0}" while "{1}" is "{2}".', word, cause, stated)
}

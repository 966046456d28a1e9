/** Finds judgement sections that state no grade. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report, Section } from '../report/model'
import { snippetChoice } from '../text/escape'
import { overlaps } from '../text/span'
import { gradeFor, insertGrade, openGradeLine } from './fixes/grades'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule } from './rule'

export const missingGrade: Rule = {
  id: 'missing-grade',
  summary: 'A judgement section without a grade',
  severity: 'error',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const displaced = new Set(report.displacedGrades.map(({ section }) => section))
    for (const judgement of report.judgements) {
      const { section, row } = judgement
      if (judgement.isNone) continue
      if (section?.definition.grade === undefined || section.grade !== undefined) continue
      const isBoxed = section.definition.grade === 'table'
      const isStated = hasGradeNearby(report, section) || section.opening?.namesGrade === true
      if (isBoxed && (!othersHaveBoxes(report, section) || isStated)) continue
      // A section without text is empty: its grade is missing with the rest.
      if (displaced.has(section) || !section.hasText || isOpen(report, section)) continue
      const related = row?.grade?.grade && {
        span: row.grade.span,
        message: l10n.t('The row says "{0}".', row.grade.grade.word),
      }
      yield {
        span: onOneLine(report, section.heading.title),
        message: message(section),
        ...(related && { related: [related] }),
        toDo: report.status === 'draft',
        // A box can be torn in ways that are not recognised.
        doubtful: isBoxed,
        fixes: () => fixes(report, judgement, section),
      }
    }
  },
}

/** Do all the other judgements that have a box state their grade in it, and are there several of them? */
function othersHaveBoxes({ sections }: Report, section: Section): boolean {
  const others = sections.filter(
    each => each.definition.grade === 'table' && each.definition !== section.definition,
  )
  return others.length > 1 && others.every(({ grade }) => grade !== undefined)
}

/** How far from its heading, in characters, the grade of a torn box is looked for. */
const nearby = 300

/** Is there a grade alone on a line or in a cell near the heading? */
function hasGradeNearby({ text, type }: Report, { heading }: Section): boolean {
  const around = text.slice(Math.max(0, heading.line.start - nearby), heading.line.end + nearby)
  return around
    .split(/\n|\t| {2,}|\|/)
    .some(cell => type.scale?.byWord.has(cell.replace(/[*_.]/g, '').trim().toLowerCase()) === true)
}

/** Is there a placeholder for the grade under the heading, such as `Grade XX`, which is reported as one? */
function isOpen({ text, placeholders }: Report, { blocks }: Section): boolean {
  const first = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'grade')
  if (first === undefined) return false
  const { start, end } = first.content
  return (
    /^[*_]*grade\b/i.test(text.slice(start, Math.min(end, start + 20))) &&
    placeholders.some(each => overlaps(each, first.content) && end - each.end <= 3)
  )
}

function message({ definition: { grade, title } }: Section): string {
  return grade === 'suffix'
    ? l10n.t('There is no grade after "{0}". Write it there.', title)
    : l10n.t('There is no grade under "{0}". Write its grade line.', title)
}

function fixes(report: Report, { row }: Judgement, section: Section): readonly Fix[] {
  const stated = [row?.grade?.grade, section.opening?.statement?.grade].filter(
    each => each !== undefined,
  )
  const grades = [...new Set(stated)]
  if (grades.length === 0) return [choice(report, section)]
  return grades.map(grade => ({
    title: l10n.t('Insert "{0}"', gradeFor(report, section, grade)),
    safe: false,
    preferred: grades.length === 1,
    edits: [insertGrade(report, section, gradeFor(report, section, grade))],
  }))
}

/** For a grade that nothing states: a line with a choice of the whole scale. */
function choice(report: Report, section: Section): Fix {
  const grades = report.type.scale?.grades ?? []
  const choices = grades.map(grade => snippetChoice(gradeFor(report, section, grade)))
  const open = section.definition.grade === 'suffix' ? '[grade]' : openGradeLine(report)
  return {
    title: l10n.t('Insert a grade'),
    safe: false,
    edits: [insertGrade(report, section, open)],
    snippet: insertGrade(report, section, `\${1|${choices.join(',')}|}`),
  }
}

/** Finds section grades that are written differently from the rest of the report's. */

import * as l10n from '@vscode/l10n'
import type { GradeStatement, Report } from '../report/model'
import { replace, type TextEdit } from '../text/edits'
import { overlaps } from '../text/span'
import { type GradeStyle, mostFrequent, styleOf, writtenAs } from './fixes/grade-style'
import type { Finding, Fix, Rule } from './rule'

export const inconsistentGradeStyle: Rule = {
  id: 'inconsistent-grade-style',
  summary: 'A grade line written differently from the others',
  severity: 'information',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const lines = gradeLines(report)
    const usual = clearlyUsual(lines)
    if (usual === undefined) return
    const odd = lines.filter(({ style }) => !isAsUsual(style, usual))
    for (const line of odd)
      yield {
        span: line.statement.span,
        message: l10n.t(
          'The other grades are written like "{0}". Write this one the same way.',
          written(line, usual),
        ),
        fixes: () => fixes(line, odd, usual),
      }
  },
}

interface GradeLine {
  readonly statement: GradeStatement
  readonly style: GradeStyle
}

/**
 * Grades on lines of their own, whose word and number agree and that no other place contradicts. A grade after
 * its heading is what text extraction makes of a grade line, and says nothing about style.
 */
function gradeLines(report: Report): readonly GradeLine[] {
  const disputed = new Set(
    report.judgements.flatMap(({ disagreement, section }) =>
      disagreement === undefined ? [] : [section?.grade],
    ),
  )
  return report.sections.flatMap(({ grade: statement, definition }) => {
    // Any other line is the end of a sentence, or was beside its heading.
    if (definition.grade !== 'line' || disputed.has(statement)) return []
    if (statement?.form !== 'line' || statement.grade === undefined) return []
    const { grade, wordGrade = grade, numberGrade = grade } = statement
    if (wordGrade !== grade || numberGrade !== grade) return []
    if (report.placeholders.some(placeholder => overlaps(placeholder, statement.span))) return []
    return [{ statement, style: styleOf(report.text, statement) }]
  })
}

/** Marks are undefined where the report has no clear custom. */
type UsualStyle = Omit<GradeStyle, 'marks'> & { readonly marks: string | undefined }

/**
 * The case and form of more than half of at least three lines. Emphasis has no meaning, so it counts only
 * where four out of five lines have the same.
 */
function clearlyUsual(lines: readonly GradeLine[]): UsualStyle | undefined {
  if (lines.length < 3) return undefined
  const styles = lines.map(({ style }) => style)
  const share = (of: (style: GradeStyle) => boolean) => styles.filter(of).length / styles.length
  const usual = mostFrequent(styles, ({ form, letters }) => `${letters} ${form}`)
  if (usual === undefined) return undefined
  if (share(({ form, letters }) => form === usual.form && letters === usual.letters) <= 0.5)
    return undefined
  const marks = mostFrequent(styles, style => style.marks)?.marks
  return { ...usual, marks: share(style => style.marks === marks) >= 0.8 ? marks : undefined }
}

function isAsUsual(style: GradeStyle, usual: UsualStyle): boolean {
  const { form, letters, marks = style.marks } = usual
  return style.form === form && style.letters === letters && style.marks === marks
}

function written({ statement, style }: GradeLine, usual: UsualStyle): string {
  if (statement.grade === undefined) return ''
  const marks = usual.marks ?? style.marks
  return marks + writtenAs({ ...usual, marks }, statement.grade) + marks
}

function rewritten(line: GradeLine, usual: UsualStyle): TextEdit {
  const { start, end } = line.statement.span
  const own = line.style.marks.length
  return replace({ start: start - own, end: end + own }, written(line, usual))
}

function fixes(line: GradeLine, odd: readonly GradeLine[], usual: UsualStyle): readonly Fix[] {
  const own: Fix = {
    title: l10n.t('Write "{0}"', written(line, usual)),
    safe: true,
    preferred: true,
    edits: [rewritten(line, usual)],
  }
  if (odd.length === 1) return [own]
  const all: Fix = {
    title: l10n.t('Write all {0} grades like the others', odd.length),
    safe: true,
    settlesAll: true,
    edits: odd.map(each => rewritten(each, usual)),
  }
  return [own, all]
}

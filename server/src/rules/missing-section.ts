/** Required sections that are not there. */

import * as l10n from '@vscode/l10n'
import type { Paragraph, Report } from '../report/model'
import type { Span } from '../text/span'
import type { SectionDefinition } from '../types/report-type'
import { addEntries, isMissing } from './fixes/contents'
import { firstWord } from './fixes/first-word'
import {
  gradesWithoutHeading,
  headText,
  textWithoutHeading,
  writeHeading,
} from './fixes/lost-headings'
import { onOneLine } from './fixes/one-line'
import { makeRoom } from './fixes/renumber'
import { insertSections, placeBeside, type SectionPlace } from './fixes/sections'
import type { Finding, Fix, Rule } from './rule'

export const missingSection: Rule = {
  id: 'missing-section',
  summary: 'A section that every report of this type must have is missing',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    // The summary table and its heading are one thing, which missing-summary reports.
    const missing = report.missingSections.filter(each => each.kind !== 'summary')
    const [first, ...others] = missing
    if (first === undefined) return
    if (report.sections.length === 0) {
      yield noSections(report, first, others)
      return
    }
    const lost = new Map([...gradesWithoutHeading(report)].map(([grade, each]) => [each, grade]))
    for (const definition of missing) {
      const grade = lost.get(definition)
      const text = grade === undefined ? textWithoutHeading(report, definition) : undefined
      if (text !== undefined) {
        yield withoutHeading(report, text, definition)
        continue
      }
      yield {
        span: markOf(report, definition),
        message:
          grade === undefined
            ? missingAt(definition.title, placeBeside(report, definition))
            : l10n.t(
                '"{0}" is missing, but there is a grade without a heading. Write the heading above it.',
                definition.title,
              ),
        ...(grade && {
          related: [{ span: grade.statement.span, message: l10n.t('This is probably its grade.') }],
        }),
        toDo: report.status === 'draft',
        doubtful: definition.usual,
        fixes: () => [
          grade === undefined
            ? insertion(report, l10n.t('Insert "{0}"', definition.title), definition)
            : writeHeading(report, grade, definition),
        ],
      }
    }
  },
}

/** The section is there but for its heading. */
function withoutHeading(report: Report, text: Paragraph, definition: SectionDefinition): Finding {
  return {
    span: firstWord(report, text.span),
    message: l10n.t(
      '"{0}" is missing, but its text begins here. Write its heading above it.',
      definition.title,
    ),
    doubtful: definition.usual,
    fixes: () => [headText(report, text, definition)],
  }
}

function missingAt(title: string, place: SectionPlace | undefined): string {
  switch (place?.kind) {
    case 'before':
      return l10n.t('"{0}" is missing. Insert it before "{1}".', title, place.title)
    case 'at-start':
      return l10n.t('"{0}" is missing. Insert it at the start of "{1}".', title, place.title)
    case 'after':
      return l10n.t('"{0}" is missing. Insert it after "{1}".', title, place.title)
    default:
      return l10n.t('"{0}" is missing. Insert it.', title)
  }
}

function noSections(
  report: Report,
  first: SectionDefinition,
  others: readonly SectionDefinition[],
): Finding {
  return {
    span: onOneLine(report, report.title),
    message: l10n.t(
      'The report has no sections yet. Insert them, beginning with "{0}".',
      first.title,
    ),
    toDo: report.status === 'draft',
    fixes: () => [insertion(report, l10n.t('Insert all sections'), first, ...others)],
  }
}

/** The title of the section that it belongs in, where that is there; otherwise the report's. */
function markOf(report: Report, definition: SectionDefinition): Span {
  for (let part = definition.parent; part !== undefined; part = part.parent) {
    const section = report.sections.find(
      each => each.definition === part && each.placement !== 'duplicate',
    )
    if (section !== undefined) return onOneLine(report, section.heading.title)
  }
  return onOneLine(report, report.title)
}

function insertion(
  report: Report,
  title: string,
  first: SectionDefinition,
  ...others: readonly SectionDefinition[]
): Fix {
  const { edit, snippet, count } = insertSections(report, first, ...others)
  const there = new Set(report.sections.map(({ definition }) => definition))
  const added = report.type.sections.filter(
    each => each.required && !there.has(each) && isMissing(each, [first, ...others]),
  )
  const edits = [edit, ...addEntries(report, added), ...makeRoom(report, edit.span.start, count)]
  return { title, safe: false, preferred: true, edits, snippet }
}

/** Outcomes that contradict each other or are not stated, and sections that do not go with the outcome. */

import * as l10n from '@vscode/l10n'
import {
  namesOutcome,
  outcomeSection,
  type StatedOutcome,
  sayingsOfOthers,
  statedOutcomes,
  tableInstead,
} from '../report/grades/outcomes'
import type { Report, Section } from '../report/model'
import { singleSpaced } from '../text/spaces'
import type { Span } from '../text/span'
import type { SectionDefinition } from '../types/report-type'
import { onOneLine } from './fixes/one-line'
import type { Finding, Rule } from './rule'

export const mismatchedOutcome: Rule = {
  id: 'mismatched-outcome',
  summary:
    'The report states no outcome, or two, or has sections or says what does not go with its outcome',
  severity: 'warning',
  fixable: 'never',
  *check(report): Iterable<Finding> {
    const stated = statedOutcomes(report)
    const [first] = stated
    if (first === undefined) {
      yield* unstated(report)
      return
    }
    const other = stated.find(({ outcome }) => outcome !== first.outcome)
    if (other !== undefined) {
      yield* contradictory(report, first, other)
      return
    }
    yield* missing(report, first)
    yield* sayings(report, first)
    for (const definition of first.outcome.excludes) {
      const place = placeOf(report, definition)
      if (place === undefined) continue
      yield {
        span: onOneLine(report, place),
        message: l10n.t(
          '"{0}" does not go with the outcome that this report states. Remove the section, or change the outcome.',
          definition.title,
        ),
        related: [related(report, first)],
      }
    }
  },
}

/** The section that must state an outcome states none; one that is empty or has gaps has findings of its own. */
function* unstated(report: Report): Iterable<Finding> {
  const { outcomes } = report.type
  const section = outcomeSection(report)
  if (!outcomes?.required || section === undefined || !section.hasText) return
  const { start, end } = section.span
  if (report.placeholders.some(each => start <= each.start && each.end <= end)) return
  if (namesOutcome(report, section)) return
  const known = outcomes.of.map(({ words }) => `"${words[0]}"`).join(', ')
  yield {
    span: onOneLine(report, section.heading.title),
    message: l10n.t('No outcome is stated here. Write one of these: {0}.', known),
    toDo: report.status === 'draft',
  }
}

/** Only where every report states exactly one: elsewhere "no areas" here and "two areas" there may be about two things. */
function* contradictory(
  report: Report,
  first: StatedOutcome,
  other: StatedOutcome,
): Iterable<Finding> {
  if (!report.type.outcomes?.required) return
  yield {
    span: onOneLine(report, other.words),
    message: l10n.t(
      'Another outcome is stated above: "{0}". Keep one of the two.',
      singleSpaced(first.words.text),
    ),
    related: [related(report, first)],
  }
}

function* missing(report: Report, { outcome, words }: StatedOutcome): Iterable<Finding> {
  for (const definition of outcome.needs) {
    if (report.sections.some(each => each.definition === definition)) continue
    if (tableInstead(report, definition) !== undefined) continue
    yield {
      span: onOneLine(report, words),
      message: l10n.t(
        'A report with this outcome must have a section "{0}". Write it, or change the outcome.',
        definition.title,
      ),
      ...(report.status === 'draft' ? { toDo: true } : {}),
    }
  }
}

/** What goes with another outcome: "The next full inspection will be within approximately three years." */
function* sayings(report: Report, stated: StatedOutcome): Iterable<Finding> {
  if (stated.outcome.says.length === 0) return
  for (const words of sayingsOfOthers(report, stated)) {
    yield {
      span: onOneLine(report, words),
      message: l10n.t(
        '"{0}" goes with another outcome than the one that this report states. Change one of the two.',
        singleSpaced(words.text),
      ),
      related: [related(report, stated)],
    }
  }
}

function related(report: Report, { words }: StatedOutcome) {
  return { span: onOneLine(report, words), message: l10n.t('The outcome is stated here.') }
}

/**
 * Where the section is, or the table in its place; undefined where it is not there or says that it has
 * nothing.
 */
function placeOf(report: Report, definition: SectionDefinition): Span | undefined {
  const section = report.sections.find(each => each.definition === definition)
  if (section === undefined) return tableInstead(report, definition)
  return saysNone(report, section) ? undefined : section.heading.title
}

/** "There are no areas for priority action.": the section says itself that nothing is in it. */
function saysNone({ text }: Report, { blocks, hasText }: Section): boolean {
  if (!hasText) return true
  const first = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item')
  if (first === undefined) return false
  const { start, end } = first.content
  return end - start < 160 && /\b(?:no|none|not)\b/i.test(text.slice(start, end))
}

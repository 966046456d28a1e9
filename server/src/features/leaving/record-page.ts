/** The record of a check, one page for the file: what was checked, how, and what is open; a person signs it. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import type { Report } from '../../report/model'
import { allRules } from '../../rules/all'
import { type Severities, severityOf } from '../../rules/run'
import { type JudgementNode, overview, type PartNode } from '../lists/overview'
import { signInWords } from '../lists/status'
import { heading, list, type Page, type PageBlock, type PageText, strong, text } from '../page/page'
import { inspectionDates } from '../wording/report-dates'
import { plainLine } from '../wording/section-title'
import { kindInList, kindTitle } from './kinds'
import type { LeavingCheck } from './leaving-check'
import { itemText, notChecked } from './leaving-page'

/** What is known of the file and of the checking, apart from what was found. */
export interface RecordedFile {
  /** What the user calls it. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly fingerprint: string
  /** The day as an ISO date, and the time on the clock: `14:05`. */
  readonly day: string
  readonly time: string
  /** The version of the product. */
  readonly version: string
  /** Problems that somebody ignores without a line in the text, as in the list of a Word document. */
  readonly ignored?: readonly IgnoredProblem[]
}

export interface IgnoredProblem {
  /** `Staying safe, paragraph 12`. */
  readonly place: string
  readonly message: string
  readonly reason: string
}

export function recordPage(file: RecordedFile, check: LeavingCheck, severities: Severities): Page {
  const { report } = check
  return {
    title: l10n.t('Record of the check: {0}', file.name),
    blocks: [
      facts(file, check),
      ...(report === undefined ? [] : judgements(report)),
      ...open(check),
      ...ignored(file, check),
      ...(report === undefined ? [] : checksOff(report, severities)),
      heading(l10n.t('Not checked')),
      list(notChecked(check)),
      heading(l10n.t('Signed off')),
      text(
        l10n.t(
          'This record says what a program found. Only a person signs a report off, having read it.',
        ),
      ),
      text(l10n.t('Name: ______________________________ Date: ______________')),
    ],
  }
}

function facts(file: RecordedFile, { report, target }: LeavingCheck): PageBlock {
  const { name, size, fingerprint, day, time, version } = file
  const row = (label: string, value: string): readonly PageText[] => [[label], [value]]
  return {
    kind: 'table',
    caption: l10n.t('What was checked'),
    columns: [l10n.t('What'), l10n.t('Which')],
    rows: [
      row(l10n.t('File'), name),
      row(l10n.t('Size'), l10n.t('{0} bytes', size)),
      row('SHA-256', fingerprint),
      row(l10n.t('Checked'), l10n.t('{0}, {1}', writtenDay(day), time)),
      row(l10n.t('With'), `Inspection Reports ${version}`),
      row(
        l10n.t('Before it leaves'),
        target === 'council' ? l10n.t('to the council') : l10n.t('to publication'),
      ),
      ...(report === undefined
        ? [row(l10n.t('Kind of report'), l10n.t('not a report of a known type'))]
        : reportFacts(report).map(([label, value]) => row(label, value))),
    ],
  }
}

function reportFacts(report: Report): readonly (readonly [string, string])[] {
  const { type, recognised, status, cover } = report
  const dates = inspectionDates(report)
  const began =
    dates === undefined ? [] : [[l10n.t('Inspected from'), writtenDay(dates.from)] as const]
  const authority = cover.authority?.text
  return [
    [l10n.t('Kind of report'), `${type.name} (${type.id})`],
    ...(type.edition === undefined ? [] : [[l10n.t('Wording'), type.edition] as const]),
    [l10n.t('Recognised'), signInWords(recognised)],
    ...(authority === undefined ? [] : [[l10n.t('About'), plainLine(authority)] as const]),
    ...began,
    [l10n.t('Status'), status === 'draft' ? l10n.t('draft') : l10n.t('finished')],
  ]
}

function judgements(report: Report): readonly PageBlock[] {
  const nodes = flat(overview(report, []).judgements, '')
  if (nodes.length === 0) return []
  return [
    heading(l10n.t('Judgements')),
    {
      kind: 'table',
      caption: l10n.t('Judgements with their grades and places'),
      columns: [l10n.t('Judgement'), l10n.t('Grade'), l10n.t('Places')],
      rows: nodes.map(({ part, node }) => [
        [part === '' ? node.title : `${node.title} (${part})`],
        [gradeOf(node)],
        [node.places.map(({ name, says }) => (says === '' ? name : `${name}: ${says}`)).join('; ')],
      ]),
    },
  ]
}

interface FlatNode {
  /** The outermost part that it is in; empty for none. */
  readonly part: string
  readonly node: JudgementNode
}

function flat(nodes: readonly (PartNode | JudgementNode)[], part: string): readonly FlatNode[] {
  return nodes.flatMap(node =>
    node.kind === 'judgement'
      ? [{ part, node }]
      : flat(node.children, part === '' ? node.title : part),
  )
}

function gradeOf({ grade, disagrees, isPartly }: JudgementNode): string {
  if (disagrees) return l10n.t('its places differ')
  if (grade === undefined) return l10n.t('none')
  return isPartly ? l10n.t('{0}, not in every place', grade) : grade
}

/** Kinds that have parts of their own on the page. */
const elsewhere: ReadonlySet<string> = new Set(['ignored-problems', 'checks-off'])

function open({ parts, notFound }: LeavingCheck): readonly PageBlock[] {
  const found = parts.filter(({ kind, weight }) => weight !== 'may-stay' && !elsewhere.has(kind))
  const others = notFound.filter(kind => !elsewhere.has(kind))
  return [
    heading(l10n.t('What is open')),
    ...found.flatMap(({ kind, items }): PageBlock[] => [
      heading(kindTitle(kind), 3),
      list(items.map(itemText)),
    ]),
    ...(others.length === 0
      ? []
      : [
          text(
            l10n.t(
              'Nothing found of the kinds looked for: {0}.',
              others.map(kindInList).join(', '),
            ),
          ),
        ]),
  ]
}

function ignored(
  { ignored: more = [] }: RecordedFile,
  { parts }: LeavingCheck,
): readonly PageBlock[] {
  const own = parts.find(({ kind }) => kind === 'ignored-problems')?.items ?? []
  const items = [
    ...own.map(itemText),
    ...more.map(
      ({ place, message, reason }): PageText => [
        strong(place),
        `: ${message} ${l10n.t('The reason given: {0}', reason)}`,
      ],
    ),
  ]
  return [
    heading(l10n.t('What is ignored')),
    items.length === 0 ? text(l10n.t('No problem is ignored.')) : list(items),
  ]
}

function checksOff(report: Report, severities: Severities): readonly PageBlock[] {
  const off = allRules.filter(rule => severityOf(rule, report, severities) === 'off')
  const items = off.map(({ id, summary }) =>
    severities[id] === 'off'
      ? l10n.t('{0} ({1}): switched off in the settings', summary, id)
      : l10n.t('{0} ({1}): off for this kind of report', summary, id),
  )
  return [
    heading(l10n.t('Checks that are off')),
    items.length === 0 ? text(l10n.t('All checks are on.')) : list(items),
  ]
}

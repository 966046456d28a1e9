/** Finds comments that ask to ignore a problem where there is none. */

import * as l10n from '@vscode/l10n'
import { htmlComments } from '../report/marks/marks'
import type { Report, Suppression } from '../report/model'
import { remove, replace } from '../text/edits'
import type { Span, TextSpan } from '../text/span'
import { isNear } from '../types/near'
import { nearest } from './fixes/nearest'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule, Run } from './rule'

const id = 'unused-suppression'

export const unusedSuppression: Rule = {
  id,
  summary: 'A comment asks to ignore a problem that is not there',
  severity: 'information',
  fixable: 'always',
  check: () => [],
  *checkRun(report, run): Iterable<Finding> {
    yield* misspelt(report)
    for (const suppression of report.suppressions) {
      const unused = suppression.rules.filter(rule => isUnused(suppression, rule.text, run))
      const [first] = unused
      if (first === undefined && suppression.rules.length > 0) continue
      const isWhole = unused.length === suppression.rules.length
      yield {
        span: first === undefined ? onOneLine(report, suppression.span) : marked(unused, isWhole),
        message: messageOf(report, suppression, unused, run),
        fixes: () => fixes(report, suppression, unused, run),
      }
    }
  },
}

/** A comment that is nearly one that ignores a problem, and so does nothing. */
const nearlyCommand = /^<!--\s*([\w-]{6,})(\s*:\s+|\s+)([\w-]{4,})/

function* misspelt(report: Report): Iterable<Finding> {
  const known = new Set(report.suppressions.map(({ span }) => span.start))
  for (const { start, end } of htmlComments(report.text)) {
    if (known.has(start)) continue
    const match = nearlyCommand.exec(report.text.slice(start, Math.min(end, start + 80)))
    if (match === null) continue
    const [whole, name = '', , word = ''] = match
    const [command = ''] = nearest(word, ['ignore', 'ignore-file'], each => each)
    if (!isNear(name, 'inspection-reports')) continue
    if (name !== 'inspection-reports' && !isNear(word, command)) continue
    const span = { start: start + whole.indexOf(name), end: start + whole.length }
    const right = `inspection-reports ${command}`
    yield {
      span: onOneLine(report, span),
      message: l10n.t('This comment has no effect as it is written. Write "{0}".', right),
      fixes: () => [
        {
          title: l10n.t('Write "{0}"', right),
          safe: false,
          preferred: true,
          edits: [replace(span, right)],
        },
      ],
    }
  }
}

/** Rules that are off may be switched on again, so comments that ignore them are kept. */
function isUnused(suppression: Suppression, rule: string, { known, ran, silenced }: Run): boolean {
  if (!known.has(rule)) return true
  return rule !== id && ran.has(rule) && silenced.get(suppression)?.has(rule) !== true
}

function marked(unused: readonly TextSpan[], isWhole: boolean): Span {
  const [first, last] = [unused[0] as TextSpan, unused.at(-1) as TextSpan]
  return { start: first.start, end: isWhole ? last.end : first.end }
}

function messageOf(
  report: Report,
  suppression: Suppression,
  unused: readonly TextSpan[],
  { known }: Run,
): string {
  if (unused.length === 0)
    return l10n.t(
      'This comment does not say which problem to ignore. Name it, or remove the comment.',
    )
  if (!isAlone(report, suppression))
    return l10n.t(
      'This comment works only on a line of its own, above what it is about. Move it there, or remove it.',
    )
  const unknown = unused.find(rule => !known.has(rule.text))
  if (unknown !== undefined)
    return l10n.t(
      'There is no kind of problem called "{0}". Correct the name, or remove it.',
      unknown.text,
    )
  const names = unused.map(rule => rule.text).join(', ')
  return suppression.scope === 'file'
    ? l10n.t('There is no problem "{0}" to ignore in this report. Remove this.', names)
    : l10n.t('There is no problem "{0}" to ignore in what follows. Remove this.', names)
}

function fixes(
  report: Report,
  suppression: Suppression,
  unused: readonly TextSpan[],
  { known }: Run,
): readonly Fix[] {
  const kept = suppression.rules.filter(rule => !unused.includes(rule))
  const unknown = unused.find(rule => !known.has(rule.text))
  const meant = unknown && nearest(unknown.text, [...known], name => name)[0]
  const renamed: readonly Fix[] =
    unknown !== undefined && meant !== undefined && isNear(unknown.text, meant)
      ? [{ title: l10n.t('Write "{0}"', meant), safe: false, edits: [replace(unknown, meant)] }]
      : []
  const all = { start: suppression.rules[0]?.start ?? 0, end: suppression.rules.at(-1)?.end ?? 0 }
  const removal =
    kept.length === 0
      ? remove(whole(report, suppression))
      : replace(all, kept.map(rule => rule.text).join(', '))
  return [...renamed, { title: l10n.t('Remove it'), safe: true, preferred: true, edits: [removal] }]
}

/**
 * The line, with a blank one below it where there is another above; only the comment where other text is
 * beside it.
 */
function whole(report: Report, suppression: Suppression): Span {
  if (!isAlone(report, suppression)) return suppression.span
  const { lines } = report
  const { start, end } = suppression.line
  const [first, next] = [lines.lineAt(start), lines.lineAt(end)]
  const isBlank = (line: number) =>
    report.text.slice(lines.start(line), lines.end(line)).trim() === ''
  const isBetween = (first === 0 || isBlank(first - 1)) && next < lines.count && isBlank(next)
  return { start, end: isBetween ? lines.start(next + 1) : end }
}

function isAlone({ text }: Report, { span, line }: Suppression): boolean {
  return (
    text.slice(line.start, span.start).trim() === '' && text.slice(span.end, line.end).trim() === ''
  )
}

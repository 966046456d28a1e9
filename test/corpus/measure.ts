/** What becomes of one document: the type recognised, the judgements and findings, and the time taken. */

import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import type { CheckedFinding, Severity } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'

export interface Measured {
  readonly name: string
  /** Undefined where the text is not a report of a known type. */
  readonly report: Report | undefined
  readonly findings: readonly CheckedFinding[]
  readonly characters: number
  /** To parse and check, the quicker of two runs. */
  readonly milliseconds: number
}

/** Parses and checks a text. */
export function measure(name: string, text: string): Measured {
  let milliseconds = Number.POSITIVE_INFINITY
  let report: Report | undefined
  let findings: readonly CheckedFinding[] = []
  for (let run = 0; run < 2; run++) {
    const began = performance.now()
    report = parseReport(text)
    findings = report === undefined ? [] : checkReport(report)
    milliseconds = Math.min(milliseconds, performance.now() - began)
  }
  return { name, report, findings, characters: text.length, milliseconds }
}

/** An imported draft as it is when it counts as finished: what is missing in it is a problem then. */
export function finished(text: string): string {
  return text.replace(/^Status: draft\n\n?/im, '').replace(/^status: draft\n/im, '')
}

/** How a finding is counted: what is still to be written in a draft is counted apart. */
export function standing({ toDo, severity }: CheckedFinding): Severity | 'to do' {
  return toDo === true ? 'to do' : severity
}

/** How many judgements have a section or row here, and how many of those have places that all agree. */
export function judged({ judgements }: Report): { readonly there: number; readonly agree: number } {
  return {
    there: judgements.filter(({ section, row }) => section !== undefined || row !== undefined)
      .length,
    agree: judgements.filter(({ grade }) => grade !== undefined).length,
  }
}

/** How many of the rows that the type asks for are recognised in the summary table. */
export function rowsMatched({ summary, type }: Report): string {
  if (summary === undefined) return type.rows.length === 0 ? '' : 'no table'
  const known = new Set(
    summary.entries.flatMap(({ kind, definition }) =>
      kind === 'row' && definition !== undefined ? [definition] : [],
    ),
  )
  return `${known.size}/${known.size + summary.missing.length}`
}

/**
 * The findings of a document as lines of the file that is reviewed, without any of the document's own text.
 *
 * `## 000_x.txt, as it is: ofsted-slac`, `42 warning split-paragraph`
 */
export function findingLines(
  { name, report, findings }: Measured,
  state: 'as it is' | 'imported',
): readonly string[] {
  const lines = findings.map(finding => ({
    line: report?.lines.lineAt(finding.span.start) ?? 0,
    rest: `${standing(finding)} ${finding.rule.id}`,
  }))
  lines.sort((a, b) => a.line - b.line || (a.rest < b.rest ? -1 : 1))
  return [
    `## ${name}, ${state}: ${report?.type.id ?? 'no report of a known type'}`,
    ...lines.map(({ line, rest }) => `${line + 1} ${rest}`),
  ]
}

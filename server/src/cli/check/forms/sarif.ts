/** `check --format sarif`: SARIF 2.1.0, which code hosts and editors read. */

import { version } from '../../../../../package.json'
import type { DataSpan, FixData, ProblemData } from '../../../features/data/report-data'
import { allRules } from '../../../rules/all'
import type { RuleSeverity } from '../../../types/report-type'
import type { Form, ShownFile } from './form'
import { indented } from './json'

/** Files that could not be read are told at the end. */
export function sarifForm(): Form {
  const unread: object[] = []
  return {
    needs: 'fixes',
    begin: () => `${head().slice(0, -'\n    }\n  ]\n}'.length)},\n      "results": [`,
    file: file => file.findings.map(finding => `\n${indented(result(file, finding))}`).join(','),
    failure: (path, error) => {
      unread.push({
        level: 'error',
        message: { text: error },
        locations: [{ physicalLocation: { artifactLocation: { uri: address(path) } } }],
      })
      return ''
    },
    between: ',',
    end: () => {
      const invocation = {
        executionSuccessful: unread.length === 0,
        toolExecutionNotifications: unread,
      }
      return `\n      ],\n      "invocations": [\n${indented(invocation)}\n      ]\n    }\n  ]\n}\n`
    },
  }
}

/** The log without its results. */
function head(): string {
  const rules = allRules.map(({ id, summary, severity }) => ({
    id,
    shortDescription: { text: `${summary}.` },
    defaultConfiguration: { enabled: severity !== 'off', level: levelOf(severity) },
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Inspection Reports', version, rules } },
        columnKind: 'utf16CodeUnits',
      },
    ],
  }
  return JSON.stringify(log, undefined, 2)
}

function levelOf(severity: RuleSeverity): 'error' | 'warning' | 'note' | 'none' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity
    case 'off':
      return 'none'
    default:
      return 'note'
  }
}

const indexes: ReadonlyMap<string, number> = new Map(allRules.map(({ id }, at) => [id, at]))

function result({ path, source }: ShownFile, finding: ProblemData): object {
  const { rule, severity, message, place, related, fixes } = finding
  const artifactLocation = { uri: address(path) }
  const at = (span: DataSpan) => ({
    artifactLocation,
    // Nobody sees the lines of what was read from a Word document or PDF.
    ...(source === 'text' && { region: region(span) }),
  })
  const name = [place?.section, place?.within].filter(Boolean).join(', ')
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: levelOf(severity),
    message: { text: message },
    locations: [
      {
        physicalLocation: at(finding),
        ...(name !== '' && { logicalLocations: [{ name }] }),
      },
    ],
    ...(related.length > 0 &&
      source === 'text' && {
        relatedLocations: related.map((other, id) => ({
          id,
          physicalLocation: at(other),
          message: { text: other.message },
        })),
      }),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixObject(artifactLocation, fix)) }),
  }
}

function fixObject(artifactLocation: object, { title, edits }: FixData): object {
  const replacements = edits.map(edit => ({
    deletedRegion: region(edit),
    ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
  }))
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] }
}

function region({ start, end }: DataSpan): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

/** A path as part of an address: `drafts/a b.md` becomes `drafts/a%20b.md`. */
function address(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent)
  const written = parts.join('/').replace(/^([A-Za-z])%3A\//, '/$1:/')
  return written.startsWith('/') ? `file://${written}` : written
}

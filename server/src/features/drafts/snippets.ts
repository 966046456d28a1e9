/** Snippets for a report type, for the editor's own list (*Insert Snippet*) and for other editors. */

import { newForm } from '../../report/template/form'
import {
  gradeLineTemplate,
  reportTemplate,
  sectionTemplate,
  summaryTemplate,
  timescaleTemplate,
} from '../../report/template/template'
import { greatest } from '../../text/lists'
import type { ReportType, SectionDefinition } from '../../types/report-type'

export interface Snippet {
  /** Distinguished by the titles around it: `Services for looked after children › Staying safe`. */
  readonly name: string
  /** What is typed to get it. It begins with `ir-`, so that no word of a sentence triggers it. */
  readonly prefix: string
  readonly description: string
  /** In the snippet form of the Language Server Protocol, lines ending with `\n`. */
  readonly body: string
}

/** The snippets of several types; two with the same name have the name of their type added. */
export function allSnippets(types: readonly ReportType[]): readonly Snippet[] {
  const made = types.flatMap(type => snippetsOf(type).map(snippet => ({ type, snippet })))
  const bodies = new Map<string, Set<string>>()
  for (const { name, body } of made.map(({ snippet }) => snippet))
    bodies.set(name, (bodies.get(name) ?? new Set()).add(body))
  const first = new Map<string, ReportType>()
  for (const { type, snippet } of made) if (!first.has(snippet.name)) first.set(snippet.name, type)
  return made.flatMap(({ type, snippet }) => {
    if (first.get(snippet.name) === type) return [snippet]
    if (bodies.get(snippet.name)?.size === 1) return []
    return [{ ...snippet, name: `${snippet.name} (${type.name})` }]
  })
}

/** A new report, each section, the grade line, the timescales and the summary table of the type. */
export function snippetsOf(type: ReportType): readonly Snippet[] {
  return [
    {
      name: `New report: ${type.name}`,
      prefix: 'ir-new-report',
      description: 'A whole new report, as a draft',
      body: reportTemplate(type).snippet,
    },
    ...type.sections.map(definition => sectionSnippet(type, definition)),
    ...(type.scale === undefined
      ? []
      : [
          {
            name: 'Grade',
            prefix: 'ir-grade',
            description: 'A grade line',
            body: gradeLineTemplate(type, newForm).snippet,
          },
        ]),
    ...type.timescales.map(timescale => ({
      name: `Timescale: ${timescale}`,
      prefix: `ir-${slug(timescale)}`,
      description: 'A heading in a list of recommendations, and a first recommendation',
      body: timescaleTemplate(timescale, newForm).snippet,
    })),
    ...(type.table === undefined || type.rows.length === 0
      ? []
      : [
          {
            name: `Table: ${type.table.title}`,
            prefix: 'ir-table',
            description: 'The table of all judgements, without a heading',
            body: summaryTemplate(type, newForm).snippet,
          },
        ]),
  ]
}

function sectionSnippet(type: ReportType, definition: SectionDefinition): Snippet {
  const options = { type, form: newForm, authority: undefined, number: 1 }
  return {
    name: [...definition.path, definition.title].join(' › '),
    prefix: `ir-${slug(definition.id)}`,
    description: `The section "${definition.title}"`,
    body: withOpenNumber(sectionTemplate(definition, options).snippet),
  }
}

/** The paragraph's number as the last place to fill in: it depends on where the snippet is put. */
function withOpenNumber(body: string): string {
  const stops = [...body.matchAll(/\$\{?(\d+)/g)].map(match => Number(match[1]))
  return body.replace(/^1\. /m, `\${${greatest(stops, 0) + 1}:1}. `)
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** Whatever words a type, a report or a file name holds: in every output they are words. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { parse as parseYaml } from 'yaml'
import { previewOf } from '../../server/src/export/preview'
import { compareInspections } from '../../server/src/features/compare/inspections'
import { byDate, inspectionsPage } from '../../server/src/features/compare/inspections-page'
import { compareVersions } from '../../server/src/features/compare/versions'
import { versionsPage } from '../../server/src/features/compare/versions-page'
import { completion, completionInNonReport } from '../../server/src/features/complete/completion'
import { snippetsOf } from '../../server/src/features/drafts/snippets'
import { judgementsAsCsv, listJudgements } from '../../server/src/features/lists/judgements'
import { pointsForAuthor } from '../../server/src/features/lists/points-for-author'
import { hover } from '../../server/src/features/navigate/hover'
import { pageAsHtml, pageBody } from '../../server/src/features/page/html'
import { pageAsMarkdown } from '../../server/src/features/page/markdown'
import type { Page } from '../../server/src/features/page/page'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf, latestTypes, type TypeCatalogue } from '../../server/src/types/catalogue'
import type { TypeSource } from '../../server/src/types/source'
import { activeInMarkdown, elementsOf, variablesIn } from '../support/active-syntax'
import { hostileText } from '../support/hostile-texts'
import { itWhole } from '../support/tier'
import { cqcReport } from '../types/cqc-report'

const read = (...file: string[]) => readFileSync(path.join(import.meta.dirname, ...file), 'utf8')

/** A type and a report of it, in which every text of the type may be another. */
interface Pair {
  readonly type: TypeSource
  readonly report: string
}

const slac = builtInCatalogue().sourceOf('ofsted-slac') as TypeSource
const ilacs = builtInCatalogue().sourceOf('ofsted-ilacs') as TypeSource
const pairs: readonly Pair[] = [
  { type: parseYaml(read('types', 'cqc-service.yaml')), report: cqcReport },
  { type: slac, report: read('../samples/westmarch-with-problems.inspection.md') },
  { type: slac, report: read('../samples/westmarch-draft.inspection.md') },
  { type: ilacs, report: read('../samples/ilacs-westmarch.inspection.md') },
]

/** Of these the format allows only certain values. */
const notText =
  /^(?:id|kind|grade|section|numbering|place|extends|from|until|required|contents|of|is|then|exactly|after|before)$/

/** Words that stand for something: severities by rule, and fields of the cover. */
const notTexts = /^(?:rules|footer)$/

function textsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return notText.test(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(each => textsOf(each, key))
  if (typeof value !== 'object' || value === null || notTexts.test(key)) return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, name))
}

function withTexts(value: unknown, by: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return notText.test(key) ? value : by(value)
  if (Array.isArray(value)) return value.map(each => withTexts(each, by, key))
  if (typeof value !== 'object' || value === null || notTexts.test(key)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, by, name)]),
  )
}

/** A pair with hostile texts: some texts of the type, and as many places of the report. */
const hostilePair = fc
  .record({
    pair: fc.constantFrom(...pairs),
    // Half of the type's texts stay, so that headings, rows and grades are found now and then.
    words: fc.array(fc.option(hostileText), { minLength: 3, maxLength: 12 }),
    isBefore: fc.boolean(),
    inReport: fc.array(fc.tuple(fc.nat(), hostileText), { maxLength: 20 }),
    file: hostileText,
  })
  .map(({ pair, words, isBefore, inReport, file }) => {
    const texts = [...new Set(textsOf(pair.type))]
    const changed = new Map(
      texts.map((text, at) => {
        const word = words[at % words.length]
        return [text, word == null ? text : isBefore ? `${word} ${text}` : `${text} ${word}`]
      }),
    )
    const type = withTexts(pair.type, text => changed.get(text) ?? text) as TypeSource
    const lines = pair.report.split('\n').map(line => {
      const title = texts.find(text => text.length > 3 && line.includes(text))
      return title === undefined ? line : line.replace(title, () => changed.get(title) ?? title)
    })
    const places = [...lines.join('\n').matchAll(/\s/g)].map(({ index }) => index)
    const report = inReport.reduce((text, [at, word]) => {
      const place = places[at % places.length] ?? 0
      return `${text.slice(0, place)} ${word}${text.slice(place)}`
    }, lines.join('\n'))
    return { type, report: `---\nreport: ${type.id}\n---\n${report}`, file }
  })

const seen = { hovers: 0, findings: 0, fixes: 0, items: 0, cells: 0 }

function markdownIsOurs(markdown: string, isOurs?: (address: string) => boolean): void {
  assert.deepEqual(activeInMarkdown(markdown, isOurs), [], markdown)
}

/** The elements that pages and previews are made of. */
const ours = [
  /^html lang="en-GB"$/,
  /^(?:head|title|style|body|main|h[123]|p|ul|li|table|caption|thead|tbody|tr|td)$/,
  /^(?:b|em|strong|del|ins|mark|sup)$/,
  /^meta (?:charset="utf-8"|name="viewport" content="width=device-width, initial-scale=1")$/,
  /^meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"$/,
  /^th(?: scope="(?:col|row|rowgroup)"(?: colspan="\d+")?)?$/,
  /^a href="#" data-document="(?:earlier|present)" data-offset="\d+"$/,
  /^a href="#section-\d+"$/,
  /^header class="cover"$/,
  /^h[1-6](?: id="section-\d+")?(?: class="new-page")?(?: data-line="\d+")$/,
  /^h2 id="contents(?:-\d+)?"$/,
  /^nav aria-labelledby="contents(?:-\d+)?" data-line="\d+"$/,
  /^p(?: class="(?:authority|field|grade|timescale|footnote)")? data-line="\d+"$/,
  /^p class="numbered" id="paragraph-[\d.]+(?:-\d+)?" data-line="\d+"$/,
  /^p class="problem (?:error|warning|information|hint)" data-goes-to="\d+"$/,
  /^span class="(?:number|number missing|mark|page)"$/,
  /^li(?: class="(?:level-\d|lettered|holder)")?(?: data-line="\d+")?$/,
  /^(?:table|tr)(?: class="group")?(?: data-line="\d+")?$/,
  /^div class="problems" role="note" aria-label="Problems"$/,
]

function htmlIsOurs(html: string): void {
  for (const element of elementsOf(html))
    assert.ok(
      ours.some(each => each.test(element)),
      element,
    )
}

function pageIsOurs(page: Page): void {
  const address = ({ document, offset }: { document: string; offset: number }) =>
    `file:///reports/${document}.md#L${offset}`
  markdownIsOurs(pageAsMarkdown(page))
  markdownIsOurs(pageAsMarkdown(page, address), to =>
    /^file:\/\/\/reports\/(?:earlier|present)\.md#L\d+$/.test(to),
  )
  htmlIsOurs(pageAsHtml(page))
  htmlIsOurs(pageBody(page))
}

/** Whatever the editor shows of one place of the report. */
function placeIsOurs(report: Report, offset: number): void {
  const found = hover(report, offset)
  if (found !== undefined) {
    seen.hovers++
    markdownIsOurs(found.markdown)
  }
  for (const { snippet } of completion(report, offset, '2024-05-06')) {
    seen.items++
    assert.deepEqual(variablesIn(snippet), [], snippet)
  }
}

/** What is offered where the value of a field or a grade is still to be written. */
function emptyPlacesAreOurs(text: string, types: TypeCatalogue): void {
  for (const { index, 0: begun } of [...text.matchAll(/^.{1,60}?(?::| -| –) ?(?=.)/gm)].slice(
    0,
    12,
  )) {
    const start = index + begun.length
    const lineEnd = text.indexOf('\n', start)
    const report = parseReport(text.slice(0, start) + text.slice(lineEnd), { types })
    if (report !== undefined) placeIsOurs(report, start)
  }
}

function everythingIsOurs({ type, report: text, file }: Pair & { readonly file: string }): void {
  const types = catalogueOf([type], builtInCatalogue())
  const report = parseReport(text, { types })
  assert.ok(report !== undefined)
  const findings = checkReport(report)
  seen.findings += findings.length
  for (const line of report.lines.text.matchAll(/\S+/g)) placeIsOurs(report, line.index)
  emptyPlacesAreOurs(text, types)
  for (const finding of findings)
    for (const { snippet } of finding.fixes?.() ?? []) {
      seen.fixes++
      if (snippet !== undefined) assert.deepEqual(variablesIn(snippet.newText), [], snippet.newText)
    }
  for (const made of latestTypes(types).filter(({ id }) => id === type.id))
    for (const { body } of snippetsOf(made)) assert.deepEqual(variablesIn(body), [], body)
  for (const { snippet } of completionInNonReport('', 0, latestTypes(types)))
    assert.deepEqual(variablesIn(snippet), [], snippet)
  pageIsOurs(pointsForAuthor(report, findings, { notes: true, day: '2024-05-06' }))
  const other = parseReport(
    text
      .split('\n')
      .filter((_, at) => at % 7 !== 6)
      .join('\n'),
    { types },
  )
  assert.ok(other !== undefined)
  pageIsOurs(versionsPage(compareVersions(other, report), { earlier: file, present: file }))
  const both = byDate({ report: other, document: 'earlier' }, { report, document: 'present' })
  pageIsOurs(inspectionsPage(compareInspections(both[0].report, both[1].report), both))
  htmlIsOurs(previewOf(report, findings).html)
  csvIsOurs(judgementsAsCsv([listJudgements(report, file)]))
}

/** No cell begins as a formula does, and each line has as many cells as the first. */
function csvIsOurs(csv: string): void {
  const rows = rowsOf(csv.replace('\ufeff', ''))
  for (const row of rows) {
    assert.equal(row.length, rows[0]?.length)
    seen.cells += row.length
    for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@|%]/)
  }
}

function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter(row => row.length > 1)
}

describe('words of types, reports and file names', () => {
  itWhole('are words in hovers, pages, previews, completions, fixes, snippets and tables', () => {
    fc.assert(fc.property(hostilePair, everythingIsOurs), { numRuns: 60 })
    for (const [what, count] of Object.entries(seen)) assert.ok(count > 100, `${count} ${what}`)
  })
})

/** `npm run bench -- [FILE…]` (or `--files`, see `files.ts`): times everything next to two limits that were measured in the same run. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { completion } from '../../server/src/features/complete/completion'
import { fixAll } from '../../server/src/features/edit/fix-all'
import { quickFixes } from '../../server/src/features/edit/quick-fixes'
import { status } from '../../server/src/features/lists/status'
import { definition } from '../../server/src/features/navigate/definition'
import { folding } from '../../server/src/features/navigate/folding'
import { highlights } from '../../server/src/features/navigate/highlights'
import { hover } from '../../server/src/features/navigate/hover'
import { links } from '../../server/src/features/navigate/links'
import { otherPlace } from '../../server/src/features/navigate/other-place'
import { references } from '../../server/src/features/navigate/references'
import { semanticTokens } from '../../server/src/features/navigate/semantic-tokens'
import { symbols } from '../../server/src/features/navigate/symbols'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { timeCompletions } from './completions'
import { benchFiles } from './files'
import { grow } from './grow'
import { median } from './measure'
import { timeServers } from './servers'

interface Column {
  readonly name: string
  readonly times: ReadonlyMap<string, number>
}

const [work = '', published = '', serverFile = '', minimalFile = '', sample = '', ...given] =
  process.argv.slice(2)
const files = given.filter(each => each !== '--files')
if (files.length < given.length) benchFiles({ work, sample, files, published })
else void main()

async function main(): Promise<void> {
  const reports = [sample, ...files].map(file => ({
    name: path.basename(file).replace(/\..*$/, '').slice(0, 10),
    report: read(file),
  }))
  // The first file given is the one that is made long; without files it is the sample.
  const base = reports[1] ?? reports[0]
  if (base === undefined) return
  const columns = reports.map(({ name, report }) => timeReport(name, report))
  for (const times of [10, 100]) {
    const long = parseReport(grow(base.report, times))
    if (long !== undefined) columns.push(timeReport(`${base.name} x${times}`, long))
  }
  console.log('Milliseconds; the pattern is one pass of /\\w+/g over the text.\n')
  printColumns(columns)
  console.log()
  timeImports()
  console.log()
  const names = [sample, ...files].slice(0, 2)
  const text = readFileSync(names[1] ?? sample, 'utf8')
  const [least, own] = await timeServers([minimalFile, serverFile], text, 9)
  if (least === undefined || own === undefined) return
  console.log(
    `The server over stdio with ${path.basename(names[1] ?? sample)}, next to the least server possible:\n`,
  )
  for (const [what, key] of [
    ['from edit to findings', 'edit'],
    ['from start to first findings', 'start'],
  ] as const) {
    const ratio = (own[key] / least[key]).toFixed(2)
    console.log(
      `${what.padEnd(30)}${own[key].toFixed(2).padStart(8)}${least[key].toFixed(2).padStart(8)}${ratio.padStart(8)} times`,
    )
  }
  console.log(
    `${'findings'.padEnd(30)}${String(own.findings).padStart(8)}${String(least.findings).padStart(8)}`,
  )
  console.log()
  await timeCompletionOf(base.report)
}

/** A report of 100 KB, as it is and as a draft that is imported from it. */
async function timeCompletionOf(report: Report): Promise<void> {
  const long = grow(report, Math.max(1, Math.ceil(100_000 / report.text.length)))
  const texts = { 'as text': long, imported: tidy(long).text }
  const title = `completion over stdio, ${Math.round(long.length / 1000)} KB`
  console.log(
    `${title.padEnd(44)}${['asked', 'answered', 'median', '99 of 100'].map(each => each.padStart(12)).join('')}`,
  )
  for (const [form, text] of Object.entries(texts))
    for (const isTyped of [false, true]) {
      const times = await timeCompletions(serverFile, text, { count: 500, isTyped })
      const name = `${form}, ${isTyped ? 'after a key' : 'nothing typed'}`
      const cells = [times.asked, times.answered, times.median.toFixed(2), times.most.toFixed(2)]
      console.log(name.padEnd(44) + cells.map(each => String(each).padStart(12)).join(''))
    }
}

function read(file: string): Report {
  const report = parseReport(readFileSync(file, 'utf8'))
  if (report === undefined) throw new Error(`${file} is no report of a known type`)
  return report
}

function timeReport(name: string, report: Report): Column {
  const { text } = report
  const findings = checkReport(report)
  const offsets = Array.from({ length: 20 }, (_, at) => Math.floor(((at + 0.5) * text.length) / 20))
  const mentions = report.judgements.flatMap(judgement =>
    judgement.mentions.map(({ span }) => span.start),
  )
  const places = [...offsets, ...mentions.filter((_, at) => at % 4 === 0)]
  const each = (work: (offset: number) => unknown) => median(() => places.map(work)) / places.length
  // Parsed again each time: a text that was seen before must not make it faster.
  let version = 0
  const fresh = () => parseReport(`${text}${version++ % 2 === 0 ? '\n' : ''}`)
  const times = new Map<string, number>()
  times.set('characters', text.length)
  times.set('paragraphs', report.numbering.paragraphs.length)
  times.set('findings', findings.length)
  times.set(
    'pattern',
    median(() => (text.match(/\w+/g) ?? []).length),
  )
  times.set('parse', median(fresh))
  times.set(
    'all checks',
    median(() => checkReport(report)),
  )
  times.set(
    'parse and check',
    median(() => checkReport(fresh() ?? report)),
  )
  times.set(
    'symbols',
    median(() => symbols(report)),
  )
  times.set(
    'folding',
    median(() => folding(report)),
  )
  times.set(
    'colours',
    median(() => semanticTokens(report)),
  )
  times.set(
    'links',
    median(() => links(report)),
  )
  times.set(
    'status',
    median(() => status(report, findings)),
  )
  times.set(
    'hover',
    each(offset => hover(report, offset)),
  )
  times.set(
    'definition',
    each(offset => definition(report, offset)),
  )
  times.set(
    'references',
    each(offset => references(report, offset, true)),
  )
  times.set(
    'highlights',
    each(offset => highlights(report, offset)),
  )
  times.set(
    'other place',
    each(offset => otherPlace(report, offset)),
  )
  times.set(
    'completion',
    each(offset => completion(report, offset)),
  )
  times.set(
    'quick fixes',
    median(() => findings.map(({ span }) => quickFixes(report, findings, span))) /
      Math.max(1, findings.length),
  )
  times.set(
    'fix all',
    median(() => fixAll(text)),
  )
  return { name, times }
}

/** A pasted text of short lines, with and without blank lines between them: ten times as much, ten times as long. */
function timeImports(): void {
  const words = 'the harbour office keeps a book of every ship that came'.split(' ')
  const line = (at: number) => words.slice(at % 7, (at % 7) + 2 + (at % 3)).join(' ')
  for (const [name, between] of [
    ['import of short lines', '\n'],
    ['import of short paragraphs', '\n\n'],
  ] as const) {
    const times = [5_000, 50_000].map(count => {
      const text = Array.from({ length: count }, (_, at) => line(at)).join(between)
      const began = performance.now()
      tidy(text)
      return performance.now() - began
    })
    const [short = Number.NaN, long = Number.NaN] = times
    console.log(
      `${name.padEnd(28)}${short.toFixed(0).padStart(14)}${long.toFixed(0).padStart(14)}${(long / short).toFixed(1).padStart(8)} times for 10 times the lines`,
    )
  }
}

function printColumns(columns: readonly Column[]): void {
  const width = 14
  const labels = [...(columns[0]?.times.keys() ?? [])]
  console.log(''.padEnd(28) + columns.map(({ name }) => name.padStart(width)).join(''))
  const line = (label: string, cell: (times: ReadonlyMap<string, number>) => string) =>
    console.log(label.padEnd(28) + columns.map(({ times }) => cell(times).padStart(width)).join(''))
  for (const label of labels) {
    const isCount = ['characters', 'paragraphs', 'findings'].includes(label)
    line(label, times => (times.get(label) ?? Number.NaN).toFixed(isCount ? 0 : 3))
  }
  const ratio = (times: ReadonlyMap<string, number>, a: string, b: string) =>
    ((times.get(a) ?? Number.NaN) / (times.get(b) ?? Number.NaN)).toFixed(2)
  line('parse and check / pattern', times => ratio(times, 'parse and check', 'pattern'))
  line('parse and check, µs / 1000', times => {
    return (((times.get('parse and check') ?? 0) * 1e6) / (times.get('characters') ?? 1)).toFixed(2)
  })
}

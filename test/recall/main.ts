/** `npm run recall -- FILE…`: tables of what the rules find of the defects put in on purpose. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { importFile, tidy } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { applyEdits } from '../../server/src/text/edits'
import { LineIndex } from '../../server/src/text/lines'
import { forms, readForm } from '../corpus/forms'
import { finished } from '../corpus/measure'
import { Counts } from './counts'
import { type Outcome, recall } from './recall'

const program = new Command('recall')
  .argument('<file...>', 'reports: texts, PDFs and Word documents')
  .option('--misses', 'list each miss')
  .option('--imported', 'import the texts first, as PDF and Word always are')
  .option('--rule <id...>', 'only these rules')
  .option('--every <number>', 'try only every nth defect', Number, 1)
  .option(
    '--form <words>',
    'put each report into the forms whose names have the words first; "all" for every form',
  )
  .option('--kinds', 'a table of all kinds of defects, not only of those short of the aim')
  .parse()
const options = program.opts<{
  misses?: boolean
  imported?: boolean
  rule?: string[]
  every: number
  form?: string
  kinds?: boolean
}>()

const byRule = new Counts('rule')
const byType = new Counts('report type')
const byKind = new Counts('rule, kind of defect')
const byBoth = new Counts('rule, kind of defect and report type, short of the aim')
const byForm = new Counts('form')

async function run(): Promise<void> {
  for (const file of program.args) {
    const text = await read(file)
    for (const [form, written] of formsOf(text)) tryAll(file, written, form)
  }
  const tables = [
    byRule.table(),
    ...(options.kinds ? [byKind.table()] : []),
    byBoth.shortTable(),
    ...(options.form === undefined ? [] : [byForm.table()]),
    byType.table(),
  ]
  for (const table of tables) if (table.length > 0) console.log(`${table.join('\n')}\n`)
}

async function read(file: string): Promise<string> {
  const bytes = readFileSync(file)
  if (/\.(?:pdf|docx)$/i.test(path.extname(file)))
    return finished((await importFile(new Uint8Array(bytes))).text)
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return options.imported ? finished(tidy(text).text) : text
}

/** The text as it is, or in the forms that were asked for. */
function* formsOf(text: string): Generator<readonly [form: string, written: string]> {
  const report = parseReport(text)
  if (options.form === undefined || report === undefined) {
    yield ['as it is', text]
    return
  }
  for (const [name, write] of Object.entries(forms)) {
    if (options.form !== 'all' && !name.includes(options.form)) continue
    const written = write(report)
    if (written === undefined) continue
    if (readForm(written, report) === undefined) console.log(`not recognised ${name}`)
    else yield [name, written]
  }
}

function tryAll(file: string, text: string, form: string): void {
  const type = parseReport(text)?.type.id ?? ''
  const rules = options.rule === undefined ? {} : { rules: options.rule }
  for (const outcome of recall(text, { every: options.every, ...rules })) {
    const kind = `${outcome.rule}: ${outcome.defect.kind}`
    byRule.add(outcome.rule, outcome)
    byType.add(type, outcome)
    byKind.add(kind, outcome)
    byBoth.add(`${kind} (${type})`, outcome)
    byForm.add(form, outcome)
    if (options.misses)
      printMiss(options.form === undefined ? file : `${file} (${form})`, text, outcome)
  }
}

function printMiss(
  file: string,
  original: string,
  { rule, defect, damaged, findings, ...outcome }: Outcome,
): void {
  const failed = (['found', 'placed', 'alone', 'undone'] as const).filter(
    key => outcome[key] === false,
  )
  // What was not found was not placed and undone either.
  const missed = failed.includes('found') ? ['found'] : failed
  if (missed.length === 0) return
  const lines = new LineIndex(damaged)
  const at = (offset: number) => {
    const { line, column } = lines.position(offset)
    return `${line + 1}:${column + 1}`
  }
  const where = defect.where.map(({ start }) => at(start)).join(', ')
  console.log(`${file}:${where} ${rule}: not ${missed.join(', not ')}: ${defect.name}`)
  for (const finding of findings) {
    const fixes = (finding.fixes?.() ?? []).map(({ title }) => title).join(' | ')
    console.log(`    ${at(finding.span.start)} ${finding.rule.id}: ${finding.message} {${fixes}}`)
    if (!missed.includes('undone')) continue
    for (const { title, edits } of finding.fixes?.() ?? [])
      console.log(`        ${title}: ${difference(applyEdits(damaged, edits), original)}`)
  }
}

/** What is between the first and the last character in which the texts differ: `"x" instead of "y"`. */
function difference(text: string, original: string): string {
  let start = 0
  while (start < text.length && text.charAt(start) === original.charAt(start)) start++
  let end = 0
  const length = Math.min(text.length, original.length) - start
  while (end < length && text.at(-1 - end) === original.at(-1 - end)) end++
  const [written, wanted] = [text, original].map(each =>
    JSON.stringify(each.slice(start, each.length - end).slice(0, 300)),
  )
  return `${written} instead of ${wanted}`
}

void run()

/** `npm run recall -- FILE…`: tables of what the rules find of the defects put in on purpose. */

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { tidy } from '../../server/src/import/text/tidy'
import { parseReport } from '../../server/src/report/parse'
import { applyEdits } from '../../server/src/text/edits'
import { LineIndex } from '../../server/src/text/lines'
import { Counts } from './counts'
import { type Outcome, recall } from './recall'

const program = new Command('recall')
  .argument('<file...>', 'reports')
  .option('--misses', 'list each miss')
  .option('--imported', 'import the reports first')
  .option('--rule <id...>', 'only these rules')
  .option('--every <number>', 'try only every nth defect', Number, 1)
  .option('--kinds', 'a table of all kinds of defects, not only of those short of the aim')
  .parse()
const options = program.opts<{
  misses?: boolean
  imported?: boolean
  rule?: string[]
  every: number
  kinds?: boolean
}>()

const byRule = new Counts('rule')
const byType = new Counts('report type')
const byKind = new Counts('rule, kind of defect')
const byBoth = new Counts('rule, kind of defect and report type, short of the aim')
for (const file of program.args) {
  const written = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const text = options.imported ? tidy(written).text : written
  const type = parseReport(text)?.type.id ?? ''
  const rules = options.rule === undefined ? {} : { rules: options.rule }
  for (const outcome of recall(text, { every: options.every, ...rules })) {
    const kind = `${outcome.rule}: ${outcome.defect.kind}`
    byRule.add(outcome.rule, outcome)
    byType.add(type, outcome)
    byKind.add(kind, outcome)
    byBoth.add(`${kind} (${type})`, outcome)
    if (options.misses) printMiss(file, text, outcome)
  }
}
const tables = [
  byRule.table(),
  ...(options.kinds ? [byKind.table()] : []),
  byBoth.shortTable(),
  byType.table(),
]
for (const table of tables) if (table.length > 0) console.log(`${table.join('\n')}\n`)

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

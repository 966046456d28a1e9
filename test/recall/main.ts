/** `npm run recall -- FILE…`: a table of what the rules find of the defects put in on purpose. */

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { tidy } from '../../server/src/import/text/tidy'
import { parseReport } from '../../server/src/report/parse'
import { LineIndex } from '../../server/src/text/lines'
import { type Outcome, recall } from './recall'

const program = new Command('recall')
  .argument('<file...>', 'reports')
  .option('--misses', 'list each miss')
  .option('--imported', 'import the reports first')
  .option('--rule <id...>', 'only these rules')
  .option('--every <number>', 'try only every nth defect', Number, 1)
  .parse()
const options = program.opts<{
  misses?: boolean
  imported?: boolean
  rule?: string[]
  every: number
}>()

interface Count {
  all: number
  found: number
  placed: number
  alone: number
  undoable: number
  undone: number
}

const byRule = new Map<string, Count>()
const byType = new Map<string, Count>()
const every = noCount()
for (const file of program.args) {
  const written = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const text = options.imported ? tidy(written).text : written
  const type = parseReport(text)?.type.id ?? ''
  const rules = options.rule === undefined ? {} : { rules: options.rule }
  for (const outcome of recall(text, { every: options.every, ...rules })) {
    for (const count of [of(byRule, outcome.rule), of(byType, type), every]) add(count, outcome)
    if (options.misses) printMiss(file, outcome)
  }
}
printTable('rule', byRule)
console.log()
printTable('report type', byType)

function printMiss(file: string, { rule, defect, damaged, findings, ...outcome }: Outcome): void {
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
  }
}

function noCount(): Count {
  return { all: 0, found: 0, placed: 0, alone: 0, undoable: 0, undone: 0 }
}

function of(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? noCount()
  counts.set(name, count)
  return count
}

function add(count: Count, { found, placed, alone, undone }: Outcome): void {
  count.all++
  if (found) count.found++
  if (placed) count.placed++
  if (alone) count.alone++
  if (undone !== undefined) count.undoable++
  if (undone) count.undone++
}

function printTable(title: string, counts: ReadonlyMap<string, Count>): void {
  const rows = [[title, 'put in', 'found', 'right place', 'alone', 'undone']]
  for (const [name, count] of [...counts, ['all', every] as const]) {
    const { all, found, placed, alone, undoable, undone } = count
    const shares = [
      share(found, all),
      share(placed, all),
      share(alone, all),
      share(undone, undoable),
    ]
    rows.push([name, String(all), ...shares])
  }
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    console.log(cells.join('  '))
  }
}

/** `100 %`, or `19 of 20 (95.0 %)`; `–` of nothing. */
function share(number: number, all: number): string {
  if (all === 0) return '–'
  return number === all ? '100 %' : `${number} of ${all} (${((100 * number) / all).toFixed(1)} %)`
}

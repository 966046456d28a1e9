/** `npm run recall -- FILE…`: a table of what the rules find of the defects put in on purpose. */

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { LineIndex } from '../../server/src/text/lines'
import { type Outcome, recall } from './recall'

const program = new Command('recall')
  .argument('<file...>', 'reports')
  .option('--misses', 'list each miss')
  .option('--rule <id...>', 'only these rules')
  .option('--every <number>', 'try every how manieth defect', Number, 1)
  .parse()
const options = program.opts<{ misses?: boolean; rule?: string[]; every: number }>()

const outcomes: Outcome[] = []
for (const file of program.args) {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const rules = options.rule === undefined ? {} : { rules: options.rule }
  for (const outcome of recall(text, { every: options.every, ...rules })) {
    outcomes.push(outcome)
    if (options.misses) printMiss(file, outcome)
  }
}
printTable(outcomes)

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

function printTable(outcomes: readonly Outcome[]): void {
  const rows = [['rule', 'put in', 'found', 'right place', 'alone', 'undone']]
  const byRule = grouped(outcomes)
  for (const [rule, list] of [...byRule, ['all', outcomes] as const]) {
    const undoable = list.filter(({ undone }) => undone !== undefined)
    rows.push([
      rule,
      String(list.length),
      share(list, 'found'),
      share(list, 'placed'),
      share(list, 'alone'),
      share(undoable, 'undone'),
    ])
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

/** `100 %`, or `19 of 20`; `–` of nothing. */
function share(list: readonly Outcome[], key: 'found' | 'placed' | 'alone' | 'undone'): string {
  const number = list.filter(outcome => outcome[key] === true).length
  if (list.length === 0) return '–'
  return number === list.length ? '100 %' : `${number} of ${list.length}`
}

function grouped(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    const group = groups.get(outcome.rule)
    if (group === undefined) groups.set(outcome.rule, [outcome])
    else group.push(outcome)
  }
  return groups
}

/** `npm run bench -- --files [PDF…]`: what files cost, next to the least that another program needs for the same. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { parseReport } from '../../server/src/report/parse'
import { grow } from './grow'
import { middle } from './measure'

/** What one process took. */
export interface FileCost {
  /** In milliseconds of processor time. */
  readonly processor: number
  /** The most that it held, in megabytes. */
  readonly memory: number
  /** From its start to the first page that was read, in milliseconds. */
  readonly firstPage?: number
}

/** Each is measured so often, in turn with what it is compared with, and the middle counts. */
const rounds = 3

export interface FilesBench {
  readonly work: string
  readonly sample: string
  /** PDFs; none for those of published reports that are beside the project. */
  readonly files: readonly string[]
  readonly published: string
}

export function benchFiles({ work, sample, files, published }: FilesBench): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-files-'))
  try {
    const pdfs = files.length > 0 ? files : everyTenth(published)
    if (pdfs.length === 0) console.log('There is no PDF to read: name some after --files.')
    else benchPdfs(work, pdfs)
    benchExport(work, sample, folder)
    benchLong(work, sample, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function everyTenth(folder: string): readonly string[] {
  return globSync('*.pdf', { cwd: folder, absolute: true })
    .sort()
    .filter((_, at) => at % 10 === 0)
}

function benchPdfs(work: string, pdfs: readonly string[]): void {
  const sums = { least: 0, own: 0 }
  const memory: number[] = []
  const firsts: number[] = []
  for (const file of pdfs) {
    const [least, own] = sideBySide(work, ['least-pdf', file], ['import', file])
    sums.least += least.processor
    sums.own += own.processor
    memory.push(own.memory / least.memory)
    firsts.push(own.firstPage ?? Number.NaN)
  }
  console.log(`${pdfs.length} PDFs, next to pdf.js reading their text and drawings:`)
  print('processor time', sums.own / sums.least, 'times')
  print('memory, the middle', middle(memory), 'times')
  print('memory, the most', Math.max(...memory), 'times')
  print('from start to the first page, the middle', middle(firsts), 'ms')
  print('from start to the first page, the most', Math.max(...firsts), 'ms')
}

function benchExport(work: string, sample: string, folder: string): void {
  const [own] = sideBySide(work, ['export', sample])
  const out = path.join(folder, 'pandoc.docx')
  const times = Array.from({ length: rounds }, () => processorOf('pandoc', [sample, '-o', out]))
  const pandoc = times.every(each => each !== undefined) ? middle(times) : undefined
  console.log(`\nExport of ${path.basename(sample)}:`)
  print('processor time', own.processor, 'ms')
  if (pandoc === undefined) console.log('  pandoc is not here to compare with.')
  else print('next to pandoc', own.processor / pandoc, 'times')
}

/** A document as long as they come, and one of half its length, out and in again. */
function benchLong(work: string, sample: string, folder: string): void {
  const report = parseReport(readFileSync(sample, 'utf8'))
  if (report === undefined) return
  const costs = [275, 550].map(pages => {
    const file = path.join(folder, `${pages}.md`)
    // A page of the sample's own form holds some 2,600 characters.
    writeFileSync(file, grow(report, Math.round((pages * 2_600) / report.text.length)))
    return { pages, cost: run(work, ['out-and-in', file]) }
  })
  console.log('\nA long report, exported and imported again:')
  for (const { pages, cost } of costs) {
    print(`${pages} pages, processor time`, cost.processor, 'ms')
    print(`${pages} pages, memory`, cost.memory, 'MB')
  }
  const [half, whole] = costs
  if (half && whole) print('twice the pages', whole.cost.processor / half.cost.processor, 'times')
}

function print(what: string, value: number, unit: string): void {
  const shown = value < 100 ? value.toFixed(2) : value.toFixed(0)
  console.log(`  ${what.padEnd(44)}${shown.padStart(10)} ${unit}`)
}

/** The middle cost of each, measured in turn. */
function sideBySide<Works extends readonly (readonly [string, string])[]>(
  work: string,
  ...each: Works
): { readonly [At in keyof Works]: FileCost } {
  const costs = each.map((): FileCost[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [at, given] of each.entries()) costs[at]?.push(run(work, given))
  return costs.map(
    (all): FileCost => ({
      processor: middle(all.map(({ processor }) => processor)),
      memory: middle(all.map(({ memory }) => memory)),
      firstPage: middle(all.map(({ firstPage = Number.NaN }) => firstPage)),
    }),
  ) as { readonly [At in keyof Works]: FileCost }
}

function run(work: string, given: readonly [string, string]): FileCost {
  const { stdout, status } = spawnSync(process.execPath, [work, ...given], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${given[0]} failed on ${path.basename(given[1])}`)
  return JSON.parse(stdout) as FileCost
}

/** Milliseconds of processor time; undefined where the program is not there, or fails. */
function processorOf(program: string, given: readonly string[]): number | undefined {
  const script = 'TIMEFORMAT="%U %S"; time "$@"'
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', program, ...given], {
    encoding: 'utf8',
  })
  if (status !== 0) return undefined
  const [user = Number.NaN, system = Number.NaN] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number)
  return (user + system) * 1000
}

/** `npm run corpus -- DIR…`: what is recognised and found in any folder of documents. */

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { importFile, tidy } from '../../server/src/import/import'
import { documentsIn } from './documents'
import { findingLines, finished, type Measured, measure } from './measure'
import { printDocument, printFindings, printTables } from './print'
import { type JudgedFindings, judgedAs, printVerdicts, readJudged } from './verdicts'

const program = new Command('corpus')
  .argument('<folder...>', 'folders of documents, or single ones')
  .option('--list', 'list each finding with the marked words')
  .option('--rule <id...>', 'list only these rules')
  .option('--severity <level...>', 'list only these severities')
  .option('--imported', 'import the texts first, as PDF and Word always are', false)
  .option('--verdicts <file>', 'the list of findings with a verdict on each')
  .parse()
const options = program.opts<{
  list?: boolean
  rule?: string[]
  severity?: string[]
  imported: boolean
  verdicts?: string
}>()
const kept =
  options.verdicts === undefined ? [] : readJudged(readFileSync(options.verdicts, 'utf8'))

async function run(): Promise<void> {
  const measured: Measured[] = []
  const judged: JudgedFindings[] = []
  let peak = 0
  for (const folder of program.args) {
    for await (const document of documentsIn(folder, read)) {
      if ('error' in document) {
        console.log(`${document.name}: ${document.error}`)
        process.exitCode = 1
        continue
      }
      const { name, text } = document
      const result = measure(name, options.imported ? finished(tidy(text).text) : text)
      measured.push(result)
      const [title = '', ...lines] = findingLines(
        result,
        options.imported ? 'imported' : 'as it is',
      )
      judged.push(judgedAs(title.slice(3), lines, kept))
      peak = Math.max(peak, process.memoryUsage().heapUsed)
      console.log(printDocument(result))
      if (options.list) process.stdout.write(printFindings(result, options))
    }
  }
  console.log(`\n${printTables(measured)}`)
  console.log(printVerdicts(judged))
  console.log(`Memory: at most ${Math.round(peak / 2 ** 20)} MB in use.`)
}

/** A PDF or Word document as the importer reads it. */
async function read(bytes: Uint8Array): Promise<string> {
  return finished((await importFile(bytes)).text)
}

void run()

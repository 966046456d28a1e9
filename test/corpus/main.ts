/** `npm run corpus -- DIR…`: what is recognised and found in any folder of documents. */

import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { type CorpusDocument, documentsIn } from './documents'
import { findingLines, type Measured, measure } from './measure'
import { printDocument, printFindings, printTables } from './print'

const program = new Command('corpus')
  .argument('<folder...>', 'folders of documents, or single ones')
  .option('--list', 'list each finding with the marked words')
  .option('--rule <id...>', 'list only these rules')
  .option('--severity <level...>', 'list only these severities')
  .option('--findings <file>', 'write the findings as lines without any text of the documents')
  .parse()
const options = program.opts<{
  list?: boolean
  rule?: string[]
  severity?: string[]
  findings?: string
}>()

async function run(): Promise<void> {
  const measured: Measured[] = []
  let peak = 0
  for (const folder of program.args) {
    for await (const document of documentsIn(folder, readNothing)) {
      if ('error' in document) {
        console.log(`${document.name}: ${document.error}`)
        continue
      }
      const result = measureOne(document)
      measured.push(result)
      peak = Math.max(peak, process.memoryUsage().heapUsed)
      console.log(printDocument(result))
      if (options.list) process.stdout.write(printFindings(result, options))
    }
  }
  console.log(`\n${printTables(measured)}`)
  console.log(`Memory: at most ${Math.round(peak / 2 ** 20)} MB in use.`)
  if (options.findings !== undefined)
    writeFileSync(options.findings, `${measured.flatMap(findingLines).join('\n')}\n`)
}

function measureOne({ name, text }: CorpusDocument): Measured {
  return measure(name, text)
}

async function readNothing(): Promise<undefined> {
  return undefined
}

void run()

/**
 * One piece of work with a file, in a process of its own: prints how much processor time it took, the most memory
 * that it held, and when the first page was there, as JSON. `file-work.cjs WORK FILE`.
 */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import '../../server/src/import/pdf/no-drawing'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import type { FileCost } from './files'

/** From the start of the process, in milliseconds. */
let firstPage: number | undefined
const seen = () => {
  firstPage ??= performance.now()
}

const works: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  /** The least that reading a PDF can take: its text and its drawings. */
  'least-pdf': async file => {
    ;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker
    const data = new Uint8Array(readFileSync(file))
    const task = getDocument({
      data,
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 1,
    })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getTextContent()
      await page.getOperatorList()
      page.cleanup()
      seen()
    }
    await task.destroy()
  },
  import: async file => importFile(readFileSync(file), { onProgress: seen }),
  export: async file => exportReport(reportIn(file)),
  /** Pages in and out: the document is made, and read again. */
  'out-and-in': async file => {
    const { bytes } = await exportReport(reportIn(file))
    return importFile(bytes)
  },
  nothing: async () => {},
}

function reportIn(file: string) {
  const report = parseReport(readFileSync(file, 'utf8'))
  if (report === undefined) throw new Error(`${path.basename(file)} is no report of a known type`)
  return report
}

const [name = '', file = ''] = process.argv.slice(2)
void works[name]?.(file).then(() => {
  const { user, system } = process.cpuUsage()
  const cost: FileCost = {
    processor: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    ...(firstPage !== undefined && { firstPage: firstPage }),
  }
  console.log(JSON.stringify(cost))
})

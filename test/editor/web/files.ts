/** Makes, in Node, the files that the tests in VS Code for the web work on, and what a terminal makes of them. */

import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pagesFile, shown } from '../../import/pdf/pdf-file'

export interface Folders {
  /** Where the files go. */
  readonly folder: string
  readonly samples: string
  /** Where the command line is. */
  readonly dist: string
}

/**
 * The samples; `westmarch.docx` as a terminal exports it, `letter.docx` and `paper.pdf` to be imported, and beside
 * them what a terminal imports: `letter.inspection.md`, `paper.inspection.md`.
 */
export function makeFiles({ folder, samples, dist }: Folders): void {
  const file = (name: string): string => path.join(folder, name)
  const run = (...words: readonly string[]): void => {
    execFileSync(process.execPath, [path.join(dist, 'cli.js'), ...words], { stdio: 'ignore' })
  }
  cpSync(samples, folder, { recursive: true })
  run('export', file('westmarch.inspection.md'), '--anyway', '--out', file('westmarch.docx'))
  cpSync(file('westmarch.docx'), file('letter.docx'))
  writeFileSync(file('paper.pdf'), printed(readFileSync(file('westmarch-extracted.txt'), 'utf8')))
  for (const name of ['letter.docx', 'paper.pdf']) run('import', file(name))
}

const linesOfPage = 50

/** The lines of a text on the pages of a PDF, in the characters that its simplest font has. */
function printed(text: string): Uint8Array {
  const plain = text
    .replaceAll('’', "'")
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[^\n -~]/g, ' ')
  const lines = plain.split('\n').map(line => line.replaceAll(/[()\\]/g, '\\$&'))
  const pages = Math.ceil(lines.length / linesOfPage)
  return pagesFile(pages, page =>
    lines
      .slice((page - 1) * linesOfPage, page * linesOfPage)
      .map((line, at) => shown(line, 60, 790 - 15 * at))
      .join(''),
  )
}

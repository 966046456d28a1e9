/** Programs of others that read Word documents, where they are installed; tests that need one are skipped elsewhere. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** How long a program may take, in milliseconds. */
const patience = 300_000

const answers = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { timeout: patience }).status === 0

/** What starts LibreOffice; undefined where it is not installed (`apt-get install libreoffice-writer`). */
export function libreOffice(): string | undefined {
  return ['soffice', 'libreoffice'].find(command => answers(command, ['--version']))
}

/** A Python that has python-docx; undefined where there is none (`apt-get install python3-docx`). */
export function pythonWithDocx(): string | undefined {
  return ['python3', '/usr/bin/python3'].find(command => answers(command, ['-c', 'import docx']))
}

/** A Python of any kind; undefined where there is none. */
export function python(): string | undefined {
  return ['python3', 'python'].find(command => answers(command, ['-c', '']))
}

/** Skips the tests of this block, and says why, where the program is not there. */
export function needs(test: Mocha.Context, program: string | undefined, name: string): void {
  if (program !== undefined) return
  console.log(`      ${name} is not installed, so these tests are skipped.`)
  test.skip()
}

/** The documents as LibreOffice reads them, as flat OpenDocument texts, in the order of `documents`. */
export function asOpenDocument(
  program: string,
  documents: readonly Uint8Array[],
): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
  try {
    const out = path.join(folder, 'out')
    mkdirSync(out)
    const files = documents.map((bytes, at) => {
      const file = path.join(folder, `${at}.docx`)
      writeFileSync(file, bytes)
      return file
    })
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const args = ['--headless', profile, '--convert-to', 'fodt', '--outdir', out, ...files]
    const { status, stderr } = spawnSync(program, args, { timeout: patience })
    if (status !== 0) throw new Error(`LibreOffice failed: ${stderr}`)
    return files.map((_, at) => readFileSync(path.join(out, `${at}.fodt`), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a script in Python prints about a document as JSON. */
export function askPython(program: string, script: string, document: Uint8Array): unknown {
  const { status, stdout, stderr } = spawnSync(program, ['-c', script], {
    input: document,
    timeout: patience,
    maxBuffer: 100_000_000,
  })
  if (status !== 0) throw new Error(`Python failed: ${stderr}`)
  return JSON.parse(String(stdout))
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import type { JsonFile, JsonFinding, JsonOutput } from '../../server/src/cli/check/forms/json'
import { decode } from '../../server/src/cli/files/decode'
import { publishedReports } from '../support/published'
import { buildIfStale, root, Session } from './session'

/** Every report of this run: the samples, and published ones where that folder is beside the project. */
const files = [
  ...globSync('samples/*.{md,txt}', { cwd: root, absolute: true }),
  ...publishedReports().map(({ file }) => file),
].sort()

describe('the editor and the command line', () => {
  it('find the same in every report', async () => {
    buildIfStale()
    const inTerminal = checkInTerminal(files)
    const session = await Session.start()
    for (const [at, file] of files.entries()) {
      const { text } = decode(readFileSync(file))
      const uri = await session.open(text, 'plaintext', `untitled:Untitled-${at}`)
      assert.deepEqual(
        (await session.problems(uri)).map(ofEditor).sort(),
        findingsOf(inTerminal[at]).map(ofTerminal).sort(),
        path.basename(file),
      )
      await session.close(uri)
    }
    await session.stop()
  })
})

function checkInTerminal(paths: readonly string[]): readonly JsonFile[] {
  const cli = path.join(root, 'dist', 'cli.js')
  const { stdout } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', ...paths], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return (JSON.parse(stdout) as JsonOutput).files
}

function findingsOf(file: JsonFile | undefined): readonly JsonFinding[] {
  assert.ok(file !== undefined && 'findings' in file)
  return file.findings
}

function ofTerminal({ rule, severity, message, start, end, related }: JsonFinding): string {
  const others = related.map(each => `${each.start.line}:${each.start.column} ${each.message}`)
  return [
    `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${message}`,
    ...others,
  ].join('\n')
}

function ofEditor({ range, severity, code, message, relatedInformation }: Diagnostic): string {
  const { start, end } = range
  const others = (relatedInformation ?? []).map(
    ({ location, message }) =>
      `${location.range.start.line + 1}:${location.range.start.character + 1} ${message}`,
  )
  const grave = (
    Object.entries(DiagnosticSeverity).find(([, level]) => level === severity)?.[0] ?? ''
  ).toLowerCase()
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`
  return [`${place} ${grave} ${code} ${message}`, ...others].join('\n')
}

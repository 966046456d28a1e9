/** The command `check`: what is wrong in the files. */

import pc from 'picocolors'
import {
  compareProblems,
  type ListedProblem,
  listProblems,
} from '../../features/lists/problem-list'
import { parseReport } from '../../report/parse'
import { checkReport } from '../../rules/run'
import { finish } from '../../text/steps'
import { failing, oneFile } from '../files/one-file'
import { type InputFile, readFiles } from '../files/read-files'
import { type AskedCopy, askedCopy, writeCopy } from '../files/word-copy'
import { type Reading, type Surroundings, surroundings } from '../surroundings'
import { type CommandOptions, type ExitStatus, exitStatus, type Terminal } from '../terminal'
import { type JsonFile, type JsonOutput, jsonFile } from './json'
import { type CheckedFile, count, printByPlace, printError, printFile, printSummary } from './print'

export interface CheckOptions extends CommandOptions {
  readonly format: 'text' | 'json'
  /** The copy of a Word document to write, with a comment at each problem. */
  readonly comments?: string
  /** An earlier version of the one file, with which its problems are compared. */
  readonly earlier?: string
}

/** Checks the files and prints what was found, as text for people or as JSON. */
export async function check(
  patterns: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { comments } = options
  const copy = comments && (await askedCopy(patterns, comments, '--comments', terminal))
  if (copy === 2) return copy
  const colours = pc.createColors(terminal.colour)
  const checked: CheckedFile[] = []
  const forJson: JsonFile[] = []
  const around = surroundings(terminal.cwd, options, (path, message) =>
    terminal.err(printError(path, message, colours)),
  )
  const earlier = options.earlier && (await earlierVersion(options.earlier, around, terminal))
  if (earlier === 2) return earlier
  let failed = 0
  let unwritten = 0
  for await (const file of copy ? [copy.file] : readFiles(patterns, terminal)) {
    const read = file.error === undefined ? { text: file.decoded.text } : await readOther(file)
    if (read.error !== undefined) {
      failed++
      terminal.err(printError(file.path, read.error, colours))
      forJson.push({ path: file.path, error: read.error })
      continue
    }
    const result = checkText(file.path, read.text, await around.of(file.path))
    checked.push(result)
    const source = file.error === undefined ? 'text' : (file.other?.kind ?? 'text')
    const print = source === 'text' ? printFile : printByPlace
    if (options.format === 'json') forJson.push(jsonFile(result, source))
    else terminal.out(print(result, colours))
    if (earlier && options.format === 'text') terminal.out(`${printCompared(earlier, result)}\n`)
    if (copy && !(await writeComments(copy, result, terminal))) unwritten++
  }
  if (options.format === 'json') {
    const output: JsonOutput = { version: 1, files: forJson }
    terminal.out(`${JSON.stringify(output, undefined, 2)}\n`)
  } else {
    terminal.out(printSummary(checked, failed + around.failed, colours))
  }
  return exitStatus(checked, failed + unwritten + around.failed, options.failOn)
}

/** The earlier version, checked; 2 where it cannot be read or is no report, which is then said. */
async function earlierVersion(
  file: string,
  around: Surroundings,
  terminal: Terminal,
): Promise<CheckedFile | 2> {
  const fail = failing(terminal)
  const input = await oneFile(file, terminal, fail)
  if (input === 2) return input
  const read = input.error === undefined ? { text: input.decoded.text } : await readOther(input)
  if (read.error !== undefined) return fail(input.path, read.error)
  const result = checkText(input.path, read.text, await around.of(input.path))
  if (result.report === undefined)
    return fail(input.path, 'This is not a report of a known type, so it cannot be compared with.')
  return result
}

/** `Compared with old.docx: 1 new, 2 still there, 3 put right.`, with those that are new and those that are not there. */
function printCompared(earlier: CheckedFile, present: CheckedFile): string {
  if (earlier.report === undefined || present.report === undefined) return ''
  const problems = listProblems(present.report, present.findings)
  const compared = compareProblems(listProblems(earlier.report, earlier.findings), problems)
  const isNew = problems.filter(({ identity }) => !compared.known.has(identity))
  const sums = [
    `${isNew.length} new`,
    `${problems.length - isNew.length} still there`,
    `${compared.putRight.length} put right`,
  ]
  return [
    `Compared with ${earlier.path}: ${sums.join(', ')}.`,
    ...listed('New', isNew),
    ...listed('Put right', compared.putRight),
    '',
  ].join('\n')
}

function listed(title: string, problems: readonly ListedProblem[]): readonly string[] {
  if (problems.length === 0) return []
  return [
    `  ${title}`,
    ...problems.map(({ section, within, message }) => {
      const place = within === '' ? section : `${section}, ${within}`
      return `    ${place}: ${message}`
    }),
  ]
}

/** Writes the copy with comments, if there is anything to comment on, and says so; false where that failed. */
async function writeComments(
  copy: AskedCopy,
  { report, findings }: CheckedFile,
  terminal: Terminal,
): Promise<boolean> {
  if (report === undefined) {
    failing(terminal)(copy.file.path, `${noReport} No copy was written.`)
    return false
  }
  const made = await writeCopy(
    copy,
    async () => {
      const { commentedCopy } = await import('../../import/import')
      const found = { report, findings, at: new Date() }
      const commented = finish(commentedCopy(copy.bytes, found))
      return { ...commented, bytes: commented.comments === 0 ? undefined : commented.bytes }
    },
    terminal,
  )
  if (made === undefined) return false
  const said = [
    made.comments > 0
      ? `Written: ${copy.shown}, with ${count(made.comments, 'comment')}.`
      : made.leftOut + made.unplaced > 0
        ? 'No copy was written.'
        : 'There are no problems, so no copy was written.',
    ...(made.leftOut > 0
      ? [`${count(made.leftOut, 'problem')} can be seen already, as comments of the document.`]
      : []),
    ...(made.unplaced > 0
      ? [`${count(made.unplaced, 'problem')} could not be given a place in the document.`]
      : []),
  ]
  terminal.err(`${said.join(' ')}\n`)
  return true
}

/** Said about a text in which nothing can be checked. */
export const noReport = 'This is not a report of a known type. Check that it begins with its title.'

type UnreadFile = Exclude<InputFile, { readonly error?: undefined }>

type Read = { readonly text: string; readonly error?: undefined } | { readonly error: string }

/**
 * The text of a Word document, with its automatic numbers written out, or of a PDF. It is checked as it is: nothing
 * in it is repaired, as it would be by an import, but that the lines of a PDF are joined.
 */
export async function readOther({ error, other }: UnreadFile): Promise<Read> {
  if (other === undefined) return { error }
  const { ImportError, readToCheck } = await import('../../import/import')
  try {
    return { text: (await readToCheck(other.bytes)).text }
  } catch (failure) {
    if (failure instanceof ImportError) return { error: failure.message }
    throw failure
  }
}

/** What is found in one text. */
export function checkText(path: string, text: string, { parse, severities }: Reading): CheckedFile {
  const report = parseReport(text, parse)
  return { path, report, findings: report === undefined ? [] : checkReport(report, severities) }
}

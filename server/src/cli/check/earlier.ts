/** The option `--earlier` of `check`: what became of the problems of an earlier version. */

import {
  compareProblems,
  type ListedProblem,
  listProblems,
} from '../../features/lists/problem-list'
import { failing, oneFile } from '../files/one-file'
import type { Surroundings } from '../surroundings'
import type { Terminal } from '../terminal'
import { type CheckedFile, checkText, readOther } from './checked'
import type { FormName } from './forms/form'

/** Why nothing can be compared with an earlier version: it is compared with one file, and only the text form says so. */
export function earlierMisused(
  files: readonly unknown[],
  { format }: { readonly format: FormName },
): string | undefined {
  if (files.length > 1)
    return 'With --earlier one report is compared with its earlier version. Name one at a time.'
  return format === 'text'
    ? undefined
    : `With --earlier the output can only be text. Leave out --earlier or --format ${format}.`
}

/** The earlier version, checked; 2 where it cannot be read or is no report, which is then said. */
export async function earlierVersion(
  file: string,
  around: Surroundings,
  { text }: { readonly text: boolean },
  terminal: Terminal,
): Promise<CheckedFile | 2> {
  const fail = failing(terminal)
  const input = await oneFile(file, terminal, fail)
  if (input === 2) return input
  const read =
    input.error === undefined ? { text: input.decoded.text } : await readOther(input, { text })
  if (read.error !== undefined) return fail(input.path, read.error)
  const result = checkText(input.path, read.text, await around.of(input.path))
  if (result.report === undefined)
    return fail(input.path, 'This is not a report of a known type, so it cannot be compared with.')
  return result
}

/**
 * `Compared with old.docx: 1 new, 2 still there, 3 put right.`, with those that are new and those that are not there,
 * unless no words are to be shown.
 */
export function printCompared(
  earlier: CheckedFile,
  present: CheckedFile,
  { text }: { readonly text: boolean },
): string {
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
    ...(text ? [...listed('New', isNew), ...listed('Put right', compared.putRight)] : []),
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

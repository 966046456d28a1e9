/** For commands that take one file: the file, and how they say what is wrong with it. */

import pc from 'picocolors'
import { printError } from '../check/forms/text'
import type { Terminal } from '../terminal'
import { type InputFile, type NamingOptions, readFiles } from './read-files'

/** Says what is wrong with the file of that name, and returns the exit status 2. */
export type Fail = (name: string, message: string) => 2

export function failing(terminal: Terminal): Fail {
  const colours = pc.createColors(terminal.colour)
  return (name, message) => {
    terminal.err(printError(name, message, colours))
    return 2
  }
}

/** The only file that the argument means. Where it means none, or several, this is reported, and the result is 2. */
export async function oneFile(
  file: string,
  terminal: Terminal,
  fail: Fail,
  naming: NamingOptions = {},
): Promise<InputFile | 2> {
  const inputs: InputFile[] = []
  for await (const each of readFiles([file], { ...terminal, ...naming })) inputs.push(each)
  const [input] = inputs
  if (input === undefined || inputs.length > 1)
    return fail(file, `These are ${inputs.length} files. Name one at a time.`)
  return input
}

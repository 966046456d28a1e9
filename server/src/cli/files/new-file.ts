/** Files that a command makes beside a report and that must not be there yet. */

import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Why nothing can be written there; undefined where it can. `source` is the document itself, `option` what names the
 * file. A copy is of the same kind as its document: where `isCopy`, its name has to end in the same way.
 */
export async function newFileFault(
  target: string,
  source: string,
  { option, isCopy }: { readonly option: string; readonly isCopy: boolean },
): Promise<string | undefined> {
  const there = await stat(target).catch(() => undefined)
  if (there?.isDirectory() === true)
    return `This is a folder. Name the file to write with ${option}.`
  const own = (file: string) => realpath(file).catch(() => file)
  if ((await own(target)) === (await own(source)))
    return `This is the document itself. Name another file with ${option}.`
  if (there !== undefined)
    return `There is such a file already. Nothing was written. Name another one with ${option}.`
  const ending = path.extname(source)
  if (isCopy && ending !== '' && path.extname(target).toLowerCase() !== ending.toLowerCase())
    return `The copy is of the same kind as the document. Give it a name that ends in ${ending}.`
  return undefined
}

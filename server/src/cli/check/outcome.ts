/** One file of `check`, from its bytes to its piece of the output: what each thread does. */

import { problemData, reportData, type Source } from '../../features/data/report-data'
import { wordlessData } from '../../features/data/wordless'
import type { InputFile } from '../files/read-files'
import type { Surroundings } from '../surroundings'
import { type CheckedFile, checkText, readOther, uncheckedFile } from './checked'
import type { Form } from './forms/form'
import { emptyTally, type Tally, tallyOf } from './tally'

export interface Outcome {
  readonly piece: string
  readonly tally: Tally
  /** Why the file could not be read or checked. */
  readonly error?: string
}

/** With what was found, for whoever is in the same thread. */
export type CheckedOutcome = Outcome & { readonly checked?: CheckedFile }

/** What becomes of a file; where the program fails at it, that is its error, and the other files are still checked. */
export async function outcomeOf(
  file: InputFile,
  around: Pick<Surroundings, 'of'>,
  form: Form,
  options: { readonly text: boolean },
): Promise<CheckedOutcome> {
  try {
    return await outcomeWithoutFault(file, around, form, options)
  } catch (error) {
    return failedOutcome(uncheckedFile(error))
  }
}

/** The outcome of a file in which nothing could be checked. */
export function failedOutcome(error: string): Outcome {
  return { piece: '', tally: emptyTally(), error }
}

async function outcomeWithoutFault(
  file: InputFile,
  around: Pick<Surroundings, 'of'>,
  form: Form,
  { text }: { readonly text: boolean },
): Promise<CheckedOutcome> {
  const reading = await around.of(file.path)
  const read =
    file.error === undefined ? { text: file.decoded.text } : await readOther(file, { text })
  if (read.error !== undefined) return failedOutcome(read.error)
  const checked = checkText(file.path, read.text, reading)
  const source: Source = file.error === undefined ? 'text' : (file.other?.kind ?? 'text')
  const data = text ? withText(checked, source, form) : wordlessData(checked, source)
  const piece = form.file({ path: file.path, source, ...data })
  return { piece, tally: tallyOf(checked), checked }
}

function withText(checked: CheckedFile, source: Source, { needs }: Form) {
  if (needs === 'everything') return reportData(checked, source)
  return problemData(checked, source, { fixes: needs === 'fixes' })
}

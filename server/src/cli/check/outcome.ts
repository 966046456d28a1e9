/** One file of `check`, from its bytes to its piece of the output: what each thread does. */

import { problemData, reportData, type Source } from '../../features/data/report-data'
import { wordlessData } from '../../features/data/wordless'
import type { InputFile } from '../files/read-files'
import type { Reading } from '../surroundings'
import { type CheckedFile, checkText, readOther } from './checked'
import type { Form } from './forms/form'
import { emptyTally, type Tally, tallyOf } from './tally'

export interface Outcome {
  readonly piece: string
  readonly tally: Tally
  /** Why the file could not be read. */
  readonly error?: string
}

/** With what was found, for whoever is in the same thread. */
export type CheckedOutcome = Outcome & { readonly checked?: CheckedFile }

export async function outcomeOf(
  file: InputFile,
  reading: Reading,
  form: Form,
  { text }: { readonly text: boolean },
): Promise<CheckedOutcome> {
  const read =
    file.error === undefined ? { text: file.decoded.text } : await readOther(file, { text })
  if (read.error !== undefined) return { piece: '', tally: emptyTally(), error: read.error }
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

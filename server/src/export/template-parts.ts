/** Takes a template apart: its parts, read within a budget, with their XML in one form. */

import * as l10n from '@vscode/l10n'
import { Budget, type Refusal } from '../import/budget'
import { ImportError } from '../import/import-error'
import { Archive } from '../import/word/archive'
import type { Steps } from '../text/steps'
import { TemplateError } from './template-error'
import { inOneForm } from './template-xml'

/** The part that holds the text. */
export const documentPart = 'word/document.xml'
export const stylesPart = 'word/styles.xml'

/**
 * The bytes of each part by its name. Throws a `TemplateError` where the template is not a Word document, or
 * holds more than templates do: unpacking a small file that would become a very big one is stopped in time.
 */
export function* templateParts(template: Uint8Array): Steps<Record<string, Uint8Array>> {
  const budget = new Budget(refusal)
  const files = yield* unpacked(template, budget)
  if (files[documentPart] === undefined || files[stylesPart] === undefined)
    throw new TemplateError(
      l10n.t(
        'The template has no Word text in it. Open it in Word and save it as a Word document (.docx).',
      ),
    )
  try {
    return yield* inOneForm(files, budget)
  } catch (error) {
    throw new TemplateError(error instanceof ImportError ? error.message : unreadable())
  }
}

function* unpacked(template: Uint8Array, budget: Budget): Steps<Record<string, Uint8Array>> {
  try {
    const archive = new Archive(template)
    const files: [string, Uint8Array][] = []
    for (const name of archive.names) {
      budget.enter(name)
      budget.spend('parts')
      files.push([name, (yield* archive.read(name, budget)) ?? new Uint8Array()])
    }
    return Object.fromEntries(files)
  } catch (error) {
    throw new TemplateError(error instanceof ImportError ? error.message : noWordDocument())
  }
}

const noWordDocument = () =>
  l10n.t('The template is not a Word document (.docx). Open it in Word and save it as one.')

/** Said about a template whose XML is not as Word writes it. */
export const unreadable = () =>
  l10n.t('The template cannot be read. Open it in Word and save it as a Word document (.docx).')

/** `place` is the name of a part. */
const refusal: Refusal = (_, place) =>
  l10n.t(
    'The part "{0}" of the template is far too large or complex to be read. Open the template in Word, take out its text and pictures, and save it again.',
    place,
  )

/** What is said of a file that is empty, or that demands more work than its text accounts for. */

import * as l10n from '@vscode/l10n'
import { mostLetters, mostPages, type Refusal } from './budget'

export const emptyFile = () =>
  l10n.t('This file is empty. Save it again from the program that made it.')

/** `place` is the name of a part of the document. */
export const wordRefusal: Refusal = (work, place) => {
  switch (work) {
    case 'letters':
      return l10n.t(
        'This Word document has more than {0} characters of text, which is too much to import at once. Split it in Word, and import each part.',
        mostLetters,
      )
    case 'depth':
      return l10n.t(
        'The part "{0}" of this Word document is nested too deeply to be read. Open it in Word, copy its text into a new document, and import that.',
        place,
      )
    default:
      return l10n.t(
        'The part "{0}" of this Word document is far too large for the text in it. Open it in Word, copy its text into a new document, and import that.',
        place,
      )
  }
}

/** `place` is the number of a page. */
export const pdfRefusal: Refusal = (work, place) => {
  switch (work) {
    case 'letters':
      return l10n.t(
        'This PDF has more than {0} characters of text, which is too much to import at once. Save the pages of the report as a PDF of their own, and import that.',
        mostLetters,
      )
    case 'pages':
      return l10n.t(
        'This PDF has more than {0} pages, which is too much to import at once. Save the pages of the report as a PDF of their own, and import that.',
        mostPages,
      )
    default:
      return l10n.t(
        'Page {0} of this PDF holds far too much besides its text. Ask for the Word document, or save the other pages as a PDF of their own, and import that.',
        place,
      )
  }
}

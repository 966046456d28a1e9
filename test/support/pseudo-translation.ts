/**
 * A translation that marks every text that it gives: `Insert "{0}"` is `⟦Insert "⟧{0}⟦"⟧`. What is between
 * marks has been translated; what is outside comes from a report, or has been forgotten.
 */

import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

const english: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8'),
)

/** As the client hands translations over: by the English text. */
export const pseudoTranslation: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(english).map(([text, said]) => [text, marked(said)]),
)

function marked(text: string): string {
  return `⟦${text.replace(/\{\d\}/g, '⟧$&⟦')}⟧`
}

/**
 * What is English on purpose wherever it is: the product's name, and what is written into reports, such as
 * months.
 */
const always =
  'Inspection Reports | Status: draft | TBC | January | February | March | April | May | June | July | August | September | October | November | December'

/**
 * The parts of what is said that no translation has given and that are in none of `data`, which are what
 * may be quoted: reports, types of reports, names of files.
 */
export function forgotten(said: string, ...data: readonly string[]): readonly string[] {
  return said
    .replace(/⟦[^⟧]*⟧|\d{1,2} \p{Lu}\p{Ll}+ \d{4}/gu, '|')
    .split('|')
    .flatMap(each => pieces(each))
    .filter(each => /\p{L}{2}/u.test(each))
    .filter(each => ![always, ...data].some(text => inPieces(text).includes(` ${each} `)))
}

const cut = new Map<string, string>()

function inPieces(text: string): string {
  const known = cut.get(text) ?? ` ${pieces(text).join(' | ')} `
  cut.set(text, known)
  return known
}

/** Words in a row, in lower case, without what only separates them. */
function pieces(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\s'’-]+|\s[-–]\s/u)
    .map(each => each.replace(/\s+/g, ' ').trim())
    .filter(each => each !== '')
}

/** The report types that are known in this window, and which one somebody has chosen for a document. */

import * as l10n from '@vscode/l10n'
import type { TypeChoice } from '../report/recognise'
import { builtInCatalogue } from '../types/built-in'
import type { TypeCatalogue } from '../types/catalogue'
import { pathOf, typeForPath } from '../types/file-patterns'

export interface ReportTypes {
  /** Built-in types and users' own; another object whenever one of them changes. */
  catalogue(): TypeCatalogue
  /** What was chosen for a document, by the user or by the settings. */
  choiceFor(uri: string): TypeChoice | undefined
  /** Keeps the user's choice until the document is closed; without an id it is taken back. */
  choose(uri: string, id: string | undefined): void
  /** Takes users' own types into use, with the built-in ones under them. */
  use(catalogue: TypeCatalogue): void
}

/**
 * `patterns` gives the type ids by file pattern that the settings hold by now; `warn` is told, once, of each
 * id there that no type has.
 */
export function reportTypes(
  patterns: () => Readonly<Record<string, string>>,
  warn: (message: string) => void,
): ReportTypes {
  let catalogue = builtInCatalogue()
  const warned = new Set<string>()
  const known = (choice: TypeChoice | undefined): TypeChoice | undefined => {
    if (choice === undefined || catalogue.find(choice.id) !== undefined) return choice
    if (!warned.has(choice.id)) {
      warned.add(choice.id)
      const ids = catalogue.types.map(({ id }) => id).join(', ')
      warn(
        l10n.t(
          'The setting {0} names the report type "{1}", which is not there. Name one of these: {2}.',
          'inspectionReports.reportTypes',
          choice.id,
          ids,
        ),
      )
    }
    return undefined
  }
  const chosen = new Map<string, TypeChoice>()
  return {
    catalogue: () => catalogue,
    choiceFor: uri => chosen.get(uri) ?? known(fromSettings(patterns(), uri)),
    choose: (uri, id) => {
      if (id === undefined) chosen.delete(uri)
      else chosen.set(uri, { id, by: 'command' })
    },
    use: next => {
      catalogue = next
    },
  }
}

function fromSettings(
  patterns: Readonly<Record<string, string>>,
  uri: string,
): TypeChoice | undefined {
  const id = typeForPath(patterns, pathOf(uri))
  return id === undefined ? undefined : { id, by: 'settings' }
}

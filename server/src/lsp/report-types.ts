/** The report types that are known in this window, and which one has been chosen for a document. */

import * as l10n from '@vscode/l10n'
import type { TypeChoice } from '../report/recognise/recognise'
import type { TypePatterns } from '../rules/folder-settings'
import { builtInCatalogue } from '../types/built-in'
import type { TypeCatalogue } from '../types/catalogue'
import { pathOf, typeForPathIn } from '../types/file-patterns'
import { placeOf } from './settings/place'

export interface ReportTypes {
  /** Built-in types and users' own; a different object whenever one of them changes. */
  catalogue(): TypeCatalogue
  /** What was chosen for a document, by the user or by the settings. */
  choiceFor(uri: string): TypeChoice | undefined
  /** Keeps the user's choice until the document is closed; without an id, the choice is withdrawn. */
  choose(uri: string, id: string | undefined): void
  /** Takes users' own types into use, with the built-in ones under them. */
  use(catalogue: TypeCatalogue): void
}

/**
 * `patterns` gives the type ids by file pattern from the settings for a document, as far as these are known yet; `warn` is
 * called once for each id in them that no type has.
 */
export function reportTypes(
  patterns: (uri: string) => readonly TypePatterns[],
  warn: (message: string) => void,
): ReportTypes {
  let catalogue = builtInCatalogue()
  const warned = new Set<string>()
  const known = (choice: TypeChoice | undefined): TypeChoice | undefined => {
    if (choice === undefined || catalogue.find(choice.id) !== undefined) return choice
    if (!warned.has(choice.id)) {
      warned.add(choice.id)
      // This goes into the log, which quotes no setting.
      warn(
        l10n.t(
          'The setting {0} names a report type that does not exist. The command "Choose the type of this report" lists those that do.',
          'inspectionReports.reportTypes',
        ),
      )
    }
    return undefined
  }
  const chosen = new Map<string, TypeChoice>()
  return {
    catalogue: () => catalogue,
    choiceFor: uri => chosen.get(uri) ?? known(fromSettings(patterns(uri), uri)),
    choose: (uri, id) => {
      if (id === undefined) chosen.delete(uri)
      else chosen.set(uri, { id, by: 'command' })
    },
    use: next => {
      catalogue = next
    },
  }
}

function fromSettings(patterns: readonly TypePatterns[], uri: string): TypeChoice | undefined {
  const id = typeForPathIn(patterns, pathOf(placeOf(uri)))
  return id === undefined ? undefined : { id, by: 'settings' }
}

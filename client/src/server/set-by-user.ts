/** What somebody has set in the editor, as against what is only the default: a folder's own settings are between them. */

import { type TextDocument, Uri, workspace } from 'vscode'
import type { ConfigurationParams, LSPAny, Middleware } from 'vscode-languageclient'
import { settingsSection } from '../../../server/src/lsp/protocol'

/** Settings of which the server must know whether somebody has set them, or whether a folder may say otherwise. */
const over = ['codeLens']

/** Passes on what the user has set, and leaves out what is only the default. */
export const onlyWhatIsSet: NonNullable<Middleware['workspace']> = {
  async configuration(params: ConfigurationParams, token, next) {
    const values = await next(params, token)
    if (!Array.isArray(values)) return values
    return values.map((value, at) => {
      const { section, scopeUri } = params.items[at] ?? {}
      return section === settingsSection ? whatIsSet(value, scopeUri) : value
    })
  },
}

function whatIsSet(section: LSPAny, scopeUri: string | undefined): LSPAny {
  const scope = scopeUri === undefined ? undefined : Uri.parse(scopeUri)
  const left = Object.entries(section ?? {}).filter(
    ([name]) => !over.includes(name) || isSet(name, scope),
  )
  return Object.fromEntries(left) as LSPAny
}

/** Has somebody set this, for the user, the folder or the language of a document? */
export function isSet(name: string, scope: Uri | TextDocument | undefined): boolean {
  const found = workspace.getConfiguration(settingsSection, scope).inspect(name) ?? { key: name }
  return Object.entries(found).some(
    ([of, value]) => !['key', 'defaultValue', 'languageIds'].includes(of) && value !== undefined,
  )
}

/** What the user has set; otherwise what the folder's own settings say, otherwise the default. */
export function settingOf<Value>(
  name: string,
  document: TextDocument,
  ofFolder: Value | undefined,
  otherwise: Value,
): Value {
  return isSet(name, document)
    ? workspace.getConfiguration(settingsSection, document).get<Value>(name, otherwise)
    : (ofFolder ?? otherwise)
}

/** Users' own report types: read from the files that the client sends, with what is wrong in them. */

import { allRules } from '../../rules/all'
import { builtInCatalogue } from '../../types/built-in'
import { catalogueOf, type TypeCatalogue } from '../../types/catalogue'
import type { CheckedType } from '../../types/checked'
import type { Context } from '../context'
import { diagnosticsOfFile } from '../convert'
import { type TypeFile, type TypeFilesParams, typeFilesMethod } from '../protocol'

/** Each message lists all the files there are; `showAgain` is called when they have been read. */
export function serveTypeFiles(context: Context, showAgain: () => void): void {
  const { connection, types, settings } = context
  const shown = new Set<string>()
  let latest = 0
  connection.onNotification(typeFilesMethod, async ({ files }: TypeFilesParams) => {
    const turn = ++latest
    const layers = [
      files.filter(({ shared }) => shared === true),
      files.filter(({ shared }) => shared !== true),
    ]
    const { checkTypeSources } = await import('../../types/checked')
    // Newer files have arrived in the meantime.
    if (turn !== latest) return
    const rules = new Set(allRules.map(({ id }) => id))
    const gone = new Set(shown)
    shown.clear()
    let catalogue = builtInCatalogue()
    for (const layer of layers) {
      const checked = checkTypeSources(
        layer.map(({ text }) => text),
        { under: catalogue, rules },
      )
      for (const [at, file] of layer.entries()) {
        show(context, file, checked[at] as CheckedType)
        shown.add(file.uri)
        gone.delete(file.uri)
      }
      catalogue = over(catalogue, checked)
    }
    for (const uri of gone) void connection.sendDiagnostics({ uri, diagnostics: [] })
    types.use(catalogue)
    // Settings may name a type that there is now.
    void settings.readAgain()
    showAgain()
  })
}

function over(under: TypeCatalogue, checked: readonly CheckedType[]): TypeCatalogue {
  const sources = checked.flatMap(({ source }) => source ?? [])
  return sources.length === 0 ? under : catalogueOf(sources, under)
}

function show({ connection }: Context, { uri, text }: TypeFile, { problems }: CheckedType): void {
  void connection.sendDiagnostics({ uri, diagnostics: diagnosticsOfFile(text, problems) })
}

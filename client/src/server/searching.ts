/** The search for judgements in all reports (Ctrl+T) while the server has not been started. */

import { type Disposable, languages, type SymbolInformation, type Uri, workspace } from 'vscode'
import {
  type BaseLanguageClient as LanguageClient,
  State,
  WorkspaceSymbolRequest,
} from 'vscode-languageclient'
import { findTexts } from '../files/find-texts'
import { quietly } from '../messages/saying'
import { mayBeReport } from './may-be-report'

/** Files whose names say that they are reports. */
const namedReports = '**/*.{inspection,inspection.md,inspection.txt}'
const packages = '**/node_modules/**'
const isNamedReport = /\.inspection(?:\.md|\.txt)?$/i
/** How many files are looked at, and how large, in bytes, they may be. */
const mostFiles = 200
const largestFile = 4_000_000
/** For how long, in milliseconds, a folder without reports is taken to have none. */
const freshFor = 10_000

/** Starts the server for a search only where the open folders have reports, and answers the first search. */
export function searchUnstarted(client: LanguageClient, start: () => Promise<void>): Disposable {
  let known: { readonly at: number; readonly has: Promise<boolean> } | undefined
  return languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token): Promise<SymbolInformation[]> {
      // Once it is started, the client's own search answers.
      if (client.state !== State.Stopped) return []
      if (known === undefined || Date.now() - known.at > freshFor)
        known = { at: Date.now(), has: hasReports() }
      if (!(await known.has) || token.isCancellationRequested) return []
      await start()
      const [search] = client.getFeature(WorkspaceSymbolRequest.method).getProviders() ?? []
      return (await search?.provideWorkspaceSymbols(query, token)) ?? []
    },
  })
}

/** Is there a report among the texts of the open folders, as far as the beginnings of some hundred show? */
async function hasReports(): Promise<boolean> {
  if ((await workspace.findFiles(namedReports, packages, 1)).length > 0) return true
  for (const file of await findTexts({ most: mostFiles }))
    if (isNamedReport.test(file.path) || (await isReport(file))) return true
  return false
}

async function isReport(file: Uri): Promise<boolean> {
  let is = false
  await quietly(async () => {
    if ((await workspace.fs.stat(file)).size > largestFile) return
    is = mayBeReport(new TextDecoder().decode(await workspace.fs.readFile(file)))
  })
  return is
}

/**
 * When the language server is started: once there may be something for it to do, and not before.
 *
 * VS Code itself opens plain texts in every window, and most people open some that are no reports. Whatever asks the
 * server a question starts it too, since the library does that by itself: commands, pages and the side panel.
 */

import { Disposable, Range, type TextDocument, workspace } from 'vscode'
import { type BaseLanguageClient as LanguageClient, State } from 'vscode-languageclient'
import { isPage } from '../pages/page-schemes'
import { start } from './client'
import { lookedAt, mayBeReport } from './may-be-report'
import { searchUnstarted } from './searching'

/** How long, in milliseconds, changes are gathered before they are looked at. */
const rest = 300

/** Starts the server if it has not been started; resolves once it runs, or once it was said that it cannot. */
export type StartServer = () => Promise<void>

export interface Starting extends Disposable {
  readonly start: StartServer
}

/** Looks at the texts that are open, and at what is opened and changed, until the server is started. */
export function startWhenNeeded(client: LanguageClient): Starting {
  let started: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What has been put into documents since they were looked at. */
  const changed = new Map<TextDocument, string>()

  const stopLooking = (): void => {
    clearTimeout(timer)
    changed.clear()
    looking.dispose()
  }
  const startNow: StartServer = () => {
    started ??= start(client)
    return started
  }
  const look = (document: TextDocument): void => {
    if (mayHoldReport(document)) void startNow()
  }
  const lookAtChanges = (): void => {
    timer = undefined
    const texts = [...changed]
    changed.clear()
    if (texts.some(([document, added]) => mayBeReport(added) || mayHoldReport(document)))
      void startNow()
  }
  const lookAtAll = (): void => {
    for (const document of workspace.textDocuments) look(document)
  }
  const looking = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('inspectionReports.reportTypes')) lookAtAll()
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isLookedAt(document) || contentChanges.length === 0) return
      const added = contentChanges.map(({ text }) => text.slice(0, lookedAt)).join('\n')
      changed.set(document, `${changed.get(document) ?? ''}${added}`.slice(0, lookedAt))
      timer ??= setTimeout(lookAtChanges, rest)
    }),
    searchUnstarted(client, startNow),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting || newState === State.Running) stopLooking()
    }),
  )
  lookAtAll()
  return { start: startNow, dispose: stopLooking }
}

/** Is the text a report, or may it be one? */
function mayHoldReport(document: TextDocument): boolean {
  if (document.languageId === 'inspection-report') return true
  if (!isLookedAt(document)) return false
  if (hasPatterns(document)) return true
  // No more lines than there are characters to be looked at.
  return mayBeReport(document.getText(new Range(0, 0, lookedAt, 0)))
}

/** A text whose words do not show its language: it may be a report. */
export function isLookedAt({ languageId, uri }: TextDocument): boolean {
  return ['plaintext', 'markdown'].includes(languageId) && uri.scheme !== 'output' && !isPage(uri)
}

/** Has somebody named files that are reports though their text does not show it? */
function hasPatterns(document: TextDocument): boolean {
  const patterns = workspace
    .getConfiguration('inspectionReports', document)
    .get<object>('reportTypes', {})
  return Object.keys(patterns).length > 0
}

/** Which open documents are reports, as the server reports after each check. */

import {
  commands,
  type Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import { type BaseLanguageClient as LanguageClient, State } from 'vscode-languageclient'
import {
  type CheckedParams,
  type CheckedReport,
  checkedMethod,
} from '../../server/src/lsp/protocol'
import { activeUri, onDidChangePreviewed } from './active-report'
import { isPage } from './pages/page-schemes'
import { selector } from './server/client'

export interface LastCheck extends CheckedReport {
  readonly at: Date
}

export interface Reports extends Disposable {
  /** The last check of the active report, whether in an editor or in the preview; undefined without one. */
  active(): LastCheck | undefined
  /** Will the server yet say whether the active text is a report? */
  isActiveUnchecked(): boolean
  readonly onDidChangeActive: EventEmitter<void>['event']
}

/** Keeps the last check of each report, and the context keys `isReport` and `isDraft` for the active one. */
export function followReports(client: LanguageClient): Reports {
  const checks = new Map<string, LastCheck>()
  const others = new Set<string>()
  const changed = new EventEmitter<void>()
  const keys = new Map<string, boolean>()

  const activeKey = (): string | undefined => activeUri()?.toString()
  const active = (): LastCheck | undefined => checks.get(activeKey() ?? '')
  const setKey = (key: string, value: boolean): void => {
    if (keys.get(key) === value) return
    keys.set(key, value)
    void commands.executeCommand('setContext', key, value)
  }
  const update = (): void => {
    setKey('inspectionReports.isReport', active() !== undefined)
    setKey('inspectionReports.isDraft', active()?.status === 'draft')
    changed.fire()
  }
  const isActiveUnchecked = (): boolean => {
    const key = activeKey()
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === key)
    if (key === undefined || document === undefined || !client.isRunning()) return false
    if (checks.has(key) || others.has(key) || isPage(document.uri)) return false
    return languages.match(selector, document) > 0
  }
  const forget = ({ uri }: TextDocument): void => {
    others.delete(uri.toString())
    if (checks.delete(uri.toString()) && uri.toString() === activeKey()) update()
  }

  const subscriptions = [
    client.onNotification(checkedMethod, ({ uri, report }: CheckedParams) => {
      const key = client.protocol2CodeConverter.asUri(uri).toString()
      if (report === null) {
        checks.delete(key)
        others.add(key)
      } else {
        others.delete(key)
        checks.set(key, { ...report, at: new Date() })
      }
      if (key === activeKey()) update()
    }),
    // A server that has stopped knows no reports; once it is started again, it checks them all.
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Stopped) return
      checks.clear()
      others.clear()
      update()
    }),
    window.onDidChangeActiveTextEditor(update),
    onDidChangePreviewed(update),
    workspace.onDidCloseTextDocument(forget),
    changed,
  ]
  return {
    active,
    isActiveUnchecked,
    onDidChangeActive: changed.event,
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** Every command, wherever somebody may be: it shows that it was run where it is offered, and never fails. */

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, paste, samples, textOfSample } from './support/reports'
import { seen } from './support/seen'
import { waitFor } from './support/waiting'

const letter = `28 February 2020

Dear Ms Quill

Focused visit to Westmarch county council children’s services

This letter summarises the findings of a focused visit to Westmarch county council children’s services on 5 and 6 February 2020.

Overview

Leaders know what they have to do.

Findings

- Thresholds are applied appropriately.

Yours sincerely
`

const paper = `CABINET – 15 MARCH 2011
UNANNOUNCED INSPECTION OF WESTMARCH
CHILDREN’S SERVICES
Report by the Director for Children

Introduction

1. The council was subject to an inspection on 23 November 2010.

RECOMMENDATION

2. The Cabinet is RECOMMENDED to note the outcome.
`

/** How long, in milliseconds, until what a command does is seen. */
const patience = 2_000

const readOnly = 'read-only-reports'

interface Place {
  /** Brings VS Code there, and resolves once the report is known, if there is one. */
  readonly go: () => Promise<unknown>
  /** The values of the context keys there; those that are not named are false. */
  readonly keys: Readonly<Record<string, string | true>>
}

const isReport = { 'inspectionReports.isReport': true } as const
const language = (editorLangId: string) => ({ editorLangId })

const places: Readonly<Record<string, Place>> = {
  'without any editor': { go: closeAll, keys: {} },
  'in a text that is no report': {
    go: () => paste('Bread, milk and butter.\n'),
    keys: language('plaintext'),
  },
  'in a letter': {
    go: () => paste(letter).then(known),
    keys: { ...isReport, ...language('plaintext') },
  },
  'in a paper for a cabinet': {
    go: () => paste(paper).then(known),
    keys: { ...isReport, ...language('plaintext') },
  },
  'in a report without numbers': {
    go: () => openSample('ilacs-westmarch.inspection.md').then(known),
    keys: { ...isReport, ...language('inspection-report') },
  },
  'in a draft': {
    go: () => openSample(samples.draft).then(known),
    keys: { ...isReport, 'inspectionReports.isDraft': true, ...language('inspection-report') },
  },
  'in a report that has no file yet': {
    go: async () => known(await paste(await textOfSample(samples.clean), 'inspection-report')),
    keys: { ...isReport, ...language('inspection-report') },
  },
  'in a report that can be read only': {
    go: () => showReadOnly().then(known),
    keys: { ...isReport, editorReadonly: true, ...language('inspection-report') },
  },
  'beside an older version': {
    go: showOlder,
    keys: { ...isReport, ...language('inspection-report') },
  },
  'in the preview': {
    go: showPreview,
    keys: { ...isReport, activeWebviewPanelId: 'inspectionReports.preview' },
  },
}

describe('every command', function () {
  this.timeout(180_000)
  const subscriptions: vscode.Disposable[] = []

  before(async () => {
    const text = await textOfSample(samples.clean)
    subscriptions.push(
      vscode.workspace.registerTextDocumentContentProvider(readOnly, {
        provideTextDocumentContent: () => text,
      }),
    )
    await setInitials('AB')
    await vscode.env.clipboard.writeText('Words\nto be pasted\n')
  })
  after(async () => {
    await closeAll()
    await setInitials(undefined)
    await forgetRules()
    for (const subscription of subscriptions) subscription.dispose()
  })

  for (const [name, { go, keys }] of Object.entries(places))
    it(`shows that it was run ${name}, where it is offered`, async () => {
      const silent: string[] = []
      await closeAll()
      await go()
      const { text } = now()
      for (const { command, enablement } of commands()) {
        const isOffered = isEnabled(enablement, keys)
        const found = await seen(command, isOffered ? patience : 0)
        if (isOffered) {
          if (found.length === 0) silent.push(command)
          for (const words of found) assert.doesNotMatch(words, /^showErrorMessage/, command)
        }
        if (!found.includes('changed')) continue
        await putBack(text)
        await vscode.commands.executeCommand('workbench.action.closePanel')
        await closeAll()
        await go()
      }
      assert.deepEqual(silent, [])
    })
})

interface Command {
  readonly command: string
  readonly enablement?: string
}

/** Those that are in lists; what belongs to a line of a tree is given one. */
function commands(): readonly Command[] {
  const extension = vscode.extensions.getExtension('inspection-reports.inspection-reports')
  assert(extension)
  return extension.packageJSON.contributes.commands.filter(
    ({ command }: Command) => command.split('.').length === 2,
  )
}

/** Reads the conditions that package.json has: keys, `!`, `==`, `!=` and `=~`, joined by `&&` and `||`. */
function isEnabled(when: string | undefined, keys: Place['keys']): boolean {
  const holds = (condition: string): boolean => {
    const [, not, key = '', operator, value = ''] =
      /^(!?)([\w.]+)(?: (==|!=|=~) (.+))?$/.exec(condition) ?? []
    assert(key !== '', condition)
    const actual = key === 'workspaceFolderCount' ? '1' : String(keys[key] ?? '')
    const bare = value.replace(/^['/]|['/]$/g, '')
    if (operator === '=~') return new RegExp(bare).test(actual)
    if (operator !== undefined) return (actual === bare) === (operator === '==')
    return (actual === 'true') === (not === '')
  }
  return when === undefined || when.split(' || ').some(either => either.split(' && ').every(holds))
}

function now(): { readonly text: string } {
  return { text: vscode.window.activeTextEditor?.document.getText() ?? '' }
}

/** Puts the text back, so that the report is the same for each command. */
async function putBack(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined || text === '' || editor.document.getText() === text) return
  const { document } = editor
  const all = new vscode.Range(0, 0, document.lineCount, 0)
  await editor.edit(edit => edit.replace(document.validateRange(all), text))
}

async function known({ document }: vscode.TextEditor): Promise<void> {
  await waitFor('the report to be known', async () => {
    const found = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )
    return found !== undefined && found.length > 0
  })
}

async function showReadOnly(): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.parse(`${readOnly}:/westmarch.inspection.md`)
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
}

async function showOlder(): Promise<void> {
  const { document } = await openSample(samples.clean)
  const older = vscode.Uri.parse(`${readOnly}:/westmarch.inspection.md`)
  await vscode.commands.executeCommand('vscode.diff', older, document.uri)
  const editor = await waitFor('the comparison', () => {
    const active = vscode.window.activeTextEditor
    return active?.document.uri.toString() === document.uri.toString() && active
  })
  await known(editor)
}

async function showPreview(): Promise<void> {
  await known(await openSample(samples.clean))
  await vscode.commands.executeCommand('inspectionReports.showPreview')
  await waitFor('the focus to be in the preview', async () => {
    await vscode.commands.executeCommand('workbench.action.focusNextGroup')
    return vscode.window.activeTextEditor === undefined
  })
}

/** Removes the settings of rules that a command has switched off. */
async function forgetRules(): Promise<void> {
  const rules = vscode.workspace.getConfiguration('inspectionReports.rules')
  for (const rule of Object.keys(rules).filter(key => rules.inspect(key)?.globalValue))
    await rules.update(rule, undefined, vscode.ConfigurationTarget.Global)
}

function setInitials(initials: string | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration()
    .update('inspectionReports.initials', initials, vscode.ConfigurationTarget.Global)
}

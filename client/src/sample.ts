/** First steps: the walkthrough, *Open the sample report*, and what the walkthrough does on the sample. */

import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { failed, registerCommand } from './messages/saying'

const sample = ['samples', 'first-steps.inspection.md']

/** Opens *Get started* in its own column. */
export function showFirstSteps({ extension }: ExtensionContext): Thenable<unknown> {
  return commands.executeCommand(openWalkthrough, walkthrough(extension.id), true)
}

const openWalkthrough = 'workbench.action.openWalkthrough'

const walkthrough = (extension: string): string => `${extension}#start`

export function registerSample({ extension, extensionUri }: ExtensionContext): Disposable {
  let latest: TextDocument | undefined

  /** Opens a new copy each time, so that one can begin again. It has no file until it is saved somewhere. */
  const open = async (column = ViewColumn.Active): Promise<TextEditor | undefined> => {
    try {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, ...sample))
      const content = new TextDecoder().decode(bytes)
      latest = await workspace.openTextDocument({ language: 'inspection-report', content })
      return await window.showTextDocument(latest, column)
    } catch (error) {
      failed(l10n.t('The sample report could not be opened.'), error)
      return undefined
    }
  }
  const show = async (): Promise<TextEditor | undefined> => {
    const document = latest
    if (document === undefined || document.isClosed) return open(ViewColumn.Beside)
    const shown = window.visibleTextEditors.find(editor => editor.document === document)
    return window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.Beside)
  }
  return Disposable.from(
    registerCommand('inspectionReports.openSample', async () => void (await open())),
    registerCommand('inspectionReports.getStarted', () =>
      commands.executeCommand(openWalkthrough, walkthrough(extension.id)),
    ),
    ...Object.entries(steps).map(([step, { command, words }]) =>
      registerCommand(`inspectionReports.firstSteps.${step}`, async () => {
        // The walkthrough ticks the step off and takes the focus back, but the report needs it.
        await new Promise(resolve => setTimeout(resolve, 200))
        const editor = await show()
        if (editor === undefined) return
        if (words !== undefined) putCursor(editor, words)
        await commands.executeCommand(focusing(editor.viewColumn))
        await commands.executeCommand(command)
      }),
    ),
  )
}

/** What the sample's first numbered paragraph begins with; it is in a judgement whose row differs. */
const firstJudgement = '\n1. '

/** What the buttons of the walkthrough do on the sample, with the cursor after `words` if there are any. */
const steps: Readonly<Record<string, { readonly command: string; readonly words?: string }>> = {
  problem: { command: 'editor.action.marker.next' },
  places: { command: 'inspectionReports.goToOtherPlace', words: firstJudgement },
  grade: { command: 'inspectionReports.setGrade', words: firstJudgement },
  panel: { command: 'inspectionReports.judgements.focus' },
  fix: { command: 'editor.action.fixAll' },
  preview: { command: 'inspectionReports.showPreview' },
  export: { command: 'inspectionReports.export' },
}

function focusing(column: ViewColumn | undefined): string {
  const groups = ['First', 'Second', 'Third']
  return `workbench.action.focus${groups[(column ?? 1) - 1] ?? 'Last'}EditorGroup`
}

/** Puts the cursor after the words where they first occur; if they do not, it stays where it is. */
function putCursor(editor: TextEditor, words: string): void {
  const at = editor.document.getText().indexOf(words)
  if (at < 0) return
  const position = editor.document.positionAt(at + words.length)
  editor.selection = new Selection(position, position)
}

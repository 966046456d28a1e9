/** First steps: the walkthrough, *Open the sample report*, and what the walkthrough does on the sample. */

import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
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
  /** The step whose button was pressed last: whoever comes back from the report goes on there. */
  let reached: string | undefined
  /** What VS Code calls the tab of the walkthrough, in the user's language. */
  let title: string | undefined

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
    registerCommand('inspectionReports.openSample', async () => {
      reached = 'sample'
      await open()
    }),
    registerCommand('inspectionReports.getStarted', async () => {
      const category = walkthrough(extension.id)
      // It would come over the report, away from where it is open.
      const group = window.tabGroups.all.find(({ tabs }) =>
        tabs.some(({ label, input }) => label === title && input === undefined),
      )
      if (group !== undefined) await commands.executeCommand(focusing(group.viewColumn))
      await commands.executeCommand(
        openWalkthrough,
        reached === undefined ? category : { category, step: reached },
      )
      title = window.tabGroups.activeTabGroup.activeTab?.label
    }),
    ...Object.entries(buttons).map(([button, { step, command, words }]) =>
      registerCommand(`inspectionReports.firstSteps.${button}`, async () => {
        reached = step
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

/** What a button of the walkthrough does, in which of its steps. */
interface Button {
  readonly step: string
  readonly command: string
  /** After which of its words the cursor is put. */
  readonly words?: string
}

/** The buttons that do something with the sample. */
const buttons: Readonly<Record<string, Button>> = {
  problem: { step: 'problem', command: 'editor.action.marker.next' },
  places: { step: 'places', command: 'inspectionReports.goToOtherPlace', words: firstJudgement },
  grade: { step: 'places', command: 'inspectionReports.setGrade', words: firstJudgement },
  panel: { step: 'panel', command: 'inspectionReports.judgements.focus' },
  fix: { step: 'finish', command: 'editor.action.fixAll' },
  preview: { step: 'finish', command: 'inspectionReports.showPreview' },
  export: { step: 'finish', command: 'inspectionReports.export' },
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
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
}

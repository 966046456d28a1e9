/** The commands that move a numbered paragraph, with all that belongs to it. */

import { Disposable, l10n, type QuickPickItem, Range, type TextEditor, window } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type MoveParagraphParams,
  type MoveParagraphResult,
  type MoveTargetsParams,
  type MoveTargetsResult,
  moveParagraphMethod,
  moveTargetsMethod,
} from '../../../server/src/lsp/protocol'
import { editableEditor } from '../active-report'
import { registerCommand, say } from '../messages/saying'

export function registerMoves(client: LanguageClient, renumbers: () => boolean): Disposable {
  let hasSaid = false
  const move = async (to: MoveParagraphParams['to']): Promise<void> => {
    const editor = await editableEditor()
    if (editor === undefined) return
    const isRenumbered = renumbers()
    const isMoved = await moveAt(client, editor, to, isRenumbered)
    if (!isMoved || isRenumbered || hasSaid) return
    hasSaid = true
    say(
      l10n.t(
        'The numbers were not changed, because automatic renumbering is off. "Renumber paragraphs" puts them in order.',
      ),
    )
  }
  return Disposable.from(
    registerCommand('inspectionReports.moveParagraphUp', () => move('up')),
    registerCommand('inspectionReports.moveParagraphDown', () => move('down')),
    registerCommand('inspectionReports.moveParagraphToSection', async () => {
      const section = await chooseSection(client)
      if (section !== undefined) await move({ section })
    }),
  )
}

/** How often the server is asked again about a text in which somebody types in the meantime. */
const attempts = 20

/** Moves the paragraphs at the selection, as one step; the selection stays in them, and so does what is typed. */
async function moveAt(
  client: LanguageClient,
  editor: TextEditor,
  to: MoveParagraphParams['to'],
  renumbers: boolean,
): Promise<boolean> {
  const { document } = editor
  for (let attempt = 0; attempt < attempts && !document.isClosed; attempt++) {
    const { version } = document
    const { anchor, active } = editor.selection
    const params: MoveParagraphParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      version,
      selection: [document.offsetAt(anchor), document.offsetAt(active)],
      to,
      renumbers,
    }
    const moved = await client.sendRequest<MoveParagraphResult>(moveParagraphMethod, params)
    // What was typed before the answer came is in the paragraph, which has changed.
    if (document.version !== version) continue
    if (moved.error !== undefined) {
      say(moved.error)
      return false
    }
    if (moved.edits.length === 0) return false
    const isDone = await editor.edit(builder => {
      for (const { start, end, newText } of moved.edits)
        builder.replace(new Range(document.positionAt(start), document.positionAt(end)), newText)
    })
    if (!isDone) continue
    editor.revealRange(editor.selection)
    return true
  }
  return false
}

interface SectionItem extends QuickPickItem {
  readonly section: number
}

async function chooseSection(client: LanguageClient): Promise<number | undefined> {
  const editor = await editableEditor()
  if (editor === undefined) return undefined
  const { document, selection } = editor
  const params: MoveTargetsParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    offset: document.offsetAt(selection.active),
  }
  const targets = await client.sendRequest<MoveTargetsResult>(moveTargetsMethod, params)
  if (targets === null) {
    say(l10n.t('There is no numbered paragraph at the cursor.'))
    return undefined
  }
  const items = targets.sections.map(({ section, title, part, paragraphs }, at): SectionItem => {
    const numbers =
      paragraphs === ''
        ? l10n.t('no numbered paragraphs')
        : paragraphs.includes('–')
          ? l10n.t('paragraphs {0}', paragraphs)
          : l10n.t('paragraph {0}', paragraphs)
    const here = at === targets.here ? l10n.t('the paragraph is here') : ''
    const description = [numbers, here, part].filter(words => words !== '').join(' · ')
    return { label: title, description, section }
  })
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Move paragraph to section'),
    placeHolder: l10n.t('The paragraph goes to the end of the section that you choose'),
    matchOnDescription: true,
  })
  return chosen?.section
}

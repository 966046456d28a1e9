/** *Insert section…*: lists the sections of the report's type, and puts one that is missing into its place. */

import {
  type Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionMethod,
  type ListSectionsParams,
  type ListSectionsResult,
  listSectionsMethod,
  type PlacedSectionChoice,
} from '../../../server/src/lsp/protocol'
import { activeEditor, focused, isEditable, showText } from '../active-report'
import { failed, registerCommand, say } from '../messages/saying'

const insertSectionCommand = 'inspectionReports.insertSection'

/** Registers the command; a document and the id of a section in it may be given. */
export function registerInsertSection(client: LanguageClient): Disposable {
  return registerCommand(insertSectionCommand, async (uri?: unknown, id?: unknown) => {
    const given = uri instanceof Uri ? uri : typeof uri === 'string' ? Uri.parse(uri) : undefined
    const editor = given === undefined ? await activeEditor() : await showText(given)
    if (editor === undefined) return
    const params: ListSectionsParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    }
    const sections = await client.sendRequest<ListSectionsResult>(listSectionsMethod, params)
    if (sections === null) {
      say(
        l10n.t(
          'This document is not an inspection report of a known type. Check its title, or choose the type of the report.',
        ),
      )
      return
    }
    const section =
      typeof id === 'string' ? sections.find(each => each.id === id) : await chooseSection(sections)
    if (section !== undefined) await goOrInsert(client, editor, section)
  })
}

// --- Choosing ---------------------------------------------------------------------------------

interface SectionItem extends QuickPickItem {
  readonly section?: PlacedSectionChoice
}

async function chooseSection(
  sections: readonly PlacedSectionChoice[],
): Promise<PlacedSectionChoice | undefined> {
  const groups = [
    { state: 'missing', title: l10n.t('Missing') },
    { state: 'optional', title: l10n.t('May be added') },
    { state: 'again', title: l10n.t('May be added once more') },
    { state: 'there', title: l10n.t('Already there') },
  ] as const
  const items = groups.flatMap(({ state, title }): SectionItem[] => {
    const own = sections.filter(section => section.state === state)
    if (own.length === 0) return []
    return [{ label: title, kind: QuickPickItemKind.Separator }, ...own.map(sectionItem)]
  })
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert section'),
    placeHolder: l10n.t(
      'A missing section is inserted in its place; one that is already there is shown',
    ),
    matchOnDescription: true,
  })
  return picked?.section
}

const marks = {
  missing: 'add',
  optional: 'circle-large-outline',
  again: 'add',
  there: 'check',
} as const

function sectionItem(section: PlacedSectionChoice): SectionItem {
  const { title, part, state, isOptional } = section
  const states = {
    missing: l10n.t('missing'),
    optional: l10n.t('not there, may be left out'),
    again: l10n.t('there; another can be added'),
    there: isOptional ? l10n.t('there, may be left out') : l10n.t('there'),
  }
  return {
    label: `$(${marks[state]}) ${title}`,
    description: [states[state], ...part].join(' · '),
    section,
  }
}

// --- Going there, or putting it in ------------------------------------------------------------

async function goOrInsert(
  client: LanguageClient,
  editor: TextEditor,
  section: PlacedSectionChoice,
): Promise<void> {
  const { target, title } = section
  if (target !== null) {
    const place = client.protocol2CodeConverter.asRange(target)
    editor.selection = new Selection(place.start, place.start)
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport)
    say(l10n.t('"{0}" is already there.', title))
    return
  }
  const { document } = editor
  if (!isEditable(document)) return
  const params: InsertSectionParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    section: section.id,
    renumbers: renumbersIn(document),
  }
  const made = await client.sendRequest<InsertSectionResult>(insertSectionMethod, params)
  if (made === null || made.version !== document.version)
    say(l10n.t('The report has changed in the meantime. Please try again.'))
  else await put(client, editor, made)
}

function renumbersIn({ uri }: TextDocument): NonNullable<InsertSectionParams['renumbers']> {
  const setting = workspace.getConfiguration('inspectionReports', uri).get('automaticRenumbering')
  return setting === 'always' || setting === 'never' ? setting : 'drafts'
}

/** Puts all of it in as one step that can be undone, with the cursor at the first place to fill in. */
async function put(
  client: LanguageClient,
  before: TextEditor,
  { snippet, others }: NonNullable<InsertSectionResult>,
): Promise<void> {
  const { protocol2CodeConverter: converter } = client
  // Tab stops are for the editor that has the focus; elsewhere VS Code would write them out.
  const editor = await focused(before)
  const { document } = editor
  const edit = new WorkspaceEdit()
  edit.set(document.uri, [
    new SnippetTextEdit(converter.asRange(snippet.range), new SnippetString(snippet.newText)),
    ...others.map(({ range, newText }) => new TextEdit(converter.asRange(range), newText)),
  ])
  if (!(await workspace.applyEdit(edit))) {
    failed(l10n.t('The report could not be changed. Check that it is not read-only.'))
    return
  }
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
}

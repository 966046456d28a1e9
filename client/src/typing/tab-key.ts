/** What Tab and Shift+Tab do in a report: nest a list item, lead on to what is still to be filled in or the next cell, or what they always do. */

import { commands, type Disposable, type TextEditor, type TextEditorOptions, window } from 'vscode'
import { registerCommand } from '../messages/saying'
import type { Reports } from '../reports'
import { forTab, type Indent, lineAt, stillAt } from './answers'
import type { Place } from './leap'
import { isEmptyItem } from './next-line'
import type { Typing } from './typing'

/** Leads on to the next place that is still to be filled in, or back to the one before. */
export interface Leading {
  goOn(direction: 'next' | 'previous', editor: TextEditor): Promise<void>
  /** The same from cell to cell of a table. Returns whether there is such a cell. */
  toCell(direction: 'next' | 'previous', editor: TextEditor): Promise<boolean>
}

/** Where the keys lead, by the command that each runs for that: VS Code's in a snippet, ours elsewhere. */
const directions = {
  jumpToNextSnippetPlaceholder: 'next',
  jumpToPrevSnippetPlaceholder: 'previous',
  'inspectionReports.nextPlace': 'next',
  'inspectionReports.previousPlace': 'previous',
} as const

type By = keyof typeof directions

/**
 * The command is in no list of commands: for one that is, VS Code first has the extension started, and holds the key
 * back until then. So the key keeps its place among the letters.
 */
export function registerTab(typing: Typing, filling: Leading, reports: Reports): Disposable {
  const tab = (by: By = 'inspectionReports.nextPlace'): unknown => {
    const direction = directions[by]
    const isInSnippet = !by.startsWith('inspectionReports.')
    const editor = window.activeTextEditor
    const keys = typing.in(editor)
    if (editor === undefined || keys === undefined || editor.selections.length > 1) {
      const usual = direction === 'previous' ? 'outdent' : 'tab'
      return commands.executeCommand(isInSnippet ? by : usual)
    }
    const { wanted } = keys
    const place = keys.selected(editor)
    if (isInSnippet && !nests(wanted, place))
      return keys.leapBy(editor, () => commands.executeCommand(by))
    if (hasPlaces(reports) && leadsOn(wanted, place)) return filling.goOn(direction, editor)
    const nesting = direction === 'previous' ? 'out' : 'in'
    const nest = (text: string, at: Place): void =>
      keys.want(forTab(text, at, nesting, indentOf(editor.options)))
    if (!isInTable(wanted, place)) return nest(wanted, place)
    return filling.toCell(direction, editor).then(isThere => {
      if (!isThere) nest(keys.wanted, stillAt(wanted, place, keys.wanted) ?? keys.selected(editor))
    })
  }
  return registerCommand('inspectionReports.tab', tab)
}

/** Is it in one row of a table with bars at its ends? Elsewhere Tab writes white space, which sets cells apart, too. */
function isInTable(text: string, { start, end }: Place): boolean {
  const line = lineAt(text, start)
  return end <= line.end && text.slice(line.start, line.end).trimStart().startsWith('|')
}

/** Does the key nest an item although VS Code leads through a snippet, which may be the whole draft? */
function nests(text: string, { start }: Place): boolean {
  const line = lineAt(text, start)
  return isEmptyItem(text.slice(line.start, line.end))
}

/** Is something still to be filled in? */
function hasPlaces(reports: Reports): boolean {
  const report = reports.active()
  return report?.status === 'draft' && report.toDos > 0
}

/**
 * Is a place selected, or does nothing follow but the bars of a table, or the stop of a sentence whose grade has just
 * been chosen? An item without a text is nested first.
 */
function leadsOn(text: string, { start, end }: Place): boolean {
  if (start < end) return /^\[[^[\]\n]*\]$/.test(text.slice(start, end))
  const line = lineAt(text, start)
  const isAfterText = /^[\s|.,;:!?)\]”’"'*_]*$/.test(text.slice(start, line.end))
  return isAfterText && !isEmptyItem(text.slice(line.start, line.end))
}

function indentOf({ insertSpaces, tabSize }: TextEditorOptions): Indent {
  return {
    insertSpaces: insertSpaces !== false,
    tabSize: typeof tabSize === 'number' ? tabSize : 4,
  }
}

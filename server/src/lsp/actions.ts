/** The light bulb: quick fixes, ignoring, and *fix all*. */

import * as l10n from '@vscode/l10n'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { fixAll, withLineEndsOf } from '../features/fix-all'
import { notesAt, resolveNote } from '../features/notes'
import { type Ignoring, type QuickFix, quickFixes } from '../features/quick-fixes'
import type { Report } from '../report/model'
import type { Severities } from '../rules/run'
import { changesBetween } from './changes'
import type { Context } from './context'
import { diagnosticOf, editOf, positionOf, rangeOf, spanOf } from './convert'
import { checkOf, reportOf } from './documents'
import {
  type IgnoreArgument,
  ignoreHereCommand,
  ignoreInReportCommand,
  switchOffCommand,
} from './protocol'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.inspectionReports`

export const actionKinds: CodeActionKind[] = [CodeActionKind.QuickFix, fixAllKind]

/**
 * Every edit is tied to the version that the action was made for, where the client supports that, so
 * that it never lands in a text that has changed since.
 */
export function serveActions(context: Context): void {
  const { connection, texts, settings } = context
  connection.onCodeAction(async params => {
    const severities = await settings.severities()
    const document = texts.get(params.textDocument.uri)
    const report = document && reportOf(document)
    if (document === undefined || report === undefined) return null
    const { only } = params.context
    return [
      ...(wants(only, CodeActionKind.QuickFix)
        ? [
            ...notesToResolve(context, document, report, params, severities),
            ...fixesAt(context, document, report, params, severities),
          ]
        : []),
      // Looking for all fixes takes as long as several checks: only where it is asked for by name.
      ...(only !== undefined && wants(only, fixAllKind)
        ? everything(context, document, report, severities)
        : []),
    ]
  })
}

/** Is a kind asked for: itself, or one that it is a part of (`source` for `source.fixAll`)? */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

function fixesAt(
  context: Context,
  document: TextDocument,
  report: Report,
  { range }: CodeActionParams,
  severities: Severities,
): CodeAction[] {
  const findings = checkOf(document, severities)?.findings ?? []
  const fixes = quickFixes(report, findings, spanOf(report.lines, range))
  const rules = fixes.flatMap(({ ignoring }) => ignoring?.rule ?? [])
  return [
    ...fixes.map(fix => actionOf(context, document, report, fix)),
    ...(context.ignores ? [...new Set(rules)].map(switchingOff) : []),
  ]
}

function switchingOff(rule: string): CodeAction {
  const title = l10n.t('Do not show this kind again ({0})', rule)
  const command = { title, command: switchOffCommand, arguments: [rule] }
  return { title, kind: CodeActionKind.QuickFix, command }
}

/** Ignoring by a command of the client, which asks for the reason before anything is written. */
function askingForReason(
  { uri, version }: TextDocument,
  { lines }: Report,
  fix: QuickFix,
  { rule, scope, at }: Ignoring,
): Pick<CodeAction, 'title' | 'command'> {
  const title = fix.title.replace(' (', '… (')
  const argument: IgnoreArgument = { uri, version, rule, scope, position: positionOf(lines, at) }
  const command = scope === 'ignore' ? ignoreHereCommand : ignoreInReportCommand
  return { title, command: { title, command, arguments: [argument] } }
}

/** Notes can be taken out whether or not they count as a problem. */
function notesToResolve(
  context: Context,
  document: TextDocument,
  report: Report,
  { range }: CodeActionParams,
  severities: Severities,
): CodeAction[] {
  const findings = checkOf(document, severities)?.findings ?? []
  return notesAt(report, spanOf(report.lines, range)).map(note =>
    actionOf(context, document, report, {
      title: l10n.t('Resolve this note'),
      kind: 'fix',
      preferred: false,
      findings: findings.filter(
        ({ rule, span }) => rule.id === 'open-note' && span.start === note.span.start,
      ),
      edits: [resolveNote(report, note)],
    }),
  )
}

function actionOf(
  context: Context,
  document: TextDocument,
  report: Report,
  fix: QuickFix,
): CodeAction {
  const { abilities, docsUri } = context
  const { lines, text } = report
  const options = {
    uri: document.uri,
    docsUri: abilities.showsPages ? docsUri : undefined,
    showsRelated: abilities.showsRelated,
  }
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: fix.findings.map(finding => diagnosticOf(lines, finding, options)),
    ...(fix.preferred && { isPreferred: true }),
  }
  if (fix.ignoring !== undefined && context.ignores)
    return { ...action, ...askingForReason(document, report, fix, fix.ignoring) }
  const plain = withLineEndsOf(text, fix.edits).map(edit => editOf(lines, edit))
  const edits =
    fix.snippet !== undefined && abilities.snippetEdits
      ? [snippetEdit(rangeOf(lines, fix.snippet.span), fix.snippet.newText), ...plain.slice(1)]
      : plain
  return { ...action, edit: workspaceEdit(context, document, edits) }
}

function everything(
  context: Context,
  document: TextDocument,
  { text, lines }: Report,
  severities: Severities,
): CodeAction[] {
  const { types } = context
  const choice = types.choiceFor(document.uri)
  const fixed = fixAll(text, { severities, types: types.catalogue(), choice })
  if (fixed.text === text) return []
  const edits = changesBetween(text, fixed.text).map(edit => editOf(lines, edit))
  return [
    {
      title: l10n.t('Fix all problems that can be fixed safely'),
      kind: fixAllKind,
      edit: workspaceEdit(context, document, edits),
    },
  ]
}

type DocumentEdits = Extract<
  NonNullable<WorkspaceEdit['documentChanges']>[number],
  { edits: unknown }
>['edits']

function snippetEdit(range: Range, value: string): DocumentEdits[number] {
  return { range, snippet: { kind: 'snippet', value } }
}

function workspaceEdit(
  { abilities }: Context,
  { uri, version }: TextDocument,
  edits: DocumentEdits,
): WorkspaceEdit {
  return abilities.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits.filter(edit => 'newText' in edit) } }
}

/** The light bulb: quick fixes, ignoring, and *fix all*. */

import * as l10n from '@vscode/l10n'
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type FixAllOptions, fixAllSteps, withLineEndsOf } from '../../features/edit/fix-all'
import { type Ignoring, type QuickFix, quickFixes } from '../../features/edit/quick-fixes'
import { notesAt, resolveNote } from '../../features/lists/notes'
import type { Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import type { Severities } from '../../rules/run'
import type { TextEdit } from '../../text/edits'
import type { Steps } from '../../text/steps'
import { checkedReportIn } from '../answering'
import type { Context } from '../context'
import { diagnosticOf, editOf, positionOf, rangeOf, spanOf } from '../convert'
import { whetherChanged } from '../documents'
import {
  fixKindOf,
  type IgnoreArgument,
  ignoreHereCommand,
  ignoreInReportCommand,
  nextOfKindCommand,
  switchOffCommand,
} from '../protocol'
import { inSlices } from '../slices'
import { changesBetween } from './changes'

const fixAllKind = `${CodeActionKind.SourceFixAll}.inspectionReports`

export const actionKinds: CodeActionKind[] = [CodeActionKind.QuickFix, fixAllKind]

/**
 * Every edit is tied to the version that the action was made for, where the client supports that, so that it is
 * never applied to a text that has since changed.
 */
export function serveActions(context: Context): void {
  context.connection.onCodeAction(async (params, token) => {
    const found = await checkedReportIn(context, params, token)
    if (found === undefined) return null
    const { document, report, check, severities } = found
    const { only } = params.context
    return [
      ...(wants(only, CodeActionKind.QuickFix)
        ? [
            ...notesToResolve(context, document, report, params, check.findings),
            ...fixesAt(context, document, report, params, check.findings),
          ]
        : []),
      // Finding all fixes takes as long as several checks, so it is done only where they are asked for by name.
      ...(only !== undefined && wants(only, fixAllKind)
        ? await everything(context, document, report, severities, token)
        : []),
    ]
  })
}

/** Is a kind asked for, either itself or by a kind that it is part of (`source` for `source.fixAll`)? */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

function fixesAt(
  context: Context,
  document: TextDocument,
  report: Report,
  { range }: CodeActionParams,
  findings: readonly CheckedFinding[],
): CodeAction[] {
  const fixes = quickFixes(report, findings, spanOf(report.lines, range))
  const rules = fixes.flatMap(({ ignoring }) => ignoring?.rule ?? [])
  return [
    ...fixes.map(fix => actionOf(context, document, report, fix)),
    ...(context.ignores ? [...new Set(rules)].flatMap(rule => ofKind(rule, findings)) : []),
  ]
}

/** What a client with our commands can do about all problems of a rule. */
function ofKind(rule: string, findings: readonly CheckedFinding[]): CodeAction[] {
  const count = findings.filter(finding => finding.rule.id === rule).length
  return [...(count > 1 ? [nextOf(rule)] : []), switchingOff(rule)]
}

function nextOf(rule: string): CodeAction {
  const title = l10n.t('Next problem of this kind ({0})', rule)
  const command = { title, command: nextOfKindCommand, arguments: [rule] }
  return { title, kind: CodeActionKind.QuickFix, command }
}

function switchingOff(rule: string): CodeAction {
  const title = l10n.t('Do not show this kind again ({0})', rule)
  const command = { title, command: switchOffCommand, arguments: [rule] }
  return { title, kind: CodeActionKind.QuickFix, command }
}

/** Ignoring through a command of the client, which asks for the reason before anything is written. */
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
  findings: readonly CheckedFinding[],
): CodeAction[] {
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
  const rule = fix.findings[0]?.rule.id
  const action: CodeAction = {
    title: fix.title,
    kind: fix.kind === 'fix-kind' && rule !== undefined ? fixKindOf(rule) : CodeActionKind.QuickFix,
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

async function everything(
  context: Context,
  document: TextDocument,
  { text, lines }: Report,
  severities: Severities,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { types } = context
  const choice = types.choiceFor(document.uri)
  const found = await inSlices(
    changesOfAll(text, { severities, types: types.catalogue(), choice }),
    token,
    {
      isOutdated: whetherChanged(document),
    },
  )
  if (found.length === 0) return []
  const edits = found.map(edit => editOf(lines, edit))
  return [
    {
      title: l10n.t('Fix all problems that can be fixed safely'),
      kind: fixAllKind,
      edit: workspaceEdit(context, document, edits),
    },
  ]
}

function* changesOfAll(text: string, options: FixAllOptions): Steps<readonly TextEdit[]> {
  return yield* changesBetween(text, (yield* fixAllSteps(text, options)).text)
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

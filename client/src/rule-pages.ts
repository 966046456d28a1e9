/** The pages of the rules, which ship with the extension and open without a network. */

import { commands, type ExtensionContext, type ProviderResult, Uri, type window } from 'vscode'
import type { vsdiag } from 'vscode-languageclient/node'

export const openRulePageCommand = 'inspectionReports.openRulePage'

type Report = vsdiag.DocumentDiagnosticReport

/** Lets the link of each problem open its page as a page; a file link would show its Markdown source. */
export async function linkRulePages(pulled: ProviderResult<Report>): Promise<Report | undefined> {
  const report = await pulled
  if (!report || !('items' in report)) return report ?? undefined
  for (const { code } of report.items) {
    if (typeof code !== 'object') continue
    const query = encodeURIComponent(JSON.stringify([code.value]))
    code.target = Uri.parse(`command:${openRulePageCommand}?${query}`)
  }
  return report
}

/** Opens the page of a rule beside nothing, as a preview; does nothing for a name that is no rule's. */
export async function openRulePage(context: ExtensionContext, rule: string): Promise<void> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(rule)) return
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`)
  await commands.executeCommand('markdown.showPreview', page)
}

/** The rule of the first problem at the cursor, else of the first one on its line. */
export function ruleAtCursor(
  editor: typeof window.activeTextEditor,
  problems: readonly import('vscode').Diagnostic[],
): string | undefined {
  if (editor === undefined) return undefined
  const { active } = editor.selection
  const own = problems.filter(problem => problem.source === 'Inspection Reports')
  const problem =
    own.find(({ range }) => range.contains(active)) ??
    own.find(({ range }) => range.start.line === active.line)
  return typeof problem?.code === 'object' ? String(problem.code.value) : undefined
}

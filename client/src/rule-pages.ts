/** The pages of the rules and of the report types, which ship with the extension and open without a network. */

import {
  commands,
  type Diagnostic,
  type ExtensionContext,
  type Position,
  type ProviderResult,
  Uri,
} from 'vscode'
import type { vsdiag } from 'vscode-languageclient/node'

export const openRulePageCommand = 'inspectionReports.openRulePage'
export const openTypesPageCommand = 'inspectionReports.openTypesPage'

type Pulled = vsdiag.DocumentDiagnosticReport

/** Lets the link of each problem open its page as a page; a file link would show its Markdown source. */
export async function linkRulePages(pulled: ProviderResult<Pulled>): Promise<Pulled | undefined> {
  const report = (await pulled) ?? undefined
  if (report === undefined || !('items' in report)) return report
  for (const { code } of report.items) {
    if (typeof code !== 'object') continue
    const query = encodeURIComponent(JSON.stringify([code.value]))
    code.target = Uri.parse(`command:${openRulePageCommand}?${query}`)
  }
  return report
}

/** Opens the page of a rule as a preview; does nothing for a name that can be no rule's. */
export async function openRulePage(context: ExtensionContext, rule: string): Promise<void> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(rule)) return
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`)
  await commands.executeCommand('markdown.showPreview', page)
}

/** Opens the page that tells how a report type is written. */
export async function openTypesPage(context: ExtensionContext): Promise<void> {
  const page = Uri.joinPath(context.extensionUri, 'docs', 'report-types.md')
  await commands.executeCommand('markdown.showPreview', page)
}

/** The rule of the first problem at the cursor, else of the first one on its line. */
export function ruleAt(problems: readonly Diagnostic[], cursor: Position): string | undefined {
  const own = problems.filter(({ source }) => source === 'Inspection Reports')
  const problem =
    own.find(({ range }) => range.contains(cursor)) ??
    own.find(({ range }) => range.start.line === cursor.line)
  return typeof problem?.code === 'object' ? String(problem.code.value) : undefined
}

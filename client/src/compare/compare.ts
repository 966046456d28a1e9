/** The commands *Compare with an earlier version…* and *Compare with an earlier inspection…*. */

import {
  Disposable,
  type ExtensionContext,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type ComparedFile,
  type CompareParams,
  type CompareResult,
  compareMethod,
  type ReadJudgementsParams,
  type ReadJudgementsResult,
  readJudgementsMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument } from '../active-report'
import { readFile as readBytes } from '../files/files'
import { findTexts } from '../files/find-texts'
import { longWork } from '../messages/long-work'
import { failed, registerCommand } from '../messages/saying'
import { ComparisonPage } from './comparison-page'
import { type EarlierTexts, serveEarlierTexts } from './earlier-texts'
import {
  type Choice,
  chooseFile,
  earlierVersions,
  group,
  nameBeside,
  nameOf,
  openDocuments,
  readFile,
  readOpenOrFile,
} from './earlier-versions'

type As = CompareParams['as']

/** The commands; each may be given the file to compare with, and returns the page in Markdown. */
export function registerComparing(context: ExtensionContext, client: LanguageClient): Disposable {
  const texts = serveEarlierTexts()
  const page = new ComparisonPage()
  const command = (name: string, as: As) =>
    registerCommand(name, async (file?: unknown) => {
      const document = await activeDocument()
      if (document === undefined) return undefined
      const other =
        file instanceof Uri
          ? await readable(file.path, () => readFile(file))
          : await pick(context, client, document, as)
      if (other === undefined) return undefined
      return compare(client, texts, page, document, as, other)
    })
  return Disposable.from(
    texts,
    page,
    command('inspectionReports.compareVersion', 'versions'),
    command('inspectionReports.compareInspection', 'inspections'),
  )
}

async function pick(
  context: ExtensionContext,
  client: LanguageClient,
  document: TextDocument,
  as: As,
): Promise<ComparedFile | undefined> {
  const [title, choices] =
    as === 'versions'
      ? [l10n.t('Compare with an earlier version'), earlierVersions(context, document)]
      : [l10n.t('Compare with an earlier inspection'), otherInspections(client, document)]
  const picked = await window.showQuickPick(choices, {
    title,
    placeHolder: l10n.t('What is {0} to be compared with?', nameBeside(document)),
    matchOnDescription: true,
  })
  return picked?.read && readable(picked.label, picked.read)
}

/** Undefined where it cannot be read, which is then reported. */
async function readable(
  name: string,
  read: () => Promise<ComparedFile | undefined>,
): Promise<ComparedFile | undefined> {
  try {
    return await read()
  } catch (error) {
    failed(l10n.t('{0} could not be read.', name.slice(name.lastIndexOf('/') + 1)), error)
    return undefined
  }
}

/** No more files than these are searched for reports; any other can be chosen by its name. */
const most = 500

/** The reports in the open folders, those of the same authority first, then any others that are open. */
async function otherInspections(
  client: LanguageClient,
  document: TextDocument,
): Promise<readonly Choice[]> {
  const own = await judgementsOf(client, document.uri, { known: document.getText() })
  const files = await findTexts({ most })
  const same: Choice[] = []
  const others: Choice[] = []
  const offered = new Set<string>()
  for (const uri of files) {
    if (uri.toString() === document.uri.toString()) continue
    const report = await judgementsOf(client, uri, { sameAs: own?.authority ?? undefined })
    if (report === null) continue
    const list = report.isSame === true ? same : others
    offered.add(uri.toString())
    list.push({
      label: nameOf(uri),
      description: [report.authority, report.inspected?.from.slice(0, 4), report.type.name]
        .filter(each => typeof each === 'string')
        .join(', '),
      read: () => readOpenOrFile(uri),
    })
  }
  const rest: Choice = {
    ...chooseFile(),
    label: l10n.t('Choose another file…'),
    detail: l10n.t('Only {0} files were looked through', most),
  }
  return [
    chooseFile(),
    ...group(l10n.t('Reports on {0}', own?.authority ?? ''), same),
    ...group(l10n.t('Other reports in the open folders'), others),
    ...(files.length === most ? [rest] : []),
    ...group(l10n.t('Open documents'), openDocuments(document, offered)),
  ]
}

async function judgementsOf(
  client: LanguageClient,
  uri: Uri,
  { known, sameAs }: { readonly known?: string; readonly sameAs?: string | undefined },
): Promise<ReadJudgementsResult> {
  try {
    const content =
      known === undefined ? { bytes: base64Of(await readBytes(uri)) } : { text: known }
    const params: ReadJudgementsParams = {
      uri: client.code2ProtocolConverter.asUri(uri),
      file: nameOf(uri),
      ...content,
      ...(sameAs !== undefined && { sameAs }),
    }
    return await client.sendRequest<ReadJudgementsResult>(readJudgementsMethod, params)
  } catch {
    return null
  }
}

async function compare(
  client: LanguageClient,
  texts: EarlierTexts,
  page: ComparisonPage,
  document: TextDocument,
  as: As,
  other: ComparedFile,
): Promise<string | undefined> {
  const column = window.visibleTextEditors.find(each => each.document === document)?.viewColumn
  const presentText = document.getText()
  try {
    const title = l10n.t('Comparing with {0}…', other.name)
    const result = await longWork(title, ({ token }) => {
      const params: CompareParams = {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        name: nameBeside(document),
        as,
        other,
      }
      return client.sendRequest<CompareResult>(compareMethod, params, token)
    })
    if (result === undefined) return undefined
    if (result.error !== undefined) {
      failed(result.error)
      return undefined
    }
    page.show({
      ...result,
      present: document,
      presentText,
      column,
      other: texts.keep(other.name, result.otherText),
      beside:
        result.textBeside === undefined
          ? undefined
          : texts.keep(l10n.t('{0} with the present numbers', other.name), result.textBeside),
      again: async () => {
        await compare(client, texts, page, await reopened(document), as, other)
      },
    })
    return result.markdown
  } catch (error) {
    failed(l10n.t('The reports could not be compared.'), error)
    return undefined
  }
}

/** The server knows only documents that are open. */
async function reopened(document: TextDocument): Promise<TextDocument> {
  return document.isClosed ? workspace.openTextDocument(document.uri) : document
}

/** The command *Save a copy with comments…*: a copy of a Word document, with a comment at each problem that is left. */

import { l10n, type Uri } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of, bytesOf } from '../../../server/src/host/base64'
import {
  type CommentedCopyResult,
  type CopyParams,
  commentedCopyMethod,
} from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { writeBeside } from '../files/write-beside'
import { sayWritten } from '../files/written'
import { type LongWork, longWork } from '../messages/long-work'
import { failed, inform } from '../messages/saying'
import { isWordDocument } from './ask-file'
import type { CheckedFiles } from './checked-files'
import type { ReadText } from './file-reader'

/** What a copy of a document that is checked is made with. */
export interface CopyTools extends Pick<CheckedFiles, 'reader' | 'texts' | 'settledIn'> {
  readonly client: LanguageClient
  /** Shows what was read on the file's page, if that is open. */
  readonly show: (file: Uri, read: ReadText) => Promise<void>
}

/** Writes the copy beside the document, under a name that is not taken, and says so. */
export async function saveWithComments(tools: CopyTools, file: Uri): Promise<void> {
  const name = nameOf(file)
  if (!isWordDocument(file)) {
    failed(l10n.t('{0} is not a Word document. Comments can be put only into one.', name))
    return
  }
  try {
    const made = await longWork(l10n.t('Putting comments into a copy of {0}…', name), work =>
      copyOf(tools, file, work),
    )
    if (made === undefined) return
    if (made.error !== undefined) failed(`${name}: ${made.error}`)
    else if (made.copy === null) void inform(nothingLeft(name, made))
    else await write(file, bytesOf(made.copy), made)
  } catch (error) {
    failed(l10n.t('{0} could not be copied.', name), error)
  }
}

type Made = Extract<CommentedCopyResult, { readonly error?: undefined }>

/**
 * Reads and checks the document as it is now; returns what a copy is made from, without what has been dealt with on its
 * page, or why it cannot be read.
 */
export async function readForCopy(
  { client, reader, texts, settledIn, show }: CopyTools,
  file: Uri,
  work: LongWork,
): Promise<(CopyParams & { readonly error?: undefined }) | { readonly error: string }> {
  const read = await reader.ask(file, work)
  if (read.error !== undefined) return read
  await show(file, read)
  const document = await texts.open(file, read.text)
  return {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    bytes: base64Of(await readFile(file)),
    settled: await settledIn(document, work.token),
  }
}

async function copyOf(tools: CopyTools, file: Uri, work: LongWork): Promise<CommentedCopyResult> {
  const params = await readForCopy(tools, file, work)
  if (params.error !== undefined) return params
  return tools.client.sendRequest<CommentedCopyResult>(commentedCopyMethod, params, work.token)
}

async function write(file: Uri, bytes: Uint8Array, made: Made): Promise<void> {
  const target = await writeBeside(file, l10n.t('(with comments)'), bytes)
  if (target === undefined) return
  const name = nameOf(target)
  const written =
    made.comments === 1
      ? l10n.t('{0} was saved with one comment.', name)
      : l10n.t('{0} was saved with {1} comments.', name, made.comments)
  sayWritten([written, ...withoutComment(made)].join(' '), target, 'document')
}

function nothingLeft(name: string, made: Made): string {
  const nothing = l10n.t(
    'No problem is left in {0} to be commented on, so nothing was written.',
    name,
  )
  return [nothing, ...withoutComment(made)].join(' ')
}

/** What is said of problems that got no comment. */
function withoutComment({ leftOut, unplaced }: Made): readonly string[] {
  const said: string[] = []
  if (leftOut === 1)
    said.push(l10n.t('One problem can be seen already, as a comment of the document.'))
  if (leftOut > 1)
    said.push(l10n.t('{0} problems can be seen already, as comments of the document.', leftOut))
  if (unplaced === 1) said.push(l10n.t('One problem could not be given a place in the document.'))
  if (unplaced > 1)
    said.push(l10n.t('{0} problems could not be given a place in the document.', unplaced))
  return said
}

const nameOf = ({ path }: Uri) => path.slice(path.lastIndexOf('/') + 1)

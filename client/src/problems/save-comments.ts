/** The command *Save a copy with comments…*: a copy of a Word document, with a comment at each problem that is left. */

import { l10n, Uri } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type CommentedCopyParams,
  type CommentedCopyResult,
  commentedCopyMethod,
} from '../../../server/src/lsp/protocol'
import { createFile, readFile } from '../files/files'
import { sayWritten } from '../files/written'
import { type LongWork, longWork } from '../messages/long-work'
import { failed, inform } from '../messages/saying'
import { isWordDocument } from './ask-file'
import type { CheckedFiles } from './checked-files'
import { copyNames } from './copy-names'
import type { ReadText } from './file-reader'

export interface CommentTools extends Pick<CheckedFiles, 'reader' | 'texts' | 'settledIn'> {
  readonly client: LanguageClient
  /** Shows what was read on the file's page, if that is open. */
  readonly show: (file: Uri, read: ReadText) => Promise<void>
}

/** Writes the copy beside the document, under a name that is not taken, and says so. */
export async function saveWithComments(tools: CommentTools, file: Uri): Promise<void> {
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
    else if (made.copy === null) void inform(nothingLeft(name, made.leftOut))
    else await write(file, Buffer.from(made.copy, 'base64'), made)
  } catch (error) {
    failed(l10n.t('{0} could not be copied.', name), error)
  }
}

type Made = Extract<CommentedCopyResult, { readonly error?: undefined }>

/** Reads and checks the document as it is now, and leaves out what has been dealt with on its page. */
async function copyOf(
  { client, reader, texts, settledIn, show }: CommentTools,
  file: Uri,
  work: LongWork,
): Promise<CommentedCopyResult> {
  const read = await reader.ask(file, work)
  if (read.error !== undefined) return read
  await show(file, read)
  const document = await texts.open(file, read.text)
  const params: CommentedCopyParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    bytes: Buffer.from(await readFile(file)).toString('base64'),
    settled: await settledIn(document, work.token),
  }
  return client.sendRequest<CommentedCopyResult>(commentedCopyMethod, params, work.token)
}

async function write(file: Uri, bytes: Uint8Array, made: Made): Promise<void> {
  const target = await writeBeside(file, bytes)
  const name = nameOf(target)
  const written =
    made.comments === 1
      ? l10n.t('{0} was saved with one comment.', name)
      : l10n.t('{0} was saved with {1} comments.', name, made.comments)
  sayWritten([written, ...seenAlready(made.leftOut)].join(' '), target, 'document')
}

function nothingLeft(name: string, leftOut: number): string {
  const nothing = l10n.t(
    'No problem is left in {0} to be commented on, so nothing was written.',
    name,
  )
  return [nothing, ...seenAlready(leftOut)].join(' ')
}

function seenAlready(count: number): readonly string[] {
  if (count === 0) return []
  return [
    count === 1
      ? l10n.t('One problem can be seen already, as a comment of the document.')
      : l10n.t('{0} problems can be seen already, as comments of the document.', count),
  ]
}

/** Writes a new file beside another one; returns where. */
async function writeBeside(file: Uri, bytes: Uint8Array): Promise<Uri> {
  for (const name of copyNames(nameOf(file), l10n.t('(with comments)'))) {
    const target = Uri.joinPath(file, '..', name)
    try {
      await createFile(target, bytes)
      return target
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new Error('no name is free')
}

const nameOf = ({ path }: Uri) => path.slice(path.lastIndexOf('/') + 1)

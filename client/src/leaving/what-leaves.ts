/** What is to leave the house: a draft that is a text, or a Word document or PDF. */

import { type TextDocument, type Uri, workspace } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import type { Leaving } from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { fileOf, fileTextScheme } from '../pages/page-schemes'
import { isOtherFile } from '../problems/ask-file'

export type WhatLeaves =
  | { readonly kind: 'text'; readonly uri: Uri }
  | { readonly kind: 'file'; readonly uri: Uri }

/** What an address stands for; the text of a Word document or PDF stands for that file. */
export function whatLeaves(uri: Uri): WhatLeaves {
  if (uri.scheme === fileTextScheme) return { kind: 'file', uri: fileOf(uri) }
  return { kind: isOtherFile(uri) ? 'file' : 'text', uri }
}

export const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1)

let requests = 0

/** What the server is given, and the number under which it says how far it has got. */
export async function handedOver(
  client: LanguageClient,
  { kind, uri }: WhatLeaves,
): Promise<{ readonly leaving: Leaving; readonly id: number }> {
  // Not the numbers of other work on files.
  const id = -1_000_000 - ++requests
  if (kind === 'text') {
    const document = await workspace.openTextDocument(uri)
    return { leaving: { textDocument: identifierOf(client, document) }, id }
  }
  const bytes = base64Of(await readFile(uri))
  return { leaving: { bytes, id }, id }
}

function identifierOf(client: LanguageClient, document: TextDocument) {
  return client.code2ProtocolConverter.asTextDocumentIdentifier(document)
}

/** The texts of the open folders, for a worker: the client reads them. */

import type { Connection } from 'vscode-languageserver'
import { bytesOf } from '../../host/base64'
import { decodeText } from '../../text/decode'
import {
  type FolderTextsParams,
  type FolderTextsResult,
  folderTextsMethod,
  type ReadFileParams,
  readFileMethod,
} from '../protocol'
import type { FolderTexts, Tools } from '../tools'

export function foldersOfClient(connection: Connection): FolderTexts {
  return {
    async *list(folder) {
      const params: FolderTextsParams = { folder }
      yield* await connection.sendRequest<FolderTextsResult>(folderTextsMethod, params)
    },
    read: ({ uri }) => textOf(connection, uri),
  }
}

/** A small text by its address; undefined where it cannot be read. */
export function textFromClient(connection: Connection): NonNullable<Tools['readText']> {
  return uri => textOf(connection, uri).catch(() => undefined)
}

async function textOf(connection: Connection, uri: string): Promise<string> {
  const params: ReadFileParams = { uri }
  return decodeText(bytesOf(await connection.sendRequest<string>(readFileMethod, params)))
}

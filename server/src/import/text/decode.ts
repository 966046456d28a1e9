/** From the bytes of a text file to its text, in the encodings that Word and Windows write. */

import * as l10n from '@vscode/l10n'
import { ImportError } from '../import-error'

/**
 * Reads UTF-8, UTF-16 with a byte-order mark, and else the encoding of Windows, which *Plain text* in
 * Word gives. Throws an `ImportError` for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.includes('\0'))
    throw new ImportError(
      l10n.t('This is not a Word document, a PDF or a text. Choose a .docx, .pdf or .txt file.'),
    )
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

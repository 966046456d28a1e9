/** Texts in the encodings that Word and Windows write, and texts with characters that were lost. */

import assert from 'node:assert/strict'
import { tidiedFile } from './tidied-file'

const letters = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

describe('importing a text', () => {
  it('reads apostrophes, quotation marks and dashes of Windows', async () => {
    const { text } = await tidiedFile(
      letters('Inspection dates: 5\x9616 September 2011. The council\x92s \x93plan\x94.\n'),
    )
    assert.match(text, /5–16 September 2011\. The council’s “plan”\./)
  })

  it('lists once that characters were lost, with the first line where they were', async () => {
    const { text, changes } = await tidiedFile(
      Buffer.from('The plan is good.\n\nThe council\ufffds plan.\n\nThe \ufffdplan\ufffd.\n'),
    )
    assert.match(text, /council\ufffds/)
    assert.deepEqual(
      changes
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ place, decided, before, message }) => [place, decided, before, message]),
      [
        [
          'line 3',
          false,
          'The council\ufffds plan.',
          'Some characters could not be read, and are shown as "\ufffd". Compare with the source, or save it as UTF-8 and import it again.',
        ],
      ],
    )
  })

  it('refuses what is not text', async () => {
    await assert.rejects(tidiedFile(letters('abc\0\0def')), {
      message: 'This is not a Word document, a PDF or a text. Choose a .docx, .pdf or .txt file.',
    })
  })
})

/** Texts that no file holds have the settings of the folder that their file is in, or will be. */

import assert from 'node:assert/strict'
import { placeOf } from '../../server/src/lsp/settings/place'

describe('the place of a document', () => {
  for (const [uri, place, scheme] of [
    ['file:///home/anne/a%20b.md', 'file:///home/anne/a%20b.md'],
    ['untitled:/home/anne/a%20b.md', 'file:///home/anne/a%20b.md'],
    ['untitled:///home/anne/a.md', 'file:///home/anne/a.md'],
    ['untitled:/c%3A/reports/a.md', 'file:///c%3A/reports/a.md'],
    ['untitled://server/share/a.md', 'file://server/share/a.md'],
    ['untitled://mount/a.md', 'vscode-test-web://mount/a.md', 'vscode-test-web'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    [
      'inspection-reports-file:/r/a%20b.docx.inspection.md?file%3A%2F%2F%2Fr%2Fa%2520b.docx',
      'file:///r/a%20b.docx',
    ],
    [
      'inspection-reports-file:/a.pdf.inspection.md?vscode-vfs%3A%2F%2Fmount%2Fa.pdf',
      'vscode-vfs://mount/a.pdf',
    ],
    [
      'inspection-reports-file:/a.pdf.inspection.md',
      'inspection-reports-file:/a.pdf.inspection.md',
    ],
    ['inspection-reports-file:/a.pdf?%E0%A4%A', 'inspection-reports-file:/a.pdf?%E0%A4%A'],
  ] as const)
    it(`${uri} is ${place}`, () => {
      assert.equal(placeOf(uri, scheme), place)
    })
})

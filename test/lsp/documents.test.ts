import assert from 'node:assert/strict'
import { CancellationToken } from 'vscode-languageserver'
import { documentsOf, reportIn } from '../../server/src/lsp/documents'
import type { ReportTypes } from '../../server/src/lsp/report-types'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { clean } from '../reports/samples'

describe('the documents that are open', () => {
  it('report each time what kept one from being read, and never that it is not a report', async () => {
    let isBroken = true
    const broken = new Proxy(builtInCatalogue(), {
      get: () => {
        throw new Error('broken')
      },
    })
    const types = {
      catalogue: () => (isBroken ? broken : builtInCatalogue()),
      choiceFor: () => undefined,
    } as unknown as ReportTypes
    const open = documentsOf(types)
    const document = open.create('file:///a.md', 'markdown', 1, clean)
    for (let time = 0; time < 2; time++)
      await assert.rejects(reportIn(document, CancellationToken.None), /broken/)
    isBroken = false
    const changed = open.update(document, [{ text: clean }], 2)
    assert.ok((await reportIn(changed, CancellationToken.None)) !== undefined)
  })
})

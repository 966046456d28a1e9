/** Word documents beside the samples, which are gone after each test. */

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exportReport } from '../../../server/src/export/export'
import { parseReport } from '../../../server/src/report/parse'
import { closeAll, sampleUri, textOfSample } from './reports'

export interface WordFiles {
  /** What is deleted after the test. */
  readonly made: vscode.Uri[]
  /** A Word document of a sample. */
  readonly wordOf: (sample: string, name: string) => Promise<vscode.Uri>
}

/** To be called while the tests are described. */
export function wordFiles(): WordFiles {
  const made: vscode.Uri[] = []
  afterEach(async () => {
    await closeAll()
    for (const file of made.splice(0)) await vscode.workspace.fs.delete(file)
  })
  return {
    made,
    async wordOf(sample, name) {
      const report = parseReport(await textOfSample(sample))
      assert.ok(report !== undefined)
      const { bytes } = await exportReport(report, { pages: 'none' })
      const file = vscode.Uri.joinPath(sampleUri(sample), '..', name)
      await vscode.workspace.fs.writeFile(file, bytes)
      made.push(file)
      return file
    },
  }
}

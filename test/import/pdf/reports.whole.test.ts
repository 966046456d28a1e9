/** The PDFs of published reports: none comes near what a file may ask for. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '../../../server/src/import/import'

const folder = path.resolve(import.meta.dirname, '../../shared/reports/pdf')
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')) : []

describe('the PDF of a published report', () => {
  for (const name of files)
    it(`is read: ${name}`, async () => {
      const { text } = await importFile(readFileSync(path.join(folder, name)))
      assert.ok(text.length > 5000)
    })
})

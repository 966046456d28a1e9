/** Long PDFs, and those on which the product once hung. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { itWhole } from '../../support/tier'
import { tidiedFile } from '../tidied-file'
import { pagesFile, shown } from './pdf-file'

const shared = path.resolve(import.meta.dirname, '../../shared')

describe('a long PDF', () => {
  itWhole('is read whole where it has 550 pages', async () => {
    const line = (page: number, at: number) =>
      shown(`Page ${page}, line ${at}: the council knows its children well`, 70, 740 - at * 16)
    const pages = pagesFile(550, page =>
      Array.from({ length: 38 }, (_, at) => line(page, at)).join(''),
    )
    const { text } = await tidiedFile(pages)
    assert.ok(text.includes('Page 550, line 30: the council'))
    assert.equal(text.match(/line 7:/g)?.length, 550)
  })
})

describe('the PDFs on which the product once hung', () => {
  for (const [name, words] of [
    ['far-text.pdf', /far away words here in one line/],
    ['far-text-tiny.pdf', /far away words/],
  ] as const)
    it(`${name} is read`, async function () {
      const file = path.join(shared, 'cases/unbreakable', name)
      if (!existsSync(file)) this.skip()
      const { text } = await tidiedFile(readFileSync(file))
      assert.match(text, words)
      assert.ok(text.length < 5000, `${text.length} letters`)
    })
})

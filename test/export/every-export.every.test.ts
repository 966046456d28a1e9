/** What must hold for the Word document of any report or draft: no mark of a draft in it, and accessible to everybody. */

import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { singleSpaced } from '../../server/src/text/spaces'
import { sample, sampleNames } from '../reports/samples'
import { drafts } from '../support/drafts'
import { publishedReports } from '../support/published'
import { partOf } from '../support/tier'

/** Each report as it is, and as a draft. */
const texts = [
  ...drafts(),
  ...[...sampleNames.map(name => ({ name, text: sample(name) })), ...publishedReports()].map(
    ({ name, text }) => ({ name: `${name}, as it is`, text }),
  ),
]

/** The parts of the Word document that are made of the report. */
async function documentOf(report: Report) {
  const { bytes } = await exportReport(report, { pages: 'none' })
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const named = (start: string) =>
    Object.keys(files)
      .filter(name => name.startsWith(start))
      .map(part)
  return {
    text: part('word/document.xml'),
    notes: part('word/footnotes.xml'),
    styles: part('word/styles.xml'),
    properties: part('docProps/core.xml'),
    headers: named('word/header'),
  }
}

/** What each paragraph says, cells of tables included. */
const paragraphsIn = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([whole]) =>
    [...whole.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
  )

/** How a draft marks what it says: footnotes, tables, bold, comments, headings, links, anchors. */
const marks = /\[\^|\||\*\*|<!--|&lt;!--|^#+ |\]\((?:https?:|mailto:|#)|\{#|<a |&lt;a |\\[*_|]/

for (const { name, text } of partOf(texts)) {
  describe(`the Word document of ${name}`, () => {
    let report: Report
    let made: Awaited<ReturnType<typeof documentOf>>
    before(async function () {
      const read = parseReport(text)
      if (read === undefined) return this.skip()
      report = read
      made = await documentOf(read)
    })

    it('shows no mark of the draft, and no footer of its source', () => {
      const shown = [...paragraphsIn(made.text), ...paragraphsIn(made.notes)]
      assert.deepEqual(
        shown.filter(each => marks.test(each)),
        [],
      )
      const feet = new Set(
        report.blocks
          .filter(({ kind }) => kind === 'furniture')
          .flatMap(({ start, end }) => report.text.slice(start, end).split('\n'))
          .map(line => line.trim())
          .filter(line => /\p{L}.*\p{L}/u.test(line)),
      )
      const title = singleSpaced(report.title.text).trim()
      assert.deepEqual(
        shown.filter(each => feet.has(each.trim()) && each.trim() !== title),
        [],
      )
    })

    it('has headings without a level left out, a language and a title', () => {
      const levels = [...made.text.matchAll(/<w:pStyle w:val="Heading(\d)(?:outsidecontents)?"/g)]
      let last = 0
      for (const [, level] of levels) {
        assert.ok(Number(level) <= last + 1, `${level} after ${last}`)
        last = Number(level)
      }
      assert.match(made.styles, /<w:docDefaults>.*<w:lang [^>]*w:val="en-GB"/s)
      assert.match(made.properties, /<dc:title>[^<]*\p{L}/u)
    })

    it('marks the header rows of its tables, and has no drawing without a description', () => {
      for (const [table] of made.text.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
        const [first = '', ...rows] = [
          ...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs),
        ].map(([row]) => row)
        assert.equal(/"TableHeader"/.test(first), /<w:tblHeader\/>/.test(first))
        assert.ok(!rows.some(row => /<w:tblHeader\/>/.test(row)))
      }
      for (const [drawing] of made.text.matchAll(/<w:drawing>.*?<\/w:drawing>/gs))
        assert.match(drawing, /descr="[^"]+"/)
    })

    it('says on each page whether it is a draft', () => {
      const isDraft = report.status === 'draft'
      assert.equal(made.headers.length, 2)
      for (const header of made.headers)
        assert.equal(paragraphsIn(header).join(' ').includes('Draft'), isDraft)
    })
  })
}

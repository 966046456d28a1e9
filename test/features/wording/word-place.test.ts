import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { wordPlace } from '../../../server/src/features/wording/word-place'
import { parseReport } from '../../../server/src/report/parse'

const root = path.resolve(import.meta.dirname, '..')
const text = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
const report = parseReport(text)!

describe('a place in Word', () => {
  const place = (words: string, after = '') => {
    const { section, within } = wordPlace(report, text.indexOf(words, text.indexOf(after)))
    return within === '' ? section : `${section}, ${within}`
  }

  it('is a section with its part, and the number of the paragraph', () => {
    assert.equal(
      place('Recording is the weakest'),
      'Overall effectiveness (Safeguarding services), paragraph 11',
    )
    assert.equal(
      place('audit one file'),
      'Areas for improvement (Safeguarding services), below paragraph 15',
    )
  })

  it('is the section alone for what is before its first paragraph', () => {
    assert.equal(place('Grade 3 (adequate)'), 'Overall effectiveness (Safeguarding services)')
  })

  it('is a row of the summary table', () => {
    assert.equal(
      place('Inadequate', 'Record of main findings\n\n'),
      'Record of main findings, row "Performance management and quality assurance" under "Safeguarding services"',
    )
  })

  it('is the cover or the contents', () => {
    assert.equal(place('5–16 September'), 'Cover')
    assert.equal(place('Service information'), 'Contents')
  })
})

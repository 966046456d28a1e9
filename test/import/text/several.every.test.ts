/** A file that holds several reports: each is put in order, and each place where one begins is reported. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { clean, sample } from '../../reports/samples'

const extracted = sample('westmarch-extracted.txt')
const several = `${extracted.trimEnd()}\n\f${extracted}`
const second = extracted.trimEnd().split('\n').length

const told = (text: string) => tidy(text).changes.filter(({ kind }) => kind === 'several-reports')

describe('importing several reports from one file', () => {
  it('makes of each what it makes of it alone', () => {
    const alone = tidy(extracted).text
    assert.equal(tidy(several).text, `${alone}\n<!-- Another report begins here. -->\n\n${alone}`)
  })

  it('says where another begins and what to do', () => {
    assert.deepEqual(
      told(several).map(({ line, decided, message }) => [line, decided, message]),
      [
        [
          second,
          false,
          'Another report begins here. Move it to a file of its own, since only one report in a file is checked.',
        ],
      ],
    )
  })

  it('changes nothing more the second time, and reports it again', () => {
    const { text } = tidy(several)
    assert.equal(tidy(text).text, text)
    assert.equal(told(text).length, 1)
  })

  it('takes no title at the head of each page for another report', () => {
    const title = /^# (.*)$/m.exec(clean)?.[1] ?? ''
    const pages = clean.replace(/\n## /g, `\n\n\f${title}\n\n## `)
    assert.deepEqual(told(pages), [])
  })

  it('takes no report for several that names another in its text', () => {
    const title = /^# (.*)$/m.exec(clean)?.[1] ?? ''
    const naming = clean.replace(
      '\n## Service information\n',
      `\n## Service information\n\n${title}\n`,
    )
    assert.notEqual(naming, clean)
    assert.deepEqual(told(naming), [])
  })
})

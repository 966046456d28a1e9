/** Page numbers at the end of lines of the contents. */

import assert from 'node:assert/strict'
import { pageAfter, pagesAfter } from '../../../server/src/report/contents/pages'

describe('the page of a contents entry', () => {
  const shown = (content: string) => {
    const page = pageAfter(content)
    return page && `${content.slice(0, page.start)}|${page.digits}`
  }

  it('is a number that dots, spaces or tabs lead to', () => {
    for (const leader of [' ', '\t', ' … ', '.....', ' . . . '])
      assert.equal(shown(`Staying safe${leader}12`), 'Staying safe|12', leader)
  })

  it('is not one where it is part of the title, a year or missing', () => {
    for (const line of ['Part2', 'Staying safe 2012', 'Staying safe ....', '', '7'])
      assert.equal(shown(line), undefined, line)
  })

  it('may be one of several, of titles that are on one line', () => {
    const several = (content: string) => {
      const pages = pagesAfter(content)
      return pages && `${content.slice(0, pages.start)}|${content.slice(pages.first)}`
    }
    assert.equal(
      several('Staying safe Being healthy … 12 14\t16'),
      'Staying safe Being healthy|12 14\t16',
    )
    assert.equal(several('Staying safe 3'), 'Staying safe|3')
    assert.equal(several('Staying safe'), undefined)
  })
})

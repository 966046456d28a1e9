/** Taking a text out of its pages: which lines are headers and footers, and which are the text's own. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'

const ships = 'brig barque cutter ketch schooner sloop yawl lugger smack wherry'.split(' ')

/** The lines of one page, as long as those of a wrapped text, and no two alike. */
const body = (page: number) =>
  Array.from({ length: 8 }, (_, line) => {
    const at = page * 8 + line
    const ship = `${ships[at % 10]} and the ${ships[Math.floor(at / 10) % 10]}`
    return `the harbour office keeps a book of the ${ship} and of all who came with them`
  })

/** A text of as many pages, with what stands at the head and foot of each. */
function pages(count: number, head: (page: number) => string, foot: (page: number) => string) {
  return Array.from({ length: count }, (_, at) =>
    [head(at + 1), '', ...body(at + 1), '', foot(at + 1)].join('\n'),
  ).join('\n\f')
}

function furniture(text: string): readonly string[] {
  return tidy(text, { isPart: true })
    .changes.filter(({ kind }) => kind === 'page-furniture')
    .map(({ before = '' }) => before)
}

describe('page headers and footers', () => {
  it('are lines that come again on a third of the pages', () => {
    const text = pages(
      6,
      () => '',
      page => (page % 2 === 0 ? 'Inspection of harbours' : ''),
    )
    assert.deepEqual(furniture(text), Array(3).fill('Inspection of harbours'))
  })

  it('may begin late, with the page number on alternating sides', () => {
    const text = pages(
      20,
      () => '',
      page =>
        page < 16
          ? `Inspection of harbours                    ${page}`
          : page % 2 === 0
            ? `${page}          Review of the harbour board: Westmarch`
            : `Review of the harbour board: Westmarch          ${page}`,
    )
    assert.equal(furniture(text).length, 20)
    assert.doesNotMatch(tidy(text, { isPart: true }).text, /Review of/)
  })

  it('may change from part to part without a page number', () => {
    const text = pages(
      24,
      () => '',
      page => (page > 19 ? 'Review of the harbour board: Westmarch' : 'Inspection of harbours'),
    )
    assert.equal(furniture(text).length, 24)
  })

  it('are not headings that number something else than pages', () => {
    const text = pages(
      20,
      page => (page % 5 === 0 ? `Case study of a harbour ${page / 5}` : ''),
      () => '',
    )
    assert.deepEqual(furniture(text), [])
  })

  it('are not headings that begin three pages far apart', () => {
    const text = pages(
      20,
      page => ([3, 9, 18].includes(page) ? 'Within three months:' : ''),
      () => '',
    )
    assert.deepEqual(furniture(text), [])
  })
})

import assert from 'node:assert/strict'
import { attributeOf, elements, firstTag, withElements } from '../../server/src/export/xml-elements'
import { growthOf } from '../support/doubling'
import { itTimed } from '../support/tier'

const xml = '<w:a><w:styles/><w:style w:id="1" x="2"><b/></w:style><w:style w:id="3"/>end</w:a>'

describe('elements of XML', () => {
  it('are found by their whole name', () => {
    const found = [...elements(xml, 'w:style')].map(({ start, end }) => xml.slice(start, end))
    assert.deepEqual(found, ['<w:style w:id="1" x="2"><b/></w:style>', '<w:style w:id="3"/>'])
    assert.equal(firstTag(xml, 'w:a')?.tag, '<w:a>')
    assert.equal(firstTag(xml, 'w:sty'), undefined)
  })
  it('end where one is not closed', () => {
    assert.deepEqual([...elements('<p>one</p><p>two', 'p')].length, 1)
    assert.deepEqual([...elements('<p', 'p')], [])
    assert.equal(firstTag('<p', 'p'), undefined)
  })
  it('give way to others', () => {
    const by = (_element: string, tag: string) => `[${attributeOf(tag, 'w:id')}]`
    assert.equal(withElements(xml, 'w:style', by), '<w:a><w:styles/>[1][3]end</w:a>')
    assert.equal(withElements(xml, 'w:none', by), xml)
  })
  it('have attributes by their whole name', () => {
    assert.equal(attributeOf('<a w:id="1" id="2">', 'id'), '2')
    assert.equal(attributeOf('<a w:id="1">', 'id'), undefined)
    assert.equal(attributeOf('<a id="1', 'id'), undefined)
  })
  itTimed('are found in time in proportion to the XML', () => {
    for (const each of ['<p ', '<p>', '<p/>', '<p></p>', '<pp>', '</p>'])
      assert.ok(
        growthOf(
          size => {
            const long = each.repeat(size * 64)
            return () => withElements(long, 'p', () => '')
          },
          { from: 2, to: 64 },
        ).isLinear,
        each,
      )
  })
})

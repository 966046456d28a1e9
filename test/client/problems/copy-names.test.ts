import assert from 'node:assert/strict'
import { copyNames } from '../../../client/src/problems/copy-names'

/** The first names that are tried. */
function namesFor(name: string): readonly string[] {
  const names: string[] = []
  for (const each of copyNames(name, '(with comments)')) {
    names.push(each)
    if (names.length === 2) break
  }
  return names
}

describe('the name of a copy with comments', () => {
  it('is that of the file with what it is, and a number where it is taken', () => {
    assert.deepEqual(namesFor('final.docx'), [
      'final (with comments).docx',
      'final (with comments) 2.docx',
    ])
    assert.deepEqual(
      namesFor('report 3.1 (draft).DOCX')[0],
      'report 3.1 (draft) (with comments).DOCX',
    )
    assert.deepEqual(namesFor('final')[0], 'final (with comments)')
    assert.deepEqual(namesFor('final.inspection.md')[0], 'final (with comments).inspection.md')
  })

  it('is no longer for a copy of a copy', () => {
    const names = namesFor('final.docx')
    assert.deepEqual(namesFor('final (with comments).docx'), names)
    assert.deepEqual(namesFor('final (with comments) 2.docx'), names)
    assert.deepEqual(namesFor('(with comments).docx')[0], '(with comments) (with comments).docx')
  })
})

/** Drawings in a Word document: the text in boxes is kept, and what is not read is listed. */

import assert from 'node:assert/strict'
import { importFile } from '../../../server/src/import/import'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, run, table, wordFile } from './word-file'

const read = (body: string, more: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) => {
  const { text, changes } = readWord(wordFile({ body, ...more }))
  return {
    lines: text.split('\n').filter(Boolean),
    changes: changes.map(({ kind, message, before }) => [kind, message, before ?? '']),
  }
}
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const content = (blocks: string) => `<w:txbxContent>${blocks}</w:txbxContent>`
const shape = (blocks: string) =>
  `<w:drawing><wps:wsp><wps:txbx>${content(blocks)}</wps:txbx></wps:wsp></w:drawing>`
const vml = (blocks: string) =>
  `<w:pict><v:shape><v:textbox>${content(blocks)}</v:textbox></v:shape></w:pict>`
const either = (choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
/** A box as Word writes it, for itself and for older programs. */
const box = (blocks: string) => `<w:r>${either(shape(blocks), vml(blocks))}</w:r>`
const inner = paragraph('In the box.')

describe('text in a box of a Word document', () => {
  for (const [name, body, lines] of [
    [
      'beside text',
      p(run('Before, '), box(inner), run('after.')),
      ['Before, after.', 'In the box.'],
    ],
    ['alone', p(box(inner)), ['In the box.']],
    ['of an older program', p(`<w:r>${vml(inner)}</w:r>`), ['In the box.']],
    [
      'that only older programs know',
      p(`<w:r>${either('<w:drawing/>', vml(inner))}</w:r>`),
      ['In the box.'],
    ],
    ['in a box', p(box(p(run('Outer.'), box(inner)))), ['Outer.', 'In the box.']],
    [
      'in a cell',
      `<w:tbl><w:tr><w:tc>${p(run('Label'), box(inner))}</w:tc><w:tc>${paragraph('Good')}</w:tc></w:tr></w:tbl>`,
      ['| | |', '| --- | --- |', '| Label | Good |', 'In the box.'],
    ],
    [
      'that is a table',
      p(box(table([['One', 'Two']]))),
      ['| | |', '| --- | --- |', '| One | Two |'],
    ],
    [
      'with a heading in it',
      p(box(`${paragraph('Staying safe', '<w:outlineLvl w:val="1"/>')}${paragraph('Good')}`)),
      ['### Staying safe', 'Good'],
    ],
    [
      'in a group of boxes',
      p(
        `<w:r><w:drawing><wpg:wgp>${shape(inner)}${shape(paragraph('Another.'))}</wpg:wgp></w:drawing></w:r>`,
      ),
      ['In the box.', 'Another.'],
    ],
    [
      'in a link',
      p('<w:hyperlink w:anchor="a">', run('See'), box(inner), '</w:hyperlink>'),
      ['See', 'In the box.'],
    ],
    [
      'drawn as lettering',
      p(
        '<w:r><w:pict><v:shape><v:textpath string="Inspection of Westmarch"/></v:shape></w:pict></w:r>',
      ),
      ['Inspection of Westmarch'],
    ],
    ['without text', p(box('<w:p/>'), run('Text.')), ['Text.']],
  ] as const)
    it(`is kept after its paragraph: ${name}`, () => {
      assert.deepEqual(read(body).lines, lines)
    })

  it('is listed once where it was inserted or deleted', () => {
    const changed = (mark: string) =>
      read(p(`<${mark} w:author="AB">${box(inner)}</${mark}>`, run('Text.')))
    assert.deepEqual(changed('w:ins'), {
      lines: ['Text.', 'In the box.'],
      changes: [['tracked-change', 'Kept what AB inserted.', '']],
    })
    assert.deepEqual(changed('w:del'), {
      lines: ['Text.'],
      changes: [['tracked-change', 'Left out what AB deleted.', 'In the box.']],
    })
  })
})

describe('what is not read of a Word document', () => {
  const inline = (drawn: string, words = '') =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1"${words}/>${drawn}</wp:inline></w:drawing></w:r>`
  const picture = '<pic:pic/>'
  const object = (kind: string, program: string) =>
    `<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject Type="${kind}" ProgID="${program}"/></w:object></w:r>`
  for (const [name, drawn, change] of [
    ['a picture', inline(picture), ['picture', 'Left out a picture.', '']],
    [
      'a picture that is described',
      inline(picture, ' descr="Map of Westmarch"'),
      ['picture', 'Left out a picture.', 'Map of Westmarch'],
    ],
    [
      'a picture with a title',
      inline(picture, ' title="Map" descr=""'),
      ['picture', 'Left out a picture.', 'Map'],
    ],
    [
      'a picture of an older program',
      '<w:r><w:pict><v:shape alt="Map"><v:imagedata/></v:shape></w:pict></w:r>',
      ['picture', 'Left out a picture.', 'Map'],
    ],
    ['a drawing by hand', '<w:r><w:contentPart/></w:r>', ['picture', 'Left out a picture.', '']],
    ['a chart', inline('<c:chart/>', ' descr="Visits"'), ['chart', 'Left out a chart.', 'Visits']],
    ['a chart of a newer kind', inline('<cx:chart/>'), ['chart', 'Left out a chart.', '']],
    [
      'a diagram',
      inline('<dgm:relIds/>'),
      ['chart', 'Left out a diagram with the words in it.', ''],
    ],
    [
      'a file inside it',
      object('Embed', 'Excel.Sheet.12'),
      ['embedded-file', 'Left out a file that is inside the document.', 'Excel'],
    ],
    [
      'a PDF inside it',
      object('Embed', 'AcroExch.Document.DC'),
      ['embedded-file', 'Left out a file that is inside the document.', 'PDF'],
    ],
    [
      'a file that it refers to',
      object('Link', 'Word.Document.12'),
      ['embedded-file', 'Left out a file that is inside the document.', 'Word'],
    ],
    [
      'a control of a form',
      '<w:r><w:object><v:shape><v:imagedata/></v:shape><w:control w:name="Box1"/></w:object></w:r>',
      ['embedded-file', 'Left out a control of a form. Fill it in again.', ''],
    ],
    [
      'a part that is a document of its own',
      '<w:subDoc/>',
      [
        'embedded-file',
        'Part of this document is another file inside it, and was left out. Open it in Word, save it again, and import that.',
        '',
      ],
    ],
  ] as const)
    it(`is listed: ${name}`, () => {
      assert.deepEqual(read(p(drawn, run('Text.'))), { lines: ['Text.'], changes: [change] })
    })

  it('is the reason where there is no text', async () => {
    for (const drawn of [inline(picture), inline('<c:chart/>')])
      await assert.rejects(importFile(wordFile({ body: p(drawn) })), /no text, only pictures/)
  })
})

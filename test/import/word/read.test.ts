/** Reading Word documents: what Word shows and does not store as text. */

import assert from 'node:assert/strict'
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx'
import { importFile } from '../../../server/src/import/import'
import { ImportError } from '../../../server/src/import/import-error'
import { readWord } from '../../../server/src/import/word/read'
import { definition, inList, level, list, paragraph, run, table, wordFile } from './word-file'

const text = (parts: Parameters<typeof wordFile>[0]) => readWord(wordFile(parts)).text.trim()
const lines = (parts: Parameters<typeof wordFile>[0]) => text(parts).split('\n').filter(Boolean)

const numbers = definition(
  1,
  level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'decimal', '%1.%3'),
)

describe('automatic numbers', () => {
  it('run on over headings and tables', () => {
    assert.deepEqual(
      lines({
        numbering: numbers + list(1, 1),
        body:
          paragraph('First', inList(1)) +
          paragraph('Heading', '<w:outlineLvl w:val="0"/>') +
          paragraph('Second', inList(1)) +
          table([['a', 'b']]) +
          paragraph('Third', inList(1)),
      }),
      ['1. First', '## Heading', '2. Second', '| | |', '| --- | --- |', '| a | b |', '3. Third'],
    )
  })

  it('start again on an inner level, and on none where the definition says so', () => {
    const body =
      paragraph('One', inList(1)) +
      paragraph('a', inList(1, 1)) +
      paragraph('b', inList(1, 1)) +
      paragraph('Two', inList(1)) +
      paragraph('a again', inList(1, 1))
    assert.deepEqual(lines({ numbering: numbers + list(1, 1), body }).at(-1), '  (a) a again')
    const never = definition(
      1,
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)', '<w:lvlRestart w:val="0"/>'),
    )
    assert.deepEqual(lines({ numbering: never + list(1, 1), body }).at(-1), '  (c) a again')
  })

  it('go on in another list of the same definition, unless it starts again', () => {
    const body =
      paragraph('One', inList(1)) + paragraph('Two', inList(2)) + paragraph('X', inList(3))
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    assert.deepEqual(
      lines({ numbering: numbers + list(1, 1) + list(2, 1) + list(3, 1, start), body }),
      ['1. One', '2. Two', '7. X'],
    )
  })

  it('are made of the numbers of several levels, in all formats', () => {
    const formats = definition(
      1,
      level(0, 'upperRoman', '%1') +
        level(1, 'decimal', '%1.%2') +
        level(2, 'decimal', '%1.%3', '<w:isLgl/>'),
    )
    assert.deepEqual(
      lines({
        numbering: formats + list(1, 1),
        body: [0, 0, 1, 2].map(at => paragraph('x', inList(1, at))).join(''),
      }),
      ['I x', 'II x', 'II.1 x', '2.1 x'],
    )
  })

  it('come from a style, and can be taken out of a paragraph', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
    const own = '<w:pStyle w:val="Own"/>'
    assert.deepEqual(
      lines({
        styles,
        numbering: numbers + list(1, 1),
        body:
          paragraph('One', own) +
          paragraph('None', `${own}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
          paragraph('Two', own),
      }),
      ['1. One', 'None', '2. Two'],
    )
  })

  it('are at the level of the style nearest by, in the list of the one it is based on', () => {
    const styled = (id: string, place: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Outer"/><w:pPr><w:numPr>${place}</w:numPr></w:pPr></w:style>`
    const levels = (['Outer', 'Inner'] as const).map((style, at) =>
      level(at, 'decimal', at === 0 ? '%1.' : '%1.%2', `<w:pStyle w:val="${style}"/>`),
    )
    assert.deepEqual(
      lines({
        styles: styled('Outer', '<w:numId w:val="1"/>') + styled('Inner', '<w:ilvl w:val="1"/>'),
        numbering: definition(1, levels.join('')) + list(1, 1),
        body: ['Outer', 'Inner', 'Inner', 'Outer', 'Inner']
          .map(style => paragraph('x', `<w:pStyle w:val="${style}"/>`))
          .join(''),
      }),
      ['1. x', '1.1 x', '1.2 x', '2. x', '2.1 x'],
    )
  })

  it('that are letters are marks of a list, with a full stop after them too', () => {
    const lettered = definition(
      1,
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2.') + level(2, 'lowerRoman', '%3)'),
    )
    assert.equal(
      text({
        numbering: lettered + list(1, 1),
        body: [0, 1, 1, 2].map(at => paragraph('x', inList(1, at))).join(''),
      }),
      '1. x\n\n  (a) x\n  (b) x\n    (i) x',
    )
  })

  it('of bullets are dashes, the inner ones indented', () => {
    const bullets = definition(2, level(0, 'bullet', '\uf0b7') + level(1, 'bullet', 'o'))
    assert.equal(
      text({
        numbering: bullets + list(1, 2),
        body: paragraph('a', inList(1)) + paragraph('b', inList(1, 1)) + paragraph('c', inList(1)),
      }),
      '- a\n  - b\n- c',
    )
  })
})

describe('a Word document', () => {
  it('keeps headings by style and by outline level', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style>'
    assert.deepEqual(
      lines({
        styles,
        body:
          paragraph('Report', '<w:pStyle w:val="T"/>') +
          paragraph('Part', '<w:pStyle w:val="H1"/>') +
          paragraph('Other part', '<w:pStyle w:val="My"/>') +
          paragraph('Section', '<w:outlineLvl w:val="1"/>'),
      }),
      ['# Report', '## Part', '## Other part', '### Section'],
    )
  })

  it('keeps the entries of the contents together', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="V2"><w:name w:val="toc 2"/></w:style>'
    assert.equal(
      text({
        styles,
        body:
          paragraph('Contents') +
          paragraph('Staying safe', '<w:pStyle w:val="V1"/>') +
          paragraph('Quality', '<w:pStyle w:val="V2"/>') +
          paragraph('Text.'),
      }),
      'Contents\n\nStaying safe\nQuality\n\nText.',
    )
  })

  it('has comments as notes at their place', () => {
    const { text, changes } = readWord(
      wordFile({
        comments: `<w:comment w:id="3" w:author="Anne Bell" w:initials="AB">${paragraph('Check evidence [12].')}</w:comment>`,
        body: `<w:p><w:commentRangeStart w:id="3"/>${run('Good')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${run(' work.')}</w:p>`,
      }),
    )
    assert.equal(text.trim(), 'Good [Note Anne Bell: Check evidence (12).] work.')
    assert.equal(changes[0]?.kind, 'comment')
  })

  for (const [attributes, head] of [
    [
      'w:author="Anne Bell" w:initials="AB" w:date="2025-03-03T10:15:00Z"',
      ' Anne Bell, 3 March 2025',
    ],
    ['w:author="Anne Bell" w:date="2025-13-03T10:15:00Z"', ' Anne Bell'],
    ['w:author="" w:initials="AB" w:date="2025-12-31"', ' AB, 31 December 2025'],
    ['w:author="Bell, Anne [CSC]: lead"', ' Bell, Anne CSC lead'],
    [`w:author="${'Anne '.repeat(9)}" w:initials="A.B."`, ' AB'],
    ['w:date="2025-03-03T10:15:00Z"', ' 3 March 2025'],
    ['', ''],
  ] as const)
    it(`says who wrote a comment, and when: ${attributes}`, () => {
      const { text } = readWord(
        wordFile({
          comments: `<w:comment w:id="3" ${attributes}>${paragraph('Why?')}</w:comment>`,
          body: `<w:p>${run('Good')}<w:r><w:commentReference w:id="3"/></w:r></w:p>`,
        }),
      )
      assert.equal(text.trim(), `Good [Note${head}: Why?]`)
    })

  it('takes tracked changes as accepted and lists them', () => {
    const { text, changes } = readWord(
      wordFile({
        body:
          `<w:p>${run('Services are ')}<w:del w:author="CD"><w:r><w:delText>good</w:delText></w:r></w:del>` +
          `<w:ins w:author="CD">${run('adequate')}</w:ins>${run('.')}</w:p>` +
          `<w:p><w:pPr><w:rPr><w:del w:author="CD"/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph('line.')}`,
      }),
    )
    assert.equal(text.trim(), 'Services are adequate.\n\nOne line.')
    assert.deepEqual(
      changes.map(({ message, before, after }) => [message, before ?? after]),
      [
        ['Left out what CD deleted.', 'good'],
        ['Kept what CD inserted.', 'adequate'],
      ],
    )
  })

  it('has footnotes after their paragraph, and text boxes too', () => {
    assert.deepEqual(
      lines({
        footnotes: `<w:footnote w:id="5">${paragraph(' The board.')}</w:footnote>`,
        body:
          `<w:p>${run('WSCB')}<w:r><w:footnoteReference w:id="5"/></w:r>` +
          `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('In a box.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      }),
      ['WSCB[^1]', '[^1]: The board.', 'In a box.'],
    )
  })

  it('leaves out headers and footers, field codes and hidden text, and lists them', () => {
    const { text, changes } = readWord(
      wordFile({
        footer: paragraph('Westmarch, page 3'),
        body:
          '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r>' +
          `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' pages')}` +
          `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>`,
      }),
    )
    assert.equal(text.trim(), '12 pages')
    assert.deepEqual(
      changes.map(({ before }) => before),
      ['Westmarch, page 3', 'secret'],
    )
  })

  it('keeps tables with their header row; a table of one column is a box around text', () => {
    assert.deepEqual(
      lines({
        body:
          table(
            [
              ['Judgement', 'Grade'],
              ['Staying safe', 'Good'],
            ],
            true,
          ) + table([['In a box.'], ['So is this.']]),
      }),
      [
        '| Judgement | Grade |',
        '| --- | --- |',
        '| Staying safe | Good |',
        'In a box.',
        'So is this.',
      ],
    )
  })

  it('reads what a writer of Word files writes', async () => {
    const document = new Document({
      numbering: {
        config: [
          { reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Partnership working', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Tea & trust.', numbering: { reference: 'n', level: 0 } }),
          ],
        },
      ],
    })
    const { text } = readWord(new Uint8Array(await Packer.toBuffer(document)))
    assert.equal(text, '\n## Partnership working\n\n1. Tea & trust.\n')
  })

  it('has a heading that is in a box beside its grade as a heading', () => {
    const box = (...cells: readonly string[]) =>
      `<w:tbl><w:tr>${cells.map(each => `<w:tc>${each}</w:tc>`).join('')}</w:tr></w:tbl>`
    assert.deepEqual(
      lines({
        body: box(paragraph('Leaders', '<w:outlineLvl w:val="1"/>'), paragraph('Good')),
      }),
      ['### Leaders', 'Good'],
    )
  })

  it('puts a grade that a tab or a line break sets apart from its heading on a line of its own', () => {
    const heading = (gap: string, grade: string) =>
      `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('Leaders')}<w:r>${gap}</w:r>${run(grade)}</w:p>`
    const { text, changes } = readWord(
      wordFile({
        body:
          heading('<w:tab/>', 'Requires improvement') +
          heading('<w:br/>', 'Grade 2 (good)') +
          heading('<w:br/>', 'and governance'),
      }),
    )
    assert.deepEqual(text.split('\n').filter(Boolean), [
      '### Leaders',
      'Requires improvement',
      '### Leaders',
      'Grade 2 (good)',
      '### Leaders and governance',
    ])
    assert.deepEqual(
      changes.map(({ message, after }) => [message, after]),
      ['Requires improvement', 'Grade 2 (good)'].map(grade => [
        'Put the grade after a heading on a line of its own.',
        grade,
      ]),
    )
  })

  it('keeps cells in their columns where a row begins further right', () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${paragraph('Good')}</w:tc></w:tr>`
    const rows = table([['Staying safe', 'Adequate']]).replace('</w:tbl>', `${short}</w:tbl>`)
    assert.deepEqual(lines({ body: rows }).slice(2), ['| Staying safe | Adequate |', '| | Good |'])
  })

  it('has arrows as arrows, whatever font they come from', () => {
    const symbol = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`
    assert.equal(
      text({ body: `<w:p>${run('2010 ')}${symbol('F0E0')}${run(' 2011')}</w:p>` }),
      '2010 → 2011',
    )
  })

  it('says what it cannot take over', () => {
    const chart =
      '<w:p><w:r><w:drawing><a:graphicData><c:chart/></a:graphicData></w:drawing></w:r></w:p>'
    const { changes } = readWord(
      wordFile({ body: `${paragraph('Text.')}<w:altChunk r:id="a"/>${chart}` }),
    )
    assert.deepEqual(
      changes.map(({ message, decided }) => [message, decided]),
      [
        [
          'Part of this document is another file inside it, and was left out. Open it in Word, save it again, and import that.',
          false,
        ],
        ['Left out a chart.', true],
      ],
    )
  })

  it('gives a reason where it has no text', async () => {
    const picture = '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'
    await assert.rejects(importFile(wordFile({ body: picture })), /no text, only pictures/)
    await assert.rejects(importFile(wordFile({ body: '<w:p/>' })), /no text/)
    await assert.rejects(importFile(new Uint8Array()), /This file is empty/)
    await assert.rejects(
      importFile(new TextEncoder().encode('\n<!DOCTYPE html><html>')),
      /web page/,
    )
    // Word keeps the name of whoever has the document open in a file of that length.
    const owner = Uint8Array.from({ length: 162 }, (_, at) =>
      at === 0 ? 4 : 'Anne'.charCodeAt(at - 1) || 0,
    )
    await assert.rejects(importFile(owner), /temporary file that Word keeps/)
  })

  it('gives a reason where it cannot be read', async () => {
    const bytes = (start: string) => new TextEncoder().encode(`${start}…`)
    await assert.rejects(importFile(bytes('PK\u0003\u0004')), ImportError)
    await assert.rejects(importFile(bytes('GIF89a')), /not a Word document, a PDF or a text/)
    await assert.rejects(importFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), /without a password/)
  })
})

/** Comments in a copy of a Word document: at the words of each problem, and nothing else is different. */

import assert from 'node:assert/strict'
import { paragraph, run, table, type WordParts, wordFile } from '../word/word-file'
import { commented } from './commenting'
import { opened } from './copied'
import {
  by,
  cell,
  control,
  deleted,
  documents,
  field,
  inserted,
  looks,
  row,
  textBoxes,
  title,
} from './documents'

/** What the comments are about. */
function about(parts: WordParts, ...words: readonly string[]): readonly string[] {
  const file = wordFile({ ...parts, body: title + parts.body })
  return commented(file, ...words).seen.map(each => each.about)
}

describe('a comment in a copy of a Word document', () => {
  it('is about the words of its problem, wherever they are in a run', () => {
    const body = paragraph('Care is good and safe.')
    assert.deepEqual(about({ body }, 'Care'), ['Care'])
    assert.deepEqual(about({ body }, 'good and'), ['good and'])
    assert.deepEqual(about({ body }, 'safe.'), ['safe.'])
    assert.deepEqual(about({ body }, 'Care is good and safe.'), ['Care is good and safe.'])
  })

  it('is from nobody but the program, and says what is wrong', () => {
    const file = wordFile({ body: title + paragraph('Care is good.') })
    const { bytes, comments, leftOut } = commented(file, 'good')
    assert.deepEqual({ comments, leftOut }, { comments: 1, leftOut: 0 })
    assert.deepEqual(opened(bytes).comments, [
      {
        id: '0',
        author: 'Inspection Reports (automatic)',
        initials: 'IR',
        words: 'This is wrong. Put it right.',
        about: 'good',
      },
    ])
    assert.match(opened(bytes).xml('word/comments.xml'), /w:date="2026-03-04T10:20:30Z"/)
  })

  it('is about words that are split over runs, each of which keeps its looks', () => {
    const split = `<w:p>${run('Care is go')}${looks('od', '<w:b/>')}${looks(' and safe', '<w:i/>')}${run('.')}</w:p>`
    assert.deepEqual(about({ body: split }, 'good *and'), ['good and'])
    assert.deepEqual(about({ body: split }, 'good'), ['good'])
    assert.deepEqual(about({ body: split }, 'oo', 'and safe*.'), ['oo', 'and safe.'])
  })

  it('has white space at its ends as it was, whether or not the text says that it counts', () => {
    const tight = `<w:p>${run('Care is good and safe.').replace(' xml:space="preserve"', '')}</w:p>`
    assert.deepEqual(about({ body: tight }, 'good'), ['good'])
    assert.deepEqual(about({ body: tight }, 'is', 'safe.'), ['is', 'safe.'])
    assert.deepEqual(about({ body: tight }, 'Care is good and safe.'), ['Care is good and safe.'])
  })

  it('may be one of several at the same words, or overlap another', () => {
    const body = paragraph('Care is good and safe.')
    assert.deepEqual(about({ body }, 'good', 'good'), ['good', 'good'])
    assert.deepEqual(about({ body }, 'is good', 'good and'), ['is good', 'good and'])
    assert.deepEqual(about({ body }, 'Care is good', 'is', 'safe.'), [
      'Care is good',
      'is',
      'safe.',
    ])
    assert.deepEqual(about({ body }, 'good', ' and safe'), ['good', 'and safe'])
  })

  it('is about words with references and letters beyond the first 65,536', () => {
    const body = `<w:p>${run('Health & care 😀 &lt;is&gt; good.').replace('&amp;lt;', '&lt;').replace('&amp;gt;', '&gt;')}</w:p>`
    assert.deepEqual(about({ body }, 'care'), ['care'])
    assert.deepEqual(about({ body }, '& care 😀'), ['& care 😀'])
    assert.deepEqual(about({ body }, '<is> good'), ['<is> good'])
  })

  it('stands between other things in a run: tabs, breaks, marks of footnotes', () => {
    const body =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Care</w:t><w:tab/><w:t>good</w:t><w:br/><w:t>now</w:t></w:r></w:p>'
    assert.deepEqual(about({ body }, 'Care', 'good', 'now'), ['Care', 'good', 'now'])
    assert.deepEqual(about({ body }, 'oo'), ['oo'])
    assert.deepEqual(about({ body }, 'Care\tgood'), ['Care good'])
  })
})

describe('a comment in a copy of a Word document of each make', () => {
  for (const [name, { parts, words, about: expected = words }] of Object.entries(documents))
    it(`is about the words of its problem: ${name}`, () =>
      assert.deepEqual(about(parts, ...words), expected))
})

describe('a comment in a copy of a Word document, beside what others have done', () => {
  it('is about inserted words, and is no part of the insertion', () => {
    const body = `<w:p>${run('Care is ')}${inserted(0, run('good and safe'))}${run(' now.')}</w:p>`
    assert.deepEqual(about({ body }, 'good and safe'), ['good and safe'])
    assert.deepEqual(about({ body }, 'good'), ['good'])
    assert.deepEqual(about({ body }, 'is good', 'safe now'), ['is good', 'safe now'])
  })

  it('is about words around what was deleted or moved away', () => {
    const moved = `<w:moveFrom ${by(7)}>${run('quickly ')}</w:moveFrom>`
    const to = `<w:moveTo ${by(8)}>${run('quickly')}</w:moveTo>`
    const body = `<w:p>${run('Care is ')}${deleted(3, 'adequate')}${inserted(4, run('good'))}${moved}${run(' and safe, ')}${to}</w:p>`
    assert.deepEqual(about({ body }, 'is good and'), ['is good and'])
    assert.deepEqual(about({ body }, 'quick'), ['quick'])
  })

  it('gives a tracked change of looks a number of its own where its run is divided', () => {
    const look = `<w:b/><w:rPrChange ${by(5)}><w:rPr><w:i/></w:rPr></w:rPrChange>`
    const body = `<w:p>${looks('Care is good and safe.', look)}</w:p>`
    assert.deepEqual(about({ body }, 'good'), ['good'])
  })

  it('leaves other numbers in the looks of a run as they are', () => {
    const look = '<w:b/><w14:stylisticSets><w14:styleSet w14:id="4"/></w14:stylisticSets>'
    const body = `<w:p>${looks('Care is good and safe.', look)}</w:p>`
    const { bytes } = commented(wordFile({ body: title + body }), 'good')
    const sets = opened(bytes)
      .xml('word/document.xml')
      .match(/<w14:styleSet [^>]*>/g)
    assert.deepEqual(
      sets,
      Array.from({ length: 3 }, () => '<w14:styleSet w14:id="4"/>'),
    )
  })

  it('leaves the comments that are there with all that belongs to them', () => {
    const { parts, words } = documents['with comments of others']!
    const { bytes } = commented(wordFile({ ...parts, body: title + parts.body }), ...words)
    assert.deepEqual(
      opened(bytes).comments.map(({ id, author }) => [id, author]),
      [
        ['2', 'Ann Brook'],
        ['3', 'Ann Brook'],
        ['0', 'Inspection Reports (automatic)'],
        ['1', 'Inspection Reports (automatic)'],
      ],
    )
  })

  it('is not put at a comment, which can be seen already', () => {
    const comments = `<w:comment w:id="1" w:author="Ann Brook" w:initials="AB">${paragraph('Check this.')}</w:comment>`
    const body = `<w:p>${run('Care is good.')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`
    const file = wordFile({ body: title + body, comments })
    const { comments: count, leftOut } = commented(file, '[Note Ann Brook: Check this.]', 'good')
    assert.deepEqual({ count, leftOut }, { count: 1, leftOut: 1 })
  })

  it('is in the looks that the document has for comments, whatever they are called', () => {
    const style = (type: string, id: string, name: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
    const styles =
      style('paragraph', 'Testunsylw', 'annotation text') +
      style('character', 'Cyfeirnod', 'annotation reference')
    const file = wordFile({ body: title + paragraph('Care is good.'), styles })
    const { bytes } = commented(file, 'good')
    assert.match(opened(bytes).xml('word/comments.xml'), /<w:pStyle w:val="Testunsylw"\/>/)
    assert.match(opened(bytes).xml('word/document.xml'), /<w:rStyle w:val="Cyfeirnod"\/>/)
  })
})

describe('a comment in a copy of a Word document, inside other things', () => {
  it('is about words of a field that show its result, and of a link', () => {
    const reference = field('REF a', 'paragraph 14')
    const simple = `<w:fldSimple w:instr=" REF b ">${run('paragraph 15')}</w:fldSimple>`
    const link = `<w:hyperlink w:anchor="c">${run('the annex')}</w:hyperlink>`
    const body = `<w:p>${run('See ')}${reference}${run(', ')}${simple}${run(' and ')}${link}${run('.')}</w:p>`
    assert.deepEqual(about({ body }, '14', '15', 'annex'), ['14', '15', 'annex'])
    assert.deepEqual(about({ body }, 'paragraph 15', 'the annex'), ['paragraph 15', 'the annex'])
    assert.deepEqual(about({ body }, '15 and the'), ['15 and the'])
  })

  it('is about words of a content control, in a line, a paragraph or a cell', () => {
    const line = `<w:p>${run('By ')}${control(run('Ann Brook'))}${run(', lead.')}</w:p>`
    const block = control(paragraph('Care is good.'))
    const inCell = `<w:tbl>${row('Area', 'Grade')}<w:tr>${cell(paragraph('Health'))}${control(cell(paragraph('adequate')))}</w:tr></w:tbl>`
    const body = line + block + inCell
    assert.deepEqual(about({ body }, 'Ann Brook', 'good', 'adequate'), [
      'Ann Brook',
      'good',
      'adequate',
    ])
    assert.deepEqual(about({ body }, 'Brook', 'By Ann'), ['By Ann', 'Brook'])
    const empty = `<w:p>${run('By ')}${control(run('Choose a name.'), '<w:showingPlcHdr/>')}${run(', lead.')}</w:p>`
    assert.deepEqual(about({ body: empty }, '[TBC]'), ['Choose a name.'])
    const emptyBlock = control(paragraph('Choose a name.'), '<w:showingPlcHdr/>')
    assert.deepEqual(about({ body: paragraph('By') + emptyBlock }, '[TBC]'), ['Choose a name.'])
  })

  it('is about words of tables, and of tables in tables', () => {
    const rows = [
      ['Area', 'Grade'],
      ['Care', 'good'],
    ]
    assert.deepEqual(about({ body: table(rows) }, 'good', 'Care'), ['Care', 'good'])
    assert.deepEqual(about({ body: table(rows) }, 'Care | good'), ['Care good'])
    const nested = `<w:tbl><w:tr>${cell(`${table(rows)}<w:p/>`)}</w:tr></w:tbl>`
    assert.deepEqual(about({ body: nested }, 'good', 'Area'), ['Area', 'good'])
  })

  it('is at the paragraph of a text box, and quotes the words', () => {
    for (const box of textBoxes('Care is good.'))
      for (const around of [
        `<w:p><w:r>${box}</w:r></w:p>`,
        `<w:p><w:r><w:t>Before </w:t>${box}<w:t>after</w:t></w:r></w:p>`,
      ]) {
        const file = wordFile({ body: title + around })
        const { seen, bytes } = commented(file, 'good')
        assert.deepEqual(
          seen.map(({ words }) => words),
          ['In the text box here, “good”: This is wrong. Put it right.'],
        )
        const marked = /<w:commentRangeStart[^>]*>.*<w:commentRangeEnd/.exec(
          opened(bytes).xml('word/document.xml'),
        )
        assert.ok(marked)
        assert.ok(marked[0].includes(box))
        assert.doesNotMatch(marked[0], /Before|after/)
      }
  })

  it('is at the reference to a footnote or an endnote, and quotes the words', () => {
    const footnotes = `<w:footnote w:id="2">${paragraph('Care is good.')}</w:footnote>`
    const endnotes = `<w:endnote w:id="2">${paragraph('Health is adequate.')}</w:endnote>`
    const body = `<w:p>${run('All is well.')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' Now.')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`
    const file = wordFile({ body: title + body, footnotes, endnotes })
    const { seen, bytes } = commented(file, 'good', 'adequate')
    assert.deepEqual(
      seen.map(({ words }) => words),
      [
        'In the footnote here, “good”: This is wrong. Put it right.',
        'In the endnote here, “adequate”: This is wrong. Put it right.',
      ],
    )
    const document = opened(bytes).xml('word/document.xml')
    for (const name of ['footnoteReference', 'endnoteReference'])
      assert.match(
        document,
        new RegExp(
          `<w:commentRangeStart w:id="\\d"/><w:r><w:${name} [^>]*></w:r><w:commentRangeEnd`,
        ),
      )
  })

  describe('about highlighting', () => {
    const note = '[Note: highlighted in Word]'
    const yellow = (words: string) => looks(words, '<w:highlight w:val="yellow"/>')
    const spread: Readonly<Record<string, readonly [string, string]>> = {
      'in one run': [yellow('to be checked'), 'to be checked'],
      'with a full stop': [yellow('to be checked. '), 'to be checked.'],
      'over several runs': [
        `${yellow('to ')}${looks('be', '<w:b/><w:highlight w:val="cyan"/>')}${yellow(' checked')}`,
        'to be checked',
      ],
    }
    for (const [name, [highlighted, words]] of Object.entries(spread))
      it(`is on the words that are highlighted, and says so: ${name}`, () => {
        const file = wordFile({
          body: `${title}<w:p>${run('Care is ')}${highlighted}${run(' now.')}</w:p>`,
        })
        assert.deepEqual(commented(file, note).seen, [
          {
            about: words,
            words: 'This is still highlighted. Deal with it, then take the highlighting away.',
          },
        ])
      })
  })
})

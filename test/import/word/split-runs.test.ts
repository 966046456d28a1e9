/** Runs of a Word document, which begin and end anywhere, give whole words; what is among them goes beside a word. */

import assert from 'node:assert/strict'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, run, wordFile } from './word-file'

const comments = ['AB', 'CD']
  .map(
    (who, at) =>
      `<w:comment w:id="${at + 1}" w:author="${who}" w:initials="${who}">${paragraph(at === 0 ? 'Why?' : 'Ask.')}</w:comment>`,
  )
  .join('')
const footnotes = `<w:footnote w:id="1">${paragraph('See it.')}</w:footnote>`
const linesOf = (...runs: readonly string[]) =>
  readWord(wordFile({ body: `<w:p>${runs.join('')}</w:p>`, comments, footnotes }))
    .text.split('\n')
    .filter(Boolean)
const looking = (look: string, text: string) =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const note = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
const mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
const raised = (text: string) => looking('<w:vertAlign w:val="superscript"/>', text)
const bold = (text: string) => looking('<w:b/>', text)
const yellow = (text: string) => looking('<w:highlight w:val="yellow"/>', text)

describe('words in pieces', () => {
  for (const [name, runs, line] of [
    [
      'with marks between',
      [
        run('Gra'),
        '<w:proofErr w:type="spellStart"/>',
        run('de 2 ('),
        '<w:bookmarkStart/>',
        run('good)'),
      ],
      'Grade 2 (good)',
    ],
    ['in tags', ['<w:smartTag>', run('West'), '</w:smartTag>', run('march')], 'Westmarch'],
    [
      'in a control',
      [run('Grade '), '<w:sdt><w:sdtContent>', run('2'), run(' (good)'), '</w:sdtContent></w:sdt>'],
      'Grade 2 (good)',
    ],
    ['inserted', [run('adequ'), `<w:ins w:author="AB">${run('ate')}</w:ins>`], 'adequate'],
    [
      'deleted',
      [
        run('in'),
        '<w:del w:author="AB"><w:r><w:delText>in</w:delText></w:r></w:del>',
        run('adequate'),
      ],
      'inadequate',
    ],
    [
      'a number by hand',
      [run('1'), run('2'), run('.'), '<w:r><w:tab/></w:r>', run('Staff.')],
      '12.\tStaff.',
    ],
    ['raised digits', [run('at home'), raised('1'), raised('0'), run('.')], 'at home¹⁰.'],
    ['raised digits with a space', [run('at home'), raised(' 1'), run('.')], 'at home ¹.'],
    ['two raised numbers', [run('at home'), raised('1,2'), run('.')], 'at home¹,².'],
    [
      'a digit that is moved up',
      [run('at home'), looking('<w:position w:val="6"/>', '1'), run('.')],
      'at home¹.',
    ],
    [
      'text above others',
      ['<w:r><w:ruby><w:rt/><w:rubyBase>', run('Staff'), '</w:rubyBase></w:ruby></w:r>'],
      'Staff',
    ],
  ] as const)
    it(`are whole: ${name}`, () => {
      assert.deepEqual(linesOf(...runs), [line])
    })
})

describe('formatting that begins or ends in a word', () => {
  for (const [name, runs, line] of [
    ['begins', [run('the par'), bold('tners act'), run(' soon')], 'the partners **act** soon'],
    ['ends', [run('all '), bold('staff and child'), run('ren')], 'all **staff and** children'],
    [
      'begins and ends',
      [run('the par'), bold('tners and child'), run('ren')],
      'the partners **and** children',
    ],
    ['is in one', [run('part'), bold('ner'), run('ship')], 'partnership'],
    [
      'is of two kinds',
      [bold('All '), bold('child'), looking('<w:i/>', 'ren'), run(' act')],
      '**All** children act',
    ],
  ] as const)
    it(`is that of the whole words: ${name}`, () => {
      assert.deepEqual(linesOf(...runs), [line])
    })
})

describe('a note', () => {
  const why = '[Note AB: Why?]'
  for (const [name, runs, line] of [
    ['in a word', [run('Good'), note(1), run('ness is here.')], `Goodness ${why} is here.`],
    [
      'in a word of three pieces',
      [run('Go'), note(1), run('od'), run('ness. It')],
      `Goodness ${why}. It`,
    ],
    ['in a number', [run('1'), note(1), run('2 children')], `12 ${why} children`],
    ['before a stop', [run('They act'), note(1), run('. Next')], `They act ${why}. Next`],
    ['after a space', [run('They '), note(1), run('act.')], `They ${why} act.`],
    ['between two spaces', [run('They '), note(1), run(' act.')], `They ${why} act.`],
    ['before a quotation', [run('They say'), note(1), run('‘yes’.')], `They say ${why} ‘yes’.`],
    ['at the beginning', [note(1), run('They act.')], `${why} They act.`],
    ['at the end', [run('They act.'), note(1)], `They act. ${why}`],
    [
      'before another',
      [run('They'), note(1), note(2), run(' act.')],
      `They ${why} [Note CD: Ask.] act.`,
    ],
    ['in bold words', [bold('They '), note(1), bold('act')], `**They ${why} act**`],
    ['in a highlighted word', [yellow('Ma'), run('y it.')], 'May [Note: highlighted in Word] it.'],
  ] as const)
    it(`is after its word, apart from what is around it: ${name}`, () => {
      assert.deepEqual(linesOf(...runs), [line.replace(/ {2}/g, ' ')])
    })

  it('is after the mark of a footnote', () => {
    assert.equal(linesOf(run('They act'), mark, note(1), run('. It'))[0], `They act[^1] ${why}. It`)
  })
})

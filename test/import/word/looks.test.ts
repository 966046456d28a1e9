/** What the look of a text in Word means is kept, or listed: struck out, highlighted, raised, symbols, counted fields. */

import assert from 'node:assert/strict'
import { readWord } from '../../../server/src/import/word/read'
import { definition, inList, level, list, paragraph, run, table, wordFile } from './word-file'

const read = (body: string, more: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) => {
  const { text, changes } = readWord(wordFile({ body, ...more }))
  return {
    lines: text.split('\n').filter(Boolean),
    changes: changes.map(({ message, before, after, decided }) => [
      decided ? message : `? ${message}`,
      before ?? after,
    ]),
  }
}
const looking = (look: string, text: string) =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const style = (type: string, id: string, looks: string) =>
  `<w:style w:type="${type}" w:styleId="${id}">${looks}</w:style>`
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`

describe('text that is struck out', () => {
  const message = '? Left out text that is struck out. Put it back if it belongs to the report.'
  for (const [name, look] of [
    ['by one line', '<w:strike/>'],
    ['by two lines', '<w:dstrike/>'],
    ['by a style', '<w:rStyle w:val="Gone"/>'],
    ['and bold', '<w:b/><w:strike w:val="true"/>'],
  ] as const)
    it(`${name} is left out and listed for somebody to decide`, () => {
      const styles = style('character', 'Gone', '<w:rPr><w:strike/></w:rPr>')
      assert.deepEqual(
        read(p(run('Leaders are '), looking(look, 'good'), run(' adequate.')), { styles }),
        {
          lines: ['Leaders are  adequate.'],
          changes: [[message, 'good']],
        },
      )
    })

  it('over several pieces is one thing to decide, and a whole paragraph leaves nothing', () => {
    const strike = '<w:strike/>'
    assert.deepEqual(
      read(
        p(
          looking(strike, 'Grade 2'),
          looking(`<w:i/>${strike}`, ' (good)'),
          run('Grade 3 (adequate)'),
        ) + p(looking(strike, 'All of this.')),
      ),
      {
        lines: ['Grade 3 (adequate)'],
        changes: [
          [message, 'Grade 2 (good)'],
          [message, 'All of this.'],
        ],
      },
    )
  })

  it('is kept where it is switched off again', () => {
    assert.deepEqual(read(p(looking('<w:strike w:val="0"/>', 'Leaders listen.'))), {
      lines: ['Leaders listen.'],
      changes: [],
    })
  })
})

describe('highlighted text', () => {
  const yellow = '<w:highlight w:val="yellow"/>'
  it('has a note after it, one for neighbouring pieces', () => {
    assert.deepEqual(
      read(
        p(
          run('In '),
          looking(yellow, 'May'),
          run(' '),
          looking(`<w:b/>${yellow}`, '2025'),
          run(' it closed.'),
        ),
      ),
      {
        lines: ['In May **2025** [Note: highlighted in Word] it closed.'],
        changes: [['Put a note after highlighted text.', undefined]],
      },
    )
  })

  for (const words of ['[date]', 'XX', 'TBC', '(figures to follow)', ' '])
    it(`needs none where it is to be filled in anyway: ${JSON.stringify(words)}`, () => {
      assert.deepEqual(
        read(p(run('Visits: '), looking(yellow, words), run(' Records.'))).changes,
        [],
      )
    })

  it('is none where the colour is taken away', () => {
    const { lines } = read(p(looking('<w:highlight w:val="none"/>', 'Leaders listen.')))
    assert.deepEqual(lines, ['Leaders listen.'])
  })
})

describe('raised and lowered text', () => {
  for (const [name, look, before, text, shown] of [
    ['a footnote by hand', 'superscript', 'in 2011', '3', 'in 2011³.'],
    ['a power', 'superscript', 'each m', '2', 'each m².'],
    ['several digits', 'superscript', 'at home', '12', 'at home¹².'],
    ['an ordinal', 'superscript', 'on the 1', 'st', 'on the 1st.'],
    ['a formula', 'subscript', 'less CO', '2', 'less CO₂.'],
    ['neither', 'baseline', 'in 2011', '3', 'in 20113.'],
  ] as const)
    it(`is kept apart from its word: ${name}`, () => {
      const raised = looking(`<w:vertAlign w:val="${look}"/>`, text)
      assert.deepEqual(read(p(run(before), raised, run('.'))), { lines: [shown], changes: [] })
    })

  it('by a style', () => {
    const styles = style('character', 'Mark', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
    const mark = looking('<w:rStyle w:val="Mark"/>', '1')
    assert.deepEqual(read(p(run('home'), mark), { styles }).lines, ['home¹'])
  })
})

describe('a symbol', () => {
  for (const [font, code, shown] of [
    ['Wingdings', 'F0FC', '✓'],
    ['Wingdings', 'F0FB', '✗'],
    ['Wingdings', 'F06F', '☐'],
    ['Wingdings', 'F0FD', '☒'],
    ['Wingdings', 'F0FE', '☑'],
    ['Wingdings', 'F0E0', '→'],
    ['Wingdings 2', 'F050', '✓'],
    ['Wingdings 2', 'F0A3', '☐'],
    ['Webdings', 'F061', '✓'],
    ['Symbol', 'F0B3', '≥'],
    ['Symbol', 'F0A3', '≤'],
    ['Symbol', 'F0A0', '€'],
    ['Symbol', 'F0B0', '°'],
    ['Nobody’s Font', 'F0FC', '•'],
    ['Arial', '2713', '✓'],
  ] as const)
    it(`${code} of ${font} is ${shown}`, () => {
      const symbol = `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
      assert.deepEqual(read(p(run('Visits '), symbol, run(' seen'))).lines, [
        `Visits ${shown} seen`,
      ])
    })

  it('is the same where the text of a run is in such a font', () => {
    for (const text of ['&#xF0FC;', 'ü']) {
      const tick = looking('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', text)
      assert.deepEqual(read(p(run('Met '), tick)).lines, ['Met ✓'])
    }
  })
})

describe('a field whose number is stored nowhere', () => {
  const part = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const field = (code: string) =>
    `${part('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${part('end')}`
  for (const [code, numbers] of [
    ['AUTONUM', ['1.', '2.', '3.']],
    ['AUTONUMLGL', ['1.', '2.', '3.']],
    ['AUTONUMOUT', ['I.', 'II.', 'III.']],
    ['LISTNUM NumberDefault', ['1)', '2)', '3)']],
    ['LISTNUM NumberDefault \\l 2', ['a)', 'b)', 'c)']],
  ] as const)
    it(`has it: ${code}`, () => {
      const body = ['One.', 'Two.', 'Three.'].map(text => p(field(code), run(` ${text}`))).join('')
      assert.deepEqual(
        read(body).lines,
        ['One.', 'Two.', 'Three.'].map((text, at) => `${numbers[at]} ${text}`),
      )
    })

  it('begins where it is told to', () => {
    const body =
      p(field('LISTNUM NumberDefault \\s 7'), run(' Seven.')) +
      p(field('LISTNUM NumberDefault'), run(' Eight.'))
    assert.deepEqual(read(body).lines, ['7) Seven.', '8) Eight.'])
  })

  it('in one piece', () => {
    const simple = '<w:fldSimple w:instr=" AUTONUM "/>'
    assert.deepEqual(read(p(simple, run(' One.')) + p(simple, run(' Two.'))).lines, [
      '1. One.',
      '2. Two.',
    ])
  })
})

describe('what sets text on a page', () => {
  const drop = '<w:framePr w:dropCap="drop" w:lines="3"/>'
  const letter = (text: string, frame = drop) => `<w:p><w:pPr>${frame}</w:pPr>${run(text)}</w:p>`
  const boxed = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('T')}</w:txbxContent></v:textbox></w:pict></w:r>`
  for (const [name, body, line] of [
    ['', letter('T') + paragraph('he council acts.'), 'The council acts.'],
    [
      'in the margin',
      letter('T', drop.replace('"drop"', '"margin"')) + paragraph('he council acts.'),
      'The council acts.',
    ],
    [
      'after a quotation mark',
      letter('‘T') + paragraph('he council acts.’'),
      '‘The council acts.’',
    ],
    ['that are two', letter('Th') + paragraph('e council acts.'), 'The council acts.'],
    ['that is a word', letter('A') + paragraph(' council acts.'), 'A council acts.'],
    [
      'in bold',
      p(`<w:pPr>${drop}</w:pPr>`, looking('<w:b/>', 'T')) + paragraph('he council acts.'),
      'The council acts.',
    ],
    [
      'in a paragraph with a number',
      letter('T') + paragraph('he council acts.', inList(1)),
      '1. The council acts.',
    ],
    [
      'in a heading',
      letter('S') + paragraph('taying safe', '<w:outlineLvl w:val="1"/>'),
      '### Staying safe',
    ],
    ['in a box', p(boxed, run('he council acts.')), 'The council acts.'],
    [
      'that was inserted',
      p(`<w:pPr>${drop}</w:pPr><w:ins>${run('T')}</w:ins>`) + paragraph('he council acts.'),
      'The council acts.',
    ],
    ['of nothing more', letter('T'), 'T'],
  ] as const)
    it(`a large first letter belongs to its word: ${name || 'as Word writes it'}`, () => {
      const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1)
      assert.deepEqual(read(body, { numbering }).lines, [line])
    })

  it('a large first letter belongs to its word in a cell, too', () => {
    const cells = `<w:tc>${letter('T')}${paragraph('he council')}</w:tc><w:tc>${paragraph('Good')}</w:tc>`
    assert.equal(
      read(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>`).lines.at(-1),
      '| The council | Good |',
    )
  })

  it('a table in a table keeps its rows', () => {
    const inner = table([
      ['Staying safe', 'Good'],
      ['Being healthy', 'Adequate'],
    ])
    const outer = `<w:tbl><w:tr><w:tc>${paragraph('Summary')}</w:tc><w:tc>${inner}${paragraph('')}</w:tc></w:tr></w:tbl>`
    assert.deepEqual(read(outer).lines, [
      'Summary',
      '| | |',
      '| --- | --- |',
      '| Staying safe | Good |',
      '| Being healthy | Adequate |',
    ])
  })
})

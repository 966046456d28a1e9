/** Reports with numbered rows on the cover, the overall judgement in a sentence, and sentences for headings. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { changed } from '../reports/samples'
import { rowsOf, sectionsOf } from '../support/describe-report'
import { found, imported, isLeadership, read } from '../support/single-inspection'
import { extracted, leadership, unrepeated } from '../support/single-inspection-texts'

const gradesOf = (text: string) => read(text).judgements.map(({ grade }) => grade?.word)

describe('a report of a single inspection', () => {
  it('is read in its extracted form, with nothing to find', () => {
    const report = read(extracted)
    assert.deepEqual(rowsOf(report), [
      'row Overall effectiveness: good',
      'row Children who need help and protection: requires improvement',
      'row Children looked after and achieving permanence: good',
      'row Adoption performance: requires improvement',
      'row Experiences and progress of care leavers: outstanding',
      'row Leadership, management and governance: good',
    ])
    assert.deepEqual(
      report.numbering.paragraphs.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
    assert.deepEqual(found(extracted), [])
  })

  describe('with its cover copied in another way', () => {
    const rows = [
      ['1. Children who need help and protection', 'Requires improvement to be good'],
      ['2. Children looked after and achieving permanence', 'Good'],
      ['2.1 Adoption performance', 'Requires improvement'],
      ['2.2 Experiences and progress of care leavers', 'Outstanding'],
      ['3. Leadership, management and governance', 'Good'],
    ]
    const forms: Readonly<Record<string, readonly string[]>> = {
      'rows with one space before the grade': rows.map(row => row.join(' ')),
      'cells on lines of their own': rows.flat(),
      'cells as paragraphs': rows.flat().flatMap(cell => [cell, '']),
      'all names before all grades': [
        ...rows.map(([name = '']) => name),
        ...rows.map(([, grade = '']) => grade),
      ].flatMap(cell => [cell, '']),
      'printed numbers in a column of their own': rows.flatMap(([name = '', grade = '']) => {
        const [number = '', first = '', rest = ''] =
          /^(\S+) (.{1,40}(?=\s)|.+)(.*)$/.exec(name)?.slice(1) ?? []
        return [`${number.padEnd(8)}${first.padEnd(50)}${grade}`, rest && `        ${rest.trim()}`]
      }),
      'cells behind tabs': rows.map(row => row.join('\t').replace(' ', '\t')),
      'printed numbers without a space behind': rows.map(row =>
        row.join('    ').replace(/^(\d\.\d?) /, '$1'),
      ),
      'printed numbers with brackets': rows.map(row =>
        row.join('    ').replace(/^([.\d]+?)\.? /, '$1) '),
      ),
      'printed numbers on lines of their own': rows.flatMap(row =>
        row.join('     ').replace(' ', '\n\n').split('\n'),
      ),
    }
    const start = extracted.search(/ +Requires improvement to\n {4}1\./)
    const end = extracted.indexOf('1\n  Ofsted produces')
    for (const [form, lines] of Object.entries(forms)) {
      const text = `${extracted.slice(0, start)}${lines.join('\n')}\n\n\n${extracted.slice(end)}`

      it(`as ${form} it is read alike`, () => {
        assert.deepEqual(gradesOf(text), gradesOf(extracted))
        assert.deepEqual(rowsOf(read(text)), rowsOf(read(extracted)))
        assert.deepEqual(found(tidy(text).text), [])
        assert.deepEqual(found(text), [])
      })
    }
  })

  it('may have lost the printed numbers of its rows, and have a grade wrapped around the first', () => {
    const start = extracted.search(/ +Requires improvement to\n {4}1\./)
    const end = extracted.indexOf('1\n  Ofsted produces')
    const grades = ' '.repeat(60)
    const rows = `${grades}Requires improvement to
Children who need help and protection
${grades}be good

Children looked after and achieving
${grades}Good
    permanence

        2.1 Adoption performance                            Requires improvement

        2.2 Experiences and progress of care leavers        Outstanding

Leadership, management and governance                       Good


`
    const text = extracted.slice(0, start) + rows + extracted.slice(end)
    assert.deepEqual(gradesOf(text), gradesOf(extracted))
    assert.deepEqual(found(text), [])
  })

  it('may have a misspelt row at either end of its table', () => {
    const start = extracted.search(/ +Requires improvement to\n {4}1\./)
    const end = extracted.indexOf('    2. Children looked after')
    const first = `${extracted.slice(0, start)}    1. Children in ned of help and protecion   Good\n\n`
    const last = changed(
      extracted,
      'Leadership, management and governance  ',
      'Leadership management and govenance  ',
    )
    for (const [text, label] of [
      [first + extracted.slice(end), 'Children in ned'],
      [last, 'Leadership management and govenance'],
    ] as const) {
      const entry = read(text).summary?.entries.find(each => each.label.text.startsWith(label))
      assert.ok(entry?.grade?.grade !== undefined, label)
      assert.ok(!found(text).some(each => each.startsWith('missing-row')), label)
    }
  })

  it('may have one space before the page numbers of its contents', () => {
    const start = extracted.indexOf('\fContents')
    const end = extracted.indexOf('\fThe local authority')
    const contents = extracted.slice(start, end).replace(/ {2,}(?=\d+$)/gm, ' ')
    const text = `${extracted.slice(0, start)}${contents}${extracted.slice(end)}`
    assert.equal(read(text).contents?.entries.length, 5)
    assert.deepEqual(found(text), [])
    const draft = tidy(text).text
    assert.match(draft, /\n\| The experiences [^|\n]* help and protection \| 4 \|\n/)
    assert.deepEqual(found(draft), [])
  })

  it('has sentences that stand for headings', () => {
    const graded = sectionsOf(read(extracted)).filter(line => line.includes('graded judgement'))
    assert.deepEqual(graded, [
      '> The graded judgement for adoption performance | requires improvement (suffix)',
      '> The graded judgement about the experience and progress of care leavers | outstanding (suffix)',
    ])
  })

  it('may have sentences in other words than are known', () => {
    const sentence =
      'The graded judgement for adoption performance is that it requires\nimprovement\n'
    for (const other of [
      'The graded judgement on adoption services is that they require\nimprovement.\n',
      'The judgement for the performance of adoption is requires improvement\n',
    ])
      assert.deepEqual(found(changed(extracted, sentence, other)), [])
    const none = 'The judgement of the panel for adoption was heard.\n'
    assert.deepEqual(found(changed(extracted, sentence, none)), [
      'missing-section: The local authority',
    ])
  })

  it('has the sentences compared with the rows', () => {
    const text = changed(extracted, 'is outstanding', 'is good', 'The graded judgement about')
    assert.deepEqual(found(text), ['mismatched-grade: Outstanding'])
  })

  it('is read where the boxes in the text come soon after the table of the cover', () => {
    const lead = extracted.slice(0, extracted.indexOf('Board1'))
    const short = `${lead}Board
Inspection date: 12/09/2016 to 06/10/2016
Report published: 25/11/2016

Children’s services in Westmarch are good.

1. Children who need help and protection   Requires improvement
2. Children looked after and achieving permanence   Good
2.1 Adoption performance   Good
2.2 Experiences and progress of care leavers   Outstanding
3. Leadership, management and governance   Good

Recommendations

1. Do more.

The experiences and progress of children who need help and protection

Key judgement   Judgement grade
The experiences and progress of children who need help and protection   Requires improvement
`
    assert.deepEqual(gradesOf(short), [
      'requires improvement',
      'good',
      'good',
      'outstanding',
      'good',
      'good',
    ])
  })

  it('must have each of its judgements, and is found without', () => {
    const lost = (...words: readonly [string, string]) => found(changed(extracted, ...words))
    assert.deepEqual(lost(leadership, ''), ['missing-section: The local authority'])
    const sentence =
      'The graded judgement for adoption performance is that it requires\nimprovement\n'
    assert.deepEqual(lost(sentence, ''), ['missing-section: The local authority'])
    const recommendations = 'Recommendations\n\n1.'
    assert.deepEqual(lost(recommendations, '1.'), ['missing-section: The local authority'])
  })

  it('warns of a missing judgement, and only mentions any other missing section', () => {
    const severities = (words: string, instead = '') =>
      checkReport(read(changed(extracted, words, instead))).map(({ severity }) => severity)
    assert.deepEqual(severities(leadership), ['warning'])
    assert.deepEqual(severities('Recommendations\n\n1.', '1.'), ['information'])
  })

  it('must have its judgements in their order, and the rest in any', () => {
    const about =
      /Information about this local authority area2\n\n.*\n\n/.exec(extracted)?.[0] ?? ''
    const later = changed(extracted, about, '')
    const behind = changed(later, 'Summary for children', `${about}Summary for children`)
    assert.deepEqual(found(behind), [])
    const adoption = /The graded judgement for[\s\S]*too long\.\n\n/.exec(extracted)?.[0] ?? ''
    const without = changed(extracted, adoption, '').replace(/^7\./m, '6.').replace(/^8\./m, '7.')
    const last = changed(
      without,
      'Information about this inspection',
      `${adoption.replace('6.', '8.')}Information about this inspection`,
      'Leaders know',
    )
    assert.deepEqual(found(last), [
      'misplaced-section: The graded judgement for adoption performance',
    ])
  })

  it('has the titles of judgements over recommendations too', () => {
    const ids = read(extracted).sections.filter(isLeadership)
    assert.deepEqual(
      ids.map(({ grade }) => grade?.grade?.word),
      ['good'],
    )
  })

  it('is found without the sentence that states the overall judgement', () => {
    const sentence = 'Children’s services in Westmarch are good.'
    const messages = checkReport(read(changed(extracted, sentence, ''))).map(each => each.message)
    assert.deepEqual(messages, [
      'The cover does not state "Overall effectiveness". Write a sentence above the table of judgements: "Children\'s services in Westmarch County Council are [grade]".',
    ])
    for (const other of [
      'The overall judgement is good',
      'The overall judgement is that children’s services in Westmarch are good',
    ]) {
      assert.equal(gradesOf(changed(extracted, sentence, other)).at(-1), 'good')
      assert.deepEqual(found(changed(extracted, sentence, other.replace('good', 'outstanding'))), [
        'mismatched-grade: outstanding',
      ])
    }
    const other = 'We judge services for children in Westmarch to be good overall.'
    assert.deepEqual(found(changed(extracted, sentence, other)), [])
  })

  it('states its judgements again in the words below the subheading "Summary"', () => {
    for (const opening of [
      'The experiences and progress of children who need help and protection are good.',
      'Services to children in need of help and protection in Westmarch are good.',
    ]) {
      const text = changed(extracted, 'Families find help close to home.', opening)
      assert.deepEqual(found(text), ['mismatched-opening: good'])
    }
  })

  it('has the sentence on its cover compared with the same sentence in its text', () => {
    const [cover, summary] = ['Westmarch are good.', 'Westmarch are good and improving']
    const text = changed(extracted, cover, 'Westmarch are outstanding.')
    assert.deepEqual(found(text), ['mismatched-grade: outstanding'])
    const [finding] = checkReport(read(text))
    const fixed = (finding?.fixes?.() ?? []).map(({ edits }) => applyEdits(text, edits))
    assert.deepEqual(
      fixed.map(each => [each.includes(cover), each.includes('outstanding and improving')]),
      [
        [true, false],
        [false, true],
      ],
    )
    // Good at something is not a judgement.
    assert.deepEqual(found(changed(text, summary, 'Westmarch are good at listening')), [])
  })

  it('may have paragraph numbers without a full stop', () => {
    const numbersOf = (text: string) => read(text).numbering.paragraphs.map(({ number }) => number)
    for (const gap of [' ', '   ', '\t']) {
      const text = extracted
        .replace(/^(\d+)\. +(?=\p{Lu})/gmu, `$1${gap}`)
        .replace('7', 'What is done well\n7')
        .replace(
          'find help close to home',
          'find help close to home, all but 12\n12 Westmarch ones',
        )
      for (const each of [text, imported(text)]) {
        assert.deepEqual(numbersOf(each), [1, 2, 3, 4, 5, 6, 7, 8])
        assert.deepEqual(found(each), [])
      }
    }
  })

  it('reports a grade on no scale in the sentence on its cover', () => {
    for (const word of ['satisfactory', 'adequate', 'require improvment']) {
      const text = changed(unrepeated, 'are good.', `are ${word}.`)
      assert.deepEqual(found(text), [`unknown-grade: ${word}`])
      assert.deepEqual(found(imported(text)), [`unknown-grade: ${word}`])
    }
    // Any other word is not one.
    const text = changed(unrepeated, 'are good.', 'are changing.')
    assert.ok(!found(text).some(each => each.startsWith('unknown-grade')))
  })

  it('reports a slip in a sentence that stands for a heading', () => {
    const text = changed(extracted, 'requires\nimprovement', 'requires improvment')
    assert.deepEqual(found(text), ['unknown-grade: requires improvment'])
  })

  it('is inadequate where a key judgement is, and only there', () => {
    const worse = changed(unrepeated, 'are good.', 'are inadequate.')
    assert.deepEqual(found(worse), ['breached-limit: inadequate'])
    const box = changed(unrepeated, leadership, leadership.replace('Good', 'Inadequate'))
    const row = changed(box, 'Good', 'Inadequate', '1.      Leadership')
    assert.deepEqual(found(row), ['breached-limit: good'])
    assert.deepEqual(found(changed(row, 'are good.', 'are inadequate.')), [])
  })

  it('is of the edition of its first day', () => {
    assert.equal(read(extracted).type.edition, 'from 2015')
    const before = changed(extracted, '12/09/2016 to 06/10/2016', '3 June – 25 June 2014')
    assert.equal(read(before).type.edition, '2013 to 2014')
  })

  it('may state its overall judgement in other words', () => {
    const sentences: readonly (readonly [string, string | undefined])[] = [
      ['The overall judgement is that children’s services are\ninadequate', 'inadequate'],
      [
        'The overall judgement is that children’s services require improvement',
        'requires improvement',
      ],
      [
        'Children’s services in the Royal Borough of\nWestmarch require improvement to be good',
        'requires improvement',
      ],
      ['Children’s services in Westmarch have changed', undefined],
      ['Children’s services in Westmarch are no longer inadequate', undefined],
    ]
    for (const [sentence, grade] of sentences) {
      const text = changed(unrepeated, 'Children’s services in Westmarch are good.', sentence)
      const overall = read(text).judgements.find(({ title }) => title === 'Overall effectiveness')
      assert.equal(overall?.grade?.word, grade, sentence)
    }
  })

  it('has its grades changed in place', () => {
    const text = changed(extracted, 'is outstanding', 'is good', 'The graded judgement about')
    const [finding] = checkReport(read(text))
    const fixes = (finding?.fixes?.() ?? []).map(({ edits }) => gradesOf(applyEdits(text, edits)))
    assert.deepEqual(
      fixes.map(grades => grades[3]),
      ['good', 'outstanding'],
    )
  })

  it('may be a re-inspection', () => {
    const text = changed(extracted, 'Inspection of services', 'Re-inspection of services')
    assert.deepEqual(found(text), [])
  })

  it('is not another report that the words are in', () => {
    const letter = 'Dear Ms Thripp\n\nInspection of services for children\n\nThank you.\n'
    assert.equal(parseReport(letter), undefined)
  })
})

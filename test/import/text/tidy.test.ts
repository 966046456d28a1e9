/** Turning pasted and extracted text into a draft, one kind of damage at a time. */

import assert from 'node:assert/strict'
import { type Tidied, tidy } from '../../../server/src/import/text/tidy'
import { clean, sample } from '../../reports/samples'

/** The sample in the recommended form, as a draft. */
const draft = clean.replace('\nWestmarch\n', '\nWestmarch\n\nStatus: draft\n')

function shown({ changes }: Tidied, isDecided = true): readonly string[] {
  return changes
    .filter(({ decided, kind }) => decided === isDecided && kind !== 'status')
    .map(({ line, kind, message }) => `${line + 1} ${kind}: ${message}`)
}

/** Damages the draft at one place and checks that tidying puts it right. */
function repairs(right: string | RegExp, damaged: string): readonly string[] {
  const text = draft.replace(right, damaged)
  assert.notEqual(text, draft, 'the sample has no such text')
  const tidied = tidy(text)
  assert.equal(tidied.text, draft)
  return shown(tidied)
}

/** The part of a draft's text from one line on. */
const from = (text: string, start: string) => text.slice(text.indexOf(start))

describe('tidying a report', () => {
  it('marks a clean report as a draft and changes nothing else', () => {
    const tidied = tidy(clean)
    assert.equal(tidied.text, draft)
    assert.deepEqual(shown(tidied), [])
    assert.deepEqual(shown(tidied, false), [])
  })

  it('leaves a draft in the recommended form as it is', () => {
    const { text, changes } = tidy(draft)
    assert.equal(text, draft)
    assert.deepEqual(changes, [])
  })

  it('gives the clean report for the extracted one, but for the names of columns', () => {
    const tidied = tidy(sample('westmarch-extracted.txt'))
    const expected = draft
      .replaceAll('| Grade | Meaning |', '| | |')
      .replaceAll('| Judgement | Grade |', '| | |')
    assert.equal(tidied.text, expected)
  })

  it('takes title, authority and fields apart', () => {
    const found = repairs(
      /# Inspection of [\s\S]*?Published: 21 October 2011/,
      'Inspection of safeguarding and looked after children services Westmarch\n\nStatus: draft\n\n' +
        'Inspection dates:5–16 September 2011Reporting inspectorEleanor Thripp HMI\n\n' +
        'Age group:AllPublished:21 October 2011',
    )
    assert.deepEqual(found, [
      '1 title: Put the name of the authority on a line of its own.',
      '5 field: Put a cover field on a line of its own.',
      '7 field: Put a cover field on a line of its own.',
    ])
  })

  /** The contents as extraction leaves them, with tabs for borders. */
  const tabbed = draft
    .replace(/\| \|\n\| --- \| --- \|\n((?:\|.*\n)+)/, (_, rows: string) =>
      rows.replace(/^\| (.*) \| (\d+) \|$/gm, '$1\t$2'),
    )
    .replace('## Contents\n\n| ', 'Contents\n\n')

  it('takes entries of the contents apart, with their page numbers', () => {
    const { text } = tidy(
      tabbed.replace(
        'Safeguarding services\t4\nOverall effectiveness\t4\n',
        'Safeguarding services Overall effectiveness\t4 4\n',
      ),
    )
    assert.equal(text, draft)
  })

  it('keeps page numbers together that cannot be given to entries', () => {
    const tidied = tidy(
      tabbed.replace('Being healthy\t8\nStaying safe\t9\n', 'Being healthy Staying safe\t8\n'),
    )
    assert.match(tidied.text, /\| Being healthy \| \|\n\| Staying safe \| 8 \|\n/)
    assert.match(shown(tidied, false)[0] ?? '', /contents: 2 entries of the contents share 1 page/)
  })

  it('puts a grade after a heading on its own line', () => {
    const found = repairs(
      '#### Being healthy\n\nGrade 1 (outstanding)',
      'Being healthy**Grade 1 (outstanding)**',
    )
    assert.match(found[0] ?? '', /grade: Put the grade after a heading on a line of its own/)
  })

  it('puts a grade back that was left in the running text', () => {
    const found = repairs(
      /(### Partnership working\n\n)(Grade 2 \(good\)\n\n)(36\. .*\n\n)/,
      '$1$3$2',
    )
    assert.match(
      found[0] ?? '',
      /grade: Put the grade back under its heading, "Partnership working"/,
    )
  })

  it('puts a missing paragraph number back', () => {
    const found = repairs('45. Two specialist', 'Two specialist')
    assert.match(found[0] ?? '', /Put back the missing paragraph number 45/)
  })

  it('puts a number inside a paragraph before it', () => {
    const found = repairs('45. Two specialist nurses', 'Two specialist 45. nurses')
    assert.match(found[0] ?? '', /Moved the number 45 from inside the paragraph to its start/)
  })

  it('joins a number alone on its line with its text', () => {
    repairs('45. Two specialist nurses', '45.\n\nTwo specialist nurses')
  })

  it('joins paragraphs that a page break has split', () => {
    repairs('hold clinics where young people are', 'hold clinics where\n\n12\n\nyoung people are')
  })

  it('puts the end of a paragraph back that is after the next one', () => {
    const found = repairs(/(45\. .*?) (on Thursdays,.*\n)\n(46\. .*\n)/, '$1\n\n$3\n$2')
    assert.match(found.join(), /Put the end of a paragraph, which came after another one, back/)
  })

  it('joins an unnumbered rest of a numbered paragraph with it', () => {
    repairs(' Young people helped to paint it.', '\n\nYoung people helped to paint it.')
  })

  it('gives the first recommendation its lost mark', () => {
    repairs('- make sure that a manager', 'Make sure that a manager'.replace('M', 'm'))
  })

  it('puts labels of the table together', () => {
    repairs(
      /\| Judgement \| Grade \|[\s\S]*$/,
      from(draft, '| Judgement | Grade |').replace(
        '| Making a positive contribution, including user engagement | Outstanding |',
        '| Making a positive contribution, | |\n| including user engagement | Outstanding |',
      ),
    )
  })

  it('lists what it does not decide', () => {
    const found = shown(tidy(draft.replace('\n45. Two', '\n44. Two')), false)
    assert.match(
      found.join(),
      /paragraph-number: Two paragraphs are numbered 44. Nothing was changed/,
    )
  })

  it('lists misread letters and lost hyphens with a suggestion', () => {
    const text = draft
      .replace('58. The quality', '58. The guality')
      .replace('an up-to-date health', 'an upto-date multi- agency health')
    const tidied = tidy(text)
    assert.equal(tidied.text, text)
    assert.deepEqual(
      tidied.changes.map(({ before, after, decided }) => [before, after, decided]),
      [
        ['multi- agency', 'multi-agency', false],
        ['guality', 'quality', false],
      ],
    )
  })

  it('suggests words that exist, and none for a word that is right', () => {
    const suggested = (sentence: string) =>
      tidy(draft.replace('58. The quality', `58. ${sentence} The quality`))
        .changes.filter(({ kind }) => kind === 'misread-word' || kind === 'lost-hyphen')
        .map(({ after }) => after)
    assert.deepEqual(suggested('The oncall and colocation rotas are kept.'), [
      'on-call',
      'co-location',
    ])
    assert.deepEqual(suggested('Guardianship and quardianship orders are made.'), ['guardianship'])
    assert.deepEqual(
      suggested('Few complain: one shortcoming is a complaint-handling coming late.'),
      [],
    )
    assert.deepEqual(suggested('The ongoing work is on-going, and on-going work is reviewed.'), [])
    for (const right of ['online work', 'coordinated help', 'highlights', 'onset'])
      assert.deepEqual(suggested(`The ${right} is well-known. We work on it in high hopes.`), [])
  })

  it('suggests the hyphen that a word of the text nearly always has', () => {
    const suggested = (sentence: string) =>
      tidy(draft.replace('58. The quality', `58. ${sentence} The quality`))
        .changes.filter(({ kind }) => kind === 'lost-hyphen')
        .map(({ after }) => after)
    const often = 'Sub-groups, sub-groups, sub-groups and sub-groups meet.'
    assert.deepEqual(suggested(`${often} Most subgroups are new.`), ['sub-groups'])
    assert.deepEqual(suggested(`${often} Most subgroups and subgroups are new.`), [])
  })
})

describe('tidying text of no known type', () => {
  const tidied = (text: string) => tidy(text, { isPart: true }).text

  it('joins wrapped lines and leaves headings alone', () => {
    assert.equal(
      tidied(
        [
          'What we saw',
          '',
          'The harbour office keeps a book of every ship that came in last year and of all',
          'the people who came with it. It is kept by hand, and inspectors found it to be a',
          'record of real use to the police and the harbour company, who read it each week.',
          'What we heard',
          'Young people told us that they like the harbour office and the people who work',
          'in it. They do not like the smell.',
        ].join('\n'),
      ),
      [
        'What we saw',
        '',
        'The harbour office keeps a book of every ship that came in last year and of all the people who came with it. It is kept by hand, and inspectors found it to be a record of real use to the police and the harbour company, who read it each week.',
        '',
        'What we heard',
        '',
        'Young people told us that they like the harbour office and the people who work in it. They do not like the smell.',
        '',
      ].join('\n'),
    )
  })

  it('writes bullets of all kinds as dashes, with their wrapped lines', () => {
    assert.equal(
      tidied('◼ The pace of\n  planning.\n\uf0b7 The use of plans.\n• Records.\n'),
      '- The pace of planning.\n- The use of plans.\n- Records.\n',
    )
  })

  for (const [word, rest, why] of [
    ['well-', 'kept', 'the text has “well-being”'],
    ['up-to-', 'date', 'it has a hyphen of its own'],
    ['16-', 'year-olds', 'it begins with a number'],
    ['post-', '16', 'it ends in a number'],
    ['mid-', 'May', 'a name begins after it'],
    ['tide-', 'based', 'the text has “ship-based”'],
    ['harbour-', 'people', 'the text has both words'],
  ] as const)
    it(`keeps the hyphen of ${word}${rest} without asking, since ${why}`, () => {
      const { text, changes } = tidy(
        `The well-being of the harbour is in the ship-based care of people who each keep a book of the ${word}\n${rest} ships and boats that people bring in and out.\n`,
        { isPart: true },
      )
      assert.match(text, new RegExp(`the ${word}${rest} ships`))
      assert.deepEqual(
        changes.filter(({ decided }) => !decided),
        [],
      )
    })

  it('keeps a hyphen at a line end that is known, and lists one that is not', () => {
    const { text, changes } = tidy(
      'A multi-agency team meets on each Tuesday. The harbour office and the multi-\n' +
        'agency team share a room in which they also keep the books of the well-\n' +
        'kept harbour, and short-\nand long-term plans are there as well.\n',
      { isPart: true },
    )
    assert.match(text, /the multi-agency team share .* well-kept harbour, and short- and long-term/)
    assert.deepEqual(
      changes
        .filter(({ kind }) => kind === 'joined-word')
        .map(({ after, decided }) => [after, decided]),
      [
        ['multi-agency', true],
        ['well-kept', false],
      ],
    )
  })

  it('writes tables set by tabs as tables', () => {
    assert.equal(
      tidied('Ships\t12\nBoats\t40\n'),
      '| | |\n| --- | --- |\n| Ships | 12 |\n| Boats | 40 |\n',
    )
  })

  it('does not mark it as a draft of a report', () => {
    const { text, isReport, changes } = tidy('A text.\n')
    assert.deepEqual([text, isReport, changes], ['A text.\n', false, []])
    const marked = '---\nstatus: draft\n---\n\nA text.\n'
    assert.equal(tidy(marked).text, marked)
  })
})

describe('tidying marks that are apart from their texts', () => {
  const tidied = (lines: readonly string[]) => tidy(lines.join('\n'), { isPart: true })
  const filler = [
    'The harbour office keeps a book of every ship that came in last year and of all',
    'the people who came with it. It is kept by hand, and inspectors found it to be a',
    'record of real use to the police and the harbour company, who read it each week.',
    '',
  ]

  it('puts letters and numbers back, the number after the items that it interrupted', () => {
    const { text } = tidied([
      ...filler,
      '1.',
      '',
      'Strengths:',
      '(a)',
      '(b)',
      '',
      '2.',
      '',
      'Ships are met by a person who knows them and who speaks the language of the',
      'crew.',
      'Books are kept.',
      '',
      'There are also some weaknesses.',
    ])
    assert.equal(
      text.split('\n').slice(2).join('\n'),
      '1. Strengths:\n\n' +
        '(a) Ships are met by a person who knows them and who speaks the language of the crew.\n' +
        '(b) Books are kept.\n\n2. There are also some weaknesses.\n',
    )
  })

  it('keeps a text whole that cannot be divided, and says so', () => {
    const { text, changes } = tidied([...filler, '•', '•', '', 'Ships, boats and rafts.'])
    assert.match(text, /\n\n- Ships, boats and rafts\.\n$/)
    assert.match(
      changes.find(({ decided }) => !decided)?.message ?? '',
      /There are 2 bullets or letters for this text/,
    )
  })
})

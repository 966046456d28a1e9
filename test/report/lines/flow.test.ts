import assert from 'node:assert/strict'
import { contradictions } from '../../../server/src/report/grades/grade-sentences'
import { statedOutcome } from '../../../server/src/report/grades/outcomes'
import { statedGrades } from '../../../server/src/report/grades/stated-grades'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { foreignSentences } from '../../../server/src/report/sections/standard-sentences'
import { compileType } from '../../../server/src/types/compile'

const type = compileType({
  id: 'visit',
  name: 'Visit',
  recognise: { titles: ['Report of a visit'] },
  numbering: 'continuous',
  scale: {
    line: 'Grade: {word}',
    grades: [{ word: 'good' }, { word: 'poor' }, { word: 'requires improvement' }],
  },
  sections: [
    { id: 'home', title: 'The home', grade: 'line' },
    { id: 'school', title: 'The school', kind: 'recommendations' },
    { id: 'care', title: 'The care', kind: 'recommendations' },
  ],
  standardSentences: [
    { section: 'school', words: 'to improve the teaching of pupils' },
    { section: 'care', words: 'to improve the health of children' },
  ],
})

/** What may be between two words of a sentence. */
const gaps: Readonly<Record<string, string>> = {
  'a space': ' ',
  'two spaces': '  ',
  'a no-break space': '\u00a0',
  'the end of a line': '\n',
  'the end of a line with a space': ' \n',
  'the end of a line of an old Mac': '\r',
  'the end of a line on Windows': '\r\n',
  'an indented line': '\n    ',
  'a note': ' [Note AB: check evidence 12] ',
  'a note over two lines': ' [Note AB: check\nevidence] ',
  'a note at the end of a line': ' [Note: check]\n',
  'a comment': ' <!-- the draft of May --> ',
  'a line break of HTML': '<br>',
  'the end of a page': '\n\f',
  'a page number': '\n\n4\n\n\f',
  'a header and a footer': '\n\nPage 4 of 9\n\n\f',
}

const report = (home: string, school = 'They ought to act.') => `# Report of a visit

## The home

Grade: good

1. ${home}

2. The children are well cared for and go to school.

## The school

3. ${school}
`

function read(text: string, of = type): Report {
  return parseReport(text, { type: of }) as Report
}

/** Asserts what is found with each gap in the place of each `|`, and that it leads to the draft. */
function checkGaps(
  marked: string,
  found: (report: Report) => readonly unknown[],
  text: (words: string) => string = report,
  of = type,
): void {
  const pieces = marked.split('|')
  const expected = found(read(text(pieces.join(' ')), of))
  assert.notDeepEqual(expected, [])
  for (let at = 1; at < pieces.length; at++)
    for (const [name, gap] of Object.entries(gaps)) {
      const words = [pieces.slice(0, at).join(' '), pieces.slice(at).join(' ')].join(gap)
      assert.deepEqual(found(read(text(words), of)), expected, `${name}: ${JSON.stringify(words)}`)
    }
}

describe('running text', () => {
  it('is read over each kind of gap for dates', () =>
    checkGaps('The visit was on Tuesday 31|June 2011, not on 4 May|2011 as planned.', ({ dates }) =>
      dates.map(({ day, month, year, weekday }) => [day, month, year, weekday]),
    ))

  it('is read over each kind of gap for references', () =>
    checkGaps('The staff (see paragraph|9 and 2) and their manager are kind.', each =>
      each.references.map(({ number, leads }) => [number, leads]),
    ))

  it('is read over each kind of gap for placeholders', () =>
    checkGaps('They have a plan [date|to|follow] and know it.', ({ placeholders }) =>
      placeholders.map(({ start }) => start > 0),
    ))

  it('is read over each kind of gap for opening sentences', () =>
    checkGaps('The home|requires|improvement. The staff are kind.', ({ sections }) =>
      sections.map(({ opening }) => [opening?.statement?.grade.word, opening?.statement?.plain]),
    ))

  it('is read over each kind of gap for later sentences', () =>
    checkGaps('The home is good. They go out. The|home|is|poor.', each =>
      contradictions(each).map(({ grade, sentence }) => [grade.word, sentence.grade.word]),
    ))

  it('is read over each kind of gap for standard sentences', () =>
    checkGaps(
      'They ought to improve the|health of|children.',
      each => foreignSentences(each).map(({ home, right }) => [home.id, right]),
      words => report('All is well.', words),
    ))

  it('is read over each kind of gap for outcomes', () => {
    const letter = compileType({
      id: 'letter',
      name: 'Letter',
      recognise: { titles: ['Report of a visit'] },
      letter: true,
      sections: [{ id: 'home', title: 'The home' }],
      outcomes: {
        section: 'home',
        of: [
          { id: 'none', words: ['there are no serious failings'] },
          { id: 'some', words: ['serious failings'] },
        ],
      },
    })
    checkGaps(
      'We saw that there|are|no|serious|failings at all.',
      each => [statedOutcome(each)?.outcome.id],
      report,
      letter,
    )
  })

  it('is read over each kind of gap for grades in letters', () => {
    const letter = compileType({
      id: 'letter',
      name: 'Letter',
      recognise: { titles: ['Report of a visit'] },
      letter: true,
      others: { grades: ['good', 'inadequate'] },
      sections: [{ id: 'home', title: 'The home' }],
    })
    checkGaps(
      'The overall|judgement|is|that|it is|good, we say.',
      each => statedGrades(each).map(({ text }) => text),
      report,
      letter,
    )
  })

  it('has no marks of emphasis, and leads back to the words between them', () => {
    const text = report(
      'The home **is good**. On _31 June 2011_ all were __well__, see *paragraph* **9**.',
    )
    const { flow, sections, dates, references } = read(text)
    assert.ok(
      flow.text.includes('The home is good. On 31 June 2011 all were well, see paragraph 9.'),
    )
    assert.equal(sections[0]?.opening?.statement?.word.text, 'good')
    const [date] = dates
    assert.equal(text.slice(date?.span.start, date?.span.end), '31 June 2011')
    const [reference] = references
    assert.equal(text.slice(reference?.digits.start, reference?.digits.end), '9')
  })

  it('joins a word that is broken at the end of a line, but not two parts that share another', () => {
    const { flow } = read(
      report('The multi-\nagency plan has short-\nand long-\nterm aims, 20-\n30 in all.'),
    )
    assert.ok(
      flow.text.includes('The multi-agency plan has short- and long-term aims, 20- 30 in all.'),
      flow.text,
    )
  })

  it('goes on after a page in a report without paragraph numbers', () => {
    const plain = compileType({
      id: 'plain',
      name: 'Plain',
      recognise: { titles: ['Report of a visit'] },
      sections: [{ id: 'home', title: 'The home' }],
    })
    const text =
      '# Report of a visit\n\n## The home\n\nThe staff know the children well and\n\n4\n\n\fcare for them. All is well.\n'
    const { flow } = parseReport(text, { type: plain }) as Report
    assert.ok(flow.text.includes('know the children well and care for them.'), flow.text)
  })

  it('has a title that is directly above its text on a line by itself', () => {
    const filled = (title: string, below: string) =>
      read(
        report(
          `${title}\n${below} is good. All who come here say so, and it has\nbeen so for years.`,
        ),
      )
    for (const title of ['Executive summary', 'What they do well', 'Summary'])
      assert.equal(
        filled(title, 'The home').sections[0]?.opening?.statement?.grade.word,
        'good',
        title,
      )
    for (const [line, below] of [
      ['Summary of the', 'Home'],
      ['They came.', 'The home'],
      ['Life in the', 'home'],
    ] as const)
      assert.ok(filled(line, below).flow.text.includes(`${line} ${below}`), line)
  })
})

import assert from 'node:assert/strict'
import { completionInNonReport } from '../../../server/src/features/complete/completion'
import { snippetText } from '../../../server/src/features/data/snippet-text'
import { parseReport } from '../../../server/src/report/parse'
import { builtInCatalogue, builtInTypes } from '../../../server/src/types/built-in'
import { latestTypes } from '../../../server/src/types/catalogue'
import { checkCompleted, checkCompletion, completionsAt } from '../../support/check-features'

const cover = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011
`

const start = `${cover}
## About this inspection

1. Inspectors met the council.

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

2. The overall effectiveness of services in Westmarch is good.
`

const grades = [
  'Grade 1 (outstanding)',
  'Grade 2 (good)',
  'Grade 3 (adequate)',
  'Grade 4 (inadequate)',
]

describe('completion of sections', () => {
  it('offers all on an empty line, those that are missing here first', () => {
    const items = completionsAt(`${start}
<|>
## Services for looked after children
`)
    const sections = items.filter(({ kind }) => kind === 'section' || kind === 'summary')
    assert.equal(sections.length, 31)
    assert.deepEqual(
      sections.slice(0, 3).map(({ label }) => label),
      [
        'Capacity for improvement',
        'Areas for improvement',
        'Safeguarding outcomes for children and young people',
      ],
    )
    const states = sections.map(({ detail }) => detail.split(' · ')[0])
    assert.deepEqual([...new Set(states)], ['missing', 'already there', 'may be left out'])
    const parts = sections.map(({ label, detail }) => detail.split(' · ')[1] ?? label)
    const missing = parts.slice(0, states.lastIndexOf('missing') + 1)
    const here = missing.filter(part => part === 'Safeguarding services').length
    assert.ok(here > 5)
    assert.ok(missing.slice(0, here).every(part => part === 'Safeguarding services'))
    const names = sections.map(({ label, note }) => `${label} ${note}`)
    assert.equal(new Set(names).size, names.length)
  })
  it('offers those whose title is begun', () => {
    checkCompletion(`${start}\nCap<|>`, ['Capacity for improvement', 'Capacity for improvement'])
    checkCompletion(`${start}\n### Cap<|>`, [
      'Capacity for improvement',
      'Capacity for improvement',
    ])
  })
  it('writes heading, grade line and first paragraph over what is typed', () => {
    checkCompleted(
      `${start}\n### Partn<|>\n`,
      'Partnership working',
      `${start}
### Partnership working

Grade [number] ([grade])

3. Partnership working is [grade].
`,
    )
  })
  it('sets the section off from the lines around it', () => {
    checkCompleted(
      `${start}<|>\n## Services for looked after children\n`,
      'Partnership working',
      `${start}
### Partnership working

Grade [number] ([grade])

3. Partnership working is [grade].

## Services for looked after children
`,
    )
  })
  it('fills in a heading that has nothing under it', () => {
    checkCompletion(`${start}\n### Ambition and prioritisation<|>\n`, [
      'Ambition and prioritisation',
    ])
  })
  it('takes the grade from the row', () => {
    const table = '## Record of main findings\n\n| Partnership working | Adequate |\n|---|---|\n'
    checkCompleted(
      `${start}\nPartner<|>\n\n${table}`,
      'Partnership working',
      `${start}
### Partnership working

Grade 3 (adequate)

3. Partnership working is adequate.

${table}`,
    )
  })
  it('offers what one letter begins, since an editor may not ask again at the second', () => {
    checkCompletion(`${start}\nC<|>`, [
      'Capacity for improvement',
      'Children and young people are safe and feel safe',
      'Capacity for improvement',
    ])
  })
  it('offers it right under a paragraph and right above a heading, with blank lines around', () => {
    const next = '## Services for looked after children\n'
    checkCompleted(
      `${start}Partn<|>\n${next}`,
      'Partnership working',
      `${start}
### Partnership working

Grade [number] ([grade])

3. Partnership working is [grade].

${next}`,
    )
  })
  it('offers nothing in running text, or after a title that has its text', () => {
    checkCompletion(`${start}cap<|>`, [])
    checkCompletion(`${start}\n3. The council of\nCap<|>`, [])
    checkCompletion(`${start}The Cap<|>`, [])
    checkCompletion(`${start}\n3. Cap<|>`, [])
    checkCompletion(`${start}\nCap<|> is new.`, [])
    checkCompletion(start.replace('### Overall effectiveness', '### Overall effec<|>tiveness'), [])
    checkCompletion(start.replace('### Overall effectiveness', '### Overall effectiveness<|>'), [])
    checkCompletion(start.replace('met the council', 'met the <|>council'), [])
    checkCompletion(start.replace('met the council.', 'met the council. Overall<|>'), [])
  })
})

describe('completion of grades', () => {
  const heading = `${start}\n### Partnership working\n\n`
  it('offers the grade lines under a heading', () => {
    checkCompletion(`${heading}Gr<|>\n`, grades)
    checkCompletion(`${heading}grade <|>\n`, grades)
    checkCompletion(`${heading}Grade 3<|>\n`, ['Grade 3 (adequate)'])
    checkCompletion(`${heading}ina<|>\n`, ['Grade 4 (inadequate)'])
    checkCompleted(`${heading}Gr<|>\n`, 'Grade 2 (good)', `${heading}Grade 2 (good)\n`)
  })
  it('offers them first on the empty line there', () => {
    assert.deepEqual(
      completionsAt(`${heading}<|>\n`)
        .slice(0, 4)
        .map(({ label }) => label),
      grades,
    )
  })
  it('writes them as the others are written', () => {
    const bold = heading.replace('Grade 2 (good)', '**Grade 2 (Good)**')
    checkCompleted(`${bold}Gr<|>\n`, 'Grade 3 (Adequate)', `${bold}**Grade 3 (Adequate)**\n`)
  })
  it('offers the words in the brackets, the one that goes with the number first', () => {
    checkCompletion(`${heading}Grade 3 (<|>)\n`, ['adequate', 'outstanding', 'good', 'inadequate'])
    checkCompletion(`${heading}Grade 3 (<|>\n`, ['adequate', 'outstanding', 'good', 'inadequate'])
    checkCompleted(`${heading}Grade 3 (a<|>\n`, 'adequate', `${heading}Grade 3 (adequate)\n`)
    checkCompleted(`${heading}Grade 3 (a<|>)\n`, 'adequate', `${heading}Grade 3 (adequate)\n`)
    checkCompletion(`${heading}Grade 3 (adequate<|>)\n`, [])
  })
  it('offers them after a heading', () => {
    checkCompletion(`${start}\n### Partnership working Grade 2 (<|>)\n`, [
      'good',
      'outstanding',
      'adequate',
      'inadequate',
    ])
  })
  it('offers none where the section has its grade, or in a sentence', () => {
    checkCompletion(`${heading}Grade 2 (good)\n\nGra<|>\n`, [])
    checkCompletion(`${start}\n3. They were told Grade 2 (<|>\n`, [])
  })
  it('offers the grades in a cell, that of the section first', () => {
    const table = `${start}\n## Record of main findings\n\n| Safeguarding services | |\n|---|---|\n`
    const others = ['Outstanding', 'Adequate', 'Inadequate'].flatMap(andEverywhere)
    checkCompletion(`${table}| Overall effectiveness | <|> |\n`, ['Good', ...others])
    checkCompletion(`${table}| Overall effectiveness | G<|> |\n`, ['Good'])
    checkCompletion(`${table}| Overall <|>effectiveness | |\n`, [])
    checkCompletion(`${table}| Overall effectiveness | Good<|> |\n`, [])
  })
  it('offers the grades in place of a placeholder', () => {
    const placeholder = `${heading}Grade [number] ([grade])\n\n3. Ambition and priorities are [grade].\n`
    checkCompletion(placeholder.replace('[number]', '[num<|>ber]'), grades.flatMap(andEverywhere))
    checkCompletion(
      placeholder.replace('are [grade]', 'are [gra<|>de]'),
      ['outstanding', 'good', 'adequate', 'inadequate'].flatMap(andEverywhere),
    )
  })
})

/** A grade, and the same where another place states another or none. */
const andEverywhere = (grade: string) => [grade, `${grade} – everywhere`]

describe('completion of recommendations', () => {
  const section = `${start}
### Areas for improvement

3. The council should take the following action.

Immediately:

- meet each child
`
  it('offers the timescales that are not there, the next one first', () => {
    checkCompletion(`${section}\nWi<|>\n`, ['Within three months:', 'Within six months:'])
    checkCompleted(
      `${section}\nWi<|>\n`,
      'Within three months:',
      `${section}\nWithin three months:\n\n- [TBC]\n`,
    )
  })
  it('sets them off from the list before', () => {
    checkCompleted(
      `${section}Wi<|>\n`,
      'Within three months:',
      `${section}\nWithin three months:\n\n- [TBC]\n`,
    )
  })
})

describe('completion of paragraph references', () => {
  const sentence = (words: string): string => `${start}\n3. The plan is new ${words}\n`
  it('offers the other paragraphs with their first words', () => {
    checkCompletion(sentence('(see paragraph <|>'), [
      '1 Inspectors met the council.',
      '2 The overall effectiveness of services in Westmarch is good.',
    ])
    checkCompletion(sentence('(see paragraphs 1 and <|>)'), [
      '1 Inspectors met the council.',
      '2 The overall effectiveness of services in Westmarch is good.',
    ])
    checkCompleted(
      sentence('(see paragraph <|>'),
      '1 Inspectors met the council.',
      sentence('(see paragraph 1'),
    )
  })
  it('offers none after the word in prose, or where the number is written', () => {
    checkCompletion(sentence('and the paragraph <|>'), [])
    checkCompletion(sentence('(see paragraph 2<|>)'), [])
    checkCompletion(sentence('as paragraph 2 and <|>'), [])
  })
})

describe('completion of the cover', () => {
  it('offers the fields that are not there', () => {
    checkCompletion(`${cover}Inspection d<|>\n\n## Contents\n\nService information\n`, [
      'Inspection dates',
    ])
    checkCompleted(
      `${cover}St<|>\n\n## Contents\n\nService information\n`,
      'Status: draft',
      `${cover}Status: draft\n\n## Contents\n\nService information\n`,
    )
    checkCompletion(`${cover}Publ<|>\n\n## Contents\n\nService information\n`, [])
  })
})

describe('completion of a whole report', () => {
  const types = latestTypes(builtInCatalogue())
  const labels = (text: string): readonly string[] =>
    completionInNonReport(text, text.length, types).map(({ label }) => label)
  it('is offered in an empty document, and where its title is begun', () => {
    const all = types.map(({ name }) => `New report: ${name}`)
    assert.deepEqual(labels(''), all)
    assert.ok(labels('# Inspection of safeg').includes(all[0] as string))
    for (const typed of ['new', 'report', 'Rep'])
      assert.ok(labels(typed).includes(all[0] as string), typed)
  })
  it('is offered after its whole title too', () => {
    for (const type of types) {
      const title = type.titles[0]?.replace('{authority}', 'Westmarch')
      const offered = completionsAt(`# ${title}<|>`, { type }).map(({ label }) => label)
      assert.ok(offered.includes(`New report: ${type.name}`))
    }
  })
  it('is not offered where there is other text', () => {
    assert.deepEqual(labels('Minutes of'), [])
    assert.deepEqual(labels('Minutes\n\n'), [])
    assert.deepEqual(completionInNonReport('\n\nMinutes', 0, types), [])
  })
  it('writes a report of the type', () => {
    for (const { snippet } of completionInNonReport('', 0, types))
      assert.equal(parseReport(snippetText(snippet))?.status, 'draft')
  })
})

describe('completion on the cover', () => {
  const title = '# Inspection of safeguarding and looked after children services\n\n'
  const body = `

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

1. The overall effectiveness of services in South Westmarch to safeguard children is good.
`
  const today = { today: '2011-05-04' }
  const cover = (words: string): string => `${title}${words}${body}`

  it('offers today for a date, in the form of the type', () => {
    checkCompletion(cover('Westmarch\n\nPublished: <|>'), ['4 May 2011'], today)
    checkCompletion(cover('Westmarch\n\nPublished: 4 M<|>'), ['4 May 2011'], today)
    checkCompletion(cover('Westmarch\n\nPublished: 6<|>'), [], today)
    checkCompleted(
      cover('Westmarch\n\n**Published:**<|>'),
      '4 May 2011',
      cover('Westmarch\n\n**Published:** 4 May 2011'),
      today,
    )
  })
  it('offers the working days of this week and the next for an inspection', () => {
    checkCompletion(
      cover('Westmarch\n\nInspection dates: <|>'),
      ['2–6 May 2011', '2–13 May 2011', '4 May 2011'],
      today,
    )
    checkCompletion(
      cover('Westmarch\n\nInspection dates: <|>'),
      ['27–31 December 2010', '27 December 2010 – 7 January 2011', '1 January 2011'],
      { today: '2011-01-01' },
    )
  })
  it('offers the year of publication', () => {
    checkCompletion(cover('Published: 6 May 2010\n\n© Crown copyright <|>'), ['2010'], today)
  })
  it('offers what nearly every report says, and the status', () => {
    checkCompletion(cover('Age group: <|>'), ['All'])
    checkCompletion(cover('Status: <|>'), ['draft'])
    checkCompleted(
      cover('Reporting inspector: <|>'),
      '[inspector] HMI',
      cover('Reporting inspector: [inspector] HMI'),
    )
  })
  it('offers the name of the authority as the text has it', () => {
    checkCompleted(cover('So<|>'), 'South Westmarch', cover('South Westmarch'))
    checkCompleted(cover('[auth<|>ority]'), 'South Westmarch', cover('South Westmarch'))
    checkCompletion(cover('[authority]\n\nSo<|>'), [])
  })
  it('offers values in place of what is to be filled in', () => {
    checkCompletion(cover('Westmarch\n\nPublished: [da<|>te]'), ['4 May 2011'], today)
  })
  it('offers nothing in a sentence that has the words of a label', () => {
    checkCompletion(`${cover('Westmarch')}\n2. The plan was published: <|>\n`, [], today)
    checkCompletion(`${cover('Westmarch')}\n2. The services are <|>\n`, [], today)
  })
  it('offers only fields between the first lines', () => {
    checkCompletion(`---\nP<|>\n---\n\n${cover('Westmarch')}`, ['Published'])
  })
  it('offers the grade in the sentence that stands for a row', () => {
    const single = (words: string): string =>
      `# Inspection of services for children in need of help and protection, children looked after and care leavers\n\nWestmarch\n\nInspection dates: 6 to 30 March 2017\n\n${words}\n\n## Recommendations\n\n1. Act.\n`
    const type = builtInTypes().find(
      each => each.id === 'ofsted-single-inspection' && each.validFrom === '2015-01-01',
    )
    assert.ok(type !== undefined)
    const grades = ['outstanding', 'good', 'require improvement', 'inadequate']
    checkCompletion(single("Children's services in Westmarch are <|>"), grades, { type })
    checkCompletion(single('Children’s services in Westmarch are re<|>'), grades.slice(2, 3), {
      type,
    })
  })
})

describe('completion of a heading that states a grade', () => {
  const type = builtInTypes().find(each => each.id === 'ofsted-ilacs')
  const heading = (words: string): string =>
    `# Inspection of Westmarch children's services\n\nInspection dates: 5 to 16 March 2020\n\n## The experiences and progress of children in care and care leavers${words}\n\n1. Text.\n`
  it('offers the grades after its colon, and those that make a sentence after "is"', () => {
    assert.ok(type !== undefined)
    const all = ['outstanding', 'good', 'requires improvement to be good', 'inadequate']
    checkCompletion(heading(': <|>'), all, { type })
    checkCompletion(heading(': req<|>'), all.slice(2, 3), { type })
    checkCompletion(heading(' is <|>'), ['outstanding', 'good', 'inadequate'], { type })
    checkCompleted(heading(':<|>'), 'good', heading(': good'), { type })
  })
})

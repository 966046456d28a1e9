import { checkFolding, checkHover, checkSymbols, checkTokens } from '../../support/check-features'

const report = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Contents

Safeguarding services	4
Partnership working	5

## Safeguarding services

### Areas for improvement

1. The council should take the following action.

Immediately:

- meet each child
- read each plan

Within three months:

- tell the board

### Partnership working

Grade 2 (good)

2. Partnership working is good. It is new (see paragraph 1).

## Record of main findings

| Judgement | Grade |
|---|---|
| **Safeguarding services** | |
| Partnership working | Adequate |
| Equality and diversity | Good |
`

/** The report with marks put in: each text to be found, and what is there instead. */
function marked(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand there once`)
    return text.replace(from, to)
  }, report)
}

describe('outline', () => {
  it('nests sections and rows, with grades', () => {
    checkSymbols(
      report,
      `
      Cover [Westmarch]
      Contents
      Safeguarding services
        Areas for improvement
        Partnership working [?]
      Record of main findings
        Safeguarding services
          Partnership working [adequate]
          Equality and diversity [good]`,
    )
  })
  it('has misspelt headings too', () => {
    checkSymbols(
      marked(['### Partnership working', '### Partnership workng']),
      `
      Cover [Westmarch]
      Contents
      Safeguarding services
        Areas for improvement
        Partnership workng [?]
      Record of main findings
        Safeguarding services
          Partnership working [adequate]
          Equality and diversity [good]`,
    )
  })
  it('keeps the rows under a group row that is in the wrong place', () => {
    checkSymbols(
      marked(['| Equality and', '| Services for looked after children | |\n| Equality and']),
      `
      Cover [Westmarch]
      Contents
      Safeguarding services
        Areas for improvement
        Partnership working [?]
      Record of main findings
        Safeguarding services
          Partnership working [adequate]
        Services for looked after children
          Equality and diversity [good]`,
    )
  })
})

describe('folding', () => {
  it('folds cover, contents, sections, lists and the summary table', () => {
    checkFolding(
      report,
      `
      # Inspection of safeguarding and looked after children services … Published: 6 May 2011
      ## Contents … Partnership working	5
      ## Safeguarding services … 2. Partnership working is good. It is new (see paragraph 1).
      ### Areas for improvement … - tell the board
      Immediately: … - read each plan
      Within three months: … - tell the board
      ### Partnership working … 2. Partnership working is good. It is new (see paragraph 1).
      ## Record of main findings … | Equality and diversity | Good |
      | **Safeguarding services** | | … | Equality and diversity | Good |`,
    )
  })
})

describe('semantic tokens', () => {
  it('mark grades', () => {
    checkTokens(
      'grade',
      marked(
        ['Grade 2 (good)', '«Grade 2 (good)»'],
        ['| Adequate', '| «Adequate»'],
        ['| Good', '| «Good»'],
      ),
    )
  })
  it('mark timescales', () => {
    checkTokens(
      'timescale',
      marked(['Immediately', '«Immediately»'], ['Within three months', '«Within three months»']),
    )
  })
  it('mark paragraph numbers and the references to them', () => {
    checkTokens(
      'paragraphNumber',
      marked(['\n1. ', '\n«1». '], ['\n2. ', '\n«2». '], ['paragraph 1', 'paragraph «1»']),
    )
  })
  it('mark headings, and not one cell only of those that head a table', () => {
    const ilacs = `# «Inspection of Westmarch local authority children’s services»

Inspection dates: 12 to 23 September 2022

| Judgement | Grade |
| --- | --- |
| Overall effectiveness | Good |

## «Overall effectiveness»

Leaders know what they have to do.
`
    checkTokens('heading', ilacs)
  })
  it('mark cover fields', () => {
    checkTokens('coverField', marked(['Published', '«Published»']))
  })
  it('mark placeholders and notes', () => {
    const text = marked(['each plan', '[TBC]\n\n[Note AB: how many?]'])
    checkTokens('placeholder', text.replace('[TBC]', '«[TBC]»'))
    checkTokens('note', text.replace('[Note AB: how many?]', '«[Note AB: how many?]»'))
  })
})

describe('hover', () => {
  it('says what a grade means and where else it is stated', () => {
    checkHover(
      marked(['Grade 2 (good)', 'Grade 2 (go<|>od)']),
      `
      **Good** (grade 2 of 4): A service that exceeds minimum requirements

      **Partnership working** – Safeguarding services

      - First sentence: good · agrees
      - Record of main findings: adequate · differs`,
    )
  })
  it('shows it at the row', () => {
    checkHover(
      marked(['| Adequate', '| Ade<|>quate']),
      `
      **Adequate** (grade 3 of 4): A service that only meets minimum requirements

      **Partnership working** – Safeguarding services

      - Grade line: good · differs
      - First sentence: good · differs`,
    )
  })
  it('shows the first words of a paragraph that is referred to', () => {
    checkHover(
      marked(['see paragraph 1', 'see para<|>graph 1']),
      `
      **Paragraph 1** – Areas for improvement

      The council should take the following action.`,
    )
  })
  it('says that a paragraph is not there', () => {
    checkHover(
      marked(['see paragraph 1', 'see paragraph 14<|>']),
      'There is no paragraph 14. The last one is 2.',
    )
  })
  it('says what refers to a paragraph', () => {
    checkHover(
      marked(['1. The council', '<|>1. The council']),
      `
      **Paragraph 1** is referred to in:

      - Paragraph 2 (Partnership working)`,
    )
    checkHover(
      marked(['2. Partnership', '2<|>. Partnership']),
      '**Paragraph 2**\n\nNothing refers to it.',
    )
  })
  it('says of a part what is in it', () => {
    checkHover(
      marked(['## Safeguarding services', '## Safe<|>guarding services']),
      `
      **Safeguarding services**

      - In the contents: page 4.
      - Partnership working: places differ`,
    )
  })
  it('is silent in running text', () => {
    checkHover(marked(['following action', 'follow<|>ing action']), undefined)
  })
})

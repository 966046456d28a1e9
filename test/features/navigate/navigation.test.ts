import assert from 'node:assert/strict'
import { otherPlace, whyNoOtherPlace } from '../../../server/src/features/navigate/other-place'
import { parseReport } from '../../../server/src/report/parse'
import {
  checkDefinition,
  checkHighlights,
  checkLinks,
  checkOtherPlace,
  checkReferences,
  checkReferencesOnly,
} from '../../support/check-features'

const cover = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011
`

/** A report of one judgement, with its places marked as a test needs them. */
function judgement(places: {
  entry?: string
  heading?: string
  grade?: string
  opening?: string
  row?: string
}): string {
  return `${cover}
## Contents

Services for looked after children	5
${places.entry ?? 'Staying safe	6'}

## Services for looked after children

### ${places.heading ?? 'Staying safe'}

${places.grade ?? 'Grade 2 (good)'}

1. The arrangements for ensuring that looked after children are safe are ${places.opening ?? 'good'}.

## Record of main findings

| Services for looked after children | |
|---|---|
${places.row ?? '| Staying safe | Good |'}
`
}

describe('go to definition', () => {
  it('leads from the heading to the row', () => {
    checkDefinition(judgement({ heading: 'Stay<|>ing safe', row: '| «Staying safe» | Good |' }))
  })
  it('leads from the grade line to the grade of the row', () => {
    checkDefinition(judgement({ grade: 'Grade 2 (<|>good)', row: '| Staying safe | «Good» |' }))
  })
  it('leads from the grade of the first sentence to the grade of the row', () => {
    checkDefinition(judgement({ opening: 'go<|>od', row: '| Staying safe | «Good» |' }))
  })
  it('leads from any other word of the first sentence too, but not from the next one', () => {
    const row = '| Staying safe | «Good» |'
    checkDefinition(judgement({ row }).replace('The arrangements', 'The arr<|>angements'))
    checkDefinition(judgement({ opening: 'good, and im<|>proving', row }))
    checkDefinition(judgement({ opening: 'good. Plans are re<|>ad' }))
  })
  it('leads from the row to the heading', () => {
    checkDefinition(judgement({ heading: '«Staying safe»', row: '| Staying<|> safe | Good |' }))
  })
  it('leads from the grade of the row to the heading', () => {
    checkDefinition(judgement({ heading: '«Staying safe»', row: '| Staying safe | Good<|> |' }))
  })
  it('leads from the contents to the heading', () => {
    checkDefinition(judgement({ entry: 'Stay<|>ing safe	6', heading: '«Staying safe»' }))
  })
  it('leads from the page number to the heading', () => {
    checkDefinition(judgement({ entry: 'Staying safe	6<|>', heading: '«Staying safe»' }))
  })
  it('leads nowhere from running text', () => {
    checkDefinition(judgement({ opening: 'good. They a<|>re well known' }))
  })
  it('leads from a judgement without a row to its heading', () => {
    checkDefinition(judgement({ heading: '«Staying safe»', grade: 'Gra<|>de 2 (good)', row: '' }))
  })
  it('leads from a part to its group row and back', () => {
    const report = (heading: string, group: string): string => `${cover}
## ${heading}

### Staying safe

Grade 2 (good)

1. The arrangements for ensuring that children are safe are good.

## Record of main findings

| ${group} | |
|---|---|
| Staying safe | Good |
`
    const title = 'Services for looked after children'
    checkDefinition(report(`<|>${title}`, `«${title}»`))
    checkDefinition(report(`«${title}»`, `${title}<|>`))
  })
  it('leads from a reference, its word or its number, to the paragraph', () => {
    checkDefinition(references('see para<|>graph 2', '«2»'))
    checkDefinition(references('see paragraph <|>2', '«2»'))
    checkDefinition(references('see <|>paragraph 2', '«2»'))
    checkDefinition(references('see<|> paragraph 2', '2'))
  })
  it('leads nowhere from a reference to a paragraph that is not there', () => {
    checkDefinition(references('see paragraph <|>9', '2'))
  })
})

function references(reference: string, second: string, more = ''): string {
  return `${cover}
## About this inspection

1. Inspectors met the council (${reference}) and its partners.

${second}. They read 52 files.${more}

3. They met foster carers.
`
}

describe('find all references', () => {
  it('lists every place of a judgement', () => {
    checkReferences(
      judgement({
        entry: '«Staying safe»	6',
        heading: '«Staying<|> safe»',
        grade: '«Grade 2 (good)»',
        opening: '«good»',
        row: '| «Staying safe | Good» |',
      }),
    )
  })
  it('leaves the heading out when it is not asked for', () => {
    checkReferencesOnly(
      judgement({
        entry: '«Staying safe»	6',
        grade: '«Grade 2 (good)»',
        opening: '«good»',
        row: '| «Staying safe | <|>Good» |',
      }),
    )
  })
  it('lists the references to a paragraph from its number', () => {
    checkReferences(references('see paragraph «2»', '«<|>2»', ' See also paragraphs 1 and «2».'))
    checkReferencesOnly(references('see paragraph «2»', '<|>2'))
  })
  it('lists the other references from one of them', () => {
    checkReferences(references('see paragraph «<|>2»', '«2»'))
  })
  it('finds nothing in running text', () => {
    checkReferences(references('see paragraph 2', '2', ' Inspec<|>tors did.'))
  })
})

describe('highlights', () => {
  it('show every place of a judgement', () => {
    checkHighlights(
      judgement({
        entry: '«Staying safe»	6',
        heading: '«Staying safe»',
        grade: '«Grade 2 (go<|>od)»',
        opening: '«good»',
        row: '| «Staying safe | Good» |',
      }),
    )
  })
})

describe('the other place of a judgement', () => {
  it('is the row, from anywhere in the section', () => {
    const row = '| Staying safe | «Good» |'
    checkOtherPlace(judgement({ heading: '<|>Staying safe', row }))
    checkOtherPlace(judgement({ opening: 'good. Plans a<|>re read', row }))
  })
  it('is the grade of the section, from anywhere in the row', () => {
    const grade = '«Grade 2 (good)»'
    checkOtherPlace(judgement({ grade, row: '<|>| Staying safe | Good |' }))
    checkOtherPlace(judgement({ grade, row: '| Staying safe | Good |<|>' }))
  })
  it('is the label of a row without a grade', () => {
    checkOtherPlace(judgement({ heading: 'Staying <|>safe', row: '| «Staying safe» | |' }))
  })
  it('is the heading, from the contents', () => {
    checkOtherPlace(judgement({ entry: 'Staying <|>safe	6', heading: '«Staying safe»' }))
  })
  it('is nowhere for a judgement that is in one place', () => {
    checkOtherPlace(judgement({ heading: 'Staying <|>safe', row: '' }))
  })
  for (const [row, message] of [
    ['| Equality and diversity | Good |', 'This judgement is stated in the table only.'],
    ['| Being healthy | Good |', 'The section of this judgement is missing.'],
    ['| Staying safe | Good |', undefined],
  ] as const)
    it(`says of the row "${row}": ${message ?? 'nothing'}`, () => {
      const text = judgement({ row })
      const report = parseReport(text)
      assert.ok(report)
      for (const offset of [text.indexOf(row) + 4, text.indexOf(row) + row.length - 4]) {
        assert.equal(whyNoOtherPlace(report, offset), message)
        if (message !== undefined) assert.equal(otherPlace(report, offset), undefined)
      }
    })
})

describe('links', () => {
  it('lead from the contents and from references', () => {
    checkLinks(
      `${cover}
## Contents

About this inspection	2
Partnership working	7

## About this inspection

1. Inspectors met the council.

2. They read 52 files (see paragraphs 1 and 9).
`,
      `
      About this inspection -> About this inspection
      1 -> 1. Inspectors met the council.`,
    )
  })
})

import { checkReading, rowsOf } from '../../support/describe-report'

const expected = `
group Safeguarding services
row Safeguarding services > Overall effectiveness: good
row Safeguarding services > Capacity for improvement: adequate
group Services for looked after children
row Services for looked after children > Overall effectiveness: good
`

describe('the summary table', () => {
  it('is read from a pipe table', () => {
    checkReading(
      `
Record of main findings

| Judgement | Grade |
|---|---|
| Safeguarding services | |
| Overall effectiveness | Good |
| Capacity for improvement | **Adequate** |
| Services for looked after children | |
| Overall effectiveness | Good (Grade 2) |
`,
      rowsOf,
      expected,
    )
  })

  it('is read from columns set by tabs or spaces', () => {
    checkReading(
      'Record of main findings:\n\nSafeguarding services\t\nOverall effectiveness\tGood\nCapacity for improvement    Adequate\n' +
        'Services for looked after children\nOverall effectiveness  Good\n',
      rowsOf,
      expected,
    )
  })

  it('is read from labels and grades on lines of their own', () => {
    checkReading(
      `
Record of main findings

Safeguarding services

Overall effectiveness

Good

Capacity for improvement

Adequate

Services for looked after children

Overall effectiveness

Good
`,
      rowsOf,
      expected,
    )
  })

  it('puts labels together that are wrapped, broken across columns, or have their grade in between', () => {
    checkReading(
      'Record of main findings\n\n' +
        'Safeguarding outcomes for children and young peo\tple\n' +
        'The contribution of health agencies to keeping\nchildren and young people safe  Good\n' +
        'How good are outcomes for looked after children an\td care leavers?\n' +
        'Making a positive contribution, including\nGood\nuser engagement\n',
      rowsOf,
      `
      group Safeguarding services > Safeguarding outcomes for children and young people
      row Safeguarding services > Safeguarding outcomes for children and young people > The contribution of health agencies to keeping children and young people safe: good
      group Services for looked after children > How good are outcomes for looked after children and care leavers?
      row Services for looked after children > How good are outcomes for looked after children and care leavers? > Making a positive contribution, including user engagement: good
      `,
    )
  })

  it('matches rows of the same name by their place, whatever the group rows say', () => {
    checkReading(
      `
Record of main findings

| Safeguarding services | |
|---|---|
| Overall effectiveness | Good |
| Services for looked after children | |
| Leadership and management | Good |
| Partnership working | Good |
| Overall effectiveness | Adequate |
| Being healthy | Good |
| Services for looked after children | |
| Leadership and management | Adequate |
`,
      rowsOf,
      `
      group Safeguarding services
      row Safeguarding services > Overall effectiveness: good
      group Services for looked after children | misplaced
      row Safeguarding services > Leadership and management: good
      row Safeguarding services > Partnership working: good
      row Services for looked after children > Overall effectiveness: adequate
      row Services for looked after children > How good are outcomes for looked after children and care leavers? > Being healthy: good
      group Services for looked after children | reopened
      row Services for looked after children > Leadership and management: adequate
      `,
    )
  })

  it('ends where the text of another section begins', () => {
    checkReading(
      `
Record of main findings

Being healthy	Good

Staying safe

Grade 2 (good)

1. The arrangements are good.
`,
      rowsOf,
      'row Services for looked after children > How good are outcomes for looked after children and care leavers? > Being healthy: good',
    )
  })

  it('has no row in its header row and in what introduces it', () => {
    checkReading(
      `
Record of main findings

The table sets out the grades that inspectors gave.

| Judgement | Grade |
| --- | --- |
| Safeguarding services | |
| Overall effectiveness | Good |
| Judgement | Grade |
| Capacity for improvement | Adequate |
| Services for looked after children | |
| Overall effectiveness | Good |
`,
      rowsOf,
      expected,
    )
  })

  const table = `
Record of main findings

| Judgement | Grade |
| --- | --- |
| Safeguarding services | |
| Overall effectiveness | Good |
| Capacity for improvement | Adequate |
| Services for looked after children | |
| Overall effectiveness | Good |
`
  for (const below of [
    '\nNote: grades are those of the day of inspection.\n',
    'Note: grades are those of the day of inspection.\n',
    '\n© Crown copyright 2011\n',
    '\nAnnex A: list of evidence\n\nInspectors read plans, files and minutes.\n\nQuality of provision\n',
    '\n| Evidence | Count |\n| --- | --- |\n| Case files | 48 |\n',
  ])
    it(`ends before ${JSON.stringify(below)}`, () => {
      checkReading(table + below, rowsOf, expected)
      const tabs = table.replace(/ \| /g, '\t').replace(/\| ?/g, '').replace('---\t---\n', '')
      checkReading(tabs + below, rowsOf, expected)
    })

  it('goes on after a page break with what is there', () => {
    checkReading(
      table.replace('| Capacity', '\nInspection report: Westmarch\n\n| Capacity'),
      rowsOf,
      expected,
    )
  })

  it('has rows whose separator is lost', () => {
    const lost = table
      .replace('effectiveness | Good', 'effectiveness Good')
      .replace('improvement | Adequate', 'improvement – Adequate (Grade 3)')
    checkReading(lost, rowsOf, expected)
    checkReading(lost.replace(/\| ?/g, ''), rowsOf, expected)
  })
})

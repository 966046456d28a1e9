import assert from 'node:assert/strict'
import { formatting } from '../../../server/src/features/edit/formatting'
import type { Report } from '../../../server/src/report/model'
import { parseReport, parseSteps } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits, type TextEdit } from '../../../server/src/text/edits'
import type { Span } from '../../../server/src/text/span'
import { finish } from '../../../server/src/text/steps'
import { sample, sampleNames } from '../../reports/samples'
import { reportOf } from '../../support/check-rule'
import { tidiedOnce } from '../../support/drafts'
import { publishedReports } from '../../support/published'

describe('formatting', () => {
  it('tidies spacing, tables and numbers', () =>
    checkFormat(
      `# Inspection of safeguarding and looked after children services

Westmarch


Published: 6 May 2011

## Services for looked after children
### Staying safe

Grade 2 (good)

1.  The  arrangements for ensuring that looked after children are safe are good.

3. Plans are read.

4. All are glad.

## Record of main findings

| Services for looked after children | |
|---|---:|
| Staying safe |Good|
`,
      `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## Services for looked after children

### Staying safe

Grade 2 (good)

1. The arrangements for ensuring that looked after children are safe are good.

2. Plans are read.

3. All are glad.

## Record of main findings

| Services for looked after children |      |
| ---------------------------------- | ---: |
| Staying safe                       | Good |
`,
    ))

  it('tidies only what is chosen, and then only spacing', () => {
    const text = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## About this inspection

1. Inspectors  met the council.

3. They met  its partners.
`
    const report = reportOf(text)
    const start = text.indexOf('3. ')
    const edits = format(report, { start, end: text.length })
    assert.equal(applyEdits(text, edits), text.replace('met  its', 'met its'))
  })

  it('leaves fenced code and the columns of other tables as they are', () => {
    const text = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## About this inspection

1. Inspectors met the council.

~~~
a    b


c    d
~~~

2. They met its partners.
`
    checkFormat(text, text)
  })

  it('leaves alone what means something in Markdown: line breaks, code, quotes, pipes in cells', () => {
    const text = `# Inspection of safeguarding and looked after children services

Westmarch\x20\x20
Published: 6 May 2011

## About this inspection

1. Inspectors met the council\x20\x20
and its partners; \`a  b\` stands in a file.

~~~
one\x20\x20

\t
two
~~~

> They said that
>
> - all is well

| a \\| b | c |
|---|---|
| d | e |

[^1]: A footnote
    of two lines.
`
    checkFormat(text, text)
  })

  it('takes away white space after the last line of a paragraph, and all but two spaces after others', () => {
    const head = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

## About this inspection

`
    checkFormat(
      `${head}1. Inspectors met the council    \nand its partners \ntoo.  \n\n2. They left.  \n`,
      `${head}1. Inspectors met the council  \nand its partners\ntoo.\n\n2. They left.\n`,
    )
  })

  it('changes no word of any report, finds no more problems, and has nothing to do the second time', () => {
    for (const { name, text } of documents()) {
      const report = parseReport(text)
      if (report === undefined) continue
      const formatted = applyEdits(text, format(report))
      assert.deepEqual(words(formatted), words(text), name)
      const after = parseReport(formatted)
      assert.ok(after !== undefined, name)
      assert.ok(checkReport(after).length <= checkReport(report).length, name)
      assert.equal(applyEdits(formatted, format(after)), formatted, name)
    }
  })
})

function format(report: Report, within?: Span): readonly TextEdit[] {
  return finish(formatting(report, parseSteps, within))
}

function checkFormat(text: string, expected: string): void {
  assert.equal(applyEdits(text, format(reportOf(text))), expected)
}

/** Letters only: numbers and contents may be put in order. In the order of the alphabet, since entries move. */
function words(text: string): readonly string[] {
  return (text.match(/\p{L}+/gu) ?? []).sort()
}

/** The samples, and the published reports, as they are and imported, if their folder is there. */
function documents(): readonly { readonly name: string; readonly text: string }[] {
  const published = publishedReports().flatMap(({ name, text }, at) => {
    const imported = { name: `${name}, imported`, text: at % 8 === 0 ? tidiedOnce(text).text : '' }
    return [{ name, text }, imported]
  })
  return [...sampleNames.map(name => ({ name, text: sample(name) })), ...published]
}

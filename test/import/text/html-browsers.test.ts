/** HTML that browsers read although it is not as it should be. */

import assert from 'node:assert/strict'
import { htmlToText } from '../../../server/src/import/text/html/html'

const table = [
  '| | |',
  '| --- | --- |',
  '| Overall effectiveness | Good |',
  '| Capacity for improvement | Good |',
]
const judgements = (text: string | undefined) => (text ?? '').trim().split('\n')

describe('pasting HTML without end tags', () => {
  it('keeps the cells of a table', () =>
    assert.deepEqual(
      judgements(
        htmlToText(
          '<table><tr><td>Overall effectiveness<td>Good<tr><td>Capacity for improvement<td>Good</table>',
        ),
      ),
      table,
    ))

  it('keeps the cells of a table that has no end itself, with parts that have none', () =>
    assert.deepEqual(
      judgements(
        htmlToText(
          '<table><tbody><tr><td>Overall effectiveness<td>Good<tbody><tr><td>Capacity for improvement<td>Good',
        ),
      ),
      table,
    ))

  it('keeps the items of a list, and the list within one', () =>
    assert.equal(
      htmlToText('<ul><li>one<li>two<ul><li>inner</ul><li>three</ul>'),
      '- one\n- two\n  - inner\n- three\n',
    ))

  it('keeps paragraphs and headings apart', () =>
    assert.equal(
      htmlToText('<h2>Scope<p>One.<p>Two <b>bold.<p>Three'.replace('Scope', 'Scope</h2>')),
      '### Scope\n\nOne.\n\nTwo **bold.**\n\n**Three**\n',
    ))
})

describe('pasting HTML', () => {
  it('reads every character that has a name in HTML', () =>
    assert.equal(
      htmlToText(
        '<h1>Fran&ccedil;ois &rarr; &frac34; &ge; &#x2713; &hellip; a&shy;b &amp;lt; &copy</h1>',
      ),
      '## François → ¾ ≥ ✓ … ab &lt; ©\n',
    ))

  it('takes no ">" in an attribute or a comment for an end', () =>
    assert.equal(
      htmlToText('<h1 title="a > b">One<!-- > <b> --> two</h1><p title=\'>\'>Three'),
      '## One two\n\nThree\n',
    ))

  it('ends elements of Word where they begin', () =>
    assert.equal(
      htmlToText('<p class="MsoNormal">One<o:p/></p><p class="MsoNormal">Two</p>'),
      'One\n\nTwo\n',
    ))

  it('keeps rows of a table without a table around them', () =>
    assert.match(htmlToText('<h1>Title</h1><p>a <td>b') ?? '', /a b/))
})

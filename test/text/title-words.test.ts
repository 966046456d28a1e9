/** Words of a type, looked for in a text however they are written there. */

import assert from 'node:assert/strict'
import { everyWords, hasLineOf, wordsAt } from '../../server/src/text/title-words'

/** The words that are found at the start of the text, and the authority in them. */
function found(words: string, text: string): string | undefined {
  const here = wordsAt(words)(text, 0)
  if (here === undefined) return undefined
  const { end, authority } = here
  const name = authority && ` (${text.slice(authority.start, authority.end)})`
  return text.slice(0, end) + (name ?? '')
}

describe('words of a type', () => {
  it('are found in any case, spacing and sort of apostrophe or hyphen', () => {
    for (const text of [
      "Children's well-being",
      'CHILDREN’S  Well–being',
      'children‘s\twell‑being',
    ])
      assert.equal(found("Children's well-being", text), text)
    assert.equal(found('Help and protection', 'Help & protection'), 'Help & protection')
    assert.equal(found('Help & protection', 'help AND protection'), 'help AND protection')
  })

  it('may be wrapped over a blank line or two, with marks at the next', () => {
    assert.equal(found('Staying safe', 'Staying\n## safe'), 'Staying\n## safe')
    assert.equal(
      found('Staying safe', '**Staying** \r\n\r\n**safe'.slice(2)),
      'Staying** \r\n\r\n**safe',
    )
    assert.equal(found('Staying safe', 'Staying\n\n\nsafe'), 'Staying\n\n\nsafe')
    assert.equal(found('Staying safe', 'Staying\n\n\n\nsafe'), undefined)
  })

  it('end where a word ends', () => {
    assert.equal(found('Staying safe', 'Staying safely'), undefined)
    assert.equal(found('Staying safe', 'Staying safe.'), 'Staying safe')
    assert.equal(found('Staying safe', 'Stayingsafe'), undefined)
  })

  it('have the fewest words of a name that will do, up to eight', () => {
    const title = 'Services in {authority} are good'
    assert.equal(
      found(title, 'Services in West march are good'),
      'Services in West march are good (West march)',
    )
    assert.equal(
      found(title, 'Services in [authority] are good'),
      'Services in [authority] are good ([authority])',
    )
    assert.equal(found(title, `Services in ${'West '.repeat(9)}are good`), undefined)
    assert.equal(found(title, 'Services in Westmarch: are good'), undefined)
  })

  it('have the rest of the line as a name at their end', () => {
    assert.equal(
      found('Inspection of {authority}', 'Inspection of West march\n'),
      'Inspection of West march (West march)',
    )
    assert.equal(
      found('Inspection of {authority}', 'Inspection of Westmarch, 2024: a plan'),
      undefined,
    )
  })

  it('are found anywhere, and at the starts of lines', () => {
    const text = 'He is staying safe.\n> | Staying safe |\n'
    assert.deepEqual(
      [...everyWords(text, 'Staying safe')].map(({ start }) => start),
      [6, 24],
    )
    const isLead = (code: number) => ' >|'.includes(String.fromCharCode(code))
    assert.ok(hasLineOf(text, wordsAt('Staying safe'), isLead))
    assert.ok(!hasLineOf('He is staying safe', wordsAt('Staying safe'), isLead))
  })

  it('that repeat are looked at once for each place', () => {
    // With a name in each place, all ways to share out the words would be tried.
    const words = `${'{authority} of '.repeat(8)}end`
    assert.equal(found(words, `${'of '.repeat(64)}`), undefined)
  })
})

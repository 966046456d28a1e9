import assert from 'node:assert/strict'
import {
  isBullet,
  isListItem,
  lineBeginning,
  romanNumber,
  romanValue,
} from '../../server/src/text/line-beginning'

/**
 * A line with `·` for each space of its indent and `⇥` for a tab, and how it begins: heading and quotation marks,
 * bullet, label, text. `item` before it says that the line begins like an item of a list.
 */
const lines = `
Text                  | [Text]
····Text              | [Text]
## Title              | # # [Title]
###### Title          | # # # # # # [Title]
####### Seven         | [####### Seven]
#Title                | [#Title]
##                    | # # []
## 1.2 Title          | # # 1.2 [Title]
> Text                | > [Text]
> > 12. Text          | > 12. [Text]
>- one                | > - [one]

- one                 | item - [one]
··- one               | item - [one]
⇥*⇥one                | item * [one]
+ one                 | item + [one]
– one                 | item – [one]
•⇥one                 | item • [one]
▪ one                 | item ▪ [one]
■   one               | item ■ [one]
○ one                 | item ○ [one]
● one                 | item ● [one]
‣ one                 | item ‣ [one]
➢ one                 | item ➢ [one]
✓ one                 | item ✓ [one]
\uf0b7 one                 | item \uf0b7 [one]
o One                 | item o [One]
o improve             | item o [improve]
o⇥(one)               | item o [(one)]
o                     | item o []
n One                 | item n [One]
§⇥one                 | item § [one]
-                     | item - []
•                     | item • []
-one                  | [-one]
•one                  | [•one]
--- one               | [--- one]
**Bold** one          | [**Bold** one]
o f the               | [o f the]
n umber               | [n umber]
n                     | [n]
§ 12                  | [§ 12]
our own               | [our own]

12. Text              | 12. [Text]
12.⇥Text              | 12. [Text]
12.Text               | 12. [Text]
12.“Text”             | 12. [“Text”]
12\\. Text            | 12\\. [Text]
12.                   | 12. []
- 12. Text            | item - 12. [Text]
-12. Text             | item - 12. [Text]
• 12.                 | item • 12. []
2010. The             | 2010. [The]
20101. The            | [20101. The]
12.text               | [12.text]
12 Text               | 12? [12 Text]
12 schools            | 12? [12 schools]
12                    | 12? [12]
- 12 schools          | item - 12? [12 schools]
12,000 people         | [12,000 people]
12% of them           | [12% of them]
12th of May           | [12th of May]
1.1 Text              | 1.1 [Text]
1.1. Text             | 1.1. [Text]
1.2.3 Text            | 1.2.3 [Text]
12.5% of them         | [12.5% of them]
12.05.2016 was        | [12.05.2016 was]
1) One                | item 1) [One]
(1) one               | item (1) [one]
12) and it            | [12) and it]
1)                    | [1)]
(2010) and            | [(2010) and]

(a) one               | item (a) [one]
(a)⇥one               | item (a) [one]
(a)                   | item (a) []
a) one                | item a) [one]
··b) one              | item b) [one]
a)                    | [a)]
(iv) one              | item (iv) [one]
iv) one               | item iv) [one]
iv. one               | item iv. [one]
lxxxix. one           | item lxxxix. [one]
a. One                | item a. [One]
i. One                | item i. [One]
(aa) one              | item (aa) [one]
- (a) one             | item - (a) [one]
(a)one                | [(a)one]
(one) two             | [(one) two]
(and) two             | [(and) two]
(iiv) two             | [(iiv) two]
i. e. that            | [i. e. that]
e.g. that             | [e.g. that]
etc. The              | [etc. The]
iv The                | [iv The]
A. Smith              | [A. Smith]
(A) One               | [(A) One]
a One                 | [a One]
(                     | [(]
`

describe('the beginning of a line', () => {
  for (const row of lines.split('\n').filter(each => each !== '')) {
    const [line = '', reading = ''] = row.split(/ *\| /)
    it(line, () => {
      const written = line.replaceAll('·', ' ').replaceAll('⇥', '\t')
      assert.equal(reading, readingOf(written))
      // Where the line is in a text makes no difference.
      const text = `12. Before.\n${written}\n- after`
      assert.deepEqual(
        lineBeginning(text, 12, 12 + written.length),
        shifted(lineBeginning(written), 12),
      )
    })
  }

  it('is that of a label only with something after its gap, or a gap for it', () => {
    assert.equal(readingOf('a) '), 'item a) []')
    assert.equal(readingOf('2) '), 'item 2) []')
    assert.equal(readingOf('2)'), '[2)]')
  })

  it('is read in time that does not grow with the line', () => {
    for (const start of ['(', '1.', '- ', '> ', '#', 'x', '1', ' '])
      assert.ok(lineBeginning(start.repeat(200_000)).textStart <= 400_000)
  })
})

describe('Roman numbers of labels', () => {
  it('are read and written from 1 to 89', () => {
    for (let value = 1; value < 90; value++)
      assert.equal(romanValue(romanNumber(value) as string), value)
    assert.deepEqual(
      [romanNumber(0), romanNumber(90), romanValue('xc'), romanValue('')],
      Array.from({ length: 4 }),
    )
  })
})

describe('bullets', () => {
  it('are no letters, digits, quotation marks or brackets', () => {
    for (let code = 0; code < 0x10000; code++)
      if (/[\p{L}\p{N}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\s]/u.test(String.fromCharCode(code)))
        assert.ok(!isBullet(code), code.toString(16))
  })
})

function readingOf(line: string): string {
  const beginning = lineBeginning(line)
  const { heading, isQuoted, bullet, label, textStart } = beginning
  const isPart = label !== undefined && label.next <= textStart
  const parts = [
    ...(isListItem(beginning) ? ['item'] : []),
    ...Array.from({ length: heading }, () => '#'),
    ...(isQuoted ? ['>'] : []),
    ...(bullet === undefined ? [] : [line.slice(bullet.start, bullet.end)]),
    ...(label === undefined ? [] : [line.slice(label.start, label.end) + (isPart ? '' : '?')]),
    `[${line.slice(textStart)}]`,
  ]
  return parts.join(' ')
}

/** The same beginning so many characters further on. */
function shifted(value: unknown, by: number, key = ''): unknown {
  if (typeof value === 'number') return key === 'heading' || key === 'depth' ? value : value + by
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, shifted(each, by, name)]),
  )
}

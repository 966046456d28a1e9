/** Where paragraphs of a PDF end although no gap shows it: the next word would have fitted on the line. */

import assert from 'node:assert/strict'
import { readPdf } from '../../../server/src/import/pdf/read'
import { drawnPdf, lines, type Mark } from './drawn'

const full = [
  'Leaders of the harbour should see to it that every ship that comes in is',
  'written into the book on the day it comes, with the name of its master and',
]
const next = [
  'Masters should say what they carry, and where it was taken on, before the',
  'bell is rung.',
]

/** What is apart by blank lines. */
async function paragraphs(marks: readonly Mark[]): Promise<readonly string[]> {
  const { text } = await readPdf(await drawnPdf([marks]))
  return text.split(/\n\s*\n/).map(each => each.trim())
}

const page = (...texts: readonly string[]) => lines([...full, ...texts, ...next], 700)

describe('a paragraph of a PDF without a gap below it', () => {
  const cases: readonly (readonly [string, readonly string[], boolean])[] = [
    ['a sentence ends early in the line', ['the place it left.'], true],
    ['a sentence ends in the middle', ['the place that it left, and what it has to pay.'], true],
    ['a question ends early', ['the place it left?'], true],
    ['a quotation ends early', ['the place it "left."'], true],
    [
      'a sentence ends where the next word would not fit',
      [`the place that it left, and what it pays to the town, the ferry, the mill.`],
      false,
    ],
    ['a line ends early without a sentence', ['the place it left'], false],
  ]
  for (const [name, last, ends] of cases)
    it(`${ends ? 'ends' : 'goes on'} where ${name}`, async () => {
      const found = await paragraphs(page(...last))
      assert.equal(
        found.some(line => line.startsWith('Masters')),
        ends,
        found.join('\n'),
      )
    })

  it('ends below a list whose item ends early', async () => {
    const marks = [
      ...lines([...full, 'the place it left. They should also:'], 700),
      ...lines(['\u2022 ring the bell for every ship that comes in.'], 658, { x: 100 }),
      ...lines([...next, ...full], 644),
    ]
    const found = await paragraphs(marks)
    assert.ok(
      found.some(line => line.startsWith('Masters')),
      found.join('\n'),
    )
  })

  it('goes on where the next line begins further to the right', async () => {
    const marks = [
      ...lines(['1. The harbour is small.'], 700),
      ...lines(['Ships of the town come first, and others wait for the tide and the bell.'], 686, {
        x: 100,
      }),
      ...lines([...full, ...next], 640),
    ]
    const found = await paragraphs(marks)
    assert.ok(!found.some(line => line.startsWith('Ships')), found.join('\n'))
  })
})

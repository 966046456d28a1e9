/** What importing must never do to a document: the samples, and published reports if they are there. */

import assert from 'node:assert/strict'
import type { Change } from '../../server/src/import/text/change'
import { tidy } from '../../server/src/import/text/tidy'
import { wordsOf } from '../../server/src/import/text/words/words'
import { parseReport } from '../../server/src/report/parse'
import { sample, sampleNames } from '../reports/samples'
import { tidiedOnce } from '../support/drafts'
import { itHolds } from '../support/known-failures'
import { publishedReports } from '../support/published'

type Bag = Map<string, number>

function bagOf(words: readonly string[]): Bag {
  const bag: Bag = new Map()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function add(bag: Bag, text: string | undefined, times: 1 | -1): void {
  for (const word of wordsOf(text ?? '')) bag.set(word, (bag.get(word) ?? 0) + times)
}

/** What the listed changes do to the words: furniture goes, broken words and numbers are mended. */
function apply(bag: Bag, changes: readonly Change[]): void {
  for (const { kind, before, after, message } of changes) {
    if (kind === 'page-furniture' || kind === 'page-number') add(bag, before, -1)
    const isMended = kind === 'joined-word' || (kind === 'table' && message.includes('label'))
    if (isMended) {
      add(bag, before, -1)
      add(bag, after, 1)
    }
    if (message.startsWith('Put back the missing paragraph number'))
      add(bag, /\d+/.exec(message)?.[0], 1)
    if (kind === 'status') add(bag, after, 1)
  }
}

function difference(a: Bag, b: Bag): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter(word => (a.get(word) ?? 0) !== (b.get(word) ?? 0))
    .map(word => `${word}: ${a.get(word) ?? 0} before, ${b.get(word) ?? 0} after`)
    .sort()
}

/** Words that the extraction glued together where a cover field begins are apart in both texts. */
const unglued = (text: string) =>
  text.replace(/(\d{4})(?=Reporting)|(inspector)(?=\p{Lu})|(All)(?=Published)/gu, '$1$2$3 ')

/** The text with the marks of its footnotes as digits after their words, as most sources have them. */
const unmarked = (text: string) => text.replace(/\[\^(\d+)\](?!:)/g, '$1')

for (const { name, text } of [
  ...sampleNames.map(each => ({ name: each, text: sample(each) })),
  ...publishedReports(),
]) {
  describe(`importing ${name}`, () => {
    const source = unglued(text)
    let draft: string
    let changes: readonly Change[]
    before(() => {
      const imported = tidiedOnce(source)
      draft = imported.text
      changes = imported.changes
    })

    itHolds('loses and adds no word', 'words imported', name, () => {
      const before = bagOf(wordsOf(unmarked(source)))
      apply(before, changes)
      assert.deepEqual(difference(before, bagOf(wordsOf(unmarked(draft)))), [])
    })

    itHolds('moves no word to another section', 'words moved by import', name, () => {
      const before = parseReport(source)
      const after = parseReport(draft)
      assert.equal(after?.type.id, before?.type.id)
      if (before === undefined || after === undefined) return
      // A heading that extraction has hidden may be seen only after the import.
      const starts: number[] = []
      let place = 0
      for (const { definition } of before.sections) {
        place = after.sections.findIndex(
          (each, at) => at >= place && each.definition.id === definition.id,
        )
        assert.notEqual(place, -1, `${definition.title} is not there any more`)
        starts.push(after.sections[place]?.span.start ?? 0)
        place++
      }
      for (const [at, section] of before.sections.entries()) {
        const { span } = section
        const first = before.lines.lineAt(span.start)
        const last = before.lines.lineAt(span.end - 1)
        const bag = bagOf(wordsOf(unmarked(source.slice(span.start, span.end))))
        apply(
          bag,
          changes.filter(({ line }) => line >= first && line <= last),
        )
        const end = starts[at + 1] ?? after.sections.at(-1)?.span.end
        const words = bagOf(wordsOf(unmarked(draft.slice(starts[at], end))))
        assert.deepEqual(difference(bag, words), [], section.definition.title)
      }
    })

    itHolds('changes nothing more the second time', 'import twice', name, () => {
      assert.equal(tidy(draft).text, draft)
    })

    it('lists its changes with lines of the source', () => {
      const count = source.split(/\r\n|\r|\n/).length
      for (const { line, message } of changes) {
        assert.ok(line >= 0 && line < count, message)
      }
    })
  })
}

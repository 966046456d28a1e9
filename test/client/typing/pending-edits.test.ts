/** What keys call for is worked out in the text of somebody who waits after each, however late it is written. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { afterBackspace, afterEnter, forTab } from '../../../client/src/typing/answers'
import { PendingEdits } from '../../../client/src/typing/pending-edits'
import type { TextChange } from '../../../client/src/typing/text-change'

const indent = { insertSpaces: true, tabSize: 4 }

type Key = 'Enter' | 'Backspace' | 'Tab' | 'Shift+Tab' | string

interface Typed {
  readonly text: string
  readonly cursor: number
}

/** What VS Code itself makes of a key; its language configuration continues bullets. */
function changeOf(key: Key, { text, cursor }: Typed): TextChange | undefined {
  if (key === 'Tab' || key === 'Shift+Tab') return undefined
  if (key === 'Backspace')
    return cursor === 0 ? undefined : { start: cursor - 1, end: cursor, text: '' }
  if (key !== 'Enter') return { start: cursor, end: cursor, text: key }
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor)
  const space = /^\s*/.exec(line)?.[0] ?? ''
  const mark = /^\s*(- )\S/.test(line) && /^\n|^$/.test(text.slice(cursor)) ? '- ' : ''
  return { start: cursor, end: cursor, text: `\n${space}${mark}` }
}

function made({ text, cursor }: Typed, { start, end, text: added }: TextChange): Typed {
  const by = added.length - (end - start)
  return {
    text: text.slice(0, start) + added + text.slice(end),
    cursor: cursor >= end ? cursor + by : Math.min(cursor, start),
  }
}

/** The text of somebody who waits after each key for everything that it calls for. */
function patient(start: Typed, keys: readonly Key[]): Typed {
  let now = start
  for (const key of keys) {
    const before = now
    const change = changeOf(key, now)
    if (change !== undefined) now = made(now, change)
    const answers =
      change === undefined
        ? tabbed(key, now)
        : key === 'Enter'
          ? afterEnter(before.text, change)
          : key === 'Backspace'
            ? afterBackspace(before.text, change)
            : []
    for (const each of answers) now = made(now, each)
  }
  return now
}

function tabbed(key: Key, { text, cursor }: Typed): readonly TextChange[] {
  if (key !== 'Tab' && key !== 'Shift+Tab') return []
  const place = { start: cursor, end: cursor }
  return forTab(text, place, key === 'Tab' ? 'in' : 'out', indent)
}

/** The text of somebody for whom what keys call for is written only after those for which `writes` is true. */
function hasty(start: Typed, keys: readonly Key[], writes: readonly boolean[]): Typed {
  const pending = new PendingEdits(start.text)
  let { cursor } = start
  const write = (): void => {
    cursor = pending.placeOf(cursor)
    pending.reset(pending.wanted)
  }
  for (const [at, key] of keys.entries()) {
    const { wanted } = pending
    const change = changeOf(key, { text: pending.text, cursor })
    // At the beginning of a text VS Code knows nothing of the key.
    fc.pre(key !== 'Backspace' || cursor > 0)
    let answers: readonly TextChange[]
    if (change === undefined)
      answers = tabbed(key, { text: wanted, cursor: pending.placeOf(cursor) })
    else {
      const asked = pending.take(change, cursor)
      cursor = made({ text: '', cursor }, change).cursor
      answers =
        key === 'Enter'
          ? afterEnter(wanted, asked)
          : key === 'Backspace'
            ? afterBackspace(wanted, asked)
            : []
    }
    for (const each of answers) pending.want(each)
    if (writes[at]) write()
  }
  write()
  return { text: pending.text, cursor }
}

const openings = [
  '## About\n\n1. One.\n\n2. Two.<|>\n\n## Next\n\n3. Three.\n',
  '## About\n\n1. One.\n2. Two.<|>\n3. Three.\n',
  '## About\n\n1. One:\n\n- one<|>\n\n2. Two.\n',
  '## About\n\nOne is a sentence.<|>\n\n## Next\n',
  '## About\n\n(a) one\n(b) two<|>\n',
  '## About\n\n■ one\n■ two<|>\n',
  '## About\n\na) one\n  o two<|>\n',
  '## About\n\n1 One.\n\n2 Two.<|>\n\n3 Three.\n',
  '<|>',
].map(marked => {
  const cursor = marked.indexOf('<|>')
  return { text: marked.replace('<|>', ''), cursor }
})

const keys = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', '.', ':') },
    { weight: 1, arbitrary: fc.constant(' ') },
    { weight: 1, arbitrary: fc.constantFrom('-', '4', '(') },
    { weight: 4, arbitrary: fc.constant('Enter') },
    { weight: 2, arbitrary: fc.constant('Backspace') },
    { weight: 2, arbitrary: fc.constantFrom('Tab', 'Shift+Tab') },
  ),
  { maxLength: 40 },
)

describe('keys whose answers come late', () => {
  it('make the same text as for somebody who waits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openings),
        keys,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (opening, pressed, writes) => {
          assert.deepEqual(hasty(opening, pressed, writes), patient(opening, pressed))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

// An inspector who types as fast as the keys go down, while VS Code has much else to do.
import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { root } from '../../../scripts/build.mjs'
import { serveEditor } from '../../../scripts/vscode/serve.mjs'
import { describePerson, until } from './person.mjs'

/** From one key to the next, in milliseconds. */
const pace = 20
const keysTyped = 200

const draft = 'westmarch-draft.inspection.md'
const plain = 'westmarch-draft.txt'
const opening = '4. Westmarch is a county'

describePerson('an inspector who types faster than VS Code can follow', person => {
  const busyFile = path.join(tmpdir(), `busy-${process.pid}`)
  const busyPackage = `${busyFile}.vsix`
  let editor
  let page
  let text

  before(async () => {
    page = person.page
    // In plain text VS Code suggests each word that is in it already, and a key may accept that.
    const settings = { '[plaintext]': { 'editor.quickSuggestions': false } }
    editor = await serveEditor({
      vsix: await busyExtension(),
      settings,
      env: { BUSY_WHILE: busyFile },
    })
    text = await person.text(draft)
    await writeFile(person.path(plain), text)
  })

  after(async () => {
    await rm(busyFile, { force: true })
    await rm(busyPackage, { force: true })
    await editor?.stop()
  })

  for (const [name, seeds] of [
    [draft, seedsFrom(1)],
    [plain, seedsFrom(101)],
  ])
    for (const seed of seeds)
      it(`writes paragraphs and lists into ${name}, in their places and order (${seed})`, async () => {
        await rm(busyFile, { force: true })
        await writeFile(person.path(name), text)
        await person.start(name, editor)
        await page.locator('.squiggly-hint').first().waitFor({ state: 'attached' })
        const line = text.split('\n').findIndex(each => each.startsWith(opening)) + 1
        await person.goToLine(line, 1)
        await page.keyboard.press('End')
        await page.keyboard.press('End')
        const { keys, added, paragraphs } = script(seed)
        await writeFile(busyFile, '')
        await typeAll(keys)
        const blocks = (await readFile(busyFile, 'utf8')).length
        await rm(busyFile)
        assert.ok(blocks >= 4, `VS Code was busy ${blocks} times`)
        const wanted = withParagraphs(added, paragraphs)
        let written = ''
        await until('all to be written', async () => {
          await page.keyboard.press('Control+S')
          written = await person.text(name)
          return written === wanted
        }).catch(() => assert.equal(written, wanted))
      })

  /** The extension as it is packed, in a process that is busy. */
  async function busyExtension() {
    const files = unzipSync(await readFile(person.vsix))
    const client = 'extension/dist/client.js'
    const busy = await readFile(path.join(root, 'test/editor/support/busy-host.cjs'), 'utf8')
    files[client] = strToU8(`${busy}\n${strFromU8(files[client])}`)
    await writeFile(busyPackage, zipSync(files))
    return busyPackage
  }

  async function typeAll(keys) {
    let next = Date.now()
    for (const key of keys) {
      await page.keyboard.press(key)
      next += pace
      await new Promise(resolve => setTimeout(resolve, next - Date.now()))
    }
  }

  /** The draft with that many more paragraphs, and the numbers after them. */
  function withParagraphs(added, paragraphs) {
    const end = text.indexOf('\n', text.indexOf(opening))
    const rest = text
      .slice(end)
      .replace(/^(\d+)\. /gm, (_, number) => `${Number(number) + paragraphs}. `)
      .replace(/(?<=paragraph )\d+/g, number => `${Number(number) + paragraphs}`)
    return text.slice(0, end) + added + rest
  }
})

/** `KEYS_SEEDS=5 npm run test:user -- --grep faster` tries five scripts of each kind. */
function seedsFrom(first) {
  const count = Number(process.env.KEYS_SEEDS ?? 1)
  return Array.from({ length: count }, (_, at) => first + at)
}

/**
 * Random keys, with what they write after the fourth paragraph: `added`, in which `paragraphs` have a number. It is
 * what somebody who waits after each key gets.
 */
function script(seed) {
  const random = randomFrom(seed)
  const oneOf = choices => choices[Math.floor(random() * choices.length)]
  const keys = []
  let added = ''
  let number = 4
  /** The indent of the item that is being written; undefined in a paragraph. */
  let indent
  const type = words => keys.push(...words)
  const write = () => {
    const words = oneOf(['Qxz vw', 'Zwq', 'Vx qq zw', 'Qq. Vv'])
    const wrong = oneOf(['', '', 'x', 'xyz'])
    type(words.slice(0, 2) + wrong)
    for (const _ of wrong) keys.push('Backspace')
    type(words.slice(2))
    added += words
  }
  /** Ends the list, or takes away the number of a paragraph that gets none. */
  const leave = () => {
    if (indent !== undefined) {
      keys.push('Enter', 'Enter')
      added += '\n'
    } else {
      keys.push('Enter', oneOf(['Enter', 'Backspace']))
      added += '\n\n'
    }
  }
  const steps = {
    paragraph: () => {
      keys.push('Enter')
      added += `\n\n${++number}. `
      write()
    },
    list: () => {
      leave()
      indent = ''
      type('- ')
      added += '- '
      write()
    },
    item: () => {
      keys.push('Enter')
      added += `\n${indent}- `
      write()
    },
    nested: () => {
      keys.push('Enter', 'Tab')
      indent += '    '
      added += `\n${indent}- `
      write()
    },
    outer: () => {
      keys.push('Enter', 'Shift+Tab')
      indent = indent.slice(4)
      added += `\n${indent}- `
      write()
    },
    typedNumber: () => {
      leave()
      if (indent !== undefined) {
        keys.push('Enter')
        added += '\n'
      }
      indent = undefined
      type(`${++number}. `)
      added += `${number}. `
      write()
    },
  }
  while (keys.length < keysTyped) {
    const inItem = ['item', 'item', 'nested', 'typedNumber', ...(indent ? ['outer'] : [])]
    const next = oneOf(
      indent === undefined ? ['paragraph', 'paragraph', 'list', 'typedNumber'] : inItem,
    )
    steps[next]()
  }
  return { keys, added, paragraphs: number - 4 }
}

/** Mulberry32. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

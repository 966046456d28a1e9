/** Text that is put into Markdown, HTML, a snippet or a message stays the text that it is. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  htmlText,
  markdownLine,
  markdownText,
  messageText,
  snippetChoice,
  snippetText,
  terminalText,
} from '../../server/src/text/escape'
import {
  activeInMarkdown,
  activeInMessage,
  elementsOf,
  shownInHtml,
  shownInMarkdown,
  variablesIn,
} from '../support/active-syntax'
import { hostileText } from '../support/hostile-texts'

const holds = (check: (text: string) => void) => () => fc.assert(fc.property(hostileText, check))

/** On one line, and as a parser of Markdown or HTML reads what is not a character. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').replaceAll('\0', '\ufffd').trim()

describe('text in Markdown', () => {
  it(
    'is shown as it is, on one line',
    holds(text => {
      for (const markdown of [
        markdownLine(markdownText(text)),
        `a ${markdownText(text)} b`,
        `**${markdownText(`a${text}`).trim()}a**`,
        `- ${markdownLine(markdownText(text))}`,
        `# ${markdownText(text)}`,
        `| ${markdownText(text)} | b |\n| --- | --- |\n| ${markdownText(text)} | c |`,
      ])
        assert.deepEqual(activeInMarkdown(markdown), [], markdown)
      assert.equal(shownInMarkdown(markdownLine(markdownText(text))).trim(), onOneLine(text))
    }),
  )

  it('is readable in its source too where it is an ordinary sentence', () => {
    const sentence =
      'Staff’s work (see paragraph 14): 3/4 of plans – “good”, 50% up; it’s well done!'
    assert.equal(markdownText(sentence), sentence)
  })
})

describe('text in HTML', () => {
  it(
    'is shown as it is, between tags and in an attribute',
    holds(text => {
      const [element, ...others] = elementsOf(`<p title="${htmlText(text)}">${htmlText(text)}</p>`)
      assert.deepEqual(others, [])
      assert.ok(element?.startsWith('p title='))
      const shown = shownInHtml(`<p>${htmlText(text)}</p>`)
      assert.equal(shown.replaceAll('\0', ''), text.replaceAll('\0', ''))
    }),
  )
})

describe('text in a snippet', () => {
  it(
    'names no variable and sets no tab stop',
    holds(text => {
      for (const snippet of [
        snippetText(text),
        `\${1:${snippetText(text)}}`,
        `\${1|a,${snippetChoice(text)}|}`,
      ])
        assert.deepEqual(variablesIn(snippet), [], snippet)
      assert.doesNotMatch(snippetText(text).replace(/\\./gs, ''), /\$/)
    }),
  )
})

describe('words in a message', () => {
  it(
    'are neither link nor picture',
    holds(text => {
      assert.deepEqual(activeInMessage(messageText(text)), [])
      assert.equal(messageText(text).replaceAll('\u2060', ''), text.replaceAll('\u2060', ''))
    }),
  )
})

describe('text in a terminal', () => {
  it('commands nothing: neither cursor nor title, and hides no word', () => {
    const title = '\u001b]0;owned\u0007'
    assert.equal(terminalText(`a${title}\u001b[2Jb\u009b1A\rc\b`), 'a␛]0;owned␇␛[2Jb\ufffd1A␍c␈')
    assert.equal(terminalText('fdp.\u202ecod'), 'fdp.\ufffdcod')
    assert.equal(terminalText('\u001b[8mhidden\u001b[1;8m'), '␛[8mhidden␛[1;8m')
  })

  it('keeps lines, tabs and our colours', () => {
    const printed = '\u001b[31ma\u001b[39m\tb\r\nc\n\u001b[4mfile\u001b[24m – “é”'
    assert.equal(terminalText(printed), printed)
  })

  it(
    'is never more than text',
    holds(text => {
      const shown = terminalText(`${text}\u001b]${text}\u0085`)
      assert.doesNotMatch(shown.replace(/[\n\t]/g, ''), /\p{Cc}/u)
    }),
  )
})

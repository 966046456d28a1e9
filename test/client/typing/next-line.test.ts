import assert from 'node:assert/strict'
import { isEmptyItem, isItem, nextLine } from '../../../client/src/typing/next-line'

/** Presses Enter at `<|>`, and asserts the text with the cursor after it. */
function press(before: string, after: string): void {
  assert.equal(pressed(before), after)
}

/** Asserts that Enter does what it does in any text. */
function plain(before: string): void {
  assert.equal(pressed(before), undefined)
}

function pressed(marked: string): string | undefined {
  const lines = marked.split('\n')
  const line = lines.findIndex(each => each.includes('<|>'))
  const character = lines[line]?.indexOf('<|>') ?? -1
  assert.ok(character >= 0, 'no cursor')
  lines[line] = lines[line]?.replace('<|>', '') ?? ''
  const lineAt = (at: number) => ({ text: lines[at] ?? '' })
  const next = nextLine({ lineCount: lines.length, lineAt }, line, character)
  if (next === undefined) return undefined
  lines[line] = `${lines[line]?.slice(0, next.from)}${next.text}<|>`
  return lines.join('\n')
}

describe('Enter at the end of a numbered paragraph', () => {
  it('writes the next number, with the blank line that the report has', () => {
    press('11. One.\n\n12. Two.<|>\n\n13. Three.', '11. One.\n\n12. Two.\n\n13. <|>\n\n13. Three.')
    press('11. One.\n12. Two.<|>\n13. Three.', '11. One.\n12. Two.\n13. <|>\n13. Three.')
    press('## About\n\n1. One.<|>\n', '## About\n\n1. One.\n\n2. <|>\n')
  })
  it('writes it as the others are written', () => {
    press('\n11.\tOne.\n\n12.\tTwo.<|>', '\n11.\tOne.\n\n12.\tTwo.\n\n13.\t<|>')
    press('\n1.1 One.\n\n1.2 Two.<|>', '\n1.1 One.\n\n1.2 Two.\n\n1.3 <|>')
    press('\n- 1. One.\n- 2. Two.<|>', '\n- 1. One.\n- 2. Two.\n- 3. <|>')
  })
  it('does so after the last of hard-wrapped lines', () =>
    press(
      '1. One.\n\n2. Two goes on\nto a second line.<|>\n\n3. Three.',
      '1. One.\n\n2. Two goes on\nto a second line.\n\n3. <|>\n\n3. Three.',
    ))
  it('does so without a full stop where the numbers around have none', () => {
    press('1 One.\n\n2 Two.<|>', '1 One.\n\n2 Two.\n\n3 <|>')
    press('7\tOne.\n8\tTwo.\n9\tThree.<|>', '7\tOne.\n8\tTwo.\n9\tThree.\n10\t<|>')
    press(
      '1 One goes on to\n12 Schools.<|>\n\n2 Two.',
      '1 One goes on to\n12 Schools.\n\n2 <|>\n\n2 Two.',
    )
    press('1 One.\n\n2 Two.\n\n3 <|>', '1 One.\n\n2 Two.\n\n<|>')
    press('1. One.\n\n2. Two\n3 Schools.<|>', '1. One.\n\n2. Two\n3 Schools.\n\n3. <|>')
  })
  it('leaves no white space at the end of the line', () =>
    press('\n1. One.  <|> ', '\n1. One.\n\n2. <|>'.replace('\n\n2', '\n\n2')))
  it('takes away a number without a text', () =>
    press('1. One.\n\n2. <|>\n\n## Two', '1. One.\n\n<|>\n\n## Two'))
})

describe('Enter at the end of a paragraph without a number', () => {
  const long = 'Leaders know their services well, and listen to what children tell them'

  it('begins the next one after a blank line', () => {
    press('## Findings\n\nOne.<|>\n\n## Next', '## Findings\n\nOne.\n\n<|>\n\n## Next')
    press('## Findings\n\nOne.\n\nTwo?<|>', '## Findings\n\nOne.\n\nTwo?\n\n<|>')
    press(`## Findings\n${long}<|>`, `## Findings\n${long}\n\n<|>`)
    press('One (of two.)<|>  ', 'One (of two.)\n\n<|>')
    press('1. One.\n\nMore about it.<|>', '1. One.\n\nMore about it.\n\n<|>')
  })
  it('does so after short lines too, once the cover is left', () => {
    press(
      '# Visit\n\n## Findings\n\nYours sincerely<|>',
      '# Visit\n\n## Findings\n\nYours sincerely\n\n<|>',
    )
    plain('# Visit\n\nYours sincerely<|>')
    plain('## Contents\n\nFindings 3<|>')
  })
  it('leaves it to the writer where lines are broken by hand', () => {
    plain(`${long}\nand act on it.\n\n${long}<|>`)
    press(`${long}\nand act on it.\n\nOne.<|>`, `${long}\nand act on it.\n\nOne.\n\n<|>`)
  })
  it('does nothing more on the empty line', () => {
    press('One.\n\n<|>\n\n## Next', 'One.\n\n<|>\n\n## Next')
    press('One.\n\n<|>', 'One.\n\n<|>')
  })
  it('is left alone on an empty line anywhere else', () => {
    plain('<|>')
    plain('\n<|>')
    plain('One.\n<|>\n## Next')
    plain('One.\n\n<|>\nTwo.')
    plain('1. One.\n\n<|>\n\n## Next')
    plain('- one\n\n<|>')
    plain('Dear Ms Thorne\n\n<|>')
  })
  it('is left alone in the lines of an address, of the cover, and of a signature', () => {
    plain('Ada Thorne<|>')
    plain('6 May 2024\n\nDear Ms Thorne<|>')
    plain('Lead inspector: M. Lindgren HMI.<|>')
    plain(`Lead inspector: ${long}.<|>`)
    plain('[TBC]<|>')
    plain(`[Note AB: ${long}.]<|>`)
  })
  it('is left alone in headings, tables, quotations and before a list', () => {
    plain('## Is it good?<|>')
    plain(`## ${long}<|>`)
    plain('**Is it good?**<|>')
    plain('| Is it good? | Yes.<|>')
    plain('Overall effectiveness    It is good.<|>')
    plain('Overall effectiveness\tIt is good.<|>')
    plain('> It is good.<|>')
    plain('They should:<|>')
  })
  it('is left alone in lines that follow each other, and in the first lines', () => {
    plain(`${long}\nand act on it.<|>`)
    plain('One.<|>\nTwo.')
    plain('---\nreport: visit\n\nIt is good.<|>\n\n---')
  })
})

describe('Enter at the end of a list item', () => {
  it('writes the next mark', () => {
    press('- one<|>', '- one\n- <|>')
    press('•\tone<|>\n•\ttwo', '•\tone\n•\t<|>\n•\ttwo')
    press('  - one\n\n  - two<|>', '  - one\n\n  - two\n\n  - <|>')
    press('- one goes\n  on<|>\n- two', '- one goes\n  on\n- <|>\n- two')
  })
  it('writes bullets of every kind, and what is left of them', () => {
    press('■ one<|>', '■ one\n■ <|>')
    press('○\tone\n○\ttwo<|>', '○\tone\n○\ttwo\n○\t<|>')
    press('• one\n  o two<|>', '• one\n  o two\n  o <|>')
    press('o One\no <|>', 'o One\n<|>')
    press('- (a) one<|>', '- (a) one\n- (b) <|>')
    plain('o f the same<|>')
  })
  it('counts letters and Roman numbers on', () => {
    press('a) one<|>', 'a) one\nb) <|>')
    press('1) One\n2) Two<|>', '1) One\n2) Two\n3) <|>')
    press('iv. Four\nv. Five<|>', 'iv. Four\nv. Five\nvi. <|>')
    press('(y) one\n(z) two<|>', '(y) one\n(z) two\n(aa) <|>')
    press('(a) one\n(b) <|>', '(a) one\n<|>')
    plain('(iv) one<|>')
    plain('(and) one<|>')
    press('(a) one<|>', '(a) one\n(b) <|>')
    press('(h) one\n(i) two<|>', '(h) one\n(i) two\n(j) <|>')
    press('(i) one<|>', '(i) one\n(ii) <|>')
    press('(iv) four\n(v) five<|>', '(iv) four\n(v) five\n(vi) <|>')
    press('(u) one\n(v) two<|>', '(u) one\n(v) two\n(w) <|>')
  })
  it('takes away a mark without a text', () => {
    press('- one\n- <|>', '- one\n<|>')
    press('- one\n  - <|>', '- one\n<|>')
  })
})

describe('Enter does what it always does', () => {
  it('in the middle of a paragraph', () => {
    plain('1. One <|>and more.')
    plain('1. One<|>\nand more.')
    plain('- one<|>\n  and more')
  })
  it('in any other text', () => {
    plain('Inspectors met the council<|>')
    plain('## 1. About<|>')
    plain('<|>')
  })
  it('before a list', () => {
    plain('1. Inspectors saw:<|>')
    plain('1. Inspectors saw<|>\n- one')
  })
  it('where a line only begins with a number', () => {
    plain('1. One.\n\n45. Whatever this is.<|>')
    plain('12. Is the first of them.<|>')
    plain('2010. The last inspection.<|>')
    plain('4 Schools were visited<|>')
    plain('1. One.\n\n2. Two.\n\n1 One.\n2 Two<|>')
    plain('5 One.\n6 Two<|>')
  })
  it('in contents, tables and front matter', () => {
    plain('## Contents\n\n1. About this inspection<|>')
    plain('1. About this inspection .......... 3<|>')
    plain('1. Overall effectiveness\tGood<|>')
    plain('| 1. One | Good |<|>')
    plain(`1. Children looked after\n${' '.repeat(60)}Good\n   and permanence<|>`)
    plain('---\nstatus:\n- draft<|>\n')
  })
  it('where numbers are alone above their text', () => plain('1.\n\nOne.\n\n2.<|>\n\nTwo.'))
})

describe('a line of a list', () => {
  it('begins with a mark, and not with a paragraph number', () => {
    assert.ok(isItem('- one') && isItem('  (a) one') && isItem('•\tone'))
    assert.ok(!isItem('- 12. One.') && !isItem('12. One.') && !isItem('**One** two'))
  })

  it('is still to be written while nothing is after its mark', () => {
    assert.ok(isEmptyItem('- ') && isEmptyItem('  (b) ') && isEmptyItem('•'))
    assert.ok(!isEmptyItem('- one') && !isEmptyItem('12. ') && !isEmptyItem(''))
  })
})

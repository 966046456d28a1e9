import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, rangeOf, samples } from './support/reports'
import { waitFor } from './support/waiting'

describe('going about in a report', () => {
  let document: vscode.TextDocument

  beforeEach(async () => {
    document = (await openSample(samples.clean)).document
    await waitFor('the outline', async () => (await outline(document)).length > 0)
  })
  afterEach(closeAll)

  const section = { after: '## Services for looked after children\n' }
  const table = { after: '**How good are outcomes' }

  for (const [from, words] of [
    ['heading', 'Staying safe'],
    ['grade', 'Grade 2 (good)'],
    ['opening sentence', 'good. Nine in ten'],
  ] as const)
    it(`goes from the ${from} to the row`, async () => {
      const start = rangeOf(document, '#### Staying safe', section).start
      const offset =
        document.offsetAt(start) + document.getText().slice(document.offsetAt(start)).indexOf(words)
      const target = await definition(document, document.positionAt(offset + 1))
      const row = rangeOf(document, 'Staying safe', table)
      assert.equal(target.start.line, row.start.line)
    })

  it('goes from the row to the section', async () => {
    const row = rangeOf(document, 'Staying safe', table)
    const target = await definition(document, row.start.translate(0, 2))
    const heading = rangeOf(document, '#### Staying safe', section)
    assert.equal(target.start.line, heading.start.line)
  })

  it('goes to the other place and back by a command', async () => {
    const editor = await vscode.window.showTextDocument(document)
    const heading = rangeOf(document, 'Staying safe', section)
    const row = rangeOf(document, 'Staying safe', table)
    editor.selection = new vscode.Selection(heading.start, heading.start)
    for (const { start } of [row, heading]) {
      await vscode.commands.executeCommand('inspectionReports.goToOtherPlace')
      await waitFor(
        `line ${start.line}`,
        () => Math.abs(editor.selection.active.line - start.line) < 3,
      )
    }
  })

  it('goes from the contents to the heading', async () => {
    const entry = rangeOf(document, 'Staying safe', { after: '## Contents' })
    const target = await definition(document, entry.start.translate(0, 2))
    assert.equal(target.start.line, rangeOf(document, '#### Staying safe').start.line)
  })

  it('goes from a reference to the paragraph', async () => {
    const reference = rangeOf(document, 'see paragraph 5')
    const target = await definition(document, reference.end.translate(0, -1))
    assert.equal(target.start.line, rangeOf(document, '\n5. ').end.line)
  })

  it('finds every place of a judgement', async () => {
    const heading = rangeOf(document, 'Staying safe', section)
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      heading.start,
    )
    const lines = new Set(places.map(({ range }) => range.start.line))
    const expected = [heading, rangeOf(document, 'Staying safe', table)]
    for (const { start } of expected) assert(lines.has(start.line), `line ${start.line} is missing`)
  })

  it('has an outline with the grades', async () => {
    const parts = await outline(document)
    const part = parts.flatMap(withChildren).find(({ name }) => name === 'Safeguarding services')
    const judgement = part?.children.find(({ name }) => name === 'Overall effectiveness')
    assert.equal(judgement?.detail.toLowerCase(), 'adequate')
  })

  it('folds a section up to the next one', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    )
    const heading = rangeOf(document, '#### Staying safe', section)
    const next = rangeOf(document, '#### Enjoying and achieving', section)
    const range = ranges.find(({ start }) => start === heading.start.line)
    assert(range && range.end < next.start.line && range.end >= next.start.line - 2)
    const part = rangeOf(document, '## Safeguarding services')
    const last = rangeOf(document, '## Services for looked after children')
    const whole = ranges.find(({ start }) => start === part.start.line)
    assert(whole && whole.end < last.start.line && whole.end >= last.start.line - 2)
  })

  it('has links from the contents and from references', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    )
    const entry = rangeOf(document, 'Staying safe', { after: '## Contents' })
    const reference = rangeOf(document, 'see paragraph 5')
    for (const place of [entry, reference])
      assert(links.some(({ range }) => range.intersection(place) !== undefined))
  })

  it('says what a grade means and where it is stated', async () => {
    const grade = rangeOf(document, 'Grade 2 (good)', section)
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      grade.start.translate(0, 2),
    )
    const told = hovers
      .flatMap(({ contents }) => contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n')
    assert.match(told, /exceeds minimum requirements/)
    assert.match(told, /Record of main findings/)
  })
})

async function definition(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Range> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  )
  assert.equal(found.length, 1)
  const [target] = found
  assert(target)
  return 'targetUri' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range
}

async function outline({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    )) ?? []
  )
}

function withChildren(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(withChildren)]
}

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { WorkspaceSymbolRequest } from 'vscode-languageserver/node'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')

describe('the search for judgements in all reports', () => {
  before(buildIfStale)
  let session: Session
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'reports-'))
  })
  afterEach(async () => {
    await session.stop()
    rmSync(folder, { recursive: true })
  })

  function write(name: string, text: string): string {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return pathToFileURL(file).href
  }

  async function start(): Promise<void> {
    session = await Session.start({ folders: [pathToFileURL(folder).href] })
  }

  async function search(query: string): Promise<readonly string[]> {
    const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, { query })
    return (found ?? []).map(
      ({ name, containerName, location }) =>
        `${name} | ${containerName} | ${path.basename(location.uri)}`,
    )
  }

  it('looks into the texts of the open folders, and of those in them', async () => {
    write('westmarch.md', clean)
    write(
      'earlier/eastholm.txt',
      clean.replaceAll('Westmarch', 'Eastholm').replaceAll('2011', '2010'),
    )
    write('notes.md', '# Notes\n\nStaying safe in Westmarch\n')
    write('.hidden/westmarch.md', clean)
    await start()
    assert.deepEqual(await search('staying safe'), [
      'Staying safe – good | Eastholm, 2010 | eastholm.txt',
      'Staying safe – good | Westmarch, 2011 | westmarch.md',
    ])
    assert.deepEqual(await search('staying safe eastholm'), [
      'Staying safe – good | Eastholm, 2010 | eastholm.txt',
    ])
  })

  it('takes an open document as it is in the editor', async () => {
    const uri = write('westmarch.md', clean)
    await start()
    await session.open(clean, 'markdown', uri)
    await session.change(
      uri,
      session.range(uri, 'Good', '| Being healthy | Outstanding |'),
      'Adequate',
    )
    assert.deepEqual(await search('staying'), [
      'Staying safe – places differ | Westmarch, 2011 | westmarch.md',
    ])
  })

  it('takes no old version for the report, such as the left side of a comparison', async () => {
    const uri = write('westmarch.md', clean)
    await start()
    const old = clean.replaceAll('2011', '2010')
    await session.open(old, 'markdown', uri.replace(/^file:/, 'git:'))
    assert.deepEqual(await search('staying'), [
      'Staying safe – good | Westmarch, 2011 | westmarch.md',
    ])
  })

  it('reads a file again when it has changed', async () => {
    write('westmarch.md', clean)
    await start()
    assert.equal((await search('staying westmarch')).length, 1)
    write('westmarch.md', clean.replaceAll('Westmarch', 'Eastholm'))
    utimesSync(path.join(folder, 'westmarch.md'), new Date(), new Date(Date.now() + 60_000))
    const end = Date.now() + 20_000
    // For a second the folder is taken to be as it was.
    while ((await search('staying eastholm')).length === 0) {
      assert.ok(Date.now() < end)
      await new Promise(resolve => setTimeout(resolve, 200))
    }
    assert.deepEqual(await search('staying westmarch'), [])
  })

  it('finds nothing where no folder is open', async () => {
    session = await Session.start()
    assert.deepEqual(await search('staying'), [])
  })
})

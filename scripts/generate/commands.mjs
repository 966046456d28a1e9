// Writes docs/commands.md, the list of the commands with their keys, from package.json. `--check` only compares.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../build.mjs'
import { commandsPage } from './commands-page.mjs'
import { bringUpToDate } from './generated.mjs'

const read = async name => JSON.parse(await readFile(path.join(root, name), 'utf8'))
const page = commandsPage(await read('package.json'), await read('package.nls.json'))
await bringUpToDate(path.join(root, 'docs/commands.md'), () => page)

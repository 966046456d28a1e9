// Drives VS Code in the browser as a user would, and takes pictures, into out/pictures.
// `--grep WORDS` runs only the people and steps of that name.
import { runLots, shown } from './test/lots.mjs'
import { peopleLots } from './test/people.mjs'
import { Missing } from './vscode/fetch.mjs'

const words = process.argv.slice(2)
const { lots, stop } = peopleLots({ words })
try {
  const sum = await runLots(lots)
  console.log(shown(sum))
  process.exitCode = sum.failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Missing ? error.message : error)
  process.exitCode = 1
} finally {
  await stop()
}

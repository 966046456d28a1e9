// Prints every text that a user can meet, by where it is met and with examples filled in, to be read by
// somebody who has not seen the code: `npm run messages`. Words narrow it to the texts that have one of them.
import { root } from './build.mjs'
import { textsByPlace } from './messages/places.mjs'

const words = process.argv.slice(2).map(word => word.toLowerCase())
for (const { place, texts } of textsByPlace(root)) {
  const shown = texts.filter(
    text => words.length === 0 || words.some(word => text.toLowerCase().includes(word)),
  )
  if (shown.length > 0) console.log(`\n## ${place}\n\n${shown.map(listed).join('\n')}`)
}

function listed(text) {
  return text.includes('\n') ? text : `- ${text}`
}

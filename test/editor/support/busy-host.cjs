// Put before the extension's own code, this makes VS Code's process for extensions busy now and then, as other
// extensions and large files do: for half a second, as long as there is the file that BUSY_WHILE names. The file gets
// a character each time.
;(() => {
  const { appendFileSync, existsSync } = require('node:fs')
  const busy = () => {
    if (existsSync(process.env.BUSY_WHILE)) {
      appendFileSync(process.env.BUSY_WHILE, '.')
      const end = Date.now() + 500
      while (Date.now() < end);
    }
    // Not always at the same key.
    setTimeout(busy, 150 + Math.random() * 500)
  }
  busy()
})()

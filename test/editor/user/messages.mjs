// The messages that VS Code shows at the lower right, as they come up in a page.

/**
 * @typedef {object} Message
 * @property {'error' | 'warning' | 'info'} kind
 * @property {string} text
 * @property {readonly string[]} buttons
 */

/** Collects the messages of a page from now on, through every reload; those of work in progress are not. */
export async function collectMessages(page) {
  /** @type {Message[]} */
  const all = []
  await page.exposeFunction('messageShown', message => all.push(message))
  await page.addInitScript(() => {
    if (window !== window.top) return
    const seen = new WeakMap()
    const look = () => {
      for (const item of document.querySelectorAll('.notification-toast .monaco-list-row')) {
        const text = item.querySelector('.notification-list-item-message')?.textContent ?? ''
        const bar = item.querySelector('.monaco-progress-container')
        const isProgress = bar !== null && !bar.classList.contains('done')
        if (text === '' || isProgress || seen.get(item) === text) continue
        seen.set(item, text)
        const icon = item.querySelector('.notification-list-item-icon')?.className ?? ''
        const buttons = [...item.querySelectorAll('.monaco-button')].map(each => each.textContent)
        window.messageShown({ kind: /codicon-(error|warning|info)/.exec(icon)?.[1], text, buttons })
      }
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  })
  return all
}

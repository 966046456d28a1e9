/** Waiting in VS Code for something to become true. */

const deadline = 20_000
const interval = 25

/**
 * Asks `look` again and again until it answers with something other than undefined or false, and
 * returns that. Fails after twenty seconds, and says what was waited for: `the problem on line 3`.
 */
export async function waitFor<Answer>(
  what: string,
  look: () => Answer | undefined | false | Thenable<Answer | undefined | false>,
): Promise<Answer> {
  const end = Date.now() + deadline
  for (;;) {
    const answer = await look()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`Waited ${deadline / 1000} s in vain for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, interval))
  }
}

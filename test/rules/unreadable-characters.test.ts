import { checkRule } from '../support/check-rule'

const id = 'unreadable-characters'

describe(id, () => {
  it('finds the first of the characters that were lost, however many there are', () => {
    checkRule(
      id,
      `
About this inspection

1. Inspectors read the council\ufffd\ufffds plan, and the parents\ufffd letters.
                              ^^ unreadable-characters: Some characters could not be read, and are shown as "\ufffd". Open the file again with the right encoding, such as Western (Windows 1252).

2. They met the council\ufffds staff.
`,
    )
  })

  it('is silent on characters of every other kind', () => {
    checkRule(
      id,
      'About this inspection\n\n1. The council’s plan – “good” – for 5 °C, naïve, 校 and 😀.\n',
    )
  })
})

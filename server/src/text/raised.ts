/** Raised and lowered figures, as characters: `2011³`, `CO₂`. */

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const loweredFigures = '₀₁₂₃₄₅₆₇₈₉'

/** The text with its digits and signs raised. */
export function raised(text: string): string {
  return written(text, raisedFigures, '⁺', '⁻')
}

/** The text with its digits and signs lowered. */
export function lowered(text: string): string {
  return written(text, loweredFigures, '₊', '₋')
}

function written(text: string, figures: string, plus: string, minus: string): string {
  return Array.from(text, each => {
    if (each === '+') return plus
    if (each === '-' || each === '−') return minus
    return /^\d$/.test(each) ? figures.charAt(Number(each)) : each
  }).join('')
}

/** Is the UTF-16 code unit a raised digit? */
export function isRaisedDigit(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079)
}

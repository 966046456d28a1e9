/** What marks the scripts of a page as ours. */

import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'

/** Letters and digits that nobody can guess; another time, others. */
export const nonce = (): string => bytesToHex(randomBytes(18))

/**
 * The server as editors start it. A third of the time before the first findings goes into compiling, so Node
 * keeps what it has compiled, from version 22 on; what the server does is the same without this.
 */

import * as nodeModule from 'node:module'
import path from 'node:path'

const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void }
enableCompileCache?.()
nodeModule.createRequire(__filename)(path.join(__dirname, 'server-code.js'))

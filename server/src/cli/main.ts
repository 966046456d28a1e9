#!/usr/bin/env node
/** The program `inspection-reports`, and each of its threads. */

import { isMainThread } from 'node:worker_threads'
import { runThread } from './check/threads'
import { runProgram } from './program'

if (isMainThread) runProgram(__filename)
else runThread()

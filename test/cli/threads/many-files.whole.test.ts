/** Many files on several threads: the same as on one, in the same memory, and with those that fail named. */

import assert from 'node:assert/strict'
import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formNames } from '../../../server/src/cli/check/forms/form'
import { type Folder, newFolder, wrong } from './program'

describe('many files on several threads', function () {
  this.timeout(5 * 60_000)
  let folder: Folder
  beforeEach(() => {
    folder = newFolder()
  })
  afterEach(() => folder.remove())

  const count =
    'if (!require("node:worker_threads").isMainThread) require("node:fs").writeSync(2, "a thread\\n")'

  it('are checked and fixed as on one', () => {
    folder.fill('many', 60)
    for (const command of [
      'check',
      'check --format json',
      'fix --dry-run',
      'fix --dry-run --no-text',
    ]) {
      const [one, two] = [1, 2].map(jobs => folder.run(`${command} --jobs ${jobs} many`, count))
      assert.equal(two?.stdout, one?.stdout, command)
      assert.equal(two?.status, one?.status, command)
      assert.equal(one?.stderr, '')
      assert.equal(two?.stderr, 'a thread\na thread\n')
    }
    const { stdout, stderr } = folder.run('fix --jobs 2 many', count)
    assert.match(stdout, /\n\d+ problems fixed\. Left in 60 reports: /)
    assert.equal(stderr, 'a thread\na thread\n')
    const names = readdirSync(path.join(folder.path, 'many'))
    assert.equal(names.length, 60)
    const texts = new Set(
      names.map(name => readFileSync(path.join(folder.path, 'many', name), 'utf8')),
    )
    assert.equal(texts.size, 1)
    assert(!texts.has(wrong))
    assert.match(folder.run('fix --jobs 2 many').stdout, /^Nothing fixed\. /)
  })

  for (const [kind, link] of [
    ['symbolic', symlinkSync],
    ['hard', linkSync],
  ] as const)
    it(`are fixed on one where a file has two names by a ${kind} link`, () => {
      folder.fill('many', 60)
      const at = (name: string) => path.join(folder.path, 'many', name)
      link(at('0001.md'), at('again.md'))
      const { stdout, stderr } = folder.run('fix --jobs 2 many many/again.md', count)
      assert.equal(stderr, '')
      assert.match(stdout, /Left in 61 reports: /)
      assert.equal(readFileSync(at('again.md'), 'utf8'), readFileSync(at('0000.md'), 'utf8'))
    })

  describe('of which a thread dies at some', () => {
    /** What happens where one of these files is opened. */
    const dying = `
      const fs = require('node:fs/promises')
      const open = fs.open
      if (!require('node:worker_threads').isMainThread) fs.open = async (file, ...more) => {
        const kept = []
        while (file.includes('full')) kept.push(new Array(100_000).fill(0).map(at => ({ at })))
        if (file.includes('thrown')) setImmediate(() => { throw new TypeError('Margaret Okonkwo') })
        if (file.includes('ended')) process.exit(3)
        return open(file, ...more)
      }`
    for (const command of ['check', 'check --format json', 'fix --dry-run'])
      it(`names them in one sentence each, and goes on with the others: ${command}`, () => {
        folder.fill('many', 60)
        for (const name of ['0020-full', '0020-thrown', '0020-ended', '0040-full'])
          writeFileSync(path.join(folder.path, 'many', `${name}.md`), wrong)
        const { stdout, stderr, status } = folder.run(`${command} --jobs 2 many`, dying, [
          '--max-old-space-size=150',
        ])
        assert.equal(status, 2)
        const full =
          'There is not enough memory for this file. Take it apart, or close other programs and try again.'
        const failed =
          'This file could not be checked, through no fault of yours. Please report this (Error'
        const said = stderr.trim().split('\n')
        const expected = {
          '0020-ended': failed,
          '0020-full': full,
          '0020-thrown': failed,
          '0040-full': full,
        }
        assert.equal(said.length, 4, stderr)
        for (const [at, [name, sentence]] of Object.entries(expected).entries())
          assert(said[at]?.startsWith(`many/${name}.md: ${sentence}`), said[at])
        assert.doesNotMatch(stderr, /Margaret/)
        const others = command.endsWith('json')
          ? JSON.parse(stdout).files.filter((file: object) => !('error' in file)).length
          : Number(/(\d+) reports: /.exec(stdout)?.[1])
        assert.equal(others, 60)
      })
  })

  /** The most memory that the program has ever had, and what it still keeps at the end, in MB. */
  const measuring = `
    if (require('node:worker_threads').isMainThread) process.on('exit', () => {
      gc()
      gc()
      const { heapUsed } = process.memoryUsage()
      require('node:fs').writeSync(2, heapUsed / 1e6 + ' ' + process.resourceUsage().maxRSS / 1e3)
    })`
  for (const command of [...formNames.map(form => `check --format ${form}`), 'fix --dry-run'])
    it(`need no more memory if they are four times as many: ${command}`, () => {
      // The heap of each thread grows for long, ever more slowly: with ten times as many files the peak was 1.4 times as
      // high. If a report were kept of each file, it would be four times as high here.
      folder.fill('few', 240)
      folder.fill('many', 960)
      const [few, many] = ['few', 'many'].map(name => {
        const { stderr } = folder.run(`${command} --jobs 2 ${name}`, measuring, ['--expose-gc'])
        const [kept = Number.NaN, peak = Number.NaN] = stderr.split(' ').map(Number)
        return { kept, peak }
      })
      // What was said of a file takes more than 5 KB in each form, and much more than that was read.
      const each = ((many?.kept ?? Number.NaN) - (few?.kept ?? Number.NaN)) / (960 - 240)
      assert(each < 0.002, `${each * 1e3} KB kept of each file`)
      assert(
        (many?.peak ?? Number.NaN) < 1.4 * (few?.peak ?? 0),
        `${few?.peak} and ${many?.peak} MB`,
      )
    })
})

// SPDX-License-Identifier: GPL-3.0-or-later
// Writes GitHub's names of emojis, a line for each: name, a tab, the characters.
//   node emojis.mjs PACKAGE OUTPUT
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [folder, output] = process.argv.slice(2)
const { gemoji } = await import(pathToFileURL(`${folder}/index.js`))
const lines = gemoji.flatMap(({ names, emoji }) => names.map((name) => `${name}\t${emoji}\n`))
writeFileSync(output, lines.join(''))

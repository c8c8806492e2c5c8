import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ROOT = 'src/main/web'
const COMMON = ['api', 'live', 'parts', 'session', 'words']

// A feature knows what is common, never another feature; but a page may open the sheet of a unit.
it('features stand beside each other', () => {
  const broken: string[] = []
  for (const folder of readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    for (const file of readdirSync(`${ROOT}/${folder.name}`).filter((one) => /\.(ts|vue)$/.test(one))) {
      const text = readFileSync(`${ROOT}/${folder.name}/${file}`, 'utf8')
      for (const [, other] of text.matchAll(/from '\.\.\/([a-z]+)/g)) {
        const isAllowed = COMMON.includes(other!) && !(folder.name === 'parts' && other === 'session')
        if (!isAllowed && other !== folder.name) {
          broken.push(`${folder.name}/${file} -> ${other}`)
        }
      }
      expect(text.split('\n').length, file).toBeLessThan(300)
    }
  }
  expect(broken).toEqual([])
})

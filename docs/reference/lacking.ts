import { readPages } from './writeReference.ts'
import { mergedIn } from './writePage.ts'

/** What is told without a word of its own. */
for (const { sections } of readPages()) {
  const { isInside } = mergedIn(sections)
  for (const d of sections.flatMap((x) => x.documented)) {
    const bad = d.members.filter((m) => m.says === '' && !d.bases.some((b) => b.members.includes(m.name.replace(/[.(].*/, ''))) && (/Options|Props|Params/.test(d.name) || (/number/.test(m.type) && m.unit === '')) ).map((m) => `${m.name}:${m.type.slice(0, 50)}`)
    if ((d.says === '' && !isInside(d.name)) || bad.length) console.log(d.file.replace('packages/', ''), d.says === '' && !isInside(d.name) ? '##' : '', d.name, bad.join(' ; '))
  }
}

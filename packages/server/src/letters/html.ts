import type { Letter } from './letter.js'

/** The letter as a page that mail programs show: tables and styles in place, no script, no image, nothing loaded. */
export function htmlOf({ locale, title, lead, figures, lists, link, foot }: Letter): string {
  const rows = figures.map(
    ({ name, isPart, value, of, change }) => `
      <tr>
        <th scope="row" style="${CELL}text-align:left;font-weight:400;padding-left:${isPart ? 16 : 0}px">${escaped(name)}</th>
        <td style="${CELL}text-align:right;white-space:nowrap"><strong>${escaped(value)}</strong> <span class="quiet" style="${QUIET}">${escaped(of)}</span></td>
        <td class="quiet" style="${CELL}${QUIET}text-align:right">${escaped(change)}</td>
      </tr>`,
  )
  const sections = lists.map(
    ({ title, rule, empty = '', items }) => `
    <h2 style="font-size:17px;line-height:24px;margin:28px 0 8px">${escaped(title)}</h2>${
      rule
        ? `
    <p class="quiet" style="margin:0 0 8px;${QUIET}">${escaped(rule)}</p>`
        : ''
    }${
      items.length === 0
        ? `
    <p class="quiet" style="margin:0;${QUIET}">${escaped(empty)}</p>`
        : `
    <ol style="margin:0;padding-left:22px">${items
      .map(
        ({ name, note }) => `
      <li style="margin:0 0 6px;overflow-wrap:anywhere"><bdi>${escaped(name)}</bdi> <span class="quiet" style="${QUIET}">${escaped(note)}</span></li>`,
      )
      .join('')}
    </ol>`
    }`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark }
  @media (prefers-color-scheme: dark) {
    body { background: #14171a !important; color: #e8eaed !important }
    .quiet { color: #a3abb3 !important }
    td, th { border-color: #343a40 !important }
    a { color: #8ab4f8 !important }
  }
</style>
</head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1c2024;font:15px/22px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
  <div style="max-width:600px;margin:0 auto">
    <h1 style="font-size:22px;line-height:28px;margin:0 0 4px;overflow-wrap:anywhere">${escaped(title)}</h1>
    <p class="quiet" style="margin:0 0 20px;${QUIET}">${escaped(lead)}</p>${
      rows.length > 0
        ? `
    <table style="border-collapse:collapse;width:100%">${rows.join('')}
    </table>`
        : ''
    }${sections.join('')}${
      link
        ? `
    <p style="margin:28px 0 0"><a href="${escaped(link.href)}" style="color:#0b57d0">${escaped(link.text)}</a></p>`
        : ''
    }
    <p class="quiet" style="margin:28px 0 0;${QUIET}">${escaped(foot)}</p>
  </div>
</body>
</html>
`
}

const QUIET = 'color:#5f6872;font-size:14px;'
const CELL = 'padding:8px 0 8px 8px;border-bottom:1px solid #e1e5e9;vertical-align:baseline;'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!)

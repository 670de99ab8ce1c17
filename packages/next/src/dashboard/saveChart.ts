const SVG = 'http://www.w3.org/2000/svg'
/** What the style sheet says of a drawing, which a file has to say itself. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'clip-path', 'opacity'],
]
const MARGIN = 16
/** Room for the title above and for the legend below. */
const LINE = 32
/** For a screen with small pixels, and for print. */
const PNG_SCALE = 2

/** Saves a chart as it is on the screen, with its title and legend, in a file that needs no style sheet. */
export async function saveChart(chart: SVGSVGElement, type: 'svg' | 'png'): Promise<void> {
  const drawing = standingAlone(chart)
  const svg = new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' })
  const name = `${chart.closest('[id^="ht-"]')?.id ?? 'ht-chart'}.${type}`
  save(type === 'svg' ? svg : await paint(svg, drawing.width.baseVal.value, drawing.height.baseVal.value), name)
}

/** What stands in the margins of a chart, such as the counts of its grid, is drawn outside of its own width. */
function standingAlone(chart: SVGSVGElement): SVGSVGElement {
  const { width, height } = chart.getBoundingClientRect()
  const box = chart.getBBox()
  const left = Math.min(0, box.x) - MARGIN
  const top = Math.min(0, box.y) - MARGIN - LINE
  const right = Math.max(width, box.x + box.width) + MARGIN
  const bottom = Math.max(height, box.y + box.height) + MARGIN + LINE
  const panel = chart.closest('.ht-panel') ?? chart
  const ground = { x: left, y: top, width: '100%', height: '100%', fill: getComputedStyle(panel).backgroundColor }
  return make(
    'svg',
    { width: right - left, height: bottom - top, viewBox: [left, top, right - left, bottom - top].join(' ') },
    make('rect', ground),
    ...[...panel.querySelectorAll('h2')].map((title) => textAs(title, left + MARGIN, top + LINE)),
    ...legendAt(panel, left + MARGIN, bottom - MARGIN),
    set(styled(chart), { width, height, overflow: 'visible' }),
  )
}

function legendAt(panel: Element, x: number, y: number): Element[] {
  let next = x
  return [...panel.querySelectorAll('.ht-legend li')].flatMap((item) => {
    const swatch = item.querySelector('rect')
    const at = next
    next += item.getBoundingClientRect().width + 2 * MARGIN
    return [...(swatch ? [set(styled(swatch), { x: at, y: y - 10 })] : []), textAs(item, at + MARGIN, y)]
  })
}

/** The words of an element, in its font and colour. */
function textAs(element: Element, x: number, y: number): Element {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element)
  const text = make('text', {
    x,
    y,
    fill: color,
    'font-family': fontFamily,
    'font-size': fontSize,
    'font-weight': fontWeight,
  })
  text.textContent = element.textContent
  return text
}

/** A copy that says itself what the style sheet says of it, without what is hidden. */
function styled<E extends Element>(shown: E): E {
  const copy = shown.cloneNode(false) as E
  const computed = getComputedStyle(shown)
  set(copy, { style: STYLES.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';') })
  copy.removeAttribute('class')
  for (const child of shown.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode())
    else if (isShown(child)) copy.append(styled(child))
  }
  return copy
}

function isShown(element: Element): boolean {
  const { visibility, display } = getComputedStyle(element)
  return visibility !== 'hidden' && (display !== 'none' || /^(title|desc|defs)$/.test(element.tagName))
}

function make(name: 'svg', attributes: Attributes, ...children: Element[]): SVGSVGElement
function make(name: string, attributes: Attributes, ...children: Element[]): Element
function make(name: string, attributes: Attributes, ...children: Element[]): Element {
  const element = set(document.createElementNS(SVG, name), attributes)
  element.append(...children)
  return element
}

type Attributes = Readonly<Record<string, string | number>>

function set<E extends Element>(element: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

async function paint(svg: Blob, width: number, height: number): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: width * PNG_SCALE, height: height * PNG_SCALE })
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve) => canvas.toBlob((png) => resolve(png!), 'image/png'))
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  Object.assign(link, { href: URL.createObjectURL(file), download: name })
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Own colours, and nothing of the site's: both themes hold 4.5 to 1 for text. */
const CSS = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto 12px calc(12px + var(--up, 0px)) auto !important;
  z-index: 2147483000 !important;
  color-scheme: light dark !important;
  --paper: light-dark(#fff, #17191d);
  --ink: light-dark(#16181c, #eceef1);
  --quiet: light-dark(#5a606b, #a3aab6);
  --line: light-dark(#d9dce2, #363b45);
  --live: light-dark(#0b6b3a, #5fd08f);
  --late: light-dark(#8a4b00, #f0b45c);
  --bad: light-dark(#b3161b, #ff8a8a);
  font: 13px/1.45 system-ui, sans-serif !important;
  color: var(--ink) !important;
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, dl, dd, ol, p { margin: 0; padding: 0; font: inherit; }
.button {
  display: flex; align-items: center; gap: 7px; min-height: 32px; padding: 0 12px;
  border: 1px solid var(--line); border-radius: 16px; background: var(--paper); color: var(--ink);
  font: 600 12px/1 system-ui, sans-serif; font-variant-numeric: tabular-nums; cursor: pointer;
  box-shadow: 0 2px 10px rgb(0 0 0 / .18);
}
.dot { inline-size: 9px; block-size: 9px; border-radius: 50%; border: 2px solid var(--quiet); }
.is-live .dot { border-color: var(--live); background: var(--live); }
:focus-visible { outline: 2px solid light-dark(#1257c9, #8ab4ff); outline-offset: 2px; }
.panel {
  position: fixed; inset: auto 12px calc(54px + var(--up, 0px)) auto; inline-size: min(400px, calc(100vw - 24px));
  max-block-size: min(620px, calc(100dvh - 78px - var(--up, 0px))); overflow: auto; overscroll-behavior: contain;
  border: 1px solid var(--line); border-radius: 12px; background: var(--paper); padding: 14px 16px;
  box-shadow: 0 8px 30px rgb(0 0 0 / .25); overflow-wrap: anywhere;
}
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; }
h2, h3 { font-weight: 600; }
.only, .headline, dt, time, .about, .nothing { color: var(--quiet); }
.only { font-size: 12px; }
.live { display: flex; align-items: center; gap: 12px; margin-block: 10px 8px; }
.timer { flex: none; white-space: nowrap; font-size: 30px; line-height: 1; font-weight: 650; font-variant-numeric: tabular-nums; color: var(--quiet); }
.is-live .timer { color: var(--live); }
progress {
  appearance: none; display: block; inline-size: 100%; block-size: 4px; border: 0; border-radius: 2px;
  background: var(--line); overflow: hidden;
}
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--live); }
progress::-moz-progress-bar { background: var(--live); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 3px 12px; margin-block: 12px; }
dd { font-variant-numeric: tabular-nums; }
h3 { border-block-start: 1px solid var(--line); padding-block-start: 10px; }
ol { list-style: none; }
li { display: grid; grid-template-columns: auto 1fr auto; align-items: baseline; gap: 0 8px; padding-block: 6px; }
li + li { border-block-start: 1px solid var(--line); }
time { font-variant-numeric: tabular-nums; }
.decision { font-weight: 600; }
.name { grid-column: 2 / -1; font: 12px/1.45 ui-monospace, monospace; }
.about { grid-column: 2 / -1; }
.delivery { grid-area: 1 / 3; font-size: 12px; color: var(--quiet); text-align: end; }
.started .decision, .acknowledged { color: var(--live); }
.waiting, .failed, .ended .decision, .intended .decision, .orphan_search .decision { color: var(--late); }
.rejected, .opened_nothing .decision { color: var(--bad); }
.rejected { grid-area: auto / 2 / auto / -1; text-align: start; }
@media (prefers-reduced-motion: no-preference) {
  progress::-webkit-progress-value { transition: inline-size 1s linear; }
}
@media (forced-colors: active) { .dot { forced-color-adjust: none; } }
@media print { :host { display: none !important; } }
`

/** A sheet that no Content-Security-Policy forbids, where the browser can make one. */
export function dress(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(CSS)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const style = document.createElement('style')
  style.textContent = CSS
  ;(root as ShadowRoot).append(style)
}

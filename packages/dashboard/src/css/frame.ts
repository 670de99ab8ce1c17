/** A dashboard that is all of its page reaches to the edges, unless the site says otherwise anywhere. */
export const wholePage = ':where(body:has(> .ht-insights)) { margin: 0; }'

export const frame = `
.ht-insights {
  container: ht-insights / inline-size;
  box-sizing: border-box;
  min-height: 100vh;
  background: var(--ht-ground);
  color: var(--ht-ink);
  font: 400 var(--ht-size) / 1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums;
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
.ht-insights *, .ht-insights ::before, .ht-insights ::after { box-sizing: inherit; }
.ht-insights :is(h1, h2, h3, p, ul, ol, dl, dd, figure, pre) { margin: 0; padding: 0; }
.ht-insights :is(ul, ol) { list-style: none; }
.ht-insights a { color: var(--ht-accent); text-underline-offset: 0.2em; }
.ht-insights :is(a, button, summary, .ht-scroll):focus-visible { outline: 2px solid var(--ht-accent); outline-offset: 2px; border-radius: 4px; }
.ht-insights :is(code, pre) { font-family: var(--ht-mono); font-size: 0.9em; overflow-wrap: anywhere; }
.ht-insights :is(h1, h2, h3) { font-weight: 600; text-wrap: balance; }
.ht-insights h1 { font-size: var(--ht-huge); line-height: 1.2; letter-spacing: -0.015em; overflow-wrap: anywhere; }
.ht-insights h2 { font-size: var(--ht-large); line-height: 1.3; letter-spacing: -0.005em; }
.ht-insights .ht-page {
  display: flex;
  flex-direction: column;
  gap: 16px;
  max-width: 1200px;
  margin-inline: auto;
  padding: 20px 32px 64px;
}
.ht-insights .ht-card { border: 0 solid; border-radius: var(--ht-radius); background: var(--ht-card); box-shadow: var(--ht-shadow); }
@media (forced-colors: active) { .ht-insights .ht-card { border-width: 1px; } }
.ht-insights .ht-panel { padding: 24px; min-width: 0; }
.ht-insights .ht-panel-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 8px; margin-bottom: 16px; }
/* What stands beside the title keeps to the end, in a line of its own too. */
.ht-insights .ht-panel-head > :first-child { margin-inline-end: auto; }
.ht-insights .ht-panel-title { display: flex; align-items: center; gap: 8px; }
.ht-insights .ht-heard {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.ht-insights .ht-quiet { color: var(--ht-quiet); }
.ht-insights .ht-break { overflow-wrap: anywhere; }

.ht-insights .ht-header { margin-bottom: 8px; }
.ht-insights .ht-bar { display: flex; align-items: center; justify-content: space-between; gap: 16px; margin-bottom: 32px; }
.ht-insights .ht-brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 600; letter-spacing: -0.01em; }
.ht-insights .ht-brand svg { fill: none; stroke: var(--ht-ink); stroke-width: 2; stroke-linecap: round; }
.ht-insights .ht-brand .ht-brand-fifth { stroke: var(--ht-accent); }
.ht-insights .ht-locales { display: flex; gap: 16px; font-size: var(--ht-small); }
.ht-insights .ht-locales a { padding-block: 4px; color: var(--ht-quiet); text-decoration: none; }
.ht-insights .ht-locales a:hover { color: var(--ht-ink); }
.ht-insights .ht-locales a[aria-current] { color: var(--ht-ink); font-weight: 600; }
.ht-insights .ht-title { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 12px 24px; }
.ht-insights .ht-title h1 { flex: 1 1 260px; }
.ht-insights .ht-ranges { display: inline-flex; padding: 3px; background: var(--ht-sunk); border-radius: 10px; box-shadow: inset 0 0 0 1px var(--ht-rule); }
.ht-insights .ht-ranges a {
  padding: 5px 14px;
  border-radius: 7px;
  color: var(--ht-quiet);
  font-size: var(--ht-small);
  text-decoration: none;
  white-space: nowrap;
}
.ht-insights .ht-ranges a:hover { color: var(--ht-ink); }
.ht-insights .ht-ranges a[aria-current] { background: var(--ht-card); color: var(--ht-ink); font-weight: 600; box-shadow: var(--ht-shadow); }
.ht-insights .ht-when { display: flex; flex-wrap: wrap; gap: 0 20px; margin-top: 8px; color: var(--ht-quiet); font-size: var(--ht-small); }
.ht-insights .ht-when :is(.ht-period, .ht-entry, bdi) { color: var(--ht-ink); }
.ht-insights .ht-note { margin-top: 2px; color: var(--ht-quiet); font-size: var(--ht-small); }
.ht-insights :is(.ht-synthetic, .ht-imported) {
  display: inline-block;
  margin-top: 12px;
  padding: 6px 12px;
  border: 1px dashed var(--ht-search_enter);
  border-radius: 8px;
  font-size: var(--ht-small);
}
.ht-insights .ht-back { font-size: var(--ht-small); }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-page { gap: 12px; padding: 16px 16px 48px; }
  .ht-insights .ht-bar { margin-bottom: 20px; }
  .ht-insights .ht-panel { padding: 20px 16px; }
  .ht-insights .ht-ranges { display: flex; flex: 1; }
  .ht-insights .ht-ranges a { flex: 1; text-align: center; padding-block: 8px; }
}`

/** What several pages are made of: filters, forms, figures, lists, rates. */
export const parts = `
.ht-insights .ht-to-behind { text-decoration-color: var(--ht-rule); }
.ht-insights .ht-to-behind:hover { text-decoration-color: currentColor; }
.ht-insights .ht-lead { margin-top: 4px; color: var(--ht-quiet); }
.ht-insights .ht-filters { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-top: 8px; }
.ht-insights .ht-chips { display: flex; flex-wrap: wrap; gap: 8px; }
.ht-insights .ht-chip { display: inline-flex; align-items: center; gap: 6px; max-width: 100%; padding: 3px 4px 3px 12px; border-radius: 999px; background: var(--ht-accent-soft); font-size: var(--ht-small); overflow-wrap: anywhere; }
.ht-insights .ht-chip a { min-width: 24px; border-radius: 50%; color: var(--ht-ink); text-align: center; text-decoration: none; }
.ht-insights .ht-chip a:hover { background: var(--ht-card); }
.ht-insights .ht-ranges button {
  padding: 5px 14px;
  border: 0;
  border-radius: 7px;
  background: none;
  color: var(--ht-quiet);
  font: inherit;
  font-size: var(--ht-small);
  white-space: nowrap;
  cursor: pointer;
}
.ht-insights .ht-ranges button:hover { color: var(--ht-ink); }
.ht-insights .ht-ranges button[aria-current] { background: var(--ht-card); color: var(--ht-ink); font-weight: 600; box-shadow: var(--ht-shadow); }
.ht-insights .ht-form label { display: flex; flex-direction: column; gap: 4px; color: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-form :is(input, select) { width: 100%; padding: 7px 10px; border: 1px solid var(--ht-quiet); border-radius: 8px; background: var(--ht-card); color: var(--ht-ink); font: inherit; font-size: var(--ht-small); }
.ht-insights .ht-form .ht-button { margin-top: 8px; }
.ht-insights :is(input, select):focus-visible { outline: 2px solid var(--ht-accent); outline-offset: 1px; }
.ht-insights .ht-files { display: inline-flex; gap: 12px; font-size: var(--ht-tiny); }
.ht-insights .ht-legend + .ht-files { margin-inline-start: 12px; }
.ht-insights :is(.ht-csv, .ht-save) { color: var(--ht-quiet); }
.ht-insights .ht-save { padding: 0; border: 0; background: none; font: inherit; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
.ht-insights :is(.ht-csv, .ht-save):hover { color: var(--ht-accent); }
.ht-insights .ht-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 16px; }
.ht-insights .ht-figures .ht-before { white-space: normal; }
.ht-insights .ht-number a { color: inherit; text-decoration-color: var(--ht-rule); text-decoration-thickness: 2px; }
.ht-insights .ht-number a:hover { color: var(--ht-accent); }
.ht-insights .ht-low, .ht-insights .ht-low a { color: var(--ht-quiet); font-weight: 400; }
.ht-insights .ht-rate small { font-size: var(--ht-tiny); }
.ht-insights .ht-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); gap: 16px; }
.ht-insights .ht-list { display: flex; flex-direction: column; }
.ht-insights .ht-list li { display: flex; justify-content: space-between; gap: 16px; padding-block: 7px; border-bottom: 1px solid var(--ht-rule); font-size: var(--ht-small); }
.ht-insights .ht-list li > :first-child { min-width: 0; overflow-wrap: anywhere; }
.ht-insights .ht-list li > :last-child { flex: none; }
.ht-insights .ht-more { margin-top: 12px; font-size: var(--ht-small); }
.ht-insights .ht-sort { color: inherit; text-decoration: none; }
.ht-insights .ht-sort:hover { color: var(--ht-ink); text-decoration: underline; }
.ht-insights [aria-sort] .ht-sort { color: var(--ht-ink); font-weight: 600; }
.ht-insights [aria-sort="descending"] .ht-sort::after { content: " ↓" / ""; }
.ht-insights [aria-sort="ascending"] .ht-sort::after { content: " ↑" / ""; }
.ht-insights .ht-behind { padding: 12px 16px; border-radius: 10px; background: var(--ht-accent-soft); font-size: var(--ht-small); overflow-wrap: anywhere; }
.ht-insights .ht-parts { display: block; border-radius: 6px; overflow: hidden; background: var(--ht-sunk); }
.ht-insights .ht-fill-found { fill: var(--ht-good); }
.ht-insights .ht-fill-failed { fill: var(--ht-search_enter); }
.ht-insights .ht-fill-contacted { fill: var(--ht-direct_link); }
.ht-insights .ht-part-list { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: 8px 24px; margin-top: 16px; font-size: var(--ht-small); }
/* No figure is left alone in its line: four, eight and ten stand in fours, then in twos, nine in threes. Their heading is the first child. */
@container ht-insights (min-width: 641px) {
  .ht-insights .ht-figures:has(> :last-child:nth-child(4n + 5)) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
}
@container ht-insights (min-width: 641px) and (max-width: 1100px) {
  .ht-insights .ht-figures:has(> :last-child:nth-child(3n + 5)) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
}
@container ht-insights (min-width: 641px) and (max-width: 1200px) {
  .ht-insights .ht-figures:has(> :last-child:nth-child(3n + 7)) { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
@container ht-insights (min-width: 641px) and (max-width: 760px) {
  .ht-insights .ht-figures:has(> :last-child:nth-child(3n + 5)), .ht-insights .ht-figures:has(> :last-child:nth-child(4n + 5)) { grid-template-columns: 1fr 1fr; }
}
/* Tables of many columns need more room than half a line. */
@container ht-insights (max-width: 1100px) {
  .ht-insights .ht-pair:has(.ht-not-found, .ht-reason-table) { grid-template-columns: 1fr; }
}
@container ht-insights (max-width: 760px) {
  .ht-insights .ht-title:has(.ht-ranges) + .ht-lead { margin-top: 12px; }
}
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-figures { grid-template-columns: 1fr; gap: 12px; }
  .ht-insights .ht-range, .ht-insights .ht-ranges { width: 100%; }
  .ht-insights .ht-ranges { flex-wrap: wrap; }
  .ht-insights .ht-ranges :is(a, button) { flex: 1 0 auto; padding: 8px 10px; text-align: center; }
}`

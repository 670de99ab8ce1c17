export const tables = `
.ht-insights .ht-scroll {
  overflow-x: auto;
  margin-inline: -24px;
  padding-inline: 24px;
  scrollbar-width: thin;
  /* A shadow at the edge where more is to see: the cover scrolls along, the shadow stays. */
  background:
    linear-gradient(to right, var(--ht-card) 50%, transparent) left / 48px 100% no-repeat local,
    linear-gradient(to left, var(--ht-card) 50%, transparent) right / 48px 100% no-repeat local,
    linear-gradient(to right, var(--ht-edge), transparent) left / 16px 100% no-repeat scroll,
    linear-gradient(to left, var(--ht-edge), transparent) right / 16px 100% no-repeat scroll;
}
.ht-insights .ht-table { width: 100%; border-collapse: collapse; font-size: var(--ht-small); text-align: left; }
.ht-insights .ht-table :is(th, td) { padding: 9px 20px 9px 0; border-bottom: 1px solid var(--ht-rule); font-weight: 400; vertical-align: baseline; white-space: nowrap; }
.ht-insights .ht-table :is(th, td):last-child { padding-right: 0; }
.ht-insights .ht-table thead th { padding-top: 0; color: var(--ht-quiet); font-size: var(--ht-tiny); font-weight: 500; }
.ht-insights .ht-table tbody:last-of-type tr:last-child > *, .ht-insights .ht-vitals tbody:last-of-type > tr > * { border-bottom: 0; }
.ht-insights .ht-vitals tr:not(:last-child) > td { border-bottom: 0; padding-bottom: 0; }
.ht-insights .ht-table thead small { display: block; font-size: inherit; font-weight: 400; }
.ht-insights .ht-table .ht-article { max-width: 0; width: 40%; min-width: 180px; overflow: hidden; text-overflow: ellipsis; font-weight: 500; }
.ht-insights .ht-table .ht-article > a:has(bdi) { display: block; overflow: hidden; text-overflow: ellipsis; }
.ht-insights .ht-numbers :is(th, td):not(:first-child) { text-align: right; }
.ht-insights .ht-numbers tfoot > tr > * { border-top: 1px solid var(--ht-quiet); border-bottom: 0; font-weight: 600; }
.ht-insights .ht-table .ht-wrap { min-width: 160px; white-space: normal; overflow-wrap: anywhere; }
.ht-insights .ht-table .ht-amount, .ht-insights .ht-sessions thead th:nth-child(n + 4):nth-child(-n + 6), .ht-insights .ht-conversations thead th:nth-child(n + 3):nth-child(-n + 5) { text-align: right; }
.ht-insights tr:has(.ht-row-link) { position: relative; }
.ht-insights tr:has(.ht-row-link):hover { background: var(--ht-sunk); }
.ht-insights .ht-row-link::after { content: ""; position: absolute; inset: 0; }
.ht-insights .ht-row-link { text-decoration: none; }
.ht-insights tr:hover .ht-row-link { text-decoration: underline; }
.ht-insights .ht-via { color: var(--ht-quiet); }
.ht-insights .ht-live { color: var(--ht-good); font-weight: 600; }
.ht-insights .ht-live::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%; background: currentColor; }
.ht-insights .ht-vital { display: inline-grid; grid-template-columns: 4.8em 7.6em auto; }
.ht-insights .ht-vital-value { font-weight: 600; }
.ht-insights .ht-vital-rating::before { display: inline-block; width: 1.4em; text-align: center; }
.ht-insights .ht-vital-good .ht-vital-rating { color: var(--ht-good); }
.ht-insights .ht-vital-good .ht-vital-rating::before { content: "●" / ""; }
.ht-insights .ht-vital-needs_work .ht-vital-rating { color: var(--ht-needs_work); }
.ht-insights .ht-vital-needs_work .ht-vital-rating::before { content: "▲" / ""; }
.ht-insights .ht-vital-poor .ht-vital-rating { color: var(--ht-poor); }
.ht-insights .ht-vital-poor .ht-vital-rating::before { content: "■" / ""; }
.ht-insights .ht-vital-few, .ht-insights .ht-vital-few * { color: var(--ht-quiet); font-weight: 400; }
.ht-insights .ht-foot { display: flex; flex-wrap: wrap; gap: 2px 20px; margin-top: 16px; color: var(--ht-quiet); font-size: var(--ht-tiny); }
@container ht-insights (max-width: 900px) {
  .ht-insights .ht-table .ht-article { white-space: normal; overflow-wrap: anywhere; }
  .ht-insights .ht-sessions .ht-article { min-width: 96px; }
  .ht-insights .ht-vital { grid-template-columns: auto 1fr; gap: 0 8px; }
  .ht-insights .ht-vital-rating { grid-area: 2 / 1 / auto / span 2; }
  .ht-insights .ht-vital-rating::before { width: auto; margin-right: 4px; }
  .ht-insights .ht-via { display: block; margin-left: 18px; font-size: var(--ht-tiny); }
}
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-scroll { margin-inline: -16px; padding-inline: 16px; }
  .ht-insights .ht-table .ht-article { width: auto; min-width: 132px; max-width: 150px; }
  .ht-insights .ht-table :is(th, td) { padding-right: 14px; }
}`

/** The funnel of searches, the bars of clicked places, and the table of queries. */
export const search = `
.ht-insights .ht-funnel { display: block; }
.ht-insights .ht-funnel text { fill: var(--ht-ink); font-size: var(--ht-small); }
.ht-insights .ht-funnel .ht-funnel-count { font-weight: 600; text-anchor: end; }
.ht-insights .ht-funnel-ground { fill: var(--ht-sunk); }
.ht-insights .ht-funnel-bar { fill: var(--ht-article_click); }
.ht-insights .ht-funnel-success { fill: var(--ht-good); }
.ht-insights .ht-steps tbody th { white-space: normal; }
.ht-insights .ht-steps small { display: block; }
.ht-insights .ht-places .ht-place-bar { width: 60%; min-width: 60px; }
.ht-insights .ht-place-bar svg { display: block; }
.ht-insights .ht-tab-lead { margin-block: 12px; }
.ht-insights .ht-queries .ht-rate small { display: block; }
.ht-insights .ht-queries thead th { vertical-align: bottom; white-space: normal; }
.ht-insights .ht-queries tbody td:is(.ht-refined-to, .ht-row-places), .ht-insights .ht-queries thead th:nth-child(9), .ht-insights .ht-queries thead th:nth-child(12) { text-align: start; }
.ht-insights .ht-queries .ht-refined-to { max-width: 150px; overflow: hidden; text-overflow: ellipsis; }
.ht-insights .ht-place-bars { margin-inline-end: 8px; vertical-align: middle; }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-tabs { flex-wrap: wrap; }
}
@media print {
  .ht-insights .ht-queries .ht-row-places small { display: none; }
  .ht-insights .ht-queries :is(th, td) { font-size: 7pt; }
}`

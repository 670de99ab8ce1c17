export const print = `
@media print {
  .ht-insights { --ht-ground: #ffffff; --ht-size: 10pt; min-height: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .ht-insights .ht-shell { display: block; }
  .ht-insights .ht-page { max-width: none; padding: 0; gap: 12pt; }
  .ht-insights :is(.ht-locales, .ht-ranges, .ht-ask, .ht-details, .ht-button, .ht-back, .ht-side, .ht-filter, .ht-files, .ht-chip a, .ht-ways, .ht-more, .ht-quiet-button, .ht-compare) { display: none; }
  .ht-insights .ht-panel:has(.ht-look-up):not(:has(.ht-found)) { display: none; }
  .ht-insights .ht-card { box-shadow: none; border: 1px solid var(--ht-rule); }
  .ht-insights :is(.ht-totals, .ht-total, .ht-chart, tr, .ht-step, .ht-reasons, .ht-pair > .ht-panel) { break-inside: avoid; }
  .ht-insights :is(.ht-panel-head, h3) { break-after: avoid; }
  .ht-insights .ht-scroll { overflow: visible; }
  .ht-insights .ht-table { font-size: 8pt; }
  .ht-insights .ht-table :is(th, td) { padding-right: 5pt; white-space: normal; }
  /* Ten columns of Spanish words between margins of 15 mm. */
  .ht-insights .ht-table.ht-queries { font-size: 7.5pt; }
  .ht-insights .ht-table .ht-article { min-width: 80px; overflow: visible; overflow-wrap: anywhere; }
  .ht-insights .ht-table .ht-article > a:has(bdi) { overflow: visible; }
  .ht-insights .ht-table :is(.ht-rate small, time, th code) { white-space: nowrap; }
  .ht-insights .ht-table small { font-size: 7pt; }
}`

export const print = `
@media print {
  .ht-insights { --ht-ground: #ffffff; --ht-size: 10pt; min-height: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .ht-insights .ht-page { max-width: none; padding: 0; gap: 12pt; }
  .ht-insights :is(.ht-locales, .ht-ranges, .ht-ask, .ht-details, .ht-button, .ht-back, .ht-side, .ht-filter, .ht-files, .ht-chip a) { display: none; }
  .ht-insights .ht-card { box-shadow: none; border: 1px solid var(--ht-rule); }
  .ht-insights :is(.ht-totals, .ht-chart, tr, .ht-step, .ht-reasons) { break-inside: avoid; }
  .ht-insights .ht-scroll { overflow: visible; }
  .ht-insights .ht-table :is(th, td) { padding-right: 8pt; white-space: normal; }
}`

export const totals = `
.ht-insights .ht-totals { display: grid; grid-template-columns: minmax(0, 4.3fr) minmax(0, 1.25fr) minmax(0, 1fr); gap: 16px; }
.ht-insights .ht-sum { display: grid; grid-template-columns: 1.35fr repeat(3, 1fr); min-width: 0; }
.ht-insights .ht-total { padding: 20px; min-width: 0; }
.ht-insights .ht-sum .ht-total + .ht-total { padding-inline: 20px 12px; }
.ht-insights .ht-sum .ht-total + .ht-total::before {
  content: "";
  float: left;
  width: 1px;
  height: 100%;
  margin-left: -20px;
  background: var(--ht-rule);
}
.ht-insights .ht-total-name { display: flex; align-items: center; gap: 8px; min-height: 24px; }
.ht-insights .ht-total h3 { display: flex; align-items: center; font-size: var(--ht-small); font-weight: 500; line-height: 1.3; }
.ht-insights .ht-number { margin-top: 8px; font-size: var(--ht-number); font-weight: 600; line-height: 1.2; letter-spacing: -0.02em; }
.ht-insights .ht-total-main .ht-number { font-size: var(--ht-number-main); line-height: 1.1; letter-spacing: -0.035em; }
.ht-insights .ht-change { margin-top: 6px; font-size: var(--ht-small); }
.ht-insights .ht-difference { font-weight: 600; }
.ht-insights .ht-before { color: var(--ht-quiet); white-space: nowrap; }
.ht-insights .ht-aside { margin-top: 2px; color: var(--ht-quiet); font-size: var(--ht-tiny); }
@container ht-insights (max-width: 1040px) {
  .ht-insights .ht-totals { grid-template-columns: 1fr 1fr; }
  .ht-insights .ht-sum { grid-column: 1 / -1; }
}
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-totals { grid-template-columns: 1fr; gap: 12px; }
  .ht-insights .ht-sum { grid-template-columns: 1fr; }
  .ht-insights .ht-total { padding: 16px; }
  .ht-insights .ht-total:not(.ht-total-main) { display: grid; grid-template-columns: 1fr fit-content(50%); gap: 0 12px; align-items: baseline; padding-block: 12px; }
  .ht-insights .ht-total:not(.ht-total-main) :is(.ht-number, .ht-change, .ht-aside) { margin: 0; }
  .ht-insights .ht-total:not(.ht-total-main) :is(.ht-number, .ht-aside) { text-align: right; }
  .ht-insights .ht-total .ht-aside { grid-column: 2; }
  .ht-insights .ht-sum .ht-total + .ht-total { margin-inline: 16px; padding-inline: 0; border-top: 1px solid var(--ht-rule); }
  .ht-insights .ht-sum .ht-total + .ht-total::before { content: none; }
}`

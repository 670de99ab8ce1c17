/** Page views by rating: a bar a vital. Its parts stand apart by a gap, not by colour alone. */
export const performance = `
.ht-insights .ht-choices { display: flex; flex-wrap: wrap; gap: 8px 16px; margin-bottom: 20px; }
.ht-insights .ht-vital-shares :is(th, td) { vertical-align: middle; }
.ht-insights .ht-vital-shares tbody small { display: block; font-size: var(--ht-tiny); }
.ht-insights .ht-table .ht-rated-cell { width: 40%; min-width: 160px; }
.ht-insights .ht-rated { display: block; border-radius: 4px; overflow: hidden; background: var(--ht-sunk); }
.ht-insights .ht-rated rect { stroke: var(--ht-card); stroke-width: 2px; }
.ht-insights .ht-rated-few { opacity: 0.5; }
.ht-insights .ht-fill-good { fill: var(--ht-good); }
.ht-insights .ht-fill-needs_work { fill: var(--ht-needs_work); }
.ht-insights .ht-fill-poor { fill: var(--ht-poor); }
.ht-insights .ht-speed td:nth-child(2), .ht-insights .ht-speed th:nth-child(2) { text-align: start; }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-choices { flex-direction: column; }
}
@media print {
  .ht-insights .ht-choices { display: none; }
}`

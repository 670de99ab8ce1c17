/** The bars of what a gap is made of, and their table. */
export const gaps = `
.ht-insights .ht-term { stroke: var(--ht-card); }
.ht-insights .ht-term-zero_result { fill: var(--ht-direct_link); }
.ht-insights .ht-term-contact_after { fill: var(--ht-search_enter); }
.ht-insights .ht-term-no_click { fill: var(--ht-article_click); }
.ht-insights .ht-term-quick_exit { fill: var(--ht-quiet); }
/* Hollow: a fifth colour would not stay apart from the four. */
.ht-insights .ht-term-refined_away { fill: var(--ht-card); stroke: var(--ht-quiet); }
.ht-insights .ht-gap-bar { display: block; }
.ht-insights .ht-gap-terms { display: flex; flex-wrap: wrap; gap: 0 16px; margin-top: 4px; font-size: var(--ht-tiny); }
.ht-insights .ht-gap-terms a { display: inline-block; padding-block: 3px; color: inherit; }
.ht-insights .ht-gap-terms a:hover { color: var(--ht-accent); }
.ht-insights .ht-gaps-table tbody :is(th, td) { vertical-align: top; }
.ht-insights .ht-gaps-table :is(tbody .ht-gap-query, tbody .ht-gap-how) { min-width: 180px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
.ht-insights .ht-gaps-table tbody .ht-gap-query { max-width: 260px; font-weight: 500; }
.ht-insights .ht-gaps-table tbody .ht-gap-how { width: 45%; min-width: 260px; }
.ht-insights .ht-gaps-table thead th:nth-child(2), .ht-insights .ht-gaps-table thead th:nth-child(4) { text-align: start; }
.ht-insights .ht-gap-score { font-weight: 600; }
.ht-insights .ht-gaps-table :is(tbody, thead) .ht-gap-work { min-width: 190px; max-width: 260px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
.ht-insights .ht-gap-said { display: grid; gap: 2px; }
.ht-insights .ht-gap-effect { display: grid; gap: 2px; margin-top: 4px; font-size: var(--ht-tiny); }
.ht-insights .ht-gap-effect div { display: flex; flex-wrap: wrap; gap: 0 8px; }
.ht-insights .ht-gap-effect dt { color: var(--ht-quiet); }
.ht-insights .ht-gap-change form { display: flex; flex-direction: column; align-items: start; gap: 10px; }
.ht-insights .ht-gap-change label { width: 100%; }
.ht-insights .ht-gap-change form + form { margin-top: 6px; padding-top: 12px; border-top: 1px solid var(--ht-rule); }
.ht-insights .ht-done { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; }
.ht-insights .ht-gaps-note { margin-top: 12px; }
.ht-insights .ht-weights-lead { margin-bottom: 16px; }
.ht-insights .ht-weights .ht-amount { text-align: right; }
.ht-insights .ht-weights tbody .ht-weight-means { min-width: 240px; white-space: normal; }
@media print {
  .ht-insights .ht-gaps-table :is(tbody, thead) :is(.ht-gap-query, .ht-gap-how, .ht-gap-work) { min-width: 0; }
  .ht-insights .ht-gaps-table tr > :last-child { display: none; }
}`

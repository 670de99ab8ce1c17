/** Lists with their places, and the picture of what follows what. */
export const suggestions = `
.ht-insights .ht-lists :is(th, td) { vertical-align: middle; }
.ht-insights .ht-lists thead th:nth-child(n + 3):nth-child(-n + 6), .ht-insights .ht-flow-table thead th:nth-child(n + 4) { text-align: right; }
.ht-insights :is(.ht-lists, .ht-flow-table) .ht-amount { text-align: right; }
.ht-insights .ht-table .ht-list-name { max-width: 190px; overflow: hidden; text-overflow: ellipsis; }
.ht-insights .ht-lists th.ht-list-name { font-weight: 500; }
.ht-insights .ht-lists .ht-rate small { display: block; }
.ht-insights .ht-list-places { display: flex; gap: 8px; }
.ht-insights .ht-list-places li { min-width: 52px; font-size: var(--ht-tiny); line-height: 1.35; }
.ht-insights .ht-list-places svg { display: block; margin-bottom: 4px; }
.ht-insights .ht-list-place { fill: var(--ht-article_click); }
.ht-insights .ht-list-place-few { fill-opacity: 0.5; }
.ht-insights .ht-list-place-ground { fill: var(--ht-quiet); }
.ht-insights .ht-list-place-name { color: var(--ht-quiet); }
.ht-insights .ht-flow { display: block; min-width: 640px; overflow: visible; }
.ht-insights .ht-flow text { fill: var(--ht-ink); font-size: var(--ht-tiny); stroke: var(--ht-card); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
.ht-insights .ht-flow .ht-flow-head, .ht-insights .ht-flow .ht-flow-times { fill: var(--ht-quiet); }
.ht-insights .ht-ribbon { fill-opacity: 0.32; }
.ht-insights .ht-ribbon:hover { fill-opacity: 0.65; }
.ht-insights .ht-from-else { fill: var(--ht-quiet); }
.ht-insights .ht-ribbon.ht-from-else { fill-opacity: 0.18; }
.ht-insights .ht-from-article_click { fill: var(--ht-article_click); }
.ht-insights .ht-from-direct_link { fill: var(--ht-direct_link); }
.ht-insights .ht-from-search_enter { fill: var(--ht-search_enter); }
.ht-insights .ht-to-suggestion { fill: var(--ht-good); }
.ht-insights .ht-to-contact { fill: var(--ht-poor); }
@media (prefers-contrast: more), print {
  .ht-insights .ht-ribbon, .ht-insights .ht-ribbon.ht-from-else { fill-opacity: 0.5; stroke: var(--ht-card); vector-effect: non-scaling-stroke; }
}`

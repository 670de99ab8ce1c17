export const quality = `
.ht-insights .ht-fill-duplicate { fill: var(--ht-article_click); }
.ht-insights .ht-fill-late { fill: var(--ht-direct_link); }
.ht-insights .ht-fill-bot { fill: var(--ht-quiet); }
.ht-insights .ht-fill-test { fill: url(#ht-hatch-test) var(--ht-quiet); stroke: var(--ht-quiet); }
.ht-insights .ht-fill-consent_missing { fill: var(--ht-search_enter); }
.ht-insights .ht-fill-invalid { fill: var(--ht-poor); }
.ht-insights .ht-fill-over_limit { fill: url(#ht-hatch-over_limit) var(--ht-poor); stroke: var(--ht-poor); }
.ht-insights .ht-part { shape-rendering: crispEdges; }
.ht-insights .ht-why thead th:last-child { text-align: right; }
.ht-insights .ht-look-up { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 12px; margin-top: 12px; }
.ht-insights .ht-look-up label { flex: 0 1 400px; }
.ht-insights .ht-found { margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--ht-rule); font-size: var(--ht-small); }
.ht-insights .ht-found .ht-scroll { margin-top: 12px; }`

/** One article: the bars of its openings, the curve of its reading, what was said. */
export const article = `
.ht-insights .ht-ways { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: var(--ht-small); }
.ht-insights .ht-fill-read { fill: var(--ht-direct_link); }
.ht-insights .ht-fill-opened { fill: var(--ht-accent-soft); stroke: var(--ht-article_click); }
.ht-insights .ht-opened-day:hover .ht-day-area { fill: var(--ht-ink); fill-opacity: 0.06; }
.ht-insights .ht-mark line { stroke: var(--ht-ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
.ht-insights .ht-chart .ht-mark text { fill: var(--ht-ink); font-weight: 600; }
.ht-insights .ht-mark-number { color: var(--ht-quiet); font-weight: 400; }
.ht-insights .ht-chart svg { overflow: visible; }
.ht-insights .ht-curve-area { fill: var(--ht-accent-soft); }
.ht-insights .ht-curve-line { fill: none; stroke: var(--ht-accent); stroke-width: 2; }
.ht-insights .ht-table .ht-query { max-width: 360px; white-space: normal; overflow-wrap: anywhere; }
.ht-insights .ht-comment-list { display: flex; flex-direction: column; gap: 16px; font-size: var(--ht-small); }
.ht-insights .ht-comment { margin: 2px 0 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--ht-rule); overflow-wrap: anywhere; white-space: pre-line; unicode-bidi: isolate; }
.ht-insights .ht-details .ht-comment-list { margin-top: 12px; }`

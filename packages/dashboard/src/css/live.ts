export const live = `
.ht-insights .ht-minutes { display: block; overflow: visible; }
.ht-insights .ht-minutes text { fill: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-minutes .ht-minute-count { fill: var(--ht-ink); font-size: var(--ht-small); font-weight: 600; }
.ht-insights .ht-minutes line { stroke: var(--ht-quiet); shape-rendering: crispEdges; }
.ht-insights .ht-behind time { font-weight: 600; }
.ht-insights .ht-behind [data-follow="following"]::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-inline-end: 6px; border-radius: 50%; background: var(--ht-good); }
.ht-insights .ht-behind [data-follow="lost"] { color: var(--ht-poor); }`

export const chart = `
.ht-insights .ht-legend { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 20px; font-size: var(--ht-small); }
.ht-insights .ht-legend a { display: inline-block; padding-block: 3px; color: inherit; text-decoration: none; }
.ht-insights .ht-legend a:hover { text-decoration: underline; }
.ht-insights .ht-entry { white-space: nowrap; }
.ht-insights .ht-swatch { flex: none; margin-right: 8px; }
.ht-insights .ht-fill-article_click { fill: var(--ht-article_click); }
.ht-insights .ht-fill-direct_link { fill: var(--ht-direct_link); }
.ht-insights .ht-fill-search_enter { fill: var(--ht-search_enter); }
.ht-insights .ht-so-far { fill: none; stroke: var(--ht-quiet); stroke-dasharray: 3 2; }
.ht-insights .ht-swatch .ht-so-far { stroke-dasharray: 2 1.5; }
/* The counts of the grid stand in the margin, outside the drawing's own width. */
.ht-insights .ht-chart { display: block; width: calc(100% - 40px); margin: 12px 0 0 40px; overflow: visible; }
.ht-insights .ht-chart text { fill: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-chart line { stroke: var(--ht-rule); shape-rendering: crispEdges; }
.ht-insights .ht-ground line { stroke: var(--ht-quiet); }
.ht-insights .ht-annotation path { fill: var(--ht-ink); }
.ht-insights .ht-chart .ht-annotation line { stroke: var(--ht-ink); stroke-dasharray: 2 3; }
.ht-insights .ht-annotations-title { margin-top: 16px; font-size: var(--ht-small); }
.ht-insights .ht-annotations { display: grid; gap: 4px; margin-top: 6px; font-size: var(--ht-small); }
.ht-insights .ht-annotations li { display: flex; gap: 12px; overflow-wrap: anywhere; }
.ht-insights .ht-annotations time { flex: none; }
.ht-insights .ht-annotations span { min-width: 0; }
.ht-insights .ht-segment { shape-rendering: crispEdges; }
.ht-insights .ht-bar { clip-path: inset(0 round 3px 3px 0 0) fill-box; }
.ht-insights .ht-day-area { fill: transparent; }
.ht-insights .ht-chart:focus-visible { outline: 2px solid var(--ht-accent); outline-offset: 4px; }
.ht-insights .ht-read-out { display: block; margin-top: 8px; font-size: var(--ht-small); font-variant-numeric: tabular-nums; }
.ht-insights .ht-read-out:empty { display: none; }
.ht-insights [data-reading="on"] :is(.ht-segment, .ht-part) { stroke: var(--ht-ink); }
.ht-insights :is(.ht-reading:hover, [data-reading="on"]) .ht-day-area { fill: var(--ht-ink); fill-opacity: 0.06; }
.ht-insights .ht-day-open .ht-segment { fill-opacity: 0.45; }
.ht-insights .ht-reading-box { visibility: hidden; pointer-events: none; }
.ht-insights :is(.ht-reading:hover, [data-reading="on"]) .ht-reading-box { visibility: visible; }
.ht-insights .ht-reading-box rect { fill: var(--ht-card); stroke: var(--ht-rule); filter: drop-shadow(0 4px 12px rgb(0 0 0 / 0.14)); }
.ht-insights .ht-chart .ht-reading text { fill: var(--ht-ink); }
.ht-insights .ht-chart .ht-reading .ht-reading-day { fill: var(--ht-quiet); }
.ht-insights .ht-reading .ht-reading-count { text-anchor: end; font-weight: 600; }
.ht-insights .ht-chart .ht-nothing { font-size: var(--ht-size); }
.ht-insights .ht-details { margin-top: 16px; }
.ht-insights .ht-details summary { width: fit-content; color: var(--ht-accent); font-size: var(--ht-small); cursor: pointer; }
.ht-insights .ht-details[open] summary { margin-bottom: 12px; }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-legend { flex-basis: 100%; gap: 4px 16px; }
  .ht-insights .ht-tick-wide { display: none; }
  .ht-insights .ht-chart .ht-nothing { font-size: var(--ht-small); }
  .ht-insights .ht-chart { width: calc(100% - 32px); margin-left: 32px; }
}
@media (prefers-contrast: more), (forced-colors: active), print {
  .ht-insights :is(.ht-segment, .ht-swatch *).ht-fill-direct_link { fill: url(#ht-hatch-direct_link) var(--ht-direct_link); stroke: var(--ht-direct_link); }
  .ht-insights :is(.ht-segment, .ht-swatch *).ht-fill-search_enter { fill: url(#ht-hatch-search_enter) var(--ht-search_enter); stroke: var(--ht-search_enter); }
}`

/** The table of all articles is wide: the name stays in sight while the numbers scroll, and each n stands below its share. */
export const articles = `
.ht-insights .ht-order { margin: -8px 0 12px; }
.ht-insights .ht-only { display: block; width: fit-content; color: var(--ht-quiet); font-size: var(--ht-tiny); font-weight: 400; }
/* A finger needs 24 px for each of the two links of a name. */
.ht-insights .ht-articles .ht-article > a { padding-block: 3px; }
.ht-insights .ht-articles .ht-rate small { display: block; }
.ht-insights .ht-articles thead th { max-width: 96px; white-space: normal; vertical-align: bottom; }
.ht-insights .ht-articles .ht-article { width: 20%; }
/* The shadow covers what scrolls past in the margin of the card. */
.ht-insights .ht-articles :is(th, td):first-child { position: sticky; left: 0; z-index: 1; background: var(--ht-card); box-shadow: -24px 0 var(--ht-card); }
@media print {
  .ht-insights .ht-articles :is(th, td):first-child { position: static; }
  .ht-insights .ht-only { display: none; }
}`

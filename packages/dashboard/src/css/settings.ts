export const settings = `
.ht-insights .ht-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 20px 24px; }
.ht-insights .ht-facts dt { color: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-facts dd { margin-top: 2px; overflow-wrap: anywhere; }
.ht-insights .ht-facts small { display: block; color: var(--ht-quiet); font-size: var(--ht-small); }
.ht-insights .ht-above-table { margin-bottom: 16px; }`

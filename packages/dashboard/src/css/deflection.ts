/** The ways to ask, with what came of each. */
export const deflection = `
.ht-insights .ht-forms th.ht-list-name { font-weight: 500; }
.ht-insights .ht-forms thead th:nth-child(n + 3) { text-align: right; }`

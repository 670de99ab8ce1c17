import { LEDGER_COUNTS } from './ledgerCounts.js'

/** The ledger, each slot once, although on a cluster each block has rows of its own; `of`: which rows, all where it is ''. */
export const slotsSql = (of = ''): string => `
select l.slot as slot, l.site as site, l.synthetic as synthetic, ${LEDGER_COUNTS.map((count) => `sum(l.${count}) as ${count}`).join(', ')}
from ledger l
${of}
group by l.slot, l.site, l.synthetic
order by slot, site, synthetic`

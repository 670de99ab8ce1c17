/** Where what is not delivered yet is kept, in IndexedDB. */
export const DATABASE = 'help.unsent'
export const STORE = 'ticks'

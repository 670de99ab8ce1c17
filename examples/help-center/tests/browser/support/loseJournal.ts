/**
 * Runs in a page: from now on its journal fails. A page that has it open when it goes to sleep is thrown away as soon as
 * another tab refuses, because that deletes it; this one can come back.
 */
export function loseJournal(): void {
  IDBFactory.prototype.open = () => {
    throw new Error('no journal')
  }
  indexedDB.deleteDatabase('help.unsent')
}

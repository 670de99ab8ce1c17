/** What the names of all locks on tab ids begin with. */
export const TAB_LOCK = 'help:tab:'

export const lockName = (tabId: string): string => TAB_LOCK + tabId

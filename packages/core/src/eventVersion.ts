/** The version of the event schema that this code writes. */
export const EVENT_VERSION = 1

type BroadcastChannelClass = typeof BroadcastChannel

/** Node keeps a process alive for every channel that was not closed; a test that forgot one must not hang. */
export function letProcessEnd(Channel: BroadcastChannelClass): BroadcastChannelClass {
  return class extends Channel {
    constructor(name: string) {
      super(name)
      ;(this as { unref?: () => void }).unref?.()
    }
  }
}

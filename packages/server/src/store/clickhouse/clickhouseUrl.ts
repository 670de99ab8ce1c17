/** Who asks. Functions, so that no object that is printed or logged shows a secret. */
export interface Login {
  readonly user: string
  readonly password: () => string
  /** A JWT, in the place of user and password; null where there is none. */
  readonly token: () => string | null
}

/** Files of certificates, in PEM. */
export interface TlsFiles {
  /** The authorities to trust, in the place of those that Node brings; null: those. */
  readonly ca: string | null
  /** A certificate of ours and its key, where the server asks for one. */
  readonly client: { readonly cert: string; readonly key: string } | null
}

/** A store's URL, read: `clickhouse://user:password@host:8123/database`, and what may follow it. */
export interface ClickhouseUrl {
  readonly engine: 'clickhouse'
  /** Where the log lies, in front of the servers. */
  readonly folder: string
  /** null: everything is kept. */
  readonly keepDays: number | null
  /** Of each shard its replicas, as `http://h1:8123` or `https://h1:8443`. */
  readonly shards: readonly (readonly string[])[]
  readonly database: string
  /** As `remote_servers` names it; null where none is named. */
  readonly cluster: string | null
  /** 'log': events are acknowledged when they are in the log; 'direct': when they are on the cluster. */
  readonly insert: 'log' | 'direct'
  readonly login: Login
  readonly tls: TlsFiles
  readonly requestTimeoutMs: number
  readonly connectTimeoutMs: number
}

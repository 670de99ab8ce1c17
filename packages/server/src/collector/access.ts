import { sameSecret } from '../sameSecret.js'

/**
 * What somebody may do, each with all before it: a `viewer` reads, an `editor` works on content gaps and annotations, an `admin` also
 * erases visitors and hands in tickets.
 */
export const ROLES = ['viewer', 'editor', 'admin'] as const
/** What somebody may do: each role may do what those before it may, too. */
export type Role = (typeof ROLES)[number]

/**
 * `true` stands for an admin. `name`, <= 64 characters, is kept beside what an editor changes. `sites`: the only sites that
 * the person may see or change; without it, all.
 */
export type Authorized =
  | boolean
  | Role
  | { readonly role: Role; readonly name?: string; readonly sites?: readonly string[] }

export interface AccessOptions {
  /** Says who may read reports, change gaps and erase visitors, by the site's own session, say. */
  readonly authorize?: (request: Request) => Authorized | Promise<Authorized>
  /** Opens everything to `Authorization: Bearer <token>`. */
  readonly token?: string
}

/** Somebody who was let in. */
export interface Reader {
  readonly role: Role
  /** '' when nobody says. */
  readonly name: string
  /** Ids of the sites that they may see; null for all. */
  readonly sites: readonly string[] | null
}

/** Whether somebody may, and what. */
export type Access = ({ readonly granted: true } & Reader) | { readonly granted: false; readonly reason: string }

/** Who asks. Closed in production until the site says who may. */
export async function accessOf(request: Request, { authorize, token }: AccessOptions): Promise<Access> {
  if (token && isBearer(request, token)) return ADMIN
  const access = authorize ? granted(await authorize(request)) : null
  if (access) return access
  if (token || authorize) return NOT_AUTHORIZED
  return process.env.NODE_ENV === 'production' ? CLOSED : ADMIN
}

/** Whether somebody who was let in may do what needs this role. */
export const mayAct = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** Whether somebody who was let in may see a site, and change what their role changes in it. */
export const maySee = ({ sites }: Pick<Reader, 'sites'>, site: string): boolean =>
  sites === null || sites.includes(site)

const ADMIN: Access = { granted: true, role: 'admin', name: '', sites: null }
const MAX_NAME = 64

const NOT_AUTHORIZED: Access = {
  granted: false,
  reason: 'Expected a reader whom this site authorizes, or "Authorization: Bearer <token>" with its token.',
}

const CLOSED: Access = {
  granted: false,
  reason:
    'Reading is closed in production until the site says who may read: ' +
    'give createHelpHandlers (createCollector) an `authorize(request)` or a `token`.',
}

/** null for nobody. */
function granted(authorized: Authorized): Access | null {
  if (!authorized) return null
  if (authorized === true) return ADMIN
  const {
    role,
    name = '',
    sites,
  }: Exclude<Authorized, boolean | Role> = typeof authorized === 'string' ? { role: authorized } : authorized
  if (!ROLES.includes(role)) {
    throw new Error(
      `[helptally] authorize: expected true, false, a role (${ROLES.join(', ')}) or { role, name, sites }, got ${JSON.stringify(authorized)}.`,
    )
  }
  return {
    granted: true,
    role,
    name: String(name).toWellFormed().slice(0, MAX_NAME),
    sites: sites === undefined ? null : listed(sites),
  }
}

/** Whatever else stands there, as null from a database, must not be read as "all". */
function listed(sites: unknown): readonly string[] {
  if (Array.isArray(sites) && sites.every((site) => typeof site === 'string')) return sites
  throw new Error(`[helptally] authorize: expected sites to be a list of ids of sites, got ${JSON.stringify(sites)}.`)
}

export function isBearer(request: Request, token: string): boolean {
  return sameSecret(/^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1], token)
}

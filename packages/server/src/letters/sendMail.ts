/** One mail, as text and as HTML. */
export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** How long a mail server may keep us waiting. */
const PATIENCE_MS = 30_000

/** Sends it by an SMTP server, `smtps://user:password@host` or `smtp://host:25`. Rejects with a reason that holds no secret. */
export async function sendMail(server: string, mail: Mail): Promise<void> {
  const address = serverOf(server)
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: address.href,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ ...mail, to: [...mail.to] })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `[helptally] The mail server ${address.host} did not take the mail: ${reason}. Check its address, the user and the sender.`,
      { cause: error },
    )
  } finally {
    transport.close()
  }
}

function serverOf(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null
  if (address && /^smtps?:$/.test(address.protocol) && address.hostname !== '') return address
  throw new Error('[helptally] HELPTALLY_SMTP: expected an address such as smtps://user:password@host, got none.')
}

export function schemasOf(): Readonly<Record<string, unknown>>

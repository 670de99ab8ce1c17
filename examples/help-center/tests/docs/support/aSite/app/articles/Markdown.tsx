import type { ReactNode } from 'react'

export declare function Markdown(props: { children: string }): ReactNode

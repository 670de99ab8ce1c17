export interface Found {
  readonly id: string
  readonly href: string
  readonly title: string
}

export declare function findArticles(query: string): Promise<readonly Found[]>

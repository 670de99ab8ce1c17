/** What was done to the help center, so that a number that moved can be told from one that was moved. */
export const ANNOTATION_KINDS = ['deploy', 'publication', 'note'] as const
/** What kind of thing was done. */
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/** The body of `POST {base}/annotations`. */
export interface AnnotationBody {
  /** An ISO instant with its offset, or epoch ms. Default: now. */
  readonly at?: string | number
  readonly kind: AnnotationKind
  /** <= 200 characters. */
  readonly text: string
  /** The id of the article that it is about; '' for the whole site. */
  readonly article?: string
}

/** What was done to the help center, as it is kept. */
export interface Annotation {
  /** A UUID. */
  readonly id: string
  /** ISO instant. */
  readonly at: string
  readonly kind: AnnotationKind
  readonly text: string
  /** '' for the whole site. */
  readonly article: string
  /** Who made it; '' when the site does not say. */
  readonly by: string
}

/** `at`: epoch ms. */
export type NewAnnotation = Omit<Annotation, 'at'> & { readonly at: number }

/** What a store is told to keep, or to remove. */
export type AnnotationOrder =
  | { readonly do: 'add'; readonly site: string; readonly annotation: NewAnnotation }
  | { readonly do: 'remove'; readonly site: string; readonly id: string }

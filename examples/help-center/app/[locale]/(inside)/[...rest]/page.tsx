import { notFound } from 'next/navigation'

/** Any other address of a language: the not-found page in that language, and not the bare one. */
export default function UnknownPage() {
  notFound()
}

import { Article } from '../../../../components/Article'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params
  return <Article title={slug} text="What to do, step by step." />
}

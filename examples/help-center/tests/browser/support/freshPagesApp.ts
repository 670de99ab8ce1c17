import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MadeApp } from './appIn.js'
import { EXAMPLE } from './helpCenter.js'
import { makeApp } from './makeApp.js'

/** A help center of the Pages Router in two languages, with a 404 page of its own, and all our components. */
const FRESH: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "fresh-pages", "private": true, "dependencies": { "next": "^16.3.0" } }\n',
  'tsconfig.json': readFileSync(join(EXAMPLE, 'tsconfig.json'), 'utf8'),
  'next.config.ts': `import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  i18n: { locales: ["en", "es"], defaultLocale: "en", localeDetection: false },
};

export default nextConfig;
`,
  'articles.ts': `export const articles = [
  { id: "install", title: "Install" },
  { id: "idle", title: "Idle time" },
  { id: "tabs", title: "Tabs and windows" },
];

export const hits = articles.map((article) => ({ ...article, href: "/docs/" + article.id }));
`,
  'pages/_app.tsx': `import { ConsentBanner } from "@helptally/next";
import type { AppProps } from "next/app";

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Component {...pageProps} />
      <ConsentBanner />
    </>
  );
}
`,
  'pages/index.tsx': `import { ArticleLink, HelpSearch } from "@helptally/next";
import { hits } from "../articles";

const search = (query: string) => hits.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));

export default function Home() {
  return (
    <main>
      <HelpSearch search={search} label="Search" />
      <ArticleLink href="/docs/install">Install</ArticleLink>
    </main>
  );
}
`,
  'pages/docs/[slug].tsx': `import { ArticleFeedback, SuggestedArticles, useConsent, useHelpSession } from "@helptally/next";
import type { GetStaticPaths, GetStaticProps } from "next";
import { articles, hits } from "../../articles";

type Props = (typeof articles)[number];

export const getStaticPaths: GetStaticPaths = ({ locales = [] }) => ({
  paths: articles.flatMap(({ id }) => locales.map((locale) => ({ params: { slug: id }, locale }))),
  fallback: false,
});

export const getStaticProps: GetStaticProps<Props> = ({ params }) => ({
  props: articles.find(({ id }) => id === params?.slug)!,
});

export default function Article({ id, title }: Props) {
  const entry = useHelpSession((help) => help.session?.entry);
  const { consent } = useConsent();
  return (
    <main>
      <article>
        <h1>{title}</h1>
        <p role="note">{consent + ", " + (entry ?? "not counted")}</p>
      </article>
      <ArticleFeedback />
      <SuggestedArticles list="related" title="See also" items={hits.filter((hit) => hit.id !== id)} />
    </main>
  );
}
`,
  'pages/404.tsx': `export default function Missing() {
  return <main data-help-missing="">Our own page says that nothing is here.</main>;
}
`,
}

/** Its packages are installed, because the Pages Router leaves what is installed to Node, and bundles what is linked. */
export const freshPagesApp = (): MadeApp => makeApp('pages', { files: FRESH, packages: 'installed' })

export const freshPagesFile = (path: string): string => FRESH[path]!

import type { Files } from './appIn.js'

/** An app as somebody has it who stays on an older Next. */
export interface OlderApp {
  readonly name: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly files: Files
}

/** As `create-next-app` writes it. */
const TSCONFIG = `{
  "compilerOptions": {
    "lib": ["dom", "dom.iterable", "esnext"],
    "skipLibCheck": true,
    "strict": true,
    "noEmit": true,
    "esModuleInterop": true,
    "module": "esnext",
    "moduleResolution": "bundler",
    "resolveJsonModule": true,
    "isolatedModules": true,
    "jsx": "preserve",
    "incremental": true,
    "plugins": [{ "name": "next" }]
  },
  "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts"],
  "exclude": ["node_modules"]
}
`

/** Next 14 gives a page its params, and takes no config in TypeScript. */
export const onNext14: OlderApp = {
  name: 'next-14',
  dependencies: {
    next: '14.2.35',
    react: '18.3.1',
    'react-dom': '18.3.1',
    typescript: '5.9.3',
    '@types/react': '18.3.32',
    '@types/react-dom': '18.3.7',
    '@types/node': '24.19.2',
  },
  files: {
    ...filesOf({ params: '{ slug: string }' }),
    'next.config.mjs': `/** @type {import('next').NextConfig} */
const nextConfig = {};

export default nextConfig;
`,
  },
}

/** Next 15 promises them. */
export const onNext15: OlderApp = {
  name: 'next-15',
  dependencies: {
    next: '15.5.29',
    react: '19.3.1',
    'react-dom': '19.3.1',
    typescript: '5.9.3',
    '@types/react': '19.3.0',
    '@types/react-dom': '19.3.0',
    '@types/node': '24.19.2',
  },
  files: {
    ...filesOf({ params: 'Promise<{ slug: string }>' }),
    'next.config.ts': `import type { NextConfig } from "next";

const nextConfig: NextConfig = {};

export default nextConfig;
`,
  },
}

/** Both routers in one app, each with its articles: `/app/articles/idle`, `/pages/articles/idle`. */
function filesOf({ params }: { readonly params: string }): Files {
  return {
    'tsconfig.json': TSCONFIG,
    'articles.ts': `export const articles = [
  { id: "install", title: "Install" },
  { id: "idle", title: "Idle time" },
  { id: "tabs", title: "Tabs and windows" },
];

export const hitsOf = (shelf: string) =>
  articles.map((article) => ({ ...article, href: "/" + shelf + "/articles/" + article.id }));
`,
    'parts/Search.tsx': `"use client";

import { HelpSearch } from "@helptally/next";
import { hitsOf } from "../articles";

export function Search({ shelf }: { shelf: string }) {
  const search = (query: string) => hitsOf(shelf).filter(({ title }) => title.toLowerCase().includes(query));
  return <HelpSearch search={search} label="Search" />;
}
`,
    // When the effects of a page run, it is hydrated.
    'parts/Hydrated.tsx': `"use client";

import { useEffect } from "react";

export function Hydrated() {
  useEffect(() => void Object.assign(window, { hydratedAt: performance.now() }), []);
  return null;
}
`,
    'parts/Article.tsx': `import { ArticleBody, ArticleFeedback, SuggestedArticles } from "@helptally/next";
import { hitsOf } from "../articles";

export function Article({ shelf, id }: { shelf: string; id: string }) {
  return (
    <main>
      <ArticleBody article={id}>{"All about " + id}</ArticleBody>
      <ArticleFeedback />
      <SuggestedArticles list="related" title="See also" items={hitsOf(shelf).filter((hit) => hit.id !== id)} />
    </main>
  );
}
`,
    'parts/Home.tsx': `import { ArticleLink } from "@helptally/next";
import { Search } from "./Search";

export function Home({ shelf }: { shelf: string }) {
  return (
    <main>
      <Search shelf={shelf} />
      <ArticleLink href={"/" + shelf + "/articles/install"}>Install</ArticleLink>
    </main>
  );
}
`,
    'app/layout.tsx': `import { ConsentBanner } from "@helptally/next";
import type { ReactNode } from "react";
import { Hydrated } from "../parts/Hydrated";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <ConsentBanner />
        <Hydrated />
      </body>
    </html>
  );
}
`,
    'app/app/page.tsx': `import { Home } from "../../parts/Home";

export default function Page() {
  return <Home shelf="app" />;
}
`,
    'app/app/articles/[slug]/page.tsx': `import { Article } from "../../../../parts/Article";

export default async function Page({ params }: { params: ${params} }) {
  return <Article shelf="app" id={(await params).slug} />;
}
`,
    'pages/_app.tsx': `import { ConsentBanner } from "@helptally/next";
import type { AppProps } from "next/app";
import { Hydrated } from "../parts/Hydrated";

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Component {...pageProps} />
      <ConsentBanner />
      <Hydrated />
    </>
  );
}
`,
    'pages/pages/index.tsx': `import { Home } from "../../parts/Home";

export default function Page() {
  return <Home shelf="pages" />;
}
`,
    'pages/pages/articles/[slug].tsx': `import type { GetServerSideProps } from "next";
import { Article } from "../../../parts/Article";

export const getServerSideProps: GetServerSideProps = async ({ params }) => ({ props: { id: params!.slug } });

export default function Page({ id }: { id: string }) {
  return <Article shelf="pages" id={id} />;
}
`,
  }
}

/** Another collector, in the other router than that which init writes. */
export const inPagesToo: Files = {
  'pages/api/also/[...path].ts': `import { createHelpApi } from "@helptally/next/pages";

export const config = { api: { bodyParser: false, responseLimit: false } };

export default createHelpApi({ store: process.env.HELPTALLY_STORE });
`,
}

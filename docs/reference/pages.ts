import type { Language } from './words.ts'

/** One article, and what it tells of. */
export interface Page {
  readonly slug: string
  readonly title: Readonly<Record<Language, string>>
  readonly description: Readonly<Record<Language, string>>
  /** What stands before the first heading. */
  readonly intro: Readonly<Record<Language, string>>
  readonly order: number
  readonly related: readonly string[]
  readonly entries: readonly Entry[]
  /** Only what is declared in these files and folders; all that no page before it tells, where it is not given. */
  readonly declaredIn?: readonly string[]
}

export interface Entry {
  /** As it is imported. */
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  /** What it is for, where a page has several. */
  readonly says?: Readonly<Record<Language, string>>
}

/** The articles of the reference. What several of them export is told in the first whose package declares it. */
export const PAGES: readonly Page[] = [
  {
    slug: 'reference-setup',
    title: { en: 'Reference: set-up and dashboard', es: 'Referencia: instalación y panel' },
    description: {
      en: 'withHelptally, the route handlers of both routers, the dashboard and its badge, with every option, its type and its default.',
      es: 'withHelptally, los manejadores de ambos routers, el panel y su distintivo, con cada opción, su tipo y su valor por defecto.',
    },
    intro: {
      en: 'What a Next app calls once, in its config, its routes and its dashboard page. How to put it in place is told in [install](install.md), what to set in production in [deploy](deploy.md).',
      es: 'Lo que una app de Next llama una vez, en su configuración, sus rutas y la página de su panel. Cómo ponerlo en su sitio lo cuenta [instalar](install.md), y qué fijar en producción, [desplegar](deploy.md).',
    },
    order: 2,
    related: ['install', 'reference-next', 'dashboard'],
    entries: [
      {
        name: '@helptally/next/config',
        file: 'packages/next/src/config/index.ts',
        says: { en: 'For `next.config.ts`.', es: 'Para `next.config.ts`.' },
      },
      {
        name: '@helptally/next/server',
        file: 'packages/next/src/server/index.ts',
        says: { en: 'For a route file of the App Router.', es: 'Para un archivo de ruta del App Router.' },
      },
      {
        name: '@helptally/next/pages',
        file: 'packages/next/src/pages/index.ts',
        says: { en: 'For an API route of the Pages Router.', es: 'Para una ruta de API del Pages Router.' },
      },
      {
        name: '@helptally/next/dashboard',
        file: 'packages/next/src/dashboard/index.ts',
        says: {
          en: 'For the page of the dashboard, and for the articles beside which its numbers stand.',
          es: 'Para la página del panel y para los artículos junto a los que aparecen sus números.',
        },
      },
      {
        name: '@helptally/next/component',
        file: 'packages/next/src/components/Helptally.tsx',
        says: {
          en: 'For Next before 16.3, which loads nothing into pages by itself.',
          es: 'Para Next anterior a 16.3, que no carga nada en las páginas por sí solo.',
        },
      },
      {
        name: '@helptally/next/instrument',
        file: 'packages/next/src/instrument.ts',
        says: {
          en: 'Exports nothing: it starts the engine of a page. `withHelptally` has Next load it in every page, and `@helptally/next/instrument-with-devtools` in its place in `next dev`. You need not import either.',
          es: 'No exporta nada: pone en marcha el motor de una página. `withHelptally` hace que Next lo cargue en cada página y, en su lugar, `@helptally/next/instrument-with-devtools` en `next dev`. No hace falta importar ninguno.',
        },
      },
    ],
  },
  {
    slug: 'reference-next',
    title: { en: 'Reference: components and hooks', es: 'Referencia: componentes y hooks' },
    description: {
      en: 'Every component and hook of @helptally/next, with all props, their types and defaults.',
      es: 'Cada componente y cada hook de @helptally/next, con todas sus propiedades, sus tipos y sus valores por defecto.',
    },
    intro: {
      en: 'What pages draw and call, from `@helptally/next`. How they go together, with examples: [components](components.md), [search](search.md), [suggested articles](suggested-articles.md), [consent](consent.md).',
      es: 'Lo que las páginas dibujan y llaman, desde `@helptally/next`. Cómo se combinan, con ejemplos: [componentes](components.md), [búsqueda](search.md), [artículos sugeridos](suggested-articles.md), [consentimiento](consent.md).',
    },
    order: 3,
    related: ['components', 'reference-browser', 'search'],
    entries: [{ name: '@helptally/next', file: 'packages/next/src/index.ts' }],
  },
  {
    slug: 'reference-browser',
    title: { en: 'Reference: the engine in the page', es: 'Referencia: el motor en la página' },
    description: {
      en: 'What @helptally/browser offers to a site without Next, and what the engine of a page can be asked and told.',
      es: 'Lo que @helptally/browser ofrece a un sitio sin Next, y qué se le puede preguntar y contar al motor de una página.',
    },
    intro: {
      en: 'The engine that counts in the page, from `@helptally/browser`. A Next site starts it through `withHelptally` and meets these types where it looks at them: `useHelpSession`, `findHelp`, `track`, `chatSession`.',
      es: 'El motor que cuenta en la página, desde `@helptally/browser`. Un sitio de Next lo arranca con `withHelptally` y encuentra estos tipos donde los mira: `useHelpSession`, `findHelp`, `track`, `chatSession`.',
    },
    order: 4,
    related: ['reference-next', 'web-chat', 'reference-events'],
    entries: [{ name: '@helptally/browser', file: 'packages/browser/src/index.ts' }],
  },
  {
    slug: 'reference-events',
    title: { en: 'Reference: events', es: 'Referencia: eventos' },
    description: {
      en: 'Every event that a page or a chat platform tells, with its fields, their types, units and limits.',
      es: 'Cada evento que cuentan una página o una plataforma de chat, con sus campos, sus tipos, unidades y límites.',
    },
    intro: {
      en: 'The facts that everything is counted from, as `@helptally/core` declares them. What is kept of them and for how long is told in [what is stored](what-is-stored.md); all bounds stand in [limits](limits.md).',
      es: 'Los hechos de los que se cuenta todo, tal como los declara `@helptally/core`. Qué se guarda de ellos y durante cuánto tiempo lo cuenta [qué se guarda](what-is-stored.md); todas las cotas están en [límites](limits.md).',
    },
    order: 5,
    related: ['limits', 'reference-core', 'reference-adapters'],
    entries: [{ name: '@helptally/core', file: 'packages/core/src/index.ts' }],
    declaredIn: [
      'packages/core/src/events.ts',
      'packages/core/src/eventVersion.ts',
      'packages/core/src/outcomes.ts',
      'packages/core/src/conversation/chatEvent.ts',
      'packages/core/src/conversation/conversationEvent.ts',
      'packages/core/src/conversation/conversationFact.ts',
    ],
  },
  {
    slug: 'reference-core',
    title: { en: 'Reference: the rulebook', es: 'Referencia: el reglamento' },
    description: {
      en: 'The channel table, the session machine, the recount and the explanation of @helptally/core, as functions and types.',
      es: 'La tabla de canales, la máquina de sesiones, el recuento y la explicación de @helptally/core, como funciones y tipos.',
    },
    intro: {
      en: 'The rules as code, from `@helptally/core`: pure functions, without a clock, a store or a browser. Events are told in [events](reference-events.md); the rules in words in [what a session is](what-is-a-session.md).',
      es: 'Las reglas como código, desde `@helptally/core`: funciones puras, sin reloj, almacén ni navegador. Los eventos se cuentan en [eventos](reference-events.md); las reglas, en palabras, en [qué es una sesión](what-is-a-session.md).',
    },
    order: 6,
    related: ['reference-events', 'recount', 'conformance'],
    entries: [{ name: '@helptally/core', file: 'packages/core/src/index.ts' }],
  },
  {
    slug: 'reference-client',
    title: { en: 'Reference: the typed client', es: 'Referencia: el cliente tipado' },
    description: {
      en: 'createReportClient of @helptally/server/client, with its options, its calls, and the error it throws.',
      es: 'createReportClient de @helptally/server/client, con sus opciones, sus llamadas y el error que lanza.',
    },
    intro: {
      en: 'For a program that reads reports over HTTP, from `@helptally/server/client`. It runs wherever there is `fetch`, and loads nothing of the server.',
      es: 'Para un programa que lee informes por HTTP, desde `@helptally/server/client`. Funciona donde haya `fetch` y no carga nada del servidor.',
    },
    order: 7,
    related: ['reference-reports', 'reference-command', 'import'],
    entries: [{ name: '@helptally/server/client', file: 'packages/server/src/client/index.ts' }],
    declaredIn: [
      'packages/server/src/client/',
      'packages/server/src/jobs/',
      'packages/server/src/annotations/',
      'packages/server/src/gapWork/',
      'packages/server/src/ledger/',
    ],
  },
  {
    slug: 'reference-reports',
    title: { en: 'Reference: report types', es: 'Referencia: tipos de los informes' },
    description: {
      en: 'The shape of every report, row by row, with fields, types, units, and what stands where nothing is known.',
      es: 'La forma de cada informe, fila a fila, con campos, tipos, unidades y qué aparece donde no se sabe nada.',
    },
    intro: {
      en: 'What a report answers, as types from `@helptally/server/reports`, which holds no code that reads a store. How to ask for one: [the reports API](reports-api.md). What each number means, with its formula: [metrics](metrics.md).',
      es: 'Lo que responde un informe, como tipos de `@helptally/server/reports`, que no contiene código que lea un almacén. Cómo pedirlos: [la API de informes](reports-api.md). Qué significa cada número, con su fórmula: [métricas](metrics.md).',
    },
    order: 8,
    related: ['metrics', 'reference-client', 'dashboard'],
    entries: [{ name: '@helptally/server/reports', file: 'packages/server/src/reports/index.ts' }],
  },
  {
    slug: 'reference-adapters',
    title: { en: 'Reference: chat platforms', es: 'Referencia: plataformas de chat' },
    description: {
      en: 'The adapters of WhatsApp, Messenger, Instagram, Telegram and Twilio, their options, and what one of your own has to be.',
      es: 'Los adaptadores de WhatsApp, Messenger, Instagram, Telegram y Twilio, sus opciones y qué debe ser uno propio.',
    },
    intro: {
      en: 'What goes into `platforms`, from `@helptally/server`, and in a Next app from `@helptally/next/server` or `@helptally/next/pages`. How to connect a platform: [chat platforms](chat-platforms.md).',
      es: 'Lo que va en `platforms`, desde `@helptally/server`, y en una app de Next desde `@helptally/next/server` o `@helptally/next/pages`. Cómo conectar una plataforma: [plataformas de chat](chat-platforms.md).',
    },
    order: 9,
    related: ['chat-platforms', 'reference-events', 'reference-server'],
    entries: [{ name: '@helptally/server', file: 'packages/server/src/index.ts' }],
    declaredIn: ['packages/server/src/adapters/'],
  },
  {
    slug: 'reference-server',
    title: { en: 'Reference: the collector and the store', es: 'Referencia: el recolector y el almacén' },
    description: {
      en: 'What @helptally/server offers to a server without Next, from the collector and the store to each report.',
      es: 'Lo que @helptally/server ofrece a un servidor sin Next, del recolector y el almacén a cada informe.',
    },
    intro: {
      en: 'The collector as a function from `Request` to `Response`, and what reads the store behind it, from `@helptally/server`. In a Next app `createHelpHandlers` does this for you; without Next, `npx helptally serve` may be all you need: [deploy](deploy.md).',
      es: 'El recolector como función de `Request` a `Response`, y lo que lee el almacén que hay detrás, desde `@helptally/server`. En una app de Next lo hace `createHelpHandlers`; sin Next, quizá baste con `npx helptally serve`: [desplegar](deploy.md).',
    },
    order: 10,
    related: ['reference-adapters', 'reference-client', 'reference'],
    entries: [{ name: '@helptally/server', file: 'packages/server/src/index.ts' }],
  },
  {
    slug: 'reference-testing',
    title: { en: 'Reference: the test kit', es: 'Referencia: el kit de pruebas' },
    description: {
      en: 'Simulated tabs, expectations, msw handlers, the Playwright helper and the set-ups of three runners, with all options.',
      es: 'Pestañas simuladas, expectativas, manejadores de msw, la ayuda para Playwright y las preparaciones de tres ejecutores.',
    },
    intro: {
      en: 'For tests of a site that uses Helptally. How to write one: [test](test.md).',
      es: 'Para las pruebas de un sitio que usa Helptally. Cómo escribir una: [probar](test.md).',
    },
    order: 12,
    related: ['test', 'conformance', 'reference-browser'],
    entries: [
      {
        name: '@helptally/testing',
        file: 'packages/testing/src/index.ts',
        says: { en: 'For any test runner.', es: 'Para cualquier ejecutor de pruebas.' },
      },
      {
        name: '@helptally/testing/jest',
        file: 'packages/testing/src/jest.ts',
        says: {
          en: 'A set-up file for Jest, which exports nothing. It puts stand-ins for what jsdom lacks in place, adds the matchers of `helpMatchers` to `expect`, with their types, and calls `resetHelp()` after each test.',
          es: 'Un archivo de preparación para Jest, que no exporta nada. Pone sustitutos de lo que le falta a jsdom, añade a `expect` las comprobaciones de `helpMatchers`, con sus tipos, y llama a `resetHelp()` después de cada prueba.',
        },
      },
      {
        name: '@helptally/testing/vitest',
        file: 'packages/testing/src/vitest.ts',
        says: {
          en: 'The same for Vitest: a file for `setupFiles`.',
          es: 'Lo mismo para Vitest: un archivo para `setupFiles`.',
        },
      },
      {
        name: '@helptally/testing/node',
        file: 'packages/testing/src/node.ts',
        says: {
          en: "The same for Node's own runner, without matchers: `node --import @helptally/testing/node --test`. It brings a page of jsdom.",
          es: 'Lo mismo para el ejecutor de Node, sin comprobaciones de `expect`: `node --import @helptally/testing/node --test`. Trae una página de jsdom.',
        },
      },
      {
        name: '@helptally/testing/playwright',
        file: 'packages/testing/src/playwright/index.ts',
        says: {
          en: 'What a real site counts of a browser that Playwright drives.',
          es: 'Lo que un sitio real cuenta de un navegador dirigido por Playwright.',
        },
      },
    ],
  },
]

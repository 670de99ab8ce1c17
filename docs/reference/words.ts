import type { Kind } from './documented.ts'

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** Every word of the frame; what is told of a type stays in the words of the type, in English. */
export interface Words {
  readonly inEnglish: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly name: string
  readonly type: string
  readonly default: string
  readonly meaning: string
  readonly options: (name: string) => string
  readonly alsoHas: (types: string) => string
  readonly types: (types: string) => string
  readonly source: (link: string) => string
  readonly elsewhere: string
  readonly toldIn: (name: string, page: string) => string
  readonly overview: {
    readonly title: string
    readonly description: string
    readonly intro: string
    readonly import: string
    readonly article: string
    readonly toRead: string
    readonly rules: readonly string[]
    readonly more: string
  }
  readonly commands: {
    readonly title: string
    readonly description: string
    readonly intro: string
    readonly says: string
    readonly command: string
  }
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    inEnglish: '',
    kinds: {
      component: 'Components',
      hook: 'Hooks',
      function: 'Functions',
      class: 'Classes',
      type: 'Types',
      constant: 'Constants',
    },
    name: 'Name',
    type: 'Type',
    default: 'Default',
    meaning: 'Meaning',
    options: (name) => `\`${name}\`:`,
    alsoHas: (types) => `Has all of ${types} as well.`,
    types: (types) => `See ${types}.`,
    source: (link) => `Source: ${link}`,
    elsewhere: 'Told elsewhere',
    toldIn: (name, page) => `${name}: ${page}`,
    overview: {
      title: 'The reference',
      description:
        'Every function, component, type and command, by package, where each is told, and how its tables are read.',
      intro:
        'These articles are made from the types of the code and the comments above them, which your editor shows, too. A test fails when they are out of date.',
      import: 'Import',
      article: 'Article',
      toRead: 'How to read it',
      rules: [
        'A `?` after a name marks what may be left out. Its default stands at the end of its meaning; where none stands, there is none.',
        'A number has its unit beside its type: `ms` is a length of time, `epoch ms` a moment, in milliseconds since 1970, UTC. ISO instants and dates are text.',
        '`null` is a value: there is none, or nobody knows. A rate of nothing is `null`, and not 0.',
        '`totals.sessions` is the field `sessions` inside `totals`.',
        'An error of ours begins with `[helptally]` and says what was expected, what was found, and how to mend it. Nothing is thrown into a page.',
        'What begins with `readonly` is not to be changed; what is not told here is not part of the interface, and may change.',
      ],
      more: 'Numbers are told in [metrics](metrics.md), bounds in [limits](limits.md), and what `npx helptally explain` prints in [read a session](read-a-session.md).',
    },
    commands: {
      title: 'Reference: the command',
      description: 'Every subcommand of helptally with all its options and defaults, as --help prints them.',
      intro:
        'What `npx helptally <command> --help` prints, for all commands. When to use which, with examples: [the command](command.md).',
      says: 'What it does',
      command: 'Command',
    },
  },
  es: {
    inEnglish: 'Las descripciones son las de los tipos, y están en inglés.',
    kinds: {
      component: 'Componentes',
      hook: 'Hooks',
      function: 'Funciones',
      class: 'Clases',
      type: 'Tipos',
      constant: 'Constantes',
    },
    name: 'Nombre',
    type: 'Tipo',
    default: 'Por defecto',
    meaning: 'Significado',
    options: (name) => `\`${name}\`:`,
    alsoHas: (types) => `Tiene además todo lo de ${types}.`,
    types: (types) => `Véase ${types}.`,
    source: (link) => `Código: ${link}`,
    elsewhere: 'En otros artículos',
    toldIn: (name, page) => `${name}: ${page}`,
    overview: {
      title: 'La referencia',
      description:
        'Cada función, componente, tipo y comando, por paquete, dónde está cada cosa y cómo se leen sus tablas.',
      intro:
        'Estos artículos salen de los tipos del código y de los comentarios que llevan encima, que también muestra el editor. Una prueba falla cuando dejan de estar al día. Las descripciones son las de los tipos, y están en inglés.',
      import: 'Importación',
      article: 'Artículo',
      toRead: 'Cómo se lee',
      rules: [
        'Un `?` tras un nombre marca lo que se puede omitir. Su valor por defecto está al final del significado; donde no está, no lo hay.',
        'Un número lleva su unidad junto al tipo: `ms` es una duración y `epoch ms` un momento, en milisegundos desde 1970, UTC. Los instantes y fechas ISO son texto.',
        '`null` es un valor: no lo hay, o nadie lo sabe. Una proporción de nada es `null`, y no 0.',
        '`totals.sessions` es el campo `sessions` dentro de `totals`.',
        'Un error nuestro empieza por `[helptally]` y dice qué se esperaba, qué se encontró y cómo arreglarlo. En una página no se lanza ninguno.',
        'Lo que empieza por `readonly` no se cambia; lo que no está aquí no forma parte de la interfaz y puede cambiar.',
      ],
      more: 'Los números están en [métricas](metrics.md), las cotas en [límites](limits.md), y lo que escribe `npx helptally explain` en [leer una sesión](read-a-session.md).',
    },
    commands: {
      title: 'Referencia: el comando',
      description:
        'Cada subcomando de helptally con todas sus opciones y valores por defecto, tal como los escribe --help.',
      intro:
        'Lo que escribe `npx helptally <comando> --help`, para todos los comandos, en inglés. Cuándo usar cada uno, con ejemplos: [el comando](command.md).',
      says: 'Qué hace',
      command: 'Comando',
    },
  },
}

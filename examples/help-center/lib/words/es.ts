import type { Words } from './en'

/** Lo que dice el sitio mismo, en español. */
export const es: Words = {
  site: {
    name: 'Ayuda de Helptally',
    description: 'Cómo instalar Helptally, qué cuenta como sesión y qué pasa con los datos de tus lectores.',
    skipToContent: 'Ir al contenido',
    switchLanguage: 'Read in English',
  },
  home: {
    title: '¿En qué podemos ayudarte?',
    lead: 'Respuestas sobre cómo contar con exactitud las sesiones de un centro de ayuda y mostrar por qué se contó cada una.',
    mostUseful: 'Los artículos más útiles',
    categories: 'Todos los temas',
  },
  search: {
    label: 'Buscar en el centro de ayuda',
    placeholder: 'Busca una respuesta',
    oneFound: '{count} artículo encontrado',
    manyFound: '{count} artículos encontrados',
    noneFound: 'Ningún artículo para «{query}». Prueba con menos palabras o con otras.',
    failed: 'La búsqueda no funciona en este momento. Inténtalo de nuevo.',
  },
  categories: {
    start: { title: 'Primeros pasos', description: 'Instálalo, mira la primera sesión y usa los componentes.' },
    counting: { title: 'Cómo se cuenta', description: 'Qué es una sesión, cómo empieza y cuándo termina.' },
    privacy: { title: 'Privacidad', description: 'Consentimiento, rechazo y qué se guarda dónde.' },
    operate: { title: 'En funcionamiento', description: 'Despliega, lee el panel y descubre qué falla.' },
    oneArticle: '{count} artículo',
    manyArticles: '{count} artículos',
    allArticles: 'Los {count} artículos',
  },
  article: {
    breadcrumb: 'Estás aquí',
    home: 'Centro de ayuda',
    updated: 'Actualizado el {date}',
    contents: 'En esta página',
    related: 'Sigue leyendo',
  },
  feedback: {
    question: '¿Te ayudó este artículo?',
    yes: 'Sí',
    no: 'No',
    thanks: 'Gracias. Todavía puedes cambiar tu respuesta.',
  },
  consent: {
    label: 'Tu decisión sobre el recuento',
    text: '¿Podemos contar qué artículos ayudan? Hasta que decidas, no se guarda ni se envía nada.',
    more: 'Qué se contaría',
    accept: 'Contar mi visita',
    refuse: 'No contarla',
  },
  choice: {
    granted: 'Tu visita se cuenta.',
    refused: 'Tu visita no se cuenta.',
    refuse: 'Dejar de contar',
    accept: 'Permitir el recuento',
  },
  missing: {
    title: 'Esta página no existe',
    text: 'Puede que la dirección esté mal escrita o que el artículo se haya movido. Búscalo o empieza por los temas.',
    home: 'Ir al centro de ayuda',
  },
  footer: {
    about: 'Los artículos de este sitio son la documentación de Helptally, y Helptally cuenta a sus lectores.',
    dashboard: 'Ver qué se contó',
    source: 'Código fuente',
  },
}

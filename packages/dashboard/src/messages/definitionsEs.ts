import type { Messages } from './messages.js'
import { metricsEs } from './metricsEs.js'

/** The reports' definitions in Spanish, each for the version that it translates. */
export const definitionsEs: Messages['definitions'] = {
  sessions: {
    version: 3,
    metrics: metricsEs.sessions,
    text: 'Sesiones según el intervalo en que empezaron. Una sesión empieza cuando un lector abre un artículo por un clic, por un enlace directo o con Intro sobre una opción del buscador, y termina cinco minutos después de la última actividad en su pestaña; una búsqueda fuera de toda sesión desde la que no se abre ningún artículo en media hora es huérfana, y no es una sesión. Los eventos de robots y de pruebas no cuentan.',
  },
  live: {
    version: 3,
    metrics: metricsEs.live,
    text: 'Las sesiones abiertas ahora, cuyo tiempo de inactividad no se ha agotado, y las últimas que empezaron en el periodo, de la más nueva a la más antigua. La duración va del inicio a la última actividad; la inactividad posterior no forma parte de ella. Además, de este momento y no del periodo: los eventos de cada uno de los últimos cinco minutos, y de las últimas 24 horas las últimas búsquedas, que se muestran cuando las hicieron al menos tres pestañas en 30 días, y las últimas páginas que no se encontraron. Los eventos de robots y de pruebas no cuentan.',
  },
  searches: {
    version: 1,
    metrics: metricsEs.searches,
    text: 'Las búsquedas hechas a propósito, con Intro, al elegir un resultado o tras un segundo sin escribir, y qué resultó de cada una; se distinguen sin mayúsculas, puntuación ni espacios de más. Una búsqueda cuenta en el día de su sesión y pertenece a la sesión que inició. Conocidas: el buscador respondió con un número de resultados; fallidas: no respondió. Clic: un artículo abierto desde la búsqueda en 30 minutos. CTR: búsquedas conocidas con clic / conocidas. MRR: media de 1 / posición del primer clic, 0 sin clic. Sin clic: de las búsquedas con resultados. Refinada: seguida en la misma pestaña por otra búsqueda en dos minutos, antes de cualquier artículo. Salida: nada hecho en la pestaña durante el tiempo de inactividad posterior, y ningún clic; de las búsquedas con esa antigüedad; quizá un resultado ya fue respuesta suficiente. Éxito: se leyó un artículo abierto desde ella, y en la sesión no siguió ni otra búsqueda ni una petición de ayuda. Una búsqueda se muestra a partir de tres pestañas; lo que se oculta cuenta en los totales.',
  },
  gaps: {
    version: 2,
    metrics: metricsEs.gaps,
    text: 'Lo que los lectores buscan en vano. Una búsqueda falló si no encontró nada (peso 1), si el visitante pidió ayuda en las 24 horas siguientes (0,8), si no se abrió ningún resultado (0,6), si el primero abierto se dejó enseguida (0,5) o si la búsqueda se refinó (0,3); cuenta el motivo de más peso. Las consultas que un editor juntó cuentan como una. Cada visitante cuenta una vez al día por consulta; el valor es la suma de los pesos. Quedan fuera las búsquedas cuyo buscador falló y las que no encontraron nada con filtros. Una búsqueda es contenido que falta si falló en tres pestañas; lo que falló en menos se oculta. De lo que está escrito se dice cuántas de sus búsquedas fallaron en los 28 días anteriores y posteriores.',
  },
  outcomes: {
    version: 1,
    metrics: metricsEs.outcomes,
    text: 'Qué resultó de las sesiones, según el intervalo en que empezaron. Lo encontraron: se leyó al menos un artículo y no se envió ningún contacto. No lo encontraron: no se leyó ninguno ni se envió ningún contacto. Preguntaron: se envió un contacto; por muchos que sean, la sesión cuenta una vez. Los tres suman las sesiones. Un artículo que sigue abierto cuando empieza la sesión siguiente pertenece a ambas. Utilidad: el último voto de cada visitante sobre cada revisión, con el límite inferior del intervalo de Wilson al 95 %. La duración va del inicio a la última actividad; las sesiones sin actividad tras el inicio no tienen duración y se cuentan aparte (one_event). Interacciones: búsquedas, clics en sugerencias, aperturas de artículos, votos y clics en un contacto; una sugerencia pulsada y el artículo que abrió son dos, y una búsqueda que llevó a la sesión forma parte de ella. Los eventos de robots y de pruebas no cuentan.',
  },
  articles: {
    version: 1,
    metrics: metricsEs.articles,
    text: 'Para cada artículo, cuántas veces se abrió y qué resultó de ello, según el inicio de la sesión. Una recarga en diez segundos, y la vuelta atrás en media hora, es la misma apertura. El tiempo de lectura es el que se pasó con el artículo a la vista, la ventana activa y la última pulsación hace menos de 30 segundos; media hora como máximo. Leído: diez segundos y el 40 % del tiempo esperado (238 palabras por minuto), y la mitad del artículo vista. Salida rápida: menos de cinco segundos o del 10 % del tiempo esperado, lo que sea más, y vuelta a los resultados, a la portada o fuera. Nueva búsqueda: seguido de una búsqueda en la sesión. Último artículo: de la sesión. Contacto posterior: el visitante pidió ayuda en 24 horas. Utilidad: el último voto de cada visitante sobre cada revisión, con el límite inferior del intervalo de Wilson al 95 %. Fallida: una apertura con un voto en contra, una salida rápida, una nueva búsqueda o un contacto posterior; el valor es su número por el límite inferior de su proporción.',
  },
  article: {
    version: 1,
    metrics: metricsEs.article,
    text: 'Un artículo, por revisiones, con los números del informe de artículos. Una sesión cuenta para cada revisión que abrió. Además: cómo llegaron sus lectores, por entrada, enlace y búsqueda, que se muestra si la hicieron al menos tres pestañas; adónde fueron después en la sesión; la proporción de aperturas que vieron al menos tanto del artículo; por qué votaron los lectores, según el último voto de cada uno sobre cada revisión, y los últimos comentarios; las listas de sugerencias vistas en él, con la proporción pulsada, según las reglas del informe de sugerencias; y qué resultó de las aperturas según su rapidez, como en el informe de rendimiento. El filtro de artículo significa aquí este artículo. Los eventos de robots y de pruebas no cuentan.',
  },
  suggestions: {
    version: 1,
    metrics: metricsEs.suggestions,
    text: 'Para cada lista de artículos sugeridos, cuántas veces se vio, con la mitad a la vista durante un segundo, y qué se abrió desde ella. Un clic pertenece a la última vez que la lista se vio en el día anterior, en la misma pestaña o en aquella cuyo enlace abrió el artículo. El CTR cuenta una lista una sola vez, por muchos artículos que se abrieran; por posición, las listas que eran tan largas. Leído: como en el informe de artículos.',
  },
  flow: {
    version: 1,
    metrics: metricsEs.flow,
    text: 'Qué siguió a qué dentro de las sesiones: al primer artículo lo precede su entrada, y a cada apertura y cada búsqueda las sigue la siguiente búsqueda, artículo o petición de ayuda de la sesión, o su final. El final de una sesión aún abierta es donde está ahora. Un artículo al que se vuelve en media hora es la misma apertura; solo se cuenta lo que siguió primero. Una búsqueda anterior a la sesión es su entrada. Los artículos más allá de los más abiertos son uno solo.',
  },
  deflection: {
    version: 2,
    metrics: metricsEs.deflection,
    text: 'Quién estaba a punto de preguntar y encontró antes la respuesta. Por formulario: de las sesiones que empezaron uno, las que después abrieron un artículo que este había ofrecido, en la misma pestaña o en otra que un enlace de la sesión abrió en el plazo de un día, y no enviaron ningún contacto. Por tickets, si un servicio de soporte informa de ellos: de todas las sesiones, «none» son aquellas cuyo visitante abrió un ticket desde el inicio hasta que acabó el plazo tras la última actividad; «potential», un límite superior, son todas las demás; «confirmed», la cifra por la que guiarse, son las de estas que no enviaron ningún contacto y cuyo último paso fue un artículo leído o un voto a favor de uno. Provisionales son las sesiones cuyo plazo no ha acabado. Índice de autoservicio: sesiones de ayuda por visitantes distintos que abrieron tickets en el periodo; quien no es conocido aquí cuenta como uno; con filtros no lo hay. Sin tickets no existen esas cifras, lo que no es lo mismo que 0. Los eventos de robots y de pruebas no cuentan.',
  },
  vitals: {
    version: 4,
    metrics: metricsEs.vitals,
    text: 'Para cada métrica de los artículos con más páginas vistas, el valor que tres de cada cuatro páginas vistas no superan (percentil 75, rango más cercano), cuántas páginas vistas se midieron, y cuántas fueron buenas, mejorables y malas según los límites de web.dev. Cuenta el último informe de cada página vista, en el día en que empezó su sesión; las cargas y la navegación dentro de la app van por separado. Además, qué resultó de las aperturas cuyo mayor elemento visible (LCP) se midió: cuántas se leyeron y cuántas se dejaron enseguida, según su rapidez. Que ambas cosas vayan juntas no dice que una cause la otra. Los eventos de robots y de pruebas no cuentan.',
  },
  ledger: {
    version: 1,
    metrics: metricsEs.ledger,
    text: 'Qué fue de cada evento recibido, según el cuarto de hora en que se recibió: los resultados suman lo recibido. Solo los eventos aceptados cuentan en otros informes; los de robots y de pruebas se guardan aparte. Un evento por encima de su límite se envía de nuevo, y se recibe de nuevo. Al lado de la suma: los eventos que las páginas abandonaron antes de enviarlos (dropped) y las peticiones que no traían ningún lote legible (refused). Las razones abarcan siete días.',
  },
  channels: {
    version: 1,
    metrics: metricsEs.channels,
    text: 'Sesiones de cada canal según el intervalo en que empezaron, el centro de ayuda y las conversaciones lado a lado; no se aplica más filtro que el sitio y el periodo. Qué inicia y qué termina una sesión está en la tabla de canales del reglamento. Las interacciones son los mensajes de todas las partes dentro de sesiones, cada uno una pregunta o una respuesta; los turnos de usuario son los suyos. Lo que se escribe después de una transferencia pertenece a la conversación del agente, y a ninguna sesión. Los eventos de robots y de pruebas no cuentan.',
  },
}

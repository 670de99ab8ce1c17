const ENDING =
  /\.(?:avif|bmp|css|eot|gif|ico|jpe?g|js|json|map|mjs|mp[34]|otf|pdf|png|svg|ttf|txt|wasm|web[mp]|webmanifest|woff2?|xml|zip)$/i
const FOLDER = /^\/(?:_next|_astro|_nuxt|\.well-known|favicon|apple-touch-icon)/i
/** Next's own fetches of a page: made ahead of a click as much as for one. */
const NOT_SHOWN = /[?&]_rsc=/

/** Whether it is what pages are made of, and no page. `target`: path and query. */
export function isAsset(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  return ENDING.test(path) || FOLDER.test(path) || NOT_SHOWN.test(target)
}

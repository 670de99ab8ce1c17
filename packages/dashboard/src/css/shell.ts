/** What is around every page: the way to the others at the side, or above where there is no room. */
export const shell = `
.ht-insights .ht-shell { display: grid; grid-template-columns: 208px minmax(0, 1fr); max-width: 1440px; margin-inline: auto; }
.ht-insights .ht-side { position: sticky; top: 0; align-self: start; display: flex; flex-direction: column; gap: 24px; min-height: 100vh; padding: 24px 12px 24px 24px; }
.ht-insights .ht-shell .ht-page { margin-inline: 0; min-width: 0; width: 100%; max-width: none; }
.ht-insights .ht-nav ul { display: flex; flex-direction: column; gap: 2px; }
.ht-insights .ht-nav a { display: block; padding: 7px 12px; margin-left: -12px; border-radius: 8px; color: var(--ht-quiet); font-size: var(--ht-small); text-decoration: none; }
.ht-insights .ht-nav a:hover { background: var(--ht-sunk); color: var(--ht-ink); }
.ht-insights .ht-nav a[aria-current] { background: var(--ht-accent-soft); color: var(--ht-accent); font-weight: 600; }
.ht-insights .ht-side-foot { display: flex; flex-direction: column; gap: 8px; margin-top: auto; }
.ht-insights .ht-keys > button, .ht-insights .ht-quiet-button {
  padding: 4px 0;
  border: 0;
  background: none;
  color: var(--ht-quiet);
  font: inherit;
  font-size: var(--ht-small);
  text-decoration: underline;
  text-decoration-color: var(--ht-rule);
  text-underline-offset: 0.25em;
  cursor: pointer;
}
.ht-insights :is(.ht-keys > button, .ht-quiet-button):hover { color: var(--ht-ink); text-decoration-color: currentColor; }
.ht-insights kbd { display: inline-block; min-width: 24px; padding: 1px 6px; border: 1px solid var(--ht-rule); border-radius: 5px; font-family: var(--ht-mono); text-align: center; }
.ht-insights .ht-site > button { display: block; width: 100%; padding: 7px 12px; border: 0; border-radius: 8px; background: var(--ht-sunk); color: var(--ht-ink); font: inherit; font-size: var(--ht-small); text-align: start; overflow-wrap: anywhere; cursor: pointer; }
.ht-insights .ht-site > button .ht-quiet { display: block; font-size: var(--ht-tiny); }
.ht-insights .ht-site > button:hover { box-shadow: inset 0 0 0 1px var(--ht-quiet); }
.ht-insights #ht-sites { max-height: 60vh; padding: 8px; overflow-y: auto; }
.ht-insights #ht-sites a { display: block; padding: 7px 12px; border-radius: 8px; color: var(--ht-ink); text-decoration: none; overflow-wrap: anywhere; }
.ht-insights #ht-sites a:hover { background: var(--ht-sunk); }
.ht-insights #ht-sites a[aria-current] { background: var(--ht-accent-soft); color: var(--ht-accent); font-weight: 600; }
@container ht-insights (max-width: 900px) {
  .ht-insights .ht-site { max-width: 240px; }
  .ht-insights .ht-site > button { padding: 4px 12px; }
  .ht-insights .ht-site > button .ht-quiet { display: inline; }
  .ht-insights .ht-shell { grid-template-columns: minmax(0, 1fr); }
  .ht-insights .ht-side { position: static; flex-flow: row wrap; align-items: center; gap: 12px 16px; min-height: 0; padding: 16px 32px 0; }
  .ht-insights .ht-nav { order: 3; flex: 1 0 100%; min-width: 0; margin-inline: -32px; overflow-x: auto; scrollbar-width: none; }
  .ht-insights .ht-nav ul { flex-direction: row; padding: 2px 32px; }
  .ht-insights .ht-nav a { margin: 0; white-space: nowrap; }
  .ht-insights .ht-nav a[aria-current] { scroll-initial-target: nearest; }
  .ht-insights .ht-side-foot { flex-direction: row; align-items: center; gap: 16px; margin: 0 0 0 auto; }
}
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-side { padding: 16px 16px 0; }
  .ht-insights .ht-nav { margin-inline: -16px; }
  .ht-insights .ht-nav ul { padding-inline: 8px; }
  .ht-insights .ht-keys { display: none; }
}`

/** The question mark beside a number, and its answer. */
export const meaning = `
.ht-insights .ht-meaning { display: inline-flex; }
.ht-insights .ht-ask {
  position: relative;
  width: 16px;
  height: 16px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: var(--ht-sunk);
  color: var(--ht-quiet);
  font: 600 11px/16px system-ui, sans-serif;
  cursor: pointer;
}
/* A finger needs 24 px. */
.ht-insights .ht-ask::after { content: ""; position: absolute; inset: -8px; }
.ht-insights .ht-ask:hover { background: var(--ht-accent); color: var(--ht-card); }
.ht-insights .ht-answer {
  flex-direction: column;
  gap: 6px;
  width: 400px;
  max-width: calc(100vw - 32px);
  padding: 16px;
  border: 0;
  border-radius: 10px;
  background: var(--ht-card);
  color: var(--ht-ink);
  box-shadow: var(--ht-lift);
  font-size: var(--ht-small);
  font-weight: 400;
  line-height: 1.5;
}
.ht-insights .ht-answer:popover-open { display: flex; }
/* Above or below its number there is always room for half a screen. */
.ht-insights .ht-meaning .ht-answer { max-height: calc(50dvh - 40px); overflow-y: auto; overscroll-behavior: contain; }
.ht-insights .ht-answer small { color: var(--ht-quiet); font-size: var(--ht-tiny); }
@supports (position-area: bottom) {
  .ht-insights .ht-answer { inset: auto; margin: 8px 12px; position-area: bottom span-right; position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline, bottom span-all, top span-all; }
}`

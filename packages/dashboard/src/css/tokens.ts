/** Colours, sizes and steps. Text meets WCAG AA and bars 3:1 against their ground in both themes; the entries stay apart under every colour blindness. */
export const tokens = `
.ht-insights {
  color-scheme: light;
  --ht-ground: #f6f6f3;
  --ht-card: #ffffff;
  --ht-sunk: #f1f1ed;
  --ht-ink: #1b1f2a;
  --ht-quiet: #5a6272;
  --ht-rule: #e4e4df;
  --ht-accent: #2450c4;
  --ht-accent-soft: #e9eefb;
  --ht-article_click: #5b8fe8;
  --ht-direct_link: #274690;
  --ht-search_enter: #d0740f;
  --ht-good: #0b7a4b;
  --ht-needs_work: #8a5a00;
  --ht-poor: #b42318;
  --ht-alarm: #fdecea;
  --ht-edge: rgb(27 31 42 / 0.12);
  --ht-shadow: 0 1px 2px rgb(27 31 42 / 0.05), 0 0 0 1px rgb(27 31 42 / 0.05);
  --ht-lift: 0 8px 28px rgb(27 31 42 / 0.16), 0 0 0 1px rgb(27 31 42 / 0.08);
  --ht-size: max(15px, 0.9375rem);
  --ht-small: calc(var(--ht-size) * 0.867);
  --ht-tiny: calc(var(--ht-size) * 0.8);
  --ht-large: calc(var(--ht-size) * 1.134);
  --ht-huge: calc(var(--ht-size) * 1.867);
  --ht-number: calc(var(--ht-size) * 1.734);
  --ht-number-main: calc(var(--ht-size) * 3.2);
  --ht-radius: 12px;
  --ht-mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  .ht-insights {
    color-scheme: dark;
    --ht-ground: #0f1115;
    --ht-card: #171a20;
    --ht-sunk: #1e2229;
    --ht-ink: #e8eaf0;
    --ht-quiet: #9aa3b3;
    --ht-rule: #2a2f39;
    --ht-accent: #8fb0ff;
    --ht-accent-soft: #1f2a45;
    --ht-article_click: #4f78d8;
    --ht-direct_link: #a9c1f7;
    --ht-search_enter: #e08a35;
    --ht-good: #4cc38a;
    --ht-needs_work: #e0a93e;
    --ht-poor: #ff8a7a;
    --ht-alarm: #3a1815;
    --ht-edge: rgb(0 0 0 / 0.55);
    --ht-shadow: 0 0 0 1px rgb(255 255 255 / 0.05);
    --ht-lift: 0 8px 28px rgb(0 0 0 / 0.6), 0 0 0 1px rgb(255 255 255 / 0.12);
  }
}`

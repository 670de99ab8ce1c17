export const timeline = `
.ht-insights .ht-reasons { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px 24px; padding: 24px; }
.ht-insights .ht-reasons dt { color: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-reasons dd { margin-top: 2px; }
.ht-insights .ht-reasons small { color: var(--ht-quiet); font-size: var(--ht-small); }
.ht-insights #ht-meanwhile > p:not(:last-child) { margin-bottom: 16px; }
.ht-insights .ht-alarm { padding: 16px 24px; border-left: 4px solid var(--ht-poor); border-radius: 4px; background: var(--ht-alarm); }
.ht-insights .ht-alarm h2 { color: var(--ht-poor); }
.ht-insights .ht-alarm ul { margin-top: 8px; font-size: var(--ht-small); }
.ht-insights .ht-step { position: relative; display: grid; grid-template-columns: 64px 1fr; gap: 0 44px; }
/* The line of time, from event to event. */
.ht-insights .ht-step::before { content: ""; position: absolute; left: 85px; top: 0; bottom: 0; width: 2px; background: var(--ht-rule); }
.ht-insights .ht-step:first-child::before { top: 10px; }
.ht-insights .ht-step:last-child::before { bottom: auto; height: 8px; }
.ht-insights .ht-step:last-child:has(.ht-gap)::before { height: 40px; }
.ht-insights .ht-clock { grid-column: 1; color: var(--ht-quiet); font-size: var(--ht-small); line-height: calc(var(--ht-size) * 1.5); text-align: right; }
.ht-insights .ht-what { position: relative; grid-column: 2; padding-bottom: 14px; min-width: 0; overflow-wrap: anywhere; }
.ht-insights .ht-what::before {
  content: "";
  position: absolute;
  left: -29px;
  top: 5px;
  width: 12px;
  height: 12px;
  border: 2px solid var(--ht-accent);
  border-radius: 50%;
  background: var(--ht-accent);
  box-shadow: 0 0 0 4px var(--ht-card);
}
.ht-insights .ht-step-noted .ht-what::before { border-color: var(--ht-quiet); background: var(--ht-card); }
.ht-insights .ht-step-end .ht-what::before { border-color: var(--ht-ink); border-radius: 2px; background: var(--ht-ink); }
.ht-insights .ht-step-open .ht-what::before { border-color: var(--ht-good); background: var(--ht-card); }
/* Who wrote, by shape: round the user, square the bot, a diamond an agent. */
.ht-insights .ht-step[data-by="bot"] .ht-what::before { border-radius: 2px; }
.ht-insights .ht-step[data-by="agent"] .ht-what::before { border-radius: 1px; transform: rotate(45deg) scale(0.85); }
.ht-insights .ht-turns .ht-step[data-event]:not([data-by]) .ht-what::before { width: 14px; height: 4px; top: 9px; left: -30px; border-radius: 2px; }
.ht-insights .ht-step-ended .ht-what::before { border-color: var(--ht-ink); background: var(--ht-ink); }
.ht-insights .ht-step-other .ht-what::before { border-style: dotted; border-color: var(--ht-quiet); background: var(--ht-card); }
.ht-insights .ht-step-between::before { border-left: 2px dotted var(--ht-quiet); background: none; }
.ht-insights .ht-clock-day { display: block; font-size: var(--ht-tiny); }
.ht-insights .ht-turns + .ht-note { margin-top: 16px; }
.ht-insights .ht-what p { font-size: var(--ht-small); }
.ht-insights .ht-what strong { font-weight: 600; }
.ht-insights .ht-gap { grid-column: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding-bottom: 12px; color: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-gap-limit { fill: var(--ht-rule); }
.ht-insights .ht-gap-used { fill: var(--ht-quiet); }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-step { grid-template-columns: 56px 1fr; gap: 0 32px; }
  .ht-insights .ht-step::before { left: 71px; }
  .ht-insights .ht-what::before { left: -22px; }
  .ht-insights .ht-turns .ht-step[data-event]:not([data-by]) .ht-what::before { left: -22px; width: 12px; }
}
@container ht-insights (max-width: 860px) {
  .ht-insights .ht-reasons { grid-template-columns: repeat(2, 1fr); }
}
@container ht-insights (max-width: 480px) {
  .ht-insights .ht-reasons { grid-template-columns: 1fr; padding: 20px 16px; }
}`

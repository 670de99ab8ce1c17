export const message = `
.ht-insights .ht-message { display: grid; justify-items: start; gap: 12px; width: min(640px, 100%); margin: 5vh auto 0; padding: 32px; }
.ht-insights .ht-message ul { display: grid; gap: 8px; padding-left: 20px; list-style: disc; color: var(--ht-quiet); }
.ht-insights .ht-message code { color: var(--ht-ink); }
.ht-insights .ht-message figure { width: 100%; margin-top: 8px; }
.ht-insights .ht-message figcaption { color: var(--ht-quiet); font-size: var(--ht-tiny); }
.ht-insights .ht-message pre { margin-top: 4px; padding: 12px 16px; border-radius: 8px; background: var(--ht-sunk); font-size: var(--ht-small); white-space: pre-wrap; }
.ht-insights .ht-button { margin-top: 8px; padding: 8px 16px; border: 0; font-family: inherit; cursor: pointer; border-radius: 8px; background: var(--ht-accent); color: var(--ht-card); font-size: var(--ht-small); font-weight: 600; text-decoration: none; }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-message { margin-top: 16px; padding: 24px 16px; }
}`

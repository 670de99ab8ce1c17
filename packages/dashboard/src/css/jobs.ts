/** Long work: its form, how far it has come, what came of it. */
export const jobs = `
.ht-insights .ht-job-form { display: flex; flex-wrap: wrap; align-items: end; gap: 12px 16px; margin-top: 16px; }
.ht-insights .ht-job-form > label { flex: 1 1 150px; max-width: 320px; }
.ht-insights .ht-job-form > :is(.ht-job-file, .ht-job-format) { flex-basis: 260px; }
.ht-insights .ht-job-form :is(input, select) { min-height: 38px; }
.ht-insights .ht-job-form input[type="file"] { padding: 5px 8px; }
.ht-insights .ht-job-form small { font-size: inherit; }
.ht-insights .ht-job-form + .ht-note { margin-top: 12px; }
.ht-insights .ht-job-logs { flex: 1 0 100%; font-size: var(--ht-small); }
/* Inside details, what is inherited comes from the box that the browser makes. */
.ht-insights .ht-job-logs > div { box-sizing: border-box; display: flex; flex-wrap: wrap; align-items: start; gap: 12px 16px; margin-top: 12px; }
.ht-insights .ht-job-logs label { flex: 1 1 200px; max-width: 320px; }
.ht-insights .ht-job summary, .ht-insights .ht-job-logs summary { width: fit-content; padding-block: 4px; color: var(--ht-quiet); font-size: var(--ht-small); cursor: pointer; }
.ht-insights .ht-job summary:hover, .ht-insights .ht-job-logs summary:hover { color: var(--ht-ink); }
.ht-insights .ht-job { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--ht-rule); font-size: var(--ht-small); overflow-wrap: anywhere; }
.ht-insights .ht-job-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
.ht-insights .ht-job-head strong { font-weight: 600; }
.ht-insights .ht-job-state { font-weight: 600; }
.ht-insights .ht-job-state::before { content: "●" / ""; margin-inline-end: 6px; }
.ht-insights .ht-job-done { color: var(--ht-good); }
.ht-insights .ht-job-running { color: var(--ht-accent); }
.ht-insights .ht-job-cancelled { color: var(--ht-quiet); }
.ht-insights .ht-job-cancelled::before { content: "○" / ""; }
.ht-insights .ht-job-failed { color: var(--ht-poor); }
.ht-insights .ht-job-failed::before { content: "■" / ""; }
.ht-insights .ht-job-interrupted { color: var(--ht-needs_work); }
.ht-insights .ht-job-interrupted::before { content: "▲" / ""; }
.ht-insights .ht-job progress { width: 100%; max-width: 640px; height: 10px; accent-color: var(--ht-accent); }
.ht-insights .ht-job-acts { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
.ht-insights .ht-job-acts .ht-button { margin-top: 0; }
.ht-insights .ht-job-acts .ht-button:disabled { background: var(--ht-sunk); color: var(--ht-quiet); cursor: default; }
.ht-insights .ht-job caption { padding-bottom: 6px; color: var(--ht-quiet); text-align: start; }
.ht-insights .ht-job pre { padding: 10px 14px; border-radius: 8px; background: var(--ht-sunk); white-space: pre-wrap; }
.ht-insights .ht-job .ht-scroll { margin-top: 4px; }
.ht-insights .ht-job .ht-job-sum { width: auto; min-width: min(420px, 100%); }
.ht-insights .ht-job-sum td, .ht-insights .ht-job-sum th:last-child { text-align: right; }
.ht-insights .ht-job-sum tfoot > tr > * { border-top: 1px solid var(--ht-quiet); border-bottom: 0; font-weight: 600; }
@container ht-insights (max-width: 640px) {
  .ht-insights .ht-job-form > label, .ht-insights .ht-job-logs label { flex-basis: 100%; max-width: none; }
}`

export type { Annotation, AnnotationBody, AnnotationKind } from '../annotations/annotation.js'
export type { GapChangeBody, GapChangeTold, GapStatus } from '../gapWork/gapWork.js'
export type {
  ExportBody,
  ExportJob,
  ImportJob,
  Job,
  JobChangeBody,
  JobKind,
  JobOfKind,
  JobProgress,
  JobState,
  RecountBody,
  RecountJob,
} from '../jobs/job.js'
export type { LedgerEntry } from '../ledger/lookUp.js'
export type { SessionAnswer } from '../reports/explainSession.js'
export type * from '../reports/shapes.js'
export {
  createReportClient,
  type ReportClient,
  type ReportClientOptions,
  type ReportParams,
} from './createReportClient.js'
export type { ImportParams, JobCalls, JobParams } from './jobCalls.js'
export { RequestRefused } from './requestRefused.js'

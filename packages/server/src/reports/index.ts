export type { Annotation, AnnotationKind } from '../annotations/annotation.js'
export type { ConversationAnswer, ConversationNeighbour } from '../conversations/explainConversation.js'
export type { GapChangeTold, GapStatus, GapWork } from '../gapWork/gapWork.js'
export type {
  ExportJob,
  ImportJob,
  Job,
  JobKind,
  JobOfKind,
  JobProgress,
  JobState,
  RecountDifference,
  RecountJob,
} from '../jobs/job.js'
export type { SessionAnswer } from './explainSession.js'
export * from './shapes.js'

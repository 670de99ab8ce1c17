export type { Annotation, AnnotationKind } from '../annotations/annotation.js'
export type { GapChangeTold, GapStatus, GapWork } from '../gapWork/gapWork.js'
export type { SessionAnswer } from './explainSession.js'
export * from './shapes.js'

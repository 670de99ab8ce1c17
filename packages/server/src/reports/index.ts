export * from './shapes.js'

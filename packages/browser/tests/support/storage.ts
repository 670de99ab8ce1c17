export { storage } from '../../src/simulation/storage.js'

import { allCases } from './allCases.js'
import { webkit } from './drivers/webkit.js'

allCases(webkit)

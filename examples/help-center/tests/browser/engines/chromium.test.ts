import { allCases } from './allCases.js'
import { chromium } from './drivers/chromium.js'

allCases(chromium)

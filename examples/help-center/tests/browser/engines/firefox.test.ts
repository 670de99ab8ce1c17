import { allCases } from './allCases.js'
import { firefox } from './drivers/firefox.js'

allCases(firefox)

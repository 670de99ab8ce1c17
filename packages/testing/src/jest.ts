import { afterEach } from '@jest/globals'
import { resetHelp } from './resetHelp.js'
import { installStandIns } from './standIns/installStandIns.js'

installStandIns()
afterEach(resetHelp)

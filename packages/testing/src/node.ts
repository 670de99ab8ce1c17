// For `node --import @helptally/testing/node --test`: a page of jsdom, and after each test a new reader in it.
import { afterEach } from 'node:test'
import { resetHelp } from './resetHelp.js'
import { installDom } from './standIns/installDom.js'
import { installStandIns } from './standIns/installStandIns.js'

installDom()
installStandIns()
afterEach(resetHelp)

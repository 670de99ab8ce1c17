export { type Loads, type OpenHow, SimulatedTab as FakeTab } from '../../src/simulation/simulatedTab.js'

/** That of jsdom's page, so that its links are the site's. */
export const ORIGIN = location.origin

// The real engine in tabs of a browser that is played: what the test kit is made of. No page loads it.
export { SimulatedBrowser } from './simulatedBrowser.js'
export { type Loads, type OpenHow, SimulatedTab } from './simulatedTab.js'
export { type SimulatedStorage, storage } from './storage.js'

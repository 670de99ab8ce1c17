import Page from 'jest-fixed-jsdom'

/** A page on a computer in the time zone of the environment option `timeZone`. Only outside the sandbox does Node take one. */
export default class PageInTimeZone extends Page {
  #timeZone
  #before = process.env.TZ

  constructor(config, context) {
    super(config, context)
    this.#timeZone = config.projectConfig.testEnvironmentOptions.timeZone
  }

  async setup() {
    await super.setup()
    process.env.TZ = this.#timeZone
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ
    else process.env.TZ = this.#before
    await super.teardown()
  }
}

const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest reads every module anew for each test file. That is right for what is tested; the libraries below it took
 * longer to load than most files take to run. They are loaded once a worker: this is the environment of tests, which
 * lends its `require` to them, and the transform that has the files of those libraries ask for it.
 */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.loadedOnce = path => require(path);
    // They look whether a date is one of theirs.
    this.global.Date = Date;
  }

  /** What is run before all tests has no environment, and reads the file itself. */
  static process(source, path) {
    const lend = `if (globalThis.loadedOnce) return void (module.exports = loadedOnce(${JSON.stringify(path)}));`;
    return { code: `${lend} ${source}` };
  }
};

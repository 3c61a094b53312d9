const base = require('../../../jest.config.cjs');

// Mutants of the pure domain live in a copy of the project, and no test of it needs a database.
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../../..',
  roots: ['<rootDir>/test/unit/domain'],
  testPathIgnorePatterns: ['/node_modules/', '/directory/'],
  globalSetup: undefined,
  globalTeardown: undefined,
};

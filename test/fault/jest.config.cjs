const base = require('../../jest.config.cjs');

// Bots that are killed by the dozen start from what was built, which is quicker.
process.env.BOT_DIST = '1';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/fault'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};

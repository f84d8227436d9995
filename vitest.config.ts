import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/shared-sites.ts'],
    // Builds and browsers take their time on a loaded machine; nothing here is a timed test.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});

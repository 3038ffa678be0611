import { defineConfig, devices } from '@playwright/test';
import { installedChromium } from '@/bin/chromium.mjs';
import { installedProgram } from '@/bin/programs.mjs';

// npm test starts the server, says where it is, and reads the report.
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  // The others in e2e ask over HTTP: vitest runs them.
  testMatch: '**/*.spec.ts',
  // Where there is no nginx, npm test says that these did not run.
  testIgnore: installedProgram('nginx') ? [] : ['**/e2e/nginx/**'],
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: report !== undefined,
  // Far above what any test takes: a slow machine is no failure.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    // Recording every step costs as much as the tests: TRACE=on npm test -- e2e e2e/flows/… for the one that fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: installedChromium(), // undefined: Playwright's own
      args: [
        ...(isRoot ? ['--no-sandbox'] : []), // Chromium's sandbox does not work as root
        '--disable-dev-shm-usage', // containers have little of it
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  // Phone viewports are set by the tests that are about them.
  projects: [{ name: 'desktop', use: { ...devices['Desktop Chrome'] } }],
});

// A browser and the people in it: each has a context of their own, signed in by a link that the demo printed.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const DESK = { width: 1600, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** How long anything may take before a test gives up: far more than it takes, for machines that are busy. Milliseconds. */
export const PATIENCE = 30_000;

// A machine without a way out refuses what a browser asks the world by itself, many times at once.
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
}

/**
 * A page in a context of its own. What the page complains of (errors, refusals by the content policy) is kept and
 * fails the test in `leave`; answers of the server that say no are the business of the test itself.
 */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({ viewport: DESK, colorScheme: 'light', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`${page.url()}: ${error.stack ?? error}`));
  page.on('console', (message) => {
    const refusedByServer = /Failed to load resource: the server responded with a status of/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !refusedByServer) page.complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Somebody of the sample company, on their own machine. A link works once, so later visits take over its cookie. */
export async function person(browser, demo, role, options = {}) {
  const cookies = (demo.cookies ??= {});
  const page = await visitor(browser, { ...options, ...(cookies[role] ? { storageState: cookies[role] } : {}) });
  await page.goto(cookies[role] ? `${demo.url}/board` : demo.links[role]);
  // A CSR begins with the inbox.
  await page.waitForURL(/\/(board|inbox)/);
  cookies[role] ??= await page.context().storageState();
  await live(page);
  return page;
}

/** Waits until the page hears of changes by others. */
export async function live(page) {
  await page.locator('header [role=status]', { hasText: 'Live' }).waitFor();
}

/** Opens an address of the program as a link would, and waits until it hears of changes. */
export async function open(page, path) {
  await page.goto(new URL(path, page.url()).href);
  await live(page);
}

/** Closes a person's machine; nothing may have gone wrong on it. */
export async function leave(...pages) {
  for (const page of pages) await page.context().close();
  assert.deepEqual(pages.flatMap((page) => page.complaints), [], 'a page complained');
}

/** The API as the page itself would call it: with its cookie and its token. */
export async function ask(page, path, method = 'GET', body = undefined) {
  const answer = await page.evaluate(
    async ([path, method, body]) => {
      const session = await (await fetch('/api/v1/session')).json();
      const headers = { 'x-csrf-token': session.csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const response = await fetch(`/api/v1/${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
      return { status: response.status, value: await response.json() };
    },
    [path, method, body],
  );
  assert.ok(answer.status < 400, `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.value)}`);
  return answer.value;
}

/** Waits until `question` gives something, and gives it; fails with `what` when it never does. */
export async function until(what, question) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    assert.ok(performance.now() < end, `never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Every page and state, light and dark, at a desk and on a phone: axe-core finds nothing serious, and with `$SCREENSHOTS` named,
// a picture of each is left there to be looked at.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { audit } from './audit.mjs';
import { ask, DESK, leave, open, openBrowser, person, PHONE, until, visitor } from './browser.mjs';
import { startDemo, startEmpty } from './program.mjs';

const PICTURES = process.env.SCREENSHOTS;

let demo;
let empty;
let browser;

before(async () => {
  [demo, empty, browser] = await Promise.all([startDemo(), startEmpty(), openBrowser()]);
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
});
after(async () => {
  await browser?.close();
  await Promise.all([demo?.stop(), empty?.stop()]);
});

for (const colorScheme of ['light', 'dark']) {
  for (const [device, viewport] of [['desk', DESK], ['phone', PHONE]]) {
    // Nothing moves while it is looked at.
    const look = { colorScheme, viewport, reducedMotion: 'reduce' };

    test(`nobody is kept out of the app, ${colorScheme}, at a ${device}`, async () => {
      const page = await person(browser, demo, 'owner', look);
      const { seen, faults } = looking(`${device}-${colorScheme}`);
      await inbox(page, device, seen);
      await approvals(page, device, seen);
      await board(page, device, seen);
      await settings(page, seen);
      await leave(page);
      assert.deepEqual(faults, []);
    });

    test(`nobody is kept out before they are in, ${colorScheme}, at a ${device}`, async () => {
      const page = await visitor(browser, look);
      const { seen, faults } = looking(`${device}-${colorScheme}`);
      await page.goto(`${demo.url}/sign-in`);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await seen(page, 'sign-in');
      await page.getByLabel('E-mail').fill('dana@buckeye.example');
      await page.getByLabel('Password').fill('not her password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
      await seen(page, 'sign-in-refused');

      await page.goto(demo.form);
      await seen(page, 'form');
      await page.locator('form').evaluate((form) => (form.noValidate = true));
      await page.getByRole('button', { name: 'Send request' }).click();
      await page.getByText('This was not sent yet.').waitFor();
      await seen(page, 'form-refused');

      await page.goto(`${empty.url}/setup`);
      await page.getByRole('heading', { name: 'Set up your company' }).waitFor();
      await seen(page, 'setup');
      await leave(page);
      assert.deepEqual(faults, []);
    });
  }
}

test('nobody is kept out of what to do first, in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { seen, faults } = looking(`phone-${colorScheme}`);
    const page = await visitor(browser, { colorScheme, viewport: PHONE });
    await page.goto(demo.form);
    await page.locator('#name').fill('Ines Fuller');
    await page.locator('#phone').fill('614-555-0193');
    await page.locator('#message').fill(`The carbon monoxide alarm in the hall went off and we all have a headache (${colorScheme}).`);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Do this first' }).waitFor();
    await seen(page, 'form-danger');
    await leave(page);
    assert.deepEqual(faults, []);
  }
});

/** Looks at one page after the other; all that is wrong with any of them is told at the end. */
function looking(how) {
  const faults = [];
  async function seen(page, name) {
    await page.evaluate(() => document.fonts.ready);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${how}.png`) });
    faults.push(...(await audit(page, name)));
  }
  return { seen, faults };
}

async function inbox(page, device, seen) {
  const [reserved, danger, asking] = await until('the sample requests are read', async () => {
    const { leads } = await ask(page, 'leads');
    const one = ['awaiting_approval', 'emergency', 'collecting'].map((state) => leads.find((lead) => lead.state === state));
    return one.every(Boolean) && leads.every((lead) => lead.state !== 'new') ? one : null;
  });

  await open(page, '/inbox');
  await page.getByRole('region', { name: 'Queue' }).locator('li').first().waitFor();
  if (device === 'phone') await seen(page, 'inbox');
  for (const [lead, name] of [[reserved, 'lead'], [danger, 'lead-danger'], [asking, 'lead-collecting']]) {
    await open(page, `/inbox/${lead.id}`);
    await page.getByRole('region', { name: 'Request', exact: true }).waitFor();
    await seen(page, device === 'desk' && lead === reserved ? 'inbox' : name);
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await seen(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await seen(page, 'palette');
  await page.keyboard.press('Escape');
}

async function approvals(page, device, seen) {
  await open(page, '/approvals');
  const first = page.getByRole('region', { name: 'Waiting for approval' }).locator('li a').first();
  await first.waitFor();
  if (device === 'phone') {
    await seen(page, 'approvals');
    await first.click();
  }
  const detail = page.getByRole('region', { name: 'Proposed booking' });
  await detail.getByRole('button', { name: /^Approve .+ and book/ }).waitFor();
  await detail.getByRole('complementary', { name: 'What they said' }).locator('.turn').first().waitFor();
  await seen(page, device === 'phone' ? 'approval' : 'approvals');
  await page.keyboard.press('x');
  await page.getByLabel('Why it is rejected').waitFor();
  await seen(page, 'approval-rejecting');
}

async function board(page, device, seen) {
  const visit = await jobWithSuggestions(page);
  await open(page, '/board');
  await page.locator('[data-visit]').first().waitFor();
  await seen(page, 'board');

  await open(page, `/board?visit=${visit.id}`);
  const suggestions = page.getByRole('region', { name: `Suggestions for ${visit.reference}` });
  await suggestions.getByRole('radio').first().waitFor();
  // A phone has no timeline to preview on.
  if (device === 'desk') {
    await suggestions.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.over .proposed').first().waitFor();
  }
  await seen(page, 'flyout-suggestions');
  for (const [tab, name] of [['Why?', 'flyout-why'], ['History', 'flyout-history']]) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel').locator('li, tr, [role=row]').first().waitFor();
    await seen(page, name);
  }
  if (device === 'desk') {
    await open(page, '/board');
    await page.locator('[data-visit]').first().waitFor();
    await page.getByRole('button', { name: 'Week' }).click();
    await page.locator('.week').waitFor();
    await seen(page, 'board-week');
  }
}

async function settings(page, seen) {
  await open(page, '/settings');
  await page.getByRole('row', { name: /Sam Okafor/ }).waitFor();
  await seen(page, 'settings-people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('dialog').waitFor();
  await seen(page, 'settings-add');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Your password' }).click();
  await page.getByLabel('Password until now').waitFor();
  await seen(page, 'settings-password');
}

/** The unassigned job of today whose best suggestion moves most, so that a preview has something to show. */
async function jobWithSuggestions(page) {
  let best = null;
  for (const visit of (await ask(page, 'board')).visits.filter((visit) => visit.state === 'unassigned' && visit.planned)) {
    const moves = (await ask(page, 'suggestions', 'POST', { appointment_id: visit.id })).alternatives[0]?.moves.length ?? 0;
    if (moves > (best?.moves ?? 0)) best = { visit, moves };
  }
  return best.visit;
}

// The main job, end to end, with an owner and a dispatcher at two machines and a customer at a third.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, live, open, openBrowser, person, visitor } from './browser.mjs';
import { startDemo } from './program.mjs';

let demo;
let browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const CUSTOMERS = {
  light: {
    name: 'Paula Renner',
    phone: '614-555-0188',
    email: 'paula.renner@example.com',
    address: '1480 Grandview Ave, Columbus, OH 43212',
    message: 'Our kitchen faucet has been dripping for a week and now the shutoff under the sink is wet too. Could somebody come by?',
    preferred_time: 'tomorrow morning',
    job: 'Faucet or sink repair',
  },
  dark: {
    name: 'Theo Marsh',
    phone: '614-555-0191',
    email: 'theo.marsh@example.com',
    address: '271 E Whittier St, Columbus, OH 43206',
    message: 'Hi there. The toilet on the second floor keeps running and never stops filling, I have to turn the valve off by hand each time.',
    preferred_time: 'today',
    job: 'Toilet repair',
  },
};

for (const theme of ['light', 'dark']) {
  test(`a request goes the whole way to a technician, in ${theme}`, async () => {
    const customer = CUSTOMERS[theme];
    const owner = await person(browser, demo, 'owner', { colorScheme: theme });
    const dispatcher = await person(browser, demo, 'dispatcher', { colorScheme: theme });
    await open(owner, '/inbox');
    await open(dispatcher, '/inbox');
    await markPages(owner, dispatcher);

    const reference = await sendForm(customer, theme);
    for (const page of [owner, dispatcher]) await lineInQueue(page, customer.name).waitFor();

    await lineInQueue(owner, customer.name).click();
    await readAndReserved(owner, customer, reference);

    await dispatcher.keyboard.press('g');
    await dispatcher.keyboard.press('a');
    await approve(dispatcher, customer);
    const lead = owner.getByRole('region', { name: 'Lead', exact: true });
    await lead.locator('.head > header').getByText('Booked', { exact: true }).waitFor();
    await assertNotReloaded(owner, dispatcher);

    // The inbox leads to the job on the board; the other one opens the same day by hand.
    await lead.getByRole('button', { name: /on the board/ }).waitFor();
    await owner.keyboard.press('a');
    await owner.waitForURL('**/board?*');
    const address = new URL(owner.url());
    const visit = address.searchParams.get('visit');
    await open(dispatcher, `/board?date=${address.searchParams.get('date')}`);
    await markPages(owner, dispatcher);
    for (const page of [owner, dispatcher]) await inTray(page, visit).waitFor();

    await suggestAndPreview(dispatcher, visit);
    await dispatcher.keyboard.press('Enter');
    for (const page of [owner, dispatcher]) await bubble(page, visit).waitFor();
    assert.equal(await inTray(owner, visit).count(), 0, 'what is on the schedule has left the tray');

    await dispatcher.getByRole('status').getByRole('button', { name: /Undo/ }).waitFor();
    await dispatcher.keyboard.press('u');
    for (const page of [owner, dispatcher]) {
      await inTray(page, visit).waitFor();
      await bubble(page, visit).waitFor({ state: 'detached' });
    }
    await assertNotReloaded(owner, dispatcher);
    await leave(owner, dispatcher);
  });
}

/** A customer fills in the public form; the reference on the page that thanks for it. */
async function sendForm({ job: _, ...fields }, colorScheme) {
  const page = await visitor(browser, { colorScheme, javaScriptEnabled: false });
  await page.goto(demo.form);
  for (const [field, value] of Object.entries(fields)) await page.locator(`#${field}`).fill(value);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'Thank you, we have your request' }).waitFor();
  const reference = await page.locator('main strong').first().innerText();
  await leave(page);
  return reference;
}

/** What was read stands highlighted in the customer's words, and a window is kept for them. */
async function readAndReserved(page, customer, reference) {
  const lead = page.getByRole('region', { name: 'Lead', exact: true });
  await lead.getByRole('heading', { name: customer.name }).waitFor();
  assert.match(await lead.locator('.head > header').innerText(), new RegExp(`\\b${reference}\\b`));
  await lead.getByText('Reserved', { exact: true }).first().waitFor();
  const marked = await lead.locator('mark.read').allInnerTexts();
  assert.ok(marked.length > 0 && marked.every((words) => `${customer.message} ${customer.preferred_time}`.includes(words)), `marked: ${marked}`);
  const fields = await lead.locator('.request dl').innerText();
  for (const value of [customer.name, customer.email, customer.address, customer.job]) assert.ok(fields.includes(value), `${value} is missing in:\n${fields}`);
}

async function approve(page, customer) {
  await page.waitForURL('**/approvals*');
  await page.getByRole('region', { name: 'Waiting for approval' }).getByRole('link', { name: customer.name }).click();
  const detail = page.getByRole('region', { name: 'Proposed booking' });
  await detail.getByRole('heading', { name: customer.name }).waitFor();
  // A card that has just come up is not decided by a key that was meant for the one before.
  await detail.getByRole('button', { name: /^Approve .+ and book/, disabled: false }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('status').getByText(new RegExp(`^Booked .+ for ${customer.name}$`)).waitFor();
  await page.getByRole('region', { name: 'Waiting for approval' }).getByRole('link', { name: customer.name }).waitFor({ state: 'detached' });
}

async function suggestAndPreview(page, visit) {
  await inTray(page, visit).click();
  await page.keyboard.press('s');
  const suggestions = page.locator('section.suggest');
  const first = suggestions.getByRole('radio').first();
  await first.waitFor();
  assert.ok(await first.isChecked());
  const figures = await suggestions.locator('.alternative.on .figures').innerText();
  assert.match(figures.replaceAll(/\s+/g, ' '), /^\+1 job [+−]?\d+ (min|h).* [+−]\$[\d,]+$/, 'jobs, driving and value, each with its sign');
  assert.ok((await suggestions.locator('.reasons').innerText()).length > 0, 'a suggestion says why');
  await page.keyboard.press('p');
  await page.locator('.over .proposed').first().waitFor();
  assert.equal(await bubble(page, visit).count(), 0, 'a preview is not yet real');
}

function lineInQueue(page, name) {
  return page.getByRole('region', { name: 'Queue' }).getByRole('link', { name });
}

function inTray(page, visit) {
  return page.locator(`#line-${visit}`);
}

function bubble(page, visit) {
  return page.locator(`#visit-${visit}`);
}

/** Leaves a mark that a reload would wipe away. */
async function markPages(...pages) {
  for (const page of pages) await page.evaluate(() => (window.notReloaded = true));
}

async function assertNotReloaded(...pages) {
  for (const page of pages) assert.equal(await page.evaluate(() => window.notReloaded), true, 'it came live, without a reload');
}

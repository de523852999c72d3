// What a person says yes to is what they have looked at, what the customer reads is what was booked, and all of it can be taken back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, leave, open, openBrowser, person, until, visitor } from './browser.mjs';
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

const said = (page, words) => page.locator('.toasts').getByText(words).waitFor();
const waiting = async (page) => (await ask(page, 'approvals')).approvals;
const settled = (page) => page.getByRole('button', { name: /^Approve .+ and book/, disabled: false });

/** Approvals of the sample company, once all its requests are read. */
async function approvalsOf(page) {
  await until('the sample requests are read', async () => (await ask(page, 'leads')).leads.every((lead) => lead.state !== 'new'));
  const list = await waiting(page);
  assert.ok(list.length >= 3, 'there is something to approve');
  return list;
}

test('a held key books one customer, and U takes it back', async () => {
  const page = await person(browser, demo, 'dispatcher');
  const before = await approvalsOf(page);
  await open(page, `/approvals/${before[0].lead_id}`);
  await settled(page).waitFor();
  // As a keyboard repeats a key that is held down.
  await page.evaluate(async () => {
    for (let at = 0; at < 20; at++) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', repeat: at > 0, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await said(page, /^Booked .+ for /);
  assert.equal((await waiting(page)).length, before.length - 1, 'nobody else was booked');

  await page.keyboard.press('u');
  await said(page, 'Taken back');
  await until('it waits again', async () => (await waiting(page)).some((one) => one.lead_id === before[0].lead_id));
  await page.getByRole('heading', { name: before[0].lead.who }).waitFor();
  await leave(page);
});

test('a card that has just come up is not decided by what was meant for the one before', async () => {
  const page = await person(browser, demo, 'dispatcher');
  const before = await approvalsOf(page);
  await open(page, '/approvals');
  await settled(page).waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await said(page, /^Booked .+ for /);
  assert.equal((await waiting(page)).length, before.length - 1, 'three presses at once are one yes');
  await page.keyboard.press('u');
  await said(page, 'Taken back');
  await leave(page);
});

test('the text follows the window, and one that names another is held back until a person is sure', async () => {
  const page = await person(browser, demo, 'dispatcher');
  const [one] = (await approvalsOf(page)).filter((approval) => approval.message && approval.windows.length > 2);
  const other = one.windows.find((window) => window.start !== one.reservation.start && window.message !== one.message.text);
  await open(page, `/approvals/${one.lead_id}`);
  await settled(page).waitFor();
  await page.keyboard.press('e');
  const box = page.getByLabel('Confirmation', { exact: true });
  assert.equal(await box.inputValue(), one.message.text);
  const rows = page.getByRole('radiogroup', { name: 'Windows that fit' }).locator('label');
  await rows.nth(one.windows.indexOf(other)).click();
  assert.equal(await box.inputValue(), other.message, 'the text names the window that was chosen');
  assert.equal(await page.locator('.windows label.chosen').count(), 1, 'one row is chosen');

  await box.fill(`${one.message.text} See you!`);
  await page.getByText(/^The text says “.+”, but .+ would be booked\.$/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('The text names another window', { exact: true }).waitFor();
  assert.ok((await waiting(page)).some((approval) => approval.lead_id === one.lead_id), 'nothing was booked');
  assert.match(await box.inputValue(), /See you!$/, 'what was typed stays');

  await rows.nth(one.windows.findIndex((window) => window.start === one.reservation.start && window.end === one.reservation.end)).click();
  await page.getByText(/^The text says/).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await leave(page);
});

test('a job is picked from a list that is searched, never by the first letter, and put back by U', async () => {
  const page = await person(browser, demo, 'dispatcher');
  const [one] = await approvalsOf(page);
  const before = one.lead.job_type;
  await open(page, `/inbox/${one.lead_id}`);
  const job = page.locator('.request .line', { hasText: 'Job' });
  await job.getByRole('button').click();
  const box = page.getByRole('combobox', { name: 'Job' });
  await box.pressSequentially('toilet');
  await page.waitForTimeout(300);
  assert.equal((await ask(page, `leads/${one.lead_id}`)).summary.job_type, before, 'typing changes nothing');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  assert.equal((await ask(page, `leads/${one.lead_id}`)).summary.job_type, before, 'Escape leaves it');

  await job.getByRole('button').click();
  await box.pressSequentially('toilet rep');
  await page.keyboard.press('Enter');
  await said(page, 'Job: Toilet repair');
  assert.equal((await ask(page, `leads/${one.lead_id}`)).summary.job_type, 'Toilet repair');
  await page.keyboard.press('u');
  await said(page, 'Job is as it was');
  assert.equal((await ask(page, `leads/${one.lead_id}`)).summary.job_type, before);
  await leave(page);
});

test('a CSR begins in the inbox, takes a call there, and reads why they cannot approve', async () => {
  const page = await person(browser, demo, 'csr');
  await page.waitForURL(/\/inbox/);
  const [one] = await approvalsOf(page);
  await open(page, `/inbox/${one.lead_id}`);
  await page.getByText('You are a CSR: a dispatcher, a manager or an owner has to approve this.').waitFor();
  assert.ok(await page.getByRole('button', { name: /^Approve/ }).isDisabled());

  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New request' });
  await dialog.getByLabel('What is going on?').fill('She says the water heater leaks since this morning.');
  await dialog.getByLabel('Name').fill('Olive Tran');
  await dialog.getByLabel('Phone').fill('614-555-0166');
  await dialog.getByLabel('Address').fill('1480 Grandview Ave, Columbus, OH 43212');
  await dialog.getByRole('button', { name: 'Take it down' }).click();
  await said(page, /^L\d+ is taken down$/);
  await page.getByRole('region', { name: 'Lead', exact: true }).getByRole('heading', { name: 'Olive Tran' }).waitFor();

  await page.keyboard.press('n');
  await dialog.getByLabel('What is going on?').fill('A strong smell of gas in the basement, she has a headache.');
  await dialog.getByLabel('Name').fill('Hal Ortiz');
  await dialog.getByLabel('Phone').fill('614-555-0167');
  await dialog.getByRole('button', { name: 'Take it down' }).click();
  await page.getByRole('dialog', { name: 'Tell them first' }).getByRole('alert').waitFor();
  await page.getByRole('button', { name: /^I told them, open L\d+$/ }).click();
  await leave(page);
});

test('a booked visit gets another window, the customer is told, and U gives the old one back', async () => {
  const page = await person(browser, demo, 'dispatcher');
  // Nothing may be reserved meanwhile where the visit has to come back to.
  await approvalsOf(page);
  const board = await ask(page, 'board');
  let visit;
  for (const one of board.visits.filter((visit) => visit.state === 'unassigned' && !visit.lock)) {
    if ((await ask(page, `appointments/${one.id}/windows`)).windows.length > 1) visit ??= one;
  }
  await open(page, `/board?visit=${visit.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Offer another window…' }).click();
  const dialog = page.getByRole('dialog', { name: `Another window for ${visit.reference}` });
  await dialog.locator('.windows label').nth(1).click();
  await dialog.getByRole('button', { name: /^Promise/ }).click();
  await said(page, new RegExp(`^${visit.reference} has .+ now$`));
  const moved = (await ask(page, `appointments/${visit.id}`)).visit;
  assert.notDeepEqual(moved.window, visit.window);
  await page.keyboard.press('u');
  await said(page, `${visit.reference} has its window again`);
  assert.deepEqual((await ask(page, `appointments/${visit.id}`)).visit.window, visit.window);
  await leave(page);
});

test('the form marks all that has to change, and answers in the language of the customer', async () => {
  const page = await visitor(browser, { javaScriptEnabled: false });
  await page.goto(demo.form);
  // As a browser sends it that checks nothing.
  await page.setContent((await page.content()).replaceAll(' required', '').replaceAll('type="email"', 'type="text"'));
  await page.locator('#name').fill('  ');
  await page.locator('#phone').fill('call me maybe');
  await page.locator('#email').fill('ann@example');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByText('This was not sent yet.').waitFor();
  assert.deepEqual(await page.locator('[aria-invalid=true]').evaluateAll((fields) => fields.map((field) => field.id)), ['message', 'name', 'phone', 'email']);
  assert.equal(await page.locator('#phone').inputValue(), 'call me maybe');

  await page.locator('#message').fill('Huele a gas en la cocina y mi mamá tiene dolor de cabeza.');
  await page.locator('#name').fill('Rosa Díaz');
  await page.locator('#phone').fill('614-555-0177');
  await page.locator('#email').fill('rosa@example.com');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'Haga esto primero' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  assert.equal(await page.locator('.danger a[href="tel:911"]').count(), 1);
  assert.doesNotMatch(await page.locator('main').innerText(), /request|talk|Somebody/);
  await leave(page);
});

test('a person, a phone, a technician and another day are found from anywhere', async () => {
  const page = await person(browser, demo, 'dispatcher');
  await approvalsOf(page);
  const lead = (await ask(page, 'leads')).leads.find((one) => /^\w+ \w+$/.test(one.who));
  const phone = (await ask(page, `leads/${lead.id}`)).readings.find((reading) => reading.field === 'phone')?.value;
  const board = await ask(page, 'board');
  const tomorrow = new Date(Date.parse(`${board.date}T12:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);
  const later = (await ask(page, `board?date=${tomorrow}`)).visits[0];
  const technician = board.technicians[0].name;

  await open(page, '/inbox');
  const box = page.getByRole('combobox', { name: 'Search or do' });
  const found = (words) => page.getByRole('option').filter({ hasText: words }).first().waitFor();
  await page.keyboard.press('/');
  for (const [typed, words] of [[technician, technician], [lead.who, lead.who], ...(phone ? [[phone.slice(-7), lead.who]] : [])]) {
    await box.fill(typed);
    await found(words);
  }
  await box.fill(later.reference);
  await found(later.reference);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/board\\?.*visit=${later.id}`));
  assert.match(page.url(), new RegExp(`date=${tomorrow}`));
  await leave(page);
});

test('a time that cannot be is shown as such, and asked about', async () => {
  const page = await person(browser, demo, 'dispatcher');
  const sent = await page.evaluate(async () => {
    const body = { name: 'Noor Haddad', phone: '614-555-0169', address: '1480 Grandview Ave, Columbus, OH 43212', message: 'The kitchen faucet drips.', preferred_time: 'February 31 at 25:00' };
    const answer = await fetch('/in/form/buckeye', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return answer.json();
  });
  const lead = await until('the request is read', async () => (await ask(page, 'leads')).leads.find((one) => one.reference === sent.reference && one.state !== 'new'));
  assert.equal(lead.who, 'Noor Haddad');
  await open(page, `/inbox/${lead.id}`);
  await page.getByRole('region', { name: 'Request', exact: true }).getByText('This time cannot be', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'Ask next' }).getByText('February 31', { exact: false }).waitFor();
  await leave(page);
});

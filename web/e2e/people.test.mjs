// Accounts: a person is added, signs in, is put out, let in again and helped with a password; everyone changes their own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, live, open, openBrowser, person, visitor } from './browser.mjs';
import { startDemo } from './program.mjs';

const EMAIL = 'nadia@buckeye.example';

let demo;
let browser;
let owner;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  owner = await person(browser, demo, 'owner');
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const row = (name) => owner.getByRole('row', { name: new RegExp(name) });
const said = (page, words) => page.locator('.toasts').getByText(words).waitFor();

test('a person comes, is put out at once, and comes back with a new password', async () => {
  await open(owner, '/settings');
  await row('Sam Okafor').waitFor();
  await owner.keyboard.press('n');
  const dialog = owner.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByLabel('Name').fill('Nadia Kovac');
  await dialog.getByLabel('E-mail').fill('sam@buckeye.example');
  await dialog.getByRole('button', { name: 'Add Nadia' }).click();
  await dialog.getByRole('alert').or(dialog.locator('.alert-text')).first().waitFor();
  assert.equal(await dialog.getByLabel('Name').inputValue(), 'Nadia Kovac', 'what was typed stays');
  await dialog.getByLabel('E-mail').fill(EMAIL);
  const password = await dialog.getByLabel('Password').inputValue();
  await owner.keyboard.press('Enter');
  await said(owner, 'Nadia Kovac can sign in now');
  await row('Nadia Kovac').getByText('Dispatcher').waitFor();

  const nadia = await visitor(browser);
  await signIn(nadia, password);
  await live(nadia);
  await open(nadia, '/settings');
  await nadia.getByRole('heading', { name: 'Your password' }).waitFor();
  assert.equal(await nadia.getByRole('tab', { name: 'People' }).count(), 0, 'a dispatcher has nothing to do with the accounts');

  await act('Nadia Kovac', 'Close the account…');
  await owner.getByRole('dialog', { name: 'Close the account of Nadia Kovac' }).getByRole('button', { name: 'Close the account' }).click();
  await row('Nadia Kovac').getByText('Closed').waitFor();
  await nadia.goto(`${demo.url}/board`);
  await nadia.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signIn(nadia, password);
  await nadia.getByRole('alert').waitFor();

  await act('Nadia Kovac', 'Open the account again');
  await said(owner, 'Nadia Kovac can sign in again');
  await act('Nadia Kovac', 'New password…');
  const reset = owner.getByRole('dialog', { name: 'New password for Nadia Kovac' });
  const other = await reset.getByLabel('Password').inputValue();
  assert.notEqual(other, password);
  await reset.getByRole('button', { name: 'Set this password' }).click();
  await said(owner, 'Nadia Kovac has a new password');
  await signIn(nadia, other);
  await live(nadia);

  await open(nadia, '/settings/password');
  await nadia.getByLabel('Password until now').fill('not this one at all');
  await nadia.getByLabel('New password').fill('quiet rivers run deep');
  await nadia.keyboard.press('Enter');
  await nadia.getByText('Is not your password').waitFor();
  await nadia.getByLabel('Password until now').fill(other);
  await nadia.keyboard.press('Enter');
  await said(nadia, 'Your password is changed');
  const elsewhere = await visitor(browser);
  await signIn(elsewhere, 'quiet rivers run deep');
  await live(elsewhere);
  await leave(nadia, elsewhere);
});

test('nobody closes their own account from the list', async () => {
  await open(owner, '/settings');
  await row('Dana Whitfield').getByText('you').waitFor();
  assert.equal(await row('Dana Whitfield').getByRole('button').count(), 0);
});

test('nothing went wrong on the page', () => leave(owner));

async function act(name, what) {
  await row(name).getByRole('button').click();
  await owner.getByRole('menuitem', { name: what }).click();
}

async function signIn(page, password) {
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

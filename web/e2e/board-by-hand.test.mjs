// The board by hand: moved with the mouse and with the keys, and refused with the reason where it happened.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, DESK, leave, openBrowser, person, until } from './browser.mjs';
import { startDemo } from './program.mjs';

/** High enough for all rows of the sample company, so that nothing has to be scrolled to. */
const HIGH = { ...DESK, height: 1640 };
const STEP = 5 * 60_000;

let demo;
let browser;
let owner;
let dispatcher;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  owner = await person(browser, demo, 'owner', { viewport: HIGH });
  dispatcher = await person(browser, demo, 'dispatcher', { viewport: HIGH });
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const bubble = (page, visit) => page.locator(`#visit-${visit.id}`);
const rowOf = (page, technician) => page.getByRole('row', { name: new RegExp(`^${technician}\\b`) });
const toast = (page, words) => page.locator('.toasts').getByText(words);

test('a bubble is dragged to another technician and time, and Undo puts it back, for both', async () => {
  const { visit, technician, start } = await roomFor();
  const from = await bubble(dispatcher, visit).boundingBox();
  const to = await pointAt(dispatcher, technician, start);
  await dispatcher.mouse.move(from.x + 8, from.y + from.height / 2);
  await dispatcher.mouse.down();
  await dispatcher.mouse.move(to.x + 8, to.y, { steps: 12 });
  const tip = dispatcher.locator('.tip .tip');
  await tip.locator('.where').getByText(technician.name).waitFor();
  assert.match(await tip.locator('.time').innerText(), time(start), 'it says when it would start');
  await tip.locator('p.num:not(.quiet)').waitFor();
  assert.match(await tip.innerText(), /[+−]\d+ min|[+−]\$\d|costs nothing/, 'it says what that would cost');
  assert.equal(await tip.locator('.refusal').count(), 0);
  await dispatcher.mouse.up();
  await toast(dispatcher, `${visit.reference} → ${technician.name}`).waitFor();
  for (const page of [owner, dispatcher]) await rowOf(page, technician.name).locator(`#visit-${visit.id}`).waitFor();
  assert.equal(Date.parse((await now(visit)).start), start);

  await dispatcher.keyboard.press('u');
  await toast(dispatcher, 'Undone').waitFor();
  await dispatcher.keyboard.press('Escape');
  await toast(dispatcher, 'Undone').waitFor({ state: 'detached' });
  await until('both see it back where it was', async () => {
    const place = await now(visit);
    const before = await dispatcher.locator('.row', { has: dispatcher.locator(`#visit-${visit.id}`) }).locator('.name').innerText();
    const seen = await owner.locator('.row', { has: owner.locator(`#visit-${visit.id}`) }).locator('.name').innerText();
    return place.technician_id === visit.technician_id && place.start === visit.start && before !== technician.name && seen !== technician.name;
  });
});

test('the keys do what the mouse does: walk to a bubble, take it up, move it, drop it', async () => {
  const { visit, technician, start } = await roomFor();
  const rows = (await board()).technicians.map((one) => one.id);
  const grid = dispatcher.getByRole('grid', { name: /technicians by time/ });
  await grid.focus();
  await walkTo(visit);
  await dispatcher.keyboard.press('m');
  await dispatcher.locator('.key-tip').waitFor();

  const by = rows.indexOf(technician.id) - rows.indexOf(visit.technician_id);
  for (let step = 0; step < Math.abs(by); step++) await dispatcher.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
  const steps = Math.round((start - Date.parse(visit.start)) / STEP);
  for (let step = 0; step < Math.abs(steps); step++) await dispatcher.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
  const tip = dispatcher.locator('.key-tip');
  await tip.locator('.where').getByText(technician.name).waitFor();
  assert.match(await tip.locator('.time').innerText(), time(start));
  await tip.locator('p.num:not(.quiet)').waitFor();
  await dispatcher.keyboard.press('Enter');
  await toast(dispatcher, `${visit.reference} → ${technician.name}`).waitFor();
  for (const page of [owner, dispatcher]) await rowOf(page, technician.name).locator(`#visit-${visit.id}`).waitFor();
  assert.equal(Date.parse((await now(visit)).start), start);
});

test('an illegal drop is refused with the reason beside it, and nothing moves', async () => {
  const { visit, technician, start, words } = await placeRefused((refusals) => refusals.some((refusal) => !refusal.can_override));
  const to = await carryFromTray(visit, technician, start);
  await dispatcher.mouse.up();
  const no = dispatcher.locator('.refusal[role=alert]');
  await no.waitFor();
  assert.match(await no.innerText(), saying(words));
  const box = await no.boundingBox();
  assert.ok(Math.hypot(box.x - to.x, box.y - to.y) < 360, 'it stands where it happened');
  assert.equal((await now(visit)).state, 'unassigned');
  await dispatcher.locator(`#line-${visit.id}`).waitFor();
  await dispatcher.keyboard.press('Escape');
  await no.waitFor({ state: 'detached' });
});

test('what a person may override asks for the reason, and does nothing without one', async () => {
  const { visit, technician, start, words } = await placeRefused((refusals) => refusals.length > 0 && refusals.every((refusal) => refusal.can_override));
  await carryFromTray(visit, technician, start);
  await dispatcher.mouse.up();
  const question = dispatcher.getByRole('dialog', { name: `Override: ${visit.reference}` });
  await question.waitFor();
  assert.match(await question.innerText(), saying(words));
  await question.getByRole('button', { name: 'Leave it' }).click();
  await question.waitFor({ state: 'detached' });
  assert.equal((await now(visit)).state, 'unassigned');

  await carryFromTray(visit, technician, start);
  await dispatcher.mouse.up();
  await question.getByLabel('Reason').fill('The customer asked for them');
  await dispatcher.keyboard.press('Enter');
  for (const page of [owner, dispatcher]) await rowOf(page, technician.name).locator(`#visit-${visit.id}`).waitFor();
  const history = (await ask(dispatcher, `appointments/${visit.id}`)).timeline.map((entry) => entry.reason).join('\n');
  assert.ok(history.includes('The customer asked for them'), `the reason is kept:\n${history}`);
});

test('work that has begun stays where it is', async () => {
  const begun = (await board()).visits.find((visit) => visit.state === 'working');
  const from = await bubble(dispatcher, begun).boundingBox();
  await dispatcher.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await dispatcher.mouse.down();
  await dispatcher.mouse.move(from.x + from.width / 2 + 60, from.y + from.height / 2 + 60, { steps: 4 });
  await dispatcher.locator('.refusal[role=alert]').getByText(`${begun.reference} is working, so it stays where it is`).waitFor();
  await dispatcher.mouse.up();
  const { technician_id, start } = await now(begun);
  assert.deepEqual([technician_id, start], [begun.technician_id, begun.start]);
});

test('a lunch that may shift is dragged along its row, and Undo puts it back', async () => {
  const event = await eventToShift();
  const lunch = dispatcher.locator(`[data-event="${event.id}"]`);
  const from = await lunch.boundingBox();
  const scale = from.width / ((Date.parse(event.end) - Date.parse(event.start)) / 60_000);
  await dispatcher.mouse.move(from.x + 8, from.y + from.height / 2);
  await dispatcher.mouse.down();
  // Two rows further up: it stays in its technician's row all the same.
  await dispatcher.mouse.move(from.x + 8 + event.by * scale, from.y - 70, { steps: 10 });
  await dispatcher.locator('.tip .time').getByText(time(Date.parse(event.start) + event.by * 60_000)).waitFor();
  await dispatcher.mouse.up();
  await toast(dispatcher, `${event.title} →`).waitFor();
  const place = async () => (await board()).events.find((one) => one.id === event.id);
  assert.equal(Date.parse((await place()).start), Date.parse(event.start) + event.by * 60_000);
  assert.equal((await place()).technician_id, event.technician_id);
  await dispatcher.keyboard.press('u');
  await until('it is back where it was', async () => (await place()).start === event.start);
});

test('a finger that rests carries, and one that moves at once scrolls', async () => {
  const tablet = await person(browser, demo, 'dispatcher', { viewport: HIGH, hasTouch: true });
  const touch = await fingers(tablet);
  const { visit, technician, start } = await roomFor();
  const from = await bubble(tablet, visit).boundingBox();
  const to = await pointAt(tablet, technician, start);

  await touch('touchStart', from.x + 8, from.y + from.height / 2);
  for (const by of [20, 60, 120]) await touch('touchMove', from.x + 8, from.y + from.height / 2 + by);
  await tablet.waitForTimeout(500);
  assert.equal(await tablet.locator('.tip').count(), 0, 'what scrolls carries nothing');
  await touch('touchEnd');

  await touch('touchStart', from.x + 8, from.y + from.height / 2);
  await tablet.locator('.tip').first().waitFor();
  for (let step = 1; step <= 8; step++) await touch('touchMove', from.x + 8 + ((to.x - from.x) * step) / 8, from.y + from.height / 2 + ((to.y - from.y - from.height / 2) * step) / 8);
  await tablet.locator('.tip .where').getByText(technician.name).waitFor();
  await touch('touchEnd');
  await toast(tablet, `${visit.reference} → ${technician.name}`).waitFor();
  assert.equal((await now(visit)).technician_id, technician.id);
  await leave(tablet);
});

test('nothing went wrong on either page', () => leave(owner, dispatcher));

async function board() {
  return ask(dispatcher, 'board');
}

async function now(visit) {
  return (await ask(dispatcher, `appointments/${visit.id}`)).visit;
}

/** A visit of the afternoon that another technician could take, by the planner's own ranking, and from when. */
async function roomFor() {
  const { visits, technicians } = await board();
  const noon = Date.parse((await board()).day_start) + 11.5 * 3_600_000;
  for (const visit of visits.filter((visit) => visit.state === 'assigned' && !visit.lock && Date.parse(visit.start) > noon)) {
    const ranking = (await ask(dispatcher, `appointments/${visit.id}/technicians`)).technicians;
    const other = ranking.find((one) => one.verdict === 'feasible' && one.technician_id !== visit.technician_id && Date.parse(one.start) % STEP === 0);
    if (other) return { visit, technician: technicians.find((one) => one.id === other.technician_id), start: Date.parse(other.start) };
  }
  assert.fail('nobody else could take any visit of the afternoon');
}

/** An event that may shift, and by how many minutes it does so without a refusal. */
async function eventToShift() {
  for (const event of (await board()).events.filter((event) => event.movable)) {
    for (const by of [15, -15, 30, -30]) {
      const move = { move: 'shift_event', event_id: event.id, start: new Date(Date.parse(event.start) + by * 60_000).toISOString() };
      const { refusals } = await ask(dispatcher, 'board/preview', 'POST', { moves: [move] });
      if (refusals.length === 0) return { ...event, by };
    }
  }
  assert.fail('no event of the sample day may shift');
}

/** One finger on the glass of a page. */
async function fingers(page) {
  const glass = await page.context().newCDPSession(page);
  return (type, x, y) => glass.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
}

/** A job of the tray, and a place where the server refuses it in a way that `fits`; `words` is one of its reasons. */
async function placeRefused(fits) {
  const { visits, technicians } = await board();
  for (const visit of visits.filter((visit) => visit.state === 'unassigned')) {
    const window = { start: Date.parse(visit.window.start), end: Date.parse(visit.window.end) };
    for (const start of [window.end + 60 * 60_000, window.start + 30 * 60_000]) {
      for (const technician of technicians) {
        const move = { move: 'assign', appointment_id: visit.id, technician_id: technician.id, start: new Date(start).toISOString() };
        const { refusals } = await ask(dispatcher, 'board/preview', 'POST', { moves: [move] });
        if (fits(refusals)) return { visit, technician, start, words: refusals[0].words };
      }
    }
  }
  assert.fail('no place of the sample day is refused like that');
}

/** Drags a job out of the tray over a place, until the board says that it does not fit there. */
async function carryFromTray(visit, technician, start) {
  const line = dispatcher.locator(`#line-${visit.id}`);
  await line.scrollIntoViewIfNeeded();
  const from = await line.boundingBox();
  const to = await pointAt(dispatcher, technician, start);
  await dispatcher.mouse.move(from.x + from.width * 0.2, from.y + from.height / 2);
  await dispatcher.mouse.down();
  // A line of the tray is taken at the left edge of what becomes its bubble, a little to the right.
  await dispatcher.mouse.move(to.x + 12, to.y, { steps: 12 });
  await dispatcher.locator('.tip .refusal').first().waitFor();
  return to;
}

/** Where a technician's row is at a time, in pixels of the window; the scale is taken from two bubbles that are there. */
async function pointAt(page, technician, at) {
  const shown = [];
  for (const visit of (await board()).visits.filter((visit) => visit.state === 'assigned' && visit.start)) {
    const box = (await bubble(page, visit).count()) > 0 ? await bubble(page, visit).boundingBox() : null;
    if (box) shown.push({ at: Date.parse(visit.start), x: box.x });
  }
  shown.sort((one, other) => one.at - other.at);
  const [first, last] = [shown.at(0), shown.at(-1)];
  const row = await rowOf(page, technician.name).boundingBox();
  return { x: first.x + ((at - first.at) * (last.x - first.x)) / (last.at - first.at), y: row.y + row.height / 2 };
}

/** Walks with the arrow keys: down to the row, then along it. */
async function walkTo(visit) {
  const selected = () => dispatcher.evaluate(() => document.querySelector('[role=grid][aria-activedescendant]')?.getAttribute('aria-activedescendant') ?? null);
  const inRow = () => dispatcher.evaluate((id) => {
    const mine = document.getElementById(id)?.closest('.row');
    return mine?.querySelector('[aria-selected=true]') != null;
  }, `visit-${visit.id}`);
  await dispatcher.keyboard.press('Home');
  for (let step = 0; step < 30 && (await selected()) !== null; step++) {
    const before = await selected();
    await dispatcher.keyboard.press('ArrowUp');
    await settled();
    if ((await selected()) === before) break;
  }
  for (let step = 0; step < 40 && !(await inRow()); step++) {
    await dispatcher.keyboard.press('ArrowDown');
    await settled();
  }
  await dispatcher.keyboard.press('Home');
  await settled();
  for (let step = 0; step < 20 && (await selected()) !== `visit-${visit.id}`; step++) {
    await dispatcher.keyboard.press('ArrowRight');
    await settled();
  }
  assert.equal(await selected(), `visit-${visit.id}`, 'the arrow keys lead to every bubble');
}

/** The frame after a key: what it changed is drawn then. */
function settled() {
  return dispatcher.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** A time as the board writes it in the company's time zone: `13:05`. */
function time(at) {
  return new RegExp(new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/New_York', hour: 'numeric', minute: '2-digit' }).replace(/^0/, ''));
}

/** A reason, whatever its numbers: a pixel is more than half a minute, so a drop may be a step off. */
function saying(words) {
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('`', '.?');
  return new RegExp(literal.replaceAll(/\d+/g, '\\d+'), 'i');
}

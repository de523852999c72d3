// How fast the board is with 200 technicians: `npm run bench`. It measures and prints; it judges nothing.
//
// First paint is when the frame with the first bubbles was handed over, as the page itself sees it. Frames are those of a drag across
// the whole board, with the pointer moving all the time.

import { cpus, loadavg } from 'node:os';
import { ask, DESK, live, open, openBrowser, person } from '../e2e/browser.mjs';
import { startDemo } from '../e2e/program.mjs';

const TECHNICIANS = 200;
const ROUNDS = 15;
/** Visits of a browser that has nothing of ours yet. */
const FIRST_VISITS = 9;
/** How long one drag lasts. Milliseconds. */
const DRAG = 4_000;

const load = loadavg()[0];
const demo = await startDemo('--technicians', String(TECHNICIANS));
const browser = await openBrowser();
try {
  const page = await person(browser, demo, 'owner');
  await page.addInitScript(watchFirstPaint);
  const board = await ask(page, 'board');
  const navigations = [];
  const switches = [];
  for (let round = 0; round < ROUNDS; round++) {
    navigations.push(await navigate(page));
    switches.push(await switchTo(page));
  }
  const cold = [];
  for (let round = 0; round < FIRST_VISITS; round++) cold.push(await firstVisit());
  await open(page, '/board');
  const still = await frames(page, async () => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const drag = await frames(page, () => dragAround(page));

  console.log(`\nBoard of ${board.technicians.length} technicians × ${board.visits.length} visits, ${DESK.width} × ${DESK.height}`);
  console.log(`${browser.browserType().name()} ${browser.version()}, headless, no GPU; ${cpus().length} × ${cpus()[0].model}; load ${load.toFixed(2)} before, ${loadavg()[0].toFixed(2)} after`);
  console.log(`the program answered ${(demo.startup / 1000).toFixed(2)} s after its start\n`);
  console.table({
    'first paint, browser without a cache': spread(cold.map((one) => one.painted)),
    'first paint, navigation': spread(navigations.map((one) => one.painted)),
    'from the data to the paint': spread(navigations.map((one) => one.painted - one.data)),
    'answer of the server (board)': spread(navigations.map((one) => one.answer)),
    'from another page of the app': spread(switches),
    'frame, nothing happens': spread(still.frames),
    'frame, while dragging': spread(drag.frames),
  });
  const late = drag.frames.filter((frame) => frame > 25).length;
  console.log(`while dragging: ${drag.frames.length} frames in ${(DRAG / 1000).toFixed(0)} s, ${late} of them late (over 25 ms), ${drag.long} tasks over 50 ms`);
} finally {
  await browser.close();
  await demo.stop();
}

/** Runs in the page: notes when the first bubbles were painted. Milliseconds since the navigation began. */
function watchFirstPaint() {
  window.firstPaint = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role=grid] [data-visit]') === null) requestAnimationFrame(look);
      // What is in the document now is on the screen when the next frame begins.
      else requestAnimationFrame(() => resolve(performance.now()));
    };
    look();
  });
}

async function navigate(page) {
  await page.goto(new URL('/board', page.url()).href, { waitUntil: 'commit' });
  const seen = await page.evaluate(async () => {
    const painted = await window.firstPaint;
    const answer = performance.getEntriesByType('resource').find((one) => /\/api\/v1\/board(\?|$)/.test(one.name));
    return { painted, data: answer.responseEnd, answer: answer.responseEnd - answer.requestStart };
  });
  await live(page);
  return seen;
}

/** From the inbox to the board inside the app: from the key to the painted bubbles. Milliseconds. */
async function switchTo(page) {
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('region', { name: 'Queue' }).locator('li').first().waitFor();
  await page.evaluate(() => {
    window.switched = new Promise((resolve) => {
      addEventListener(
        'keydown',
        (event) => {
          const began = event.timeStamp;
          const look = () => {
            if (document.querySelector('[role=grid] [data-visit]') === null) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - began));
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
  await page.locator('nav a[href="/board"]').focus();
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.switched);
}

/** A browser that was never here: nothing is cached. */
async function firstVisit() {
  const page = await person(browser, demo, 'owner');
  const { cookies } = await page.context().storageState();
  await page.context().close();
  const context = await browser.newContext({ viewport: DESK, storageState: { cookies, origins: [] } });
  const first = await context.newPage();
  await first.addInitScript(watchFirstPaint);
  await first.goto(`${demo.url}/board`, { waitUntil: 'commit' });
  const painted = await first.evaluate(() => window.firstPaint);
  await context.close();
  return { painted };
}

/** The lengths of the frames while something goes on, and how many tasks kept the page busy for more than 50 ms. */
async function frames(page, act) {
  await page.evaluate(() => {
    const seen = { times: [], long: 0, over: false };
    const tasks = new PerformanceObserver((list) => (seen.long += list.getEntries().length));
    tasks.observe({ entryTypes: ['longtask'] });
    const tick = (at) => {
      seen.times.push(at);
      if (seen.over) tasks.disconnect();
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    window.framesSeen = seen;
  });
  await act();
  const { times, long } = await page.evaluate(() => {
    window.framesSeen.over = true;
    return window.framesSeen;
  });
  return { frames: times.slice(1).map((at, index) => at - times[index]), long };
}

/** Carries a visit that may move in circles over the board for a while, and puts it down where it was. */
async function dragAround(page) {
  const waits = page.locator('.visit.confirmed, .visit.scheduled');
  const frame = await page.getByRole('grid', { name: /technicians by time/ }).boundingBox();
  const boxes = await waits.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const box = boxes.find((one) => one.x > frame.x + 400 && one.right < frame.x + frame.width - 100 && one.y > frame.y + 40 && one.bottom < frame.y + frame.height);
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  await page.mouse.move(box.x + 6, box.y + box.height / 2);
  await page.mouse.down();
  const end = performance.now() + DRAG;
  for (let turn = 0; performance.now() < end; turn += 0.05) {
    // The lower edge pulls the rows along, so that new ones are drawn as well.
    await page.mouse.move(middle.x + Math.cos(turn) * frame.width * 0.3, middle.y + Math.sin(turn) * frame.height * 0.48);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** Median, 95th and 99th of a hundred, and the worst, in milliseconds. */
function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1));
  return { 'median ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), 'worst ms': at(1), times: sorted.length };
}

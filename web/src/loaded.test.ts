import { expect, test } from 'vitest';
import type { Answer } from './api/client';
import { Loaded } from './loaded.svelte';

/** Something whose answers come when the test says so, in any order. */
function slow() {
  const waiting: ((answer: Answer<string>) => void)[] = [];
  const loaded = new Loaded(() => new Promise<Answer<string>>((resolve) => waiting.push(resolve)));
  const answer = async (nth: number, value: string) => {
    waiting[nth]?.({ ok: true, value });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { loaded, answer };
}

test('answers are shown as they come, and an older one never after a newer one', async () => {
  const { loaded, answer } = slow();
  void loaded.load();
  void loaded.refresh();
  void loaded.refresh();
  await answer(0, 'first');
  expect(loaded.value).toBe('first');
  await answer(2, 'third');
  await answer(1, 'second');
  expect(loaded.value).toBe('third');
});

test('an answer about the place before is not shown at the new one', async () => {
  const { loaded, answer } = slow();
  void loaded.load();
  void loaded.load();
  await answer(0, 'old place');
  expect(loaded.value).toBeNull();
  await answer(1, 'new place');
  expect(loaded.value).toBe('new place');
});

test('what an action answered stands against what was asked for before it', async () => {
  const { loaded, answer } = slow();
  void loaded.load();
  loaded.set('done');
  await answer(0, 'before');
  expect(loaded.value).toBe('done');
});

import { expect, test } from 'vitest';
import { keyName } from './keys.svelte';
import { shownKeys } from './ui/keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('keys are named as they are written in the list', () => {
  expect(press('k', { ctrlKey: true })).toBe('Mod+k');
  expect(press('K', { metaKey: true, shiftKey: true })).toBe('Mod+k');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('ArrowUp', { shiftKey: true })).toBe('Shift+ArrowUp');
});

test('key caps are shown one by one', () => {
  expect(shownKeys('g i')).toEqual(['G', 'I']);
  expect(shownKeys('Mod+k')).toEqual(['Ctrl', 'K']);
  expect(shownKeys('ArrowDown')).toEqual(['↓']);
});

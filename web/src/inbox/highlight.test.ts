import { expect, test } from 'vitest';
import type { HazardView, ReadingView } from '../api/types';
import { pieces } from './highlight';

const TEXT = '🔥 gas smell at 12 Elm St, Ann';

function reading(field: string, words: string, turn = 0): ReadingView {
  const start = TEXT.indexOf(words);
  return { field, value: words, confidence: 0.9, from: 'words', turn, start, end: start + words.length, words };
}

function hazard(words: string): HazardView {
  const start = TEXT.indexOf(words);
  return { class: 'gas', instruction: 'Leave', turn: 0, start, end: start + words.length, words };
}

function check(readings: ReadingView[], hazards: HazardView[], expected: string) {
  const cut = pieces(0, TEXT, readings, hazards);
  expect(cut.map((piece) => piece.text).join('')).toBe(TEXT);
  const shown = cut.map((piece) => {
    const names = [...(piece.hazard === null ? [] : [`!${piece.hazard}`]), ...piece.fields];
    return names.length === 0 ? piece.text : `[${names.join(',')}: ${piece.text}]`;
  });
  expect(shown.join('')).toBe(expected);
}

test('a text without readings stays whole', () => check([], [], TEXT));

test('words are cut out where they stand, also after a character of two units', () =>
  check([reading('address', '12 Elm St'), reading('name', 'Ann')], [], '🔥 gas smell at [address: 12 Elm St], [name: Ann]'));

test('a hazard over a problem carries both', () =>
  check([reading('problem', 'gas smell')], [hazard('gas')], '🔥 [!gas,problem: gas][problem:  smell] at 12 Elm St, Ann'));

test('overlapping readings are cut at every edge', () =>
  check([reading('address', '12 Elm St'), reading('name', 'St, Ann')], [], '🔥 gas smell at [address: 12 Elm ][address,name: St][name: , Ann]'));

test('words of another turn, and words without a place, are left out', () =>
  check([reading('name', 'Ann', 1), { ...reading('phone', 'gas'), start: null, end: null }], [], TEXT));

test('offsets outside of the text are cut off', () =>
  check([{ ...reading('name', 'Ann'), end: 400 }], [], '🔥 gas smell at 12 Elm St, [name: Ann]'));

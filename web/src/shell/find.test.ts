import { expect, test } from 'vitest';
import { find } from './find';

const THINGS = [
  { words: 'Open the board', detail: 'Go to' },
  { words: 'Priya Raman', detail: 'L193 No heat 43202' },
  { words: 'Ana Ruíz', detail: 'technician' },
  { words: 'Marcus Bell', detail: 'L194 Breaker trips, board' },
];

function check(query: string, expected: string[]) {
  expect(find(THINGS, query, 10).map((thing) => thing.words)).toEqual(expected);
}

test('nothing asked shows what there is', () => check('  ', THINGS.map((thing) => thing.words)));
test('words may come in any order and be cut short', () => check('heat pri', ['Priya Raman']));
test('words count more than details', () => check('board', ['Open the board', 'Marcus Bell']));
test('accents need not be typed', () => check('ruiz', ['Ana Ruíz']));
test('every word must be there', () => check('priya board', []));
test('no more than asked for', () => expect(find(THINGS, '', 2)).toHaveLength(2));

import { expect, test } from 'vitest';
import type { LeadDetail, WindowView } from '../api/types';
import { asked, missed } from './wishes';

const reading = (field: string, words: string, from = 'words') => ({ field, value: '', confidence: 1, from, words });
const contact = (fields: { field: string; value: string }[]) => ({ id: '1', channel: 'form', received: '', turns: [], fields });

function check(readings: ReturnType<typeof reading>[], fields: { field: string; value: string }[], expected: string | null) {
  expect(asked({ readings, contacts: [contact(fields)] } as unknown as LeadDetail)).toBe(expected);
}

test('what they asked for is told in their own words, once', () => {
  check([reading('want', 'today before 3'), reading('want', 'today before 3'), reading('avoid', 'not Monday')], [], 'today before 3');
  check([reading('want', 'preferred_time', 'field')], [{ field: 'preferred_time', value: 'any morning' }], 'any morning');
  check([reading('soonest', 'ASAP')], [], null);
});

const offer = (start: string, wished: boolean) => ({ start, end: 'z', wished }) as WindowView;
const none = [{ code: 'wish_not_met', words: '' }];

test('a window misses the wish when there was one', () => {
  const [wished, other] = [offer('a', true), offer('b', false)];
  expect(missed(wished, [wished, other], [])).toBe(false);
  expect(missed(other, [wished, other], [])).toBe(true);
  expect(missed(other, [other], [])).toBe(false);
  expect(missed(other, [other], none)).toBe(true);
  expect(missed({ start: 'gone', end: 'z' }, [], none)).toBe(true);
});

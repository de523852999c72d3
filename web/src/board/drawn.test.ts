import { expect, test } from 'vitest';
import { Times } from '../format';
import { drawn, drawnShifts, marked, type Drawn, type Paper } from './drawn';
import { at, board, DAY, iso, technician, visit } from './fixture.test-data';
import { rowsOf, type Row } from './rows';

const times = new Times('America/New_York');
const paper: Paper = { axis: { start: DAY, end: at('23:59'), scale: 1 }, span: { start: DAY, end: at('23:59') }, height: 44 };
const none = { selected: null, leaving: new Set<string>(), carried: null, flashing: new Set<string>() };

function row(...visits: Parameters<typeof board>[1]): Row {
  const lunch = { id: 'lunch', technician_id: 'ana', title: 'Lunch', start: iso(at('12:00')), end: iso(at('12:30')), movable: true };
  const [first] = rowsOf(board([technician('ana')], visits, { events: [lunch] }), { units: new Set(), zones: new Set() });
  return first as Row;
}

/** `J1 540+59`: what is drawn, from which pixel on, how wide. */
function check(list: Drawn[], words: string) {
  const place = (style: string) => /left:(\d+)px;width:(\d+)px/.exec(style)?.slice(1).join('+');
  expect(list.map((one) => `${one.key} ${place(one.style)}`).join(', ')).toBe(words);
}

test('what touches the span is drawn where it is, and a window reaches three hours on', () => {
  const ana = row(visit('J1', 'ana 9:00-10:00'), visit('J2', 'ana 14:00-15:30'));
  check(drawn(ana, paper, times), 'J1 540+59, lunch 720+30, J2 840+89');
  check(drawn(ana, { ...paper, span: { start: at('14:00'), end: at('18:00') } }, times), 'lunch 720+30, J2 840+89');
  check(drawn(ana, { ...paper, axis: { ...paper.axis, scale: 2 }, span: { start: at('8:00'), end: at('11:00') } }, times), 'J1 1080+119');
});

test('overlapping visits share the height of the row', () => {
  const [one, other] = drawn(row(visit('J1', 'ana 9:00-10:20'), visit('J2', 'ana 10:00-11:00')), paper, times);
  expect([one?.style, other?.style].map((style) => /top:([\d.]+)px;height:([\d.]+)px/.exec(style ?? '')?.slice(1).map(Number))).toEqual([[5, 16], [22, 16]]);
});

test('only what stands out is drawn again', () => {
  const list = drawn(row(visit('J1', 'ana 9:00-10:00'), visit('J2', 'ana 14:00-15:30')), paper, times);
  expect(marked(list, { ...none, selected: 'J9' })).toBe(list);
  const shown = marked(list, { ...none, selected: 'J2', carried: { kind: 'event', id: 'lunch' } });
  expect(shown[0]).toBe(list[0]);
  expect(shown.map((one) => ('classes' in one ? one.classes : '').split(' ').pop())).toEqual(['tiny', 'leaving', 'selected']);
});

test('an event and a visit of the same number are two things', () => {
  const list = drawn(row(visit('lunch', 'ana 9:00-10:00')), paper, times);
  const shown = marked(list, { ...none, selected: 'lunch' });
  expect(shown.map((one) => one.kind + ('classes' in one && one.classes.endsWith('selected')))).toEqual(['visittrue', 'eventfalse']);
});

test('a promise that is kept is not shown any more', () => {
  const [waits, works] = drawn(row(visit('J1', 'ana 9:00-10:00'), visit('J2', 'ana 10:00-11:00', { state: 'working' })), paper, times);
  expect([waits, works].map((one) => one?.kind === 'visit' && one.window !== null)).toEqual([true, false]);
});

test('hours outside the shift lie under the work', () => {
  const under = drawnShifts(row(), { ...paper, span: { start: at('7:00'), end: at('18:00') } });
  expect(under.map(({ kind, style }) => `${kind} ${style}`)).toEqual(['gap left:420px;width:60px', 'gap left:1020px;width:60px']);
});

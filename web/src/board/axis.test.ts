import { expect, test } from 'vitest';
import { fittingScale, HOUR, labelEvery, rowsInView, spanInView, ticks, toTime, toX, widthOf, ZOOM, zoomAround, type Axis } from './axis';
import { at, DAY } from './fixture.test-data';

const axis: Axis = { start: DAY, end: DAY + 24 * HOUR, scale: 2 };

test('an instant comes back from its place on the axis', () => {
  expect(toX(axis, at('9:40'))).toBe(1160);
  expect(toTime(axis, 1160)).toBe(at('9:40'));
});

test('a day on which clocks change is an hour longer or shorter', () => {
  expect(widthOf({ ...axis, end: DAY + 25 * HOUR })).toBe(3000);
  expect(ticks({ ...axis, end: DAY + 23 * HOUR }).filter((tick) => tick.kind === 'hour')).toHaveLength(23);
});

test('ticks get denser as the scale grows', () => {
  expect(ticks({ ...axis, scale: 1 })).toHaveLength(24);
  expect(ticks(axis)).toHaveLength(48);
  expect(ticks({ ...axis, scale: 5 })).toHaveLength(96);
  expect(labelEvery(0.9)).toBe(1);
  expect(labelEvery(0.5)).toBe(2);
});

test('business hours and half an hour of air fill the width', () => {
  expect(fittingScale({ start: at('8:00'), end: at('17:00') }, 1200)).toBe(2);
  expect(fittingScale({ start: at('8:00'), end: at('17:00') }, 100)).toBe(ZOOM.least);
});

test('zooming keeps the instant under the pointer', () => {
  const zoomed = zoomAround(axis, 4, 300, 900);
  expect(toTime(zoomed.axis, zoomed.scrollLeft + 300)).toBe(toTime(axis, 900 + 300));
});

test('zooming stops at both ends', () => {
  expect(zoomAround(axis, 99, 0, 0).axis.scale).toBe(ZOOM.most);
  expect(zoomAround(axis, 0.01, 0, 0).axis.scale).toBe(ZOOM.least);
});

test('a small scroll leaves the span in view as it was', () => {
  expect(spanInView(axis, 1000, 1200)).toEqual(spanInView(axis, 1030, 1200));
  const span = spanInView(axis, 1000, 1200);
  expect(span.start).toBeLessThanOrEqual(toTime(axis, 1000));
  expect(span.end).toBeGreaterThanOrEqual(toTime(axis, 2200));
});

test('only rows near the view are drawn', () => {
  expect(rowsInView(0, 440, 44, 200)).toEqual({ first: 0, last: 14 });
  expect(rowsInView(4400, 440, 44, 200)).toEqual({ first: 96, last: 114 });
  expect(rowsInView(99_999, 440, 44, 10)).toEqual({ first: 10, last: 10 });
});

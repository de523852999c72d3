// What of the board lives in its address, so that it can be linked and found again.

export type Span = 'day' | 'week';

export interface Address {
  /** Company today when absent. */
  date: string | null;
  /** The visit whose flyout is open. */
  visit: string | null;
  unit: string | null;
  zone: string | null;
  span: Span;
}

export function read(query: URLSearchParams): Address {
  return {
    date: query.get('date'),
    visit: query.get('visit'),
    unit: query.get('unit'),
    zone: query.get('zone'),
    span: query.get('span') === 'week' ? 'week' : 'day',
  };
}

/** What is usual is left out; `read` of it gives the same address. */
export function write(address: Address): string {
  const query = new URLSearchParams();
  for (const name of ['date', 'unit', 'zone', 'visit'] as const) {
    const value = address[name];
    if (value !== null) query.set(name, value);
  }
  if (address.span === 'week') query.set('span', 'week');
  return query.size > 0 ? `/board?${query}` : '/board';
}

/** The date some days later, by the calendar: no clock change can shift it. */
export function daysLater(date: string, days: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whether a person's words are a date at all: the address bar takes anything. */
export function isDate(words: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(words) && daysLater(words, 0) === words;
}

// How numbers and times look: the same everywhere, signs always shown on differences.

type Moment = string | number;

/** Times in one time zone. Everything a person looks at goes through the one of the company. */
export class Times {
  #clock: Intl.DateTimeFormat;
  #day: Intl.DateTimeFormat;
  #date: Intl.DateTimeFormat;

  constructor(readonly zone: string) {
    this.#clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    this.#day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' });
    this.#date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  }

  /** `9:40`, `13:05`. */
  time(at: Moment): string {
    return this.#clock.format(new Date(at)).replace(/^0(?=\d)/, '');
  }

  /** `Sat 21 Nov`. */
  day(at: Moment): string {
    return this.#day.format(new Date(at)).replace(',', '').replace('Sept', 'Sep');
  }

  /** `2026-11-21`. */
  date(at: Moment): string {
    return this.#date.format(new Date(at));
  }

  /** `8–10`, `8:30–10`, `13:00–15:30` as `13–15:30`: whole hours lose their zeros. */
  span(start: Moment, end: Moment): string {
    return `${this.#short(start)}–${this.#short(end)}`;
  }

  /** `Tue 8–10`: short enough for a button. */
  window(start: Moment, end: Moment): string {
    return `${this.day(start).slice(0, 3)} ${this.span(start, end)}`;
  }

  /** `9:40` on the day of `now`, `Fri 20 Nov 9:40` on another. */
  when(at: Moment, now: Moment): string {
    return this.date(at) === this.date(now) ? this.time(at) : `${this.day(at)} ${this.time(at)}`;
  }

  #short(at: Moment): string {
    return this.time(at).replace(/:00$/, '');
  }
}

const MINUS = '−';

/** `$1,240`; cents only when there are some. */
export function money(cents: number): string {
  const whole = cents % 100 === 0;
  const digits = { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 };
  return `${cents < 0 ? MINUS : ''}$${(Math.abs(cents) / 100).toLocaleString('en-US', digits)}`;
}

/** `$1,240`, rounded to dollars: for lists, where cents are noise. */
export function dollars(cents: number): string {
  return money(Math.round(cents / 100) * 100);
}

/** `+$2,310`, `−$40`, `$0`, in whole dollars. */
export function moneyDelta(cents: number): string {
  const rounded = Math.round(cents / 100) * 100;
  return rounded > 0 ? `+${money(rounded)}` : money(rounded === 0 ? 0 : rounded);
}

/** `+12 min`, `−46 min`, `0 min`. */
export function minutesDelta(minutes: number): string {
  return `${signed(Math.round(minutes))} min`;
}

/** `+3 jobs`, `−1 job`, `0 jobs`. */
export function countDelta(count: number, one: string, many = `${one}s`): string {
  return `${signed(count)} ${Math.abs(count) === 1 ? one : many}`;
}

/** `12 min`, `1 h 20 min`, `3 d`: how long, in the largest two units that matter. */
export function length(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return `${whole} min`;
  if (whole < 24 * 60) return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
  return `${Math.floor(whole / (24 * 60))} d`;
}

/** `4 min`, `2 h`, `3 d`: an age in its largest unit. */
export function age(at: Moment, now: number): string {
  const minutes = Math.max(0, Math.floor((now - new Date(at).getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

function signed(number: number): string {
  return number > 0 ? `+${number.toLocaleString('en-US')}` : number < 0 ? `${MINUS}${(-number).toLocaleString('en-US')}` : '0';
}

/** `awaiting_approval` as `Awaiting approval`: a stable name in sentence case, when there are no better words for it. */
export function words(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A message of the server as a sentence on the screen: `no lead \`17\`` as `No lead “17”`. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1).replace(/`([^`]*)`/g, '“$1”');
}

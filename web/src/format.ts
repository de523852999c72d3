// How numbers and times look: the same everywhere, signs always shown on differences.

type Moment = string | number;

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Times in one time zone. Everything a person looks at goes through the one of the company.
 *
 * `Intl` is asked how far the zone is from UTC and for nothing else: a board writes thousands of times, and writing one
 * through `Intl` takes as long as drawing the bubble that it stands in.
 */
export class Times {
  #fields: Intl.DateTimeFormat;
  /** By quarter of an hour: clocks are set on whole quarters everywhere. Milliseconds. */
  #offsets = new Map<number, number>();

  constructor(readonly zone: string) {
    this.#fields = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /** `9:40`, `13:05`. */
  time(at: Moment): string {
    const there = this.#there(at);
    return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`;
  }

  /** `Sat 21 Nov`. */
  day(at: Moment): string {
    const there = this.#there(at);
    return `${DAYS[there.getUTCDay()]} ${there.getUTCDate()} ${MONTHS[there.getUTCMonth()]}`;
  }

  /** `2026-11-21`. */
  date(at: Moment): string {
    return this.#there(at).toISOString().slice(0, 10);
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

  /** A date whose UTC fields are what the clock on the wall shows there. */
  #there(at: Moment): Date {
    const instant = typeof at === 'number' ? at : Date.parse(at);
    return new Date(instant + this.#offset(instant));
  }

  /** How far the zone is ahead of UTC. A day that begins and ends alike is alike in between. */
  #offset(instant: number): number {
    const day = Math.floor(instant / DAY) * DAY;
    const first = this.#asked(day);
    return first === this.#asked(day + DAY) ? first : this.#asked(Math.floor(instant / QUARTER) * QUARTER);
  }

  #asked(instant: number): number {
    const known = this.#offsets.get(instant);
    if (known !== undefined) return known;
    const shown: Record<string, number> = {};
    for (const { type, value } of this.#fields.formatToParts(instant)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - instant;
    this.#offsets.set(instant, offset);
    return offset;
  }
}

const MINUS = '−';

/** `$1,240`; cents only when there are some. */
export function money(cents: number): string {
  const [whole, part] = [Math.floor(Math.abs(cents) / 100), Math.abs(cents) % 100];
  return `${cents < 0 ? MINUS : ''}$${grouped(whole)}${part === 0 ? '' : `.${String(part).padStart(2, '0')}`}`;
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

/** `19 h 37 min`, `24 h 5 min`: how long something is that people do, however long. */
export function hours(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

/** `4 min`, `2 h`, `3 d`: an age in its largest unit. */
export function age(at: Moment, now: number): string {
  const minutes = Math.max(0, Math.floor((now - new Date(at).getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

function signed(number: number): string {
  return number > 0 ? `+${grouped(number)}` : number < 0 ? `${MINUS}${grouped(-number)}` : '0';
}

/** `12345` as `12,345`. By hand: `toLocaleString` makes a formatter each time. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `+16145550142` as `(614) 555-0142`. A number of another country stays as it is dialled; what is kept is always E.164. */
export function phoneNumber(e164: string): string {
  const digits = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164.trim());
  return digits === null ? e164 : `(${digits[1]}) ${digits[2]}-${digits[3]}`;
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

// Windows as a text to a customer names them: found, held against the window that is booked, and written anew in the same style.

/** A window. */
export interface Span {
  start: string;
  end: string;
}

/** Words of a text that name a day or a window. */
export interface Named {
  words: string;
  at: number;
  /** `false` when the words are about another day or other hours than they should be. */
  right: boolean;
}

interface Language {
  days: string[];
  months: string[];
}

const ENGLISH: Language = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SPANISH: Language = {
  days: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
};

const CUT = 3;
const either = (names: string[]) => names.map((name) => `${name.slice(0, CUT)}(?:${name.slice(CUT)})?`).join('|');
const DAY = either([...ENGLISH.days, ...SPANISH.days]);
const MONTH = either([...ENGLISH.months, ...SPANISH.months]);
const TIME = String.raw`\d{1,2}(?::\d{2})?(?:\s*(?:[ap]m\b|[ap]\.\s?m\.))?`;
const DATE = String.raw`(?:(?<dayFirst>\d{1,2})(?<of>\s+(?:de\s+)?)(?<monthLast>${MONTH})\b\.?|(?<monthFirst>${MONTH})\b\.?\s+(?<dayLast>\d{1,2})(?:st|nd|rd|th)?\b)`;
const HOURS = String.raw`(?<from>${TIME})(?<to_>\s*(?:[–—-]|to|and|a|y)\s*(?:las\s+)?)(?<to>${TIME})`;
const WHOLE = new RegExp(String.raw`\b(?:(?<weekday>${DAY})\b\.?(?<after>,?\s+))?${DATE}(?<before>,?\s+(?:(?:between|from|de|entre)\s+)?(?:las\s+)?)${HOURS}`, 'giu');
const WEEKDAY = new RegExp(String.raw`(?<![\p{L}])(?:${DAY})s?(?![\p{L}])`, 'giu');

/** The text with every naming of one window turned into another, each in its own style; the same text when it names none. */
export function follow(text: string, from: Span, to: Span, zone: string): string {
  const [old, next] = [fields(from, zone), fields(to, zone)];
  return text.replace(WHOLE, (...match) => {
    const parts = match.at(-1) as Record<string, string | undefined>;
    return means(parts, old) ? written(parts, next) : String(match[0]);
  });
}

/** What a text says about days and hours, each held against a window. */
export function named(text: string, window: Span, zone: string): Named[] {
  const wanted = fields(window, zone);
  const found: Named[] = [];
  for (const match of text.matchAll(WHOLE)) found.push({ words: match[0], at: match.index, right: means(match.groups ?? {}, wanted) });
  const covered = (at: number) => found.some((one) => at >= one.at && at < one.at + one.words.length);
  const days: Named[] = [];
  for (const match of text.matchAll(WEEKDAY)) {
    if (!covered(match.index)) days.push({ words: match[0], at: match.index, right: indexOf(match[0], 'days') === wanted.weekday });
  }
  return [...found, ...days].sort((a, b) => a.at - b.at);
}

interface Fields {
  weekday: number;
  month: number;
  day: number;
  /** Minutes since midnight. */
  from: number;
  to: number;
}

function fields({ start, end }: Span, zone: string): Fields {
  const [first, last] = [wall(start, zone), wall(end, zone)];
  return { weekday: first.getUTCDay(), month: first.getUTCMonth(), day: first.getUTCDate(), from: minutes(first), to: minutes(last) };
}

const minutes = (at: Date) => at.getUTCHours() * 60 + at.getUTCMinutes();

/** A date whose UTC fields are what the clock on the wall shows. */
function wall(at: string, zone: string): Date {
  const shown: Record<string, number> = {};
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  for (const { type, value } of format.formatToParts(Date.parse(at))) shown[type] = Number(value);
  return new Date(Date.UTC(shown['year'] ?? 0, (shown['month'] ?? 1) - 1, shown['day'], shown['hour'], shown['minute']));
}

function indexOf(word: string, of: keyof Language): number {
  const start = word.toLowerCase().slice(0, CUT);
  return [ENGLISH, SPANISH].map((language) => language[of].findIndex((name) => name.toLowerCase().startsWith(start))).find((at) => at >= 0) ?? -1;
}

function means(parts: Record<string, string | undefined>, wanted: Fields): boolean {
  const [from, to] = hours(parts);
  return (
    Number(parts['dayFirst'] ?? parts['dayLast']) === wanted.day &&
    indexOf(parts['monthLast'] ?? parts['monthFirst'] ?? '', 'months') === wanted.month &&
    (parts['weekday'] === undefined || indexOf(parts['weekday'], 'days') === wanted.weekday) &&
    from === wanted.from &&
    to === wanted.to
  );
}

/** `8–10 am` begins in the morning, `11–1 pm` too; without am and pm the clock has 24 hours. */
function hours(parts: Record<string, string | undefined>): [number, number] {
  const [from, to] = [clock(parts['from'] ?? ''), clock(parts['to'] ?? '')];
  if (from.half !== null || to.half === null) return [from.at, to.at];
  const same = clock(`${parts['from']} ${to.half}`).at;
  return [same > to.at ? from.at : same, to.at];
}

function clock(text: string): { at: number; half: string | null } {
  const [, hour = '0', minute = '0', half = null] = /(\d{1,2})(?::(\d{2}))?\s*([ap])?/i.exec(text) ?? [];
  const whole = half === null ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { at: whole * 60 + Number(minute), half: half === null ? null : half.toLowerCase() === 'p' ? 'pm' : 'am' };
}

/** Another window in the style of one: long or short names, which order, which clock. */
function written(parts: Record<string, string | undefined>, next: Fields): string {
  const weekday = parts['weekday'] === undefined ? '' : `${like(parts['weekday'], 'days', next.weekday)}${parts['after'] ?? ' '}`;
  const month = like(parts['monthLast'] ?? parts['monthFirst'] ?? '', 'months', next.month);
  const date = parts['dayFirst'] === undefined ? `${month} ${next.day}` : `${next.day}${parts['of'] ?? ' '}${month}`;
  return `${weekday}${date}${parts['before'] ?? ' '}${span(parts, next)}`;
}

function like(word: string, of: keyof Language, index: number): string {
  const language = SPANISH[of].some((name) => name.toLowerCase().startsWith(word.toLowerCase())) && !ENGLISH[of].some((name) => name.toLowerCase().startsWith(word.toLowerCase())) ? SPANISH : ENGLISH;
  const name = language[of][index] ?? '';
  const cut = word.length <= CUT ? name.slice(0, CUT) : name;
  return word.charAt(0) === word.charAt(0).toUpperCase() ? cut.charAt(0).toUpperCase() + cut.slice(1) : cut.toLowerCase();
}

function span(parts: Record<string, string | undefined>, next: Fields): string {
  const [from = '', to = ''] = [parts['from'], parts['to']];
  const half = /[ap](?:m|\.\s?m\.)$/i.exec(to)?.[0];
  const zeros = /:\d{2}/.test(to) && /:\d{2}/.test(from);
  if (half === undefined) return `${whole(next.from, zeros)}${parts['to_']}${whole(next.to, zeros)}`;
  const space = /\s[ap]/i.test(to) ? ' ' : '';
  const turn = (at: number) => (at >= 720 ? half.replace(/a/i, 'p') : half.replace(/p/i, 'a'));
  const twelve = (at: number) => whole(at % 720 < 60 ? (at % 720) + 720 : at % 720, zeros);
  // `8–10 am` says it once; `11 am–1 pm` has to say it twice.
  const twice = clock(from).half !== null && clock(from).half === clock(to).half;
  const both = twice || next.from < 720 !== next.to < 720;
  return `${twelve(next.from)}${both ? `${space}${turn(next.from)}` : ''}${parts['to_']}${twelve(next.to)}${space}${turn(next.to)}`;
}

function whole(at: number, zeros: boolean): string {
  const minute = at % 60;
  return `${Math.floor(at / 60)}${minute === 0 && !zeros ? '' : `:${String(minute).padStart(2, '0')}`}`;
}

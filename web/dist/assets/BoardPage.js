import { An as $window, At as countDelta, Bn as user_derived, Bt as prop, Ct as technicianRanking, Dn as user_effect, En as template_effect, Et as visit, Fn as proxy, Ft as moneyDelta, Gt as set_attribute, H as icons, Ht as bind_element_size, It as phoneNumber, Jn as reset, Jt as set_style, Kt as set_checked, Ln as set, M as Loaded, Mn as first_child, Mt as hours, Nn as only_child, Nt as length, Pn as sibling, Pt as minutesDelta, Qt as action, R as toasts, Rt as words, Sn as untrack, Tn as effect, U as company, Un as pop, Ut as bind_value, V as Icon, Vt as bind_this, W as acceptSuggestion, Wn as push, Wt as remove_input_defaults, Xt as clsx, Y as changeMode, Yn as noop, Yt as set_class, _n as delegated, a as Tabs, an as if_block, bn as get, bt as suggestion, cn as set_text, ct as previewMoves, dn as comment, fn as from_html, gn as delegate, hn as text, i as Field, j as Skeleton, jn as child, jt as dollars, nn as each, nt as figures, o as WindowDialog, ot as makeMoves, pn as from_svg, q as board, qn as next, qt as set_value, r as FormDialog, rn as index, s as Select, u as Timeline$1, un as append, vn as event, vt as standing, wt as undo, xn as tick, yn as on, yt as suggest, z as Button, zn as state, zt as onMount } from "./shared.js";
import { c as router, d as live, f as refetchOn, h as ReactiveValue, i as Menu, m as shortcuts, n as ProblemNote, o as EmptyState, s as session, u as about } from "./app.js";
new ReactiveValue(() => window.scrollX, (update) => on(window, "scroll", update));
new ReactiveValue(() => window.scrollY, (update) => on(window, "scroll", update));
/**
* `innerWidth.current` is a reactive view of `window.innerWidth`. On the server it is `undefined`.
* @since 5.11.0
*/
var innerWidth$1 = new ReactiveValue(() => window.innerWidth, (update) => on(window, "resize", update));
new ReactiveValue(() => window.innerHeight, (update) => on(window, "resize", update));
new ReactiveValue(() => window.outerWidth, (update) => on(window, "resize", update));
new ReactiveValue(() => window.outerHeight, (update) => on(window, "resize", update));
new ReactiveValue(() => window.screenLeft, (update) => {
	let value = window.screenLeft;
	let frame = requestAnimationFrame(function check() {
		frame = requestAnimationFrame(check);
		if (value !== (value = window.screenLeft)) update();
	});
	return () => {
		cancelAnimationFrame(frame);
	};
});
new ReactiveValue(() => window.screenTop, (update) => {
	let value = window.screenTop;
	let frame = requestAnimationFrame(function check() {
		frame = requestAnimationFrame(check);
		if (value !== (value = window.screenTop)) update();
	});
	return () => {
		cancelAnimationFrame(frame);
	};
});
new ReactiveValue(() => navigator.onLine, (update) => {
	const unsub_online = on(window, "online", update);
	const unsub_offline = on(window, "offline", update);
	return () => {
		unsub_online();
		unsub_offline();
	};
});
// src/board/axis.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
/** Below this a quarter of an hour is too narrow to read; above it a whole screen is one visit. Pixels per minute. */
var ZOOM = {
	least: .9,
	most: 8,
	step: 1.25
};
function widthOf(axis) {
	return toX(axis, axis.end);
}
function toX(axis, at) {
	return (at - axis.start) / MINUTE * axis.scale;
}
function toTime(axis, x) {
	return axis.start + x / axis.scale * MINUTE;
}
/** Ticks as dense as the scale allows: hours always, halves from 1.5 px a minute, quarters from 4. */
function ticks(axis) {
	const step = axis.scale >= 4 ? 15 : axis.scale >= 1.5 ? 30 : 60;
	const marks = [];
	for (let at = axis.start; at < axis.end; at += step * MINUTE) {
		const minute = (at - axis.start) / MINUTE % 60;
		marks.push({
			at,
			x: toX(axis, at),
			kind: minute === 0 ? "hour" : minute === 30 ? "half" : "quarter"
		});
	}
	return marks;
}
/** How many hours lie between two written hours, so that labels never touch. */
function labelEvery(scale) {
	return scale * 60 >= 52 ? 1 : scale * 60 >= 30 ? 2 : 3;
}
function clampScale(scale) {
	return Math.min(ZOOM.most, Math.max(ZOOM.least, scale));
}
/** The scale at which business hours, with half an hour of air on both sides, fill `width` pixels. */
function fittingScale(open, width) {
	return clampScale(width / ((open.end - open.start) / MINUTE + 60));
}
/** Zooms so that the instant under `anchor` (pixels from the left edge of the view) stays under it. */
function zoomAround(axis, scale, anchor, scrollLeft) {
	const zoomed = {
		...axis,
		scale: clampScale(scale)
	};
	const held = toTime(axis, scrollLeft + anchor);
	return {
		axis: zoomed,
		scrollLeft: Math.max(0, toX(zoomed, held) - anchor)
	};
}
/** The span of time in view, widened to whole steps so that small scrolls change nothing. */
function spanInView(axis, scrollLeft, width) {
	const step = 2 * HOUR;
	const from = toTime(axis, scrollLeft) - step;
	const to = toTime(axis, scrollLeft + width) + step;
	return {
		start: axis.start + Math.floor((from - axis.start) / step) * step,
		end: axis.start + Math.ceil((to - axis.start) / step) * step
	};
}
/** Rows `[first, last)` that touch the view, with `extra` rows on both sides. */
function rowsInView(scrollTop, height, rowHeight, count, extra = 4) {
	const first = Math.max(0, Math.floor(scrollTop / rowHeight) - extra);
	const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + extra);
	return {
		first: Math.min(first, count),
		last: Math.max(last, Math.min(first, count))
	};
}
// src/board/rows.ts
/** Whether something is drawn while a span is in view: also what ended up to three hours before it, for its arrival window. */
function touches(item, span) {
	return item.end > span.start - 108e5 && item.start < span.end;
}
var ON_SCHEDULE = /* @__PURE__ */ new Set([
	"assigned",
	"dispatched",
	"working",
	"paused",
	"done"
]);
function onSchedule(visit) {
	return ON_SCHEDULE.has(visit.state) && visit.technician_id !== null && visit.technician_id !== void 0 && !!visit.start;
}
/** When it is expected to end; the plan when nothing better is known. */
function endOf(visit) {
	if (visit.end) return Date.parse(visit.end);
	return Date.parse(visit.start ?? visit.window.start) + visit.duration_minutes * MINUTE;
}
/** A technician who is bound to no unit or zone works in all of them. */
function isShown(technician, filter) {
	const within = (bound, wanted) => wanted.size === 0 || bound.length === 0 || bound.some((id) => wanted.has(id));
	return within(technician.unit_ids, filter.units) && within(technician.zone_ids, filter.zones);
}
/** Rows in the order of the board. Unassigned, held and cancelled visits are people's tray, not rows. */
function rowsOf(board, filter) {
	const byTechnician = /* @__PURE__ */ new Map();
	const put = (technician, item) => {
		const items = byTechnician.get(technician);
		if (items) items.push(item);
		else byTechnician.set(technician, [item]);
	};
	for (const visit of board.visits) {
		if (!onSchedule(visit)) continue;
		const start = Date.parse(visit.start);
		put(visit.technician_id, {
			kind: "visit",
			key: visit.id,
			start,
			end: Math.max(endOf(visit), start + 5 * MINUTE),
			lane: 0,
			lanes: 1,
			visit
		});
	}
	for (const event of board.events) put(event.technician_id, {
		kind: "event",
		key: event.id,
		start: Date.parse(event.start),
		end: Date.parse(event.end),
		lane: 0,
		lanes: 1,
		event
	});
	for (const held of board.reservations) put(held.technician_id, {
		kind: "reservation",
		key: held.id,
		start: Date.parse(held.start),
		end: Date.parse(held.end),
		lane: 0,
		lanes: 1,
		held
	});
	return board.technicians.filter((technician) => isShown(technician, filter)).map((technician) => ({
		technician,
		items: inLanes(byTechnician.get(technician.id) ?? []),
		shifts: technician.shifts.map((shift) => ({
			kind: shift.kind,
			reason: shift.reason ?? null,
			start: Date.parse(shift.start),
			end: Date.parse(shift.end)
		}))
	}));
}
/** Sorts by start and gives overlapping items lanes: the first lane that is free again takes the next item. */
function inLanes(items) {
	const sorted = [...items].sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
	let group = [];
	let free = [];
	const close = () => {
		for (const item of group) item.lanes = free.length;
		group = [];
		free = [];
	};
	for (const item of sorted) {
		if (free.length > 0 && free.every((end) => end <= item.start)) close();
		const lane = free.findIndex((end) => end <= item.start);
		item.lane = lane >= 0 ? lane : free.length;
		free[item.lane] = item.end;
		group.push(item);
	}
	close();
	return sorted;
}
/** The parts of `[start, end)` that no working shift covers, for shading. */
function notWorked(row, start, end) {
	const worked = row.shifts.filter((shift) => shift.kind !== "time_off").sort((a, b) => a.start - b.start);
	const gaps = [];
	let from = start;
	for (const shift of worked) {
		if (shift.start > from) gaps.push({
			start: from,
			end: Math.min(shift.start, end)
		});
		from = Math.max(from, shift.end);
	}
	if (from < end) gaps.push({
		start: from,
		end
	});
	return gaps;
}
/** Where a visit is, when it is in a row. */
function find(rows, id) {
	for (let row = 0; row < rows.length; row++) for (const item of rows[row]?.items ?? []) if (item.kind === "visit" && item.key === id) return {
		row,
		item
	};
	return null;
}
// src/board/status.ts
function lookOf(visit) {
	switch (visit.state) {
		case "assigned": return visit.told ? "confirmed" : "scheduled";
		case "dispatched":
		case "working":
		case "paused":
		case "done":
		case "unassigned":
		case "canceled": return visit.state;
		case "on_hold": return "hold";
		default: return "scheduled";
	}
}
var LOOK_NAMES = {
	scheduled: "scheduled, customer not told",
	confirmed: "confirmed",
	dispatched: "dispatched",
	working: "working",
	paused: "paused",
	done: "done",
	hold: "on hold",
	unassigned: "unassigned",
	canceled: "canceled"
};
/** Paths on a 12 × 12 grid: ring, ring with tick, arrow, play, bars, tick, bars, diamond, cross. */
var GLYPHS = {
	scheduled: {
		d: "M6 2a4 4 0 1 1 0 8a4 4 0 0 1 0-8z",
		filled: false
	},
	confirmed: {
		d: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM4 6.2l1.5 1.5L8.2 4.6",
		filled: false
	},
	dispatched: {
		d: "M1.5 6h8M6.5 2.8L9.8 6L6.5 9.2",
		filled: false
	},
	working: {
		d: "M3.5 2v8l6-4z",
		filled: true
	},
	paused: {
		d: "M3 2.5h2.2v7H3zM6.8 2.5H9v7H6.8z",
		filled: true
	},
	done: {
		d: "M2 6.4l2.7 2.7L10 3.4",
		filled: false
	},
	hold: {
		d: "M3 2.5h2.2v7H3zM6.8 2.5H9v7H6.8z",
		filled: true
	},
	unassigned: {
		d: "M6 1.8L10.2 6L6 10.2L1.8 6z",
		filled: false
	},
	canceled: {
		d: "M3 3l6 6M9 3l-6 6",
		filled: false
	}
};
var ALERT_WORDS = {
	late: "Will be late",
	running_over: "Runs over",
	no_plan: "No plan keeps the promise",
	outside_window: "Outside the arrival window"
};
function alertWords(alert) {
	return ALERT_WORDS[alert] ?? sentence(alert.replaceAll("_", " "));
}
var LOCK_WORDS = {
	technician: "technician locked",
	start: "start locked",
	technician_and_start: "technician and start locked",
	range: "locked to a range"
};
/** Steps that follow from a state, the usual one first. */
function stepsFrom(state) {
	switch (state) {
		case "assigned": return [{
			step: "dispatch",
			words: "Dispatch"
		}];
		case "dispatched": return [{
			step: "arrive",
			words: "Arrived"
		}, {
			step: "cancel_dispatch",
			words: "Call back"
		}];
		case "working": return [{
			step: "finish",
			words: "Finish"
		}, {
			step: "pause",
			words: "Pause"
		}];
		case "paused": return [{
			step: "continue",
			words: "Continue"
		}, {
			step: "finish",
			words: "Finish"
		}];
		default: return [];
	}
}
/** Only visits that wait may be moved by hand; the server has the last word. */
function canMove(visit) {
	return visit.state === "assigned" || visit.state === "unassigned";
}
/** A trade as it is written: most are plain words, one is an abbreviation. */
function tradeName(trade) {
	return trade === "hvac" ? "HVAC" : sentence(trade.replaceAll("_", " "));
}
/** A capital in front and no code marks: words of the server, ready to show. */
function sentence(words) {
	const plain = words.replaceAll("`", "");
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}
// src/board/phrases.ts
/** `J114 No heat, Ana Ruiz, 9:40 to 10:55, dispatched`, then what stands out. */
function spoken(visit, times) {
	const parts = [`${visit.reference} ${visit.job_type}`, visit.customer];
	if (visit.start && visit.state !== "unassigned") parts.push(`${times.time(visit.start)} to ${times.time(endOf(visit))}`);
	else parts.push(`window ${times.span(visit.window.start, visit.window.end)}`);
	parts.push(LOOK_NAMES[lookOf(visit)]);
	for (const alert of visit.alerts) parts.push(alertWords(alert).toLowerCase());
	if (visit.lock) parts.push(LOCK_WORDS[visit.lock] ?? "locked");
	return parts.join(", ");
}
/** The tooltip of a bubble: everything that its one line has no room for. */
function tooltip(visit, times) {
	const lines = [
		`${visit.reference} ${visit.job_type} · ${visit.customer}`,
		`${visit.start ? `${times.time(visit.start)}–${times.time(endOf(visit))} · ` : ""}window ${times.span(visit.window.start, visit.window.end)} · ${dollars(visit.value_cents)}`,
		sentence(LOOK_NAMES[lookOf(visit)]) + (visit.lock ? ` · ${LOCK_WORDS[visit.lock] ?? "locked"}` : "")
	];
	if (visit.drive_minutes) lines.push(`${visit.drive_minutes} min drive before`);
	for (const alert of visit.alerts) lines.push(alertWords(alert));
	if (visit.kept_because) lines.push(`Not planned: ${visit.kept_because}`);
	return lines.join("\n");
}
/** `+6 min, −$12`: what a place costs. A change of nothing is said in words. */
function cost(preview) {
	const parts = [];
	if (preview.jobs !== 0) parts.push(countDelta(preview.jobs, "job"));
	if (preview.drive_minutes !== 0) parts.push(minutesDelta(preview.drive_minutes));
	if (Math.round(preview.value_cents / 100) !== 0) parts.push(moneyDelta(preview.value_cents));
	return parts.length > 0 ? parts.join("  ") : "costs nothing";
}
/** Whether a person may go on with a reason. Nothing refused is nothing to override. */
function canOverride(refusals) {
	return refusals.length > 0 && refusals.every((refusal) => refusal.can_override);
}
/** A refusal as a sentence. Words that begin with their verb speak of the technician it was asked for. */
function refused(refusal, technician) {
	const lacksSubject = /^(does|is|has|works|cannot|would|keeps)\b/.test(refusal.words);
	return sentence(technician && lacksSubject ? `${technician} ${refusal.words}` : refusal.words);
}
// src/board/acts.svelte.ts
var Acts = class {
	#question = state(null);
	get question() {
		return get(this.#question);
	}
	set question(value) {
		set(this.#question, value);
	}
	#refusal = state(null);
	get refusal() {
		return get(this.#refusal);
	}
	set refusal(value) {
		set(this.#refusal, value);
	}
	#open;
	#fade;
	constructor(open) {
		this.#open = open;
	}
	/** Name of a technician. */
	name(id) {
		return this.#open.board?.technicians.find((one) => one.id === id)?.name;
	}
	/** Gives a visit to a technician from a start on. `known`: refusals that the person has already seen. */
	assign(visit, technician, start, at, known = []) {
		const move = {
			move: "assign",
			appointment_id: visit.id,
			technician_id: technician,
			start
		};
		const words = `${visit.reference} → ${this.name(technician) ?? "technician"} ${company.times.time(start)}`;
		if (known.length > 0) this.#refused([move], words, known, at);
		else this.#make([move], words, at);
	}
	/** Shifts an event within its technician's day. */
	shift(event, start, at, known = []) {
		const move = {
			move: "shift_event",
			event_id: event.id,
			start
		};
		const words = `${event.title} → ${company.times.time(start)}`;
		if (known.length > 0) this.#refused([move], words, known, at);
		else this.#make([move], words, at);
	}
	unassign(visit) {
		if (!onSchedule(visit)) return;
		this.question = {
			title: `Take ${visit.reference} back to the tray`,
			because: [],
			usual: [
				"Customer asked for another time",
				"Technician is out",
				"Parts are missing",
				"Needs another skill"
			],
			act: "Back to the tray",
			answer: (reason) => void this.#make([{
				move: "unassign",
				appointment_id: visit.id,
				reason
			}], `${visit.reference} is back in the tray`, null)
		};
	}
	toggleLock(visit) {
		if (visit.lock) this.#make([{
			move: "unlock",
			appointment_id: visit.id
		}], `${visit.reference} unlocked`, null);
		else this.lock(visit, "technician_and_start");
	}
	lock(visit, kind) {
		const what = kind === "technician" ? "technician" : kind === "start" ? "start" : "technician and start";
		this.#make([{
			move: "lock",
			appointment_id: visit.id,
			kind
		}], `${visit.reference} locked: ${what}`, null);
	}
	advance(visit, step, words) {
		this.#make([{
			move: "advance",
			appointment_id: visit.id,
			step
		}], `${visit.reference}: ${words.toLowerCase()}`, null);
	}
	hold(visit) {
		this.question = {
			title: `Put ${visit.reference} on hold`,
			because: [],
			usual: [
				"parts",
				"customer",
				"permit",
				"payment"
			],
			act: "Put on hold",
			answer: (reason) => void this.#make([{
				move: "hold",
				appointment_id: visit.id,
				reason
			}], `${visit.reference} is on hold`, null)
		};
	}
	resume(visit, window) {
		this.#make([{
			move: "resume",
			appointment_id: visit.id,
			window
		}], `${visit.reference} is off hold`, null);
	}
	cancel(visit) {
		this.question = {
			title: `Cancel ${visit.reference}`,
			because: [],
			usual: [
				"Customer canceled",
				"Booked twice",
				"Not our work"
			],
			act: `Cancel ${visit.reference}`,
			answer: (reason) => void this.#make([{
				move: "cancel",
				appointment_id: visit.id,
				reason
			}], `${visit.reference} is canceled`, null)
		};
	}
	/** Takes back a change by its journal position; whether it was. */
	async undo(position) {
		const answer = await this.#open.undo(position);
		if (answer.ok) {
			this.#open.said = "Undone";
			toasts.say("Undone", answer.value.visits.map((visit) => visit.reference).join(", "));
		} else toasts.fail(said(answer.problem));
		return answer.ok;
	}
	dismiss() {
		clearTimeout(this.#fade);
		this.refusal = null;
	}
	async #make(moves, words, at, reason = null) {
		const answer = await this.#open.make(moves, reason);
		if (answer.ok) {
			const { position, undoable } = answer.value;
			this.#open.said = words;
			toasts.done(words, undoable ? () => void this.undo(position) : null);
		} else if (answer.problem.refusals.length > 0) this.#refused(moves, words, answer.problem.refusals, at);
		else toasts.fail(said(answer.problem));
	}
	#refused(moves, words, refusals, at) {
		const to = moves[0]?.move === "assign" ? this.name(moves[0].technician_id) : void 0;
		const because = refusals.map((refusal) => refused(refusal, to));
		this.#open.said = `Refused: ${because.join("; ")}`;
		if (canOverride(refusals)) this.question = {
			title: `Override: ${words}`,
			because,
			usual: [
				"Customer agreed",
				"Technician agreed",
				"Emergency"
			],
			act: "Override with this reason",
			answer: (reason) => void this.#make(moves, words, at, reason)
		};
		else {
			clearTimeout(this.#fade);
			this.refusal = {
				words: because,
				x: at?.x ?? innerWidth / 2,
				y: at?.y ?? innerHeight / 2
			};
			this.#fade = setTimeout(() => this.dismiss(), 7e3);
		}
	}
};
/** A problem in two lines: its refusals say more than its title. */
function said(problem) {
	const why = problem.refusals.map((refusal) => refusal.words).join("; ") || problem.notice?.evidence.join(" ") || problem.detail;
	return {
		title: problem.notice?.title ?? problem.title,
		detail: problem.incident ? `${why} Incident ${problem.incident}` : why
	};
}
// src/board/address.ts
function read$1(query) {
	return {
		date: query.get("date"),
		visit: query.get("visit"),
		unit: query.get("unit"),
		zone: query.get("zone"),
		span: query.get("span") === "week" ? "week" : "day"
	};
}
/** What is usual is left out; `read` of it gives the same address. */
function write(address) {
	const query = new URLSearchParams();
	for (const name of [
		"date",
		"unit",
		"zone",
		"visit"
	]) {
		const value = address[name];
		if (value !== null) query.set(name, value);
	}
	if (address.span === "week") query.set("span", "week");
	return query.size > 0 ? `/board?${query}` : "/board";
}
/** The date some days later, by the calendar: no clock change can shift it. */
function daysLater(date, days) {
	const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
	return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
/** Whether a person's words are a date at all: the address bar takes anything. */
function isDate(words) {
	return /^\d{4}-\d{2}-\d{2}$/.test(words) && daysLater(words, 0) === words;
}
// src/board/habits.svelte.ts
var DENSITIES = {
	compact: 36,
	normal: 44,
	roomy: 56
};
var KEPT_AS = "da.board";
var USUAL = {
	density: "normal",
	scale: null,
	tray: 224,
	flyout: 420
};
var Habits = class {
	#kept = state({
		...USUAL,
		...read()
	});
	get density() {
		return get(this.#kept).density in DENSITIES ? get(this.#kept).density : "normal";
	}
	get rowHeight() {
		return DENSITIES[this.density];
	}
	get scale() {
		return get(this.#kept).scale;
	}
	get tray() {
		return get(this.#kept).tray;
	}
	get flyout() {
		return get(this.#kept).flyout;
	}
	keep(some) {
		set(this.#kept, {
			...get(this.#kept),
			...some
		});
		try {
			localStorage.setItem(KEPT_AS, JSON.stringify(get(this.#kept)));
		} catch {}
	}
};
function read() {
	try {
		return JSON.parse(localStorage.getItem(KEPT_AS) ?? "{}");
	} catch {
		return {};
	}
}
var habits = new Habits();
// src/board/BoardHead.svelte
var root$16 = from_html(`<button type="button" class="s-1vsrb3a"> </button>`);
var root_1$14 = from_html(`<button type="button" class="standing num s-1vsrb3a"><!> <span> </span> <span> </span> <span> </span> <span class="ready s-1vsrb3a">ready</span></button>`);
var root_2$14 = from_html(`<span class="quiet assist s-1vsrb3a">Dispatch Assist</span> <!>`, 1);
var root_3$11 = from_html(`<header class="head s-1vsrb3a"><h1 class="unseen">Board</h1> <div class="date s-1vsrb3a"><!> <span class="pick s-1vsrb3a"><button type="button" class="day num s-1vsrb3a" title="Pick a date"> </button> <input type="date" tabindex="-1" aria-label="Date of the board" class="s-1vsrb3a"/></span> <!> <!></div> <div class="span s-1vsrb3a" role="group" aria-label="Span"></div> <div class="filters s-1vsrb3a"><!> <!></div> <span class="grow s-1vsrb3a"></span> <!> <div class="mode"><!></div> <div class="view s-1vsrb3a"><!></div></header>`);
function BoardHead($$anchor, $$props) {
	push($$props, true);
	/** The date that is shown, `YYYY-MM-DD`. */
	/** The mode was changed here. */
	let picker;
	const MODES = [
		"off",
		"assist",
		"approve",
		"auto"
	];
	const MODE_WORDS = {
		off: "Off: no suggestions",
		assist: "Assist: suggests when asked",
		approve: "Approve: keeps suggestions ready",
		auto: "Auto: applies them within limits"
	};
	const title = user_derived(() => company.times.day($$props.board && $$props.board.date === $$props.date ? Date.parse($$props.board.day_start) + 432e5 : `${$$props.date}T17:00:00Z`));
	const stride = user_derived(() => $$props.address.span === "week" ? 7 : 1);
	const mode = user_derived(() => $$props.standing?.mode ?? company.view?.board_mode ?? "off");
	async function change(wanted) {
		const answer = await changeMode({ board: wanted });
		if (answer.ok) {
			company.set(answer.value);
			$$props.onmode();
			toasts.done(`Dispatch Assist is set to ${words(wanted)}`);
		} else toasts.fail(answer.problem);
	}
	var header = root_3$11();
	var div = sibling(child(header), 2);
	var node = child(div);
	{
		let $0 = user_derived(() => get(stride) === 1 ? "Day before ([)" : "Week before ([)");
		Button(node, {
			tone: "plain",
			icon: "left",
			get label() {
				return get($0);
			},
			onclick: () => $$props.go({
				date: daysLater($$props.date, -get(stride)),
				visit: null
			})
		});
	}
	var span_1 = sibling(node, 2);
	var button = child(span_1);
	var text$6 = only_child(button, true);
	var input = sibling(button, 2);
	remove_input_defaults(input);
	bind_this(input, ($$value) => picker = $$value, () => picker);
	reset(span_1);
	var node_1 = sibling(span_1, 2);
	{
		let $0 = user_derived(() => get(stride) === 1 ? "Day after (])" : "Week after (])");
		Button(node_1, {
			tone: "plain",
			icon: "right",
			get label() {
				return get($0);
			},
			onclick: () => $$props.go({
				date: daysLater($$props.date, get(stride)),
				visit: null
			})
		});
	}
	var node_2 = sibling(node_1, 2);
	var consequent = ($$anchor) => {
		Button($$anchor, {
			small: true,
			keys: "t",
			onclick: () => $$props.go({
				date: null,
				visit: null
			}),
			children: ($$anchor, $$slotProps) => {
				next();
				var text_1 = text("Today");
				append($$anchor, text_1);
			},
			$$slots: { default: true }
		});
	};
	if_block(node_2, ($$render) => {
		if ($$props.date !== company.today) $$render(consequent);
	});
	reset(div);
	var div_1 = sibling(div, 2);
	each(div_1, 20, () => ["day", "week"], (span) => span, ($$anchor, span) => {
		var button_1 = root$16();
		var text_2 = only_child(button_1, true);
		template_effect(($0) => {
			set_attribute(button_1, "aria-pressed", $$props.address.span === span);
			set_text(text_2, $0);
		}, [() => words(span)]);
		delegated("click", button_1, () => $$props.go({ span }));
		append($$anchor, button_1);
	});
	reset(div_1);
	var div_2 = sibling(div_1, 2);
	var node_3 = child(div_2);
	{
		let $0 = user_derived(() => $$props.address.unit ?? "");
		let $1 = user_derived(() => [{
			value: "",
			words: "All units"
		}, ...(company.view?.units ?? []).map((unit) => ({
			value: unit.id,
			words: unit.name
		}))]);
		Select(node_3, {
			label: "Business unit",
			quietLabel: true,
			plain: true,
			get value() {
				return get($0);
			},
			get options() {
				return get($1);
			},
			onchange: (value) => $$props.go({ unit: value || null })
		});
	}
	var node_4 = sibling(node_3, 2);
	{
		let $0 = user_derived(() => $$props.address.zone ?? "");
		let $1 = user_derived(() => [{
			value: "",
			words: "All zones"
		}, ...(company.view?.zones ?? []).map((zone) => ({
			value: zone.id,
			words: zone.name
		}))]);
		Select(node_4, {
			label: "Zone",
			quietLabel: true,
			plain: true,
			get value() {
				return get($0);
			},
			get options() {
				return get($1);
			},
			onchange: (value) => $$props.go({ zone: value || null })
		});
	}
	reset(div_2);
	var node_5 = sibling(div_2, 4);
	var consequent_1 = ($$anchor) => {
		var button_2 = root_1$14();
		var node_6 = child(button_2);
		Icon(node_6, {
			name: "spark",
			size: 14
		});
		var span_2 = sibling(node_6, 2);
		var text_3 = only_child(span_2, true);
		var span_3 = sibling(span_2, 2);
		var text_4 = only_child(span_3, true);
		var span_4 = sibling(span_3, 2);
		var text_5 = only_child(span_4, true);
		next(2);
		reset(button_2);
		template_effect(($0, $1, $2) => {
			set_attribute(button_2, "title", `Open the best of ${$$props.standing.appointment_ids.length ?? ""} ready suggestions`);
			set_text(text_3, $0);
			set_text(text_4, $1);
			set_text(text_5, $2);
		}, [
			() => countDelta($$props.standing.gain.jobs, "job"),
			() => minutesDelta($$props.standing.gain.drive_seconds / 60),
			() => moneyDelta($$props.standing.gain.value_cents)
		]);
		delegated("click", button_2, function(...$$args) {
			$$props.onstanding?.apply(this, $$args);
		});
		append($$anchor, button_2);
	};
	if_block(node_5, ($$render) => {
		if ($$props.standing && $$props.standing.appointment_ids.length > 0) $$render(consequent_1);
	});
	var div_3 = sibling(node_5, 2);
	var node_7 = child(div_3);
	{
		let $0 = user_derived(() => MODES.map((one) => ({
			words: MODE_WORDS[one] ?? one,
			chosen: one === get(mode),
			disabled: !session.may("change_mode"),
			run: () => void change(one)
		})));
		Menu(node_7, {
			label: "Mode of Dispatch Assist",
			align: "right",
			get items() {
				return get($0);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_1 = root_2$14();
				var text_6 = sibling(first_child(fragment_1));
				var node_8 = sibling(text_6);
				Icon(node_8, {
					name: "down",
					size: 12
				});
				template_effect(($0) => set_text(text_6, ` ${$0 ?? ""} `), [() => words(get(mode))]);
				append($$anchor, fragment_1);
			},
			$$slots: { default: true }
		});
	}
	reset(div_3);
	var div_4 = sibling(div_3, 2);
	var node_9 = child(div_4);
	{
		let $0 = user_derived(() => [
			...Object.keys(DENSITIES).map((density) => ({
				words: `${words(density)} rows`,
				chosen: habits.density === density,
				run: () => habits.keep({ density })
			})),
			{
				words: "Zoom in",
				icon: "plus",
				keys: "+",
				apart: true,
				run: () => $$props.onzoom(1.25)
			},
			{
				words: "Zoom out",
				icon: "minus",
				keys: "-",
				run: () => $$props.onzoom(.8)
			},
			{
				words: "Fit business hours",
				keys: "0",
				run: () => $$props.onzoom(null)
			}
		]);
		Menu(node_9, {
			label: "How the board looks",
			align: "right",
			get items() {
				return get($0);
			},
			children: ($$anchor, $$slotProps) => {
				Icon($$anchor, {
					name: "sort",
					size: 16,
					label: "How the board looks"
				});
			},
			$$slots: { default: true }
		});
	}
	reset(div_4);
	reset(header);
	template_effect(() => {
		set_text(text$6, get(title));
		set_value(input, $$props.date);
	});
	delegated("click", button, () => picker.showPicker());
	delegated("change", input, () => isDate(picker.value) && $$props.go({
		date: picker.value,
		visit: null
	}));
	append($$anchor, header);
	pop();
}
delegate(["click", "change"]);
// src/board/board-keys.svelte.ts
function boardKeys(hands) {
	const { open, carry, acts, suggesting } = hands;
	const group = "Board";
	const selected = () => open.selected === null ? void 0 : open.visits.get(open.selected);
	const carrying = () => carry.now !== null;
	const chosen = () => selected() !== void 0 && !carrying();
	const mayEdit = () => chosen() && session.may("edit_board");
	const drawn = () => hands.address().span === "day";
	const movable = () => {
		const visit = selected();
		return mayEdit() && visit !== void 0 && canMove(visit);
	};
	const lockable = () => {
		const visit = selected();
		return mayEdit() && visit !== void 0 && (visit.lock || ["assigned", "dispatched"].includes(visit.state)) ? visit : void 0;
	};
	shortcuts(() => [
		{
			keys: ["ArrowDown", "ArrowRight"],
			label: "Go to the bubbles",
			group,
			quiet: true,
			when: () => !carrying() && selected() === void 0,
			run: hands.focus
		},
		{
			keys: ["Enter"],
			label: "Open the selected visit",
			group,
			quiet: true,
			when: () => chosen() && hands.shown()?.id !== open.selected,
			run: () => hands.show(open.selected)
		},
		{
			keys: ["s"],
			label: "Generate suggestions",
			group,
			when: chosen,
			run: hands.suggest
		},
		{
			keys: ["w"],
			label: "Why: rank the technicians",
			group,
			when: chosen,
			run: hands.why
		},
		{
			keys: ["p"],
			label: "Preview the suggestion",
			group,
			when: () => suggesting.alternative !== null && hands.shown() !== null,
			run: () => suggesting.previewing = !suggesting.previewing
		},
		{
			keys: ["Enter"],
			label: "Accept the suggestion",
			group,
			when: () => suggesting.acceptable && hands.shown()?.id === open.selected && !carrying() && session.may("accept_suggestion"),
			run: hands.accept
		},
		{
			keys: ["m"],
			label: "Move with the arrow keys",
			group,
			when: movable,
			run: hands.takeUp
		},
		{
			keys: ["l"],
			label: "Lock or unlock",
			group,
			when: () => lockable() !== void 0,
			run: () => {
				const visit = lockable();
				if (visit) acts.toggleLock(visit);
			}
		},
		{
			keys: ["Delete", "Backspace"],
			label: "Back to the tray",
			group,
			when: () => movable() && selected()?.state === "assigned",
			run: () => {
				const visit = selected();
				if (visit) acts.unassign(visit);
			}
		},
		{
			keys: ["Escape"],
			label: "Leave it",
			group,
			quiet: true,
			when: () => carrying() || acts.refusal !== null || hands.shown() !== null,
			run: leave
		},
		{
			keys: ["["],
			label: "Earlier",
			group,
			run: () => turn(-1)
		},
		{
			keys: ["]"],
			label: "Later",
			group,
			run: () => turn(1)
		},
		{
			keys: ["t"],
			label: "Today",
			group,
			when: () => !carrying() && hands.address().date !== null,
			run: () => hands.go({
				date: null,
				visit: null
			})
		},
		{
			keys: ["+", "="],
			label: "Zoom in",
			group,
			when: drawn,
			run: () => hands.zoom(ZOOM.step)
		},
		{
			keys: ["-"],
			label: "Zoom out",
			group,
			when: drawn,
			run: () => hands.zoom(1 / ZOOM.step)
		},
		{
			keys: ["0"],
			label: "Fit business hours",
			group,
			when: drawn,
			run: () => hands.zoom(null)
		}
	]);
	/** One page on: a day, or a week where weeks are shown. */
	function turn(by) {
		hands.go({
			date: daysLater(hands.date(), hands.address().span === "week" ? 7 * by : by),
			visit: null
		});
	}
	function leave() {
		if (carrying()) {
			carry.end();
			open.said = "Left where it was";
		} else if (acts.refusal !== null) acts.dismiss();
		else {
			hands.show(null);
			hands.focus();
		}
	}
}
// src/board/BoardSkeleton.svelte
var root$15 = from_html(`<span class="visit s-apkhw7"></span>`);
var root_1$13 = from_html(`<div class="row s-apkhw7"><span class="name s-apkhw7"></span> <!></div>`);
var root_2$13 = from_html(`<div class="skeleton s-apkhw7" aria-busy="true" aria-label="The board is loading"><div class="axis s-apkhw7"></div> <!></div>`);
function BoardSkeleton($$anchor, $$props) {
	push($$props, true);
	const rows = Array.from({ length: 20 }, (_, row) => [
		9 + row * 37 % 14,
		34 + row * 53 % 17,
		62 + row * 29 % 15
	]);
	var div = root_2$13();
	var node = sibling(child(div), 2);
	each(node, 17, () => rows, index, ($$anchor, row, at) => {
		var div_1 = root_1$13();
		let styles;
		var span = child(div_1);
		set_style(span, "", {}, { width: `${72 + at * 31 % 60}px` });
		var node_1 = sibling(span, 2);
		each(node_1, 17, () => get(row), index, ($$anchor, left, nth) => {
			var span_1 = root$15();
			let styles_1;
			template_effect(() => styles_1 = set_style(span_1, "", styles_1, {
				left: `calc(208px + ${get(left) ?? ""}% * 0.85)`,
				width: `${7 + (at + nth * 3) % 5}%`
			}));
			append($$anchor, span_1);
		});
		reset(div_1);
		template_effect(() => styles = set_style(div_1, "", styles, { height: `${habits.rowHeight ?? ""}px` }));
		append($$anchor, div_1);
	});
	reset(div);
	append($$anchor, div);
	pop();
}
// src/board/pace.ts
/** Answers that were overtaken by a newer question are dropped, and their requests are aborted. */
var Pace = class {
	#gap;
	#ask;
	#last = -Infinity;
	#timer;
	#flight;
	constructor(gap, ask) {
		this.#gap = gap;
		this.#ask = ask;
	}
	put(question) {
		clearTimeout(this.#timer);
		this.#flight?.abort();
		const wait = this.#last + this.#gap - performance.now();
		if (wait <= 0) this.#go(question);
		else this.#timer = setTimeout(() => this.#go(question), wait);
	}
	stop() {
		clearTimeout(this.#timer);
		this.#flight?.abort();
		this.#flight = void 0;
	}
	#go(question) {
		this.#flight = new AbortController();
		this.#last = performance.now();
		this.#ask(question, this.#flight.signal);
	}
};
// src/board/carry.svelte.ts
var GAP = 125;
function thingOfVisit(visit) {
	const { id, reference, job_type, duration_minutes, window } = visit;
	return {
		kind: "visit",
		visit,
		id,
		name: reference,
		words: job_type,
		duration: duration_minutes * MINUTE,
		end: endOf(visit),
		promise: window
	};
}
function thingOfEvent(event) {
	const end = Date.parse(event.end);
	return {
		kind: "event",
		event,
		id: event.id,
		name: event.title,
		words: "",
		duration: end - Date.parse(event.start),
		end,
		promise: null
	};
}
var Carry = class {
	#now = state(null);
	get now() {
		return get(this.#now);
	}
	set now(value) {
		set(this.#now, value);
	}
	#verdict = state(null);
	get verdict() {
		return get(this.#verdict);
	}
	set verdict(value) {
		set(this.#verdict, value);
	}
	#pointer = state({
		x: 0,
		y: 0
	});
	get pointer() {
		return get(this.#pointer);
	}
	set pointer(value) {
		set(this.#pointer, value);
	}
	#unmoved = user_derived(() => this.now !== null && this.now.from !== null && this.now.place !== null && same$1(this.now.place, this.now.from));
	get unmoved() {
		return get(this.#unmoved);
	}
	set unmoved(value) {
		set(this.#unmoved, value);
	}
	#rows;
	#pace = new Pace(GAP, async (move, signal) => {
		const answer = await previewMoves({ moves: [move] }, signal);
		if (!signal.aborted && answer.ok) this.verdict = answer.value;
	});
	constructor(rows) {
		this.#rows = rows;
	}
	take(carried) {
		this.verdict = null;
		this.now = carried;
	}
	/** Over another place: the old verdict is worth nothing, so it goes, and the server is asked again. */
	to(over, place) {
		const now = this.now;
		if (now === null || now.over === over && same$1(now.place, place)) return;
		this.now = {
			...now,
			over,
			place
		};
		this.verdict = null;
		const move = this.move();
		if (move && !this.unmoved) this.#pace.put(move);
		else this.#pace.stop();
	}
	/** The change that dropping here makes; nothing where it cannot be dropped, and for the tray, which asks for a reason. */
	move() {
		const now = this.now;
		const row = now?.place ? this.#rows()[now.place.row] : void 0;
		if (!now?.place || !row) return null;
		const start = new Date(now.place.start).toISOString();
		if (now.thing.kind === "event") return {
			move: "shift_event",
			event_id: now.thing.id,
			start
		};
		return {
			move: "assign",
			appointment_id: now.thing.id,
			technician_id: row.technician.id,
			start
		};
	}
	/** Puts it down without a change. */
	end() {
		this.#pace.stop();
		this.now = null;
		this.verdict = null;
	}
};
function same$1(a, b) {
	return a === b || a !== null && b !== null && a.row === b.row && a.start === b.start;
}
// src/board/CarryTip.svelte
var root$14 = from_html(`<p class="where s-2ew780"> </p>`);
var root_1$12 = from_html(`<p class="where s-2ew780">Nowhere to put it</p>`);
var root_2$12 = from_html(`<p class="quiet"> </p>`);
var root_3$10 = from_html(`<p class="quiet num">…</p>`);
var root_4$9 = from_html(`<p class="refusal s-2ew780"> </p>`);
var root_5$7 = from_html(`<p class="quiet">Drop to override with a reason</p>`);
var root_6$7 = from_html(`<!> <!>`, 1);
var root_7$6 = from_html(`<p class="num"> </p>`);
var root_8$6 = from_html(`<p class="where s-2ew780"><span class="num time s-2ew780"> </span> <span> </span></p> <!>`, 1);
var root_9$3 = from_html(`<div><!></div>`);
function CarryTip($$anchor, $$props) {
	push($$props, true);
	const now = user_derived(() => $$props.carry.now);
	const row = user_derived(() => get(now)?.place ? $$props.open.rows[get(now).place.row] : void 0);
	var fragment = comment();
	var node = first_child(fragment);
	var consequent_6 = ($$anchor) => {
		var div = root_9$3();
		let classes;
		var node_1 = child(div);
		var consequent = ($$anchor) => {
			var p = root$14();
			var text = only_child(p, true);
			template_effect(() => set_text(text, get(now).from === null ? "Stays in the tray" : "Back to the tray"));
			append($$anchor, p);
		};
		var consequent_1 = ($$anchor) => {
			var p_1 = root_1$12();
			append($$anchor, p_1);
		};
		var alternate_1 = ($$anchor) => {
			var fragment_1 = root_8$6();
			var p_2 = first_child(fragment_1);
			var span = child(p_2);
			var text_1 = only_child(span, true);
			var span_1 = sibling(span, 2);
			var text_2 = only_child(span_1, true);
			reset(p_2);
			var node_2 = sibling(p_2, 2);
			var consequent_2 = ($$anchor) => {
				var p_3 = root_2$12();
				var text_3 = only_child(p_3);
				template_effect(($0) => set_text(text_3, `where it is, until ${$0 ?? ""}`), [() => company.times.time(get(now).thing.end)]);
				append($$anchor, p_3);
			};
			var consequent_3 = ($$anchor) => {
				var p_4 = root_3$10();
				append($$anchor, p_4);
			};
			var consequent_5 = ($$anchor) => {
				var fragment_2 = root_6$7();
				var node_3 = first_child(fragment_2);
				each(node_3, 17, () => $$props.carry.verdict.refusals.slice(0, 3), index, ($$anchor, refusal) => {
					var p_5 = root_4$9();
					var text_4 = only_child(p_5, true);
					template_effect(($0) => set_text(text_4, $0), [() => refused(get(refusal), get(row).technician.name)]);
					append($$anchor, p_5);
				});
				var node_4 = sibling(node_3, 2);
				var consequent_4 = ($$anchor) => {
					var p_6 = root_5$7();
					append($$anchor, p_6);
				};
				var d = user_derived(() => canOverride($$props.carry.verdict.refusals));
				if_block(node_4, ($$render) => {
					if (get(d)) $$render(consequent_4);
				});
				append($$anchor, fragment_2);
			};
			var alternate = ($$anchor) => {
				var p_7 = root_7$6();
				var text_5 = only_child(p_7, true);
				template_effect(($0) => set_text(text_5, $0), [() => cost($$props.carry.verdict)]);
				append($$anchor, p_7);
			};
			if_block(node_2, ($$render) => {
				if ($$props.carry.unmoved) $$render(consequent_2);
				else if ($$props.carry.verdict === null) $$render(consequent_3, 1);
				else if ($$props.carry.verdict.refusals.length > 0) $$render(consequent_5, 2);
				else $$render(alternate, -1);
			});
			template_effect(($0) => {
				set_text(text_1, $0);
				set_text(text_2, get(row).technician.name);
			}, [() => company.times.time(get(now).place.start)]);
			append($$anchor, fragment_1);
		};
		if_block(node_1, ($$render) => {
			if (get(now).over === "tray") $$render(consequent);
			else if (get(now).over === "nowhere" || !get(now).place || !get(row)) $$render(consequent_1, 1);
			else $$render(alternate_1, -1);
		});
		reset(div);
		template_effect(() => classes = set_class(div, 1, "tip s-2ew780", null, classes, { no: ($$props.carry.verdict?.refusals.length ?? 0) > 0 }));
		append($$anchor, div);
	};
	if_block(node, ($$render) => {
		if (get(now)) $$render(consequent_6);
	});
	append($$anchor, fragment);
	pop();
}
// src/board/drag.ts
/** Starts are planned in steps of five minutes. */
var SNAP = 5 * MINUTE;
/** The nearest planned start, kept so that the visit begins and ends within the day. */
function snap(axis, at, duration) {
	const stepped = axis.start + Math.round((at - axis.start) / SNAP) * SNAP;
	const last = axis.start + Math.floor((axis.end - axis.start - duration) / SNAP) * SNAP;
	return Math.max(axis.start, Math.min(stepped, last));
}
/**
* The place under the pointer. `grab` is how far right of the bubble's left edge it was taken up.
* Nothing when the pointer is above, below or beside the rows.
*/
function placeUnder(axis, point, grab, duration, rows) {
	const row = Math.floor(point.y / rows.height);
	if (point.y < 0 || row >= rows.count) return null;
	if (point.x < 0 || point.x > toX(axis, axis.end)) return null;
	return {
		row,
		start: snap(axis, toTime(axis, point.x - grab), duration)
	};
}
/** Keyboard move: arrows step five minutes or one row; with shift, half an hour or five rows. */
function step(axis, place, key, far, duration, count) {
	const time = far ? 6 * SNAP : SNAP;
	const rows = far ? 5 : 1;
	switch (key) {
		case "ArrowLeft": return {
			...place,
			start: snap(axis, place.start - time, duration)
		};
		case "ArrowRight": return {
			...place,
			start: snap(axis, place.start + time, duration)
		};
		case "ArrowUp": return {
			...place,
			row: Math.max(0, place.row - rows)
		};
		case "ArrowDown": return {
			...place,
			row: Math.min(count - 1, place.row + rows)
		};
		default: return null;
	}
}
/** How far to scroll this frame when the pointer is near an edge; 0 in the middle. Pixels. */
function edgePull(at, from, to, reach = 44) {
	if (at < from + reach) return -Math.ceil(Math.min(1, (from + reach - at) / reach) * 14);
	if (at > to - reach) return Math.ceil(Math.min(1, (at - to + reach) / reach) * 14);
	return 0;
}
// src/board/dragging.ts
/** Attach to the element that holds the timeline and the tray. */
function dragging(node, hooks) {
	let state = { is: "idle" };
	let at = {
		x: 0,
		y: 0
	};
	let frame = 0;
	let swallowClick = false;
	function down(event) {
		swallowClick = false;
		if (state.is === "held") stop();
		if (event.button !== 0 || state.is !== "idle" || hooks.carry.now || !hooks.may()) return;
		const element = event.target.closest("[data-visit], [data-event]");
		const kind = element?.dataset.visit === void 0 ? "event" : "visit";
		const thing = element && hooks.thing(kind, element.dataset[kind] ?? "");
		if (!element || !thing) return;
		const grab = element.closest("[data-surface=rows]") ? event.clientX - element.getBoundingClientRect().left : 12;
		const { clientX: x, clientY: y, pointerId: pointer } = event;
		at = {
			x,
			y
		};
		if (event.pointerType === "touch") state = {
			is: "held",
			x,
			y,
			pointer,
			timer: setTimeout(() => begin(thing, grab, pointer, "touch"), 350)
		};
		else state = {
			is: "pressed",
			x,
			y,
			pointer,
			thing,
			grab
		};
		addEventListener("pointermove", move);
		addEventListener("pointerup", up);
		addEventListener("pointercancel", cancel);
	}
	function move(event) {
		if (state.is === "idle" || event.pointerId !== state.pointer) return;
		at = {
			x: event.clientX,
			y: event.clientY
		};
		if (state.is === "held") {
			if (Math.hypot(at.x - state.x, at.y - state.y) > 9) stop();
			return;
		}
		if (state.is === "pressed") {
			if (Math.hypot(at.x - state.x, at.y - state.y) < 4) return;
			begin(state.thing, state.grab, state.pointer, "pointer");
		}
		if (state.is === "dragging" && frame === 0) frame = requestAnimationFrame(follow);
	}
	function begin(thing, grab, pointer, by) {
		swallowClick = true;
		const stuck = hooks.stuck(thing);
		if (stuck !== null) {
			hooks.refuse(stuck, at);
			return stop();
		}
		hooks.surface()?.measure();
		const from = placeOf(thing);
		state = {
			is: "dragging",
			pointer,
			grab,
			thing,
			row: thing.kind === "event" ? from?.row ?? null : null,
			tray: thing.kind === "visit" ? hooks.tray() : null
		};
		hooks.carry.take({
			thing,
			by,
			over: "nowhere",
			place: null,
			from
		});
		if (by === "touch") {
			navigator.vibrate?.(12);
			frame = requestAnimationFrame(follow);
		}
	}
	/** Where it lies now, when it lies in a row. */
	function placeOf(thing) {
		if (thing.kind === "visit" && thing.visit.state === "unassigned") return null;
		const rows = hooks.rows();
		for (let row = 0; row < rows.length; row++) {
			const item = rows[row]?.items.find((one) => one.kind === thing.kind && one.key === thing.id);
			if (item) return {
				row,
				start: item.start
			};
		}
		return null;
	}
	function follow() {
		frame = 0;
		if (state.is !== "dragging") return;
		if (hooks.carry.now === null) return stop();
		const { tray, grab, thing, row } = state;
		const surface = hooks.surface();
		hooks.carry.pointer = at;
		if (surface?.contains(at.x, at.y)) {
			const pulled = surface.pull(at.x, at.y);
			const under = surface.placeAt(at.x, at.y, grab, thing.duration);
			const place = under && row !== null ? {
				...under,
				row
			} : under;
			hooks.carry.to(place ? "rows" : "nowhere", place);
			if (pulled) frame = requestAnimationFrame(follow);
		} else if (tray && at.y >= tray.top && at.y <= tray.bottom && at.x >= tray.left && at.x <= tray.right) hooks.carry.to("tray", null);
		else hooks.carry.to("nowhere", null);
	}
	function up(event) {
		if (state.is !== "idle" && event.pointerId !== state.pointer) return;
		if (state.is === "dragging" && hooks.carry.now !== null) {
			cancelAnimationFrame(frame);
			follow();
			hooks.drop(at);
		}
		stop();
	}
	function cancel(event) {
		if (state.is !== "idle" && event.pointerId !== state.pointer) return;
		if (state.is === "dragging") hooks.carry.end();
		stop();
	}
	function stop() {
		if (state.is === "held") clearTimeout(state.timer);
		cancelAnimationFrame(frame);
		frame = 0;
		state = { is: "idle" };
		removeEventListener("pointermove", move);
		removeEventListener("pointerup", up);
		removeEventListener("pointercancel", cancel);
	}
	/** The click that ends a drag is no click on what lies there. */
	function click(event) {
		if (!swallowClick) return;
		swallowClick = false;
		event.stopPropagation();
		event.preventDefault();
	}
	/** What a finger carries must not scroll the board as well. */
	function hold(event) {
		if (state.is === "dragging" && event.cancelable) event.preventDefault();
	}
	/** A finger that rests on a bubble takes it up, and asks for no menu. */
	function menu(event) {
		if (state.is === "held" || state.is === "dragging" && hooks.carry.now?.by === "touch") event.preventDefault();
	}
	node.addEventListener("pointerdown", down);
	node.addEventListener("touchmove", hold, { passive: false });
	node.addEventListener("contextmenu", menu);
	node.addEventListener("click", click, true);
	return { destroy() {
		stop();
		node.removeEventListener("pointerdown", down);
		node.removeEventListener("touchmove", hold);
		node.removeEventListener("contextmenu", menu);
		node.removeEventListener("click", click, true);
	} };
}
// src/board/Glyph.svelte
var root$13 = from_svg(`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path></path></svg>`);
function Glyph($$anchor, $$props) {
	push($$props, true);
	const glyph = user_derived(() => GLYPHS[$$props.look]);
	var svg = root$13();
	let classes;
	var path = only_child(svg);
	template_effect(() => {
		classes = set_class(svg, 0, "s-18qneg9", null, classes, { filled: get(glyph).filled });
		set_attribute(path, "d", get(glyph).d);
	});
	append($$anchor, svg);
	pop();
}
// src/board/Figures.svelte
var root$12 = from_html(`<span><span title="Change of jobs on the schedule"> </span> <span title="Change of drive time"> </span> <span title="Predicted value"> </span></span>`);
function Figures($$anchor, $$props) {
	push($$props, true);
	/** Newer figures are on their way. */
	let stale = prop($$props, "stale", 3, false);
	var span = root$12();
	let classes;
	var span_1 = child(span);
	var text = only_child(span_1, true);
	var span_2 = sibling(span_1, 2);
	var text_1 = only_child(span_2, true);
	var span_3 = sibling(span_2, 2);
	var text_2 = only_child(span_3, true);
	reset(span);
	template_effect(($0, $1, $2) => {
		classes = set_class(span, 1, "figures num s-775gfy", null, classes, { stale: stale() });
		set_text(text, $0);
		set_text(text_1, $1);
		set_text(text_2, $2);
	}, [
		() => countDelta($$props.gain.jobs, "job"),
		() => minutesDelta($$props.gain.drive_seconds / 60),
		() => moneyDelta($$props.gain.value_cents)
	]);
	append($$anchor, span);
	pop();
}
// src/board/NoticeNote.svelte
var root$11 = from_html(`<li class="s-lgiivj"> </li>`);
var root_1$11 = from_html(`<ul></ul>`);
var root_2$11 = from_html(`<p class="next s-lgiivj"> </p>`);
var root_3$9 = from_html(`<div class="offer s-lgiivj"><!></div>`);
var root_4$8 = from_html(`<div><!> <div><p class="title s-lgiivj"> </p> <!> <!> <!></div></div>`);
function NoticeNote($$anchor, $$props) {
	push($$props, true);
	/** The way to another window for the visit, when that is what is left to do. */
	/** A shape for each situation; one that is new here still shows its words. */
	const LOOKS = {
		better_found: {
			icon: "spark",
			tone: "good"
		},
		applied: {
			icon: "check",
			tone: "good"
		},
		nothing_better: {
			icon: "check",
			tone: "plain"
		},
		already_optimised: {
			icon: "user",
			tone: "plain"
		},
		leave_unassigned: {
			icon: "pause",
			tone: "plain"
		},
		assist_off: {
			icon: "pause",
			tone: "plain"
		},
		board_changed: {
			icon: "refresh",
			tone: "plain"
		},
		expired: {
			icon: "clock",
			tone: "plain"
		},
		too_many_changes: {
			icon: "filter",
			tone: "plain"
		},
		not_applied: {
			icon: "alert",
			tone: "alert"
		},
		not_allowed: {
			icon: "lock",
			tone: "alert"
		},
		failed: {
			icon: "alert",
			tone: "alert"
		}
	};
	const look = user_derived(() => LOOKS[$$props.notice.code] ?? {
		icon: "info",
		tone: "plain"
	});
	var div = root_4$8();
	var node = child(div);
	Icon(node, { get name() {
		return get(look).icon;
	} });
	var div_1 = sibling(node, 2);
	var p = child(div_1);
	var text$5 = only_child(p, true);
	var node_1 = sibling(p, 2);
	var consequent = ($$anchor) => {
		var ul = root_1$11();
		each(ul, 21, () => $$props.notice.evidence, index, ($$anchor, evidence) => {
			var li = root$11();
			var text_1 = only_child(li, true);
			template_effect(($0) => set_text(text_1, $0), [() => sentence(get(evidence))]);
			append($$anchor, li);
		});
		reset(ul);
		append($$anchor, ul);
	};
	if_block(node_1, ($$render) => {
		if ($$props.notice.evidence.length > 0) $$render(consequent);
	});
	var node_2 = sibling(node_1, 2);
	var consequent_1 = ($$anchor) => {
		var p_1 = root_2$11();
		var text_2 = only_child(p_1, true);
		template_effect(($0) => set_text(text_2, $0), [() => sentence($$props.notice.next)]);
		append($$anchor, p_1);
	};
	if_block(node_2, ($$render) => {
		if ($$props.notice.next) $$render(consequent_1);
	});
	var node_3 = sibling(node_2, 2);
	var consequent_2 = ($$anchor) => {
		var div_2 = root_3$9();
		var node_4 = child(div_2);
		Button(node_4, {
			small: true,
			icon: "calendar",
			get onclick() {
				return $$props.onoffer;
			},
			children: ($$anchor, $$slotProps) => {
				next();
				var text_3 = text("Offer another window…");
				append($$anchor, text_3);
			},
			$$slots: { default: true }
		});
		reset(div_2);
		append($$anchor, div_2);
	};
	if_block(node_3, ($$render) => {
		if ($$props.notice.action === "offer_window" && $$props.onoffer) $$render(consequent_2);
	});
	reset(div_1);
	reset(div);
	template_effect(($0) => {
		set_class(div, 1, `notice ${get(look).tone ?? ""}`, "s-lgiivj");
		set_attribute(div, "role", get(look).tone === "alert" ? "alert" : "status");
		set_text(text$5, $0);
	}, [() => sentence($$props.notice.title)]);
	append($$anchor, div);
	pop();
}
// src/board/proposal.ts
/** The ticked moves of an alternative. Nothing ticked draws nothing. */
function proposedBy(alternative, ticked) {
	return alternative.moves.flatMap((move, index) => ticked.has(index) ? [proposed(move)] : []);
}
function proposed(move) {
	const start = move.start ? Date.parse(move.start) : null;
	const end = move.end ? Date.parse(move.end) : null;
	const length = start !== null && end !== null ? end - start : 60 * MINUTE;
	const fromStart = move.from_start ? Date.parse(move.from_start) : null;
	return {
		id: move.appointment_id ?? move.event_id ?? "",
		reference: move.reference,
		words: move.words,
		from: move.from_technician_id && fromStart !== null ? {
			technician: move.from_technician_id,
			start: fromStart,
			end: fromStart + length
		} : null,
		to: move.technician_id && start !== null ? {
			technician: move.technician_id,
			start,
			end: end ?? start + length
		} : null
	};
}
var TERMS = {
	value: "Predicted value",
	driving: "Driving",
	disturbance: "Moving visits that have a place"
};
/** What the money of an alternative is made of; terms in which no money changes hands are left out. */
function ledgerLines(alternative) {
	return alternative.ledger.filter((line) => line.money_cents !== 0).map((line) => ({
		words: TERMS[line.term] ?? line.term,
		cents: line.money_cents
	}));
}
/** Ticks by move index; the visit that was asked for is always the first move. */
function toggled(ticked, index) {
	const next = new Set(ticked);
	if (!next.delete(index)) next.add(index);
	return next;
}
/** What the server wants to know: the ticked indexes in order, or nothing when all are ticked. */
function chosen(alternative, ticked) {
	if (alternative.moves.every((_, index) => ticked.has(index))) return null;
	return [...ticked].sort((a, b) => a - b);
}
/** A soft arrow from the old place to the new one. Points are in pixels of the canvas. */
function arrow(from, to) {
	const bend = Math.max(24, Math.abs(to.x - from.x) * .35);
	return `M${from.x} ${from.y} C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
// src/board/SuggestBlock.svelte
var root_1$10 = from_html(`<span class="quiet num"> </span> <!>`, 1);
var root_2$10 = from_html(`<!> <p class="applied s-n12frl"><!> <!></p>`, 1);
var root_3$8 = from_html(`<p class="alert-text"> </p>`);
var root_4$7 = from_html(`<p class="title"> </p> <!>`, 1);
var root_5$6 = from_html(`<p class="num"> </p>`);
var root_6$6 = from_html(`<div class="difference s-n12frl"><!> <!></div>`);
var root_7$5 = from_html(`<div class="waiting s-n12frl" aria-busy="true"><!><!><!></div>`);
var root_8$5 = from_html(`<p class="since s-n12frl"><span> </span> <!></p>`);
var root_9$2 = from_html(`<span class="quiet num"> </span>`);
var root_10$2 = from_html(`<li><label class="s-n12frl"><input type="checkbox" class="s-n12frl"/> <span class="num"> </span> <!></label></li>`);
var root_11$2 = from_html(`<p> </p>`);
var root_12$2 = from_html(`<div class="broken s-n12frl" role="status"><p class="alert-text">These moves alone do not fit:</p> <!></div>`);
var root_13$1 = from_html(`<div class="s-n12frl"><dt class="s-n12frl"> </dt><dd class="s-n12frl"> </dd></div>`);
var root_14$1 = from_html(`<dl class="ledger num s-n12frl"></dl>`);
var root_15 = from_html(`<li> </li>`);
var root_16 = from_html(`<ul class="reasons s-n12frl"></ul>`);
var root_17 = from_html(`<ul class="moves s-n12frl"></ul> <!> <!> <!>`, 1);
var root_18 = from_html(`<div><label class="head s-n12frl"><input type="radio" name="alternative" class="s-n12frl"/> <b> </b> <!> <span class="quiet num count s-n12frl"> </span></label> <!></div>`);
var root_19 = from_html(`<div class="alternatives s-n12frl" role="radiogroup" aria-label="Alternatives"></div> <div class="buttons s-n12frl"><!> <!></div>`, 1);
var root_20 = from_html(`<!> <!> <!>`, 1);
var root_21 = from_html(`<section class="suggest s-n12frl"><header class="s-n12frl"><h3 class="s-n12frl">Suggestions</h3> <!></header> <!> <!> <!></section>`);
function SuggestBlock($$anchor, $$props) {
	push($$props, true);
	/** Opens the choice of another window. */
	let suggesting = prop($$props, "suggesting", 7);
	const stage = user_derived(() => suggesting().stage);
	const view = user_derived(() => get(stage).is === "shown" ? get(stage).view : null);
	const letter = (at) => String.fromCharCode(65 + at);
	let root;
	user_effect(() => {
		if (get(view) !== null && suggesting().asked) root.querySelector("input[name=alternative]:checked")?.focus({ preventScroll: true });
	});
	const moveCount = (all, ticked) => `${ticked < all ? `${ticked} of ` : ""}${all} ${all === 1 ? "move" : "moves"}`;
	const difference = user_derived(() => suggesting().difference);
	const changed = user_derived(() => {
		if (!get(difference)?.before || !get(difference).after) return null;
		const { before, after } = get(difference);
		return [
			before.jobs !== after.jobs ? `${countDelta(before.jobs, "job")} → ${countDelta(after.jobs, "job")}` : "",
			before.drive_seconds !== after.drive_seconds ? `${minutesDelta(before.drive_seconds / 60)} → ${minutesDelta(after.drive_seconds / 60)}` : "",
			before.value_cents !== after.value_cents ? `${moneyDelta(before.value_cents)} → ${moneyDelta(after.value_cents)}` : ""
		].filter((part) => part !== "");
	});
	var section = root_21();
	var header = child(section);
	var node = sibling(child(header), 2);
	var consequent = ($$anchor) => {
		var fragment = root_1$10();
		var span = first_child(fragment);
		var text = only_child(span);
		var node_1 = sibling(span, 2);
		Button(node_1, {
			small: true,
			tone: "plain",
			icon: "refresh",
			label: "Generate again (S)",
			onclick: () => suggesting().ask()
		});
		template_effect(($0, $1) => set_text(text, `${$0 ?? ""} · ${$1 ?? ""} ms`), [() => company.times.time(get(view).made), () => get(view).took_ms < 10 ? get(view).took_ms.toFixed(1) : Math.round(get(view).took_ms)]);
		append($$anchor, fragment);
	};
	if_block(node, ($$render) => {
		if (get(view)) $$render(consequent);
	});
	reset(header);
	var node_2 = sibling(header, 2);
	var consequent_1 = ($$anchor) => {
		var fragment_1 = root_2$10();
		var node_3 = first_child(fragment_1);
		NoticeNote(node_3, { get notice() {
			return suggesting().applied.message;
		} });
		var p = sibling(node_3, 2);
		var node_4 = child(p);
		Figures(node_4, { get gain() {
			return suggesting().applied.gain;
		} });
		var node_5 = sibling(node_4, 2);
		Button(node_5, {
			small: true,
			icon: "undo",
			onclick: () => suggesting().applied && $$props.onundo(suggesting().applied.position),
			children: ($$anchor, $$slotProps) => {
				next();
				var text_1 = text("Undo");
				append($$anchor, text_1);
			},
			$$slots: { default: true }
		});
		reset(p);
		append($$anchor, fragment_1);
	};
	if_block(node_2, ($$render) => {
		if (suggesting().applied) $$render(consequent_1);
	});
	var node_6 = sibling(node_2, 2);
	var consequent_4 = ($$anchor) => {
		var div = root_6$6();
		var node_7 = child(div);
		var consequent_2 = ($$anchor) => {
			NoticeNote($$anchor, { get notice() {
				return get(difference).notice;
			} });
		};
		var alternate = ($$anchor) => {
			var fragment_3 = root_4$7();
			var p_1 = first_child(fragment_3);
			var text_2 = only_child(p_1, true);
			var node_8 = sibling(p_1, 2);
			each(node_8, 17, () => get(difference).refusals, index, ($$anchor, refusal) => {
				var p_2 = root_3$8();
				var text_3 = only_child(p_2, true);
				template_effect(($0) => set_text(text_3, $0), [() => sentence(get(refusal).words)]);
				append($$anchor, p_2);
			});
			template_effect(($0) => set_text(text_2, $0), [() => sentence(get(difference).title)]);
			append($$anchor, fragment_3);
		};
		if_block(node_7, ($$render) => {
			if (get(difference).notice) $$render(consequent_2);
			else $$render(alternate, -1);
		});
		var node_9 = sibling(node_7, 2);
		var consequent_3 = ($$anchor) => {
			var p_3 = root_5$6();
			var text_4 = only_child(p_3);
			template_effect(($0) => set_text(text_4, `Now ${$0 ?? ""}`), [() => get(changed).join(", ")]);
			append($$anchor, p_3);
		};
		if_block(node_9, ($$render) => {
			if (get(changed) && get(changed).length > 0) $$render(consequent_3);
		});
		reset(div);
		append($$anchor, div);
	};
	if_block(node_6, ($$render) => {
		if (get(difference)) $$render(consequent_4);
	});
	var node_10 = sibling(node_6, 2);
	var consequent_5 = ($$anchor) => {
		{
			let $0 = user_derived(() => suggesting().applied ? "normal" : "primary");
			Button($$anchor, {
				wide: true,
				icon: "spark",
				keys: "s",
				get tone() {
					return get($0);
				},
				onclick: () => suggesting().ask(),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_5 = text("Generate suggestions");
					append($$anchor, text_5);
				},
				$$slots: { default: true }
			});
		}
	};
	var consequent_6 = ($$anchor) => {
		var div_1 = root_7$5();
		var node_11 = child(div_1);
		Skeleton(node_11, {
			height: "18px",
			width: "60%"
		});
		var node_12 = sibling(node_11);
		Skeleton(node_12, { height: "44px" });
		var node_13 = sibling(node_12);
		Skeleton(node_13, { height: "44px" });
		reset(div_1);
		append($$anchor, div_1);
	};
	var consequent_7 = ($$anchor) => {
		ProblemNote($$anchor, {
			get problem() {
				return get(stage).problem;
			},
			retry: () => suggesting().ask()
		});
	};
	var consequent_15 = ($$anchor) => {
		var fragment_6 = root_20();
		var node_14 = first_child(fragment_6);
		NoticeNote(node_14, {
			get notice() {
				return get(view).message;
			},
			get onoffer() {
				return $$props.onoffer;
			}
		});
		var node_15 = sibling(node_14, 2);
		var consequent_8 = ($$anchor) => {
			var p_4 = root_8$5();
			var span_1 = child(p_4);
			var text_6 = only_child(span_1);
			var node_16 = sibling(span_1, 2);
			Button(node_16, {
				small: true,
				onclick: () => suggesting().ask(),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_7 = text("Generate again");
					append($$anchor, text_7);
				},
				$$slots: { default: true }
			});
			reset(p_4);
			template_effect(() => set_text(text_6, `${get(view).new_jobs_since === 1 ? "1 new job" : `${get(view).new_jobs_since} new jobs`} since`));
			append($$anchor, p_4);
		};
		if_block(node_15, ($$render) => {
			if (get(view).new_jobs_since > 0) $$render(consequent_8);
		});
		var node_17 = sibling(node_15, 2);
		var consequent_14 = ($$anchor) => {
			var fragment_7 = root_19();
			var div_2 = first_child(fragment_7);
			each(div_2, 21, () => get(view).alternatives, index, ($$anchor, alternative, at) => {
				const on = user_derived(() => at === suggesting().at);
				var div_3 = root_18();
				let classes;
				var label = child(div_3);
				var input = child(label);
				remove_input_defaults(input);
				var b = sibling(input, 2);
				var text_8 = only_child(b, true);
				var node_18 = sibling(b, 2);
				{
					let $0 = user_derived(() => get(on) && suggesting().gain ? suggesting().gain : get(alternative).gain);
					let $1 = user_derived(() => get(on) && suggesting().figuring);
					Figures(node_18, {
						get gain() {
							return get($0);
						},
						get stale() {
							return get($1);
						}
					});
				}
				var span_2 = sibling(node_18, 2);
				var text_9 = only_child(span_2, true);
				reset(label);
				var node_19 = sibling(label, 2);
				var consequent_13 = ($$anchor) => {
					const money = user_derived(() => suggesting().ticked.size < get(alternative).moves.length ? [] : ledgerLines(get(alternative)));
					var fragment_8 = root_17();
					var ul = first_child(fragment_8);
					each(ul, 21, () => get(alternative).moves, index, ($$anchor, move, index) => {
						var li = root_10$2();
						var label_1 = child(li);
						var input_1 = child(label_1);
						remove_input_defaults(input_1);
						var span_3 = sibling(input_1, 2);
						var text_10 = only_child(span_3, true);
						var node_20 = sibling(span_3, 2);
						var consequent_9 = ($$anchor) => {
							var span_4 = root_9$2();
							var text_11 = only_child(span_4);
							template_effect(($0) => set_text(text_11, `was ${get(move).from_technician_id === get(move).technician_id ? "" : `${get(move).from_technician} `}${$0 ?? ""}`), [() => company.times.time(get(move).from_start)]);
							append($$anchor, span_4);
						};
						if_block(node_20, ($$render) => {
							if (get(move).from_technician && get(move).from_start) $$render(consequent_9);
						});
						reset(label_1);
						reset(li);
						template_effect(($0) => {
							set_checked(input_1, $0);
							input_1.disabled = get(alternative).moves.length === 1;
							set_text(text_10, get(move).words);
						}, [() => suggesting().ticked.has(index)]);
						delegated("change", input_1, () => suggesting().tick(index));
						append($$anchor, li);
					});
					reset(ul);
					var node_21 = sibling(ul, 2);
					var consequent_10 = ($$anchor) => {
						var div_4 = root_12$2();
						var node_22 = sibling(child(div_4), 2);
						each(node_22, 17, () => suggesting().partly.refusals, index, ($$anchor, refusal) => {
							var p_5 = root_11$2();
							var text_12 = only_child(p_5, true);
							template_effect(($0) => set_text(text_12, $0), [() => sentence(get(refusal).words)]);
							append($$anchor, p_5);
						});
						reset(div_4);
						append($$anchor, div_4);
					};
					if_block(node_21, ($$render) => {
						if (suggesting().partly && suggesting().partly.refusals.length > 0) $$render(consequent_10);
					});
					var node_23 = sibling(node_21, 2);
					var consequent_11 = ($$anchor) => {
						var dl = root_14$1();
						each(dl, 21, () => get(money), (line) => line.words, ($$anchor, line) => {
							var div_5 = root_13$1();
							var dt = child(div_5);
							var text_13 = only_child(dt, true);
							var dd = sibling(dt);
							var text_14 = only_child(dd, true);
							reset(div_5);
							template_effect(($0) => {
								set_text(text_13, get(line).words);
								set_text(text_14, $0);
							}, [() => moneyDelta(get(line).cents)]);
							append($$anchor, div_5);
						});
						reset(dl);
						append($$anchor, dl);
					};
					if_block(node_23, ($$render) => {
						if (get(money).length > 0) $$render(consequent_11);
					});
					var node_24 = sibling(node_23, 2);
					var consequent_12 = ($$anchor) => {
						var ul_1 = root_16();
						each(ul_1, 20, () => get(alternative).reasons, (reason) => reason, ($$anchor, reason) => {
							var li_1 = root_15();
							var text_15 = only_child(li_1, true);
							template_effect(($0) => set_text(text_15, $0), [() => sentence(reason)]);
							append($$anchor, li_1);
						});
						reset(ul_1);
						append($$anchor, ul_1);
					};
					if_block(node_24, ($$render) => {
						if (get(alternative).reasons.length > 0) $$render(consequent_12);
					});
					append($$anchor, fragment_8);
				};
				if_block(node_19, ($$render) => {
					if (get(on)) $$render(consequent_13);
				});
				reset(div_3);
				template_effect(($0, $1) => {
					classes = set_class(div_3, 1, "alternative s-n12frl", null, classes, { on: get(on) });
					set_checked(input, get(on));
					set_text(text_8, $0);
					set_text(text_9, $1);
				}, [() => letter(at), () => moveCount(get(alternative).moves.length, get(on) ? suggesting().ticked.size : get(alternative).moves.length)]);
				delegated("change", input, () => suggesting().choose(at));
				append($$anchor, div_3);
			});
			reset(div_2);
			var div_6 = sibling(div_2, 2);
			var node_25 = child(div_6);
			Button(node_25, {
				icon: "eye",
				keys: "p",
				get "aria-pressed"() {
					return suggesting().previewing;
				},
				onclick: () => suggesting().previewing = !suggesting().previewing,
				children: ($$anchor, $$slotProps) => {
					next();
					var text_16 = text();
					template_effect(() => set_text(text_16, suggesting().previewing ? "Hide preview" : "Preview"));
					append($$anchor, text_16);
				},
				$$slots: { default: true }
			});
			var node_26 = sibling(node_25, 2);
			{
				let $0 = user_derived(() => !suggesting().acceptable || !session.may("accept_suggestion"));
				let $1 = user_derived(() => session.may("accept_suggestion") ? void 0 : "Your role may look at suggestions, but not accept them");
				Button(node_26, {
					tone: "primary",
					keys: "Enter",
					get busy() {
						return suggesting().accepting;
					},
					get disabled() {
						return get($0);
					},
					get title() {
						return get($1);
					},
					get onclick() {
						return $$props.onaccept;
					},
					children: ($$anchor, $$slotProps) => {
						next();
						var text_17 = text();
						template_effect(($0) => set_text(text_17, `Accept ${$0 ?? ""}`), [() => letter(suggesting().at)]);
						append($$anchor, text_17);
					},
					$$slots: { default: true }
				});
			}
			reset(div_6);
			append($$anchor, fragment_7);
		};
		if_block(node_17, ($$render) => {
			if (get(view).alternatives.length > 0) $$render(consequent_14);
		});
		append($$anchor, fragment_6);
	};
	if_block(node_10, ($$render) => {
		if (get(stage).is === "none") $$render(consequent_5);
		else if (get(stage).is === "asking") $$render(consequent_6, 1);
		else if (get(stage).is === "failed") $$render(consequent_7, 2);
		else if (get(view)) $$render(consequent_15, 3);
	});
	reset(section);
	bind_this(section, ($$value) => root = $$value, () => root);
	template_effect(() => set_attribute(section, "aria-label", `Suggestions for ${$$props.reference ?? ""}`));
	append($$anchor, section);
	pop();
}
delegate(["change"]);
// src/board/WhyTab.svelte
var root$10 = from_html(`<div class="waiting s-1atkevy" aria-busy="true"></div>`);
var root_1$9 = from_html(`<span class="quiet s-1atkevy"><!> </span>`);
var root_2$9 = from_html(`<span class="facts num s-1atkevy"><span> </span> <span> </span> <span class="quiet s-1atkevy"> </span></span> <!>`, 1);
var root_3$7 = from_html(`<li><span class="name one-line s-1atkevy"> </span> <!></li>`);
var root_4$6 = from_html(`<li class="quiet s-1atkevy">Nobody can take it as it stands.</li>`);
var root_5$5 = from_html(`<span> </span>`);
var root_6$5 = from_html(`<li class="blocked s-1atkevy"><span class="name one-line s-1atkevy"> </span> <span class="rules s-1atkevy"></span></li>`);
var root_7$4 = from_html(`<h4 class="s-1atkevy">Blocked</h4> <ol aria-label="Blocked technicians"></ol>`, 1);
var root_8$4 = from_html(`<ol aria-label="Technicians, best first"><!> <!></ol> <!>`, 1);
function WhyTab($$anchor, $$props) {
	push($$props, true);
	/** Changes when the board does: the verdicts are read again behind the old ones. */
	const id = user_derived(() => $$props.visit.id);
	const ranking = user_derived(() => {
		const of = get(id);
		return new Loaded(() => technicianRanking(of));
	});
	user_effect(() => {
		$$props.stamp;
		get(ranking).refresh();
	});
	const groups = user_derived(() => {
		const all = get(ranking).value?.technicians ?? [];
		return {
			open: all.filter((one) => one.verdict !== "blocked"),
			blocked: all.filter((one) => one.verdict === "blocked")
		};
	});
	const mayAssign = user_derived(() => session.may("edit_board") && canMove($$props.visit));
	var fragment = comment();
	var node = first_child(fragment);
	var consequent = ($$anchor) => {
		ProblemNote($$anchor, {
			get problem() {
				return get(ranking).state.problem;
			},
			retry: () => get(ranking).load()
		});
	};
	var consequent_1 = ($$anchor) => {
		var div = root$10();
		each(div, 20, () => ({ length: 7 }), index, ($$anchor, _) => {
			Skeleton($$anchor, { height: "32px" });
		});
		reset(div);
		append($$anchor, div);
	};
	var alternate_1 = ($$anchor) => {
		var fragment_3 = root_8$4();
		var ol = first_child(fragment_3);
		var node_1 = child(ol);
		each(node_1, 17, () => get(groups).open, (one) => one.technician_id, ($$anchor, one) => {
			var li = root_3$7();
			let classes;
			var span = child(li);
			var text$4 = only_child(span, true);
			var node_2 = sibling(span, 2);
			var consequent_2 = ($$anchor) => {
				var span_1 = root_1$9();
				var node_3 = child(span_1);
				Icon(node_3, {
					name: "check",
					size: 14
				});
				var text_1 = sibling(node_3);
				reset(span_1);
				template_effect(($0) => set_text(text_1, ` has it${$0 ?? ""}`), [() => $$props.visit.start && $$props.visit.state !== "unassigned" ? `, ${company.times.time($$props.visit.start)}` : ""]);
				append($$anchor, span_1);
			};
			var alternate = ($$anchor) => {
				var fragment_4 = root_2$9();
				var span_2 = first_child(fragment_4);
				var span_3 = child(span_2);
				var text_2 = only_child(span_3, true);
				var span_4 = sibling(span_3, 2);
				var text_3 = only_child(span_4, true);
				var span_5 = sibling(span_4, 2);
				var text_4 = only_child(span_5, true);
				reset(span_2);
				var node_4 = sibling(span_2, 2);
				{
					let $0 = user_derived(() => !get(mayAssign) || !get(one).start);
					Button(node_4, {
						small: true,
						get disabled() {
							return get($0);
						},
						get label() {
							return `Assign ${get(one).name ?? ""}`;
						},
						onclick: () => $$props.onassign(get(one)),
						children: ($$anchor, $$slotProps) => {
							next();
							var text_5 = text("Assign");
							append($$anchor, text_5);
						},
						$$slots: { default: true }
					});
				}
				template_effect(($0, $1, $2) => {
					set_text(text_2, $0);
					set_text(text_3, $1);
					set_text(text_4, $2);
				}, [
					() => get(one).start ? company.times.time(get(one).start) : "",
					() => get(one).drive_minutes === null || get(one).drive_minutes === void 0 ? "" : minutesDelta(get(one).drive_minutes),
					() => get(one).behind_cents ? `${dollars(get(one).behind_cents)} behind` : "best"
				]);
				append($$anchor, fragment_4);
			};
			if_block(node_2, ($$render) => {
				if (get(one).verdict === "has_it") $$render(consequent_2);
				else $$render(alternate, -1);
			});
			reset(li);
			template_effect(() => {
				classes = set_class(li, 1, "s-1atkevy", null, classes, { has: get(one).verdict === "has_it" });
				set_text(text$4, get(one).name);
			});
			append($$anchor, li);
		});
		var node_5 = sibling(node_1, 2);
		var consequent_3 = ($$anchor) => {
			var li_1 = root_4$6();
			append($$anchor, li_1);
		};
		if_block(node_5, ($$render) => {
			if (get(groups).open.length === 0) $$render(consequent_3);
		});
		reset(ol);
		var node_6 = sibling(ol, 2);
		var consequent_4 = ($$anchor) => {
			var fragment_5 = root_7$4();
			var ol_1 = sibling(first_child(fragment_5), 2);
			each(ol_1, 21, () => get(groups).blocked, (one) => one.technician_id, ($$anchor, one) => {
				var li_2 = root_6$5();
				var span_6 = child(li_2);
				var text_6 = only_child(span_6, true);
				var span_7 = sibling(span_6, 2);
				each(span_7, 21, () => get(one).refusals, index, ($$anchor, refusal) => {
					var span_8 = root_5$5();
					var text_7 = only_child(span_8, true);
					template_effect(($0) => set_text(text_7, $0), [() => sentence(get(refusal).words)]);
					append($$anchor, span_8);
				});
				reset(span_7);
				reset(li_2);
				template_effect(() => set_text(text_6, get(one).name));
				append($$anchor, li_2);
			});
			reset(ol_1);
			append($$anchor, fragment_5);
		};
		if_block(node_6, ($$render) => {
			if (get(groups).blocked.length > 0) $$render(consequent_4);
		});
		append($$anchor, fragment_3);
	};
	if_block(node, ($$render) => {
		if (get(ranking).state.is === "failed") $$render(consequent);
		else if (get(ranking).state.is === "loading") $$render(consequent_1, 1);
		else $$render(alternate_1, -1);
	});
	append($$anchor, fragment);
	pop();
}
// src/board/Flyout.svelte
var root$9 = from_html(`<span class="state alerting s-aqrdd7"><!> </span>`);
var root_1$8 = from_html(`<a class="num s-aqrdd7"><!> </a>`);
var root_2$8 = from_html(`<span class="opener s-aqrdd7"><!> Lock <!></span>`);
var root_3$6 = from_html(`<span class="opener s-aqrdd7"><!> Off hold <!></span>`);
var root_4$5 = from_html(`<span class="opener s-aqrdd7"><!></span>`);
var root_5$4 = from_html(`<div class="acts s-aqrdd7"><!> <!> <!> <!> <!></div>`);
var root_6$4 = from_html(`<dt class="s-aqrdd7">Planned</dt> <dd class="num"> </dd>`, 1);
var root_7$3 = from_html(`<dt class="s-aqrdd7">Access</dt><dd> </dd>`, 1);
var root_8$3 = from_html(`<dt class="s-aqrdd7"> </dt><dd> </dd>`, 1);
var root_9$1 = from_html(`, <a>from this request</a>`, 1);
var root_10$1 = from_html(`<dt class="s-aqrdd7">Booked</dt> <dd class="num"> <!></dd>`, 1);
var root_11$1 = from_html(`<!> <dl class="s-aqrdd7"><dt class="s-aqrdd7">Problem</dt> <dd> </dd> <dt class="s-aqrdd7">Window</dt> <dd class="num"> <span class="quiet"> </span></dd> <!> <dt class="s-aqrdd7">On site</dt> <dd class="num"> </dd> <dt class="s-aqrdd7">Value</dt> <dd class="num"> <span class="quiet"> </span></dd> <dt class="s-aqrdd7">Address</dt> <dd> </dd> <!> <dt class="s-aqrdd7">Planner</dt> <dd> </dd> <!> <!></dl> <!> <p class="unseen"> </p>`, 1);
var root_12$1 = from_html(`<aside class="s-aqrdd7"><header class="s-aqrdd7"><div class="line s-aqrdd7"><span><!> </span> <!> <span class="grow s-aqrdd7"></span> <!></div> <h2 class="s-aqrdd7"><span class="num"> </span> </h2> <p class="customer s-aqrdd7"><span> </span> <!></p></header> <div class="body scroll s-aqrdd7"><!> <div class="tabs s-aqrdd7"><!></div> <div class="pane s-aqrdd7" role="tabpanel"><!></div></div></aside> <!>`, 1);
function Flyout($$anchor, $$props) {
	push($$props, true);
	/** As the board has it: newer than the detail while a change is under way. */
	let tab = prop($$props, "tab", 15);
	let moving = state(false);
	const look = user_derived(() => lookOf($$props.visit));
	const known = user_derived(() => $$props.detail.is === "ready" && $$props.detail.value.visit.id === $$props.visit.id ? $$props.detail.value : null);
	const mayEdit = user_derived(() => session.may("edit_board"));
	const steps = user_derived(() => onSchedule($$props.visit) ? stepsFrom($$props.visit.state) : []);
	const isOpen = user_derived(() => [
		"assigned",
		"unassigned",
		"dispatched"
	].includes($$props.visit.state));
	const technician = user_derived(() => $$props.visit.technician_id ? $$props.acts.name($$props.visit.technician_id) : void 0);
	function assign(to) {
		if (to.start) $$props.acts.assign($$props.visit, to.technician_id, to.start, null);
	}
	/** Windows that can be promised when a visit comes off hold: the old one, then two hours each from the next full hour. */
	const windows = user_derived(() => {
		const next = Math.ceil((company.clock.now + 1) / (60 * MINUTE)) * 60 * MINUTE;
		const ahead = [
			0,
			2,
			4,
			24,
			26,
			28
		].map((hours) => {
			const start = next + hours * 60 * MINUTE;
			return {
				start: new Date(start).toISOString(),
				end: new Date(start + 120 * MINUTE).toISOString()
			};
		});
		return Date.parse($$props.visit.window.end) > company.clock.now ? [$$props.visit.window, ...ahead] : ahead;
	});
	var fragment = root_12$1();
	var aside = first_child(fragment);
	var header = child(aside);
	var div = child(header);
	var span = child(div);
	var node = child(span);
	Glyph(node, { get look() {
		return get(look);
	} });
	var text$3 = sibling(node);
	reset(span);
	var node_1 = sibling(span, 2);
	each(node_1, 16, () => $$props.visit.alerts, (alert) => alert, ($$anchor, alert) => {
		var span_1 = root$9();
		var node_2 = child(span_1);
		Icon(node_2, {
			name: "alert",
			size: 12
		});
		var text_1 = sibling(node_2);
		reset(span_1);
		template_effect(($0) => set_text(text_1, ` ${$0 ?? ""}`), [() => alertWords(alert)]);
		append($$anchor, span_1);
	});
	var node_3 = sibling(node_1, 4);
	Button(node_3, {
		small: true,
		tone: "plain",
		icon: "close",
		label: "Close (Esc)",
		get onclick() {
			return $$props.onclose;
		}
	});
	reset(div);
	var h2 = sibling(div, 2);
	var span_2 = child(h2);
	var text_2 = only_child(span_2, true);
	var text_3 = sibling(span_2);
	reset(h2);
	var p = sibling(h2, 2);
	var span_3 = child(p);
	var text_4 = only_child(span_3, true);
	var node_4 = sibling(span_3, 2);
	var consequent = ($$anchor) => {
		var a = root_1$8();
		var node_5 = child(a);
		Icon(node_5, {
			name: "phone",
			size: 14
		});
		var text_5 = sibling(node_5);
		reset(a);
		template_effect(($0, $1) => {
			set_attribute(a, "href", `tel:${$0 ?? ""}`);
			set_text(text_5, ` ${$1 ?? ""}`);
		}, [() => get(known).phone.replace(/[^+\d]/g, ""), () => phoneNumber(get(known).phone)]);
		append($$anchor, a);
	};
	if_block(node_4, ($$render) => {
		if (get(known)?.phone) $$render(consequent);
	});
	reset(p);
	reset(header);
	var div_1 = sibling(header, 2);
	var node_6 = child(div_1);
	{
		let $0 = user_derived(() => get(mayEdit) ? () => set(moving, true) : void 0);
		SuggestBlock(node_6, {
			get suggesting() {
				return $$props.suggesting;
			},
			get onaccept() {
				return $$props.onaccept;
			},
			get reference() {
				return $$props.visit.reference;
			},
			get onundo() {
				return $$props.onundo;
			},
			get onoffer() {
				return get($0);
			}
		});
	}
	var div_2 = sibling(node_6, 2);
	var node_7 = child(div_2);
	Tabs(node_7, {
		get label() {
			return `About ${$$props.visit.reference ?? ""}`;
		},
		tabs: [
			{
				value: "details",
				words: "Details"
			},
			{
				value: "why",
				words: "Why?"
			},
			{
				value: "history",
				words: "History"
			}
		],
		get value() {
			return tab();
		},
		set value($$value) {
			tab($$value);
		}
	});
	reset(div_2);
	var div_3 = sibling(div_2, 2);
	var node_8 = child(div_3);
	var consequent_1 = ($$anchor) => {
		WhyTab($$anchor, {
			get visit() {
				return $$props.visit;
			},
			get stamp() {
				return $$props.stamp;
			},
			onassign: assign
		});
	};
	var consequent_4 = ($$anchor) => {
		var fragment_2 = comment();
		var node_9 = first_child(fragment_2);
		var consequent_2 = ($$anchor) => {
			Timeline$1($$anchor, { get entries() {
				return get(known).timeline;
			} });
		};
		var consequent_3 = ($$anchor) => {
			ProblemNote($$anchor, {
				get problem() {
					return $$props.detail.problem;
				},
				get retry() {
					return $$props.onretry;
				}
			});
		};
		var alternate = ($$anchor) => {
			Skeleton($$anchor, { height: "120px" });
		};
		if_block(node_9, ($$render) => {
			if (get(known)) $$render(consequent_2);
			else if ($$props.detail.is === "failed") $$render(consequent_3, 1);
			else $$render(alternate, -1);
		});
		append($$anchor, fragment_2);
	};
	var alternate_1 = ($$anchor) => {
		var fragment_6 = root_11$1();
		var node_10 = first_child(fragment_6);
		var consequent_10 = ($$anchor) => {
			var div_4 = root_5$4();
			var node_11 = child(div_4);
			each(node_11, 19, () => get(steps), ({ step, words: say }) => step, ($$anchor, $$item, at) => {
				let step = () => get($$item).step;
				let say = () => get($$item).words;
				{
					let $0 = user_derived(() => get(at) === 0 ? "normal" : "plain");
					Button($$anchor, {
						small: true,
						get tone() {
							return get($0);
						},
						onclick: () => $$props.acts.advance($$props.visit, step(), say()),
						children: ($$anchor, $$slotProps) => {
							next();
							var text_6 = text();
							template_effect(() => set_text(text_6, say()));
							append($$anchor, text_6);
						},
						$$slots: { default: true }
					});
				}
			});
			var node_12 = sibling(node_11, 2);
			var consequent_5 = ($$anchor) => {
				Button($$anchor, {
					small: true,
					icon: "users",
					keys: "w",
					onclick: () => tab("why"),
					children: ($$anchor, $$slotProps) => {
						next();
						var text_7 = text("Assign by hand");
						append($$anchor, text_7);
					},
					$$slots: { default: true }
				});
			};
			if_block(node_12, ($$render) => {
				if ($$props.visit.state === "unassigned") $$render(consequent_5);
			});
			var node_13 = sibling(node_12, 2);
			var consequent_6 = ($$anchor) => {
				Button($$anchor, {
					small: true,
					icon: "unlock",
					keys: "l",
					onclick: () => $$props.acts.toggleLock($$props.visit),
					children: ($$anchor, $$slotProps) => {
						next();
						var text_8 = text("Unlock");
						append($$anchor, text_8);
					},
					$$slots: { default: true }
				});
			};
			var consequent_7 = ($$anchor) => {
				Menu($$anchor, {
					label: "Lock (L locks both)",
					items: [
						{
							words: "Technician and start",
							keys: "l",
							run: () => $$props.acts.lock($$props.visit, "technician_and_start")
						},
						{
							words: "Technician only",
							run: () => $$props.acts.lock($$props.visit, "technician")
						},
						{
							words: "Start only",
							run: () => $$props.acts.lock($$props.visit, "start")
						}
					],
					children: ($$anchor, $$slotProps) => {
						var span_4 = root_2$8();
						var node_14 = child(span_4);
						Icon(node_14, {
							name: "lock",
							size: 14
						});
						var node_15 = sibling(node_14, 2);
						Icon(node_15, {
							name: "down",
							size: 12
						});
						reset(span_4);
						append($$anchor, span_4);
					},
					$$slots: { default: true }
				});
			};
			if_block(node_13, ($$render) => {
				if ($$props.visit.lock) $$render(consequent_6);
				else if (get(isOpen) && $$props.visit.state !== "unassigned") $$render(consequent_7, 1);
			});
			var node_16 = sibling(node_13, 2);
			var consequent_8 = ($$anchor) => {
				{
					let $0 = user_derived(() => get(windows).map((one) => ({
						words: company.times.window(one.start, one.end),
						run: () => $$props.acts.resume($$props.visit, one)
					})));
					Menu($$anchor, {
						label: "Promise a window and take it off hold",
						get items() {
							return get($0);
						},
						children: ($$anchor, $$slotProps) => {
							var span_5 = root_3$6();
							var node_17 = child(span_5);
							Icon(node_17, {
								name: "play",
								size: 14
							});
							var node_18 = sibling(node_17, 2);
							Icon(node_18, {
								name: "down",
								size: 12
							});
							reset(span_5);
							append($$anchor, span_5);
						},
						$$slots: { default: true }
					});
				}
			};
			if_block(node_16, ($$render) => {
				if ($$props.visit.state === "on_hold") $$render(consequent_8);
			});
			var node_19 = sibling(node_16, 2);
			var consequent_9 = ($$anchor) => {
				{
					let $0 = user_derived(() => [
						{
							words: "Offer another window…",
							icon: "calendar",
							run: () => set(moving, true)
						},
						{
							words: "Back to the tray…",
							icon: "undo",
							disabled: $$props.visit.state !== "assigned",
							run: () => $$props.acts.unassign($$props.visit)
						},
						{
							words: "Put on hold…",
							icon: "pause",
							disabled: $$props.visit.state === "on_hold",
							run: () => $$props.acts.hold($$props.visit)
						},
						{
							words: "Cancel…",
							icon: "close",
							alert: true,
							apart: true,
							run: () => $$props.acts.cancel($$props.visit)
						}
					]);
					Menu($$anchor, {
						label: "More",
						align: "right",
						get items() {
							return get($0);
						},
						children: ($$anchor, $$slotProps) => {
							var span_6 = root_4$5();
							var node_20 = child(span_6);
							Icon(node_20, {
								name: "more",
								size: 14,
								label: "More"
							});
							reset(span_6);
							append($$anchor, span_6);
						},
						$$slots: { default: true }
					});
				}
			};
			if_block(node_19, ($$render) => {
				if (get(isOpen) || $$props.visit.state === "on_hold") $$render(consequent_9);
			});
			reset(div_4);
			append($$anchor, div_4);
		};
		if_block(node_10, ($$render) => {
			if (get(mayEdit)) $$render(consequent_10);
		});
		var dl = sibling(node_10, 2);
		var dd = sibling(child(dl), 2);
		var text_9 = only_child(dd, true);
		var dd_1 = sibling(dd, 4);
		var text_10 = child(dd_1);
		var span_7 = sibling(text_10);
		var text_11 = only_child(span_7, true);
		reset(dd_1);
		var node_21 = sibling(dd_1, 2);
		var consequent_11 = ($$anchor) => {
			var fragment_14 = root_6$4();
			var dd_2 = sibling(first_child(fragment_14), 2);
			var text_12 = only_child(dd_2);
			template_effect(($0, $1) => set_text(text_12, `${get(technician) ?? "—" ?? ""}, ${$0 ?? ""}–${$1 ?? ""}`), [() => company.times.time($$props.visit.start), () => company.times.time(endOf($$props.visit))]);
			append($$anchor, fragment_14);
		};
		var d = user_derived(() => onSchedule($$props.visit) && $$props.visit.start);
		if_block(node_21, ($$render) => {
			if (get(d)) $$render(consequent_11);
		});
		var dd_3 = sibling(node_21, 4);
		var text_13 = only_child(dd_3);
		var dd_4 = sibling(dd_3, 4);
		var text_14 = child(dd_4);
		var span_8 = sibling(text_14);
		var text_15 = only_child(span_8, true);
		reset(dd_4);
		var dd_5 = sibling(dd_4, 4);
		var text_16 = only_child(dd_5);
		var node_22 = sibling(dd_5, 2);
		var consequent_12 = ($$anchor) => {
			var fragment_15 = root_7$3();
			var dd_6 = sibling(first_child(fragment_15));
			var text_17 = only_child(dd_6, true);
			template_effect(() => set_text(text_17, get(known).access));
			append($$anchor, fragment_15);
		};
		if_block(node_22, ($$render) => {
			if (get(known)?.access) $$render(consequent_12);
		});
		var dd_7 = sibling(node_22, 4);
		var text_18 = only_child(dd_7);
		var node_23 = sibling(dd_7, 2);
		var consequent_13 = ($$anchor) => {
			var fragment_16 = root_8$3();
			var dt = first_child(fragment_16);
			var text_19 = only_child(dt, true);
			var dd_8 = sibling(dt);
			var text_20 = only_child(dd_8, true);
			template_effect(() => {
				set_text(text_19, get(look) === "hold" ? "On hold" : get(look) === "canceled" ? "Canceled" : "Note");
				set_text(text_20, $$props.visit.note);
			});
			append($$anchor, fragment_16);
		};
		if_block(node_23, ($$render) => {
			if ($$props.visit.note) $$render(consequent_13);
		});
		var node_24 = sibling(node_23, 2);
		var consequent_15 = ($$anchor) => {
			var fragment_17 = root_10$1();
			var dd_9 = sibling(first_child(fragment_17), 2);
			var text_21 = child(dd_9, true);
			var node_25 = sibling(text_21);
			var consequent_14 = ($$anchor) => {
				var fragment_18 = root_9$1();
				var a_1 = sibling(first_child(fragment_18));
				template_effect(() => set_attribute(a_1, "href", `/inbox/${get(known).lead_id ?? ""}`));
				append($$anchor, fragment_18);
			};
			if_block(node_25, ($$render) => {
				if (get(known).lead_id) $$render(consequent_14);
			});
			reset(dd_9);
			template_effect(($0) => set_text(text_21, $0), [() => company.times.when(get(known).booked, company.clock.now)]);
			append($$anchor, fragment_17);
		};
		if_block(node_24, ($$render) => {
			if (get(known)) $$render(consequent_15);
		});
		reset(dl);
		var node_26 = sibling(dl, 2);
		var consequent_16 = ($$anchor) => {
			ProblemNote($$anchor, {
				get problem() {
					return $$props.detail.problem;
				},
				get retry() {
					return $$props.onretry;
				}
			});
		};
		if_block(node_26, ($$render) => {
			if ($$props.detail.is === "failed") $$render(consequent_16);
		});
		var p_1 = sibling(node_26, 2);
		var text_22 = only_child(p_1, true);
		template_effect(($0, $1, $2, $3) => {
			set_text(text_9, $$props.visit.summary);
			set_text(text_10, `${$0 ?? ""} `);
			set_text(text_11, $$props.visit.told ? "customer told" : "customer not told");
			set_text(text_13, `${$1 ?? ""}${$$props.visit.drive_minutes ? `, ${$$props.visit.drive_minutes} min drive before` : ""}`);
			set_text(text_14, `${$2 ?? ""} `);
			set_text(text_15, $$props.visit.urgency);
			set_text(text_16, `${$$props.visit.address ?? ""}${$$props.visit.zone ? `, ${$$props.visit.zone}` : ""}`);
			set_text(text_18, `${$3 ?? ""}${$$props.visit.lock ? ` (${LOCK_WORDS[$$props.visit.lock] ?? "locked"})` : ""}`);
			set_text(text_22, LOOK_NAMES[get(look)]);
		}, [
			() => company.times.window($$props.visit.window.start, $$props.visit.window.end),
			() => length($$props.visit.duration_minutes),
			() => dollars($$props.visit.value_cents),
			() => $$props.visit.planned ? "May move it" : sentence($$props.visit.kept_because ?? "leaves it where it is")
		]);
		append($$anchor, fragment_6);
	};
	if_block(node_8, ($$render) => {
		if (tab() === "why") $$render(consequent_1);
		else if (tab() === "history") $$render(consequent_4, 1);
		else $$render(alternate_1, -1);
	});
	reset(div_3);
	reset(div_1);
	reset(aside);
	var node_27 = sibling(aside, 2);
	WindowDialog(node_27, {
		get visit() {
			return $$props.visit;
		},
		get open() {
			return get(moving);
		},
		set open($$value) {
			set(moving, $$value, true);
		}
	});
	template_effect(($0, $1) => {
		set_attribute(aside, "aria-label", `${$$props.visit.reference ?? ""}, ${$$props.visit.job_type ?? ""}`);
		set_class(span, 1, `state ${get(look) ?? ""}`, "s-aqrdd7");
		set_text(text$3, ` ${$0 ?? ""}`);
		set_text(text_2, $$props.visit.reference);
		set_text(text_3, ` ${$$props.visit.job_type ?? ""}`);
		set_text(text_4, $$props.visit.customer);
		set_attribute(div_3, "aria-label", $1);
	}, [() => words(get(look)), () => words(tab())]);
	append($$anchor, fragment);
	pop();
}
// src/board/change.ts
var AFTER_STEP = {
	dispatch: "dispatched",
	cancel_dispatch: "assigned",
	arrive: "working",
	pause: "paused",
	continue: "working",
	finish: "done"
};
/** The board with `moves` made, as far as they can be foreseen: drives, loads and alerts follow with the server's answer. */
function foresee(board, moves) {
	let next = board;
	for (const move of moves) if (move.move === "shift_event") {
		const events = next.events.map((event) => event.id === move.event_id ? {
			...event,
			start: move.start,
			end: later(move.start, Date.parse(event.end) - Date.parse(event.start))
		} : event);
		next = {
			...next,
			events
		};
	} else {
		const visits = next.visits.map((visit) => visit.id === move.appointment_id ? {
			...visit,
			...after(visit, move)
		} : visit);
		next = {
			...next,
			visits
		};
	}
	return next;
}
function after(visit, move) {
	switch (move.move) {
		case "assign": return {
			state: visit.state === "unassigned" ? "assigned" : visit.state,
			technician_id: move.technician_id,
			start: move.start,
			end: later(move.start, visit.duration_minutes * MINUTE),
			drive_minutes: null
		};
		case "unassign": return {
			state: "unassigned",
			lock: null,
			drive_minutes: null
		};
		case "lock": return { lock: move.kind };
		case "unlock": return { lock: null };
		case "advance": return { state: AFTER_STEP[move.step] ?? visit.state };
		case "hold": return {
			state: "on_hold",
			note: move.reason
		};
		case "cancel": return {
			state: "canceled",
			note: move.reason
		};
		case "resume": return {
			state: "unassigned",
			window: move.window,
			note: null
		};
		case "reopen": return {
			state: "unassigned",
			note: null
		};
	}
}
function later(instant, by) {
	return new Date(Date.parse(instant) + by).toISOString();
}
/** The board with the visits that the server sent back in place of its own. */
function withVisits(board, visits) {
	if (visits.length === 0) return board;
	const fresh = new Map(visits.map((visit) => [visit.id, visit]));
	return {
		...board,
		visits: board.visits.map((visit) => fresh.get(visit.id) ?? visit)
	};
}
/**
* The fresh board, with the old object for everything that is equal, so that only what changed is drawn again;
* and the ids of visits that moved, came or changed their state, to show where somebody else was at work.
*/
function reconcile(old, fresh) {
	const before = new Map(old.visits.map((visit) => [visit.id, visit]));
	const moved = /* @__PURE__ */ new Set();
	const visits = fresh.visits.map((visit) => {
		const known = before.get(visit.id);
		if (known && same(known, visit)) return known;
		if (!known || [
			"technician_id",
			"start",
			"state",
			"lock"
		].some((field) => differs(known, visit, field))) moved.add(visit.id);
		return visit;
	});
	const technicians = kept(old.technicians, fresh.technicians);
	return {
		board: {
			...fresh,
			visits,
			technicians,
			events: kept(old.events, fresh.events),
			reservations: kept(old.reservations, fresh.reservations)
		},
		moved
	};
}
function kept(old, fresh) {
	const before = new Map(old.map((one) => [one.id, one]));
	return fresh.map((one) => {
		const known = before.get(one.id);
		return known && same(known, one) ? known : one;
	});
}
function same(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
function differs(a, b, field) {
	return (a[field] ?? null) !== (b[field] ?? null);
}
// src/board/open-board.svelte.ts
var FLASH = 2500;
var SETTLE = 200;
var STANDING = 2e3;
var FIRST = 600;
var EMPTY = {
	units: /* @__PURE__ */ new Set(),
	zones: /* @__PURE__ */ new Set()
};
var OpenBoard = class {
	/** As the server has it; nothing until the first answer. */
	#known = state(null);
	/** Sets of moves that the server has not answered yet. */
	#pending = state([]);
	#problem = state(null);
	get problem() {
		return get(this.#problem);
	}
	set problem(value) {
		set(this.#problem, value);
	}
	#filter = state(EMPTY);
	get filter() {
		return get(this.#filter);
	}
	set filter(value) {
		set(this.#filter, value);
	}
	#selected = state(null);
	get selected() {
		return get(this.#selected);
	}
	set selected(value) {
		set(this.#selected, value, true);
	}
	#flashing = state(/* @__PURE__ */ new Set());
	get flashing() {
		return get(this.#flashing);
	}
	set flashing(value) {
		set(this.#flashing, value);
	}
	#proposal = state([]);
	get proposal() {
		return get(this.#proposal);
	}
	set proposal(value) {
		set(this.#proposal, value);
	}
	#standing = state(null);
	get standing() {
		return get(this.#standing);
	}
	set standing(value) {
		set(this.#standing, value);
	}
	#hinted = state(null);
	get hinted() {
		return get(this.#hinted);
	}
	set hinted(value) {
		set(this.#hinted, value, true);
	}
	#said = state("");
	get said() {
		return get(this.#said);
	}
	set said(value) {
		set(this.#said, value, true);
	}
	#board = user_derived(() => get(this.#known) && get(this.#pending).reduce(foresee, get(this.#known)));
	get board() {
		return get(this.#board);
	}
	set board(value) {
		set(this.#board, value);
	}
	#rows = user_derived(() => this.board ? rowsOf(this.board, this.filter) : []);
	get rows() {
		return get(this.#rows);
	}
	set rows(value) {
		set(this.#rows, value);
	}
	#visits = user_derived(() => new Map(this.board?.visits.map((visit) => [visit.id, visit])));
	get visits() {
		return get(this.#visits);
	}
	set visits(value) {
		set(this.#visits, value);
	}
	#date = null;
	#reading = null;
	#settle;
	#fade;
	#ready;
	#asked = -Infinity;
	async open(date) {
		if (get(this.#known) && date !== this.#date && date !== get(this.#known).date) {
			set(this.#known, null);
			this.proposal = [];
			this.standing = null;
		}
		this.#date = date;
		this.problem = null;
		await this.read();
	}
	/** Reads the date again. What somebody else moved is marked for a moment. */
	async read() {
		if (this.#reading !== null && this.#reading.date === this.#date) {
			this.#reading.again = true;
			return;
		}
		this.#reading?.stop.abort();
		const reading = {
			date: this.#date,
			again: false,
			stop: new AbortController()
		};
		this.#reading = reading;
		const answer = await board(reading.date, reading.stop.signal);
		if (reading.stop.signal.aborted) return;
		this.#reading = null;
		if (answer.ok) {
			this.problem = null;
			this.#take(answer.value);
			this.#askStanding(answer.value.date);
		} else if (!get(this.#known)) this.problem = answer.problem;
		if (reading.again) this.stir();
	}
	#take(fresh) {
		const old = get(this.#known);
		if (old && old.date === fresh.date) {
			if (fresh.position < old.position) return this.stir();
			const { board, moved } = reconcile(old, fresh);
			set(this.#known, board);
			if (moved.size > 0) this.#flash(moved);
		} else set(this.#known, fresh);
		if (fresh.position < live.since) this.stir();
		if (this.selected !== null && !this.visits.has(this.selected)) this.selected = null;
	}
	/** Asks what stands ready, now or when the last asking is long enough ago. */
	#askStanding(date) {
		clearTimeout(this.#ready);
		const wait = Math.max(0, this.#asked + STANDING - performance.now());
		this.#ready = setTimeout(() => void this.#readStanding(date), this.standing === null ? FIRST : wait);
	}
	async #readStanding(date) {
		this.#asked = performance.now();
		const answer = await standing(date);
		if (answer.ok && get(this.#known)?.date === date) this.standing = answer.value;
	}
	/** Something on the server changed: reads again once it has settled. */
	stir() {
		clearTimeout(this.#settle);
		this.#settle = setTimeout(() => void this.read(), SETTLE);
	}
	close() {
		clearTimeout(this.#settle);
		clearTimeout(this.#fade);
		clearTimeout(this.#ready);
		this.#reading?.stop.abort();
		this.#reading = null;
	}
	#flash(moved) {
		clearTimeout(this.#fade);
		this.flashing = moved;
		this.#fade = setTimeout(() => this.flashing = /* @__PURE__ */ new Set(), FLASH);
	}
	/** Makes moves: drawn at once, taken back when the server refuses. */
	async make(moves, reason = null) {
		set(this.#pending, [...get(this.#pending), moves]);
		const answer = await makeMoves(reason === null ? { moves } : {
			moves,
			override_reason: reason
		});
		this.#settled(moves, answer);
		return answer;
	}
	/** Takes back the change at a journal position. */
	async undo(position) {
		const answer = await undo(position);
		if (answer.ok) this.#merge(answer.value);
		return answer;
	}
	#settled(moves, answer) {
		if (answer.ok) this.#merge(answer.value);
		set(this.#pending, get(this.#pending).filter((one) => one !== moves));
	}
	#merge(result) {
		if (get(this.#known)) set(this.#known, {
			...withVisits(get(this.#known), result.visits),
			position: Math.max(get(this.#known).position, result.position)
		});
		this.stir();
	}
};
// src/board/tray.ts
var TABS = [
	"unassigned",
	"alerts",
	"hold",
	"unconfirmed",
	"canceled"
];
var TAB_NAMES = {
	unassigned: "Unassigned",
	alerts: "Alerts",
	hold: "Hold",
	unconfirmed: "Unconfirmed",
	canceled: "Canceled"
};
/** A visit may lie in more than one tab: a late, unconfirmed visit is in two. */
function isIn(tab, visit) {
	switch (tab) {
		case "unassigned": return visit.state === "unassigned";
		case "alerts": return visit.alerts.length > 0;
		case "hold": return visit.state === "on_hold";
		case "unconfirmed": return visit.state === "assigned" && !visit.told;
		case "canceled": return visit.state === "canceled";
	}
}
/** What needs a person first, then what is promised soonest, then what brings most. */
var FIRST_ORDER = {
	column: "alert",
	down: true
};
var URGENCY = {
	emergency: 3,
	urgent: 2,
	routine: 1
};
function urgencyRank(visit) {
	return URGENCY[visit.urgency] ?? 0;
}
var collator = new Intl.Collator("en", { numeric: true });
var COMPARE = {
	alert: (a, b) => a.alerts.length - b.alerts.length || urgencyRank(a) - urgencyRank(b),
	reference: (a, b) => collator.compare(a.reference, b.reference),
	what: (a, b) => collator.compare(a.job_type, b.job_type),
	place: (a, b) => collator.compare(a.zip, b.zip) || collator.compare(a.zone ?? "", b.zone ?? ""),
	window: (a, b) => Date.parse(a.window.start) - Date.parse(b.window.start) || Date.parse(a.window.end) - Date.parse(b.window.end),
	value: (a, b) => a.value_cents - b.value_cents,
	need: (a, b) => collator.compare(a.trade, b.trade)
};
/** Words are looked for in everything a dispatcher may have heard on the phone; all of them must be there. */
function matches(visit, words) {
	const text = [
		visit.reference,
		visit.job_type,
		visit.customer,
		visit.address,
		visit.zip,
		visit.zone ?? "",
		visit.summary,
		visit.trade,
		visit.note ?? ""
	].join(" ").toLowerCase();
	return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
function linesOf(visits, tab, words, order) {
	const compare = COMPARE[order.column];
	const sign = order.down ? -1 : 1;
	return visits.filter((visit) => isIn(tab, visit) && matches(visit, words.trim())).sort((a, b) => sign * compare(a, b) || COMPARE.window(a, b) || b.value_cents - a.value_cents || COMPARE.reference(a, b));
}
function counts(visits) {
	const sums = {
		unassigned: 0,
		alerts: 0,
		hold: 0,
		unconfirmed: 0,
		canceled: 0
	};
	for (const visit of visits) for (const tab of TABS) if (isIn(tab, visit)) sums[tab] += 1;
	return sums;
}
// src/board/PhoneBoard.svelte
var root$8 = from_html(`<span class="alert-text"><!></span>`);
var root_1$7 = from_html(`<button type="button"><span class="time num s-tp0tx3"> </span> <span class="chip s-tp0tx3"><!></span> <span class="words s-tp0tx3"><span class="one-line"><b class="num s-tp0tx3"> </b> </span> <span class="one-line quiet"> </span></span> <span class="unseen"> </span> <!></button>`);
var root_2$7 = from_html(`<section><h2 class="s-tp0tx3">Unassigned <span class="num quiet s-tp0tx3"> </span></h2> <!></section>`);
var root_3$5 = from_html(`<p class="line other s-tp0tx3"><span class="time num s-tp0tx3"> </span> </p>`);
var root_4$4 = from_html(`<p class="line other s-tp0tx3">Nothing planned</p>`);
var root_5$3 = from_html(`<section><h2 class="s-tp0tx3"> <span class="num quiet s-tp0tx3"> </span></h2> <!></section>`);
var root_6$3 = from_html(`<div class="list scroll s-tp0tx3"><!> <!></div>`);
function PhoneBoard($$anchor, $$props) {
	push($$props, true);
	const line = ($$anchor, visit = noop, time = noop) => {
		const look = user_derived(() => lookOf(visit()));
		var button = root_1$7();
		var span = child(button);
		var text = only_child(span, true);
		var span_1 = sibling(span, 2);
		Glyph(child(span_1), { get look() {
			return get(look);
		} });
		reset(span_1);
		var span_2 = sibling(span_1, 2);
		var span_3 = child(span_2);
		var b = child(span_3);
		var text_1 = only_child(b, true);
		var text_2 = sibling(b);
		reset(span_3);
		var span_4 = sibling(span_3, 2);
		var text_3 = only_child(span_4);
		reset(span_2);
		var span_5 = sibling(span_2, 2);
		var text_4 = only_child(span_5, true);
		var node_1 = sibling(span_5, 2);
		var consequent = ($$anchor) => {
			var span_6 = root$8();
			var node_2 = child(span_6);
			{
				let $0 = user_derived(() => visit().alerts.map(alertWords).join(", "));
				Icon(node_2, {
					name: "alert",
					get label() {
						return get($0);
					}
				});
			}
			reset(span_6);
			append($$anchor, span_6);
		};
		var consequent_1 = ($$anchor) => {
			{
				let $0 = user_derived(() => LOCK_WORDS[visit().lock] ?? "locked");
				Icon($$anchor, {
					name: "lock",
					size: 14,
					get label() {
						return get($0);
					}
				});
			}
		};
		if_block(node_1, ($$render) => {
			if (visit().alerts.length > 0) $$render(consequent);
			else if (visit().lock) $$render(consequent_1, 1);
		});
		reset(button);
		template_effect(() => {
			set_class(button, 1, `line ${get(look) ?? ""}`, "s-tp0tx3");
			set_attribute(button, "data-visit", visit().id);
			set_text(text, time());
			set_text(text_1, visit().reference);
			set_text(text_2, ` ${visit().job_type ?? ""}`);
			set_text(text_3, `${visit().customer ?? ""}, ${visit().address ?? ""}`);
			set_text(text_4, LOOK_NAMES[get(look)]);
		});
		delegated("click", button, () => $$props.onopen(visit().id));
		append($$anchor, button);
	};
	const waiting = user_derived(() => linesOf($$props.board.visits, "unassigned", "", FIRST_ORDER));
	var div = root_6$3();
	var node_3 = child(div);
	var consequent_2 = ($$anchor) => {
		var section = root_2$7();
		var h2 = child(section);
		var span_7 = sibling(child(h2));
		var text_5 = only_child(span_7, true);
		reset(h2);
		var node_4 = sibling(h2, 2);
		each(node_4, 17, () => get(waiting), (visit) => visit.id, ($$anchor, visit) => {
			{
				let $0 = user_derived(() => company.times.span(get(visit).window.start, get(visit).window.end));
				line($$anchor, () => get(visit), () => get($0));
			}
		});
		reset(section);
		template_effect(() => set_text(text_5, get(waiting).length));
		append($$anchor, section);
	};
	if_block(node_3, ($$render) => {
		if (get(waiting).length > 0) $$render(consequent_2);
	});
	var node_5 = sibling(node_3, 2);
	each(node_5, 17, () => $$props.rows, (row) => row.technician.id, ($$anchor, row) => {
		const off = user_derived(() => get(row).shifts.find((shift) => shift.kind === "time_off"));
		var section_1 = root_5$3();
		var h2_1 = child(section_1);
		var text_6 = child(h2_1);
		var span_8 = sibling(text_6);
		var text_7 = only_child(span_8, true);
		reset(h2_1);
		var node_6 = sibling(h2_1, 2);
		each(node_6, 17, () => get(row).items, (item) => item.key, ($$anchor, item) => {
			var fragment_2 = comment();
			var node_7 = first_child(fragment_2);
			var consequent_3 = ($$anchor) => {
				{
					let $0 = user_derived(() => `${company.times.time(get(item).start)}–${company.times.time(endOf(get(item).visit))}`);
					line($$anchor, () => get(item).visit, () => get($0));
				}
			};
			var consequent_4 = ($$anchor) => {
				var p = root_3$5();
				var span_9 = child(p);
				var text_8 = only_child(span_9);
				var text_9 = sibling(span_9);
				reset(p);
				template_effect(($0, $1) => {
					set_text(text_8, `${$0 ?? ""}–${$1 ?? ""}`);
					set_text(text_9, ` ${get(item).event.title ?? ""}`);
				}, [() => company.times.time(get(item).start), () => company.times.time(get(item).end)]);
				append($$anchor, p);
			};
			if_block(node_7, ($$render) => {
				if (get(item).kind === "visit") $$render(consequent_3);
				else if (get(item).kind === "event") $$render(consequent_4, 1);
			});
			append($$anchor, fragment_2);
		}, ($$anchor) => {
			var p_1 = root_4$4();
			append($$anchor, p_1);
		});
		reset(section_1);
		template_effect(($0) => {
			set_text(text_6, `${get(row).technician.name ?? ""} `);
			set_text(text_7, $0);
		}, [() => get(off) ? `time off${get(off).reason ? `, ${get(off).reason}` : ""}` : `${Math.round(get(row).technician.load * 100)}%`]);
		append($$anchor, section_1);
	}, ($$anchor) => {
		EmptyState($$anchor, {
			icon: "users",
			title: "Nobody matches the filters"
		});
	});
	reset(div);
	append($$anchor, div);
	pop();
}
delegate(["click"]);
// src/board/ReasonDialog.svelte
var root$7 = from_html(`<li class="alert-text"> </li>`);
var root_1$6 = from_html(`<ul></ul>`);
var root_2$6 = from_html(`<!> <div class="usual s-cxcam7"></div> <!>`, 1);
function ReasonDialog($$anchor, $$props) {
	push($$props, true);
	let acts = prop($$props, "acts", 7);
	let reason = state("");
	let shown = state(false);
	const question = user_derived(() => acts().question);
	user_effect(() => {
		set(reason, "");
		set(shown, get(question) !== null);
	});
	user_effect(() => {
		if (!get(shown) && acts().question !== null) acts().question = null;
	});
	function answer(words) {
		const asked = acts().question;
		if (asked === null || words.trim() === "") return;
		set(shown, false);
		acts().question = null;
		asked.answer(words.trim());
	}
	{
		let $0 = user_derived(() => get(question)?.title ?? "");
		let $1 = user_derived(() => get(question)?.act ?? "");
		FormDialog($$anchor, {
			get title() {
				return get($0);
			},
			get act() {
				return get($1);
			},
			leave: "Leave it",
			save: () => {
				answer(get(reason));
				return true;
			},
			get open() {
				return get(shown);
			},
			set open($$value) {
				set(shown, $$value, true);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_1 = comment();
				var node = first_child(fragment_1);
				var consequent_1 = ($$anchor) => {
					var fragment_2 = root_2$6();
					var node_1 = first_child(fragment_2);
					var consequent = ($$anchor) => {
						var ul = root_1$6();
						each(ul, 21, () => get(question).because, index, ($$anchor, because) => {
							var li = root$7();
							var text = only_child(li, true);
							template_effect(() => set_text(text, get(because)));
							append($$anchor, li);
						});
						reset(ul);
						append($$anchor, ul);
					};
					if_block(node_1, ($$render) => {
						if (get(question).because.length > 0) $$render(consequent);
					});
					var div = sibling(node_1, 2);
					each(div, 20, () => get(question).usual, (usual) => usual, ($$anchor, usual) => {
						{
							let $0 = user_derived(() => get(reason) === usual);
							Button($$anchor, {
								small: true,
								onclick: () => set(reason, usual, true),
								get "aria-pressed"() {
									return get($0);
								},
								children: ($$anchor, $$slotProps) => {
									next();
									var text_1 = text();
									template_effect(() => set_text(text_1, usual));
									append($$anchor, text_1);
								},
								$$slots: { default: true }
							});
						}
					});
					reset(div);
					var node_2 = sibling(div, 2);
					Field(node_2, {
						label: "Reason",
						hint: "Kept in the history of the visit",
						autofocus: true,
						required: true,
						maxlength: 300,
						get value() {
							return get(reason);
						},
						set value($$value) {
							set(reason, $$value, true);
						}
					});
					append($$anchor, fragment_2);
				};
				if_block(node, ($$render) => {
					if (get(question)) $$render(consequent_1);
				});
				append($$anchor, fragment_1);
			},
			$$slots: { default: true }
		});
	}
	pop();
}
// src/board/Splitter.svelte
var root$6 = from_html(`<div role="separator" tabindex="0"></div>`);
function Splitter($$anchor, $$props) {
	push($$props, true);
	/** What is sized. */
	/** Its size in pixels; it grows when the bar moves left or up. */
	let upright = prop($$props, "upright", 3, false);
	const clamp = (wanted) => Math.round(Math.max($$props.least, Math.min($$props.most, wanted)));
	function down(event) {
		const bar = event.currentTarget;
		const from = upright() ? event.clientX : event.clientY;
		const was = $$props.value;
		event.preventDefault();
		bar.setPointerCapture(event.pointerId);
		const move = (moved) => $$props.onchange(clamp(was + from - (upright() ? moved.clientX : moved.clientY)));
		const up = () => bar.removeEventListener("pointermove", move);
		bar.addEventListener("pointermove", move);
		bar.addEventListener("lostpointercapture", up, { once: true });
	}
	function press(event) {
		const more = upright() ? "ArrowLeft" : "ArrowUp";
		const less = upright() ? "ArrowRight" : "ArrowDown";
		if (event.key !== more && event.key !== less) return;
		event.preventDefault();
		$$props.onchange(clamp($$props.value + (event.key === more ? 24 : -24)));
	}
	var div = root$6();
	let classes;
	template_effect(() => {
		classes = set_class(div, 1, "splitter s-876cmw", null, classes, { upright: upright() });
		set_attribute(div, "aria-label", $$props.label);
		set_attribute(div, "aria-orientation", upright() ? "vertical" : "horizontal");
		set_attribute(div, "aria-valuenow", $$props.value);
		set_attribute(div, "aria-valuemin", $$props.least);
		set_attribute(div, "aria-valuemax", $$props.most);
	});
	delegated("pointerdown", div, down);
	delegated("keydown", div, press);
	append($$anchor, div);
	pop();
}
delegate(["pointerdown", "keydown"]);
// src/board/suggesting.svelte.ts
var Suggesting = class {
	#stage = state({ is: "none" });
	get stage() {
		return get(this.#stage);
	}
	set stage(value) {
		set(this.#stage, value);
	}
	#at = state(0);
	get at() {
		return get(this.#at);
	}
	set at(value) {
		set(this.#at, value, true);
	}
	#ticked = state(/* @__PURE__ */ new Set());
	get ticked() {
		return get(this.#ticked);
	}
	set ticked(value) {
		set(this.#ticked, value);
	}
	#previewing = state(false);
	get previewing() {
		return get(this.#previewing);
	}
	set previewing(value) {
		set(this.#previewing, value, true);
	}
	#accepting = state(false);
	get accepting() {
		return get(this.#accepting);
	}
	set accepting(value) {
		set(this.#accepting, value, true);
	}
	#partly = state(null);
	get partly() {
		return get(this.#partly);
	}
	set partly(value) {
		set(this.#partly, value);
	}
	#_figuring = state(false);
	get figuring() {
		return get(this.#_figuring);
	}
	set figuring(value) {
		set(this.#_figuring, value, true);
	}
	#difference = state(null);
	get difference() {
		return get(this.#difference);
	}
	set difference(value) {
		set(this.#difference, value);
	}
	#applied = state(null);
	get applied() {
		return get(this.#applied);
	}
	set applied(value) {
		set(this.#applied, value);
	}
	#asked = state(false);
	get asked() {
		return get(this.#asked);
	}
	set asked(value) {
		set(this.#asked, value, true);
	}
	#alternative = user_derived(() => this.stage.is === "shown" ? this.stage.view.alternatives[this.at] ?? null : null);
	get alternative() {
		return get(this.#alternative);
	}
	set alternative(value) {
		set(this.#alternative, value);
	}
	#gain = user_derived(() => this.partly?.gain ?? this.alternative?.gain ?? null);
	get gain() {
		return get(this.#gain);
	}
	set gain(value) {
		set(this.#gain, value);
	}
	#proposal = user_derived(() => this.previewing && this.alternative ? proposedBy(this.alternative, this.ticked) : []);
	get proposal() {
		return get(this.#proposal);
	}
	set proposal(value) {
		set(this.#proposal, value);
	}
	#acceptable = user_derived(() => this.alternative !== null && this.ticked.size > 0 && !this.accepting && (this.partly?.refusals.length ?? 0) === 0 && this.stage.is === "shown" && this.stage.view.state === "open");
	get acceptable() {
		return get(this.#acceptable);
	}
	set acceptable(value) {
		set(this.#acceptable, value);
	}
	#visit = null;
	#figuring;
	async about(visit, open) {
		if (this.#visit !== visit) {
			this.#visit = visit;
			this.#clear();
			this.stage = { is: "none" };
			this.previewing = false;
			this.asked = false;
		}
		const free = () => this.#visit === visit && this.stage.is === "none" && this.applied === null;
		if (open !== null && free()) {
			const answer = await suggestion(open);
			if (answer.ok && free()) this.#show(answer.value);
		}
	}
	async ask() {
		const visit = this.#visit;
		if (visit === null || this.stage.is === "asking") return;
		this.#clear();
		this.stage = { is: "asking" };
		this.asked = true;
		const answer = await suggest(visit);
		if (this.#visit !== visit) return;
		if (answer.ok) this.#show(answer.value);
		else this.stage = {
			is: "failed",
			problem: answer.problem
		};
	}
	choose(at) {
		if (this.stage.is !== "shown" || this.stage.view.alternatives[at] === void 0) return;
		this.at = at;
		this.#tickAll();
	}
	/** Ticks a move on or off; the figures follow. */
	async tick(index) {
		const { stage, alternative } = this;
		if (stage.is !== "shown" || alternative === null) return;
		this.ticked = toggled(this.ticked, index);
		this.#figuring?.abort();
		const moves = chosen(alternative, this.ticked);
		if (moves === null || moves.length === 0) {
			this.partly = null;
			this.figuring = false;
			return;
		}
		const figuring = this.#figuring = new AbortController();
		this.figuring = true;
		const answer = await figures(stage.view.id, {
			alternative: this.at,
			moves
		}, figuring.signal);
		if (figuring.signal.aborted) return;
		this.figuring = false;
		if (answer.ok) this.partly = answer.value;
	}
	/** Accepts the ticked moves. Refused with a fresh suggestion, it shows what is different and that one instead. */
	async accept() {
		const { stage, alternative } = this;
		if (!this.acceptable || stage.is !== "shown" || alternative === null) return null;
		this.accepting = true;
		const before = this.gain;
		const visit = this.#visit;
		const answer = await acceptSuggestion(stage.view.id, {
			alternative: this.at,
			moves: chosen(alternative, this.ticked)
		});
		this.accepting = false;
		if (answer.ok) {
			if (this.#visit === visit) {
				this.#clear();
				this.previewing = false;
				this.applied = answer.value;
				this.stage = { is: "none" };
			}
			return answer.value;
		}
		if (this.#visit !== visit) return null;
		const { notice, refusals, fresh, title } = answer.problem;
		if (fresh) this.#show(fresh);
		else if (!notice && refusals.length === 0) this.stage = {
			is: "failed",
			problem: answer.problem
		};
		this.difference = {
			notice,
			title,
			refusals,
			before: fresh ? before : null,
			after: fresh?.alternatives[0]?.gain ?? null
		};
		return null;
	}
	/** The change at a journal position was taken back: it is applied no more. */
	undone(position) {
		if (this.applied?.position === position) this.applied = null;
	}
	#show(view) {
		this.#clear();
		this.stage = {
			is: "shown",
			view
		};
		this.at = 0;
		this.#tickAll();
	}
	#tickAll() {
		this.#figuring?.abort();
		this.figuring = false;
		this.partly = null;
		this.ticked = new Set(this.alternative?.moves.keys() ?? []);
	}
	#clear() {
		this.#figuring?.abort();
		this.figuring = false;
		this.partly = null;
		this.difference = null;
		this.applied = null;
		this.at = 0;
		this.ticked = /* @__PURE__ */ new Set();
	}
};
// src/board/Proposal.svelte
var root$5 = from_svg(`<path class="arrow s-151k4se" marker-end="url(#arrow-head)"></path>`);
var root_1$5 = from_html(`<div class="proposed s-151k4se"><b class="num s-151k4se"> </b> <span class="num"> </span></div>`);
var root_2$5 = from_html(`<svg class="s-151k4se"><defs><marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M1 1L7 4L1 7" class="s-151k4se"></path></marker></defs><!></svg> <!>`, 1);
function Proposal($$anchor, $$props) {
	push($$props, true);
	const rowOf = user_derived(() => new Map($$props.rows.map((row, at) => [row.technician.id, at])));
	function box(spot) {
		const row = spot ? get(rowOf).get(spot.technician) : void 0;
		if (!spot || row === void 0) return null;
		const x = $$props.column + Math.round(toX($$props.axis, spot.start));
		return {
			x,
			y: row * $$props.rowHeight + 5,
			width: Math.max(24, $$props.column + Math.round(toX($$props.axis, spot.end)) - x)
		};
	}
	const drawn = user_derived(() => $$props.proposal.map((one) => ({
		...one,
		box: box(one.to),
		old: box(one.from)
	})));
	const middle = user_derived(() => ($$props.rowHeight - 11) / 2);
	var fragment = root_2$5();
	var svg = first_child(fragment);
	var node = sibling(child(svg));
	each(node, 17, () => get(drawn), (one) => one.id, ($$anchor, one) => {
		var fragment_1 = comment();
		var node_1 = first_child(fragment_1);
		var consequent = ($$anchor) => {
			var path = root$5();
			template_effect(($0) => set_attribute(path, "d", $0), [() => arrow(get(one).old.y === get(one).box.y && get(one).box.x < get(one).old.x ? {
				x: get(one).old.x,
				y: get(one).old.y + get(middle)
			} : {
				x: get(one).old.x + get(one).old.width / 2,
				y: get(one).old.y + (get(one).old.y === get(one).box.y ? get(middle) : get(one).old.y < get(one).box.y ? get(middle) * 2 : 0)
			}, {
				x: get(one).box.x - 2,
				y: get(one).box.y + get(middle)
			})]);
			append($$anchor, path);
		};
		if_block(node_1, ($$render) => {
			if (get(one).box && get(one).old) $$render(consequent);
		});
		append($$anchor, fragment_1);
	});
	reset(svg);
	var node_2 = sibling(svg, 2);
	each(node_2, 17, () => get(drawn), (one) => one.id, ($$anchor, one) => {
		var fragment_2 = comment();
		var node_3 = first_child(fragment_2);
		var consequent_1 = ($$anchor) => {
			var div = root_1$5();
			let styles;
			var b = child(div);
			var text = only_child(b, true);
			var span = sibling(b, 2);
			var text_1 = only_child(span, true);
			reset(div);
			template_effect(($0) => {
				styles = set_style(div, "", styles, {
					width: `${get(one).box.width ?? ""}px`,
					height: `${$$props.rowHeight - 11}px`,
					transform: `translate(${get(one).box.x ?? ""}px, ${get(one).box.y ?? ""}px)`
				});
				set_text(text, get(one).reference);
				set_text(text_1, $0);
			}, [() => company.times.time(get(one).to.start)]);
			append($$anchor, div);
		};
		if_block(node_3, ($$render) => {
			if (get(one).box && get(one).to) $$render(consequent_1);
		});
		append($$anchor, fragment_2);
	});
	template_effect(() => {
		set_attribute(svg, "width", $$props.width);
		set_attribute(svg, "height", $$props.height);
		set_attribute(svg, "viewBox", `0 0 ${$$props.width ?? ""} ${$$props.height ?? ""}`);
	});
	append($$anchor, fragment);
	pop();
}
// src/board/drawn.ts
/** Air above and below what lies in a row of a height, in pixels. */
function padOf(height) {
	return height >= 56 ? 6 : height >= 44 ? 5 : 3;
}
function drawn(row, paper, times) {
	const shown = [];
	row.items.forEach((item, nth) => {
		if (!touches(item, paper.span)) return;
		if (item.kind === "visit") shown.push(drawnVisit(item, nth, paper, times));
		else if (item.kind === "event") shown.push(drawnEvent(item.event, item, paper, times));
		else shown.push(drawnHold(item.held, item, paper, times));
	});
	return shown;
}
function drawnVisit(item, nth, paper, times) {
	const { visit } = item;
	const look = lookOf(visit);
	const room = toX(paper.axis, item.end) - toX(paper.axis, item.start);
	const box = boxOf(item, paper.height);
	const two = paper.height >= 56 && item.lanes === 1;
	const classes = ["visit", look];
	if (visit.alerts.length > 0) classes.push("alert");
	if (two) classes.push("two");
	if (box.height < 20) classes.push("low");
	if (room < 120) classes.push("short");
	if (room < 66) classes.push("tiny");
	return {
		kind: "visit",
		key: item.key,
		visit,
		look,
		two,
		classes: classes.join(" "),
		spoken: spoken(visit, times),
		style: `left:${Math.round(toX(paper.axis, item.start))}px;width:${Math.max(24, Math.round(room) - 1)}px;top:${box.top}px;height:${box.height}px`,
		window: look === "done" || look === "working" ? null : {
			classes: `window ${look}${nth % 2 === 1 ? " above" : ""}`,
			style: across(paper.axis, Date.parse(visit.window.start), Date.parse(visit.window.end))
		},
		drive: visit.drive_minutes ? `${across(paper.axis, item.start - visit.drive_minutes * MINUTE, item.start)};top:${box.top + box.height / 2 - 1.5}px` : null,
		mark: room >= 84 ? visit.lock ? "lock" : visit.planned ? "spark" : null : visit.lock ? "pin" : null
	};
}
function drawnEvent(event, item, paper, times) {
	const words = `${event.title}, ${times.time(item.start)}–${times.time(item.end)}${event.movable ? ", may shift" : ""}`;
	return {
		kind: "event",
		key: item.key,
		event,
		words,
		classes: event.movable ? "event movable" : "event",
		style: placed(item, paper)
	};
}
function drawnHold(held, item, paper, times) {
	const words = `Kept for a request, window ${times.span(held.window.start, held.window.end)}`;
	return {
		kind: "reservation",
		key: item.key,
		held,
		words,
		style: placed(item, paper)
	};
}
/** The same list with what stands out marked; the very same when nothing does, so that other rows are not drawn again. */
function marked(list, standing) {
	const { selected, leaving, carried, flashing } = standing;
	const taken = ({ kind, key }) => carried !== null && carried.kind === kind && carried.id === key;
	const stands = (one) => taken(one) || one.kind === "visit" && (one.key === selected || leaving.has(one.key) || flashing.has(one.key));
	if (!list.some(stands)) return list;
	return list.map((one) => {
		if (one.kind === "reservation" || !stands(one)) return one;
		if (one.kind === "event") return {
			...one,
			classes: `${one.classes} leaving`
		};
		let classes = one.classes;
		if (one.key === selected) classes += " selected";
		if (taken(one) || leaving.has(one.key)) classes += " leaving";
		if (flashing.has(one.key)) classes += " flash";
		const window = one.window && one.key === selected ? {
			...one.window,
			classes: `${one.window.classes} shown`
		} : one.window;
		return {
			...one,
			classes,
			window
		};
	});
}
/** What lies under the work: hours outside shifts, time off, on call. */
function drawnShifts(row, paper) {
	const bounds = {
		start: Math.max(paper.axis.start, paper.span.start),
		end: Math.min(paper.axis.end, paper.span.end)
	};
	const shown = notWorked(row, bounds.start, bounds.end).map((gap) => ({
		key: `gap${gap.start}`,
		kind: "gap",
		style: across(paper.axis, gap.start, gap.end),
		words: ""
	}));
	for (const shift of row.shifts) {
		const style = across(paper.axis, shift.start, shift.end);
		if (shift.kind === "time_off") shown.push({
			key: `off${shift.start}`,
			kind: "time_off",
			style,
			words: shift.reason ? `Time off, ${shift.reason}` : "Time off"
		});
		else if (shift.kind === "on_call") shown.push({
			key: `call${shift.start}`,
			kind: "on_call",
			style,
			words: "On call"
		});
	}
	return shown;
}
/** From left to right. */
function across(axis, start, end) {
	const left = Math.round(toX(axis, start));
	return `left:${left}px;width:${Math.max(2, Math.round(toX(axis, end)) - left)}px`;
}
function placed(item, paper) {
	const box = boxOf(item, paper.height);
	return `${across(paper.axis, item.start, item.end)};top:${box.top}px;height:${box.height}px`;
}
/** Top and height of an item in its lane, in pixels. */
function boxOf(item, height) {
	const pad = padOf(height);
	const gap = item.lanes > 1 ? 1 : 0;
	const each = (height - 1 - 2 * pad - gap * (item.lanes - 1)) / item.lanes;
	return {
		top: pad + item.lane * (each + gap),
		height: each
	};
}
// src/board/RowLine.svelte
var root$4 = from_html(`<i title="The planner does not plan this technician" class="s-144i4z1">by hand</i>`);
var root_1$4 = from_html(`<i class="s-144i4z1"> </i>`);
var root_2$4 = from_html(`<div class="gap s-144i4z1" aria-hidden="true"></div>`);
var root_3$4 = from_html(`<div class="off s-144i4z1" role="gridcell"><span class="s-144i4z1"> </span></div>`);
var root_4$3 = from_html(`<div class="call s-144i4z1" role="gridcell"><span class="s-144i4z1"> </span></div>`);
var root_5$2 = from_html(`<div aria-hidden="true"></div>`);
var root_6$2 = from_html(`<div class="drive s-144i4z1" aria-hidden="true"></div>`);
var root_7$2 = from_html(`<span class="notch s-144i4z1"></span>`);
var root_8$2 = from_html(`<br/>`);
var root_9 = from_html(`<span class="pin s-144i4z1"></span>`);
var root_10 = from_svg(`<svg class="mark s-144i4z1" width="11" height="11" viewBox="0 0 16 16" aria-hidden="true"><path></path></svg>`);
var root_11 = from_html(`<!> <!> <div role="gridcell" tabindex="-1"><!> <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path></path></svg> <span class="text s-144i4z1"><b class="num s-144i4z1"> </b> <!> <span class="who s-144i4z1"> </span></span> <!></div>`, 1);
var root_12 = from_html(`<div role="gridcell"><span class="one-line s-144i4z1"> </span></div>`);
var root_13 = from_html(`<div class="held s-144i4z1" role="gridcell"><a class="one-line s-144i4z1" tabindex="-1">Reserved</a></div>`);
var root_14 = from_html(`<div class="row s-144i4z1" role="row"><div role="rowheader"><span class="name one-line s-144i4z1"> </span> <span> </span> <span class="skills s-144i4z1"><!> <!></span> <span aria-hidden="true"><b class="s-144i4z1"></b></span></div> <div class="lane s-144i4z1" role="none"><!> <!></div></div>`);
function RowLine($$anchor, $$props) {
	push($$props, true);
	/** Pixels from the top of the canvas. */
	/** Width of the column of names. */
	const technician = user_derived(() => $$props.row.technician);
	const height = user_derived(() => $$props.paper.height);
	const items = user_derived(() => drawn($$props.row, $$props.paper, company.times));
	const shown = user_derived(() => marked(get(items), $$props.standing));
	const under = user_derived(() => drawnShifts($$props.row, $$props.paper));
	const load = user_derived(() => Math.round(get(technician).load * 100));
	/** Tooltips are written when somebody points: no other word of the board is needed so rarely. */
	function point(event) {
		const bubble = event.target.closest("[data-visit]");
		const item = get(items).find((one) => one.kind === "visit" && one.key === bubble?.dataset.visit);
		if (bubble && item?.kind === "visit") bubble.title = tooltip(item.visit, company.times);
	}
	var div = root_14();
	let styles;
	var div_1 = child(div);
	let classes;
	let styles_1;
	var span = child(div_1);
	var text = only_child(span, true);
	var span_1 = sibling(span, 2);
	let classes_1;
	var text_1 = only_child(span_1);
	var span_2 = sibling(span_1, 2);
	var node = child(span_2);
	var consequent = ($$anchor) => {
		var i = root$4();
		append($$anchor, i);
	};
	if_block(node, ($$render) => {
		if (!get(technician).managed) $$render(consequent);
	});
	var node_1 = sibling(node, 2);
	each(node_1, 16, () => get(technician).skills, (skill) => skill, ($$anchor, skill) => {
		var i_1 = root_1$4();
		var text_2 = only_child(i_1, true);
		template_effect(() => set_text(text_2, skill));
		append($$anchor, i_1);
	});
	reset(span_2);
	var span_3 = sibling(span_2, 2);
	let classes_2;
	var b = child(span_3);
	let styles_2;
	reset(span_3);
	reset(div_1);
	var div_2 = sibling(div_1, 2);
	let styles_3;
	var node_2 = child(div_2);
	each(node_2, 17, () => get(under), (one) => one.key, ($$anchor, one) => {
		var fragment = comment();
		var node_3 = first_child(fragment);
		var consequent_1 = ($$anchor) => {
			var div_3 = root_2$4();
			template_effect(() => set_style(div_3, get(one).style));
			append($$anchor, div_3);
		};
		var consequent_2 = ($$anchor) => {
			var div_4 = root_3$4();
			var span_4 = child(div_4);
			var text_3 = only_child(span_4, true);
			reset(div_4);
			template_effect(() => {
				set_style(div_4, get(one).style);
				set_text(text_3, get(one).words);
			});
			append($$anchor, div_4);
		};
		var alternate = ($$anchor) => {
			var div_5 = root_4$3();
			var span_5 = child(div_5);
			var text_4 = only_child(span_5, true);
			reset(div_5);
			template_effect(() => {
				set_style(div_5, get(one).style);
				set_text(text_4, get(one).words);
			});
			append($$anchor, div_5);
		};
		if_block(node_3, ($$render) => {
			if (get(one).kind === "gap") $$render(consequent_1);
			else if (get(one).kind === "time_off") $$render(consequent_2, 1);
			else $$render(alternate, -1);
		});
		append($$anchor, fragment);
	});
	var node_4 = sibling(node_2, 2);
	each(node_4, 17, () => get(shown), (one) => one.kind + one.key, ($$anchor, one) => {
		var fragment_1 = comment();
		var node_5 = first_child(fragment_1);
		var consequent_9 = ($$anchor) => {
			var fragment_2 = root_11();
			var node_6 = first_child(fragment_2);
			var consequent_3 = ($$anchor) => {
				var div_6 = root_5$2();
				template_effect(() => {
					set_class(div_6, 1, clsx(get(one).window.classes), "s-144i4z1");
					set_style(div_6, get(one).window.style);
				});
				append($$anchor, div_6);
			};
			if_block(node_6, ($$render) => {
				if (get(one).window) $$render(consequent_3);
			});
			var node_7 = sibling(node_6, 2);
			var consequent_4 = ($$anchor) => {
				var div_7 = root_6$2();
				template_effect(() => set_style(div_7, get(one).drive));
				append($$anchor, div_7);
			};
			if_block(node_7, ($$render) => {
				if (get(one).drive) $$render(consequent_4);
			});
			var div_8 = sibling(node_7, 2);
			var node_8 = child(div_8);
			var consequent_5 = ($$anchor) => {
				var span_6 = root_7$2();
				append($$anchor, span_6);
			};
			if_block(node_8, ($$render) => {
				if (get(one).visit.alerts.length > 0) $$render(consequent_5);
			});
			var svg = sibling(node_8, 2);
			let classes_3;
			var path = only_child(svg);
			var span_7 = sibling(svg, 2);
			var b_1 = child(span_7);
			var text_5 = only_child(b_1, true);
			var text_6 = sibling(b_1);
			var node_9 = sibling(text_6);
			var consequent_6 = ($$anchor) => {
				var br = root_8$2();
				append($$anchor, br);
			};
			if_block(node_9, ($$render) => {
				if (get(one).two) $$render(consequent_6);
			});
			var span_8 = sibling(node_9, 2);
			var text_7 = only_child(span_8, true);
			reset(span_7);
			var node_10 = sibling(span_7, 2);
			var consequent_7 = ($$anchor) => {
				var span_9 = root_9();
				append($$anchor, span_9);
			};
			var consequent_8 = ($$anchor) => {
				var svg_1 = root_10();
				var path_1 = only_child(svg_1);
				template_effect(() => set_attribute(path_1, "d", icons[get(one).mark]));
				append($$anchor, svg_1);
			};
			if_block(node_10, ($$render) => {
				if (get(one).mark === "pin") $$render(consequent_7);
				else if (get(one).mark) $$render(consequent_8, 1);
			});
			reset(div_8);
			template_effect(() => {
				set_attribute(div_8, "id", `visit-${get(one).key ?? ""}`);
				set_class(div_8, 1, clsx(get(one).classes), "s-144i4z1");
				set_attribute(div_8, "aria-label", get(one).spoken);
				set_attribute(div_8, "aria-selected", get(one).key === $$props.standing.selected);
				set_attribute(div_8, "data-visit", get(one).key);
				set_style(div_8, get(one).style);
				classes_3 = set_class(svg, 0, "glyph s-144i4z1", null, classes_3, { filled: GLYPHS[get(one).look].filled });
				set_attribute(path, "d", GLYPHS[get(one).look].d);
				set_text(text_5, get(one).visit.reference);
				set_text(text_6, ` ${get(one).visit.job_type ?? ""} `);
				set_text(text_7, get(one).visit.customer);
			});
			append($$anchor, fragment_2);
		};
		var consequent_10 = ($$anchor) => {
			var div_9 = root_12();
			var span_10 = child(div_9);
			var text_8 = only_child(span_10, true);
			reset(div_9);
			template_effect(() => {
				set_class(div_9, 1, clsx(get(one).classes), "s-144i4z1");
				set_attribute(div_9, "title", get(one).words);
				set_attribute(div_9, "data-event", get(one).key);
				set_style(div_9, get(one).style);
				set_text(text_8, get(one).event.title);
			});
			append($$anchor, div_9);
		};
		var alternate_1 = ($$anchor) => {
			var div_10 = root_13();
			var a = only_child(div_10);
			template_effect(() => {
				set_attribute(div_10, "title", get(one).words);
				set_style(div_10, get(one).style);
				set_attribute(a, "href", `/inbox/${get(one).held.lead_id ?? ""}`);
			});
			append($$anchor, div_10);
		};
		if_block(node_5, ($$render) => {
			if (get(one).kind === "visit") $$render(consequent_9);
			else if (get(one).kind === "event") $$render(consequent_10, 1);
			else $$render(alternate_1, -1);
		});
		append($$anchor, fragment_1);
	});
	reset(div_2);
	reset(div);
	template_effect(($0, $1) => {
		set_attribute(div, "aria-rowindex", $$props.index + 1);
		styles = set_style(div, "", styles, {
			top: `${$$props.top ?? ""}px`,
			height: `${get(height) ?? ""}px`,
			"--shelf": $0
		});
		classes = set_class(div_1, 1, "technician s-144i4z1", null, classes, { one: get(height) < 44 });
		styles_1 = set_style(div_1, "", styles_1, { width: `${$$props.column ?? ""}px` });
		set_text(text, get(technician).name);
		classes_1 = set_class(span_1, 1, "load num s-144i4z1", null, classes_1, { over: get(load) > 100 });
		set_text(text_1, `${get(load) ?? ""}%`);
		classes_2 = set_class(span_3, 1, "bar s-144i4z1", null, classes_2, { over: get(load) > 100 });
		styles_2 = set_style(b, "", styles_2, { width: $1 });
		styles_3 = set_style(div_2, "", styles_3, { left: `${$$props.column ?? ""}px` });
	}, [() => `${padOf(get(height)) - 1}px`, () => `${Math.min(100, get(load))}%`]);
	delegated("pointerover", div_2, point);
	append($$anchor, div);
	pop();
}
delegate(["pointerover"]);
// src/board/Timeline.svelte
var root$3 = from_html(`<span class="tick hour num s-7bwgz4"> </span>`);
var root_1$3 = from_html(`<span></span>`);
var root_2$3 = from_html(`<span class="now-label num s-7bwgz4"> </span>`);
var root_3$3 = from_html(`<div class="promise s-7bwgz4" aria-hidden="true"></div>`);
var root_4$2 = from_html(`<div class="now s-7bwgz4"></div>`);
var root_5$1 = from_html(`<div class="hint num s-7bwgz4"> </div>`);
var root_6$1 = from_html(`<div><b class="num s-7bwgz4"> </b> </div>`);
var root_7$1 = from_html(`<div class="key-tip s-7bwgz4"><!></div>`);
var root_8$1 = from_html(`<div class="frame scroll s-7bwgz4" role="grid" tabindex="0" data-surface="rows"><div class="canvas s-7bwgz4" role="none"><div class="axis s-7bwgz4" aria-hidden="true"><div class="corner s-7bwgz4"><span class="num"> </span> technicians</div> <!> <!></div> <div class="body s-7bwgz4" role="rowgroup"><div class="grid s-7bwgz4" aria-hidden="true"></div> <!> <!></div> <div class="over s-7bwgz4" aria-hidden="true"><!> <!> <!> <!></div> <!></div></div>`);
function Timeline($$anchor, $$props) {
	push($$props, true);
	/** The room that the board will have: it is drawn at once, and not measured first. Pixels. */
	const AXIS = 28;
	const SPARE = 4;
	/** On a narrow screen the day scrolls before an hour becomes too narrow for words. Pixels per minute. */
	const READABLE = 1.6;
	let frame;
	let view = proxy(untrack(() => ({ ...$$props.room })));
	let scrollTop = state(0);
	let scrollLeft = state(0);
	/** Rows drawn above and below the view. The first frame need not wait for them. */
	let spare = state(0);
	const column = user_derived(() => (innerWidth$1.current ?? 1600) < 1200 ? 148 : 208);
	const rowHeight = user_derived(() => habits.rowHeight);
	const hours = user_derived(() => {
		const start = Date.parse($$props.board.day_start);
		return $$props.board.open ? {
			start: Date.parse($$props.board.open.start),
			end: Date.parse($$props.board.open.end)
		} : {
			start: start + 8 * HOUR,
			end: start + 17 * HOUR
		};
	});
	let fitted = state(null);
	const scale = user_derived(() => habits.scale ?? get(fitted) ?? 2);
	const axis = user_derived(() => ({
		start: Date.parse($$props.board.day_start),
		end: Date.parse($$props.board.day_end),
		scale: get(scale)
	}));
	const canvasWidth = user_derived(() => get(column) + Math.round(widthOf(get(axis))));
	const bodyHeight = user_derived(() => $$props.open.rows.length * get(rowHeight));
	const first = user_derived(() => rowsInView(get(scrollTop), view.height, get(rowHeight), $$props.open.rows.length, get(spare)).first);
	const last = user_derived(() => rowsInView(get(scrollTop), view.height, get(rowHeight), $$props.open.rows.length, get(spare)).last);
	const from = user_derived(() => spanInView(get(axis), get(scrollLeft), view.width).start);
	const to = user_derived(() => spanInView(get(axis), get(scrollLeft), view.width).end);
	const span = user_derived(() => ({
		start: get(from),
		end: get(to)
	}));
	const every = user_derived(() => labelEvery(get(scale)));
	const marks = user_derived(() => ticks(get(axis)).filter((tick) => tick.at >= get(from) && tick.at <= get(to)));
	const isToday = user_derived(() => company.clock.now >= get(axis).start && company.clock.now < get(axis).end);
	const nowX = user_derived(() => Math.round(toX(get(axis), company.clock.now)));
	const leaving = user_derived(() => new Set($$props.open.proposal.map((one) => one.id)));
	const carriedKind = user_derived(() => $$props.carry.now?.thing.kind ?? null);
	const carriedId = user_derived(() => $$props.carry.now?.thing.id ?? null);
	const carried = user_derived(() => get(carriedKind) && get(carriedId) ? {
		kind: get(carriedKind),
		id: get(carriedId)
	} : null);
	const paper = user_derived(() => ({
		axis: get(axis),
		span: get(span),
		height: get(rowHeight)
	}));
	const standing = user_derived(() => ({
		selected: $$props.open.selected,
		leaving: get(leaving),
		carried: get(carried),
		flashing: $$props.open.flashing
	}));
	/** Whether the selected visit has a bubble now: one in the tray, or out of view, cannot be pointed at. */
	const drawn = user_derived(() => {
		const found = $$props.open.selected === null ? null : find($$props.open.rows, $$props.open.selected);
		return found !== null && found.row >= get(first) && found.row < get(last) && touches(found.item, get(span));
	});
	function firstLook() {
		set(fitted, get(fitted) ?? Math.max(READABLE, fittingScale(get(hours), view.width - get(column))), true);
		const first = {
			...get(axis),
			scale: habits.scale ?? get(fitted)
		};
		const begin = toX(first, get(hours).end) - toX(first, get(hours).start) < view.width - get(column) || !get(isToday) ? get(hours).start - HOUR / 2 : company.clock.now - HOUR;
		return Math.max(0, Math.round(toX(first, begin)));
	}
	let settled = null;
	untrack(() => {
		if (view.width > 0) set(scrollLeft, firstLook(), true);
	});
	user_effect(() => {
		if (view.width === 0 || settled === $$props.board.date) return;
		untrack(() => {
			set(scrollLeft, firstLook(), true);
			frame.scrollLeft = get(scrollLeft);
			if (settled !== null) frame.scrollTop = 0;
			settled = $$props.board.date;
		});
	});
	onMount(() => {
		const painted = requestAnimationFrame(() => setTimeout(() => set(spare, SPARE)));
		return () => cancelAnimationFrame(painted);
	});
	function focus() {
		frame.focus({ preventScroll: true });
	}
	/** Brings a visit into view, when it is on the board. */
	function reveal(id) {
		const found = find($$props.open.rows, id);
		if (found) show(found.row, found.item.start, found.item.end);
	}
	function show(row, start, end) {
		const top = row * get(rowHeight);
		const room = frame.clientHeight - AXIS;
		if (top < frame.scrollTop) frame.scrollTop = top;
		else if (top + get(rowHeight) > frame.scrollTop + room) frame.scrollTop = top + get(rowHeight) - room;
		const left = toX(get(axis), start);
		const right = toX(get(axis), end);
		const width = frame.clientWidth - get(column);
		if (left < frame.scrollLeft) frame.scrollLeft = left - 24;
		else if (right > frame.scrollLeft + width) frame.scrollLeft = Math.min(left - 24, right - width + 24);
	}
	/** Zooms by a factor around a point, or around the middle; `null` fits business hours again. */
	function zoom(factor, anchor = (view.width - get(column)) / 2) {
		const wanted = factor === null ? fittingScale(get(hours), view.width - get(column)) : get(scale) * factor;
		const zoomed = zoomAround(get(axis), wanted, anchor, frame.scrollLeft);
		habits.keep({ scale: factor === null ? null : zoomed.axis.scale });
		if (factor === null) set(fitted, zoomed.axis.scale, true);
		const left = factor === null ? toX(zoomed.axis, get(hours).start - HOUR / 2) : zoomed.scrollLeft;
		requestAnimationFrame(() => frame.scrollLeft = left);
	}
	let rect;
	/** Measures once at the start of a drag, so that moves need no layout. */
	function measure() {
		rect = frame.getBoundingClientRect();
	}
	function contains(x, y) {
		return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
	}
	/** The place under a point of the window; `grab` is how far right of the bubble's edge it was taken. */
	function placeAt(x, y, grab, duration) {
		const point = {
			x: x - rect.left - get(column) + get(scrollLeft),
			y: y - rect.top - AXIS + get(scrollTop)
		};
		if (x < rect.left + get(column) || y < rect.top + AXIS) return null;
		return placeUnder(get(axis), point, grab, duration, {
			height: get(rowHeight),
			count: $$props.open.rows.length
		});
	}
	/** Scrolls when the pointer is near an edge; whether it did. */
	function pull(x, y) {
		const dx = edgePull(x, rect.left + get(column), rect.right);
		const dy = edgePull(y, rect.top + AXIS, rect.bottom, 28);
		if (dx !== 0 || dy !== 0) frame.scrollBy(dx, dy);
		return dx !== 0 || dy !== 0;
	}
	function scrollBy(x, y) {
		frame.scrollBy(x, y);
	}
	function minutesWide(pixels) {
		return pixels / get(scale);
	}
	function wheel(event) {
		if (!event.ctrlKey && !event.metaKey) return;
		event.preventDefault();
		const anchor = Math.max(0, event.clientX - frame.getBoundingClientRect().left - get(column));
		zoom(event.deltaY < 0 ? ZOOM.step : 1 / ZOOM.step, anchor);
	}
	function zooming(node) {
		node.addEventListener("wheel", wheel, { passive: false });
		return { destroy: () => node.removeEventListener("wheel", wheel) };
	}
	const ghost = user_derived(() => {
		const now = $$props.carry.now;
		if (!now?.place || now.over !== "rows") return null;
		return {
			x: get(column) + Math.round(toX(get(axis), now.place.start)),
			y: now.place.row * get(rowHeight),
			width: Math.max(24, Math.round(now.thing.duration / MINUTE * get(scale)))
		};
	});
	const promise = user_derived(() => {
		const window = $$props.carry.now?.thing.promise;
		if (!window) return null;
		const left = Math.round(toX(get(axis), Date.parse(window.start)));
		return {
			x: get(column) + left,
			width: Math.round(toX(get(axis), Date.parse(window.end))) - left
		};
	});
	const hint = user_derived(() => {
		const visit = $$props.open.hinted === null || $$props.carry.now || $$props.open.proposal.length > 0 ? void 0 : $$props.open.visits.get($$props.open.hinted);
		if (visit?.state !== "unassigned" || !visit.start) return null;
		const row = $$props.open.rows.findIndex((one) => one.technician.id === visit.technician_id);
		if (row < 0) return null;
		return {
			x: get(column) + Math.round(toX(get(axis), Date.parse(visit.start))),
			y: row * get(rowHeight),
			width: Math.round(visit.duration_minutes * get(scale)),
			words: visit.reference
		};
	});
	const bad = user_derived(() => ($$props.carry.verdict?.refusals.length ?? 0) > 0);
	var $$exports = {
		focus,
		reveal,
		show,
		zoom,
		measure,
		contains,
		placeAt,
		pull,
		scrollBy,
		minutesWide
	};
	var div = root_8$1();
	let styles;
	var div_1 = child(div);
	let styles_1;
	var div_2 = child(div_1);
	set_style(div_2, "", {}, { height: "28px" });
	var div_3 = child(div_2);
	let styles_2;
	var span_1 = child(div_3);
	var text = only_child(span_1, true);
	next();
	reset(div_3);
	var node_1 = sibling(div_3, 2);
	each(node_1, 17, () => get(marks), (tick) => tick.at, ($$anchor, tick) => {
		var fragment = comment();
		var node_2 = first_child(fragment);
		var consequent = ($$anchor) => {
			var span_2 = root$3();
			let styles_3;
			var text_1 = only_child(span_2, true);
			template_effect(($0, $1) => {
				styles_3 = set_style(span_2, "", styles_3, { left: $0 });
				set_text(text_1, $1);
			}, [() => `${get(column) + Math.round(get(tick).x)}px`, () => Math.round(get(tick).x / get(scale) / 60) % get(every) === 0 ? company.times.time(get(tick).at).replace(":00", "") : ""]);
			append($$anchor, span_2);
		};
		var alternate = ($$anchor) => {
			var span_3 = root_1$3();
			let styles_4;
			template_effect(($0) => {
				set_class(span_3, 1, `tick ${get(tick).kind ?? ""}`, "s-7bwgz4");
				styles_4 = set_style(span_3, "", styles_4, { left: $0 });
			}, [() => `${get(column) + Math.round(get(tick).x)}px`]);
			append($$anchor, span_3);
		};
		if_block(node_2, ($$render) => {
			if (get(tick).kind === "hour") $$render(consequent);
			else $$render(alternate, -1);
		});
		append($$anchor, fragment);
	});
	var node_3 = sibling(node_1, 2);
	var consequent_1 = ($$anchor) => {
		var span_4 = root_2$3();
		let styles_5;
		var text_2 = only_child(span_4, true);
		template_effect(($0) => {
			styles_5 = set_style(span_4, "", styles_5, { left: `${get(column) + get(nowX)}px` });
			set_text(text_2, $0);
		}, [() => company.times.time(company.clock.now)]);
		append($$anchor, span_4);
	};
	if_block(node_3, ($$render) => {
		if (get(isToday)) $$render(consequent_1);
	});
	reset(div_2);
	var div_4 = sibling(div_2, 2);
	let styles_6;
	var div_5 = child(div_4);
	let styles_7;
	var node_4 = sibling(div_5, 2);
	var consequent_2 = ($$anchor) => {
		var div_6 = root_3$3();
		let styles_8;
		template_effect(() => styles_8 = set_style(div_6, "", styles_8, {
			left: `${get(promise).x ?? ""}px`,
			width: `${get(promise).width ?? ""}px`
		}));
		append($$anchor, div_6);
	};
	if_block(node_4, ($$render) => {
		if (get(promise) && $$props.carry.now?.over === "rows") $$render(consequent_2);
	});
	var node_5 = sibling(node_4, 2);
	var consequent_3 = ($$anchor) => {
		var fragment_1 = comment();
		var node_6 = first_child(fragment_1);
		each(node_6, 19, () => $$props.open.rows.slice(get(first), get(last)), (row) => row.technician.id, ($$anchor, row, at) => {
			{
				let $0 = user_derived(() => get(first) + get(at));
				let $1 = user_derived(() => (get(first) + get(at)) * get(rowHeight));
				RowLine($$anchor, {
					get row() {
						return get(row);
					},
					get paper() {
						return get(paper);
					},
					get column() {
						return get(column);
					},
					get standing() {
						return get(standing);
					},
					get index() {
						return get($0);
					},
					get top() {
						return get($1);
					}
				});
			}
		});
		append($$anchor, fragment_1);
	};
	if_block(node_5, ($$render) => {
		if (get(fitted) !== null) $$render(consequent_3);
	});
	reset(div_4);
	var div_7 = sibling(div_4, 2);
	let styles_9;
	var node_7 = child(div_7);
	var consequent_4 = ($$anchor) => {
		var div_8 = root_4$2();
		let styles_10;
		template_effect(() => styles_10 = set_style(div_8, "", styles_10, { transform: `translateX(${get(column) + get(nowX)}px)` }));
		append($$anchor, div_8);
	};
	if_block(node_7, ($$render) => {
		if (get(isToday)) $$render(consequent_4);
	});
	var node_8 = sibling(node_7, 2);
	var consequent_5 = ($$anchor) => {
		Proposal($$anchor, {
			get proposal() {
				return $$props.open.proposal;
			},
			get rows() {
				return $$props.open.rows;
			},
			get axis() {
				return get(axis);
			},
			get column() {
				return get(column);
			},
			get rowHeight() {
				return get(rowHeight);
			},
			get width() {
				return get(canvasWidth);
			},
			get height() {
				return get(bodyHeight);
			}
		});
	};
	if_block(node_8, ($$render) => {
		if ($$props.open.proposal.length > 0) $$render(consequent_5);
	});
	var node_9 = sibling(node_8, 2);
	var consequent_6 = ($$anchor) => {
		var div_9 = root_5$1();
		let styles_11;
		var text_3 = only_child(div_9, true);
		template_effect(() => {
			styles_11 = set_style(div_9, "", styles_11, {
				width: `${get(hint).width ?? ""}px`,
				height: `${get(rowHeight) - 11}px`,
				transform: `translate(${get(hint).x ?? ""}px, ${get(hint).y + 5}px)`
			});
			set_text(text_3, get(hint).words);
		});
		append($$anchor, div_9);
	};
	if_block(node_9, ($$render) => {
		if (get(hint)) $$render(consequent_6);
	});
	var node_10 = sibling(node_9, 2);
	var consequent_7 = ($$anchor) => {
		var div_10 = root_6$1();
		let classes;
		let styles_12;
		var b = child(div_10);
		var text_4 = only_child(b, true);
		var text_5 = sibling(b);
		reset(div_10);
		template_effect(() => {
			classes = set_class(div_10, 1, "ghost s-7bwgz4", null, classes, { bad: get(bad) });
			styles_12 = set_style(div_10, "", styles_12, {
				width: `${get(ghost).width ?? ""}px`,
				height: `${get(rowHeight) - 11}px`,
				transform: `translate(${get(ghost).x ?? ""}px, ${get(ghost).y + 5}px)`
			});
			set_text(text_4, $$props.carry.now.thing.name);
			set_text(text_5, ` ${$$props.carry.now.thing.words ?? ""}`);
		});
		append($$anchor, div_10);
	};
	if_block(node_10, ($$render) => {
		if (get(ghost) && $$props.carry.now) $$render(consequent_7);
	});
	reset(div_7);
	var node_11 = sibling(div_7, 2);
	var consequent_8 = ($$anchor) => {
		var div_11 = root_7$1();
		let styles_13;
		CarryTip(child(div_11), {
			get carry() {
				return $$props.carry;
			},
			get open() {
				return $$props.open;
			}
		});
		reset(div_11);
		template_effect(() => styles_13 = set_style(div_11, "", styles_13, { transform: `translate(${get(ghost).x ?? ""}px, ${AXIS + get(ghost).y + get(rowHeight) - 2}px)` }));
		append($$anchor, div_11);
	};
	if_block(node_11, ($$render) => {
		if (get(ghost) && $$props.carry.now?.by === "keys") $$render(consequent_8);
	});
	reset(div_1);
	reset(div);
	bind_this(div, ($$value) => frame = $$value, () => frame);
	effect(() => bind_element_size(div, "clientWidth", ($$value) => view.width = $$value));
	effect(() => bind_element_size(div, "clientHeight", ($$value) => view.height = $$value));
	action(div, ($$node) => zooming?.($$node));
	template_effect(($0) => {
		set_attribute(div, "aria-label", `Board of ${$0 ?? ""}: technicians by time`);
		set_attribute(div, "aria-rowcount", $$props.open.rows.length);
		set_attribute(div, "aria-activedescendant", get(drawn) ? `visit-${$$props.open.selected}` : void 0);
		styles = set_style(div, "", styles, { "--column": `${get(column) ?? ""}px` });
		styles_1 = set_style(div_1, "", styles_1, {
			width: `${get(canvasWidth) ?? ""}px`,
			height: `${AXIS + get(bodyHeight)}px`
		});
		styles_2 = set_style(div_3, "", styles_2, { width: `${get(column) ?? ""}px` });
		set_text(text, $$props.open.rows.length);
		styles_6 = set_style(div_4, "", styles_6, { height: `${get(bodyHeight) ?? ""}px` });
		styles_7 = set_style(div_5, "", styles_7, {
			left: `${get(column) ?? ""}px`,
			"background-size": `${get(scale) * 60}px 100%`
		});
		styles_9 = set_style(div_7, "", styles_9, {
			top: "28px",
			height: `${get(bodyHeight) ?? ""}px`
		});
	}, [() => company.times.day(get(hours).start)]);
	event("scroll", div, () => {
		set(scrollTop, frame.scrollTop, true);
		set(scrollLeft, frame.scrollLeft, true);
	});
	delegated("keydown", div, function(...$$args) {
		$$props.onkeydown?.apply(this, $$args);
	});
	append($$anchor, div);
	return pop($$exports);
}
delegate(["keydown"]);
// src/board/Tray.svelte
var root$2 = from_html(`<span role="columnheader"><button type="button" class="s-uldwpl"><!> <!></button></span>`);
var root_1$2 = from_html(`<em> </em>`);
var root_2$2 = from_html(`<div role="row"><span class="alert s-uldwpl" role="gridcell"><!></span> <b class="reference num s-uldwpl" role="gridcell"> </b> <span class="what one-line" role="gridcell"> <!> <span class="quiet s-uldwpl"> </span></span> <span class="place num one-line s-uldwpl" role="gridcell"> <span class="quiet s-uldwpl"> </span></span> <span class="window num" role="gridcell"> </span> <span class="value num s-uldwpl" role="gridcell"> </span> <span class="need one-line" role="gridcell"> </span> <span class="who one-line s-uldwpl" role="gridcell"> </span></div>`);
var root_3$2 = from_html(`<p class="empty quiet s-uldwpl"><!></p>`);
var root_4$1 = from_html(`<section aria-label="Job tray"><header class="s-uldwpl"><!> <label class="filter s-uldwpl"><!> <input type="search" placeholder="Filter" aria-label="Filter the tray" class="s-uldwpl"/></label></header> <div class="lines scroll s-uldwpl" role="grid" tabindex="0"><div class="line heads s-uldwpl" role="row" aria-rowindex="1"><!> <span class="who s-uldwpl" role="columnheader"> </span></div> <div class="room s-uldwpl" role="rowgroup"></div> <!></div></section>`);
function Tray($$anchor, $$props) {
	push($$props, true);
	/** Its own height, in pixels. */
	/** A visit is carried over it. */
	/** The pointer is on a visit, or on none. */
	const LINE = 32;
	const HEAD = 41;
	let tab = state("unassigned");
	let filter = state("");
	let order = state(FIRST_ORDER);
	let section = state(void 0);
	let frame = state(void 0);
	let height = state(proxy(untrack(() => $$props.room - HEAD)));
	let scrollTop = state(0);
	const sums = user_derived(() => counts($$props.visits));
	const lines = user_derived(() => linesOf($$props.visits, get(tab), get(filter), get(order)));
	const first = user_derived(() => rowsInView(get(scrollTop), get(height), LINE, get(lines).length).first);
	const last = user_derived(() => rowsInView(get(scrollTop), get(height), LINE, get(lines).length).last);
	const HEADS = [
		{
			column: "alert",
			words: ""
		},
		{
			column: "reference",
			words: "Job"
		},
		{
			column: "what",
			words: "What"
		},
		{
			column: "place",
			words: "Zip, zone"
		},
		{
			column: "window",
			words: "Window"
		},
		{
			column: "value",
			words: "Value"
		},
		{
			column: "need",
			words: "Needs"
		}
	];
	function sortBy(column) {
		const down = column === "value" || column === "alert";
		set(order, get(order).column === column ? {
			column,
			down: !get(order).down
		} : {
			column,
			down
		});
	}
	/** Shows the tab that a visit lies in, when it lies in any. */
	function show(wanted) {
		set(tab, wanted, true);
	}
	function rect() {
		return get(section)?.getBoundingClientRect() ?? null;
	}
	function press(event) {
		const at = get(lines).findIndex((line) => line.id === $$props.selected);
		const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (by === 0) return;
		const next = get(lines)[Math.max(0, Math.min(get(lines).length - 1, at + by))];
		event.preventDefault();
		if (!next || !get(frame)) return;
		$$props.onselect(next.id);
		const top = get(lines).indexOf(next) * LINE;
		if (top < get(frame).scrollTop) get(frame).scrollTop = top;
		else if (top + LINE > get(frame).scrollTop + get(height) - LINE) get(frame).scrollTop = top + 64 - get(height);
	}
	var $$exports = {
		show,
		rect
	};
	var section_1 = root_4$1();
	let classes;
	var header = child(section_1);
	var node = child(header);
	{
		let $0 = user_derived(() => TABS.map((value) => ({
			value,
			words: TAB_NAMES[value],
			count: get(sums)[value],
			alert: value === "alerts"
		})));
		Tabs(node, {
			label: "Job tray",
			get tabs() {
				return get($0);
			},
			onchange: () => get(frame) && (get(frame).scrollTop = 0),
			get value() {
				return get(tab);
			},
			set value($$value) {
				set(tab, $$value, true);
			}
		});
	}
	var label = sibling(node, 2);
	var node_1 = child(label);
	Icon(node_1, {
		name: "filter",
		size: 14
	});
	var input = sibling(node_1, 2);
	remove_input_defaults(input);
	reset(label);
	reset(header);
	var div = sibling(header, 2);
	var div_1 = child(div);
	var node_2 = child(div_1);
	each(node_2, 17, () => HEADS, (head) => head.column, ($$anchor, head) => {
		var span = root$2();
		var button = child(span);
		var node_3 = child(button);
		var consequent = ($$anchor) => {
			Icon($$anchor, {
				name: "alert",
				size: 12,
				label: "Alert"
			});
		};
		var alternate = ($$anchor) => {
			var text$2 = text();
			template_effect(() => set_text(text$2, get(head).words));
			append($$anchor, text$2);
		};
		if_block(node_3, ($$render) => {
			if (get(head).column === "alert") $$render(consequent);
			else $$render(alternate, -1);
		});
		var node_4 = sibling(node_3, 2);
		var consequent_1 = ($$anchor) => {
			{
				let $0 = user_derived(() => get(order).down ? "down" : "up");
				Icon($$anchor, {
					get name() {
						return get($0);
					},
					size: 10
				});
			}
		};
		if_block(node_4, ($$render) => {
			if (get(order).column === get(head).column && get(head).column !== "alert") $$render(consequent_1);
		});
		reset(button);
		reset(span);
		template_effect(($0) => {
			set_class(span, 1, clsx(get(head).column), "s-uldwpl");
			set_attribute(span, "aria-sort", get(order).column === get(head).column ? get(order).down ? "descending" : "ascending" : "none");
			set_attribute(button, "title", `Sort by ${$0 ?? ""}`);
		}, [() => get(head).words.toLowerCase() || "need of a person"]);
		delegated("click", button, () => sortBy(get(head).column));
		append($$anchor, span);
	});
	var span_1 = sibling(node_2, 2);
	var text_1 = only_child(span_1, true);
	reset(div_1);
	var div_2 = sibling(div_1, 2);
	let styles;
	each(div_2, 23, () => get(lines).slice(get(first), get(last)), (line) => line.id, ($$anchor, line, at) => {
		var div_3 = root_2$2();
		let styles_1;
		var span_2 = child(div_3);
		var node_5 = child(span_2);
		var consequent_2 = ($$anchor) => {
			{
				let $0 = user_derived(() => get(line).alerts.map(alertWords).join(", "));
				Icon($$anchor, {
					name: "alert",
					size: 14,
					get label() {
						return get($0);
					}
				});
			}
		};
		var alternate_1 = ($$anchor) => {
			{
				let $0 = user_derived(() => lookOf(get(line)));
				Glyph($$anchor, { get look() {
					return get($0);
				} });
			}
		};
		if_block(node_5, ($$render) => {
			if (get(line).alerts.length > 0) $$render(consequent_2);
			else $$render(alternate_1, -1);
		});
		reset(span_2);
		var b = sibling(span_2, 2);
		var text_2 = only_child(b, true);
		var span_3 = sibling(b, 2);
		var text_3 = child(span_3, true);
		var node_6 = sibling(text_3);
		var consequent_3 = ($$anchor) => {
			var em = root_1$2();
			var text_4 = only_child(em, true);
			template_effect(() => {
				set_class(em, 1, clsx(get(line).urgency), "s-uldwpl");
				set_text(text_4, get(line).urgency);
			});
			append($$anchor, em);
		};
		var d = user_derived(() => urgencyRank(get(line)) > 1);
		if_block(node_6, ($$render) => {
			if (get(d)) $$render(consequent_3);
		});
		var span_4 = sibling(node_6, 2);
		var text_5 = only_child(span_4, true);
		reset(span_3);
		var span_5 = sibling(span_3, 2);
		var text_6 = child(span_5);
		var span_6 = sibling(text_6);
		var text_7 = only_child(span_6, true);
		reset(span_5);
		var span_7 = sibling(span_5, 2);
		var text_8 = only_child(span_7, true);
		var span_8 = sibling(span_7, 2);
		var text_9 = only_child(span_8, true);
		var span_9 = sibling(span_8, 2);
		var text_10 = only_child(span_9, true);
		var span_10 = sibling(span_9, 2);
		var text_11 = only_child(span_10, true);
		reset(div_3);
		template_effect(($0, $1, $2, $3, $4) => {
			set_attribute(div_3, "id", `line-${get(line).id ?? ""}`);
			set_class(div_3, 1, clsx(["line", { selected: get(line).id === $$props.selected }]), "s-uldwpl");
			set_attribute(div_3, "aria-rowindex", get(first) + get(at) + 2);
			set_attribute(div_3, "aria-selected", get(line).id === $$props.selected);
			set_attribute(div_3, "aria-label", $0);
			set_attribute(div_3, "data-visit", get(line).id);
			styles_1 = set_style(div_3, "", styles_1, { transform: `translateY(${(get(first) + get(at)) * LINE}px)` });
			set_attribute(span_2, "title", $1);
			set_text(text_2, get(line).reference);
			set_attribute(span_3, "title", get(line).summary);
			set_text(text_3, get(line).job_type);
			set_text(text_5, get(line).summary);
			set_text(text_6, `${get(line).zip ?? ""} `);
			set_text(text_7, get(line).zone ?? "");
			set_text(text_8, $2);
			set_text(text_9, $3);
			set_text(text_10, $4);
			set_text(text_11, get(tab) === "hold" || get(tab) === "canceled" ? get(line).note ?? get(line).customer : get(line).customer);
		}, [
			() => spoken(get(line), company.times),
			() => get(line).alerts.map(alertWords).join(", "),
			() => company.times.span(get(line).window.start, get(line).window.end),
			() => dollars(get(line).value_cents),
			() => tradeName(get(line).trade)
		]);
		append($$anchor, div_3);
	});
	reset(div_2);
	var node_7 = sibling(div_2, 2);
	var consequent_9 = ($$anchor) => {
		var p = root_3$2();
		var node_8 = child(p);
		var consequent_4 = ($$anchor) => {
			var text_12 = text();
			template_effect(($0) => set_text(text_12, `Nothing here matches “${$0 ?? ""}”.`), [() => get(filter).trim()]);
			append($$anchor, text_12);
		};
		var d_1 = user_derived(() => get(filter).trim() !== "");
		var consequent_5 = ($$anchor) => {
			var text_13 = text("Everything booked for this day has a technician. Drag a bubble here to take it off the board.");
			append($$anchor, text_13);
		};
		var consequent_6 = ($$anchor) => {
			var text_14 = text("Nothing needs a person.");
			append($$anchor, text_14);
		};
		var consequent_7 = ($$anchor) => {
			var text_15 = text("Nothing waits for parts, permits or customers.");
			append($$anchor, text_15);
		};
		var consequent_8 = ($$anchor) => {
			var text_16 = text("Every customer on the schedule was told the window.");
			append($$anchor, text_16);
		};
		var alternate_2 = ($$anchor) => {
			var text_17 = text("Nothing was canceled.");
			append($$anchor, text_17);
		};
		if_block(node_8, ($$render) => {
			if (get(d_1)) $$render(consequent_4);
			else if (get(tab) === "unassigned") $$render(consequent_5, 1);
			else if (get(tab) === "alerts") $$render(consequent_6, 2);
			else if (get(tab) === "hold") $$render(consequent_7, 3);
			else if (get(tab) === "unconfirmed") $$render(consequent_8, 4);
			else $$render(alternate_2, -1);
		});
		reset(p);
		append($$anchor, p);
	};
	if_block(node_7, ($$render) => {
		if (get(lines).length === 0) $$render(consequent_9);
	});
	reset(div);
	bind_this(div, ($$value) => set(frame, $$value), () => get(frame));
	reset(section_1);
	bind_this(section_1, ($$value) => set(section, $$value), () => get(section));
	template_effect(($0) => {
		classes = set_class(section_1, 1, "tray s-uldwpl", null, classes, { target: $$props.target });
		set_attribute(div, "aria-label", `${TAB_NAMES[get(tab)] ?? ""}, ${get(lines).length ?? ""}`);
		set_attribute(div, "aria-rowcount", get(lines).length + 1);
		set_attribute(div, "aria-activedescendant", $0);
		set_text(text_1, get(tab) === "hold" || get(tab) === "canceled" ? "Why" : "Customer");
		styles = set_style(div_2, "", styles, { height: `${get(lines).length * LINE}px` });
	}, [() => $$props.selected && get(lines).some((line) => line.id === $$props.selected) ? `line-${$$props.selected}` : void 0]);
	bind_value(input, () => get(filter), ($$value) => set(filter, $$value));
	event("scroll", div, () => set(scrollTop, get(frame)?.scrollTop ?? 0, true));
	delegated("keydown", div, press);
	delegated("pointerover", div, (event) => $$props.onhint(event.target.closest("[data-visit]")?.dataset.visit ?? null));
	event("pointerleave", div, () => $$props.onhint(null));
	bind_element_size(div, "clientHeight", ($$value) => set(height, $$value));
	append($$anchor, section_1);
	return pop($$exports);
}
delegate([
	"keydown",
	"pointerover",
	"click"
]);
// src/board/walk.ts
var visitsOf = (row) => (row?.items ?? []).filter((item) => item.kind === "visit");
/**
* The bubble an arrow key leads to: left and right within the row, up and down to the nearest in time in the next row that has any.
* Stays where it is at the edges; starts with the first bubble when none is selected.
*/
function walk(rows, from, key) {
	const here = from === null ? null : find(rows, from);
	if (here === null) return visitsOf(rows.find((row) => visitsOf(row).length > 0))[0]?.key ?? null;
	const row = visitsOf(rows[here.row]);
	const index = row.findIndex((item) => item.key === from);
	switch (key) {
		case "ArrowLeft": return row[index - 1]?.key ?? from;
		case "ArrowRight": return row[index + 1]?.key ?? from;
		case "Home": return row[0]?.key ?? from;
		case "End": return row.at(-1)?.key ?? from;
		case "ArrowUp":
		case "ArrowDown": {
			const by = key === "ArrowUp" ? -1 : 1;
			for (let next = here.row + by; next >= 0 && next < rows.length; next += by) {
				const nearest = nearestTo(visitsOf(rows[next]), here.item);
				if (nearest) return nearest;
			}
			return from;
		}
		default: return from;
	}
}
function nearestTo(items, to) {
	const middle = (item) => (item.start + item.end) / 2;
	let best = null;
	for (const item of items) if (best === null || Math.abs(middle(item) - middle(to)) < Math.abs(middle(best) - middle(to))) best = item;
	return best?.key ?? null;
}
// src/board/WeekList.svelte
var root$1 = from_html(`<td class="num s-2qffym"> </td> <td> </td> <td> </td> <td class="num wide s-2qffym"> </td> <td class="num wide s-2qffym"> </td> <td class="num s-2qffym"> </td>`, 1);
var root_1$1 = from_html(`<td><!></td>`);
var root_2$1 = from_html(`<tr><th scope="row" class="s-2qffym"><button type="button" class="s-2qffym"> </button></th><!></tr>`);
var root_3$1 = from_html(`<div class="week scroll s-2qffym"><!> <table class="s-2qffym"><thead class="s-2qffym"><tr><th scope="col" class="s-2qffym">Day</th><th scope="col" class="s-2qffym">On the schedule</th><th scope="col" class="s-2qffym">Unassigned</th><th scope="col" class="s-2qffym">Alerts</th><th scope="col" class="wide s-2qffym">Hold</th><th scope="col" class="wide s-2qffym">Driving</th><th scope="col" class="s-2qffym">Value</th></tr></thead><tbody></tbody></table></div>`);
function WeekList($$anchor, $$props) {
	push($$props, true);
	let boards = state({});
	let problem = state(null);
	const dates = user_derived(() => Array.from({ length: 7 }, (_, day) => daysLater($$props.date, day)));
	user_effect(() => {
		const reading = new AbortController();
		readAll(get(dates), reading.signal);
		return () => reading.abort();
	});
	/** One day after the other: the first is on the screen before the last is asked for. */
	async function readAll(wanted, signal) {
		set(problem, null);
		for (const day of wanted) {
			const answer = await board(day, signal);
			if (signal.aborted) return;
			if (answer.ok) set(boards, {
				...get(boards),
				[day]: answer.value
			});
			else set(problem, answer.problem);
		}
	}
	const noon = (day) => `${day}T17:00:00Z`;
	var div = root_3$1();
	var node = child(div);
	var consequent = ($$anchor) => {
		ProblemNote($$anchor, { get problem() {
			return get(problem);
		} });
	};
	if_block(node, ($$render) => {
		if (get(problem)) $$render(consequent);
	});
	var table = sibling(node, 2);
	var tbody = sibling(child(table));
	each(tbody, 20, () => get(dates), (day) => day, ($$anchor, day) => {
		const board = user_derived(() => get(boards)[day]);
		const sums = user_derived(() => get(board) ? counts(get(board).visits) : null);
		var tr = root_2$1();
		var th = child(tr);
		var button = child(th);
		var text = only_child(button);
		reset(th);
		var node_1 = sibling(th);
		var consequent_1 = ($$anchor) => {
			var fragment_1 = root$1();
			var td = first_child(fragment_1);
			var text_1 = only_child(td, true);
			var td_1 = sibling(td, 2);
			let classes;
			var text_2 = only_child(td_1, true);
			var td_2 = sibling(td_1, 2);
			let classes_1;
			var text_3 = only_child(td_2, true);
			var td_3 = sibling(td_2, 2);
			var text_4 = only_child(td_3, true);
			var td_4 = sibling(td_3, 2);
			var text_5 = only_child(td_4, true);
			var td_5 = sibling(td_4, 2);
			var text_6 = only_child(td_5, true);
			template_effect(($0, $1, $2) => {
				set_text(text_1, $0);
				classes = set_class(td_1, 1, "num s-2qffym", null, classes, { some: get(sums).unassigned > 0 });
				set_text(text_2, get(sums).unassigned);
				classes_1 = set_class(td_2, 1, "num s-2qffym", null, classes_1, { alerting: get(sums).alerts > 0 });
				set_text(text_3, get(sums).alerts);
				set_text(text_4, get(sums).hold);
				set_text(text_5, $1);
				set_text(text_6, $2);
			}, [
				() => get(board).visits.filter(onSchedule).length,
				() => hours(get(board).drive_minutes),
				() => dollars(get(board).value_cents)
			]);
			append($$anchor, fragment_1);
		};
		var alternate = ($$anchor) => {
			var fragment_2 = comment();
			var node_2 = first_child(fragment_2);
			each(node_2, 16, () => ({ length: 6 }), index, ($$anchor, _, at) => {
				var td_6 = root_1$1();
				set_class(td_6, 1, clsx({ wide: at === 3 || at === 4 }), "s-2qffym");
				var node_3 = child(td_6);
				Skeleton(node_3, { width: "48px" });
				reset(td_6);
				append($$anchor, td_6);
			});
			append($$anchor, fragment_2);
		};
		if_block(node_1, ($$render) => {
			if (get(board) && get(sums)) $$render(consequent_1);
			else $$render(alternate, -1);
		});
		reset(tr);
		template_effect(($0) => set_text(text, `${$0 ?? ""}${day === company.today ? ", today" : ""}`), [() => company.times.day(noon(day))]);
		delegated("click", button, () => $$props.onopen(day));
		append($$anchor, tr);
	});
	reset(tbody);
	reset(table);
	reset(div);
	append($$anchor, div);
	pop();
}
delegate(["click"]);
// src/board/BoardPage.svelte
var root = from_html(`<div class="work s-b1q3z7"><!></div>`);
var root_1 = from_html(`<div class="failed s-b1q3z7"><!></div>`);
var root_2 = from_html(`<div class="lines s-b1q3z7"><!></div> <!> <div class="tray s-b1q3z7"><!></div>`, 1);
var root_3 = from_html(`<!> <div><!></div>`, 1);
var root_4 = from_html(`<div class="work s-b1q3z7"><div class="main s-b1q3z7"><!></div> <!></div>`);
var root_5 = from_html(`<div class="hand s-b1q3z7" aria-hidden="true"></div> <div class="tip s-b1q3z7" aria-hidden="true"><!></div>`, 1);
var root_6 = from_html(`<p> </p>`);
var root_7 = from_html(`<div class="refusal s-b1q3z7" role="alert"></div>`);
var root_8 = from_html(`<div class="page s-b1q3z7"><!> <!></div> <!> <!> <!> <p class="unseen" aria-live="polite"> </p>`, 1);
function BoardPage($$anchor, $$props) {
	push($$props, true);
	const open = new OpenBoard();
	const acts = new Acts(open);
	const carry = new Carry(() => open.rows);
	const suggesting = new Suggesting();
	let timeline = state(void 0);
	let tray = state(void 0);
	let tab = state("details");
	let detail = state({ is: "loading" });
	let main = proxy({
		width: 0,
		height: 0
	});
	const address = user_derived(() => {
		router.route;
		return {
			...read$1(new URLSearchParams(location.search)),
			date: $$props.date,
			visit: $$props.visit
		};
	});
	const wanted = user_derived(() => get(address).date !== null && isDate(get(address).date) ? get(address).date : null);
	const shownDate = user_derived(() => get(wanted) ?? open.board?.date ?? company.today);
	const phone = user_derived(() => (innerWidth$1.current ?? 1200) <= 720);
	const shown = user_derived(() => get(address).visit !== null && open.visits.get(get(address).visit) || null);
	const board = user_derived(() => open.board);
	const trayVisits = user_derived(() => {
		const zone = company.view?.zones.find((one) => one.id === get(address).zone)?.name;
		return (get(board)?.visits ?? []).filter((one) => (!get(address).unit || one.unit_id === get(address).unit) && (!zone || one.zone === zone));
	});
	function go(change) {
		router.go(write({
			...get(address),
			...change
		}));
	}
	function show(id) {
		if (id !== null) open.selected = id;
		if (get(address).visit !== id) router.swap(write({
			...get(address),
			visit: id
		}));
	}
	user_effect(() => {
		const asked = get(wanted);
		untrack(() => void open.open(asked));
	});
	user_effect(() => {
		open.filter = {
			units: new Set(get(address).unit ? [get(address).unit] : []),
			zones: new Set(get(address).zone ? [get(address).zone] : [])
		};
	});
	onMount(() => () => open.close());
	user_effect(() => {
		const id = get(address).visit;
		if (id === null || get(board) === null || open.visits.has(id)) return;
		untrack(() => elsewhere(id));
	});
	async function elsewhere(id) {
		const answer = await visit(id);
		if (get(address).visit !== id) return;
		const there = answer.ok ? company.times.date(answer.value.visit.start ?? answer.value.visit.window.start) : null;
		if (there !== null && there !== open.board?.date) router.swap(write({
			...get(address),
			date: there
		}));
		else router.swap(write({
			...get(address),
			visit: null
		}));
	}
	const shownId = user_derived(() => get(shown)?.id ?? null);
	const stamp = user_derived(() => get(board)?.position ?? 0);
	user_effect(() => {
		const id = get(shownId);
		get(stamp);
		if (id === null) return;
		const reading = new AbortController();
		untrack(() => readDetail(id, reading.signal));
		return () => reading.abort();
	});
	async function readDetail(id, signal) {
		if (get(detail).is === "ready" && get(detail).value.visit.id !== id) set(detail, { is: "loading" });
		suggesting.about(id, null);
		const answer = await visit(id, signal);
		if (signal?.aborted || get(shownId) !== id) return;
		set(detail, answer.ok ? {
			is: "ready",
			value: answer.value
		} : {
			is: "failed",
			problem: answer.problem
		});
		if (answer.ok) suggesting.about(id, answer.value.suggestion_id ?? null);
	}
	user_effect(() => {
		const id = get(shownId);
		if (id === null) return;
		untrack(() => {
			open.selected = id;
			tick().then(() => get(timeline)?.reveal(id));
		});
	});
	user_effect(() => {
		const proposal = get(shownId) === null ? [] : suggesting.proposal;
		untrack(() => {
			const appears = proposal.length > 0 && open.proposal.length === 0;
			open.proposal = proposal;
			const spot = proposal[0]?.to;
			const row = spot ? open.rows.findIndex((one) => one.technician.id === spot.technician) : -1;
			if (appears && spot && row >= 0) get(timeline)?.show(row, spot.start, spot.end);
		});
	});
	const NOUNS = [
		"appointment",
		"job",
		"event",
		"reservation",
		"technician"
	];
	refetchOn((entry) => entry.kind === "settings_changed" || entry.kind !== "suggestion_made" && NOUNS.some((noun) => about(entry, noun)), () => void open.read());
	let mode = null;
	user_effect(() => {
		const next = open.standing?.mode ?? null;
		if (next !== null && mode !== null && next !== mode && next !== company.view?.board_mode) {
			toasts.say(`Dispatch Assist is set to ${words(next)}`);
			company.load();
		}
		mode = next ?? mode;
	});
	async function accept() {
		const accepted = await suggesting.accept();
		if (accepted === null) {
			open.said = suggesting.difference?.notice?.title ?? suggesting.difference?.title ?? "";
			return;
		}
		const { jobs, drive_seconds, value_cents } = accepted.gain;
		const done = `${accepted.message.title}: ${countDelta(jobs, "job")}, ${minutesDelta(drive_seconds / 60)}, ${moneyDelta(value_cents)}`;
		open.said = done;
		toasts.done(done, () => void undo(accepted.position));
		open.read();
	}
	async function undo(position) {
		if (await acts.undo(position)) suggesting.undone(position);
	}
	async function suggest(id) {
		if (id === null) return;
		show(id);
		await tick();
		suggesting.about(id, null);
		suggesting.ask();
	}
	function drop(at) {
		const now = carry.now;
		const move = carry.move();
		const refusals = carry.verdict?.refusals ?? [];
		const unmoved = carry.unmoved;
		carry.end();
		if (now === null) return;
		if (now.thing.kind === "event") {
			if (move?.move === "shift_event" && !unmoved) acts.shift(now.thing.event, move.start, at, refusals);
		} else if (now.over === "tray") acts.unassign(now.thing.visit);
		else if (now.over === "rows" && move?.move === "assign" && !unmoved) acts.assign(now.thing.visit, move.technician_id, move.start, at, refusals);
	}
	/** What lies under a press: a visit of the rows or the tray, or an event. */
	function thing(kind, id) {
		if (kind === "visit") {
			const visit = open.visits.get(id);
			return visit ? thingOfVisit(visit) : null;
		}
		const event = get(board)?.events.find((one) => one.id === id);
		return event ? thingOfEvent(event) : null;
	}
	/** Why it stays where it is; nothing when it may be carried. */
	function stuck(thing) {
		if (thing.kind === "event") return thing.event.movable ? null : `${thing.name} is fixed, so it stays where it is`;
		return canMove(thing.visit) ? null : `${thing.name} is ${LOOK_NAMES[lookOf(thing.visit)]}, so it stays where it is`;
	}
	const hooks = {
		carry,
		surface: () => get(timeline) ?? null,
		tray: () => get(tray)?.rect() ?? null,
		rows: () => open.rows,
		thing,
		stuck,
		may: () => session.may("edit_board"),
		refuse: (words, at) => acts.refusal = {
			words: [words],
			...at
		},
		drop
	};
	/** Takes the selected visit up with the keys; one from the tray starts where it could go. */
	function takeUp() {
		const one = open.selected === null ? void 0 : open.visits.get(open.selected);
		if (!one || open.rows.length === 0) return;
		const found = onSchedule(one) ? find(open.rows, one.id) : null;
		const from = found ? {
			row: found.row,
			start: found.item.start
		} : null;
		const row = Math.max(0, open.rows.findIndex((each) => each.technician.id === one.technician_id));
		carry.take({
			thing: thingOfVisit(one),
			by: "keys",
			over: "nowhere",
			place: null,
			from
		});
		carry.to("rows", from ?? {
			row,
			start: Date.parse(one.start ?? one.window.start)
		});
		get(timeline)?.focus();
		follow();
		open.said = `Moving ${one.reference}. Arrows move it, Enter drops it, Escape leaves it.`;
	}
	function follow() {
		const now = carry.now;
		if (!now?.place) return;
		get(timeline)?.show(now.place.row, now.place.start, now.place.start + now.thing.duration);
		open.said = `${company.times.time(now.place.start)}, ${open.rows[now.place.row]?.technician.name ?? ""}`;
	}
	/** Keys on the timeline: they carry, or they walk from bubble to bubble. */
	function press(event) {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const now = carry.now;
		if (now?.by === "keys" && now.place && get(board)) {
			const place = step({
				start: Date.parse(get(board).day_start),
				end: Date.parse(get(board).day_end),
				scale: 1
			}, now.place, event.key, event.shiftKey, now.thing.duration, open.rows.length);
			if (place) {
				carry.to("rows", place);
				follow();
			} else if (event.key === "Enter") drop(tipPlace());
			else if (event.key === "t") {
				carry.end();
				if (now.thing.kind === "visit") acts.unassign(now.thing.visit);
			} else return;
			event.preventDefault();
		} else if (/^(Arrow|Home$|End$)/.test(event.key)) {
			event.preventDefault();
			const next = walk(open.rows, open.selected, event.key);
			if (next === null) return;
			open.selected = next;
			get(timeline)?.reveal(next);
			const one = open.visits.get(next);
			if (one) open.said = spoken(one, company.times);
			if (get(address).visit !== null) show(next);
		}
	}
	const tipTop = user_derived(() => carry.now?.by === "touch" ? Math.max(8, carry.pointer.y - 112) : Math.min(carry.pointer.y + 28, innerHeight - 120));
	function tipPlace() {
		const tip = document.querySelector(".key-tip")?.getBoundingClientRect();
		return {
			x: tip?.left ?? innerWidth / 2,
			y: tip?.top ?? innerHeight / 2
		};
	}
	function click(event) {
		const id = event.target.closest("[data-visit]")?.dataset.visit;
		if (id) show(id);
	}
	boardKeys({
		open,
		carry,
		acts,
		suggesting,
		address: () => get(address),
		date: () => get(shownDate),
		shown: () => get(shown),
		go,
		show,
		takeUp,
		accept: () => void accept(),
		suggest: () => void suggest(open.selected),
		why: () => {
			show(open.selected);
			set(tab, "why");
		},
		zoom: (factor) => get(timeline)?.zoom(factor),
		focus: () => get(timeline)?.focus()
	});
	var fragment = root_8();
	event("pointerdown", $window, () => acts.refusal && acts.dismiss());
	var div = first_child(fragment);
	var node = child(div);
	BoardHead(node, {
		get address() {
			return get(address);
		},
		get board() {
			return get(board);
		},
		get date() {
			return get(shownDate);
		},
		get standing() {
			return open.standing;
		},
		go,
		onzoom: (factor) => get(timeline)?.zoom(factor),
		onmode: () => void open.read(),
		onstanding: () => void suggest(open.standing?.appointment_ids[0] ?? null)
	});
	var node_1 = sibling(node, 2);
	var consequent = ($$anchor) => {
		var div_1 = root();
		WeekList(child(div_1), {
			get date() {
				return get(shownDate);
			},
			onopen: (day) => go({
				date: day,
				span: "day"
			})
		});
		reset(div_1);
		append($$anchor, div_1);
	};
	var alternate_3 = ($$anchor) => {
		var div_2 = root_4();
		var div_3 = child(div_2);
		var node_3 = child(div_3);
		var consequent_1 = ($$anchor) => {
			var div_4 = root_1();
			var node_4 = child(div_4);
			ProblemNote(node_4, {
				get problem() {
					return open.problem;
				},
				retry: () => void open.open(get(wanted))
			});
			reset(div_4);
			append($$anchor, div_4);
		};
		var consequent_2 = ($$anchor) => {
			BoardSkeleton($$anchor, {});
		};
		var consequent_3 = ($$anchor) => {
			PhoneBoard($$anchor, {
				get board() {
					return get(board);
				},
				get rows() {
					return open.rows;
				},
				onopen: (id) => show(id)
			});
		};
		var alternate_2 = ($$anchor) => {
			var fragment_3 = root_2();
			var div_5 = first_child(fragment_3);
			var node_5 = child(div_5);
			var consequent_5 = ($$anchor) => {
				{
					let $0 = user_derived(() => get(board).technicians.length === 0 ? "No technicians yet" : "Nobody matches the filters");
					EmptyState($$anchor, {
						icon: "users",
						get title() {
							return get($0);
						},
						children: ($$anchor, $$slotProps) => {
							var fragment_5 = comment();
							var node_6 = first_child(fragment_5);
							var consequent_4 = ($$anchor) => {
								var text$1 = text("Technicians come with the company’s data: import a CSV or start the demo.");
								append($$anchor, text$1);
							};
							var alternate = ($$anchor) => {
								Button($$anchor, {
									onclick: () => go({
										unit: null,
										zone: null
									}),
									children: ($$anchor, $$slotProps) => {
										next();
										var text_1 = text("Show everyone");
										append($$anchor, text_1);
									},
									$$slots: { default: true }
								});
							};
							if_block(node_6, ($$render) => {
								if (get(board).technicians.length === 0) $$render(consequent_4);
								else $$render(alternate, -1);
							});
							append($$anchor, fragment_5);
						},
						$$slots: { default: true }
					});
				}
			};
			var alternate_1 = ($$anchor) => {
				{
					let $0 = user_derived(() => ({
						width: main.width,
						height: main.height - habits.tray - 1
					}));
					bind_this(Timeline($$anchor, {
						get open() {
							return open;
						},
						get board() {
							return get(board);
						},
						get carry() {
							return carry;
						},
						get room() {
							return get($0);
						},
						onkeydown: press
					}), ($$value) => set(timeline, $$value, true), () => get(timeline));
				}
			};
			if_block(node_5, ($$render) => {
				if (open.rows.length === 0) $$render(consequent_5);
				else $$render(alternate_1, -1);
			});
			reset(div_5);
			var node_7 = sibling(div_5, 2);
			Splitter(node_7, {
				label: "Height of the tray",
				get value() {
					return habits.tray;
				},
				least: 72,
				most: 640,
				onchange: (value) => habits.keep({ tray: value })
			});
			var div_6 = sibling(node_7, 2);
			let styles;
			var node_8 = child(div_6);
			{
				let $0 = user_derived(() => carry.now?.over === "tray");
				bind_this(Tray(node_8, {
					get visits() {
						return get(trayVisits);
					},
					get selected() {
						return open.selected;
					},
					get room() {
						return habits.tray;
					},
					get target() {
						return get($0);
					},
					onselect: (id) => open.selected = id,
					onhint: (id) => open.hinted = id
				}), ($$value) => set(tray, $$value, true), () => get(tray));
			}
			reset(div_6);
			template_effect(() => styles = set_style(div_6, "", styles, { height: `${habits.tray ?? ""}px` }));
			append($$anchor, fragment_3);
		};
		if_block(node_3, ($$render) => {
			if (open.problem) $$render(consequent_1);
			else if (get(board) === null) $$render(consequent_2, 1);
			else if (get(phone)) $$render(consequent_3, 2);
			else $$render(alternate_2, -1);
		});
		reset(div_3);
		var node_9 = sibling(div_3, 2);
		var consequent_7 = ($$anchor) => {
			var fragment_8 = root_3();
			var node_10 = first_child(fragment_8);
			var consequent_6 = ($$anchor) => {
				Splitter($$anchor, {
					upright: true,
					label: "Width of the details",
					get value() {
						return habits.flyout;
					},
					least: 340,
					most: 720,
					onchange: (value) => habits.keep({ flyout: value })
				});
			};
			if_block(node_10, ($$render) => {
				if (!get(phone)) $$render(consequent_6);
			});
			var div_7 = sibling(node_10, 2);
			let classes;
			let styles_1;
			Flyout(child(div_7), {
				get visit() {
					return get(shown);
				},
				get detail() {
					return get(detail);
				},
				get acts() {
					return acts;
				},
				get suggesting() {
					return suggesting;
				},
				get stamp() {
					return get(stamp);
				},
				onclose: () => {
					show(null);
					get(timeline)?.focus();
				},
				onaccept: () => void accept(),
				onundo: (position) => void undo(position),
				onretry: () => get(shown) && void readDetail(get(shown).id),
				get tab() {
					return get(tab);
				},
				set tab($$value) {
					set(tab, $$value, true);
				}
			});
			reset(div_7);
			template_effect(() => {
				classes = set_class(div_7, 1, "flyout s-b1q3z7", null, classes, { phone: get(phone) });
				styles_1 = set_style(div_7, "", styles_1, { width: get(phone) ? null : `${habits.flyout}px` });
			});
			append($$anchor, fragment_8);
		};
		if_block(node_9, ($$render) => {
			if (get(shown)) $$render(consequent_7);
		});
		reset(div_2);
		action(div_2, ($$node, $$action_arg) => dragging?.($$node, $$action_arg), () => hooks);
		delegated("click", div_2, click);
		bind_element_size(div_3, "clientWidth", ($$value) => main.width = $$value);
		bind_element_size(div_3, "clientHeight", ($$value) => main.height = $$value);
		append($$anchor, div_2);
	};
	if_block(node_1, ($$render) => {
		if (get(address).span === "week") $$render(consequent);
		else $$render(alternate_3, -1);
	});
	reset(div);
	var node_12 = sibling(div, 2);
	var consequent_8 = ($$anchor) => {
		var fragment_10 = root_5();
		var div_8 = first_child(fragment_10);
		var div_9 = sibling(div_8, 2);
		let styles_2;
		CarryTip(child(div_9), {
			get carry() {
				return carry;
			},
			get open() {
				return open;
			}
		});
		reset(div_9);
		template_effect(($0) => styles_2 = set_style(div_9, "", styles_2, { transform: $0 }), [() => `translate(${Math.min(carry.pointer.x + 16, innerWidth - 320)}px, ${get(tipTop) ?? ""}px)`]);
		event("wheel", div_8, (event) => get(timeline)?.scrollBy(event.deltaX, event.deltaY));
		append($$anchor, fragment_10);
	};
	if_block(node_12, ($$render) => {
		if (carry.now && carry.now.by !== "keys") $$render(consequent_8);
	});
	var node_14 = sibling(node_12, 2);
	var consequent_9 = ($$anchor) => {
		var div_10 = root_7();
		let styles_3;
		each(div_10, 21, () => acts.refusal.words, index, ($$anchor, words, at, $$array) => {
			var p = root_6();
			var text_2 = only_child(p, true);
			template_effect(() => set_text(text_2, get(words)));
			append($$anchor, p);
		});
		reset(div_10);
		template_effect(($0) => styles_3 = set_style(div_10, "", styles_3, { transform: $0 }), [() => `translate(${Math.min(acts.refusal.x + 12, innerWidth - 340)}px, ${Math.min(acts.refusal.y + 12, innerHeight - 120)}px)`]);
		append($$anchor, div_10);
	};
	if_block(node_14, ($$render) => {
		if (acts.refusal) $$render(consequent_9);
	});
	var node_15 = sibling(node_14, 2);
	ReasonDialog(node_15, { get acts() {
		return acts;
	} });
	var p_1 = sibling(node_15, 2);
	var text_3 = only_child(p_1, true);
	template_effect(() => set_text(text_3, open.said));
	append($$anchor, fragment);
	pop();
}
delegate(["click"]);
export { BoardPage as default };

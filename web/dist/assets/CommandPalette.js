import { B as Kbd, Bn as user_derived, Bt as prop, Dn as user_effect, En as template_effect, Gt as set_attribute, It as phoneNumber, Jn as reset, Ln as set, Mn as first_child, Nn as only_child, O as leadState, Pn as sibling, S as channel, Un as pop, Ut as bind_value, V as Icon, Vn as autofocus, Vt as bind_this, Wn as push, Wt as remove_input_defaults, _n as delegated, an as if_block, bn as get, cn as set_text, fn as from_html, gn as delegate, it as leads, jn as child, mn as props_id, n as find, nn as each, pt as search, q as board, un as append, xn as tick, zn as state } from "./shared.js";
import { a as theme, c as router, p as keys, r as Dialog } from "./app.js";
// src/shell/CommandPalette.svelte
var root = from_html(`<span class="quiet detail s-nshyc4"> </span>`);
var root_1 = from_html(`<li role="option" class="s-nshyc4"><!> <span class="words one-line s-nshyc4"> <!></span> <span class="quiet kind s-nshyc4"> </span> <!></li>`);
var root_2 = from_html(`<li class="none quiet s-nshyc4" role="option" aria-selected="false"> </li>`);
var root_3 = from_html(`<div class="box s-nshyc4"><!> <input placeholder="A name, a phone, an address, a job number, or what to do" role="combobox" aria-label="Search or do" aria-expanded="true" autocomplete="off" spellcheck="false" class="s-nshyc4"/> <!></div> <ul role="listbox" aria-label="Found" class="s-nshyc4"></ul>`, 1);
function CommandPalette($$anchor, $$props) {
	const id = props_id();
	push($$props, true);
	let open = prop($$props, "open", 15);
	const MOST = 9;
	const LEAST = 2;
	const PAUSE = 120;
	let query = state("");
	let at = state(0);
	let leads$1 = state([]);
	let visits = state([]);
	/** What the server knows besides: phones, technicians, customers, other days. For the query it was asked with. */
	let elsewhere = state({
		query: "",
		entries: []
	});
	let list = state(void 0);
	const doings = user_derived(() => {
		if (!open()) return [];
		const able = keys.all.filter((shortcut) => !shortcut.quiet && (shortcut.when?.() ?? true));
		const themes = [
			"system",
			"light",
			"dark"
		].filter((choice) => choice !== theme.choice);
		return [...able.map((shortcut) => ({
			key: `do ${shortcut.keys.join(" ")} ${shortcut.label}`,
			words: shortcut.label,
			detail: shortcut.group,
			kind: shortcut.group,
			icon: "bolt",
			keys: shortcut.keys[0] ?? "",
			run: shortcut.run
		})), ...themes.map((choice) => ({
			key: `theme ${choice}`,
			words: choice === "system" ? "Theme of the system" : `${choice === "light" ? "Light" : "Dark"} theme`,
			detail: "Look",
			kind: "Look",
			icon: "screen",
			run: () => theme.set(choice)
		}))];
	});
	const asked = user_derived(() => get(query).trim());
	const found = user_derived(() => {
		const near = find([
			...get(doings),
			...get(leads$1),
			...get(visits)
		], get(query), MOST);
		const known = new Set(near.map((entry) => entry.key));
		const far = get(elsewhere).query === get(asked) ? get(elsewhere).entries.filter((entry) => !known.has(entry.key)) : [];
		const doing = near.filter((entry) => entry.key.startsWith("do ") || entry.key.startsWith("theme "));
		const things = near.filter((entry) => !doing.includes(entry));
		return get(asked) === "" ? near : [
			...things,
			...far,
			...doing
		].slice(0, MOST + far.length);
	});
	const looking = user_derived(() => get(asked).length >= LEAST && get(elsewhere).query !== get(asked));
	const chosen = user_derived(() => get(found)[Math.min(get(at), get(found).length - 1)]);
	user_effect(() => {
		if (!open()) return;
		set(query, "");
		set(at, 0);
		loadLeads();
		loadVisits();
	});
	user_effect(() => {
		const query = get(asked);
		if (!open() || query.length < LEAST) return;
		const stop = new AbortController();
		const timer = setTimeout(() => void look(query, stop.signal), PAUSE);
		return () => {
			clearTimeout(timer);
			stop.abort();
		};
	});
	async function look(query, signal) {
		const answer = await search(query, signal);
		if (signal.aborted) return;
		set(elsewhere, {
			query,
			entries: answer.ok ? answer.value.hits.map(entryOf) : []
		});
	}
	const HITS = {
		visit: {
			icon: "board",
			words: "Visit"
		},
		lead: {
			icon: "inbox",
			words: "Request"
		},
		technician: {
			icon: "user",
			words: "Technician"
		},
		customer: {
			icon: "home",
			words: "Customer"
		}
	};
	function entryOf(hit) {
		const { icon, words } = HITS[hit.kind] ?? {
			icon: "search",
			words: hit.kind
		};
		return {
			key: `${hit.kind} ${hit.id}`,
			words: hit.title,
			detail: hit.detail,
			kind: words,
			icon,
			run: () => goTo(hit)
		};
	}
	function goTo({ kind, id, title, date }) {
		if (kind === "visit") router.go({
			page: "board",
			date: date ?? null,
			visit: id
		});
		else if (kind === "lead") router.go({
			page: "inbox",
			lead: id,
			show: "all"
		});
		else if (kind === "technician") router.go({
			page: "board",
			date: date ?? null,
			visit: null
		});
		else ask(title);
	}
	/** A customer is asked for again by their name: what they have booked stands below it. */
	function ask(words) {
		open(true);
		tick().then(() => set(query, words, true));
	}
	async function loadLeads() {
		const answer = await leads("all");
		if (!answer.ok) return;
		set(leads$1, answer.value.leads.map((lead) => ({
			key: `lead ${lead.id}`,
			words: phoneNumber(lead.who),
			detail: `${lead.reference} ${lead.problem}`,
			kind: leadState(lead.state).words,
			icon: channel(lead.channel).icon,
			run: () => router.go({
				page: "inbox",
				lead: lead.id,
				show: lead.state === "booked" ? "booked" : "open"
			})
		})));
	}
	async function loadVisits() {
		const answer = await board();
		if (!answer.ok) return;
		const { date, visits: list } = answer.value;
		set(visits, list.map((visit) => ({
			key: `visit ${visit.id}`,
			words: `${visit.reference} ${visit.customer}`,
			detail: `${visit.job_type} ${visit.zip}`,
			kind: "Today",
			icon: "board",
			run: () => router.go({
				page: "board",
				date,
				visit: visit.id
			})
		})));
	}
	async function move(by) {
		set(at, (Math.min(get(at), get(found).length - 1) + by + get(found).length) % get(found).length);
		await tick();
		get(list)?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
	}
	function run(entry) {
		if (entry === void 0) return;
		open(false);
		entry.run();
	}
	function press(event) {
		if (event.key === "ArrowDown") move(1);
		else if (event.key === "ArrowUp") move(-1);
		else if (event.key === "Enter") run(get(chosen));
		else return;
		event.preventDefault();
	}
	Dialog($$anchor, {
		title: "Search or do",
		width: "600px",
		bare: true,
		high: true,
		get open() {
			return open();
		},
		set open($$value) {
			open($$value);
		},
		children: ($$anchor, $$slotProps) => {
			var fragment_1 = root_3();
			var div = first_child(fragment_1);
			var node = child(div);
			Icon(node, { name: "search" });
			var input = sibling(node, 2);
			remove_input_defaults(input);
			autofocus(input, true);
			var node_1 = sibling(input, 2);
			Kbd(node_1, { keys: "Escape" });
			reset(div);
			var ul = sibling(div, 2);
			each(ul, 23, () => get(found), (entry) => entry.key, ($$anchor, entry, index) => {
				var li = root_1();
				var node_2 = child(li);
				Icon(node_2, {
					get name() {
						return get(entry).icon;
					},
					size: 14
				});
				var span = sibling(node_2, 2);
				var text = child(span, true);
				var node_3 = sibling(text);
				var consequent = ($$anchor) => {
					var span_1 = root();
					var text_1 = only_child(span_1, true);
					template_effect(() => set_text(text_1, get(entry).detail));
					append($$anchor, span_1);
				};
				if_block(node_3, ($$render) => {
					if (get(entry).detail !== get(entry).kind) $$render(consequent);
				});
				reset(span);
				var span_2 = sibling(span, 2);
				var text_2 = only_child(span_2, true);
				var node_4 = sibling(span_2, 2);
				var consequent_1 = ($$anchor) => {
					Kbd($$anchor, { get keys() {
						return get(entry).keys;
					} });
				};
				if_block(node_4, ($$render) => {
					if (get(entry).keys) $$render(consequent_1);
				});
				reset(li);
				template_effect(() => {
					set_attribute(li, "id", `${id}-${get(index) ?? ""}`);
					set_attribute(li, "aria-selected", get(entry) === get(chosen));
					set_text(text, get(entry).words);
					set_text(text_2, get(entry).kind);
				});
				delegated("click", li, () => run(get(entry)));
				delegated("pointermove", li, () => set(at, get(index), true));
				append($$anchor, li);
			}, ($$anchor) => {
				var li_1 = root_2();
				var text_3 = only_child(li_1, true);
				template_effect(() => set_text(text_3, get(looking) ? "Looking…" : `Nothing is called “${get(query)}”. Try a name, a phone, an address or a job number of any day.`));
				append($$anchor, li_1);
			});
			reset(ul);
			bind_this(ul, ($$value) => set(list, $$value), () => get(list));
			template_effect(($0) => {
				set_attribute(input, "aria-controls", `${id}-list`);
				set_attribute(input, "aria-activedescendant", $0);
				set_attribute(ul, "id", `${id}-list`);
			}, [() => get(chosen) ? `${id}-${get(found).indexOf(get(chosen))}` : void 0]);
			delegated("input", input, () => set(at, 0));
			delegated("keydown", input, press);
			bind_value(input, () => get(query), ($$value) => set(query, $$value));
			append($$anchor, fragment_1);
		},
		$$slots: { default: true }
	});
	pop();
}
delegate([
	"input",
	"keydown",
	"click",
	"pointermove"
]);
export { CommandPalette as default };

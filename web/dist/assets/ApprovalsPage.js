import { $ as decideApproval, $t as head, A as TwoPanes, Bn as user_derived, Dn as user_effect, E as hazardWords, En as template_effect, F as wayBack, Gt as set_attribute, Hn as remove_textarea_child, I as Since, It as phoneNumber, Jn as reset, K as approvals, L as Due, Ln as set, M as Loaded, Mn as first_child, N as asked, Nn as only_child, P as missed, Pn as sibling, R as toasts, Rt as words, U as company, Un as pop, Ut as bind_value, V as Icon, Vt as bind_this, Wn as push, _ as findingWords, _n as delegated, an as if_block, bn as get, c as Conversation, cn as set_text, d as Trace, dn as comment, f as WindowList, fn as from_html, g as binding, gn as delegate, h as named, hn as text, in as key, j as Skeleton, jn as child, jt as dollars, k as whyNot, kn as $document, l as Panel, m as follow, nn as each, p as Tag, qn as next, rt as lead, un as append, vn as event, wn as deferred_template_effect, xn as tick, z as Button, zn as state } from "./shared.js";
import { c as router, f as refetchOn, m as shortcuts, n as ProblemNote, o as EmptyState, s as session, t as counts, u as about } from "./app.js";
// src/approvals/Approval.svelte
var root_1$1 = from_html(`<dd class="amber s-d8s22y"><!> </dd>`);
var root_2$1 = from_html(`<span class="s-d8s22y">edited</span><button type="button" class="why s-d8s22y">Take the written text</button>`, 1);
var root_3$1 = from_html(`<p class="quiet s-d8s22y">No message will be sent.</p>`);
var root_4$1 = from_html(`<p class="message s-d8s22y"> </p>`);
var root_5$1 = from_html(`<textarea rows="4" aria-label="Confirmation" class="s-d8s22y"></textarea>`);
var root_6$1 = from_html(`<p id="names-another" class="amber s-d8s22y" role="alert"><!> </p>`);
var root_7 = from_html(`<p class="quiet small s-d8s22y"> </p>`);
var root_8 = from_html(`<!> <!> <!>`, 1);
var root_9 = from_html(`<button type="button" class="why s-d8s22y" title="Why (W)"> </button>`);
var root_10 = from_html(`<div class="trace s-d8s22y"><!></div>`);
var root_11 = from_html(`<p class="s-d8s22y"> <span class="quiet s-d8s22y"> </span></p> <!>`, 1);
var root_12 = from_html(`<div class="refused s-d8s22y"><!> <!></div>`);
var root_13 = from_html(`<p class="quiet s-d8s22y"> </p>`);
var root_14 = from_html(`<p class="alert-text small s-d8s22y" role="alert">Say why in a few words.</p>`);
var root_15 = from_html(`<form class="s-d8s22y"><textarea rows="2" aria-label="Why it is rejected" placeholder="Why? The inbox shows it to whoever goes on with the lead." class="s-d8s22y"></textarea> <!> <div class="acts s-d8s22y"><!> <!></div></form>`);
var root_16 = from_html(`<div class="acts s-d8s22y"><!> <!> <!></div>`);
var root_17 = from_html(`<div class="pad s-d8s22y"><!></div>`);
var root_18 = from_html(`<div class="pad s-d8s22y"><!><!></div>`);
var root_19 = from_html(`<div class="approval s-d8s22y"><div class="proposal s-d8s22y"><div class="scroll body s-d8s22y"><header class="s-d8s22y"><span class="back s-d8s22y"><!></span> <div class="words s-d8s22y"><div class="top s-d8s22y"><h2 class="one-line s-d8s22y"> </h2> <span class="quiet num s-d8s22y"> </span> <!> <!></div> <p class="quiet s-d8s22y"> </p></div> <a class="open s-d8s22y" title="Open the lead (Enter)">Open the lead</a></header> <dl class="facts s-d8s22y"><div class="first s-d8s22y"><dt class="s-d8s22y"> </dt> <dd class="num big s-d8s22y"> </dd> <!></div> <div class="s-d8s22y"><dt class="s-d8s22y">Technician, planned</dt><dd class="num s-d8s22y"> </dd></div> <div class="s-d8s22y"><dt class="s-d8s22y">Job</dt><dd class="s-d8s22y"> </dd></div> <div title="What this kind of job usually brings" class="s-d8s22y"><dt class="s-d8s22y">Job value</dt><dd class="num s-d8s22y"> </dd></div> <div class="place s-d8s22y"><dt class="s-d8s22y">Address</dt><dd class="s-d8s22y"> </dd></div></dl> <!> <!> <!></div> <footer class="s-d8s22y"><!> <!></footer></div> <aside class="scroll s-d8s22y" aria-label="What they said"><!></aside></div>`);
function Approval($$anchor, $$props) {
	push($$props, true);
	/** What the customer said, beside what is proposed: an approval is a second look. */
	const lead$1 = new Loaded(() => lead($$props.approval.lead_id));
	let lit = state(null);
	lead$1.load();
	/** A card that has just come up is not decided by what was meant for the one before. Milliseconds. */
	const GUARD = 600;
	let settled = state(false);
	user_effect(() => {
		const timer = setTimeout(() => set(settled, true), GUARD);
		return () => clearTimeout(timer);
	});
	let doing = state("looking");
	/** The text as a person wrote it; null while it is the program's. */
	let edited = state(null);
	let other = state(null);
	let reason = state("");
	let asking = state(false);
	let busy = state(false);
	let refused = state(null);
	let why = state(false);
	let root;
	const may = user_derived(() => session.may("approve"));
	const reservation = user_derived(() => $$props.approval.reservation);
	const window = user_derived(() => get(other) ?? get(reservation));
	const short = user_derived(() => company.times.window(get(window).start, get(window).end));
	const trace = user_derived(() => $$props.approval.verdict.trace);
	const decided = user_derived(() => binding(get(trace)));
	const zone = user_derived(() => company.times.zone);
	const draft = user_derived(() => $$props.approval.message?.text ?? "");
	/** The program's text for the window that is chosen; null when it is written when it is booked. */
	const written = user_derived(() => get(other) === null ? get(draft) : get(other).message ?? null);
	const text$1 = user_derived(() => get(edited) ?? get(written) ?? get(draft));
	const strangers = user_derived(() => get(edited) === null ? [] : named(get(edited), get(window), get(zone)).filter((one) => !one.right));
	const wish = user_derived(() => lead$1.value === null ? null : asked(lead$1.value));
	const isMissed = user_derived(() => missed(get(window), $$props.approval.windows, get(trace)));
	async function turn(to) {
		set(doing, to, true);
		await tick();
		root.querySelector("textarea")?.focus();
	}
	function stop() {
		set(doing, "looking");
		set(edited, null);
		set(other, null);
		set(asking, false);
		set(refused, null);
	}
	function write(typed) {
		set(edited, typed === get(written) || typed.trim() === "" ? null : typed, true);
		set(refused, null);
	}
	/** Another window: the text goes with it, also one that a person has edited. */
	function choose(chosen) {
		if (get(edited) !== null) set(edited, follow(get(edited), get(window), chosen, get(zone)), true);
		set(other, chosen.start === get(reservation).start && chosen.end === get(reservation).end ? null : chosen);
		set(refused, null);
	}
	/** `sure`: the text names another day or hour than the window, and is to be sent all the same. */
	async function approve(sure = false) {
		if (!get(settled) || get(busy) || !get(may)) return;
		set(busy, true);
		set(refused, await $$props.decide({
			decision: "approve",
			as_of: $$props.approval.as_of,
			message: get(edited)?.trim() ?? null,
			...sure ? { message_confirmed: true } : {},
			window: get(other) === null ? null : {
				start: get(other).start,
				end: get(other).end
			}
		}));
		set(busy, false);
	}
	async function reject(event) {
		event.preventDefault();
		set(asking, true);
		if (get(reason).trim() !== "") await $$props.decide({
			decision: "reject",
			as_of: $$props.approval.as_of,
			reason: get(reason).trim()
		});
	}
	function press(event) {
		if (event.key === "Escape") stop();
		if (event.key !== "Enter" || event.repeat || !(event.metaKey || event.ctrlKey)) return;
		event.preventDefault();
		if (get(doing) === "editing") approve();
		else root.querySelector("form")?.requestSubmit();
	}
	shortcuts(() => [
		{
			keys: ["a"],
			label: `Approve ${get(short)} for ${$$props.approval.lead.who}`,
			group: "Approvals",
			when: () => get(may) && get(doing) !== "rejecting",
			run: () => void approve()
		},
		{
			keys: ["e"],
			label: "Edit the message or the window",
			group: "Approvals",
			when: () => get(may),
			run: () => void turn("editing")
		},
		{
			keys: ["x"],
			label: "Reject, with a reason",
			group: "Approvals",
			when: () => get(may),
			run: () => void turn("rejecting")
		},
		{
			keys: ["w"],
			label: "Why",
			group: "Approvals",
			run: () => set(why, !get(why))
		},
		{
			keys: ["Enter"],
			label: "Open the lead",
			group: "Approvals",
			quiet: true,
			run: () => root.querySelector("a.open")?.click()
		}
	]);
	var div = root_19();
	var div_1 = child(div);
	var div_2 = child(div_1);
	var header = child(div_2);
	var span = child(header);
	var node = child(span);
	Button(node, {
		tone: "plain",
		icon: "left",
		label: "Back to the approvals",
		get onclick() {
			return $$props.onback;
		}
	});
	reset(span);
	var div_3 = sibling(span, 2);
	var div_4 = child(div_3);
	var h2 = child(div_4);
	var text_1 = only_child(h2, true);
	var span_1 = sibling(h2, 2);
	var text_2 = only_child(span_1, true);
	var node_1 = sibling(span_1, 2);
	var consequent = ($$anchor) => {
		{
			let $0 = user_derived(() => $$props.approval.lead.urgency === "routine" ? "plain" : "paused");
			Tag($$anchor, {
				get tone() {
					return get($0);
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text_3 = text();
					template_effect(($0) => set_text(text_3, $0), [() => words($$props.approval.lead.urgency)]);
					append($$anchor, text_3);
				},
				$$slots: { default: true }
			});
		}
	};
	if_block(node_1, ($$render) => {
		if ($$props.approval.lead.urgency && $$props.approval.lead.urgency !== "none") $$render(consequent);
	});
	var node_2 = sibling(node_1, 2);
	each(node_2, 16, () => $$props.approval.lead.hazards, (hazard) => hazard, ($$anchor, hazard) => {
		Tag($$anchor, {
			tone: "alert",
			icon: "alert",
			children: ($$anchor, $$slotProps) => {
				next();
				var text_4 = text();
				template_effect(($0) => set_text(text_4, $0), [() => hazardWords(hazard)]);
				append($$anchor, text_4);
			},
			$$slots: { default: true }
		});
	});
	reset(div_4);
	var p = sibling(div_4, 2);
	var text_5 = only_child(p, true);
	reset(div_3);
	var a = sibling(div_3, 2);
	reset(header);
	var dl = sibling(header, 2);
	var div_5 = child(dl);
	var dt = child(div_5);
	var text_6 = only_child(dt, true);
	var dd = sibling(dt, 2);
	var text_7 = only_child(dd, true);
	var node_3 = sibling(dd, 2);
	var consequent_1 = ($$anchor) => {
		var dd_1 = root_1$1();
		var node_4 = child(dd_1);
		Icon(node_4, {
			name: "clock",
			size: 14
		});
		var text_8 = sibling(node_4, 1, true);
		reset(dd_1);
		template_effect(() => set_text(text_8, get(wish) === null ? "Not when they asked for" : `Asked: ${get(wish)}`));
		append($$anchor, dd_1);
	};
	if_block(node_3, ($$render) => {
		if (get(isMissed)) $$render(consequent_1);
	});
	reset(div_5);
	var div_6 = sibling(div_5, 2);
	var dd_2 = sibling(child(div_6));
	var text_9 = only_child(dd_2, true);
	reset(div_6);
	var div_7 = sibling(div_6, 2);
	var dd_3 = sibling(child(div_7));
	var text_10 = only_child(dd_3, true);
	reset(div_7);
	var div_8 = sibling(div_7, 2);
	var dd_4 = sibling(child(div_8));
	var text_11 = only_child(dd_4, true);
	reset(div_8);
	var div_9 = sibling(div_8, 2);
	var dd_5 = sibling(child(div_9));
	var text_12 = only_child(dd_5, true);
	reset(div_9);
	reset(dl);
	var node_5 = sibling(dl, 2);
	{
		const aside = ($$anchor) => {
			var fragment_4 = comment();
			var node_6 = first_child(fragment_4);
			var consequent_2 = ($$anchor) => {
				var fragment_5 = root_2$1();
				var button = sibling(first_child(fragment_5));
				delegated("click", button, () => set(edited, null));
				append($$anchor, fragment_5);
			};
			if_block(node_6, ($$render) => {
				if (get(edited) !== null) $$render(consequent_2);
			});
			append($$anchor, fragment_4);
		};
		let $0 = user_derived(() => $$props.approval.message ? `Confirmation to ${phoneNumber($$props.approval.message.to)}` : "Confirmation");
		Panel(node_5, {
			get title() {
				return get($0);
			},
			aside,
			children: ($$anchor, $$slotProps) => {
				var fragment_6 = root_8();
				var node_7 = first_child(fragment_6);
				var consequent_3 = ($$anchor) => {
					var p_1 = root_3$1();
					append($$anchor, p_1);
				};
				var consequent_4 = ($$anchor) => {
					var p_2 = root_4$1();
					var text_13 = only_child(p_2);
					template_effect(() => set_text(text_13, `The text will be written for ${get(short) ?? ""} when it is booked.`));
					append($$anchor, p_2);
				};
				var consequent_5 = ($$anchor) => {
					var textarea = root_5$1();
					remove_textarea_child(textarea);
					template_effect(() => {
						set_attribute(textarea, "aria-invalid", get(strangers).length > 0);
						set_attribute(textarea, "aria-describedby", get(strangers).length > 0 ? "names-another" : void 0);
					});
					delegated("keydown", textarea, press);
					bind_value(textarea, () => get(text$1), write);
					append($$anchor, textarea);
				};
				var alternate = ($$anchor) => {
					var p_3 = root_4$1();
					var text_14 = only_child(p_3, true);
					template_effect(() => set_text(text_14, get(text$1)));
					append($$anchor, p_3);
				};
				if_block(node_7, ($$render) => {
					if (!$$props.approval.message) $$render(consequent_3);
					else if (get(written) === null && get(edited) === null) $$render(consequent_4, 1);
					else if (get(doing) === "editing") $$render(consequent_5, 2);
					else $$render(alternate, -1);
				});
				var node_8 = sibling(node_7, 2);
				var consequent_6 = ($$anchor) => {
					var p_4 = root_6$1();
					var node_9 = child(p_4);
					Icon(node_9, {
						name: "alert",
						size: 14
					});
					var text_15 = sibling(node_9);
					reset(p_4);
					template_effect(($0) => set_text(text_15, `The text says “${$0 ?? ""}”, but ${get(window).label ?? ""} would be booked.`), [() => get(strangers).map((one) => one.words).join("”, “")]);
					append($$anchor, p_4);
				};
				if_block(node_8, ($$render) => {
					if (get(strangers).length > 0) $$render(consequent_6);
				});
				var node_10 = sibling(node_8, 2);
				var consequent_7 = ($$anchor) => {
					var p_5 = root_7();
					var text_16 = only_child(p_5, true);
					template_effect(() => set_text(text_16, $$props.approval.message.note));
					append($$anchor, p_5);
				};
				if_block(node_10, ($$render) => {
					if ($$props.approval.message?.note) $$render(consequent_7);
				});
				append($$anchor, fragment_6);
			},
			$$slots: {
				aside: true,
				default: true
			}
		});
	}
	var node_11 = sibling(node_5, 2);
	var consequent_8 = ($$anchor) => {
		Panel($$anchor, {
			title: "Another window",
			children: ($$anchor, $$slotProps) => {
				WindowList($$anchor, {
					get windows() {
						return $$props.approval.windows;
					},
					get chosen() {
						return get(window);
					},
					onchoose: choose,
					get asked() {
						return get(wish);
					}
				});
			},
			$$slots: { default: true }
		});
	};
	if_block(node_11, ($$render) => {
		if (get(doing) === "editing" && $$props.approval.windows.length > 0) $$render(consequent_8);
	});
	var node_12 = sibling(node_11, 2);
	{
		const aside = ($$anchor) => {
			var button_1 = root_9();
			var text_17 = only_child(button_1, true);
			template_effect(() => {
				set_attribute(button_1, "aria-expanded", get(why));
				set_text(text_17, get(why) ? "Hide why" : "Why");
			});
			delegated("click", button_1, () => set(why, !get(why)));
			append($$anchor, button_1);
		};
		Panel(node_12, {
			title: "Authority",
			aside,
			children: ($$anchor, $$slotProps) => {
				var fragment_9 = root_11();
				var p_6 = first_child(fragment_9);
				var text_18 = child(p_6);
				var span_2 = sibling(text_18);
				var text_19 = only_child(span_2);
				reset(p_6);
				var node_13 = sibling(p_6, 2);
				var consequent_9 = ($$anchor) => {
					var div_10 = root_10();
					var node_14 = child(div_10);
					Trace(node_14, {
						get trace() {
							return $$props.approval.verdict.trace;
						},
						get decided() {
							return get(decided);
						}
					});
					reset(div_10);
					append($$anchor, div_10);
				};
				if_block(node_13, ($$render) => {
					if (get(why)) $$render(consequent_9);
				});
				template_effect(($0) => {
					set_text(text_18, `${$0 ?? ""} `);
					set_text(text_19, `· rules, version ${$$props.approval.verdict.rule_version ?? ""}`);
				}, [() => get(decided) ? findingWords(get(decided)) : "A person approves"]);
				append($$anchor, fragment_9);
			},
			$$slots: {
				aside: true,
				default: true
			}
		});
	}
	reset(div_2);
	var footer = sibling(div_2, 2);
	var node_15 = child(footer);
	var consequent_11 = ($$anchor) => {
		var div_11 = root_12();
		var node_16 = child(div_11);
		ProblemNote(node_16, {
			get problem() {
				return get(refused);
			},
			close: () => set(refused, null)
		});
		var node_17 = sibling(node_16, 2);
		var consequent_10 = ($$anchor) => {
			Button($$anchor, {
				small: true,
				get busy() {
					return get(busy);
				},
				onclick: () => void approve(true),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_20 = text("Send the text as it is");
					append($$anchor, text_20);
				},
				$$slots: { default: true }
			});
		};
		if_block(node_17, ($$render) => {
			if (get(refused).code === "text_names_another_window") $$render(consequent_10);
		});
		reset(div_11);
		append($$anchor, div_11);
	};
	if_block(node_15, ($$render) => {
		if (get(refused)) $$render(consequent_11);
	});
	var node_18 = sibling(node_15, 2);
	var consequent_12 = ($$anchor) => {
		var p_7 = root_13();
		var text_21 = only_child(p_7, true);
		template_effect(($0) => set_text(text_21, $0), [() => whyNot("approve", "approve this")]);
		append($$anchor, p_7);
	};
	var consequent_14 = ($$anchor) => {
		var form = root_15();
		var textarea_1 = child(form);
		remove_textarea_child(textarea_1);
		var node_19 = sibling(textarea_1, 2);
		var consequent_13 = ($$anchor) => {
			var p_8 = root_14();
			append($$anchor, p_8);
		};
		var d = user_derived(() => get(asking) && get(reason).trim() === "");
		if_block(node_19, ($$render) => {
			if (get(d)) $$render(consequent_13);
		});
		var div_12 = sibling(node_19, 2);
		var node_20 = child(div_12);
		Button(node_20, {
			onclick: stop,
			keys: "Escape",
			children: ($$anchor, $$slotProps) => {
				next();
				var text_22 = text("Keep it");
				append($$anchor, text_22);
			},
			$$slots: { default: true }
		});
		var node_21 = sibling(node_20, 2);
		Button(node_21, {
			type: "submit",
			tone: "alert",
			keys: "Mod+Enter",
			children: ($$anchor, $$slotProps) => {
				next();
				var text_23 = text();
				template_effect(() => set_text(text_23, `Reject ${get(short) ?? ""}`));
				append($$anchor, text_23);
			},
			$$slots: { default: true }
		});
		reset(div_12);
		reset(form);
		event("submit", form, reject);
		delegated("keydown", textarea_1, press);
		bind_value(textarea_1, () => get(reason), ($$value) => set(reason, $$value));
		append($$anchor, form);
	};
	var alternate_1 = ($$anchor) => {
		var div_13 = root_16();
		var node_22 = child(div_13);
		{
			let $0 = user_derived(() => get(doing) === "editing" ? void 0 : "x");
			Button(node_22, {
				get keys() {
					return get($0);
				},
				onclick: () => get(doing) === "editing" ? stop() : void turn("rejecting"),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_24 = text();
					template_effect(() => set_text(text_24, get(doing) === "editing" ? "Leave it as it was" : "Reject…"));
					append($$anchor, text_24);
				},
				$$slots: { default: true }
			});
		}
		var node_23 = sibling(node_22, 2);
		var consequent_15 = ($$anchor) => {
			Button($$anchor, {
				keys: "e",
				onclick: () => void turn("editing"),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_25 = text("Edit");
					append($$anchor, text_25);
				},
				$$slots: { default: true }
			});
		};
		if_block(node_23, ($$render) => {
			if (get(doing) === "looking") $$render(consequent_15);
		});
		var node_24 = sibling(node_23, 2);
		{
			let $0 = user_derived(() => get(doing) === "editing" ? "Mod+Enter" : "a");
			let $1 = user_derived(() => get(settled) ? void 0 : "true");
			Button(node_24, {
				tone: "primary",
				get keys() {
					return get($0);
				},
				get "aria-disabled"() {
					return get($1);
				},
				get busy() {
					return get(busy);
				},
				onclick: () => void approve(),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_26 = text();
					template_effect(() => set_text(text_26, `Approve ${get(short) ?? ""} and book`));
					append($$anchor, text_26);
				},
				$$slots: { default: true }
			});
		}
		reset(div_13);
		append($$anchor, div_13);
	};
	if_block(node_18, ($$render) => {
		if (!get(may)) $$render(consequent_12);
		else if (get(doing) === "rejecting") $$render(consequent_14, 1);
		else $$render(alternate_1, -1);
	});
	reset(footer);
	reset(div_1);
	var aside_1 = sibling(div_1, 2);
	var node_25 = child(aside_1);
	var consequent_16 = ($$anchor) => {
		Conversation($$anchor, {
			get lead() {
				return lead$1.state.value;
			},
			get lit() {
				return get(lit);
			},
			onlight: (field) => set(lit, field, true),
			messages: false
		});
	};
	var consequent_17 = ($$anchor) => {
		var div_14 = root_17();
		var node_26 = child(div_14);
		ProblemNote(node_26, {
			get problem() {
				return lead$1.state.problem;
			},
			retry: () => void lead$1.load()
		});
		reset(div_14);
		append($$anchor, div_14);
	};
	var alternate_2 = ($$anchor) => {
		var div_15 = root_18();
		var node_27 = child(div_15);
		Skeleton(node_27, {
			width: "20%",
			height: "12px"
		});
		var node_28 = sibling(node_27);
		Skeleton(node_28, { height: "96px" });
		reset(div_15);
		append($$anchor, div_15);
	};
	if_block(node_25, ($$render) => {
		if (lead$1.state.is === "ready") $$render(consequent_16);
		else if (lead$1.state.is === "failed") $$render(consequent_17, 1);
		else $$render(alternate_2, -1);
	});
	reset(aside_1);
	reset(div);
	bind_this(div, ($$value) => root = $$value, () => root);
	template_effect(($0, $1) => {
		set_text(text_1, $$props.approval.lead.who);
		set_text(text_2, $$props.approval.lead.reference);
		set_text(text_5, $$props.approval.lead.problem);
		set_attribute(a, "href", `/inbox/${$$props.approval.lead_id ?? ""}`);
		set_text(text_6, get(other) ? "Instead" : "Window");
		set_text(text_7, get(other) ? get(other).label : get(reservation).label);
		set_text(text_9, $0);
		set_text(text_10, $$props.approval.lead.job_type ?? "Unclear");
		set_text(text_11, $1);
		set_text(text_12, $$props.approval.address || "Missing");
	}, [() => get(other) ? "chosen when booked" : `${get(reservation).technician}, ${company.times.time(get(reservation).planned_start)}`, () => $$props.approval.lead.value_cents ? dollars($$props.approval.lead.value_cents) : "Unclear"]);
	append($$anchor, div);
	pop();
}
delegate(["click", "keydown"]);
// src/approvals/ApprovalsPage.svelte
var root = from_html(`<h2 class="s-1cyeoz6">Approvals</h2><span class="quiet num"> </span>`, 1);
var root_1 = from_html(`<div class="pad s-1cyeoz6"><!></div>`);
var root_2 = from_html(`Bookings that need a person come here, oldest first. <a href="/inbox" class="s-1cyeoz6">Open the inbox</a> to see what is on its way.`, 1);
var root_3 = from_html(`<span class="amber small one-line s-1cyeoz6"> </span>`);
var root_4 = from_html(`<li class="s-1cyeoz6"><a class="s-1cyeoz6"><span class="row s-1cyeoz6"><span class="who one-line s-1cyeoz6"> </span><!></span> <span class="row s-1cyeoz6"><span class="num window one-line"> </span> <span class="num value s-1cyeoz6"> </span></span> <span class="row s-1cyeoz6"><span class="quiet one-line small s-1cyeoz6"> </span> <!></span> <!></a></li>`);
var root_5 = from_html(`<ul></ul>`);
var root_6 = from_html(`<div class="ghost s-1cyeoz6"><!><!><!><!></div>`);
function ApprovalsPage($$anchor, $$props) {
	push($$props, true);
	const list = new Loaded(approvals);
	/** A decision that was refused, with whose it was: it stays until it is put away. */
	let refused = state(null);
	list.load();
	refetchOn((entry) => about(entry, "lead") || about(entry, "reservation"), () => void list.refresh());
	const approvals$1 = user_derived(() => list.value?.approvals ?? []);
	const selected = user_derived(() => get(approvals$1).find((approval) => approval.lead_id === $$props.lead) ?? null);
	user_effect(() => {
		if (list.value !== null) counts.approvals = list.value.approvals.length;
	});
	user_effect(() => {
		const first = get(approvals$1)[0];
		if (list.value === null || get(selected) !== null) return;
		if (first !== void 0 && ($$props.lead !== null || matchMedia("(min-width: 721px)").matches)) router.swap({
			page: "approvals",
			lead: first.lead_id
		});
		else if ($$props.lead !== null && first === void 0) router.swap({
			page: "approvals",
			lead: null
		});
	});
	/**
	* Takes the decision off the queue at once, and puts it back when the server says no, unless it was decided by another.
	* A decision with words or a window of its own stays until it is taken: nothing that was typed is lost.
	*/
	async function decide(approval, decision) {
		const before = list.value;
		const own = decision.message != null || decision.window != null;
		set(refused, null);
		if (!own) takeOff(approval);
		const answer = await decideApproval(approval.lead_id, decision);
		if (answer.ok) {
			if (own) takeOff(approval);
			say(approval, decision, answer.value);
			return null;
		}
		const gone = [
			"already_decided",
			"conflict",
			"reservation_expired"
		].includes(answer.problem.code);
		if (own && !gone) return answer.problem;
		set(refused, {
			who: approval.lead.who,
			problem: answer.problem
		});
		if (!gone && before !== null) {
			list.set(before);
			router.swap({
				page: "approvals",
				lead: approval.lead_id
			});
		}
		list.refresh();
		return answer.problem;
	}
	function takeOff(approval) {
		const at = get(approvals$1).indexOf(approval);
		const next = get(approvals$1)[at + 1] ?? get(approvals$1)[at - 1] ?? null;
		list.set({ approvals: get(approvals$1).filter((other) => other.lead_id !== approval.lead_id) });
		router.swap({
			page: "approvals",
			lead: next?.lead_id ?? null
		});
	}
	/** Says what was done, with the way back when there is one. */
	function say(approval, decision, lead) {
		const window = decision.window ?? approval.reservation;
		const words = company.times.window(window.start, window.end);
		const done = decision.decision === "approve" ? `Booked ${words} for ${approval.lead.who}` : `Rejected ${words} for ${approval.lead.who}`;
		toasts.done(done, wayBack(lead, (back) => back && set(again, approval.lead_id, true)));
	}
	/** What was taken back is looked at again, as soon as it waits again. */
	let again = state(null);
	user_effect(() => {
		if (get(again) === null || !get(approvals$1).some((approval) => approval.lead_id === get(again))) return;
		router.swap({
			page: "approvals",
			lead: get(again)
		});
		set(again, null);
	});
	head("pforaz", ($$anchor) => {
		deferred_template_effect(() => {
			$document.title = `Approvals · ${company.view?.name ?? "Dispatch Assist" ?? ""}`;
		});
	});
	{
		const bar = ($$anchor) => {
			var fragment_1 = root();
			var span = sibling(first_child(fragment_1));
			var text = only_child(span, true);
			template_effect(() => set_text(text, list.value === null ? "" : `${get(approvals$1).length} waiting`));
			append($$anchor, fragment_1);
		};
		const note = ($$anchor) => {
			var fragment_2 = comment();
			var node = first_child(fragment_2);
			var consequent = ($$anchor) => {
				var div = root_1();
				var node_1 = child(div);
				{
					let $0 = user_derived(() => ({
						...get(refused).problem,
						title: `${get(refused).who}: ${get(refused).problem.title}`
					}));
					ProblemNote(node_1, {
						get problem() {
							return get($0);
						},
						close: () => set(refused, null)
					});
				}
				reset(div);
				append($$anchor, div);
			};
			if_block(node, ($$render) => {
				if (get(refused)) $$render(consequent);
			});
			append($$anchor, fragment_2);
		};
		const empty = ($$anchor) => {
			EmptyState($$anchor, {
				icon: "approvals",
				title: "Nothing waits for you",
				children: ($$anchor, $$slotProps) => {
					next();
					var fragment_4 = root_2();
					next(2);
					append($$anchor, fragment_4);
				},
				$$slots: { default: true }
			});
		};
		const lines = ($$anchor) => {
			var ul = root_5();
			each(ul, 21, () => get(approvals$1), (approval) => approval.lead_id, ($$anchor, approval) => {
				var li = root_4();
				var a = child(li);
				var span_1 = child(a);
				var span_2 = child(span_1);
				var text_1 = only_child(span_2, true);
				var node_2 = sibling(span_2);
				Since(node_2, { get since() {
					return get(approval).lead.last_contact;
				} });
				reset(span_1);
				var span_3 = sibling(span_1, 2);
				var span_4 = child(span_3);
				var text_2 = only_child(span_4, true);
				var span_5 = sibling(span_4, 2);
				var text_3 = only_child(span_5, true);
				reset(span_3);
				var span_6 = sibling(span_3, 2);
				var span_7 = child(span_6);
				var text_4 = only_child(span_7);
				var node_3 = sibling(span_7, 2);
				var consequent_1 = ($$anchor) => {
					Due($$anchor, { get due() {
						return get(approval).lead.due;
					} });
				};
				if_block(node_3, ($$render) => {
					if (get(approval).lead.due) $$render(consequent_1);
				});
				reset(span_6);
				var node_4 = sibling(span_6, 2);
				var consequent_2 = ($$anchor) => {
					var span_8 = root_3();
					var text_5 = only_child(span_8, true);
					template_effect(() => set_text(text_5, get(approval).lead.wish_missed ? `Asked: ${get(approval).lead.wish_missed}` : "Not when they asked"));
					append($$anchor, span_8);
				};
				var d = user_derived(() => missed(get(approval).reservation, get(approval).windows, get(approval).verdict.trace));
				if_block(node_4, ($$render) => {
					if (get(d)) $$render(consequent_2);
				});
				reset(a);
				reset(li);
				template_effect(($0) => {
					set_attribute(a, "href", `/approvals/${get(approval).lead_id ?? ""}`);
					set_attribute(a, "aria-current", get(approval).lead_id === $$props.lead ? "true" : void 0);
					set_text(text_1, get(approval).lead.who);
					set_text(text_2, get(approval).reservation.label);
					set_text(text_3, $0);
					set_text(text_4, `${get(approval).lead.job_type ?? "Unclear job" ?? ""} · ${get(approval).reservation.technician ?? ""}`);
				}, [() => get(approval).lead.value_cents ? dollars(get(approval).lead.value_cents) : ""]);
				append($$anchor, li);
			});
			reset(ul);
			append($$anchor, ul);
		};
		const open = ($$anchor) => {
			var fragment_6 = comment();
			var node_5 = first_child(fragment_6);
			var consequent_3 = ($$anchor) => {
				var fragment_7 = comment();
				var node_6 = first_child(fragment_7);
				key(node_6, () => get(selected).lead_id, ($$anchor) => {
					Approval($$anchor, {
						get approval() {
							return get(selected);
						},
						decide: (decision) => decide(get(selected), decision),
						onback: () => router.go({
							page: "approvals",
							lead: null
						})
					});
				});
				append($$anchor, fragment_7);
			};
			var consequent_4 = ($$anchor) => {
				var div_1 = root_6();
				var node_7 = child(div_1);
				Skeleton(node_7, {
					width: "30%",
					height: "20px"
				});
				var node_8 = sibling(node_7);
				Skeleton(node_8, {
					width: "40%",
					height: "34px"
				});
				var node_9 = sibling(node_8);
				Skeleton(node_9, { width: "70%" });
				var node_10 = sibling(node_9);
				Skeleton(node_10, { height: "96px" });
				reset(div_1);
				append($$anchor, div_1);
			};
			if_block(node_5, ($$render) => {
				if (get(selected)) $$render(consequent_3);
				else if (list.state.is === "loading") $$render(consequent_4, 1);
			});
			append($$anchor, fragment_6);
		};
		let $0 = user_derived(() => get(approvals$1).map((approval) => approval.lead_id));
		TwoPanes($$anchor, {
			page: "Approvals",
			one: "approval",
			queue: "Waiting for approval",
			detail: "Proposed booking",
			get list() {
				return list.state;
			},
			onretry: () => void list.load(),
			get ids() {
				return get($0);
			},
			get chosen() {
				return $$props.lead;
			},
			onchoose: (lead) => router.swap({
				page: "approvals",
				lead
			}),
			ghosts: 5,
			bar,
			note,
			empty,
			lines,
			open,
			$$slots: {
				bar: true,
				note: true,
				empty: true,
				lines: true,
				open: true
			}
		});
	}
	pop();
}
export { ApprovalsPage as default };

import { $ as decideApproval, $t as head, A as TwoPanes, Bn as user_derived, Bt as prop, C as fieldTint, D as initials, Dn as user_effect, E as hazardWords, En as template_effect, F as wayBack, Fn as proxy, Gt as set_attribute, I as Since, It as phoneNumber, J as book, Jn as reset, L as Due, Ln as set, Lt as sentence, M as Loaded, Mn as first_child, N as asked, Nn as only_child, Nt as length, O as leadState, Ot as problemFrom, P as missed, Pn as sibling, R as toasts, Rt as words, S as channel, St as takeLead, T as gapWords, U as company, Un as pop, Ut as bind_value, V as Icon, Vt as bind_this, Wn as push, Wt as remove_input_defaults, Xt as clsx, Yn as noop, Yt as set_class, Z as closeEscalation, Zt as attach, _ as findingWords, _n as delegated, a as Tabs, an as if_block, at as letLeadGo, b as URGENCIES, bn as get, c as Conversation, cn as set_text, d as Trace, dn as comment, dt as reserve, et as dismiss, f as WindowList, fn as from_html, g as binding, gn as delegate, hn as text, i as Field, in as key, it as leads, j as Skeleton, jn as child, jt as dollars, k as whyNot, kn as $document, l as Panel, lt as releaseReservation, mn as props_id, n as find, nn as each, o as WindowDialog, p as Tag, qn as next, r as FormDialog, rn as index, rt as lead, s as Select, tt as editLead, un as append, v as recommend, vn as event, w as fieldWords, wn as deferred_template_effect, x as actionWords, xn as tick, xt as takeEscalation, y as FIELD_ORDER, z as Button, zn as state } from "./shared.js";
import { c as router, d as live, f as refetchOn, i as Menu, l as write, m as shortcuts, n as ProblemNote, o as EmptyState, r as Dialog, s as session, t as counts, u as about } from "./app.js";
// src/inbox/LeadHead.svelte
var root$7 = from_html(`<span class="due s-1kxfc9u"><!></span>`);
var root_1$6 = from_html(`<a class="phone num s-1kxfc9u"><!><span class="s-1kxfc9u"> </span></a>`);
var root_2$5 = from_html(`<span class="owner s-1kxfc9u"><!></span>`);
var root_3$5 = from_html(`<header class="s-1kxfc9u"><span class="back s-1kxfc9u"><!></span> <div class="words s-1kxfc9u"><div class="top s-1kxfc9u"><h2 class="one-line s-1kxfc9u"> </h2> <span class="quiet num"> </span> <!> <!></div> <p class="quiet one-line"> </p></div> <!> <!></header>`);
function LeadHead($$anchor, $$props) {
	push($$props, true);
	const stands = user_derived(() => leadState($$props.summary.state));
	async function take() {
		const answer = await takeLead($$props.summary.id);
		if (answer.ok) $$props.onchange(answer.value);
		else toasts.fail(answer.problem);
	}
	var header = root_3$5();
	var span = child(header);
	var node = child(span);
	Button(node, {
		tone: "plain",
		icon: "left",
		label: "Back to the inbox",
		get onclick() {
			return $$props.onback;
		}
	});
	reset(span);
	var div = sibling(span, 2);
	var div_1 = child(div);
	var h2 = child(div_1);
	var text$4 = only_child(h2, true);
	var span_1 = sibling(h2, 2);
	var text_1 = only_child(span_1, true);
	var node_1 = sibling(span_1, 2);
	Tag(node_1, {
		get tone() {
			return get(stands).tone;
		},
		get icon() {
			return get(stands).icon;
		},
		children: ($$anchor, $$slotProps) => {
			next();
			var text_2 = text();
			template_effect(() => set_text(text_2, get(stands).words));
			append($$anchor, text_2);
		},
		$$slots: { default: true }
	});
	var node_2 = sibling(node_1, 2);
	var consequent = ($$anchor) => {
		var span_2 = root$7();
		var node_3 = child(span_2);
		Due(node_3, { get due() {
			return $$props.summary.due;
		} });
		reset(span_2);
		append($$anchor, span_2);
	};
	if_block(node_2, ($$render) => {
		if ($$props.summary.due) $$render(consequent);
	});
	reset(div_1);
	var p = sibling(div_1, 2);
	var text_3 = only_child(p, true);
	reset(div);
	var node_4 = sibling(div, 2);
	var consequent_1 = ($$anchor) => {
		var a = root_1$6();
		var node_5 = child(a);
		Icon(node_5, {
			name: "phone",
			size: 14
		});
		var span_3 = sibling(node_5);
		var text_4 = only_child(span_3, true);
		reset(a);
		template_effect(($0, $1, $2) => {
			set_attribute(a, "aria-label", `Call ${$0 ?? ""}`);
			set_attribute(a, "href", `tel:${$1 ?? ""}`);
			set_text(text_4, $2);
		}, [
			() => phoneNumber($$props.phone),
			() => $$props.phone.replace(/[^\d+]/g, ""),
			() => phoneNumber($$props.phone)
		]);
		append($$anchor, a);
	};
	if_block(node_4, ($$render) => {
		if ($$props.phone) $$render(consequent_1);
	});
	var node_6 = sibling(node_4, 2);
	var consequent_2 = ($$anchor) => {
		var span_4 = root_2$5();
		var node_7 = child(span_4);
		Tag(node_7, {
			icon: "user",
			children: ($$anchor, $$slotProps) => {
				next();
				var text_5 = text();
				template_effect(() => set_text(text_5, $$props.summary.owner));
				append($$anchor, text_5);
			},
			$$slots: { default: true }
		});
		reset(span_4);
		append($$anchor, span_4);
	};
	var consequent_3 = ($$anchor) => {
		var span_5 = root_2$5();
		var node_8 = child(span_5);
		Button(node_8, {
			small: true,
			icon: "user",
			keys: "t",
			onclick: take,
			children: ($$anchor, $$slotProps) => {
				next();
				var text_6 = text("Take it");
				append($$anchor, text_6);
			},
			$$slots: { default: true }
		});
		reset(span_5);
		append($$anchor, span_5);
	};
	var d = user_derived(() => session.may("work_inbox"));
	if_block(node_6, ($$render) => {
		if ($$props.summary.owner) $$render(consequent_2);
		else if (get(d)) $$render(consequent_3, 1);
	});
	reset(header);
	template_effect(($0, $1) => {
		set_text(text$4, $0);
		set_text(text_1, $$props.summary.reference);
		set_attribute(p, "title", $$props.summary.why);
		set_text(text_3, $1);
	}, [() => phoneNumber($$props.summary.who), () => sentence($$props.summary.why || $$props.summary.problem)]);
	append($$anchor, header);
	pop();
}
// src/inbox/take.ts
/** Stores it. `key`: the same again is the same request. */
async function takeDown(slug, told, key) {
	const { name, phone, message, ...more } = told;
	const filled = Object.fromEntries(Object.entries(more).filter(([, text]) => text.trim() !== ""));
	const body = JSON.stringify({
		name,
		phone,
		message,
		...filled
	});
	const headers = {
		"Content-Type": "application/json",
		Accept: "application/json",
		"Idempotency-Key": key
	};
	try {
		const response = await fetch(`/in/form/${encodeURIComponent(slug)}`, {
			method: "POST",
			headers,
			body
		});
		const json = await response.json().catch(() => null);
		return response.ok ? {
			ok: true,
			value: json
		} : {
			ok: false,
			problem: problemFrom(response.status, json)
		};
	} catch {
		return {
			ok: false,
			problem: problemFrom(0, {
				code: "offline",
				title: "No connection to the server",
				detail: "What you typed is still here. Try again when the connection is back."
			})
		};
	}
}
// src/inbox/NewRequestDialog.svelte
var root$6 = from_html(`<p class="danger s-h0syap" role="alert"> </p> <div class="foot s-h0syap"><!></div>`, 1);
var root_1$5 = from_html(`<form class="s-h0syap"><!> <div class="two s-h0syap"><!> <!></div> <!> <!> <!> <div class="foot s-h0syap"><!> <!></div></form>`);
function NewRequestDialog($$anchor, $$props) {
	push($$props, true);
	/** It is on the disk, under this number. */
	let open = prop($$props, "open", 15);
	const blank = {
		name: "",
		phone: "",
		address: "",
		message: "",
		preferred_time: ""
	};
	const asked = proxy({ ...blank });
	/** One for what is in the dialog: pressed twice, it is still one request. */
	let key = state(proxy(newKey()));
	let busy = state(false);
	let problem = state(null);
	let danger = state(null);
	const wrong = user_derived(() => new Map(get(problem)?.errors.map((error) => [error.path, error.message])));
	function newKey() {
		return [...crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	}
	async function submit(event) {
		event.preventDefault();
		if (get(busy)) return;
		set(busy, true);
		const answer = await takeDown(company.view?.slug ?? "", { ...asked }, get(key));
		set(busy, false);
		set(problem, answer.ok ? null : answer.problem);
		if (!answer.ok) return;
		const { reference, repeated, instruction } = answer.value;
		Object.assign(asked, blank);
		set(key, newKey(), true);
		if (instruction != null) set(danger, {
			say: instruction,
			reference
		}, true);
		else finish(reference, repeated ? `${reference} has this request already` : `${reference} is taken down`);
	}
	function finish(reference, words) {
		set(danger, null);
		open(false);
		toasts.done(words);
		$$props.ontaken(reference);
	}
	{
		let $0 = user_derived(() => get(danger) ? "Tell them first" : "New request");
		Dialog($$anchor, {
			get title() {
				return get($0);
			},
			width: "520px",
			get open() {
				return open();
			},
			set open($$value) {
				open($$value);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_1 = comment();
				var node = first_child(fragment_1);
				var consequent = ($$anchor) => {
					const computed_const = user_derived(() => {
						return get(danger);
					});
					var fragment_2 = root$6();
					var p = first_child(fragment_2);
					var text$3 = only_child(p, true);
					var div = sibling(p, 2);
					var node_1 = child(div);
					Button(node_1, {
						tone: "alert",
						onclick: () => finish(get(computed_const).reference, `${get(computed_const).reference} is taken down`),
						children: ($$anchor, $$slotProps) => {
							next();
							var text_1 = text();
							template_effect(() => set_text(text_1, `I told them, open ${get(computed_const).reference ?? ""}`));
							append($$anchor, text_1);
						},
						$$slots: { default: true }
					});
					reset(div);
					template_effect(() => set_text(text$3, get(computed_const).say));
					append($$anchor, fragment_2);
				};
				var alternate = ($$anchor) => {
					var form = root_1$5();
					var node_2 = child(form);
					{
						let $0 = user_derived(() => get(wrong).get("message"));
						Field(node_2, {
							label: "What is going on?",
							rows: 4,
							get error() {
								return get($0);
							},
							hint: "In the caller’s words: what, where, since when.",
							get value() {
								return asked.message;
							},
							set value($$value) {
								asked.message = $$value;
							}
						});
					}
					var div_1 = sibling(node_2, 2);
					var node_3 = child(div_1);
					{
						let $0 = user_derived(() => get(wrong).get("name"));
						Field(node_3, {
							label: "Name",
							get error() {
								return get($0);
							},
							autocomplete: "off",
							get value() {
								return asked.name;
							},
							set value($$value) {
								asked.name = $$value;
							}
						});
					}
					var node_4 = sibling(node_3, 2);
					{
						let $0 = user_derived(() => get(wrong).get("phone"));
						Field(node_4, {
							label: "Phone",
							type: "tel",
							get error() {
								return get($0);
							},
							autocomplete: "off",
							get value() {
								return asked.phone;
							},
							set value($$value) {
								asked.phone = $$value;
							}
						});
					}
					reset(div_1);
					var node_5 = sibling(div_1, 2);
					{
						let $0 = user_derived(() => get(wrong).get("address"));
						Field(node_5, {
							label: "Address",
							get error() {
								return get($0);
							},
							autocomplete: "off",
							get value() {
								return asked.address;
							},
							set value($$value) {
								asked.address = $$value;
							}
						});
					}
					var node_6 = sibling(node_5, 2);
					{
						let $0 = user_derived(() => get(wrong).get("preferred_time"));
						Field(node_6, {
							label: "When suits them?",
							get error() {
								return get($0);
							},
							autocomplete: "off",
							placeholder: "today before 3, any day but Thursday",
							get value() {
								return asked.preferred_time;
							},
							set value($$value) {
								asked.preferred_time = $$value;
							}
						});
					}
					var node_7 = sibling(node_6, 2);
					var consequent_1 = ($$anchor) => {
						ProblemNote($$anchor, { get problem() {
							return get(problem);
						} });
					};
					if_block(node_7, ($$render) => {
						if (get(problem) && get(problem).errors.length === 0) $$render(consequent_1);
					});
					var div_2 = sibling(node_7, 2);
					var node_8 = child(div_2);
					Button(node_8, {
						onclick: () => open(false),
						children: ($$anchor, $$slotProps) => {
							next();
							var text_2 = text("Leave it");
							append($$anchor, text_2);
						},
						$$slots: { default: true }
					});
					var node_9 = sibling(node_8, 2);
					Button(node_9, {
						type: "submit",
						tone: "primary",
						get busy() {
							return get(busy);
						},
						children: ($$anchor, $$slotProps) => {
							next();
							var text_3 = text("Take it down");
							append($$anchor, text_3);
						},
						$$slots: { default: true }
					});
					reset(div_2);
					reset(form);
					event("submit", form, submit);
					append($$anchor, form);
				};
				if_block(node, ($$render) => {
					if (get(danger)) $$render(consequent);
					else $$render(alternate, -1);
				});
				append($$anchor, fragment_1);
			},
			$$slots: { default: true }
		});
	}
	pop();
}
// src/inbox/Queue.svelte
var root$5 = from_html(`<span class="value num s-1d2qm5n"> </span>`);
var root_1$4 = from_html(`<span class="alert s-1d2qm5n"> </span>`);
var root_2$4 = from_html(`<span> </span>`);
var root_3$4 = from_html(`<span class="paused s-1d2qm5n"> </span>`);
var root_4$3 = from_html(`<span class="owner s-1d2qm5n"> <span class="unseen">is on it</span></span>`);
var root_5$3 = from_html(`<li><a><span class="channel s-1d2qm5n"><!></span> <span class="row s-1d2qm5n"><span class="who one-line s-1d2qm5n"> </span> <!></span> <span class="row s-1d2qm5n"><span class="one-line"> </span> <!></span> <span class="row where s-1d2qm5n"><span class="one-line s-1d2qm5n"><!> <!> <!></span> <!> <!></span></a></li>`);
var root_6$3 = from_html(`<ul></ul>`);
function Queue($$anchor, $$props) {
	push($$props, true);
	/** The address of a lead. */
	let list;
	user_effect(() => {
		if ($$props.selected !== null) list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
	});
	var ul = root_6$3();
	each(ul, 21, () => $$props.leads, (lead) => lead.id, ($$anchor, lead) => {
		const how = user_derived(() => channel(get(lead).channel));
		const stands = user_derived(() => leadState(get(lead).state));
		var li = root_5$3();
		var a = child(li);
		var span = child(a);
		var node = child(span);
		Icon(node, {
			get name() {
				return get(how).icon;
			},
			get label() {
				return get(how).words;
			}
		});
		reset(span);
		var span_1 = sibling(span, 2);
		var span_2 = child(span_1);
		var text$2 = only_child(span_2, true);
		var node_1 = sibling(span_2, 2);
		Since(node_1, { get since() {
			return get(lead).last_contact;
		} });
		reset(span_1);
		var span_3 = sibling(span_1, 2);
		var span_4 = child(span_3);
		var text_1 = only_child(span_4, true);
		var node_2 = sibling(span_4, 2);
		var consequent = ($$anchor) => {
			var span_5 = root$5();
			var text_2 = only_child(span_5, true);
			template_effect(($0) => set_text(text_2, $0), [() => dollars(get(lead).value_cents)]);
			append($$anchor, span_5);
		};
		if_block(node_2, ($$render) => {
			if (get(lead).value_cents && get(lead).hazards.length === 0) $$render(consequent);
		});
		reset(span_3);
		var span_6 = sibling(span_3, 2);
		var span_7 = child(span_6);
		var node_3 = child(span_7);
		var consequent_1 = ($$anchor) => {
			var span_8 = root_1$4();
			var text_3 = only_child(span_8, true);
			template_effect(($0) => set_text(text_3, $0), [() => get(lead).hazards.map(hazardWords).join(", ")]);
			append($$anchor, span_8);
		};
		var alternate = ($$anchor) => {
			var span_9 = root_2$4();
			var text_4 = only_child(span_9, true);
			template_effect(() => {
				set_class(span_9, 1, clsx(get(stands).tone), "s-1d2qm5n");
				set_text(text_4, get(stands).words);
			});
			append($$anchor, span_9);
		};
		if_block(node_3, ($$render) => {
			if (get(lead).hazards.length > 0) $$render(consequent_1);
			else $$render(alternate, -1);
		});
		var node_4 = sibling(node_3, 2);
		var consequent_2 = ($$anchor) => {
			var text_5 = text();
			template_effect(() => set_text(text_5, `· ${get(lead).job_type ?? ""}`));
			append($$anchor, text_5);
		};
		if_block(node_4, ($$render) => {
			if (get(lead).job_type && get(lead).hazards.length === 0) $$render(consequent_2);
		});
		var node_5 = sibling(node_4, 2);
		var consequent_3 = ($$anchor) => {
			var span_10 = root_3$4();
			var text_6 = only_child(span_10);
			template_effect(() => set_text(text_6, `· asked: ${get(lead).wish_missed ?? ""}`));
			append($$anchor, span_10);
		};
		if_block(node_5, ($$render) => {
			if (get(lead).wish_missed) $$render(consequent_3);
		});
		reset(span_7);
		var node_6 = sibling(span_7, 2);
		var consequent_4 = ($$anchor) => {
			Due($$anchor, { get due() {
				return get(lead).due;
			} });
		};
		if_block(node_6, ($$render) => {
			if (get(lead).due) $$render(consequent_4);
		});
		var node_7 = sibling(node_6, 2);
		var consequent_5 = ($$anchor) => {
			var span_11 = root_4$3();
			var text_7 = child(span_11, true);
			next();
			reset(span_11);
			template_effect(($0) => {
				set_attribute(span_11, "title", `${get(lead).owner ?? ""} is on it`);
				set_text(text_7, $0);
			}, [() => initials(get(lead).owner)]);
			append($$anchor, span_11);
		};
		if_block(node_7, ($$render) => {
			if (get(lead).owner) $$render(consequent_5);
		});
		reset(span_6);
		reset(a);
		reset(li);
		template_effect(($0, $1) => {
			set_attribute(a, "href", $0);
			set_attribute(a, "aria-current", get(lead).id === $$props.selected ? "true" : void 0);
			set_class(a, 1, clsx({ hot: get(stands).tone === "alert" }), "s-1d2qm5n");
			set_text(text$2, $1);
			set_text(text_1, get(lead).problem);
		}, [() => $$props.href(get(lead).id), () => phoneNumber(get(lead).who)]);
		append($$anchor, li);
	});
	reset(ul);
	bind_this(ul, ($$value) => list = $$value, () => list);
	append($$anchor, ul);
	pop();
}
// src/inbox/DismissDialog.svelte
var root$4 = from_html(`<!> <!> <p class="quiet">Nothing is deleted: it stays in the inbox under “All”.</p>`, 1);
function DismissDialog($$anchor, $$props) {
	push($$props, true);
	let open = prop($$props, "open", 15);
	let outcome = state("dismissed");
	let reason = state("");
	let error = state("");
	const ways = [
		{
			value: "dismissed",
			words: "We do not take it"
		},
		{
			value: "not_a_lead",
			words: "It is not a request for work"
		},
		{
			value: "lost",
			words: "They went elsewhere"
		},
		{
			value: "unreachable",
			words: "They cannot be reached"
		},
		{
			value: "opted_out",
			words: "They asked us to stop"
		},
		{
			value: "closed",
			words: "It is settled"
		}
	];
	async function putAside() {
		set(error, get(reason).trim() === "" ? "Say why in a few words: it stays in the history" : "", true);
		if (get(error) !== "") return false;
		if (await $$props.save({
			state: get(outcome),
			reason: get(reason).trim()
		})) set(reason, "");
		return true;
	}
	FormDialog($$anchor, {
		get title() {
			return `Put ${$$props.who ?? ""} aside`;
		},
		act: "Put aside",
		leave: "Keep it",
		save: putAside,
		get open() {
			return open();
		},
		set open($$value) {
			open($$value);
		},
		children: ($$anchor, $$slotProps) => {
			var fragment_1 = root$4();
			var node = first_child(fragment_1);
			Select(node, {
				label: "What it is",
				get options() {
					return ways;
				},
				get value() {
					return get(outcome);
				},
				set value($$value) {
					set(outcome, $$value, true);
				}
			});
			var node_1 = sibling(node, 2);
			Field(node_1, {
				label: "Why",
				get error() {
					return get(error);
				},
				rows: 2,
				get value() {
					return get(reason);
				},
				set value($$value) {
					set(reason, $$value, true);
				}
			});
			next(2);
			append($$anchor, fragment_1);
		},
		$$slots: { default: true }
	});
	pop();
}
// src/inbox/OutcomeDialog.svelte
function OutcomeDialog($$anchor, $$props) {
	push($$props, true);
	let open = prop($$props, "open", 15);
	let outcome = state("");
	let error = state("");
	async function close() {
		set(error, get(outcome).trim() === "" ? "Say in a sentence what was done" : "", true);
		if (get(error) !== "") return false;
		if (await $$props.save(get(outcome).trim())) set(outcome, "");
		return true;
	}
	FormDialog($$anchor, {
		title: "What was done about it?",
		act: "Close the escalation",
		leave: "Not yet",
		save: close,
		get open() {
			return open();
		},
		set open($$value) {
			open($$value);
		},
		children: ($$anchor, $$slotProps) => {
			Field($$anchor, {
				label: "Outcome",
				get error() {
					return get(error);
				},
				rows: 3,
				placeholder: "Called back at once; they are outside, the gas company is on the way.",
				get value() {
					return get(outcome);
				},
				set value($$value) {
					set(outcome, $$value, true);
				}
			});
		},
		$$slots: { default: true }
	});
	pop();
}
// src/inbox/Picker.svelte
var root$3 = from_html(`<span class="quiet s-1ds1k74">now</span>`);
var root_1$3 = from_html(`<li role="option"> <!></li>`);
var root_2$3 = from_html(`<li role="option" aria-selected="false" class="none quiet s-1ds1k74"> </li>`);
var root_3$3 = from_html(`<div class="picker s-1ds1k74"><input placeholder="Type to find, Enter takes it" role="combobox" aria-expanded="true" autocomplete="off" spellcheck="false" class="s-1ds1k74"/> <ul role="listbox" class="s-1ds1k74"></ul></div>`);
function Picker($$anchor, $$props) {
	const id = props_id();
	push($$props, true);
	let disabled = prop($$props, "disabled", 3, false);
	const all = user_derived(() => $$props.options.map((option) => ({
		...option,
		detail: ""
	})));
	let query = state("");
	/** Nothing is proposed before something is typed but what stands already. */
	let at = state(null);
	let list = state(void 0);
	const found = user_derived(() => find(get(all), get(query), get(all).length));
	const index = user_derived(() => get(at) ?? (get(query).trim() === "" ? get(found).findIndex((option) => option.value === $$props.now) : 0));
	const chosen = user_derived(() => get(found)[get(index)]);
	async function move(by) {
		if (get(found).length === 0) return;
		set(at, Math.min(get(found).length - 1, Math.max(0, get(index) + by)), true);
		await tick();
		show();
	}
	function show() {
		get(list)?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
	}
	function take(option) {
		if (option === void 0) return;
		if (option.value === $$props.now) $$props.onleave();
		else $$props.ontake({
			value: option.value,
			words: option.words
		});
	}
	function press(event) {
		if (event.key === "ArrowDown") move(1);
		else if (event.key === "ArrowUp") move(-1);
		else if (event.key === "Enter") take(get(chosen));
		else if (event.key === "Escape") $$props.onleave();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
	function begin(node) {
		node.focus();
		tick().then(show);
	}
	var div = root_3$3();
	var input = child(div);
	remove_input_defaults(input);
	attach(input, () => begin);
	var ul = sibling(input, 2);
	each(ul, 23, () => get(found), (option) => option.value, ($$anchor, option, place) => {
		var li = root_1$3();
		var text = child(li, true);
		var node_1 = sibling(text);
		var consequent = ($$anchor) => {
			var span = root$3();
			append($$anchor, span);
		};
		if_block(node_1, ($$render) => {
			if (get(option).value === $$props.now) $$render(consequent);
		});
		reset(li);
		template_effect(() => {
			set_attribute(li, "id", `${id}-${get(place) ?? ""}`);
			set_attribute(li, "aria-selected", get(place) === get(index));
			set_class(li, 1, clsx({ now: get(option).value === $$props.now }), "s-1ds1k74");
			set_text(text, get(option).words);
		});
		delegated("pointerdown", li, (event) => event.preventDefault());
		delegated("click", li, () => !disabled() && take(get(option)));
		append($$anchor, li);
	}, ($$anchor) => {
		var li_1 = root_2$3();
		var text_1 = only_child(li_1);
		template_effect(() => set_text(text_1, `Nothing is called “${get(query) ?? ""}”`));
		append($$anchor, li_1);
	});
	reset(ul);
	bind_this(ul, ($$value) => set(list, $$value), () => get(list));
	reset(div);
	template_effect(() => {
		input.disabled = disabled();
		set_attribute(input, "aria-label", $$props.label);
		set_attribute(input, "aria-controls", `${id}-list`);
		set_attribute(input, "aria-activedescendant", get(chosen) ? `${id}-${get(index)}` : void 0);
		set_attribute(ul, "id", `${id}-list`);
		set_attribute(ul, "aria-label", $$props.label);
	});
	delegated("input", input, () => set(at, null));
	delegated("keydown", input, press);
	event("blur", input, () => !disabled() && $$props.onleave());
	bind_value(input, () => get(query), ($$value) => set(query, $$value));
	append($$anchor, div);
	pop();
}
delegate([
	"input",
	"keydown",
	"pointerdown",
	"click"
]);
// src/inbox/ReadingLine.svelte
var root$2 = from_html(`<input class="s-1krg2ye"/>`);
var root_1$2 = from_html(`<button type="button" class="s-1krg2ye"><span> </span></button>`);
var root_2$2 = from_html(`<span class="still s-1krg2ye"><span> </span></span>`);
var root_3$2 = from_html(`<span class="person s-1krg2ye"><!></span>`);
var root_4$2 = from_html(`<span class="percent num s-1krg2ye"> </span>`);
var root_5$2 = from_html(`<p class="gap s-1krg2ye"> </p>`);
var root_6$2 = from_html(`<!> <!> <!> <!>`, 1);
var root_7$2 = from_html(`<div><dt class="s-1krg2ye"><span aria-hidden="true"></span> </dt> <dd class="s-1krg2ye"><!></dd></div>`);
function ReadingLine($$anchor, $$props) {
	push($$props, true);
	/** What is wrong with it: missing, not found. */
	/** The way to correct it; read-only without one. */
	/** A choice instead of free words. */
	const SURE = .8;
	let editing = state(false);
	let saving = state(false);
	let draft = state("");
	let box = state(void 0);
	let opener = state(void 0);
	const sureness = user_derived(() => $$props.reading === null || $$props.gap === "Missing" ? "missing" : $$props.reading.confidence >= SURE && $$props.gap === null ? "sure" : "unsure");
	const source = user_derived(() => {
		if ($$props.reading === null) return "Nobody said it yet";
		if ($$props.reading.from === "person") return "Entered by a person";
		const sure = `${Math.round($$props.reading.confidence * 100)} % sure`;
		return $$props.reading.from === "field" ? `From the channel, ${sure}` : `Read from “${$$props.reading.words}”, ${sure}`;
	});
	const now = user_derived(() => $$props.options?.find((option) => option.words === $$props.reading?.value || option.value === $$props.reading?.value?.toLowerCase())?.value ?? null);
	const named = /* @__PURE__ */ new Set(["trade", "urgency"]);
	const nameWords = (name) => name === "hvac" ? "HVAC" : words(name);
	/** As people write it. */
	const value = user_derived(() => $$props.reading === null ? null : $$props.field === "phone" ? phoneNumber($$props.reading.value) : named.has($$props.field) ? nameWords($$props.reading.value) : $$props.reading.value);
	async function edit() {
		set(draft, get(value) ?? "", true);
		set(editing, true);
		await tick();
		get(box)?.select();
	}
	async function stop() {
		set(editing, false);
		await tick();
		get(opener)?.focus();
	}
	async function save() {
		if ($$props.onsave === void 0 || get(saving) || get(draft).trim() === "" || get(draft).trim() === get(value)) return stop();
		set(saving, true);
		const saved = await $$props.onsave(get(draft).trim());
		set(saving, false);
		if (saved) await stop();
	}
	function press(event) {
		if (event.key === "Enter") {
			event.preventDefault();
			save();
		} else if (event.key === "Escape") {
			event.stopPropagation();
			stop();
		}
	}
	var div = root_7$2();
	var dt = child(div);
	var span = child(dt);
	var text = sibling(span, 1, true);
	reset(dt);
	var dd = sibling(dt, 2);
	var node = child(dd);
	var consequent = ($$anchor) => {
		{
			let $0 = user_derived(() => fieldWords($$props.field));
			Picker($$anchor, {
				get label() {
					return get($0);
				},
				get options() {
					return $$props.options;
				},
				get now() {
					return get(now);
				},
				get disabled() {
					return get(saving);
				},
				ontake: (option) => {
					set(draft, option.value, true);
					save();
				},
				onleave: () => !get(saving) && void stop()
			});
		}
	};
	var consequent_1 = ($$anchor) => {
		var input = root$2();
		remove_input_defaults(input);
		bind_this(input, ($$value) => set(box, $$value), () => get(box));
		template_effect(($0) => {
			set_attribute(input, "aria-label", $0);
			input.disabled = get(saving);
		}, [() => fieldWords($$props.field)]);
		delegated("keydown", input, press);
		event("blur", input, () => !get(saving) && void stop());
		bind_value(input, () => get(draft), ($$value) => set(draft, $$value));
		append($$anchor, input);
	};
	var alternate_1 = ($$anchor) => {
		const shown = user_derived(() => get(value) ?? $$props.gap ?? "Missing");
		var fragment_1 = root_6$2();
		var node_1 = first_child(fragment_1);
		var consequent_2 = ($$anchor) => {
			var button = root_1$2();
			var span_1 = child(button);
			var text_1 = only_child(span_1, true);
			reset(button);
			bind_this(button, ($$value) => set(opener, $$value), () => get(opener));
			template_effect(() => {
				set_attribute(button, "title", `${get(source) ?? ""}. Press to correct it.`);
				set_class(span_1, 1, clsx(["value", get(sureness)]), "s-1krg2ye");
				set_text(text_1, get(shown));
			});
			delegated("click", button, edit);
			append($$anchor, button);
		};
		var alternate = ($$anchor) => {
			var span_2 = root_2$2();
			var span_3 = child(span_2);
			var text_2 = only_child(span_3, true);
			reset(span_2);
			template_effect(() => {
				set_attribute(span_2, "title", get(source));
				set_class(span_3, 1, clsx(["value", get(sureness)]), "s-1krg2ye");
				set_text(text_2, get(shown));
			});
			append($$anchor, span_2);
		};
		if_block(node_1, ($$render) => {
			if ($$props.onsave) $$render(consequent_2);
			else $$render(alternate, -1);
		});
		var node_2 = sibling(node_1, 2);
		var consequent_3 = ($$anchor) => {
			var span_4 = root_3$2();
			var node_3 = child(span_4);
			Icon(node_3, {
				name: "user",
				size: 12,
				label: "Entered by a person"
			});
			reset(span_4);
			append($$anchor, span_4);
		};
		if_block(node_2, ($$render) => {
			if ($$props.reading?.from === "person") $$render(consequent_3);
		});
		var node_4 = sibling(node_2, 2);
		var consequent_4 = ($$anchor) => {
			var span_5 = root_4$2();
			var text_3 = only_child(span_5, true);
			template_effect(($0) => set_text(text_3, $0), [() => $$props.reading ? `${Math.round($$props.reading.confidence * 100)} %` : ""]);
			append($$anchor, span_5);
		};
		if_block(node_4, ($$render) => {
			if (get(sureness) === "unsure") $$render(consequent_4);
		});
		var node_5 = sibling(node_4, 2);
		var consequent_5 = ($$anchor) => {
			var p = root_5$2();
			var text_4 = only_child(p, true);
			template_effect(() => set_text(text_4, $$props.gap));
			append($$anchor, p);
		};
		if_block(node_5, ($$render) => {
			if ($$props.reading !== null && $$props.gap !== null && $$props.gap !== "Missing") $$render(consequent_5);
		});
		append($$anchor, fragment_1);
	};
	if_block(node, ($$render) => {
		if (get(editing) && $$props.options) $$render(consequent);
		else if (get(editing)) $$render(consequent_1, 1);
		else $$render(alternate_1, -1);
	});
	reset(dd);
	reset(div);
	template_effect(($0, $1) => {
		set_class(div, 1, clsx(["line", { lit: $$props.lit }]), "s-1krg2ye");
		set_class(span, 1, $0, "s-1krg2ye");
		set_text(text, $1);
	}, [() => clsx(["tint", fieldTint($$props.field)]), () => fieldWords($$props.field)]);
	event("pointerenter", div, () => $$props.onlight($$props.field));
	event("pointerleave", div, () => $$props.onlight(null));
	append($$anchor, div);
	pop();
}
delegate(["keydown", "click"]);
// src/inbox/RequestPanel.svelte
var root$1 = from_html(`<div class="escalation s-1fq29c0"><p class="title s-1fq29c0"><!> </p> <p class="num"> <!></p></div>`);
var root_1$1 = from_html(`<span class="alert-text"> </span>`);
var root_2$1 = from_html(`<p class="reason s-1fq29c0"> </p>`);
var root_3$1 = from_html(`<dl></dl> <!>`, 1);
var root_4$1 = from_html(`<div class="ask s-1fq29c0"><p class="s-1fq29c0"> </p> <!></div>`);
var root_5$1 = from_html(`<p class="missed s-1fq29c0"><!> </p>`);
var root_6$1 = from_html(`<p class="num kept s-1fq29c0"><strong> </strong></p> <!> <p class="quiet num"> </p>`, 1);
var root_7$1 = from_html(`<button type="button" class="why s-1fq29c0" title="Why (W)"> </button>`);
var root_8$1 = from_html(`<p class="quiet"> </p>`);
var root_9$1 = from_html(`<div class="trace s-1fq29c0"><!></div>`);
var root_10$1 = from_html(`<p> <span class="quiet"> </span></p> <!> <!>`, 1);
var root_11 = from_html(`<p class="authority s-1fq29c0"> </p>`);
var root_12 = from_html(`<footer class="s-1fq29c0"><!> <div class="act s-1fq29c0"><!> <!> <!></div> <!></footer>`);
var root_13 = from_html(`<div class="request s-1fq29c0"><div class="body scroll s-1fq29c0"><!> <!> <!> <!> <!></div> <!></div> <!> <!> <!>`, 1);
function RequestPanel($$anchor, $$props) {
	push($$props, true);
	/** What an action answered: the lead as it is now. */
	/** The lead is out of the way: on to the next one. */
	let chosen = state(null);
	let busy = state(false);
	let problem = state(null);
	let why = state(false);
	let dismissing = state(false);
	let closing = state(false);
	let moving = state(false);
	/** A window by both its ends: 8–10 and 8–12 begin alike. */
	const keyOf = (window) => window.start + window.end;
	const id = user_derived(() => $$props.lead.summary.id);
	const mayWork = user_derived(() => session.may("work_inbox"));
	const window = user_derived(() => $$props.lead.windows.find((window) => keyOf(window) === get(chosen)) ?? $$props.lead.windows[0] ?? null);
	const recommended = user_derived(() => recommend($$props.lead, get(window), company.times));
	const step = user_derived(() => get(recommended).step);
	const allowed = user_derived(() => get(step).does === "show_job" || (get(step).does === "approve" ? session.may("approve") : get(mayWork)));
	const decided = user_derived(() => $$props.lead.verdict ? binding($$props.lead.verdict.trace) : null);
	const wish = user_derived(() => asked($$props.lead));
	const open = user_derived(() => $$props.lead.job == null && ![
		"dismissed",
		"not_a_lead",
		"lost",
		"closed",
		"opted_out"
	].includes($$props.lead.summary.state));
	const choosing = user_derived(() => get(open) && $$props.lead.windows.length > 0 && $$props.lead.reservation?.state !== "held");
	const gaps = user_derived(() => new Map($$props.lead.gaps.map((gap) => [gapWords(gap).field, gapWords(gap).words])));
	const read = user_derived(() => new Map($$props.lead.readings.map((reading) => [reading.field, reading])));
	const fields = user_derived(() => [.../* @__PURE__ */ new Set([...FIELD_ORDER.filter((field) => get(read).has(field) || get(gaps).has(field)), ...get(read).keys()])]);
	const editable = /* @__PURE__ */ new Set([
		"name",
		"phone",
		"email",
		"address",
		"job_type",
		"urgency"
	]);
	function options(field) {
		if (field === "urgency") return URGENCIES.map((value) => ({
			value,
			words: words(value)
		}));
		if (field === "job_type") return (company.view?.job_types ?? []).map((type) => ({
			value: type.id,
			words: type.name
		}));
	}
	/** Does something to the lead: one at a time, the answer shown, a "no" kept in sight. */
	async function act(doing, done) {
		if (get(busy)) return false;
		set(busy, true);
		set(problem, null);
		const answer = await doing();
		set(busy, false);
		if (!answer.ok) {
			set(problem, answer.problem);
			return false;
		}
		$$props.onchange(answer.value);
		if (done !== "") toasts.done(done, wayBack(answer.value));
		return true;
	}
	/** Corrects a field; what stood there before can be put back. */
	async function save(field, value) {
		const before = get(read).get(field)?.value;
		if (!await act(() => editLead(get(id), edit(field, value)), "")) return false;
		const name = options(field)?.find((option) => option.value === value)?.words ?? value;
		const old = options(field)?.find((option) => option.words === before || option.value === before?.toLowerCase())?.value ?? before;
		toasts.done(`${fieldWords(field)}: ${name}`, old === void 0 || old === value ? null : () => void putBack(get(id), field, old));
		return true;
	}
	const edit = (field, value) => field === "job_type" ? { job_type_id: value } : { [field]: value };
	/** Also when another lead is open by now. */
	async function putBack(lead, field, value) {
		const answer = await editLead(lead, edit(field, value));
		if (!answer.ok) return toasts.fail(answer.problem);
		$$props.onchange(answer.value);
		toasts.say(`${fieldWords(field)} is as it was`);
	}
	async function reread() {
		const answer = await lead(get(id));
		if (answer.ok) $$props.onchange(answer.value);
	}
	async function copy(question) {
		try {
			await navigator.clipboard.writeText(question);
			toasts.say("Question copied");
		} catch {
			toasts.say("Copying is not allowed here", "Select the question and copy it by hand.");
		}
	}
	function span(window) {
		return {
			start: window.start,
			end: window.end
		};
	}
	async function run() {
		if (!get(allowed) || get(busy)) return;
		switch (get(step).does) {
			case "take_escalation":
				await act(() => takeEscalation(get(step).escalation), "It is yours: call back now");
				break;
			case "close_escalation":
				set(closing, true);
				break;
			case "approve":
				await act(() => decideApproval(get(id), { decision: "approve" }), `Booked for ${$$props.lead.summary.who}`);
				break;
			case "reserve":
				await act(() => reserve(get(id), span(get(step).window)), `Reserved ${get(step).window.label}; it waits in Approvals`);
				break;
			case "book":
				await book$1(get(step).window);
				break;
			case "ask":
				await copy(get(step).question);
				break;
			case "show_job":
				router.go({
					page: "board",
					date: get(step).date,
					visit: get(step).appointment
				});
				break;
			case "take": await act(() => takeLead(get(id)), "It is yours");
		}
	}
	const book$1 = (window) => act(() => book(get(id), span(window)), `Booked ${window.label} for ${$$props.lead.summary.who}`);
	const more = user_derived(() => [
		...get(step).does === "reserve" && get(window) ? [{
			words: `Book ${company.times.window(get(window).start, get(window).end)} by hand`,
			icon: "check",
			run: () => void book$1(get(window))
		}] : [],
		...$$props.lead.reservation?.state === "held" ? [{
			words: "Let the reservation go",
			icon: "unlock",
			run: () => void act(() => releaseReservation(get(id)), "Reservation let go")
		}] : [],
		...$$props.lead.summary.owner ? [{
			words: `Let it go (${$$props.lead.summary.owner})`,
			icon: "user",
			run: () => void act(() => letLeadGo(get(id)), "Anyone can take it now")
		}] : [{
			words: "Take it",
			icon: "user",
			keys: "t",
			run: () => void act(() => takeLead(get(id)), "It is yours")
		}],
		{
			words: "Put aside…",
			icon: "minus",
			keys: "x",
			apart: true,
			run: () => set(dismissing, true)
		}
	]);
	shortcuts(() => [
		{
			keys: ["a", "Enter"],
			label: get(recommended).words || "Do what is recommended",
			group: "Inbox",
			when: () => get(step).does !== "nothing" && get(allowed),
			run: () => void run()
		},
		{
			keys: ["e"],
			label: "Edit the first doubtful field",
			group: "Inbox",
			when: () => get(mayWork) && get(open),
			run: editFirst
		},
		{
			keys: ["w"],
			label: "Why",
			group: "Inbox",
			when: () => $$props.lead.verdict != null,
			run: () => set(why, !get(why))
		},
		{
			keys: ["c"],
			label: "Copy the question",
			group: "Inbox",
			when: () => !!$$props.lead.question && get(step).does !== "ask",
			run: () => void copy($$props.lead.question ?? "")
		},
		{
			keys: ["t"],
			label: "Take this lead",
			group: "Inbox",
			when: () => get(mayWork) && !$$props.lead.summary.owner && get(step).does !== "take",
			run: () => void act(() => takeLead(get(id)), "It is yours")
		},
		{
			keys: ["o"],
			label: "Offer another window",
			group: "Inbox",
			when: () => $$props.lead.job != null && session.may("edit_board"),
			run: () => set(moving, true)
		},
		{
			keys: ["x"],
			label: "Put aside",
			group: "Inbox",
			when: () => get(mayWork) && get(open),
			run: () => set(dismissing, true)
		},
		...(get(choosing) ? $$props.lead.windows.slice(0, 9) : []).map((window, at) => ({
			keys: [String(at + 1)],
			label: `Choose ${company.times.window(window.start, window.end)}`,
			group: "Inbox",
			quiet: true,
			run: () => set(chosen, keyOf(window), true)
		}))
	]);
	let list = state(void 0);
	function editFirst() {
		(get(list)?.querySelector("button:has(.missing), button:has(.unsure)") ?? get(list)?.querySelector("button"))?.click();
	}
	var fragment = root_13();
	var div = first_child(fragment);
	var div_1 = child(div);
	var node = child(div_1);
	var consequent_1 = ($$anchor) => {
		const escalation = user_derived(() => $$props.lead.escalation);
		var div_2 = root$1();
		var p = child(div_2);
		var node_1 = child(p);
		{
			let $0 = user_derived(() => get(escalation).life_safety ? "flame" : "user");
			Icon(node_1, { get name() {
				return get($0);
			} });
		}
		var text$1 = sibling(node_1, 1, true);
		reset(p);
		var p_1 = sibling(p, 2);
		var text_1 = child(p_1);
		var node_2 = sibling(text_1);
		var consequent = ($$anchor) => {
			var text_2 = text();
			template_effect(() => set_text(text_2, `${get(escalation).taken_by ?? ""} is on it`));
			append($$anchor, text_2);
		};
		var alternate = ($$anchor) => {
			var text_3 = text();
			template_effect(($0) => set_text(text_3, `to be taken by ${$0 ?? ""}`), [() => company.times.when(get(escalation).due, company.clock.now)]);
			append($$anchor, text_3);
		};
		if_block(node_2, ($$render) => {
			if (get(escalation).state === "taken") $$render(consequent);
			else $$render(alternate, -1);
		});
		reset(p_1);
		reset(div_2);
		template_effect(($0, $1) => {
			set_text(text$1, $0);
			set_text(text_1, `Raised ${$1 ?? ""} · `);
		}, [() => sentence(get(escalation).reason), () => company.times.when(get(escalation).raised, company.clock.now)]);
		append($$anchor, div_2);
	};
	if_block(node, ($$render) => {
		if ($$props.lead.escalation) $$render(consequent_1);
	});
	var node_3 = sibling(node, 2);
	{
		const aside = ($$anchor) => {
			var fragment_3 = comment();
			var node_4 = first_child(fragment_3);
			var consequent_2 = ($$anchor) => {
				var span_1 = root_1$1();
				var text_4 = only_child(span_1);
				template_effect(($0) => set_text(text_4, `Only a person: ${$0 ?? ""}`), [() => $$props.lead.person_only.map((reason) => words(reason).toLowerCase()).join(", ")]);
				append($$anchor, span_1);
			};
			if_block(node_4, ($$render) => {
				if ($$props.lead.person_only.length > 0) $$render(consequent_2);
			});
			append($$anchor, fragment_3);
		};
		Panel(node_3, {
			title: "Request",
			aside,
			children: ($$anchor, $$slotProps) => {
				var fragment_4 = root_3$1();
				var dl = first_child(fragment_4);
				each(dl, 20, () => get(fields), (field) => field, ($$anchor, field) => {
					{
						let $0 = user_derived(() => get(read).get(field) ?? null);
						let $1 = user_derived(() => get(gaps).get(field) ?? null);
						let $2 = user_derived(() => options(field));
						let $3 = user_derived(() => get(mayWork) && get(open) && editable.has(field) ? (value) => save(field, value) : void 0);
						let $4 = user_derived(() => $$props.lit === field);
						ReadingLine($$anchor, {
							get field() {
								return field;
							},
							get reading() {
								return get($0);
							},
							get gap() {
								return get($1);
							},
							get options() {
								return get($2);
							},
							get onsave() {
								return get($3);
							},
							get lit() {
								return get($4);
							},
							get onlight() {
								return $$props.onlight;
							}
						});
					}
				});
				reset(dl);
				bind_this(dl, ($$value) => set(list, $$value), () => get(list));
				var node_5 = sibling(dl, 2);
				each(node_5, 16, () => $$props.lead.reasons, (reason) => reason, ($$anchor, reason) => {
					var p_2 = root_2$1();
					var text_5 = only_child(p_2, true);
					template_effect(() => set_text(text_5, reason));
					append($$anchor, p_2);
				});
				append($$anchor, fragment_4);
			},
			$$slots: {
				aside: true,
				default: true
			}
		});
	}
	var node_6 = sibling(node_3, 2);
	var consequent_3 = ($$anchor) => {
		Panel($$anchor, {
			title: "Ask next",
			children: ($$anchor, $$slotProps) => {
				var div_3 = root_4$1();
				var p_3 = child(div_3);
				var text_6 = only_child(p_3, true);
				var node_7 = sibling(p_3, 2);
				Button(node_7, {
					small: true,
					icon: "copy",
					label: "Copy the question (C)",
					onclick: () => void copy($$props.lead.question ?? "")
				});
				reset(div_3);
				template_effect(() => set_text(text_6, $$props.lead.question));
				append($$anchor, div_3);
			},
			$$slots: { default: true }
		});
	};
	if_block(node_6, ($$render) => {
		if ($$props.lead.question) $$render(consequent_3);
	});
	var node_8 = sibling(node_6, 2);
	var consequent_5 = ($$anchor) => {
		const kept = user_derived(() => $$props.lead.reservation);
		Panel($$anchor, {
			title: "Reserved",
			children: ($$anchor, $$slotProps) => {
				var fragment_8 = root_6$1();
				var p_4 = first_child(fragment_8);
				var strong = child(p_4);
				var text_7 = only_child(strong, true);
				reset(p_4);
				var node_9 = sibling(p_4, 2);
				var consequent_4 = ($$anchor) => {
					var p_5 = root_5$1();
					var node_10 = child(p_5);
					Icon(node_10, {
						name: "clock",
						size: 14
					});
					var text_8 = sibling(node_10);
					reset(p_5);
					template_effect(() => set_text(text_8, `Asked: ${get(wish) ?? ""}`));
					append($$anchor, p_5);
				};
				var d = user_derived(() => get(wish) !== null && missed(get(kept), $$props.lead.windows, $$props.lead.verdict?.trace));
				if_block(node_9, ($$render) => {
					if (get(d)) $$render(consequent_4);
				});
				var p_6 = sibling(node_9, 2);
				var text_9 = only_child(p_6);
				template_effect(($0, $1) => {
					set_text(text_7, get(kept).label);
					set_text(text_9, `${get(kept).technician ?? ""}, planned ${$0 ?? ""} ·
          ${$1 ?? ""}`);
				}, [() => company.times.time(get(kept).planned_start), () => get(kept).until ? `expires in ${length((Date.parse(get(kept).until) - company.clock.now) / 6e4)}` : "kept until someone decides"]);
				append($$anchor, fragment_8);
			},
			$$slots: { default: true }
		});
	};
	var consequent_6 = ($$anchor) => {
		Panel($$anchor, {
			title: "Windows that fit",
			children: ($$anchor, $$slotProps) => {
				WindowList($$anchor, {
					get windows() {
						return $$props.lead.windows;
					},
					get chosen() {
						return get(window);
					},
					onchoose: (window) => set(chosen, keyOf(window), true),
					get asked() {
						return get(wish);
					}
				});
			},
			$$slots: { default: true }
		});
	};
	if_block(node_8, ($$render) => {
		if ($$props.lead.reservation && $$props.lead.reservation.state === "held") $$render(consequent_5);
		else if (get(choosing)) $$render(consequent_6, 1);
	});
	var node_11 = sibling(node_8, 2);
	var consequent_9 = ($$anchor) => {
		{
			const aside = ($$anchor) => {
				var button = root_7$1();
				var text_10 = only_child(button, true);
				template_effect(() => {
					set_attribute(button, "aria-expanded", get(why));
					set_text(text_10, get(why) ? "Hide why" : "Why");
				});
				delegated("click", button, () => set(why, !get(why)));
				append($$anchor, button);
			};
			Panel($$anchor, {
				title: "Authority",
				aside,
				children: ($$anchor, $$slotProps) => {
					var fragment_12 = root_10$1();
					var p_7 = first_child(fragment_12);
					var text_11 = child(p_7);
					var span_2 = sibling(text_11);
					var text_12 = only_child(span_2);
					reset(p_7);
					var node_12 = sibling(p_7, 2);
					var consequent_7 = ($$anchor) => {
						var p_8 = root_8$1();
						var text_13 = only_child(p_8, true);
						template_effect(($0) => set_text(text_13, $0), [() => findingWords(get(decided))]);
						append($$anchor, p_8);
					};
					if_block(node_12, ($$render) => {
						if (get(decided)) $$render(consequent_7);
					});
					var node_13 = sibling(node_12, 2);
					var consequent_8 = ($$anchor) => {
						var div_4 = root_9$1();
						var node_14 = child(div_4);
						Trace(node_14, {
							get trace() {
								return $$props.lead.verdict.trace;
							},
							get decided() {
								return get(decided);
							}
						});
						reset(div_4);
						append($$anchor, div_4);
					};
					if_block(node_13, ($$render) => {
						if (get(why)) $$render(consequent_8);
					});
					template_effect(($0, $1) => {
						set_text(text_11, `${$0 ?? ""}: ${$1 ?? ""} `);
						set_text(text_12, `· rules, version ${$$props.lead.verdict.rule_version ?? ""}`);
					}, [() => words($$props.lead.verdict.authority), () => actionWords($$props.lead.verdict.action)]);
					append($$anchor, fragment_12);
				},
				$$slots: {
					aside: true,
					default: true
				}
			});
		}
	};
	if_block(node_11, ($$render) => {
		if ($$props.lead.verdict) $$render(consequent_9);
	});
	reset(div_1);
	var node_15 = sibling(div_1, 2);
	var consequent_16 = ($$anchor) => {
		var footer = root_12();
		var node_16 = child(footer);
		var consequent_10 = ($$anchor) => {
			ProblemNote($$anchor, {
				get problem() {
					return get(problem);
				},
				close: () => set(problem, null)
			});
		};
		if_block(node_16, ($$render) => {
			if (get(problem)) $$render(consequent_10);
		});
		var div_5 = sibling(node_16, 2);
		var node_17 = child(div_5);
		var consequent_11 = ($$anchor) => {
			{
				let $0 = user_derived(() => $$props.lead.escalation ? "alert" : "primary");
				let $1 = user_derived(() => !get(allowed));
				Button($$anchor, {
					get tone() {
						return get($0);
					},
					wide: true,
					keys: "a",
					get busy() {
						return get(busy);
					},
					get disabled() {
						return get($1);
					},
					onclick: run,
					children: ($$anchor, $$slotProps) => {
						next();
						var text_14 = text();
						template_effect(() => set_text(text_14, get(recommended).words));
						append($$anchor, text_14);
					},
					$$slots: { default: true }
				});
			}
		};
		if_block(node_17, ($$render) => {
			if (get(step).does !== "nothing") $$render(consequent_11);
		});
		var node_18 = sibling(node_17, 2);
		var consequent_12 = ($$anchor) => {
			Button($$anchor, {
				icon: "calendar",
				label: "Offer another window (O)",
				keys: "o",
				onclick: () => set(moving, true)
			});
		};
		var d_1 = user_derived(() => $$props.lead.job && session.may("edit_board"));
		if_block(node_18, ($$render) => {
			if (get(d_1)) $$render(consequent_12);
		});
		var node_19 = sibling(node_18, 2);
		var consequent_13 = ($$anchor) => {
			Menu($$anchor, {
				label: "More actions",
				get items() {
					return get(more);
				},
				align: "right",
				children: ($$anchor, $$slotProps) => {
					Icon($$anchor, {
						name: "more",
						label: "More actions"
					});
				},
				$$slots: { default: true }
			});
		};
		if_block(node_19, ($$render) => {
			if (get(open) && get(mayWork)) $$render(consequent_13);
		});
		reset(div_5);
		var node_20 = sibling(div_5, 2);
		var consequent_14 = ($$anchor) => {
			var p_9 = root_11();
			var text_15 = only_child(p_9, true);
			template_effect(($0) => set_text(text_15, $0), [() => get(step).does === "approve" ? whyNot("approve", "approve this") : whyNot("work_inbox", "do this")]);
			append($$anchor, p_9);
		};
		var consequent_15 = ($$anchor) => {
			var p_10 = root_11();
			var text_16 = only_child(p_10, true);
			template_effect(() => set_text(text_16, get(recommended).authority));
			append($$anchor, p_10);
		};
		if_block(node_20, ($$render) => {
			if (get(step).does !== "nothing" && !get(allowed)) $$render(consequent_14);
			else if (get(recommended).authority) $$render(consequent_15, 1);
		});
		reset(footer);
		append($$anchor, footer);
	};
	if_block(node_15, ($$render) => {
		if (get(problem) || get(step).does !== "nothing" || get(open) && get(mayWork)) $$render(consequent_16);
	});
	reset(div);
	var node_21 = sibling(div, 2);
	DismissDialog(node_21, {
		get who() {
			return $$props.lead.summary.who;
		},
		save: async (why) => {
			const aside = await act(() => dismiss(get(id), why), `${$$props.lead.summary.reference} put aside`);
			if (aside) $$props.onaside();
			return aside;
		},
		get open() {
			return get(dismissing);
		},
		set open($$value) {
			set(dismissing, $$value, true);
		}
	});
	var node_22 = sibling(node_21, 2);
	var consequent_17 = ($$anchor) => {
		{
			let $0 = user_derived(() => ({
				id: $$props.lead.job.appointment_id,
				reference: $$props.lead.job.reference
			}));
			WindowDialog($$anchor, {
				get visit() {
					return get($0);
				},
				get asked() {
					return get(wish);
				},
				ondone: () => void reread(),
				get open() {
					return get(moving);
				},
				set open($$value) {
					set(moving, $$value, true);
				}
			});
		}
	};
	if_block(node_22, ($$render) => {
		if ($$props.lead.job) $$render(consequent_17);
	});
	OutcomeDialog(sibling(node_22, 2), {
		save: async (outcome) => $$props.lead.escalation ? act(() => closeEscalation($$props.lead.escalation?.id ?? "", { outcome }), "Closed") : false,
		get open() {
			return get(closing);
		},
		set open($$value) {
			set(closing, $$value, true);
		}
	});
	append($$anchor, fragment);
	pop();
}
delegate(["click"]);
// src/inbox/InboxPage.svelte
var root = from_html(`<span class="unattended num s-1ar9l8d" title="Emergencies and escalations that nobody took"> </span>`);
var root_1 = from_html(`<h2 class="unseen">Inbox</h2> <!> <!> <!>`, 1);
var root_2 = from_html(`Requests appear here by themselves. Share <a target="_blank">your request form</a>, or send one through it to see how it works.`, 1);
var root_3 = from_html(`<div class="pad whole s-1ar9l8d"><!></div>`);
var root_4 = from_html(`<div class="head s-1ar9l8d"><!></div>`);
var root_5 = from_html(`<div class="head ghost tall s-1ar9l8d"><!><!></div>`);
var root_6 = from_html(`<div class="ghost s-1ar9l8d"><!><!></div> <div class="ghost s-1ar9l8d"><!><!></div>`, 1);
var root_7 = from_html(`<div class="ghost s-1ar9l8d"><!></div>`);
var root_8 = from_html(`<!> <div class="conversation scroll s-1ar9l8d"><!></div> <div class="panel s-1ar9l8d"><!></div>`, 1);
var root_9 = from_html(`<div class="lead s-1ar9l8d"><!></div>`);
var root_10 = from_html(`<!> <!>`, 1);
function InboxPage($$anchor, $$props) {
	push($$props, true);
	const list = new Loaded(() => leads($$props.show));
	const detail = new Loaded(() => lead($$props.lead ?? ""));
	/** Leads that were read before: shown at once, then read again behind. */
	const seen = /* @__PURE__ */ new Map();
	let lit = state(null);
	user_effect(() => {
		$$props.show;
		list.load();
	});
	user_effect(() => {
		if (list.value !== null && $$props.show !== "booked") counts.take(list.value);
	});
	user_effect(() => {
		if ($$props.lead === null) return;
		const before = seen.get($$props.lead);
		if (before === void 0) detail.load();
		else {
			detail.set(before);
			detail.refresh();
		}
		set(lit, null);
	});
	user_effect(() => {
		if (detail.value !== null) seen.set(detail.value.summary.id, detail.value);
	});
	refetchOn((entry) => about(entry, "lead") || about(entry, "escalation"), () => void list.refresh());
	refetchOn((entry) => $$props.lead !== null && about(entry, "lead", $$props.lead), () => $$props.lead !== null && void detail.refresh());
	user_effect(() => live.on({
		entry: (entry) => entry.subjects.forEach((subject) => subject.noun === "lead" && subject.id !== $$props.lead && seen.delete(subject.id)),
		reload: () => seen.clear()
	}));
	user_effect(() => {
		const first = list.value?.leads[0];
		if ($$props.lead === null && first !== void 0 && matchMedia("(min-width: 721px)").matches) router.swap({
			page: "inbox",
			lead: first.id,
			show: $$props.show
		});
	});
	const lead$1 = user_derived(() => detail.value?.summary.id === $$props.lead ? detail.value : null);
	const summary = user_derived(() => get(lead$1)?.summary ?? list.value?.leads.find((line) => line.id === $$props.lead) ?? null);
	const phone = user_derived(() => get(lead$1)?.readings.find((reading) => reading.field === "phone")?.value ?? null);
	function take(changed) {
		if (changed.summary.id === $$props.lead) detail.set(changed);
		seen.set(changed.summary.id, changed);
		list.refresh();
	}
	let panes = state(void 0);
	const mayTake = user_derived(() => session.may("work_inbox"));
	let taking = state(false);
	/** Opens what was just taken down. */
	async function openTaken(reference) {
		await list.refresh();
		const taken = list.value?.leads.find((line) => line.reference === reference);
		if (taken !== void 0) router.go({
			page: "inbox",
			lead: taken.id,
			show: $$props.show
		});
	}
	shortcuts(() => [{
		keys: ["n"],
		label: "New request: take a call",
		group: "Inbox",
		when: () => get(mayTake),
		run: () => set(taking, true)
	}]);
	var fragment = root_10();
	head("1qbczqv", ($$anchor) => {
		deferred_template_effect(($0) => {
			$document.title = `${$0 ?? ""}Inbox · ${company.view?.name ?? "Dispatch Assist" ?? ""}`;
		}, [() => get(summary) ? `${phoneNumber(get(summary).who)} · ` : ""]);
	});
	var node = first_child(fragment);
	{
		const bar = ($$anchor) => {
			var fragment_1 = root_1();
			var node_1 = sibling(first_child(fragment_1), 2);
			{
				let $0 = user_derived(() => [
					{
						value: "open",
						words: "Open",
						count: counts.open
					},
					{
						value: "booked",
						words: "Booked"
					},
					{
						value: "all",
						words: "All"
					}
				]);
				Tabs(node_1, {
					label: "Which leads",
					get value() {
						return $$props.show;
					},
					get tabs() {
						return get($0);
					},
					onchange: (show) => router.swap({
						page: "inbox",
						lead: $$props.lead,
						show
					})
				});
			}
			var node_2 = sibling(node_1, 2);
			var consequent = ($$anchor) => {
				var span = root();
				var text = only_child(span);
				template_effect(() => set_text(text, `${counts.unattended ?? ""} not taken`));
				append($$anchor, span);
			};
			if_block(node_2, ($$render) => {
				if (counts.unattended > 0) $$render(consequent);
			});
			var node_3 = sibling(node_2, 2);
			var consequent_1 = ($$anchor) => {
				Button($$anchor, {
					small: true,
					tone: "plain",
					icon: "plus",
					label: "New request: take a call (N)",
					"aria-keyshortcuts": "n",
					onclick: () => set(taking, true)
				});
			};
			if_block(node_3, ($$render) => {
				if (get(mayTake)) $$render(consequent_1);
			});
			append($$anchor, fragment_1);
		};
		const empty = ($$anchor) => {
			{
				let $0 = user_derived(() => $$props.show === "open" ? "Nothing waits" : "No leads here yet");
				EmptyState($$anchor, {
					icon: "inbox",
					get title() {
						return get($0);
					},
					children: ($$anchor, $$slotProps) => {
						next();
						var fragment_4 = root_2();
						var a = sibling(first_child(fragment_4));
						next();
						template_effect(() => set_attribute(a, "href", `/form/${company.view?.slug ?? ""}`));
						append($$anchor, fragment_4);
					},
					$$slots: { default: true }
				});
			}
		};
		const lines = ($$anchor, all = noop) => {
			Queue($$anchor, {
				get leads() {
					return all().leads;
				},
				get selected() {
					return $$props.lead;
				},
				href: (id) => write({
					page: "inbox",
					lead: id,
					show: $$props.show
				})
			});
		};
		const open = ($$anchor) => {
			var fragment_6 = comment();
			var node_4 = first_child(fragment_6);
			var consequent_6 = ($$anchor) => {
				var div = root_9();
				var node_5 = child(div);
				var consequent_2 = ($$anchor) => {
					var div_1 = root_3();
					var node_6 = child(div_1);
					ProblemNote(node_6, {
						get problem() {
							return detail.state.problem;
						},
						retry: () => void detail.load()
					});
					reset(div_1);
					append($$anchor, div_1);
				};
				var alternate_3 = ($$anchor) => {
					var fragment_7 = root_8();
					var node_7 = first_child(fragment_7);
					var consequent_3 = ($$anchor) => {
						var div_2 = root_4();
						LeadHead(child(div_2), {
							get summary() {
								return get(summary);
							},
							get phone() {
								return get(phone);
							},
							onback: () => router.go({
								page: "inbox",
								lead: null,
								show: $$props.show
							}),
							onchange: take
						});
						reset(div_2);
						append($$anchor, div_2);
					};
					var alternate = ($$anchor) => {
						var div_3 = root_5();
						var node_9 = child(div_3);
						Skeleton(node_9, {
							width: "30%",
							height: "18px"
						});
						var node_10 = sibling(node_9);
						Skeleton(node_10, { width: "60%" });
						reset(div_3);
						append($$anchor, div_3);
					};
					if_block(node_7, ($$render) => {
						if (get(summary)) $$render(consequent_3);
						else $$render(alternate, -1);
					});
					var div_4 = sibling(node_7, 2);
					var node_11 = child(div_4);
					var consequent_4 = ($$anchor) => {
						Conversation($$anchor, {
							get lead() {
								return get(lead$1);
							},
							get lit() {
								return get(lit);
							},
							onlight: (field) => set(lit, field, true)
						});
					};
					var alternate_1 = ($$anchor) => {
						var fragment_9 = root_6();
						var div_5 = first_child(fragment_9);
						var node_12 = child(div_5);
						Skeleton(node_12, {
							width: "20%",
							height: "12px"
						});
						var node_13 = sibling(node_12);
						Skeleton(node_13, {
							width: "70%",
							height: "72px"
						});
						reset(div_5);
						var div_6 = sibling(div_5, 2);
						var node_14 = child(div_6);
						Skeleton(node_14, {
							width: "20%",
							height: "12px"
						});
						var node_15 = sibling(node_14);
						Skeleton(node_15, {
							width: "50%",
							height: "44px"
						});
						reset(div_6);
						append($$anchor, fragment_9);
					};
					if_block(node_11, ($$render) => {
						if (get(lead$1)) $$render(consequent_4);
						else $$render(alternate_1, -1);
					});
					reset(div_4);
					var div_7 = sibling(div_4, 2);
					var node_16 = child(div_7);
					var consequent_5 = ($$anchor) => {
						var fragment_10 = comment();
						var node_17 = first_child(fragment_10);
						key(node_17, () => get(lead$1).summary.id, ($$anchor) => {
							RequestPanel($$anchor, {
								get lead() {
									return get(lead$1);
								},
								get lit() {
									return get(lit);
								},
								onlight: (field) => set(lit, field, true),
								onchange: take,
								onaside: () => get(panes)?.step(1)
							});
						});
						append($$anchor, fragment_10);
					};
					var alternate_2 = ($$anchor) => {
						var fragment_12 = comment();
						var node_18 = first_child(fragment_12);
						each(node_18, 16, () => ({ length: 8 }), index, ($$anchor, _, at) => {
							var div_8 = root_7();
							var node_19 = child(div_8);
							Skeleton(node_19, { width: at % 2 === 0 ? "70%" : "50%" });
							reset(div_8);
							append($$anchor, div_8);
						});
						append($$anchor, fragment_12);
					};
					if_block(node_16, ($$render) => {
						if (get(lead$1)) $$render(consequent_5);
						else $$render(alternate_2, -1);
					});
					reset(div_7);
					append($$anchor, fragment_7);
				};
				if_block(node_5, ($$render) => {
					if (detail.state.is === "failed") $$render(consequent_2);
					else $$render(alternate_3, -1);
				});
				reset(div);
				append($$anchor, div);
			};
			if_block(node_4, ($$render) => {
				if ($$props.lead !== null) $$render(consequent_6);
			});
			append($$anchor, fragment_6);
		};
		let $0 = user_derived(() => (list.value?.leads ?? []).map((line) => line.id));
		bind_this(TwoPanes(node, {
			page: "Inbox",
			one: "lead",
			queue: "Queue",
			detail: "Lead",
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
				page: "inbox",
				lead,
				show: $$props.show
			}),
			ghosts: 9,
			bar,
			empty,
			lines,
			open,
			$$slots: {
				bar: true,
				empty: true,
				lines: true,
				open: true
			}
		}), ($$value) => set(panes, $$value, true), () => get(panes));
	}
	NewRequestDialog(sibling(node, 2), {
		ontaken: (reference) => void openTaken(reference),
		get open() {
			return get(taking);
		},
		set open($$value) {
			set(taking, $$value, true);
		}
	});
	append($$anchor, fragment);
	pop();
}
export { InboxPage as default };

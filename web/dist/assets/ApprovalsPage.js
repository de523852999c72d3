import { $t as get, At as clsx, C as Skeleton, Cn as push, Ct as set_attribute, Dn as reset, E as Button, En as next, Ft as each, Gt as from_html, It as index, Jt as text, L as decideApproval, Lt as key, Mt as head, Rt as if_block, Sn as pop, T as Due, Ut as append, V as lead, Vt as set_text, Wt as comment, Xt as delegated, Yt as delegate, Zt as event, a as Conversation, an as template_effect, b as hazardWords, c as Trace, cn as $document, d as binding, dn as first_child, dt as dollars, en as tick, fn as only_child, gn as set, gt as words, ht as sentence, j as approvals, kt as set_class, l as WindowList, o as Panel, on as user_effect, pn as sibling, rn as deferred_template_effect, u as Tag, un as child, vn as state, w as Loaded, xn as remove_textarea_child, xt as bind_value, yn as user_derived, yt as bind_this } from "./shared.js";
import { _ as company, c as session, d as about, h as shortcuts, i as toasts, l as router, n as ProblemNote, p as refetchOn, s as EmptyState, t as counts } from "./app.js";
// src/approvals/Approval.svelte
var root_1$1 = from_html(`<textarea rows="4" aria-label="Confirmation" class="s-qxfg7m"></textarea>`);
var root_2$1 = from_html(`<p class="quiet small s-qxfg7m"> </p>`);
var root_3$1 = from_html(`<p class="message s-qxfg7m"> </p> <!>`, 1);
var root_4$1 = from_html(`<p class="quiet s-qxfg7m">No message will be sent.</p>`);
var root_5$1 = from_html(`<button type="button" class="why s-qxfg7m" title="Why (W)"> </button>`);
var root_6$1 = from_html(`<div class="trace s-qxfg7m"><!></div>`);
var root_7 = from_html(`<p class="s-qxfg7m"> <span class="quiet s-qxfg7m"> </span></p> <!>`, 1);
var root_8 = from_html(`<p class="alert-text small s-qxfg7m" role="alert">Say why in a few words.</p>`);
var root_9 = from_html(`<form class="s-qxfg7m"><textarea rows="2" aria-label="Why it is rejected" placeholder="Why? The inbox shows it to whoever goes on with the lead." class="s-qxfg7m"></textarea> <!> <div class="acts s-qxfg7m"><!> <!></div></form>`);
var root_10 = from_html(`<div class="acts s-qxfg7m"><!> <!> <!></div>`);
var root_11 = from_html(`<footer class="s-qxfg7m"><!></footer>`);
var root_12 = from_html(`<div class="pad s-qxfg7m"><!></div>`);
var root_13 = from_html(`<div class="pad s-qxfg7m"><!><!></div>`);
var root_14 = from_html(`<div class="approval s-qxfg7m"><div class="proposal s-qxfg7m"><div class="scroll body s-qxfg7m"><header class="s-qxfg7m"><span class="back s-qxfg7m"><!></span> <div class="words s-qxfg7m"><div class="top s-qxfg7m"><h2 class="one-line s-qxfg7m"> </h2> <span class="quiet num s-qxfg7m"> </span> <!> <!></div> <p class="quiet s-qxfg7m"> </p></div> <a class="open s-qxfg7m" title="Open the lead (Enter)">Open the lead</a></header> <dl class="facts s-qxfg7m"><div class="first s-qxfg7m"><dt class="s-qxfg7m"> </dt><dd class="num big s-qxfg7m"> </dd></div> <div class="s-qxfg7m"><dt class="s-qxfg7m">Technician, planned</dt><dd class="num s-qxfg7m"> </dd></div> <div class="s-qxfg7m"><dt class="s-qxfg7m">Job</dt><dd class="s-qxfg7m"> </dd></div> <div class="s-qxfg7m"><dt class="s-qxfg7m">Value</dt><dd class="num s-qxfg7m"> </dd></div> <div class="place s-qxfg7m"><dt class="s-qxfg7m">Address</dt><dd class="s-qxfg7m"> </dd></div></dl> <!> <!> <!></div> <!></div> <aside class="scroll s-qxfg7m" aria-label="What they said"><!></aside></div>`);
function Approval($$anchor, $$props) {
	push($$props, true);
	/** What the customer said, beside what is proposed: an approval is a second look. */
	const lead$1 = new Loaded(() => lead($$props.approval.lead_id));
	let lit = state(null);
	lead$1.load();
	let doing = state("looking");
	let text$1 = state("");
	let other = state(null);
	let reason = state("");
	let asked = state(false);
	let why = state(false);
	let root;
	const may = user_derived(() => session.may("approve"));
	const reservation = user_derived(() => $$props.approval.reservation);
	const window = user_derived(() => get(other) ?? get(reservation));
	const short = user_derived(() => company.times.window(get(window).start, get(window).end));
	const decided = user_derived(() => binding($$props.approval.verdict.trace));
	const draft = user_derived(() => $$props.approval.message?.text ?? "");
	async function turn(to) {
		set(doing, to, true);
		if (to === "editing") set(text$1, get(draft), true);
		await tick();
		root.querySelector("textarea")?.focus();
	}
	function stop() {
		set(doing, "looking");
		set(other, null);
		set(asked, false);
	}
	async function approve() {
		const edited = get(doing) === "editing" && get(text$1).trim() !== "" && get(text$1) !== get(draft);
		await $$props.decide({
			decision: "approve",
			message: edited ? get(text$1).trim() : null,
			window: get(other) === null || get(other).start === get(reservation).start ? null : {
				start: get(other).start,
				end: get(other).end
			}
		});
	}
	async function reject(event) {
		event.preventDefault();
		set(asked, true);
		if (get(reason).trim() !== "") await $$props.decide({
			decision: "reject",
			reason: get(reason).trim()
		});
	}
	function press(event) {
		if (event.key === "Escape") stop();
		if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
		event.preventDefault();
		if (get(doing) === "editing") approve();
		else root.querySelector("form")?.requestSubmit();
	}
	shortcuts(() => [
		{
			keys: ["a"],
			label: `Approve ${get(short)} for ${$$props.approval.lead.who}`,
			group: "Approvals",
			when: () => get(may),
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
	var div = root_14();
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
	var dd = sibling(dt);
	var text_7 = only_child(dd, true);
	reset(div_5);
	var div_6 = sibling(div_5, 2);
	var dd_1 = sibling(child(div_6));
	var text_8 = only_child(dd_1, true);
	reset(div_6);
	var div_7 = sibling(div_6, 2);
	var dd_2 = sibling(child(div_7));
	var text_9 = only_child(dd_2, true);
	reset(div_7);
	var div_8 = sibling(div_7, 2);
	var dd_3 = sibling(child(div_8));
	var text_10 = only_child(dd_3, true);
	reset(div_8);
	var div_9 = sibling(div_8, 2);
	var dd_4 = sibling(child(div_9));
	var text_11 = only_child(dd_4, true);
	reset(div_9);
	reset(dl);
	var node_3 = sibling(dl, 2);
	{
		let $0 = user_derived(() => $$props.approval.message ? `Confirmation to ${$$props.approval.message.to}` : "Confirmation");
		Panel(node_3, {
			get title() {
				return get($0);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_4 = comment();
				var node_4 = first_child(fragment_4);
				var consequent_1 = ($$anchor) => {
					var textarea = root_1$1();
					remove_textarea_child(textarea);
					delegated("keydown", textarea, press);
					bind_value(textarea, () => get(text$1), ($$value) => set(text$1, $$value));
					append($$anchor, textarea);
				};
				var consequent_3 = ($$anchor) => {
					var fragment_5 = root_3$1();
					var p_1 = first_child(fragment_5);
					var text_12 = only_child(p_1, true);
					var node_5 = sibling(p_1, 2);
					var consequent_2 = ($$anchor) => {
						var p_2 = root_2$1();
						var text_13 = only_child(p_2, true);
						template_effect(() => set_text(text_13, $$props.approval.message.note));
						append($$anchor, p_2);
					};
					if_block(node_5, ($$render) => {
						if ($$props.approval.message.note) $$render(consequent_2);
					});
					template_effect(() => set_text(text_12, $$props.approval.message.text));
					append($$anchor, fragment_5);
				};
				var alternate = ($$anchor) => {
					var p_3 = root_4$1();
					append($$anchor, p_3);
				};
				if_block(node_4, ($$render) => {
					if (get(doing) === "editing") $$render(consequent_1);
					else if ($$props.approval.message) $$render(consequent_3, 1);
					else $$render(alternate, -1);
				});
				append($$anchor, fragment_4);
			},
			$$slots: { default: true }
		});
	}
	var node_6 = sibling(node_3, 2);
	var consequent_4 = ($$anchor) => {
		Panel($$anchor, {
			title: "Another window",
			children: ($$anchor, $$slotProps) => {
				{
					let $0 = user_derived(() => get(other)?.start ?? get(reservation).start);
					WindowList($$anchor, {
						get windows() {
							return $$props.approval.windows;
						},
						get chosen() {
							return get($0);
						},
						onchoose: (chosen) => set(other, chosen)
					});
				}
			},
			$$slots: { default: true }
		});
	};
	if_block(node_6, ($$render) => {
		if (get(doing) === "editing" && $$props.approval.windows.length > 0) $$render(consequent_4);
	});
	var node_7 = sibling(node_6, 2);
	{
		const aside = ($$anchor) => {
			var button = root_5$1();
			var text_14 = only_child(button, true);
			template_effect(() => {
				set_attribute(button, "aria-expanded", get(why));
				set_text(text_14, get(why) ? "Hide why" : "Why");
			});
			delegated("click", button, () => set(why, !get(why)));
			append($$anchor, button);
		};
		Panel(node_7, {
			title: "Authority",
			aside,
			children: ($$anchor, $$slotProps) => {
				var fragment_8 = root_7();
				var p_4 = first_child(fragment_8);
				var text_15 = child(p_4);
				var span_2 = sibling(text_15);
				var text_16 = only_child(span_2);
				reset(p_4);
				var node_8 = sibling(p_4, 2);
				var consequent_5 = ($$anchor) => {
					var div_10 = root_6$1();
					var node_9 = child(div_10);
					Trace(node_9, {
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
				if_block(node_8, ($$render) => {
					if (get(why)) $$render(consequent_5);
				});
				template_effect(($0) => {
					set_text(text_15, `${$0 ?? ""} `);
					set_text(text_16, `· rule version ${$$props.approval.verdict.rule_version ?? ""}`);
				}, [() => sentence(get(decided)?.words ?? "a person approves")]);
				append($$anchor, fragment_8);
			},
			$$slots: {
				aside: true,
				default: true
			}
		});
	}
	reset(div_2);
	var node_10 = sibling(div_2, 2);
	var consequent_9 = ($$anchor) => {
		var footer = root_11();
		var node_11 = child(footer);
		var consequent_7 = ($$anchor) => {
			var form = root_9();
			var textarea_1 = child(form);
			remove_textarea_child(textarea_1);
			var node_12 = sibling(textarea_1, 2);
			var consequent_6 = ($$anchor) => {
				var p_5 = root_8();
				append($$anchor, p_5);
			};
			var d = user_derived(() => get(asked) && get(reason).trim() === "");
			if_block(node_12, ($$render) => {
				if (get(d)) $$render(consequent_6);
			});
			var div_11 = sibling(node_12, 2);
			var node_13 = child(div_11);
			Button(node_13, {
				onclick: stop,
				keys: "Escape",
				children: ($$anchor, $$slotProps) => {
					next();
					var text_17 = text("Keep it");
					append($$anchor, text_17);
				},
				$$slots: { default: true }
			});
			var node_14 = sibling(node_13, 2);
			Button(node_14, {
				type: "submit",
				tone: "alert",
				keys: "Mod+Enter",
				children: ($$anchor, $$slotProps) => {
					next();
					var text_18 = text();
					template_effect(() => set_text(text_18, `Reject ${get(short) ?? ""}`));
					append($$anchor, text_18);
				},
				$$slots: { default: true }
			});
			reset(div_11);
			reset(form);
			event("submit", form, reject);
			delegated("keydown", textarea_1, press);
			bind_value(textarea_1, () => get(reason), ($$value) => set(reason, $$value));
			append($$anchor, form);
		};
		var alternate_1 = ($$anchor) => {
			var div_12 = root_10();
			var node_15 = child(div_12);
			{
				let $0 = user_derived(() => get(doing) === "editing" ? void 0 : "x");
				Button(node_15, {
					get keys() {
						return get($0);
					},
					onclick: () => get(doing) === "editing" ? stop() : void turn("rejecting"),
					children: ($$anchor, $$slotProps) => {
						next();
						var text_19 = text();
						template_effect(() => set_text(text_19, get(doing) === "editing" ? "Leave it as it was" : "Reject…"));
						append($$anchor, text_19);
					},
					$$slots: { default: true }
				});
			}
			var node_16 = sibling(node_15, 2);
			var consequent_8 = ($$anchor) => {
				Button($$anchor, {
					keys: "e",
					onclick: () => void turn("editing"),
					children: ($$anchor, $$slotProps) => {
						next();
						var text_20 = text("Edit");
						append($$anchor, text_20);
					},
					$$slots: { default: true }
				});
			};
			if_block(node_16, ($$render) => {
				if (get(doing) === "looking") $$render(consequent_8);
			});
			var node_17 = sibling(node_16, 2);
			{
				let $0 = user_derived(() => get(doing) === "editing" ? "Mod+Enter" : "a");
				Button(node_17, {
					tone: "primary",
					get keys() {
						return get($0);
					},
					onclick: approve,
					children: ($$anchor, $$slotProps) => {
						next();
						var text_21 = text();
						template_effect(() => set_text(text_21, `Approve ${get(short) ?? ""} and book`));
						append($$anchor, text_21);
					},
					$$slots: { default: true }
				});
			}
			reset(div_12);
			append($$anchor, div_12);
		};
		if_block(node_11, ($$render) => {
			if (get(doing) === "rejecting") $$render(consequent_7);
			else $$render(alternate_1, -1);
		});
		reset(footer);
		append($$anchor, footer);
	};
	if_block(node_10, ($$render) => {
		if (get(may)) $$render(consequent_9);
	});
	reset(div_1);
	var aside_1 = sibling(div_1, 2);
	var node_18 = child(aside_1);
	var consequent_10 = ($$anchor) => {
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
	var consequent_11 = ($$anchor) => {
		var div_13 = root_12();
		var node_19 = child(div_13);
		ProblemNote(node_19, {
			get problem() {
				return lead$1.state.problem;
			},
			retry: () => void lead$1.load()
		});
		reset(div_13);
		append($$anchor, div_13);
	};
	var alternate_2 = ($$anchor) => {
		var div_14 = root_13();
		var node_20 = child(div_14);
		Skeleton(node_20, {
			width: "20%",
			height: "12px"
		});
		var node_21 = sibling(node_20);
		Skeleton(node_21, { height: "96px" });
		reset(div_14);
		append($$anchor, div_14);
	};
	if_block(node_18, ($$render) => {
		if (lead$1.state.is === "ready") $$render(consequent_10);
		else if (lead$1.state.is === "failed") $$render(consequent_11, 1);
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
		set_text(text_8, $0);
		set_text(text_9, $$props.approval.lead.job_type ?? "Unclear");
		set_text(text_10, $1);
		set_text(text_11, $$props.approval.address || "Missing");
	}, [() => get(other) ? "chosen when booked" : `${get(reservation).technician}, ${company.times.time(get(reservation).planned_start)}`, () => $$props.approval.lead.value_cents ? dollars($$props.approval.lead.value_cents) : "Unclear"]);
	append($$anchor, div);
	pop();
}
delegate(["keydown", "click"]);
// src/approvals/ApprovalsPage.svelte
var root = from_html(`<div class="pad s-14wwuw6"><!></div>`);
var root_1 = from_html(`<div class="ghost s-14wwuw6"><!><!><!></div>`);
var root_2 = from_html(`Bookings that need a person come here, oldest first. <a href="/inbox">Open the inbox</a> to see what is on its way.`, 1);
var root_3 = from_html(`<li class="s-14wwuw6"><a class="s-14wwuw6"><span class="row s-14wwuw6"><span class="who one-line s-14wwuw6"> </span><!></span> <span class="row s-14wwuw6"><span class="num window"> </span> <span class="num value s-14wwuw6"> </span></span> <span class="quiet one-line small s-14wwuw6"> </span></a></li>`);
var root_4 = from_html(`<ul></ul>`);
var root_5 = from_html(`<div class="ghost wide s-14wwuw6"><!><!><!><!></div>`);
var root_6 = from_html(`<div><section class="queue s-14wwuw6" aria-label="Waiting for approval"><div class="bar s-14wwuw6"><h2>Approvals</h2><span class="quiet num"> </span></div> <!> <div class="scroll lines s-14wwuw6"><!></div></section> <section class="detail s-14wwuw6" aria-label="Proposed booking"><!></section></div>`);
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
	/** Takes the decision off the queue at once; puts it back when the server says no, unless it was decided by another. */
	async function decide(approval, decision) {
		const before = list.value;
		const at = get(approvals$1).indexOf(approval);
		const next = get(approvals$1)[at + 1] ?? get(approvals$1)[at - 1] ?? null;
		list.set({ approvals: get(approvals$1).filter((other) => other.lead_id !== approval.lead_id) });
		router.swap({
			page: "approvals",
			lead: next?.lead_id ?? null
		});
		set(refused, null);
		const answer = await decideApproval(approval.lead_id, decision);
		if (answer.ok) {
			const window = decision.window ?? approval.reservation;
			const words = company.times.window(window.start, window.end);
			toasts.done(decision.decision === "approve" ? `Booked ${words} for ${approval.lead.who}` : `Rejected ${words} for ${approval.lead.who}`);
			return null;
		}
		set(refused, {
			who: approval.lead.who,
			problem: answer.problem
		});
		if (answer.problem.code !== "conflict" && before !== null) {
			list.set(before);
			router.swap({
				page: "approvals",
				lead: approval.lead_id
			});
		}
		list.refresh();
		return answer.problem;
	}
	function step(by) {
		const at = get(approvals$1).findIndex((approval) => approval.lead_id === $$props.lead);
		const next = get(approvals$1)[Math.min(get(approvals$1).length - 1, Math.max(0, at + by))];
		if (next !== void 0) router.swap({
			page: "approvals",
			lead: next.lead_id
		});
	}
	shortcuts(() => [{
		keys: ["ArrowDown", "j"],
		label: "Next approval",
		group: "Approvals",
		quiet: true,
		run: () => step(1)
	}, {
		keys: ["ArrowUp", "k"],
		label: "Approval before",
		group: "Approvals",
		quiet: true,
		run: () => step(-1)
	}]);
	var div = root_6();
	head("pforaz", ($$anchor) => {
		deferred_template_effect(() => {
			$document.title = `Approvals · ${company.view?.name ?? "Dispatch Assist" ?? ""}`;
		});
	});
	var section = child(div);
	var div_1 = child(section);
	var span = sibling(child(div_1));
	var text = only_child(span, true);
	reset(div_1);
	var node = sibling(div_1, 2);
	var consequent = ($$anchor) => {
		var div_2 = root();
		var node_1 = child(div_2);
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
		reset(div_2);
		append($$anchor, div_2);
	};
	if_block(node, ($$render) => {
		if (get(refused)) $$render(consequent);
	});
	var div_3 = sibling(node, 2);
	var node_2 = child(div_3);
	var consequent_1 = ($$anchor) => {
		var div_4 = root();
		var node_3 = child(div_4);
		ProblemNote(node_3, {
			get problem() {
				return list.state.problem;
			},
			retry: () => void list.load()
		});
		reset(div_4);
		append($$anchor, div_4);
	};
	var consequent_2 = ($$anchor) => {
		var fragment = comment();
		var node_4 = first_child(fragment);
		each(node_4, 16, () => ({ length: 5 }), index, ($$anchor, _) => {
			var div_5 = root_1();
			var node_5 = child(div_5);
			Skeleton(node_5, { width: "60%" });
			var node_6 = sibling(node_5);
			Skeleton(node_6, { width: "45%" });
			var node_7 = sibling(node_6);
			Skeleton(node_7, { width: "75%" });
			reset(div_5);
			append($$anchor, div_5);
		});
		append($$anchor, fragment);
	};
	var consequent_3 = ($$anchor) => {
		EmptyState($$anchor, {
			icon: "approvals",
			title: "Nothing waits for you",
			children: ($$anchor, $$slotProps) => {
				next();
				var fragment_2 = root_2();
				next(2);
				append($$anchor, fragment_2);
			},
			$$slots: { default: true }
		});
	};
	var alternate = ($$anchor) => {
		var ul = root_4();
		each(ul, 21, () => get(approvals$1), (approval) => approval.lead_id, ($$anchor, approval) => {
			var li = root_3();
			var a = child(li);
			var span_1 = child(a);
			var span_2 = child(span_1);
			var text_1 = only_child(span_2, true);
			var node_8 = sibling(span_2);
			Due(node_8, {
				get due() {
					return get(approval).lead.due;
				},
				get since() {
					return get(approval).lead.last_contact;
				}
			});
			reset(span_1);
			var span_3 = sibling(span_1, 2);
			var span_4 = child(span_3);
			var text_2 = only_child(span_4, true);
			var span_5 = sibling(span_4, 2);
			var text_3 = only_child(span_5, true);
			reset(span_3);
			var span_6 = sibling(span_3, 2);
			var text_4 = only_child(span_6);
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
	if_block(node_2, ($$render) => {
		if (list.state.is === "failed") $$render(consequent_1);
		else if (list.state.is === "loading") $$render(consequent_2, 1);
		else if (get(approvals$1).length === 0) $$render(consequent_3, 2);
		else $$render(alternate, -1);
	});
	reset(div_3);
	reset(section);
	var section_1 = sibling(section, 2);
	var node_9 = child(section_1);
	var consequent_4 = ($$anchor) => {
		var fragment_3 = comment();
		var node_10 = first_child(fragment_3);
		key(node_10, () => get(selected).lead_id, ($$anchor) => {
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
		append($$anchor, fragment_3);
	};
	var consequent_5 = ($$anchor) => {
		var div_6 = root_5();
		var node_11 = child(div_6);
		Skeleton(node_11, {
			width: "30%",
			height: "20px"
		});
		var node_12 = sibling(node_11);
		Skeleton(node_12, {
			width: "40%",
			height: "34px"
		});
		var node_13 = sibling(node_12);
		Skeleton(node_13, { width: "70%" });
		var node_14 = sibling(node_13);
		Skeleton(node_14, { height: "96px" });
		reset(div_6);
		append($$anchor, div_6);
	};
	if_block(node_9, ($$render) => {
		if (get(selected)) $$render(consequent_4);
		else if (list.state.is === "loading") $$render(consequent_5, 1);
	});
	reset(section_1);
	reset(div);
	template_effect(() => {
		set_class(div, 1, clsx(["approvals", {
			chosen: $$props.lead !== null,
			none: list.state.is === "ready" && get(approvals$1).length === 0
		}]), "s-14wwuw6");
		set_text(text, list.value === null ? "" : `${get(approvals$1).length} waiting`);
	});
	append($$anchor, div);
	pop();
}
export { ApprovalsPage as default };

import { $t as head, Bn as user_derived, Bt as prop, Dn as user_effect, En as template_effect, Fn as proxy, G as addUser, Gt as set_attribute, Jn as reset, Ln as set, Lt as sentence, M as Loaded, Mn as first_child, Nn as only_child, Pn as sibling, Q as closeUser, R as toasts, Tt as users, U as company, Un as pop, V as Icon, Wn as push, Wt as remove_input_defaults, X as changePassword, Xt as clsx, Yt as set_class, a as Tabs, an as if_block, bn as get, cn as set_text, dn as comment, fn as from_html, ft as resetPassword, hn as text, i as Field, j as Skeleton, jn as child, kn as $document, nn as each, qn as next, qt as set_value, r as FormDialog, rn as index, s as Select, un as append, ut as reopenUser, vn as event, wn as deferred_template_effect, z as Button, zn as state } from "./shared.js";
import { c as router, i as Menu, m as shortcuts, n as ProblemNote, s as session } from "./app.js";
// src/settings/roles.ts
var ROLES = [
	"owner",
	"manager",
	"dispatcher",
	"csr",
	"technician",
	"read_only"
];
var WORDS = {
	owner: {
		name: "Owner",
		may: "Everything, and signs what Dispatch Assist may do by itself"
	},
	manager: {
		name: "Manager",
		may: "Everything but signing the rules and changing owners"
	},
	dispatcher: {
		name: "Dispatcher",
		may: "Inbox, approvals, suggestions and the board"
	},
	csr: {
		name: "CSR",
		may: "Inbox and bookings; sees the board"
	},
	technician: {
		name: "Technician",
		may: "Nothing yet: pages for technicians come later"
	},
	read_only: {
		name: "Read only",
		may: "Sees everything, changes nothing"
	}
};
var roleName = (role) => WORDS[role]?.name ?? role;
var roleMay = (role) => WORDS[role]?.may ?? "";
var LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
/** A password that can be told on the phone, as `krv7-m2pd-hq9x-tbn4`: 16 signs of 31, none like another, 79 bits. */
function newPassword() {
	const signs = [];
	while (signs.length < 16) for (const byte of crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(32))) if (byte < 248 && signs.length < 16) signs.push(LETTERS.charAt(byte % 31));
	return (signs.join("").match(/.{4}/g) ?? []).join("-");
}
// src/settings/OwnPassword.svelte
var root$5 = from_html(`<h3 class="s-16rs9o0">Your password</h3> <p class="quiet"> </p> <form class="s-16rs9o0"><!> <input class="unseen" type="text" autocomplete="username" readonly="" tabindex="-1" aria-hidden="true"/> <!> <!> <div><!></div></form>`, 1);
function OwnPassword($$anchor, $$props) {
	push($$props, true);
	let change = state(proxy({
		old: "",
		new: ""
	}));
	let busy = state(false);
	let problem = state(null);
	const missing = user_derived(() => 12 - get(change).new.length);
	const wrong = (path) => {
		const message = get(problem)?.errors.find((error) => error.path === path)?.message;
		return message === void 0 ? void 0 : sentence(message);
	};
	async function submit(event) {
		event.preventDefault();
		if (get(busy)) return;
		set(busy, true);
		set(problem, null);
		const answer = await changePassword(get(change));
		set(busy, false);
		if (!answer.ok) {
			set(problem, answer.problem);
			return;
		}
		set(change, {
			old: "",
			new: ""
		}, true);
		toasts.done("Your password is changed; you are signed out everywhere else");
	}
	var fragment = root$5();
	var p = sibling(first_child(fragment), 2);
	var text$2 = only_child(p);
	var form = sibling(p, 2);
	var node = child(form);
	var consequent = ($$anchor) => {
		ProblemNote($$anchor, { get problem() {
			return get(problem);
		} });
	};
	if_block(node, ($$render) => {
		if (get(problem) && get(problem).errors.length === 0) $$render(consequent);
	});
	var input = sibling(node, 2);
	remove_input_defaults(input);
	var node_1 = sibling(input, 2);
	{
		let $0 = user_derived(() => wrong("old"));
		Field(node_1, {
			label: "Password until now",
			type: "password",
			autocomplete: "current-password",
			required: true,
			get error() {
				return get($0);
			},
			get value() {
				return get(change).old;
			},
			set value($$value) {
				get(change).old = $$value;
			}
		});
	}
	var node_2 = sibling(node_1, 2);
	{
		let $0 = user_derived(() => wrong("new"));
		let $1 = user_derived(() => get(change).new !== "" && get(missing) > 0 ? `${get(missing)} more characters` : "At least twelve characters; a few words are easy to keep");
		Field(node_2, {
			label: "New password",
			type: "password",
			autocomplete: "new-password",
			required: true,
			get minlength() {
				return 12;
			},
			get error() {
				return get($0);
			},
			get hint() {
				return get($1);
			},
			get value() {
				return get(change).new;
			},
			set value($$value) {
				get(change).new = $$value;
			}
		});
	}
	var div = sibling(node_2, 2);
	var node_3 = child(div);
	Button(node_3, {
		type: "submit",
		tone: "primary",
		get busy() {
			return get(busy);
		},
		children: ($$anchor, $$slotProps) => {
			next();
			var text_1 = text("Change my password");
			append($$anchor, text_1);
		},
		$$slots: { default: true }
	});
	reset(div);
	reset(form);
	template_effect(() => {
		set_text(text$2, `You stay signed in here. Every other place where ${session.user?.email ?? "you" ?? ""} is signed in has to sign in again.`);
		set_value(input, session.user?.email ?? "");
	});
	event("submit", form, submit);
	append($$anchor, fragment);
	pop();
}
// src/settings/PasswordField.svelte
var root$4 = from_html(`<div class="made s-ggvlt7"><!> <span class="again s-ggvlt7"><!></span></div>`);
function PasswordField($$anchor, $$props) {
	push($$props, true);
	let value = prop($$props, "value", 15);
	const missing = user_derived(() => 12 - value().length);
	var div = root$4();
	var node = child(div);
	{
		let $0 = user_derived(() => value() !== "" && get(missing) > 0 ? `${get(missing)} more characters` : "Tell it in person or by phone; they can change it in their settings");
		Field(node, {
			label: "Password",
			get error() {
				return $$props.error;
			},
			required: true,
			autocomplete: "off",
			spellcheck: false,
			get hint() {
				return get($0);
			},
			get value() {
				return value();
			},
			set value($$value) {
				value($$value);
			}
		});
	}
	var span = sibling(node, 2);
	var node_1 = child(span);
	Button(node_1, {
		icon: "refresh",
		label: "Make another",
		onclick: () => value(newPassword())
	});
	reset(span);
	reset(div);
	append($$anchor, div);
	pop();
}
// src/settings/AddPersonDialog.svelte
var root$3 = from_html(`<!> <!> <!> <div><!> <p class="quiet may s-g9ciiu"> </p></div> <!>`, 1);
function AddPersonDialog($$anchor, $$props) {
	push($$props, true);
	let open = prop($$props, "open", 15);
	const blank = () => ({
		name: "",
		email: "",
		role: "dispatcher",
		password: newPassword()
	});
	let person = state(proxy(blank()));
	let problem = state(null);
	const roles = user_derived(() => ROLES.filter((role) => role !== "owner" || session.may("sign_rules")));
	const wrong = (path) => {
		const message = get(problem)?.errors.find((error) => error.path === path)?.message;
		return message === void 0 ? void 0 : sentence(message);
	};
	async function save() {
		set(problem, null);
		const answer = await addUser({
			...get(person),
			name: get(person).name.trim(),
			email: get(person).email.trim()
		});
		if (!answer.ok) {
			set(problem, answer.problem);
			return false;
		}
		$$props.onadded(answer.value);
		set(person, blank(), true);
		return true;
	}
	{
		let $0 = user_derived(() => get(person).name.trim().split(" ")[0] || "this person");
		FormDialog($$anchor, {
			title: "Add a person",
			get act() {
				return `Add ${get($0) ?? ""}`;
			},
			leave: "Leave it",
			save,
			get open() {
				return open();
			},
			set open($$value) {
				open($$value);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_1 = root$3();
				var node = first_child(fragment_1);
				var consequent = ($$anchor) => {
					ProblemNote($$anchor, { get problem() {
						return get(problem);
					} });
				};
				if_block(node, ($$render) => {
					if (get(problem) && get(problem).errors.length === 0) $$render(consequent);
				});
				var node_1 = sibling(node, 2);
				{
					let $0 = user_derived(() => wrong("name"));
					Field(node_1, {
						label: "Name",
						get error() {
							return get($0);
						},
						required: true,
						autocomplete: "off",
						get value() {
							return get(person).name;
						},
						set value($$value) {
							get(person).name = $$value;
						}
					});
				}
				var node_2 = sibling(node_1, 2);
				{
					let $0 = user_derived(() => wrong("email"));
					Field(node_2, {
						label: "E-mail",
						type: "email",
						get error() {
							return get($0);
						},
						required: true,
						autocomplete: "off",
						get value() {
							return get(person).email;
						},
						set value($$value) {
							get(person).email = $$value;
						}
					});
				}
				var div = sibling(node_2, 2);
				var node_3 = child(div);
				{
					let $0 = user_derived(() => get(roles).map((role) => ({
						value: role,
						words: roleName(role)
					})));
					Select(node_3, {
						label: "Role",
						get options() {
							return get($0);
						},
						get value() {
							return get(person).role;
						},
						set value($$value) {
							get(person).role = $$value;
						}
					});
				}
				var p = sibling(node_3, 2);
				var text = only_child(p, true);
				reset(div);
				var node_4 = sibling(div, 2);
				{
					let $0 = user_derived(() => wrong("password"));
					PasswordField(node_4, {
						get error() {
							return get($0);
						},
						get value() {
							return get(person).password;
						},
						set value($$value) {
							get(person).password = $$value;
						}
					});
				}
				template_effect(($0) => set_text(text, $0), [() => roleMay(get(person).role)]);
				append($$anchor, fragment_1);
			},
			$$slots: { default: true }
		});
	}
	pop();
}
// src/settings/PersonDialogs.svelte
var root$2 = from_html(`<!> <p> </p>`, 1);
var root_1$1 = from_html(`<!> <p> </p> <!>`, 1);
var root_2$1 = from_html(`<!> <!>`, 1);
function PersonDialogs($$anchor, $$props) {
	push($$props, true);
	/** What is asked about whom; nothing while nothing is asked. */
	let asked = prop($$props, "asked", 15);
	let password = state("");
	let problem = state(null);
	let closing = state(false);
	let resetting = state(false);
	const who = user_derived(() => asked()?.about.name ?? "");
	user_effect(() => {
		set(closing, asked()?.what === "close");
		set(resetting, asked()?.what === "password");
		set(problem, null);
		if (asked() !== null) set(password, newPassword(), true);
	});
	user_effect(() => {
		if (!get(closing) && !get(resetting)) asked(null);
	});
	async function close() {
		if (asked() === null) return true;
		const answer = await closeUser(asked().about.id);
		if (!answer.ok) {
			set(problem, answer.problem);
			return false;
		}
		$$props.onchange(answer.value);
		toasts.done(`${answer.value.name} cannot sign in any more`);
		return true;
	}
	async function reset() {
		if (asked() === null) return true;
		const answer = await resetPassword(asked().about.id, { password: get(password) });
		if (!answer.ok) {
			set(problem, answer.problem);
			return false;
		}
		toasts.done(`${get(who)} has a new password`);
		return true;
	}
	const wrong = user_derived(() => get(problem)?.errors.find((error) => error.path === "password")?.message);
	var fragment = root_2$1();
	var node = first_child(fragment);
	FormDialog(node, {
		get title() {
			return `Close the account of ${get(who) ?? ""}`;
		},
		act: "Close the account",
		leave: "Keep it",
		tone: "alert",
		save: close,
		get open() {
			return get(closing);
		},
		set open($$value) {
			set(closing, $$value, true);
		},
		children: ($$anchor, $$slotProps) => {
			var fragment_1 = root$2();
			var node_1 = first_child(fragment_1);
			var consequent = ($$anchor) => {
				ProblemNote($$anchor, { get problem() {
					return get(problem);
				} });
			};
			if_block(node_1, ($$render) => {
				if (get(problem)) $$render(consequent);
			});
			var p = sibling(node_1, 2);
			var text = only_child(p);
			template_effect(() => set_text(text, `${get(who) ?? ""} is signed out everywhere at once and cannot sign in any more. What ${get(who) ?? ""} did stays in the history. You can open the account again.`));
			append($$anchor, fragment_1);
		},
		$$slots: { default: true }
	});
	var node_2 = sibling(node, 2);
	FormDialog(node_2, {
		get title() {
			return `New password for ${get(who) ?? ""}`;
		},
		act: "Set this password",
		leave: "Keep the old one",
		save: reset,
		get open() {
			return get(resetting);
		},
		set open($$value) {
			set(resetting, $$value, true);
		},
		children: ($$anchor, $$slotProps) => {
			var fragment_3 = root_1$1();
			var node_3 = first_child(fragment_3);
			var consequent_1 = ($$anchor) => {
				ProblemNote($$anchor, { get problem() {
					return get(problem);
				} });
			};
			if_block(node_3, ($$render) => {
				if (get(problem) && get(wrong) === void 0) $$render(consequent_1);
			});
			var p_1 = sibling(node_3, 2);
			var text_1 = only_child(p_1);
			var node_4 = sibling(p_1, 2);
			{
				let $0 = user_derived(() => get(wrong) === void 0 ? void 0 : sentence(get(wrong)));
				PasswordField(node_4, {
					get error() {
						return get($0);
					},
					get value() {
						return get(password);
					},
					set value($$value) {
						set(password, $$value, true);
					}
				});
			}
			template_effect(() => set_text(text_1, `${get(who) ?? ""} is signed out everywhere and signs in with this password from now on.`));
			append($$anchor, fragment_3);
		},
		$$slots: { default: true }
	});
	append($$anchor, fragment);
	pop();
}
// src/settings/People.svelte
var root$1 = from_html(`<div class="ghost s-ivdfkt"><!><!></div>`);
var root_1 = from_html(`<span class="quiet you s-ivdfkt">you</span>`);
var root_2 = from_html(`<span class="state s-ivdfkt">Closed</span>`);
var root_3 = from_html(`<tr><th scope="row" class="s-ivdfkt"> <!></th><td class="s-ivdfkt"> </td><td class="s-ivdfkt"> <!></td><td class="act s-ivdfkt"><!></td></tr>`);
var root_4 = from_html(`<p class="quiet alone s-ivdfkt">Nobody else yet. Add the people who answer the phone and plan the day.</p>`);
var root_5 = from_html(`<table class="s-ivdfkt"><thead class="s-ivdfkt"><tr class="s-ivdfkt"><th scope="col" class="s-ivdfkt">Name</th><th scope="col" class="s-ivdfkt">E-mail</th><th scope="col" class="s-ivdfkt">Role</th><th scope="col" class="s-ivdfkt"><span class="unseen s-ivdfkt">What to do</span></th></tr></thead><tbody class="s-ivdfkt"></tbody></table> <!>`, 1);
var root_6 = from_html(`<div class="top s-ivdfkt"><div><h3 class="s-ivdfkt">People</h3> <p class="quiet">Everyone signs in with an account of their own: the history says who did what.</p></div> <!></div> <!> <!> <!>`, 1);
function People($$anchor, $$props) {
	push($$props, true);
	const list = new Loaded(users);
	list.load();
	let adding = state(false);
	let asked = state(null);
	const people = user_derived(() => [...list.value?.users ?? []].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name)));
	const me = user_derived(() => session.user?.id);
	/** Puts what the server answered in its place. */
	function take(changed) {
		const others = (list.value?.users ?? []).filter((one) => one.id !== changed.id);
		list.set({ users: [...others, changed] });
	}
	async function reopen(user) {
		const answer = await reopenUser(user.id);
		if (answer.ok) {
			take(answer.value);
			toasts.done(`${user.name} can sign in again, with the password from before`);
		} else toasts.fail(answer.problem);
	}
	/** What may be done about somebody. An owner's account is changed by owners only, and nobody closes their own. */
	function doings(user) {
		if (user.id === get(me) || user.role === "owner" && !session.may("sign_rules")) return [];
		if (!user.active) return [{
			words: "Open the account again",
			icon: "unlock",
			run: () => void reopen(user)
		}];
		return [{
			words: "New password…",
			icon: "lock",
			run: () => set(asked, {
				about: user,
				what: "password"
			})
		}, {
			words: "Close the account…",
			icon: "minus",
			run: () => set(asked, {
				about: user,
				what: "close"
			})
		}];
	}
	shortcuts(() => [{
		keys: ["n"],
		label: "Add a person",
		group: "Settings",
		run: () => set(adding, true)
	}]);
	var fragment = root_6();
	var div = first_child(fragment);
	var node = sibling(child(div), 2);
	Button(node, {
		tone: "primary",
		icon: "plus",
		keys: "n",
		onclick: () => set(adding, true),
		children: ($$anchor, $$slotProps) => {
			next();
			var text$1 = text("Add a person");
			append($$anchor, text$1);
		},
		$$slots: { default: true }
	});
	reset(div);
	var node_1 = sibling(div, 2);
	var consequent = ($$anchor) => {
		ProblemNote($$anchor, {
			get problem() {
				return list.state.problem;
			},
			retry: () => void list.load()
		});
	};
	var consequent_1 = ($$anchor) => {
		var fragment_2 = comment();
		var node_2 = first_child(fragment_2);
		each(node_2, 16, () => ({ length: 4 }), index, ($$anchor, _) => {
			var div_1 = root$1();
			var node_3 = child(div_1);
			Skeleton(node_3, { width: "30%" });
			var node_4 = sibling(node_3);
			Skeleton(node_4, { width: "22%" });
			reset(div_1);
			append($$anchor, div_1);
		});
		append($$anchor, fragment_2);
	};
	var alternate = ($$anchor) => {
		var fragment_3 = root_5();
		var table = first_child(fragment_3);
		var tbody = sibling(child(table));
		each(tbody, 21, () => get(people), (user) => user.id, ($$anchor, user) => {
			const items = user_derived(() => doings(get(user)));
			var tr = root_3();
			var th = child(tr);
			var text_1 = child(th, true);
			var node_5 = sibling(text_1);
			var consequent_2 = ($$anchor) => {
				var span = root_1();
				append($$anchor, span);
			};
			if_block(node_5, ($$render) => {
				if (get(user).id === get(me)) $$render(consequent_2);
			});
			reset(th);
			var td = sibling(th);
			var text_2 = only_child(td, true);
			var td_1 = sibling(td);
			var text_3 = child(td_1, true);
			var node_6 = sibling(text_3);
			var consequent_3 = ($$anchor) => {
				var span_1 = root_2();
				append($$anchor, span_1);
			};
			if_block(node_6, ($$render) => {
				if (!get(user).active) $$render(consequent_3);
			});
			reset(td_1);
			var td_2 = sibling(td_1);
			var node_7 = child(td_2);
			var consequent_4 = ($$anchor) => {
				Menu($$anchor, {
					get label() {
						return `What to do about ${get(user).name ?? ""}`;
					},
					align: "right",
					get items() {
						return get(items);
					},
					children: ($$anchor, $$slotProps) => {
						Icon($$anchor, {
							name: "more",
							label: "More"
						});
					},
					$$slots: { default: true }
				});
			};
			if_block(node_7, ($$render) => {
				if (get(items).length > 0) $$render(consequent_4);
			});
			reset(td_2);
			reset(tr);
			template_effect(($0, $1) => {
				set_class(tr, 1, clsx({ closed: !get(user).active }), "s-ivdfkt");
				set_text(text_1, get(user).name);
				set_text(text_2, get(user).email);
				set_attribute(td_1, "title", $0);
				set_text(text_3, $1);
			}, [() => roleMay(get(user).role), () => roleName(get(user).role)]);
			append($$anchor, tr);
		});
		reset(tbody);
		reset(table);
		var node_8 = sibling(table, 2);
		var consequent_5 = ($$anchor) => {
			var p = root_4();
			append($$anchor, p);
		};
		if_block(node_8, ($$render) => {
			if (get(people).length === 1) $$render(consequent_5);
		});
		append($$anchor, fragment_3);
	};
	if_block(node_1, ($$render) => {
		if (list.state.is === "failed") $$render(consequent);
		else if (list.state.is === "loading") $$render(consequent_1, 1);
		else $$render(alternate, -1);
	});
	var node_9 = sibling(node_1, 2);
	AddPersonDialog(node_9, {
		onadded: (user) => {
			take(user);
			toasts.done(`${user.name} can sign in now`);
		},
		get open() {
			return get(adding);
		},
		set open($$value) {
			set(adding, $$value, true);
		}
	});
	PersonDialogs(sibling(node_9, 2), {
		onchange: take,
		get asked() {
			return get(asked);
		},
		set asked($$value) {
			set(asked, $$value);
		}
	});
	append($$anchor, fragment);
	pop();
}
// src/settings/SettingsPage.svelte
var root = from_html(`<div class="settings scroll s-1pstohk"><div class="bar s-1pstohk"><h2 class="unseen">Settings</h2> <!></div> <section class="s-1pstohk"><!></section></div>`);
function SettingsPage($$anchor, $$props) {
	push($$props, true);
	const may = user_derived(() => session.may("manage_users"));
	const shown = user_derived(() => get(may) ? $$props.tab : "password");
	var div = root();
	head("qvwztr", ($$anchor) => {
		deferred_template_effect(() => {
			$document.title = `Settings · ${company.view?.name ?? "Dispatch Assist" ?? ""}`;
		});
	});
	var div_1 = child(div);
	var node = sibling(child(div_1), 2);
	{
		let $0 = user_derived(() => [...get(may) ? [{
			value: "people",
			words: "People"
		}] : [], {
			value: "password",
			words: "Your password"
		}]);
		Tabs(node, {
			label: "Settings",
			get value() {
				return get(shown);
			},
			get tabs() {
				return get($0);
			},
			onchange: (tab) => router.swap({
				page: "settings",
				tab
			})
		});
	}
	reset(div_1);
	var section = sibling(div_1, 2);
	var node_1 = child(section);
	var consequent = ($$anchor) => {
		People($$anchor, {});
	};
	var alternate = ($$anchor) => {
		OwnPassword($$anchor, {});
	};
	if_block(node_1, ($$render) => {
		if (get(shown) === "people") $$render(consequent);
		else $$render(alternate, -1);
	});
	reset(section);
	reset(div);
	append($$anchor, div);
	pop();
}
export { SettingsPage as default };

import { Bn as user_derived, Fn as proxy, Jn as reset, Ln as set, Pn as sibling, Un as pop, Wn as push, an as if_block, bn as get, fn as from_html, hn as text, ht as setUp, i as Field, jn as child, qn as next, s as Select, st as needsSetup, t as Door, un as append, vn as event, z as Button, zn as state } from "./shared.js";
import { c as router, n as ProblemNote, s as session } from "./app.js";
// src/sign-in/SetupPage.svelte
var root = from_html(`<form class="s-vj9vtd"><!> <!> <!> <!> <!> <!> <!></form>`);
function SetupPage($$anchor, $$props) {
	push($$props, true);
	const LONG_ENOUGH = 12;
	let owner = proxy({
		company: "",
		time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		name: "",
		email: "",
		password: ""
	});
	let busy = state(false);
	let problem = state(null);
	const NAMED = {
		"America/New_York": "Eastern, New York",
		"America/Chicago": "Central, Chicago",
		"America/Denver": "Mountain, Denver",
		"America/Phoenix": "Arizona, Phoenix",
		"America/Los_Angeles": "Pacific, Los Angeles",
		"America/Anchorage": "Alaska, Anchorage",
		"Pacific/Honolulu": "Hawaii, Honolulu"
	};
	const zones = [.../* @__PURE__ */ new Set([
		...Object.keys(NAMED),
		owner.time_zone,
		...Intl.supportedValuesOf("timeZone")
	])].map((zone) => ({
		value: zone,
		words: NAMED[zone] ?? zone.replaceAll("_", " ")
	}));
	needsSetup().then((setup) => setup.ok && !setup.value.needed && router.swap({ page: "sign-in" }));
	const short = user_derived(() => owner.password.length > 0 && owner.password.length < LONG_ENOUGH);
	const wrong = (path) => get(problem)?.errors.find((error) => error.path === path)?.message;
	async function submit(event) {
		event.preventDefault();
		if (owner.password.length < LONG_ENOUGH) return;
		set(busy, true);
		set(problem, null);
		const answer = await setUp({
			...owner,
			email: owner.email.trim()
		});
		set(busy, false);
		if (answer.ok) session.begin(answer.value);
		else set(problem, answer.problem);
	}
	Door($$anchor, {
		title: "Set up your company",
		lead: "You become its owner; accounts for the others come after.",
		children: ($$anchor, $$slotProps) => {
			var form = root();
			var node = child(form);
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
				let $0 = user_derived(() => wrong("company"));
				Field(node_1, {
					label: "Company",
					autocomplete: "organization",
					required: true,
					get error() {
						return get($0);
					},
					get value() {
						return owner.company;
					},
					set value($$value) {
						owner.company = $$value;
					}
				});
			}
			var node_2 = sibling(node_1, 2);
			Select(node_2, {
				label: "Time zone",
				get options() {
					return zones;
				},
				get value() {
					return owner.time_zone;
				},
				set value($$value) {
					owner.time_zone = $$value;
				}
			});
			var node_3 = sibling(node_2, 2);
			{
				let $0 = user_derived(() => wrong("name"));
				Field(node_3, {
					label: "Your name",
					autocomplete: "name",
					required: true,
					get error() {
						return get($0);
					},
					get value() {
						return owner.name;
					},
					set value($$value) {
						owner.name = $$value;
					}
				});
			}
			var node_4 = sibling(node_3, 2);
			{
				let $0 = user_derived(() => wrong("email"));
				Field(node_4, {
					label: "E-mail",
					type: "email",
					autocomplete: "username",
					required: true,
					get error() {
						return get($0);
					},
					get value() {
						return owner.email;
					},
					set value($$value) {
						owner.email = $$value;
					}
				});
			}
			var node_5 = sibling(node_4, 2);
			{
				let $0 = user_derived(() => wrong("password"));
				let $1 = user_derived(() => get(short) ? `${LONG_ENOUGH - owner.password.length} more characters` : "At least twelve characters; a few words are easy to keep");
				Field(node_5, {
					label: "Password",
					type: "password",
					autocomplete: "new-password",
					required: true,
					get error() {
						return get($0);
					},
					get hint() {
						return get($1);
					},
					get value() {
						return owner.password;
					},
					set value($$value) {
						owner.password = $$value;
					}
				});
			}
			var node_6 = sibling(node_5, 2);
			Button(node_6, {
				type: "submit",
				tone: "primary",
				wide: true,
				get busy() {
					return get(busy);
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text$1 = text("Create the company");
					append($$anchor, text$1);
				},
				$$slots: { default: true }
			});
			reset(form);
			event("submit", form, submit);
			append($$anchor, form);
		},
		$$slots: { default: true }
	});
	pop();
}
export { SetupPage as default };

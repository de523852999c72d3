import { Bn as user_derived, Jn as reset, Ln as set, Pn as sibling, Un as pop, Wn as push, an as if_block, bn as get, fn as from_html, gt as signIn, hn as text, i as Field, jn as child, qn as next, t as Door, un as append, vn as event, z as Button, zn as state } from "./shared.js";
import { n as ProblemNote, s as session } from "./app.js";
// src/sign-in/SignInPage.svelte
var root = from_html(`<form class="s-vj9vtd"><!> <!> <!> <!></form>`);
function SignInPage($$anchor, $$props) {
	push($$props, true);
	let email = state("");
	let password = state("");
	let busy = state(false);
	let problem = state(null);
	async function submit(event) {
		event.preventDefault();
		set(busy, true);
		set(problem, null);
		const answer = await signIn({
			email: get(email).trim(),
			password: get(password)
		});
		set(busy, false);
		if (answer.ok) session.begin(answer.value);
		else set(problem, answer.problem);
	}
	Door($$anchor, {
		title: "Sign in",
		lead: "Use the account that an owner made for you.",
		children: ($$anchor, $$slotProps) => {
			var form = root();
			var node = child(form);
			var consequent = ($$anchor) => {
				{
					let $0 = user_derived(() => get(problem).status === 401 ? {
						...get(problem),
						title: get(problem).detail,
						detail: ""
					} : get(problem));
					ProblemNote($$anchor, { get problem() {
						return get($0);
					} });
				}
			};
			if_block(node, ($$render) => {
				if (get(problem)) $$render(consequent);
			});
			var node_1 = sibling(node, 2);
			Field(node_1, {
				label: "E-mail",
				type: "email",
				autocomplete: "username",
				required: true,
				autofocus: true,
				get value() {
					return get(email);
				},
				set value($$value) {
					set(email, $$value, true);
				}
			});
			var node_2 = sibling(node_1, 2);
			Field(node_2, {
				label: "Password",
				type: "password",
				autocomplete: "current-password",
				required: true,
				get value() {
					return get(password);
				},
				set value($$value) {
					set(password, $$value, true);
				}
			});
			var node_3 = sibling(node_2, 2);
			Button(node_3, {
				type: "submit",
				tone: "primary",
				wide: true,
				get busy() {
					return get(busy);
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text$1 = text("Sign in");
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
export { SignInPage as default };

import { B as Kbd, Bn as user_derived, Bt as prop, En as template_effect, Jn as reset, Mn as first_child, Nn as only_child, Pn as sibling, Un as pop, Wn as push, Xn as to_array, an as if_block, bn as get, cn as set_text, fn as from_html, jn as child, nn as each, un as append } from "./shared.js";
import { p as keys, r as Dialog } from "./app.js";
// src/shell/HelpSheet.svelte
var root = from_html(`<span class="quiet">or</span>`);
var root_1 = from_html(`<!><!>`, 1);
var root_2 = from_html(`<div class="s-9mtk2l"><dt> </dt> <dd class="s-9mtk2l"></dd></div>`);
var root_3 = from_html(`<section class="s-9mtk2l"><h3 class="s-9mtk2l"> </h3> <dl class="s-9mtk2l"></dl></section>`);
var root_4 = from_html(`<div class="groups s-9mtk2l"></div>`);
function HelpSheet($$anchor, $$props) {
	push($$props, true);
	let open = prop($$props, "open", 15);
	const groups = user_derived(() => {
		const groups = /* @__PURE__ */ new Map();
		const listed = /* @__PURE__ */ new Set();
		for (const shortcut of keys.all) {
			const line = `${shortcut.group} ${shortcut.label}`;
			if (listed.has(line)) continue;
			listed.add(line);
			groups.set(shortcut.group, [...groups.get(shortcut.group) ?? [], shortcut]);
		}
		return [...groups];
	});
	Dialog($$anchor, {
		title: "Keyboard",
		width: "640px",
		get open() {
			return open();
		},
		set open($$value) {
			open($$value);
		},
		children: ($$anchor, $$slotProps) => {
			var div = root_4();
			each(div, 21, () => get(groups), ([group, list]) => group, ($$anchor, $$item) => {
				var $$array = user_derived(() => to_array(get($$item), 2));
				let group = () => get($$array)[0];
				let list = () => get($$array)[1];
				var section = root_3();
				var h3 = child(section);
				var text = only_child(h3, true);
				var dl = sibling(h3, 2);
				each(dl, 21, list, (shortcut) => shortcut.keys.join(" ") + shortcut.label, ($$anchor, shortcut) => {
					var div_1 = root_2();
					var dt = child(div_1);
					var text_1 = only_child(dt, true);
					var dd = sibling(dt, 2);
					each(dd, 22, () => get(shortcut).keys, (spelling) => spelling, ($$anchor, spelling, at) => {
						var fragment_1 = root_1();
						var node = first_child(fragment_1);
						var consequent = ($$anchor) => {
							var span = root();
							append($$anchor, span);
						};
						if_block(node, ($$render) => {
							if (get(at) > 0) $$render(consequent);
						});
						var node_1 = sibling(node);
						Kbd(node_1, { get keys() {
							return spelling;
						} });
						append($$anchor, fragment_1);
					});
					reset(dd);
					reset(div_1);
					template_effect(() => set_text(text_1, get(shortcut).label));
					append($$anchor, div_1);
				});
				reset(dl);
				reset(section);
				template_effect(() => set_text(text, group()));
				append($$anchor, section);
			});
			reset(div);
			append($$anchor, div);
		},
		$$slots: { default: true }
	});
	pop();
}
export { HelpSheet as default };

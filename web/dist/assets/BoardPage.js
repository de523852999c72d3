import { a as only_child, i as template_effect, n as append, r as from_html, t as set_text } from "./app.js";
// src/board/BoardPage.svelte
var root = from_html(`<p> </p>`);
function BoardPage($$anchor, $$props) {
	var p = root();
	var text = only_child(p);
	template_effect(() => set_text(text, `${$$props.date ?? ""} ${$$props.visit ?? ""}`));
	append($$anchor, p);
}
export { BoardPage as default };

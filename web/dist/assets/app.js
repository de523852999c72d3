const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./InboxPage.js","./shared.js","./shared.css","./InboxPage.css","./BoardPage.js","./BoardPage.css","./ApprovalsPage.js","./ApprovalsPage.css","./SettingsPage.js","./SettingsPage.css","./CommandPalette.js","./CommandPalette.css","./HelpSheet.js","./HelpSheet.css","./SignInPage.js","./SetupPage.css","./SetupPage.js"])))=>i.map(i=>d[i]);
import { An as $window, B as Kbd, Bn as user_derived, Bt as prop, Cn as update_version, Dn as user_effect, Dt as onSignedOut, En as template_effect, Fn as proxy, Gt as set_attribute, In as increment, Jn as reset, Jt as set_style, Ln as set, Mn as first_child, Nn as only_child, On as user_pre_effect, Pn as sibling, R as toasts, Rn as source, Rt as words, Sn as untrack, U as company, Un as pop, V as Icon, Vt as bind_this, Wn as push, Xt as clsx, Y as changeMode, Yt as set_class, _n as delegated, _t as signOut, an as if_block, bn as get, cn as set_text, dn as comment, en as component, fn as from_html, gn as delegate, hn as text, it as leads, jn as child, kt as useCsrf, ln as createSubscriber, mt as session$1, nn as each, on as await_block, qn as next, rn as index, sn as mount, st as needsSetup, tn as snippet, un as append, vn as event, xn as tick, z as Button, zn as state, zt as onMount } from "./shared.js";
// node_modules/svelte/src/reactivity/set.js
/** @import { Source } from '#client' */
var read_methods = [
	"forEach",
	"isDisjointFrom",
	"isSubsetOf",
	"isSupersetOf"
];
var set_like_methods = [
	"difference",
	"intersection",
	"symmetricDifference",
	"union"
];
var inited = false;
/**
* A reactive version of the built-in [`Set`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Set) object.
* Reading contents of the set (by iterating, or by reading `set.size` or calling `set.has(...)` as in the [example](https://svelte.dev/playground/53438b51194b4882bcc18cddf9f96f15) below) in an [effect](https://svelte.dev/docs/svelte/$effect) or [derived](https://svelte.dev/docs/svelte/$derived)
* will cause it to be re-evaluated as necessary when the set is updated.
*
* Note that values in a reactive set are _not_ made [deeply reactive](https://svelte.dev/docs/svelte/$state#Deep-state).
*
* ```svelte
* <script>
* 	import { SvelteSet } from 'svelte/reactivity';
* 	let monkeys = new SvelteSet();
*
* 	function toggle(monkey) {
* 		if (monkeys.has(monkey)) {
* 			monkeys.delete(monkey);
* 		} else {
* 			monkeys.add(monkey);
* 		}
* 	}
* <\/script>
*
* {#each ['🙈', '🙉', '🙊'] as monkey}
* 	<button onclick={() => toggle(monkey)}>{monkey}</button>
* {/each}
*
* <button onclick={() => monkeys.clear()}>clear</button>
*
* {#if monkeys.has('🙈')}<p>see no evil</p>{/if}
* {#if monkeys.has('🙉')}<p>hear no evil</p>{/if}
* {#if monkeys.has('🙊')}<p>speak no evil</p>{/if}
* ```
*
* @template T
* @extends {Set<T>}
*/
var SvelteSet = class SvelteSet extends Set {
	/** @type {Map<T, Source<boolean>>} */
	#sources = /* @__PURE__ */ new Map();
	#version = /* @__PURE__ */ state(0);
	#size = /* @__PURE__ */ state(0);
	#update_version = update_version || -1;
	/**
	* @param {Iterable<T> | null | undefined} [value]
	*/
	constructor(value) {
		super();
		if (value) {
			for (var element of value) super.add(element);
			this.#size.v = super.size;
		}
		if (!inited) this.#init();
	}
	/**
	* If the source is being created inside the same reaction as the SvelteSet instance,
	* we use `state` so that it will not be a dependency of the reaction. Otherwise we
	* use `source` so it will be.
	*
	* @template T
	* @param {T} value
	* @returns {Source<T>}
	*/
	#source(value) {
		return update_version === this.#update_version ? /* @__PURE__ */ state(value) : source(value);
	}
	#init() {
		inited = true;
		var proto = SvelteSet.prototype;
		var set_proto = Set.prototype;
		for (const method of read_methods) proto[method] = function(...v) {
			get(this.#version);
			return set_proto[method].apply(this, v);
		};
		for (const method of set_like_methods) proto[method] = function(...v) {
			get(this.#version);
			var set = set_proto[method].apply(this, v);
			return new SvelteSet(set);
		};
	}
	/** @param {T} value */
	has(value) {
		var has = super.has(value);
		var sources = this.#sources;
		var s = sources.get(value);
		if (s === void 0) {
			if (!has) {
				get(this.#version);
				return false;
			}
			s = this.#source(true);
			sources.set(value, s);
		}
		get(s);
		return has;
	}
	/** @param {T} value */
	add(value) {
		if (!super.has(value)) {
			super.add(value);
			set(this.#size, super.size);
			increment(this.#version);
		}
		return this;
	}
	/** @param {T} value */
	delete(value) {
		var deleted = super.delete(value);
		var sources = this.#sources;
		var s = sources.get(value);
		if (s !== void 0) {
			sources.delete(value);
			set(s, false);
		}
		if (deleted) {
			set(this.#size, super.size);
			increment(this.#version);
		}
		return deleted;
	}
	clear() {
		if (super.size === 0) return;
		super.clear();
		var sources = this.#sources;
		for (var s of sources.values()) set(s, false);
		sources.clear();
		set(this.#size, 0);
		increment(this.#version);
	}
	keys() {
		return this.values();
	}
	values() {
		get(this.#version);
		return super.values();
	}
	entries() {
		get(this.#version);
		return super.entries();
	}
	[Symbol.iterator]() {
		return this.keys();
	}
	get size() {
		return get(this.#size);
	}
};
// node_modules/svelte/src/reactivity/reactive-value.js
/**
* @template T
*/
var ReactiveValue = class {
	#fn;
	#subscribe;
	/**
	*
	* @param {() => T} fn
	* @param {(update: () => void) => void} onsubscribe
	*/
	constructor(fn, onsubscribe) {
		this.#fn = fn;
		this.#subscribe = createSubscriber(onsubscribe);
	}
	get current() {
		this.#subscribe();
		return this.#fn();
	}
};
// src/keys.svelte.ts
var Keys = class {
	#sets = new SvelteSet();
	#prefix = "";
	#forget;
	/** All shortcuts of the page; a later set wins over an earlier one. */
	get all() {
		return [...this.#sets].flatMap((set) => set());
	}
	add(set) {
		this.#sets.add(set);
		return () => this.#sets.delete(set);
	}
	/** The listener of the window. */
	press(event) {
		if (event.defaultPrevented || event.isComposing) return;
		const name = keyName(event);
		if (!name.startsWith("Mod+") && isTaken(event, name)) return;
		const typed = this.#prefix === "" ? name : `${this.#prefix} ${name}`;
		this.#prefix = "";
		clearTimeout(this.#forget);
		const able = this.all.filter((shortcut) => shortcut.when?.() ?? true);
		const hit = able.findLast((shortcut) => shortcut.keys.includes(typed));
		if (hit !== void 0) {
			event.preventDefault();
			if (!event.repeat || hit.quiet) hit.run();
		} else if (able.some((shortcut) => shortcut.keys.some((keys) => keys.startsWith(`${typed} `)))) {
			this.#prefix = typed;
			this.#forget = setTimeout(() => this.#prefix = "", 1200);
		}
	}
};
var keys = new Keys();
/** Registers the shortcuts of a component for as long as it lives. */
function shortcuts(set) {
	user_pre_effect(() => untrack(() => keys.add(set)));
}
/** `Mod+k`, `Shift+ArrowUp`, `g`, `?`. */
function keyName(event) {
	const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
	return `${mod}${event.altKey ? "Alt+" : ""}${event.shiftKey && event.key.length > 1 ? "Shift+" : ""}${event.key.length === 1 && mod !== "" ? event.key.toLowerCase() : event.key}`;
}
/** Whether the key already means something where the focus is: typing, or pressing a focused button. */
function isTaken(event, name) {
	if (!(event.target instanceof HTMLElement)) return false;
	const target = event.target;
	if (target.closest("dialog[open]") !== null) return true;
	if (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])")) return true;
	return (name === "Enter" || name === " ") && target.closest("button, a[href], summary, [role=menuitem], [role=tab]") !== null;
}
// src/paced.ts
/**
* Runs `soon` after the first call of a burst, once for all calls until then, and never twice within `apart`
* (both in milliseconds). A storm of calls that never ends is answered all the same, at that pace.
*/
function paced(run, soon, apart) {
	let timer;
	let last = -Infinity;
	return {
		call() {
			if (timer !== void 0) return;
			timer = setTimeout(() => {
				timer = void 0;
				last = Date.now();
				run();
			}, Math.max(soon, last + apart - Date.now()));
		},
		stop() {
			clearTimeout(timer);
			timer = void 0;
		}
	};
}
// src/live.svelte.ts
var Live = class {
	#state = state("connecting");
	get state() {
		return get(this.#state);
	}
	set state(value) {
		set(this.#state, value, true);
	}
	#lostAt = state(0);
	get lostAt() {
		return get(this.#lostAt);
	}
	set lostAt(value) {
		set(this.#lostAt, value, true);
	}
	since = 0;
	#last = 0;
	#listeners = /* @__PURE__ */ new Set();
	#source = null;
	#retry;
	#doubt;
	start(position) {
		this.since = position;
		this.#last = position;
		this.#open();
	}
	#open() {
		this.stop();
		const source = new EventSource(`/api/v1/events?after=${this.#last}`);
		this.#source = source;
		source.addEventListener("open", () => this.#opened());
		source.addEventListener("error", () => this.#failed(source));
		source.addEventListener("entry", (event) => {
			const entry = JSON.parse(event.data);
			this.#last = entry.position;
			for (const listener of this.#listeners) listener.entry(entry);
		});
		source.addEventListener("clock", (event) => {
			const { now, speed } = JSON.parse(event.data);
			company.clock.set(now, speed);
		});
		source.addEventListener("reload", (event) => {
			this.#last = Number(event.lastEventId) || this.#last;
			for (const listener of this.#listeners) listener.reload();
		});
	}
	stop() {
		clearTimeout(this.#retry);
		clearTimeout(this.#doubt);
		this.#source?.close();
		this.#source = null;
	}
	/** Hears every entry from now on; returns how to stop. */
	on(listener) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	#opened() {
		clearTimeout(this.#doubt);
		this.state = "live";
	}
	#failed(source) {
		clearTimeout(this.#doubt);
		this.#doubt = setTimeout(() => this.#lose(), 2e3);
		if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(() => this.#open(), 3e3);
	}
	#lose() {
		if (this.state !== "lost") this.lostAt = company.clock.read();
		this.state = "lost";
	}
};
var live = new Live();
/** Milliseconds from an entry to the reading, and between two readings of a storm. */
var SOON = 120;
var APART = 800;
/**
* Calls `refetch` soon after an entry that `touches` what is shown, once for a burst of entries, and after every gap in
* the stream. Call it while a component is set up; it ends with the component.
*/
function refetchOn(touches, refetch, soon = SOON) {
	user_effect(() => {
		const pace = paced(refetch, soon, APART);
		const off = live.on({
			entry: (entry) => touches(entry) && pace.call(),
			reload: pace.call
		});
		return () => {
			off();
			pace.stop();
		};
	});
}
/** Whether an entry is about a noun, or about this one of them. */
function about(entry, noun, id) {
	return entry.subjects.some((subject) => subject.noun === noun && (id === void 0 || subject.id === id));
}
// src/quiet.ts
/** Runs when the browser has nothing better to do, at the latest after some milliseconds; returns how to call it off. */
function whenQuiet(run, latest) {
	if (typeof requestIdleCallback === "undefined") {
		const timer = setTimeout(run, latest / 3);
		return () => clearTimeout(timer);
	}
	const waiting = requestIdleCallback(run, { timeout: latest });
	return () => cancelIdleCallback(waiting);
}
// \0vite/preload-helper.js
var scriptRel = /* @__PURE__ */ (function detectScriptRel() {
	const relList = typeof document !== "undefined" && document.createElement("link").relList;
	return relList && relList.supports && relList.supports("modulepreload") ? "modulepreload" : "preload";
})();
var assetsURL = function(dep, importerUrl) {
	return new URL(dep, importerUrl).href;
};
var seen = {};
var isCssPreloadUrl = function isCssPreloadUrl(url) {
	return url.pathname.endsWith(".css");
};
var preloadOnce = function preloadOnce(seen, href, preload) {
	if (href in seen) return seen[href];
	const promise = preload();
	if (!promise) {
		seen[href] = void 0;
		return;
	}
	const preloadPromise = promise.then(() => {
		seen[href] = void 0;
	}, (err) => {
		seen[href] = void 0;
		throw err;
	});
	seen[href] = preloadPromise;
	return preloadPromise;
};
var __vitePreload = function preload(baseModule, deps, importerUrl) {
	let promise = Promise.resolve();
	if (deps && deps.length > 0) {
		let preloadedHrefs;
		const cspNonceMeta = document.querySelector("meta[property=csp-nonce]");
		const cspNonce = cspNonceMeta?.nonce || cspNonceMeta?.getAttribute("nonce");
		function allSettled(promises) {
			return Promise.all(promises.map((p) => Promise.resolve(p).then((value) => ({
				status: "fulfilled",
				value
			}), (reason) => ({
				status: "rejected",
				reason
			}))));
		}
		function importMetaResolve(specifier) {
			if (import.meta.resolve) return new URL(import.meta.resolve(specifier));
			return new URL(
				specifier,
				/** #__KEEP__ */
				import.meta.url
			);
		}
		promise = allSettled(deps.map((depString) => {
			depString = assetsURL(depString, importerUrl);
			const dep = importMetaResolve(depString);
			const isCss = isCssPreloadUrl(dep);
			return preloadOnce(seen, dep.href, () => {
				if (preloadedHrefs === void 0) {
					preloadedHrefs = {
						all: /* @__PURE__ */ new Set(),
						styles: /* @__PURE__ */ new Set()
					};
					const links = document.getElementsByTagName("link");
					for (let i = links.length - 1; i >= 0; i--) {
						const link = links[i];
						preloadedHrefs.all.add(link.href);
						if (link.rel === "stylesheet") preloadedHrefs.styles.add(link.href);
					}
				}
				if ((isCss ? preloadedHrefs.styles : preloadedHrefs.all).has(dep.href)) return;
				const link = document.createElement("link");
				link.rel = isCss ? "stylesheet" : scriptRel;
				if (!isCss) link.as = "script";
				link.crossOrigin = "";
				link.href = dep.href;
				if (cspNonce) link.setAttribute("nonce", cspNonce);
				document.head.appendChild(link);
				if (isCss) return new Promise((res, rej) => {
					const handleSettle = (e) => {
						link.removeEventListener("load", handleSettle);
						link.removeEventListener("error", handleSettle);
						if (e.type === "error") rej(/* @__PURE__ */ new Error(`Unable to preload CSS for ${dep}`));
						else res(e);
					};
					link.addEventListener("load", handleSettle);
					link.addEventListener("error", handleSettle);
				});
			});
		}).filter((p) => p !== void 0));
	}
	function handlePreloadError(err) {
		const e = new Event("vite:preloadError", { cancelable: true });
		e.payload = err;
		window.dispatchEvent(e);
		if (!e.defaultPrevented) throw err;
	}
	return promise.then((res) => {
		for (const item of res || []) {
			if (item.status !== "rejected") continue;
			handlePreloadError(item.reason);
		}
		return baseModule().catch(handlePreloadError);
	});
};
// src/pages.ts
var pages = {
	inbox: () => __vitePreload(() => import("./InboxPage.js"), __vite__mapDeps([0,1,2,3]), import.meta.url),
	board: () => __vitePreload(() => import("./BoardPage.js"), __vite__mapDeps([4,1,2,5]), import.meta.url),
	approvals: () => __vitePreload(() => import("./ApprovalsPage.js"), __vite__mapDeps([6,1,2,7]), import.meta.url),
	settings: () => __vitePreload(() => import("./SettingsPage.js"), __vite__mapDeps([8,1,2,9]), import.meta.url),
	palette: () => __vitePreload(() => import("./CommandPalette.js"), __vite__mapDeps([10,1,2,11]), import.meta.url),
	help: () => __vitePreload(() => import("./HelpSheet.js"), __vite__mapDeps([12,1,2,13]), import.meta.url),
	signIn: () => __vitePreload(() => import("./SignInPage.js"), __vite__mapDeps([14,1,2,15]), import.meta.url),
	setup: () => __vitePreload(() => import("./SetupPage.js"), __vite__mapDeps([16,1,2,15]), import.meta.url)
};
/** How long the page that is open has the machine for itself. Milliseconds. */
var FIRST = 2e3;
/** Fetches what is likely wanted next, once there is nothing else to do. */
function fetchAhead() {
	const all = () => Promise.all([
		pages.board(),
		pages.inbox(),
		pages.approvals(),
		pages.palette(),
		pages.help()
	]).catch(() => {});
	setTimeout(() => whenQuiet(() => void all(), 3e3), FIRST);
}
// src/router.svelte.ts
function read(path, query) {
	const [page = "", id = null, ...rest] = parts(path);
	if (rest.length === 0) {
		if (page === "" && id === null) return {
			page: "inbox",
			lead: null,
			show: "open"
		};
		if (page === "inbox") return {
			page: "inbox",
			lead: id,
			show: shown(query.get("show"))
		};
		if (page === "approvals") return {
			page: "approvals",
			lead: id
		};
		if (page === "board" && id === null) return {
			page: "board",
			date: query.get("date"),
			visit: query.get("visit")
		};
		if (page === "settings" && (id === null || id === "people" || id === "password")) return {
			page,
			tab: id ?? "people"
		};
		if ((page === "sign-in" || page === "setup") && id === null) return { page };
	}
	return {
		page: "missing",
		path
	};
}
function parts(path) {
	try {
		return path.split("/").filter((part) => part !== "").map(decodeURIComponent);
	} catch {
		return [path];
	}
}
var shown = (show) => show === "booked" || show === "all" ? show : "open";
/** Writes an address; `read` of it gives the same route. */
function write(route) {
	switch (route.page) {
		case "inbox": {
			const path = route.lead === null ? "/inbox" : `/inbox/${encodeURIComponent(route.lead)}`;
			return route.show === "open" ? path : `${path}?show=${route.show}`;
		}
		case "approvals": return route.lead === null ? `/${route.page}` : `/${route.page}/${encodeURIComponent(route.lead)}`;
		case "board": {
			const query = new URLSearchParams();
			if (route.date !== null) query.set("date", route.date);
			if (route.visit !== null) query.set("visit", route.visit);
			return query.size > 0 ? `/board?${query}` : "/board";
		}
		case "settings": return `/settings/${route.tab}`;
		case "missing": return route.path;
		default: return `/${route.page}`;
	}
}
var Router = class {
	#route = state(read("/", new URLSearchParams()));
	get route() {
		return get(this.#route);
	}
	set route(value) {
		set(this.#route, value);
	}
	start() {
		this.#follow();
		addEventListener("popstate", () => this.#follow());
		document.addEventListener("click", (event) => this.#click(event));
	}
	/** Goes to a route; the back button returns. */
	go(to) {
		history.pushState(null, "", typeof to === "string" ? to : write(to));
		this.#follow();
	}
	/** Changes the address in place: for a selection that the back button should not walk through. */
	swap(to) {
		history.replaceState(null, "", typeof to === "string" ? to : write(to));
		this.#follow();
	}
	#follow() {
		this.route = read(location.pathname, new URLSearchParams(location.search));
	}
	#click(event) {
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		const link = event.target instanceof Element ? event.target.closest("a") : null;
		if (link === null || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return;
		if (read(link.pathname, new URLSearchParams(link.search)).page === "missing") return;
		event.preventDefault();
		if (link.href !== location.href) this.go(link.pathname + link.search);
	}
};
var router = new Router();
// src/session.svelte.ts
var Session = class {
	#state = state({ is: "unknown" });
	get state() {
		return get(this.#state);
	}
	set state(value) {
		set(this.#state, value);
	}
	constructor() {
		onSignedOut(() => this.state = { is: "out" });
	}
	/** Asks the server who we are; `false` when it could not be asked. */
	async load() {
		const answer = await session$1();
		if (answer.ok) this.begin(answer.value);
		else if (answer.problem.status === 401) this.state = { is: "out" };
		return answer.ok || answer.problem.status === 401;
	}
	begin(view) {
		useCsrf(view.csrf);
		this.state = {
			is: "in",
			view
		};
	}
	async end() {
		const answer = await signOut();
		if (answer.ok) this.state = { is: "out" };
		return answer;
	}
	get user() {
		return this.state.is === "in" ? this.state.view.user : null;
	}
	/** Whether the account may do something, by the stable name of the permission. The server decides in the end. */
	may(permission) {
		return this.state.is === "in" && this.state.view.permissions.includes(permission);
	}
};
var session = new Session();
// src/ui/EmptyState.svelte
var root$9 = from_html(`<div class="teach s-iljoaa"><!></div>`);
var root_1$9 = from_html(`<div class="empty s-iljoaa"><!> <p class="title s-iljoaa"> </p> <!></div>`);
function EmptyState($$anchor, $$props) {
	var div = root_1$9();
	var node = child(div);
	Icon(node, {
		get name() {
			return $$props.icon;
		},
		size: 24
	});
	var p = sibling(node, 2);
	var text = only_child(p, true);
	var node_1 = sibling(p, 2);
	var consequent = ($$anchor) => {
		var div_1 = root$9();
		var node_2 = child(div_1);
		snippet(node_2, () => $$props.children);
		reset(div_1);
		append($$anchor, div_1);
	};
	if_block(node_1, ($$render) => {
		if ($$props.children) $$render(consequent);
	});
	reset(div);
	template_effect(() => set_text(text, $$props.title));
	append($$anchor, div);
}
// src/ui/ToastList.svelte
var root$8 = from_html(` <span class="quiet"> </span>`, 1);
var root_1$8 = from_html(`<div><!> <p class="words s-iqzplg"><b class="s-iqzplg"> </b><!></p> <!> <!></div>`);
var root_2$7 = from_html(`<div class="idle s-iqzplg"><!></div>`);
var root_3$6 = from_html(`<footer><div class="said s-iqzplg" role="status" aria-live="polite"></div> <!></footer>`);
function ToastList($$anchor, $$props) {
	push($$props, true);
	var footer = root_3$6();
	var div = child(footer);
	each(div, 21, () => toasts.list, (toast) => toast.id, ($$anchor, toast) => {
		var div_1 = root_1$8();
		var node = child(div_1);
		{
			let $0 = user_derived(() => get(toast).tone === "alert" ? "alert" : get(toast).tone === "good" ? "check" : "info");
			Icon(node, { get name() {
				return get($0);
			} });
		}
		var p = sibling(node, 2);
		var b = child(p);
		var text$3 = only_child(b, true);
		var node_1 = sibling(b);
		var consequent = ($$anchor) => {
			var fragment = root$8();
			var text_1 = first_child(fragment, true);
			text_1.nodeValue = " ";
			var span = sibling(text_1);
			var text_2 = only_child(span, true);
			template_effect(() => set_text(text_2, get(toast).detail));
			append($$anchor, fragment);
		};
		if_block(node_1, ($$render) => {
			if (get(toast).detail) $$render(consequent);
		});
		reset(p);
		var node_2 = sibling(p, 2);
		var consequent_1 = ($$anchor) => {
			Button($$anchor, {
				small: true,
				keys: "u",
				get onclick() {
					return get(toast).undo;
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text_3 = text("Undo");
					append($$anchor, text_3);
				},
				$$slots: { default: true }
			});
		};
		if_block(node_2, ($$render) => {
			if (get(toast).undo) $$render(consequent_1);
		});
		var node_3 = sibling(node_2, 2);
		Button(node_3, {
			small: true,
			tone: "plain",
			icon: "close",
			label: "Close (Escape)",
			onclick: () => toasts.drop(get(toast).id)
		});
		reset(div_1);
		template_effect(() => {
			set_class(div_1, 1, clsx(["toast", get(toast).tone]), "s-iqzplg");
			set_attribute(p, "title", `${get(toast).text ?? ""} ${get(toast).detail ?? ""}`);
			set_text(text$3, get(toast).text);
		});
		append($$anchor, div_1);
	});
	reset(div);
	var node_4 = sibling(div, 2);
	var consequent_2 = ($$anchor) => {
		var div_2 = root_2$7();
		var node_5 = child(div_2);
		snippet(node_5, () => $$props.idle);
		reset(div_2);
		append($$anchor, div_2);
	};
	if_block(node_4, ($$render) => {
		if ($$props.idle && toasts.list.length === 0) $$render(consequent_2);
	});
	reset(footer);
	template_effect(() => set_class(footer, 1, clsx(["toasts", { silent: toasts.list.length === 0 }]), "s-iqzplg"));
	append($$anchor, footer);
	pop();
}
// src/theme.svelte.ts
var KEPT_AS = "da.theme";
var ThemeChoice = class {
	#choice = state(proxy(kept()));
	get choice() {
		return get(this.#choice);
	}
	set choice(value) {
		set(this.#choice, value, true);
	}
	set(theme) {
		this.choice = theme;
		if (theme === "system") {
			localStorage.removeItem(KEPT_AS);
			delete document.documentElement.dataset.theme;
		} else {
			localStorage.setItem(KEPT_AS, theme);
			document.documentElement.dataset.theme = theme;
		}
	}
};
function kept() {
	const value = localStorage.getItem(KEPT_AS);
	return value === "light" || value === "dark" ? value : "system";
}
var theme = new ThemeChoice();
// src/ui/Menu.svelte
var root_1$7 = from_html(`<hr class="s-qk7av1"/>`);
var root_2$6 = from_html(`<!> <button type="button"><!> <span class="words s-qk7av1"> </span> <!> <!></button>`, 1);
var root_3$5 = from_html(`<div role="menu"></div>`);
var root_4$3 = from_html(`<div class="menu s-qk7av1"><button type="button" class="opener s-qk7av1" aria-haspopup="menu"><!></button> <!></div>`);
function Menu($$anchor, $$props) {
	push($$props, true);
	/** What the button shows. */
	/** Which edge of the button the list keeps to. */
	let align = prop($$props, "align", 3, "left");
	let open = state(false);
	let root;
	async function show() {
		set(open, true);
		await tick();
		buttons()[0]?.focus();
	}
	function close() {
		set(open, false);
		root.querySelector("button")?.focus();
	}
	const buttons = () => [...root.querySelectorAll("[role^=menuitem]:not(:disabled)")];
	function press(event) {
		if (!get(open)) return;
		const list = buttons();
		const at = list.indexOf(document.activeElement);
		if (event.key === "ArrowDown") list[(at + 1) % list.length]?.focus();
		else if (event.key === "ArrowUp") list[(at - 1 + list.length) % list.length]?.focus();
		else if (event.key === "Escape") close();
		else if (event.key === "Tab") set(open, false);
		else return;
		if (event.key !== "Tab") event.preventDefault();
		event.stopPropagation();
	}
	var div = root_4$3();
	event("pointerdown", $window, (event) => get(open) && !root.contains(event.target) && set(open, false));
	var button = child(div);
	var node = child(button);
	snippet(node, () => $$props.children);
	reset(button);
	var node_1 = sibling(button, 2);
	var consequent_4 = ($$anchor) => {
		var div_1 = root_3$5();
		each(div_1, 21, () => $$props.items, index, ($$anchor, item) => {
			var fragment = root_2$6();
			var node_2 = first_child(fragment);
			var consequent = ($$anchor) => {
				var hr = root_1$7();
				append($$anchor, hr);
			};
			if_block(node_2, ($$render) => {
				if (get(item).apart) $$render(consequent);
			});
			var button_1 = sibling(node_2, 2);
			var node_3 = child(button_1);
			var consequent_1 = ($$anchor) => {
				Icon($$anchor, { get name() {
					return get(item).icon;
				} });
			};
			if_block(node_3, ($$render) => {
				if (get(item).icon) $$render(consequent_1);
			});
			var span = sibling(node_3, 2);
			var text = only_child(span, true);
			var node_4 = sibling(span, 2);
			var consequent_2 = ($$anchor) => {
				Icon($$anchor, {
					name: "check",
					size: 14
				});
			};
			if_block(node_4, ($$render) => {
				if (get(item).chosen) $$render(consequent_2);
			});
			var node_5 = sibling(node_4, 2);
			var consequent_3 = ($$anchor) => {
				Kbd($$anchor, { get keys() {
					return get(item).keys;
				} });
			};
			if_block(node_5, ($$render) => {
				if (get(item).keys) $$render(consequent_3);
			});
			reset(button_1);
			template_effect(() => {
				set_attribute(button_1, "role", get(item).chosen === void 0 ? "menuitem" : "menuitemradio");
				set_attribute(button_1, "aria-checked", get(item).chosen);
				set_class(button_1, 1, clsx({ alert: get(item).alert }), "s-qk7av1");
				button_1.disabled = get(item).disabled;
				set_text(text, get(item).words);
			});
			delegated("click", button_1, () => {
				close();
				get(item).run();
			});
			append($$anchor, fragment);
		});
		reset(div_1);
		template_effect(() => {
			set_class(div_1, 1, clsx(["list", align()]), "s-qk7av1");
			set_attribute(div_1, "aria-label", $$props.label);
		});
		append($$anchor, div_1);
	};
	if_block(node_1, ($$render) => {
		if (get(open)) $$render(consequent_4);
	});
	reset(div);
	bind_this(div, ($$value) => root = $$value, () => root);
	template_effect(() => {
		set_attribute(button, "aria-expanded", get(open));
		set_attribute(button, "title", $$props.label);
	});
	delegated("keydown", div, press);
	delegated("click", button, () => get(open) ? close() : show());
	append($$anchor, div);
	pop();
}
delegate(["keydown", "click"]);
// src/ui/Dialog.svelte
var root$7 = from_html(`<footer class="s-1wxt0xu"><!></footer>`);
var root_1$6 = from_html(`<header class="s-1wxt0xu"><h2 class="s-1wxt0xu"> </h2> <!></header> <div class="body scroll s-1wxt0xu"><!></div> <!>`, 1);
var root_2$5 = from_html(`<dialog tabindex="-1"><!></dialog>`);
function Dialog($$anchor, $$props) {
	push($$props, true);
	/** Whether it is shown; the dialog sets it to `false` when a person closes it. */
	/** Buttons at the foot, the one that acts last. */
	/** No heading and no padding: the content brings its own. `title` is still said to screen readers. */
	/** Near the top instead of the middle: for the palette. */
	let open = prop($$props, "open", 15), width = prop($$props, "width", 3, "480px"), bare = prop($$props, "bare", 3, false), high = prop($$props, "high", 3, false);
	let dialog;
	/** The first thing to fill in has the focus; without one the dialog itself, so that nothing is pressed by accident. */
	function show() {
		if (dialog.open) return;
		dialog.showModal();
		(dialog.querySelector("input, select, textarea") ?? dialog).focus();
	}
	user_effect(() => {
		if (open()) untrack(show);
		else dialog.close();
	});
	var dialog_1 = root_2$5();
	let styles;
	var node = child(dialog_1);
	var consequent_2 = ($$anchor) => {
		var fragment = comment();
		var node_1 = first_child(fragment);
		var consequent = ($$anchor) => {
			var fragment_1 = comment();
			var node_2 = first_child(fragment_1);
			snippet(node_2, () => $$props.children);
			append($$anchor, fragment_1);
		};
		var alternate = ($$anchor) => {
			var fragment_2 = root_1$6();
			var header = first_child(fragment_2);
			var h2 = child(header);
			var text = only_child(h2, true);
			var node_3 = sibling(h2, 2);
			Button(node_3, {
				tone: "plain",
				small: true,
				icon: "close",
				label: "Close",
				onclick: () => open(false)
			});
			reset(header);
			var div = sibling(header, 2);
			var node_4 = child(div);
			snippet(node_4, () => $$props.children);
			reset(div);
			var node_5 = sibling(div, 2);
			var consequent_1 = ($$anchor) => {
				var footer = root$7();
				var node_6 = child(footer);
				snippet(node_6, () => $$props.foot);
				reset(footer);
				append($$anchor, footer);
			};
			if_block(node_5, ($$render) => {
				if ($$props.foot) $$render(consequent_1);
			});
			template_effect(() => set_text(text, $$props.title));
			append($$anchor, fragment_2);
		};
		if_block(node_1, ($$render) => {
			if (bare()) $$render(consequent);
			else $$render(alternate, -1);
		});
		append($$anchor, fragment);
	};
	if_block(node, ($$render) => {
		if (open()) $$render(consequent_2);
	});
	reset(dialog_1);
	bind_this(dialog_1, ($$value) => dialog = $$value, () => dialog);
	template_effect(() => {
		set_class(dialog_1, 1, clsx({ high: high() }), "s-1wxt0xu");
		set_attribute(dialog_1, "aria-label", $$props.title);
		styles = set_style(dialog_1, "", styles, { width: width() });
	});
	event("close", dialog_1, () => open(false));
	delegated("pointerdown", dialog_1, (event) => event.target === dialog && open(false));
	append($$anchor, dialog_1);
	pop();
}
delegate(["pointerdown"]);
// src/shell/ProblemNote.svelte
var root$6 = from_html(`<p> </p>`);
var root_1$5 = from_html(`<li class="s-mo6soj"> </li>`);
var root_2$4 = from_html(`<ul><!> <!></ul>`);
var root_3$4 = from_html(`<p class="num"> </p>`);
var root_4$2 = from_html(`<div class="act s-mo6soj"><!></div>`);
var root_5$1 = from_html(`<div class="note s-mo6soj" role="alert"><!> <div class="words s-mo6soj"><p class="title s-mo6soj"> </p> <!> <!> <!> <!> <!></div> <!></div>`);
function ProblemNote($$anchor, $$props) {
	push($$props, true);
	/** How to try again, when that makes sense. */
	/** How to put the note away. */
	/** Nothing is said twice: the detail often is the one rule that said no, or holds what to do next. */
	const said = user_derived(() => `${$$props.problem.title} ${$$props.problem.detail}`.toLowerCase());
	const isNew = (words) => !get(said).includes(words.trim().replace(/\.$/, "").toLowerCase());
	const refusals = user_derived(() => $$props.problem.refusals.filter((refusal) => isNew(refusal.words)));
	const errors = user_derived(() => $$props.problem.errors.filter((error) => isNew(error.message)));
	var div = root_5$1();
	var node = child(div);
	Icon(node, { name: "alert" });
	var div_1 = sibling(node, 2);
	var p = child(div_1);
	var text$2 = only_child(p, true);
	var node_1 = sibling(p, 2);
	var consequent = ($$anchor) => {
		var p_1 = root$6();
		var text_1 = only_child(p_1, true);
		template_effect(() => set_text(text_1, $$props.problem.detail));
		append($$anchor, p_1);
	};
	if_block(node_1, ($$render) => {
		if ($$props.problem.detail) $$render(consequent);
	});
	var node_2 = sibling(node_1, 2);
	var consequent_1 = ($$anchor) => {
		var ul = root_2$4();
		var node_3 = child(ul);
		each(node_3, 17, () => get(refusals), index, ($$anchor, refusal) => {
			var li = root_1$5();
			var text_2 = only_child(li, true);
			template_effect(() => set_text(text_2, get(refusal).words));
			append($$anchor, li);
		});
		var node_4 = sibling(node_3, 2);
		each(node_4, 17, () => get(errors), index, ($$anchor, error) => {
			var li_1 = root_1$5();
			var text_3 = only_child(li_1);
			template_effect(() => set_text(text_3, `${get(error).path ? `${get(error).path}: ` : ""}${get(error).message ?? ""}`));
			append($$anchor, li_1);
		});
		reset(ul);
		append($$anchor, ul);
	};
	if_block(node_2, ($$render) => {
		if (get(refusals).length > 0 || get(errors).length > 0) $$render(consequent_1);
	});
	var node_5 = sibling(node_2, 2);
	var consequent_2 = ($$anchor) => {
		var p_2 = root$6();
		var text_4 = only_child(p_2, true);
		template_effect(() => set_text(text_4, $$props.problem.notice.next));
		append($$anchor, p_2);
	};
	var d = user_derived(() => $$props.problem.notice && isNew($$props.problem.notice.next));
	if_block(node_5, ($$render) => {
		if (get(d)) $$render(consequent_2);
	});
	var node_6 = sibling(node_5, 2);
	var consequent_3 = ($$anchor) => {
		var p_3 = root_3$4();
		var text_5 = only_child(p_3);
		template_effect(() => set_text(text_5, `Incident ${$$props.problem.incident ?? ""}`));
		append($$anchor, p_3);
	};
	if_block(node_6, ($$render) => {
		if ($$props.problem.incident) $$render(consequent_3);
	});
	var node_7 = sibling(node_6, 2);
	var consequent_4 = ($$anchor) => {
		var div_2 = root_4$2();
		var node_8 = child(div_2);
		Button(node_8, {
			small: true,
			icon: "refresh",
			get onclick() {
				return $$props.retry;
			},
			children: ($$anchor, $$slotProps) => {
				next();
				var text_6 = text("Try again");
				append($$anchor, text_6);
			},
			$$slots: { default: true }
		});
		reset(div_2);
		append($$anchor, div_2);
	};
	if_block(node_7, ($$render) => {
		if ($$props.retry) $$render(consequent_4);
	});
	reset(div_1);
	var node_9 = sibling(div_1, 2);
	var consequent_5 = ($$anchor) => {
		Button($$anchor, {
			small: true,
			tone: "plain",
			icon: "close",
			label: "Close",
			get onclick() {
				return $$props.close;
			}
		});
	};
	if_block(node_9, ($$render) => {
		if ($$props.close) $$render(consequent_5);
	});
	reset(div);
	template_effect(() => set_text(text$2, $$props.problem.title));
	append($$anchor, div);
	pop();
}
// src/shell/BookingMode.svelte
var root$5 = from_html(`<span class="stopped s-1x11rae"><!>Automatic work is stopped</span>`);
var root_1$4 = from_html(`<span class="quiet">Booking</span> `, 1);
var root_2$3 = from_html(`<!> <!>`, 1);
var root_3$3 = from_html(`<div class="problem s-1x11rae"><!></div>`);
var root_4$1 = from_html(`<p class="s-1x11rae"> </p> <p class="quiet s-1x11rae"> </p> <!>`, 1);
var root_5 = from_html(`<div class="mode s-1x11rae"><!></div> <!>`, 1);
function BookingMode($$anchor, $$props) {
	push($$props, true);
	const modes = [
		{
			mode: "assist",
			does: "It reads, asks and recommends. A person books."
		},
		{
			mode: "approve",
			does: "It reserves a window and drafts the message. A person approves."
		},
		{
			mode: "auto",
			does: "It books what the rules allow, and hands everything else to a person."
		}
	];
	let asked = state(null);
	let busy = state(false);
	let problem = state(null);
	const maySign = user_derived(() => session.may("sign_rules"));
	const mayStop = user_derived(() => $$props.view.kill_switch ? session.may("change_mode") : session.may("kill_switch"));
	const chosen = user_derived(() => modes.find(({ mode }) => mode === get(asked)));
	async function change(change, done) {
		set(busy, true);
		set(problem, null);
		const answer = await changeMode(change);
		set(busy, false);
		if (!answer.ok) {
			set(problem, answer.problem);
			return false;
		}
		company.set(answer.value);
		toasts.done(done);
		return true;
	}
	async function sign() {
		if (get(asked) === null) return;
		if (await change({ booking: get(asked) }, `Booking is in ${words(get(asked))}, rule version ${$$props.view.rule_version + 1}`)) set(asked, null);
	}
	async function stop() {
		const to = !$$props.view.kill_switch;
		if (!await change({ kill_switch: to }, to ? "Everything automatic is stopped" : "Automatic work is allowed again") && get(problem)) toasts.fail(get(problem));
	}
	const items = user_derived(() => [...modes.map(({ mode }) => ({
		words: `${words(mode)}${mode === $$props.view.booking_mode ? "" : "…"}`,
		chosen: mode === $$props.view.booking_mode,
		disabled: !get(maySign) || mode === $$props.view.booking_mode,
		run: () => {
			set(problem, null);
			set(asked, mode, true);
		}
	})), {
		words: $$props.view.kill_switch ? "Allow automatic work again" : "Stop everything automatic",
		icon: $$props.view.kill_switch ? "play" : "pause",
		alert: !$$props.view.kill_switch,
		disabled: !get(mayStop),
		apart: true,
		run: () => void stop()
	}]);
	var fragment = root_5();
	var div = first_child(fragment);
	var node = child(div);
	{
		let $0 = user_derived(() => words($$props.view.booking_mode));
		let $1 = user_derived(() => $$props.view.rule_version);
		Menu(node, {
			get label() {
				return `Who books: ${get($0) ?? ""}, rule version ${get($1) ?? ""}`;
			},
			get items() {
				return get(items);
			},
			children: ($$anchor, $$slotProps) => {
				var fragment_1 = root_2$3();
				var node_1 = first_child(fragment_1);
				var consequent = ($$anchor) => {
					var span = root$5();
					var node_2 = child(span);
					Icon(node_2, {
						name: "pause",
						size: 12
					});
					next();
					reset(span);
					append($$anchor, span);
				};
				var alternate = ($$anchor) => {
					var fragment_2 = root_1$4();
					var text = sibling(first_child(fragment_2), 1, true);
					template_effect(($0) => set_text(text, $0), [() => words($$props.view.booking_mode)]);
					append($$anchor, fragment_2);
				};
				if_block(node_1, ($$render) => {
					if ($$props.view.kill_switch) $$render(consequent);
					else $$render(alternate, -1);
				});
				var node_3 = sibling(node_1, 2);
				Icon(node_3, {
					name: "down",
					size: 12
				});
				append($$anchor, fragment_1);
			},
			$$slots: { default: true }
		});
	}
	reset(div);
	var node_4 = sibling(div, 2);
	var bind_get = () => get(asked) !== null;
	var bind_set = (open) => !open && set(asked, null);
	{
		const foot = ($$anchor) => {
			var fragment_3 = root_2$3();
			var node_5 = first_child(fragment_3);
			Button(node_5, {
				onclick: () => set(asked, null),
				children: ($$anchor, $$slotProps) => {
					next();
					var text_1 = text("Leave it");
					append($$anchor, text_1);
				},
				$$slots: { default: true }
			});
			var node_6 = sibling(node_5, 2);
			Button(node_6, {
				tone: "primary",
				get busy() {
					return get(busy);
				},
				onclick: sign,
				children: ($$anchor, $$slotProps) => {
					next();
					var text_2 = text();
					template_effect(() => set_text(text_2, `Sign version ${$$props.view.rule_version + 1}`));
					append($$anchor, text_2);
				},
				$$slots: { default: true }
			});
			append($$anchor, fragment_3);
		};
		let $0 = user_derived(() => words(get(asked) ?? ""));
		Dialog(node_4, {
			get open() {
				return bind_get();
			},
			set open($$value) {
				bind_set($$value);
			},
			get title() {
				return `Booking in ${get($0) ?? ""}`;
			},
			foot,
			children: ($$anchor, $$slotProps) => {
				var fragment_5 = root_4$1();
				var p = first_child(fragment_5);
				var text_3 = only_child(p, true);
				var p_1 = sibling(p, 2);
				var text_4 = only_child(p_1);
				var node_7 = sibling(p_1, 2);
				var consequent_1 = ($$anchor) => {
					var div_1 = root_3$3();
					ProblemNote(child(div_1), { get problem() {
						return get(problem);
					} });
					reset(div_1);
					append($$anchor, div_1);
				};
				if_block(node_7, ($$render) => {
					if (get(problem)) $$render(consequent_1);
				});
				template_effect(() => {
					set_text(text_3, get(chosen)?.does);
					set_text(text_4, `Your name goes under version ${$$props.view.rule_version + 1} of the rules. Hazards, complaints, high values and unclear words go to a person in
    every mode.`);
				});
				append($$anchor, fragment_5);
			},
			$$slots: {
				foot: true,
				default: true
			}
		});
	}
	append($$anchor, fragment);
	pop();
}
// src/shell/Header.svelte
var root$4 = from_html(`<span class="demo s-19w2h7u"> </span>`);
var root_1$3 = from_html(`<span class="clock num s-19w2h7u"><!> <span class="day s-19w2h7u"> </span> <strong class="s-19w2h7u"> </strong></span>`);
var root_2$2 = from_html(`<span class="name one-line s-19w2h7u"> </span> <span class="quiet role s-19w2h7u"> </span> <!>`, 1);
var root_3$2 = from_html(`<header class="s-19w2h7u"><div class="left s-19w2h7u"><h1 class="one-line s-19w2h7u"> </h1> <!></div> <button type="button" class="search s-19w2h7u" aria-keyshortcuts="Control+K" title="Search or do (Ctrl K)"><!> <span class="one-line s-19w2h7u">Search or do…</span> <!></button> <div class="right s-19w2h7u"><!> <span role="status" title="Changes by others appear by themselves while this says Live"><span class="dot s-19w2h7u" aria-hidden="true"></span> </span> <!></div></header>`);
function Header($$anchor, $$props) {
	push($$props, true);
	const view = user_derived(() => company.view);
	const liveWords = user_derived(() => ({
		live: "Live",
		connecting: "Connecting",
		lost: "Offline"
	})[live.state]);
	async function signOut() {
		const answer = await session.end();
		if (!answer.ok) toasts.fail(answer.problem);
	}
	var header = root_3$2();
	var div = child(header);
	var h1 = child(div);
	var text = only_child(h1, true);
	var node = sibling(h1, 2);
	var consequent = ($$anchor) => {
		BookingMode($$anchor, { get view() {
			return get(view);
		} });
	};
	if_block(node, ($$render) => {
		if (get(view)) $$render(consequent);
	});
	reset(div);
	var button = sibling(div, 2);
	var node_1 = child(button);
	Icon(node_1, {
		name: "search",
		size: 14
	});
	var node_2 = sibling(node_1, 4);
	Kbd(node_2, { keys: "Mod+k" });
	reset(button);
	var div_1 = sibling(button, 2);
	var node_3 = child(div_1);
	var consequent_2 = ($$anchor) => {
		var span = root_1$3();
		var node_4 = child(span);
		var consequent_1 = ($$anchor) => {
			var span_1 = root$4();
			var text_1 = only_child(span_1);
			template_effect(() => set_text(text_1, `demo clock${get(view).speed === 1 ? "" : ` ×${get(view).speed}`}`));
			append($$anchor, span_1);
		};
		if_block(node_4, ($$render) => {
			if (get(view).clock === "demo") $$render(consequent_1);
		});
		var span_2 = sibling(node_4, 2);
		var text_2 = only_child(span_2, true);
		var strong = sibling(span_2, 2);
		var text_3 = only_child(strong, true);
		reset(span);
		template_effect(($0, $1) => {
			set_attribute(span, "title", `Company time, ${get(view).time_zone ?? ""}`);
			set_text(text_2, $0);
			set_text(text_3, $1);
		}, [() => company.times.day(company.clock.now), () => company.times.time(company.clock.now)]);
		append($$anchor, span);
	};
	if_block(node_3, ($$render) => {
		if (get(view)) $$render(consequent_2);
	});
	var span_3 = sibling(node_3, 2);
	var text_4 = sibling(child(span_3), 1, true);
	reset(span_3);
	var node_5 = sibling(span_3, 2);
	var consequent_3 = ($$anchor) => {
		{
			let $0 = user_derived(() => [
				{
					words: "Theme of the system",
					icon: "screen",
					chosen: theme.choice === "system",
					run: () => theme.set("system")
				},
				{
					words: "Light",
					icon: "sun",
					chosen: theme.choice === "light",
					run: () => theme.set("light")
				},
				{
					words: "Dark",
					icon: "moon",
					chosen: theme.choice === "dark",
					run: () => theme.set("dark")
				},
				{
					words: "Keyboard",
					icon: "keyboard",
					keys: "?",
					apart: true,
					run: $$props.onhelp
				},
				{
					words: "Change my password",
					icon: "lock",
					apart: true,
					run: () => router.go("/settings/password")
				},
				{
					words: "Sign out",
					icon: "out",
					run: signOut
				}
			]);
			Menu($$anchor, {
				label: "Account",
				align: "right",
				get items() {
					return get($0);
				},
				children: ($$anchor, $$slotProps) => {
					var fragment_2 = root_2$2();
					var span_4 = first_child(fragment_2);
					var text_5 = only_child(span_4, true);
					var span_5 = sibling(span_4, 2);
					var text_6 = only_child(span_5, true);
					var node_6 = sibling(span_5, 2);
					Icon(node_6, {
						name: "down",
						size: 12
					});
					template_effect(($0) => {
						set_text(text_5, session.user.name);
						set_text(text_6, $0);
					}, [() => words(session.user.role)]);
					append($$anchor, fragment_2);
				},
				$$slots: { default: true }
			});
		}
	};
	if_block(node_5, ($$render) => {
		if (session.user) $$render(consequent_3);
	});
	reset(div_1);
	reset(header);
	template_effect(() => {
		set_text(text, get(view)?.name ?? "");
		set_class(span_3, 1, clsx(["stream", live.state]), "s-19w2h7u");
		set_text(text_4, get(liveWords));
	});
	delegated("click", button, function(...$$args) {
		$$props.onsearch?.apply(this, $$args);
	});
	append($$anchor, header);
	pop();
}
delegate(["click"]);
// src/shell/KeyHints.svelte
var root$3 = from_html(`<span class="s-tu6e1t"><!> </span>`);
var root_1$2 = from_html(`<p class="hints s-tu6e1t" aria-hidden="true"></p> <button type="button" class="s-tu6e1t"><!>All keys</button>`, 1);
function KeyHints($$anchor, $$props) {
	push($$props, true);
	const MOST = 6;
	const able = user_derived(() => keys.all.filter((one) => !one.quiet && one.group.toLowerCase() === router.route.page && (one.when?.() ?? true)).slice(0, MOST));
	var fragment = root_1$2();
	var p = first_child(fragment);
	each(p, 21, () => get(able), (one) => one.label, ($$anchor, one) => {
		var span = root$3();
		var node = child(span);
		{
			let $0 = user_derived(() => get(one).keys[0] ?? "");
			Kbd(node, { get keys() {
				return get($0);
			} });
		}
		var text = sibling(node, 1, true);
		reset(span);
		template_effect(() => set_text(text, get(one).label));
		append($$anchor, span);
	});
	reset(p);
	var button = sibling(p, 2);
	var node_1 = child(button);
	Kbd(node_1, { keys: "?" });
	next();
	reset(button);
	delegated("click", button, function(...$$args) {
		$$props.onhelp?.apply(this, $$args);
	});
	append($$anchor, fragment);
	pop();
}
delegate(["click"]);
// src/shell/counts.svelte.ts
var Counts = class {
	#open = state(0);
	get open() {
		return get(this.#open);
	}
	set open(value) {
		set(this.#open, value, true);
	}
	#approvals = state(0);
	get approvals() {
		return get(this.#approvals);
	}
	set approvals(value) {
		set(this.#approvals, value, true);
	}
	#unattended = state(0);
	get unattended() {
		return get(this.#unattended);
	}
	set unattended(value) {
		set(this.#unattended, value, true);
	}
	take(list) {
		this.open = list.open;
		this.approvals = list.awaiting_approval;
		this.unattended = list.unattended;
	}
	async refresh() {
		const answer = await leads("open");
		if (answer.ok) this.take(answer.value);
	}
};
var counts = new Counts();
// src/shell/Rail.svelte
var root$2 = from_html(`<span class="count late num s-1uahge6"> <span class="unseen">not taken</span></span>`);
var root_1$1 = from_html(`<span class="count num s-1uahge6"> </span>`);
var root_2$1 = from_html(`<a class="s-1uahge6"><span class="mark s-1uahge6"><!> <!></span> </a>`);
var root_3$1 = from_html(`<nav aria-label="Pages" class="s-1uahge6"></nav>`);
function Rail($$anchor, $$props) {
	push($$props, true);
	const places = user_derived(() => [
		{
			page: "inbox",
			words: "Inbox",
			icon: "inbox",
			keys: "G I",
			count: counts.open,
			alert: counts.unattended
		},
		{
			page: "board",
			words: "Board",
			icon: "board",
			keys: "G B",
			count: 0,
			alert: 0
		},
		{
			page: "approvals",
			words: "Approvals",
			icon: "approvals",
			keys: "G A",
			count: counts.approvals,
			alert: 0
		},
		{
			page: "settings",
			words: "Settings",
			icon: "settings",
			keys: "G S",
			count: 0,
			alert: 0
		}
	]);
	user_effect(() => {
		const later = setTimeout(() => void counts.refresh(), 300);
		return () => clearTimeout(later);
	});
	refetchOn((entry) => about(entry, "lead") || about(entry, "escalation"), () => void counts.refresh(), 400);
	var nav = root_3$1();
	each(nav, 21, () => get(places), (place) => place.page, ($$anchor, place) => {
		var a = root_2$1();
		var span = child(a);
		var node = child(span);
		Icon(node, {
			get name() {
				return get(place).icon;
			},
			size: 20
		});
		var node_1 = sibling(node, 2);
		var consequent = ($$anchor) => {
			var span_1 = root$2();
			var text = child(span_1, true);
			next();
			reset(span_1);
			template_effect(() => set_text(text, get(place).alert));
			append($$anchor, span_1);
		};
		var consequent_1 = ($$anchor) => {
			var span_2 = root_1$1();
			var text_1 = only_child(span_2, true);
			template_effect(() => set_text(text_1, get(place).count));
			append($$anchor, span_2);
		};
		if_block(node_1, ($$render) => {
			if (get(place).alert > 0) $$render(consequent);
			else if (get(place).count > 0) $$render(consequent_1, 1);
		});
		reset(span);
		var text_2 = sibling(span);
		reset(a);
		template_effect(() => {
			set_attribute(a, "href", `/${get(place).page ?? ""}`);
			set_attribute(a, "aria-current", router.route.page === get(place).page ? "page" : void 0);
			set_attribute(a, "title", `${get(place).words ?? ""} (${get(place).keys ?? ""})`);
			set_text(text_2, ` ${get(place).words ?? ""}`);
		});
		append($$anchor, a);
	});
	reset(nav);
	append($$anchor, nav);
	pop();
}
// src/shell/shortcuts.svelte.ts
function useGlobalShortcuts() {
	const open = proxy({
		palette: false,
		help: false
	});
	shortcuts(() => [
		{
			keys: ["Mod+k", "/"],
			label: "Search or do",
			group: "Everywhere",
			quiet: true,
			run: () => open.palette = !open.palette
		},
		{
			keys: ["g i"],
			label: "Open the inbox",
			group: "Go to",
			run: () => router.go("/inbox")
		},
		{
			keys: ["g b"],
			label: "Open the board",
			group: "Go to",
			run: () => router.go("/board")
		},
		{
			keys: ["g a"],
			label: "Open approvals",
			group: "Go to",
			run: () => router.go("/approvals")
		},
		{
			keys: ["g s"],
			label: "Open the settings",
			group: "Go to",
			run: () => router.go("/settings")
		},
		{
			keys: ["u"],
			label: toasts.lastUndo ? `Undo: ${toasts.lastUndo.what}` : "Undo",
			group: "Everywhere",
			when: () => toasts.lastUndo !== null,
			run: () => toasts.lastUndo?.run()
		},
		{
			keys: ["Escape"],
			label: "Put the message away",
			group: "Everywhere",
			quiet: true,
			when: () => toasts.list.length > 0,
			run: () => toasts.clear()
		},
		{
			keys: ["?"],
			label: "Show the keyboard",
			group: "Everywhere",
			run: () => open.help = true
		}
	]);
	return open;
}
// src/shell/Shell.svelte
var broken = ($$anchor) => {
	EmptyState($$anchor, {
		icon: "alert",
		title: "This page could not be loaded",
		children: ($$anchor, $$slotProps) => {
			var p = root$1();
			var a = sibling(child(p));
			set_attribute(a, "href", location.pathname + location.search);
			reset(p);
			append($$anchor, p);
		},
		$$slots: { default: true }
	});
};
var root$1 = from_html(`<p>The connection broke, or the program was renewed. <a target="_self">Load it again</a></p>`);
var root_1 = from_html(`<p class="lost s-oav702" role="status"> </p>`);
var root_2 = from_html(`<div class="failed s-oav702"><!></div>`);
var root_3 = from_html(`<a href="/inbox">Open the inbox</a>`);
var root_4 = from_html(`<div class="shell s-oav702"><!> <!> <!> <main class="s-oav702"><!></main> <div class="foot s-oav702"><!></div></div>  <!> <!>`, 1);
function Shell($$anchor, $$props) {
	push($$props, true);
	const hints = ($$anchor) => {
		KeyHints($$anchor, { onhelp: () => sheet.help = true });
	};
	const route = user_derived(() => router.route);
	onMount(fetchAhead);
	refetchOn((entry) => entry.kind === "rules_changed" || entry.kind === "settings_changed", () => void company.load());
	const sheet = useGlobalShortcuts();
	const wanted = proxy({
		palette: false,
		help: false
	});
	user_effect(() => {
		if (sheet.palette) wanted.palette = true;
		if (sheet.help) wanted.help = true;
	});
	var fragment_2 = root_4();
	var div = first_child(fragment_2);
	var node = child(div);
	Rail(node, {});
	var node_1 = sibling(node, 2);
	Header(node_1, {
		onsearch: () => sheet.palette = true,
		onhelp: () => sheet.help = true
	});
	var node_2 = sibling(node_1, 2);
	var consequent = ($$anchor) => {
		var p_1 = root_1();
		var text = only_child(p_1);
		template_effect(($0) => set_text(text, `Connection lost at ${$0 ?? ""}. What is on the screen can be read; changes need the connection. Trying again…`), [() => company.times.time(live.lostAt)]);
		append($$anchor, p_1);
	};
	if_block(node_2, ($$render) => {
		if (live.state === "lost") $$render(consequent);
	});
	var main = sibling(node_2, 2);
	var node_3 = child(main);
	var consequent_1 = ($$anchor) => {
		var div_1 = root_2();
		ProblemNote(child(div_1), {
			get problem() {
				return company.problem;
			},
			retry: () => company.load()
		});
		reset(div_1);
		append($$anchor, div_1);
	};
	var consequent_7 = ($$anchor) => {
		var fragment_3 = comment();
		var node_5 = first_child(fragment_3);
		var consequent_2 = ($$anchor) => {
			var fragment_4 = comment();
			var node_6 = first_child(fragment_4);
			await_block(node_6, () => pages.inbox(), null, ($$anchor, page) => {
				var fragment_5 = comment();
				var node_7 = first_child(fragment_5);
				component(node_7, () => get(page).default, ($$anchor, page_default) => {
					page_default($$anchor, {
						get lead() {
							return get(route).lead;
						},
						get show() {
							return get(route).show;
						}
					});
				});
				append($$anchor, fragment_5);
			}, ($$anchor) => {
				broken($$anchor);
			});
			append($$anchor, fragment_4);
		};
		var consequent_3 = ($$anchor) => {
			var fragment_7 = comment();
			var node_8 = first_child(fragment_7);
			await_block(node_8, () => pages.approvals(), null, ($$anchor, page) => {
				var fragment_8 = comment();
				var node_9 = first_child(fragment_8);
				component(node_9, () => get(page).default, ($$anchor, page_default_1) => {
					page_default_1($$anchor, { get lead() {
						return get(route).lead;
					} });
				});
				append($$anchor, fragment_8);
			}, ($$anchor) => {
				broken($$anchor);
			});
			append($$anchor, fragment_7);
		};
		var consequent_4 = ($$anchor) => {
			var fragment_10 = comment();
			var node_10 = first_child(fragment_10);
			await_block(node_10, () => pages.board(), null, ($$anchor, page) => {
				var fragment_11 = comment();
				var node_11 = first_child(fragment_11);
				component(node_11, () => get(page).default, ($$anchor, page_default_2) => {
					page_default_2($$anchor, {
						get date() {
							return get(route).date;
						},
						get visit() {
							return get(route).visit;
						}
					});
				});
				append($$anchor, fragment_11);
			}, ($$anchor) => {
				broken($$anchor);
			});
			append($$anchor, fragment_10);
		};
		var consequent_5 = ($$anchor) => {
			var fragment_13 = comment();
			var node_12 = first_child(fragment_13);
			await_block(node_12, () => pages.settings(), null, ($$anchor, page) => {
				var fragment_14 = comment();
				var node_13 = first_child(fragment_14);
				component(node_13, () => get(page).default, ($$anchor, page_default_3) => {
					page_default_3($$anchor, { get tab() {
						return get(route).tab;
					} });
				});
				append($$anchor, fragment_14);
			}, ($$anchor) => {
				broken($$anchor);
			});
			append($$anchor, fragment_13);
		};
		var consequent_6 = ($$anchor) => {
			EmptyState($$anchor, {
				icon: "search",
				get title() {
					return `There is no page at ${get(route).path ?? ""}`;
				},
				children: ($$anchor, $$slotProps) => {
					var a_1 = root_3();
					append($$anchor, a_1);
				},
				$$slots: { default: true }
			});
		};
		if_block(node_5, ($$render) => {
			if (get(route).page === "inbox") $$render(consequent_2);
			else if (get(route).page === "approvals") $$render(consequent_3, 1);
			else if (get(route).page === "board") $$render(consequent_4, 2);
			else if (get(route).page === "settings") $$render(consequent_5, 3);
			else if (get(route).page === "missing") $$render(consequent_6, 4);
		});
		append($$anchor, fragment_3);
	};
	if_block(node_3, ($$render) => {
		if (company.problem && company.view === null) $$render(consequent_1);
		else if (company.view !== null) $$render(consequent_7, 1);
	});
	reset(main);
	var div_2 = sibling(main, 2);
	ToastList(child(div_2), { get idle() {
		return hints;
	} });
	reset(div_2);
	reset(div);
	var node_15 = sibling(div, 2);
	var consequent_8 = ($$anchor) => {
		var fragment_17 = comment();
		var node_16 = first_child(fragment_17);
		await_block(node_16, () => pages.palette(), null, ($$anchor, page) => {
			var fragment_18 = comment();
			var node_17 = first_child(fragment_18);
			component(node_17, () => get(page).default, ($$anchor, page_default_4) => {
				page_default_4($$anchor, {
					get open() {
						return sheet.palette;
					},
					set open($$value) {
						sheet.palette = $$value;
					}
				});
			});
			append($$anchor, fragment_18);
		});
		append($$anchor, fragment_17);
	};
	if_block(node_15, ($$render) => {
		if (wanted.palette) $$render(consequent_8);
	});
	var node_18 = sibling(node_15, 2);
	var consequent_9 = ($$anchor) => {
		var fragment_19 = comment();
		var node_19 = first_child(fragment_19);
		await_block(node_19, () => pages.help(), null, ($$anchor, page) => {
			var fragment_20 = comment();
			var node_20 = first_child(fragment_20);
			component(node_20, () => get(page).default, ($$anchor, page_default_5) => {
				page_default_5($$anchor, {
					get open() {
						return sheet.help;
					},
					set open($$value) {
						sheet.help = $$value;
					}
				});
			});
			append($$anchor, fragment_20);
		});
		append($$anchor, fragment_19);
	};
	if_block(node_18, ($$render) => {
		if (wanted.help) $$render(consequent_9);
	});
	append($$anchor, fragment_2);
	pop();
}
// src/shell/Unreachable.svelte
var root = from_html(`<p>Check the connection, or ask whoever runs Dispatch Assist. Nothing you did before is lost.</p> <p class="act s-11lca74"><!></p>`, 1);
function Unreachable($$anchor, $$props) {
	EmptyState($$anchor, {
		icon: "alert",
		title: "The server does not answer",
		children: ($$anchor, $$slotProps) => {
			var fragment_1 = root();
			var p = sibling(first_child(fragment_1), 2);
			var node = child(p);
			Button(node, {
				icon: "refresh",
				get onclick() {
					return $$props.retry;
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text$1 = text("Try again");
					append($$anchor, text$1);
				},
				$$slots: { default: true }
			});
			reset(p);
			append($$anchor, fragment_1);
		},
		$$slots: { default: true }
	});
}
// src/App.svelte
function App($$anchor, $$props) {
	push($$props, true);
	let reachable = state(true);
	async function begin() {
		set(reachable, await session.load(), true);
		if (!get(reachable) || session.state.is === "in") return;
		const setup = await needsSetup();
		if (setup.ok && setup.value.needed) router.swap({ page: "setup" });
	}
	onMount(() => {
		router.start();
		begin();
	});
	const signedIn = user_derived(() => session.state.is === "in");
	const known = user_derived(() => get(signedIn) && company.view !== null);
	user_effect(() => {
		if (!get(signedIn)) return;
		company.load();
		return company.clock.start();
	});
	user_effect(() => {
		if (!get(known)) return;
		untrack(() => live.start(company.view?.position ?? 0));
		return () => live.stop();
	});
	const atDoor = user_derived(() => router.route.page === "sign-in" || router.route.page === "setup");
	user_effect(() => {
		if (session.state.is === "out" && !get(atDoor)) {
			sessionStorage.setItem("da.to", location.pathname + location.search);
			router.swap({ page: "sign-in" });
		} else if (session.state.is === "in" && get(atDoor)) {
			const to = sessionStorage.getItem("da.to") ?? "/inbox";
			sessionStorage.removeItem("da.to");
			router.go(to);
		}
	});
	var fragment = comment();
	event("keydown", $window, (event) => keys.press(event));
	var node = first_child(fragment);
	var consequent = ($$anchor) => {
		Unreachable($$anchor, { retry: begin });
	};
	var consequent_1 = ($$anchor) => {
		var fragment_2 = comment();
		var node_1 = first_child(fragment_2);
		await_block(node_1, () => pages.setup(), null, ($$anchor, page) => {
			var fragment_3 = comment();
			var node_2 = first_child(fragment_3);
			component(node_2, () => get(page).default, ($$anchor, page_default) => {
				page_default($$anchor, {});
			});
			append($$anchor, fragment_3);
		});
		append($$anchor, fragment_2);
	};
	var consequent_2 = ($$anchor) => {
		var fragment_4 = comment();
		var node_3 = first_child(fragment_4);
		await_block(node_3, () => pages.signIn(), null, ($$anchor, page) => {
			var fragment_5 = comment();
			var node_4 = first_child(fragment_5);
			component(node_4, () => get(page).default, ($$anchor, page_default_1) => {
				page_default_1($$anchor, {});
			});
			append($$anchor, fragment_5);
		});
		append($$anchor, fragment_4);
	};
	var consequent_3 = ($$anchor) => {
		Shell($$anchor, {});
	};
	if_block(node, ($$render) => {
		if (!get(reachable)) $$render(consequent);
		else if (session.state.is === "out" && router.route.page === "setup") $$render(consequent_1, 1);
		else if (session.state.is === "out") $$render(consequent_2, 2);
		else if (session.state.is === "in" && !get(atDoor)) $$render(consequent_3, 3);
	});
	append($$anchor, fragment);
	pop();
}
// src/main.ts
mount(App, { target: document.getElementById("app") ?? document.body });
var { page } = read(location.pathname, new URLSearchParams(location.search));
if (page in pages) pages[page]().catch(() => {});
export { theme as a, router as c, live as d, refetchOn as f, ReactiveValue as h, Menu as i, write as l, shortcuts as m, ProblemNote as n, EmptyState as o, keys as p, Dialog as r, session as s, counts as t, about as u };

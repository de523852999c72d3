import { m as shortcuts, n as ProblemNote, o as EmptyState, r as Dialog, s as session$1 } from "./app.js";
// node_modules/svelte/src/internal/shared/utils.js
var is_array = Array.isArray;
var index_of = Array.prototype.indexOf;
var includes = Array.prototype.includes;
var array_from = Array.from;
var define_property = Object.defineProperty;
var get_descriptor = Object.getOwnPropertyDescriptor;
var get_descriptors = Object.getOwnPropertyDescriptors;
var object_prototype = Object.prototype;
var array_prototype = Array.prototype;
var get_prototype_of = Object.getPrototypeOf;
var is_extensible = Object.isExtensible;
var noop = () => {};
/**
* @template [T=any]
* @param {any} value
* @returns {value is PromiseLike<T>}
*/
function is_promise(value) {
	return typeof value?.then === "function";
}
/** @param {Array<() => void>} arr */
function run_all(arr) {
	for (var i = 0; i < arr.length; i++) arr[i]();
}
/**
* TODO replace with Promise.withResolvers once supported widely enough
* @template [T=void]
*/
function deferred() {
	/** @type {(value: T) => void} */
	var resolve;
	/** @type {(reason: any) => void} */
	var reject;
	return {
		promise: new Promise((res, rej) => {
			resolve = res;
			reject = rej;
		}),
		resolve,
		reject
	};
}
/**
* When encountering a situation like `let [a, b, c] = $derived(blah())`,
* we need to stash an intermediate value that `a`, `b`, and `c` derive
* from, in case it's an iterable
* @template T
* @param {ArrayLike<T> | Iterable<T>} value
* @param {number} [n]
* @returns {Array<T>}
*/
function to_array(value, n) {
	if (Array.isArray(value)) return value;
	if (n === void 0 || !(Symbol.iterator in value)) return Array.from(value);
	/** @type {T[]} */
	const array = [];
	for (const element of value) {
		array.push(element);
		if (array.length === n) break;
	}
	return array;
}
// node_modules/svelte/src/internal/client/constants.js
/**
* An effect that does not destroy its child effects when it reruns.
* Runs as part of render effects, i.e. not eagerly as part of tree traversal or effect flushing.
*/
var MANAGED_EFFECT = 1 << 24;
var CLEAN = 1024;
var DIRTY = 2048;
var MAYBE_DIRTY = 4096;
var INERT = 8192;
var DESTROYED = 16384;
/** Set once a reaction has run for the first time */
var REACTION_RAN = 32768;
/** Effect is in the process of getting destroyed. Can be observed in child teardown functions */
var DESTROYING = 1 << 25;
/**
* 'Transparent' effects do not create a transition boundary.
* This is on a block effect 99% of the time but may also be on a branch effect if its parent block effect was pruned
*/
var EFFECT_TRANSPARENT = 65536;
var HEAD_EFFECT = 1 << 18;
var EFFECT_PRESERVED = 1 << 19;
var USER_EFFECT = 1 << 20;
var EFFECT_OFFSCREEN = 1 << 25;
var REACTION_IS_UPDATING = 1 << 21;
var ASYNC = 1 << 22;
var ERROR_VALUE = 1 << 23;
var STATE_SYMBOL = Symbol("$state");
/** Marks component export objects, so that `proxy(...)` leaves them untouched */
var COMPONENT_SYMBOL = Symbol("component");
var LEGACY_PROPS = Symbol("legacy props");
var LOADING_ATTR_SYMBOL = Symbol("");
var PROXY_PATH_SYMBOL = Symbol("proxy path");
var ATTRIBUTES_CACHE = Symbol("attributes");
var CLASS_CACHE = Symbol("class");
var STYLE_CACHE = Symbol("style");
var TEXT_CACHE = Symbol("text");
var FORM_RESET_HANDLER = Symbol("form reset");
/** allow users to ignore aborted signal errors if `reason.name === 'StaleReactionError` */
var STALE_REACTION = new class StaleReactionError extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}();
var IS_XHTML = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml");
// node_modules/svelte/src/constants.js
var HYDRATION_ERROR = {};
var UNINITIALIZED = Symbol("uninitialized");
var NAMESPACE_HTML = "http://www.w3.org/1999/xhtml";
/**
* Reading a derived belonging to a now-destroyed effect may result in stale values
*/
function derived_inert() {
	console.warn(`https://svelte.dev/e/derived_inert`);
}
/**
* Hydration failed because the initial UI does not match what was rendered on the server. The error occurred near %location%
* @param {string | undefined | null} [location]
*/
function hydration_mismatch(location) {
	console.warn(`https://svelte.dev/e/hydration_mismatch`);
}
/**
* The `value` property of a `<select multiple>` element should be an array, but it received a non-array value. The selection will be kept as is.
*/
function select_multiple_invalid_value() {
	console.warn(`https://svelte.dev/e/select_multiple_invalid_value`);
}
/**
* A `<svelte:boundary>` `reset` function only resets the boundary the first time it is called
*/
function svelte_boundary_reset_noop() {
	console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`);
}
// node_modules/svelte/src/internal/client/dom/hydration.js
/** @import { TemplateNode } from '#client' */
/**
* Use this variable to guard everything related to hydration code so it can be treeshaken out
* if the user doesn't use the `hydrate` method and these code paths are therefore not needed.
*/
var hydrating = false;
/** @param {boolean} value */
function set_hydrating(value) {
	hydrating = value;
}
/**
* The node that is currently being hydrated. This starts out as the first node inside the opening
* <!--[--> comment, and updates each time a component calls `$.child(...)` or `$.sibling(...)`.
* When entering a block (e.g. `{#if ...}`), `hydrate_node` is the block opening comment; by the
* time we leave the block it is the closing comment, which serves as the block's anchor.
* @type {TemplateNode}
*/
var hydrate_node;
/** @param {TemplateNode | null} node */
function set_hydrate_node(node) {
	if (node === null) {
		hydration_mismatch();
		throw HYDRATION_ERROR;
	}
	return hydrate_node = node;
}
function hydrate_next() {
	return set_hydrate_node(/* @__PURE__ */ get_next_sibling(hydrate_node));
}
/** @param {TemplateNode} node */
function reset(node) {
	if (!hydrating) return;
	if (/* @__PURE__ */ get_next_sibling(hydrate_node) !== null) {
		hydration_mismatch();
		throw HYDRATION_ERROR;
	}
	hydrate_node = node;
}
function next(count = 1) {
	if (hydrating) {
		var i = count;
		var node = hydrate_node;
		while (i--) node = /* @__PURE__ */ get_next_sibling(node);
		hydrate_node = node;
	}
}
/**
* Skips or removes (depending on {@link remove}) all nodes starting at `hydrate_node` up until the next hydration end comment
* @param {boolean} remove
*/
function skip_nodes(remove = true) {
	var depth = 0;
	var node = hydrate_node;
	while (true) {
		if (node.nodeType === 8) {
			var data = node.data;
			if (data === "]") {
				if (depth === 0) return node;
				depth -= 1;
			} else if (data === "[" || data === "[!" || data[0] === "[" && !isNaN(Number(data.slice(1)))) depth += 1;
		}
		var next = /* @__PURE__ */ get_next_sibling(node);
		if (remove) node.remove();
		node = next;
	}
}
/**
*
* @param {TemplateNode} node
*/
function read_hydration_instruction(node) {
	if (!node || node.nodeType !== 8) {
		hydration_mismatch();
		throw HYDRATION_ERROR;
	}
	return node.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
/** @import { Equals } from '#client' */
/** @type {Equals} */
function equals(value) {
	return value === this.v;
}
/**
* @param {unknown} a
* @param {unknown} b
* @returns {boolean}
*/
function safe_not_equal(a, b) {
	return a != a ? b == b : a !== b || a !== null && typeof a === "object" || typeof a === "function";
}
/** @type {Equals} */
function safe_equals(value) {
	return !safe_not_equal(value, this.v);
}
/**
* `%name%(...)` can only be used during component initialisation
* @param {string} name
* @returns {never}
*/
function lifecycle_outside_component(name) {
	throw new Error(`https://svelte.dev/e/lifecycle_outside_component`);
}
// node_modules/svelte/src/internal/client/errors.js
/**
* Cannot create a `$derived(...)` with an `await` expression outside of an effect tree
* @returns {never}
*/
function async_derived_orphan() {
	throw new Error(`https://svelte.dev/e/async_derived_orphan`);
}
/**
* Keyed each block has duplicate key `%value%` at indexes %a% and %b%
* @param {string} a
* @param {string} b
* @param {string | undefined | null} [value]
* @returns {never}
*/
function each_key_duplicate(a, b, value) {
	throw new Error(`https://svelte.dev/e/each_key_duplicate`);
}
/**
* `%rune%` cannot be used inside an effect cleanup function
* @param {string} rune
* @returns {never}
*/
function effect_in_teardown(rune) {
	throw new Error(`https://svelte.dev/e/effect_in_teardown`);
}
/**
* Effect cannot be created inside a `$derived` value that was not itself created inside an effect
* @returns {never}
*/
function effect_in_unowned_derived() {
	throw new Error(`https://svelte.dev/e/effect_in_unowned_derived`);
}
/**
* `%rune%` can only be used inside an effect (e.g. during component initialisation)
* @param {string} rune
* @returns {never}
*/
function effect_orphan(rune) {
	throw new Error(`https://svelte.dev/e/effect_orphan`);
}
/**
* Maximum update depth exceeded. This typically indicates that an effect reads and writes the same piece of state
* @returns {never}
*/
function effect_update_depth_exceeded() {
	throw new Error(`https://svelte.dev/e/effect_update_depth_exceeded`);
}
/**
* Cannot do `bind:%key%={undefined}` when `%key%` has a fallback value
* @param {string} key
* @returns {never}
*/
function props_invalid_value(key) {
	throw new Error(`https://svelte.dev/e/props_invalid_value`);
}
/**
* Property descriptors defined on `$state` objects must contain `value` and always be `enumerable`, `configurable` and `writable`.
* @returns {never}
*/
function state_descriptors_fixed() {
	throw new Error(`https://svelte.dev/e/state_descriptors_fixed`);
}
/**
* Cannot set prototype of `$state` object
* @returns {never}
*/
function state_prototype_fixed() {
	throw new Error(`https://svelte.dev/e/state_prototype_fixed`);
}
/**
* Updating state inside `$derived(...)`, `$inspect(...)` or a template expression is forbidden. If the value should not be reactive, declare it without `$state`
* @returns {never}
*/
function state_unsafe_mutation() {
	throw new Error(`https://svelte.dev/e/state_unsafe_mutation`);
}
/**
* A `<svelte:boundary>` `reset` function cannot be called while an error is still being handled
* @returns {never}
*/
function svelte_boundary_reset_onerror() {
	throw new Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`);
}
// node_modules/svelte/src/internal/flags/index.js
/** True if experimental.async=true */
var async_mode_flag = false;
/** True if we're not certain that we only have Svelte 5 code in the compilation */
var legacy_mode_flag = false;
/**
* @template {Value} T
* @param {T} source
* @param {string} label
* @returns {T}
*/
function tag(source, label) {
	source.label = label;
	tag_proxy(source.v, label);
	return source;
}
/**
* @param {unknown} value
* @param {string} label
*/
function tag_proxy(value, label) {
	value?.[PROXY_PATH_SYMBOL]?.(label);
	return value;
}
/**
* @param {unknown} value
*/
function label(value) {
	if (typeof value === "symbol") return `Symbol(${value.description})`;
	if (typeof value === "function") return "<function>";
	if (typeof value === "object" && value) return "<object>";
	return String(value);
}
// node_modules/svelte/src/internal/client/context.js
/** @import { ComponentContext, DevStackEntry, Effect } from '#client' */
/** @type {ComponentContext | null} */
var component_context = null;
/** @param {ComponentContext | null} context */
function set_component_context(context) {
	component_context = context;
}
/**
* @param {Record<string, unknown>} props
* @param {any} runes
* @param {Function} [fn]
* @returns {void}
*/
function push(props, runes = false, fn) {
	component_context = {
		p: component_context,
		i: false,
		c: null,
		e: null,
		s: props,
		x: null,
		r: active_effect,
		l: legacy_mode_flag && !runes ? {
			s: null,
			u: null,
			$: []
		} : null
	};
}
/**
* @template {Record<string, any>} T
* @param {T} [component]
* @returns {T}
*/
function pop(component) {
	var context = component_context;
	var effects = context.e;
	if (effects !== null) {
		context.e = null;
		for (var fn of effects) create_user_effect(fn);
	}
	if (component !== void 0) context.x = component;
	context.i = true;
	component_context = context.p;
	return mark_as_component(component);
}
/**
* Add a symbol to the object (or create one if undefined) to mark it as a component so it isn't proxified.
* @param {any} component
*/
function mark_as_component(component = {}) {
	define_property(component, COMPONENT_SYMBOL, { value: true });
	return component;
}
/** @returns {boolean} */
function is_runes() {
	return !legacy_mode_flag || component_context !== null && component_context.l === null;
}
// node_modules/svelte/src/internal/client/dom/task.js
/** @type {Array<() => void>} */
var micro_tasks = [];
function run_micro_tasks() {
	var tasks = micro_tasks;
	micro_tasks = [];
	run_all(tasks);
}
/**
* @param {() => void} fn
*/
function queue_micro_task(fn) {
	if (micro_tasks.length === 0 && !is_flushing_sync) {
		var tasks = micro_tasks;
		queueMicrotask(() => {
			if (tasks === micro_tasks) run_micro_tasks();
		});
	}
	micro_tasks.push(fn);
}
/**
* Synchronously run any queued tasks.
*/
function flush_tasks() {
	while (micro_tasks.length > 0) run_micro_tasks();
}
// node_modules/svelte/src/internal/client/reactivity/status.js
/** @import { Derived, Signal } from '#client' */
var STATUS_MASK = ~(DIRTY | MAYBE_DIRTY | CLEAN);
/**
* @param {Signal} signal
* @param {number} status
*/
function set_signal_status(signal, status) {
	signal.f = signal.f & STATUS_MASK | status;
}
/**
* Set a derived's status to CLEAN or MAYBE_DIRTY based on its connection state.
* @param {Derived} derived
*/
function update_derived_status(derived) {
	if ((derived.f & 512) !== 0 || derived.deps === null) set_signal_status(derived, CLEAN);
	else set_signal_status(derived, MAYBE_DIRTY);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
/** @import { Effect } from '#client' */
/**
* @param {Effect} effect
* @param {Map<Effect, number>} dirty_reactions
*/
function defer_effect(effect, dirty_reactions) {
	if ((effect.f & 2048) !== 0) dirty_reactions.set(effect, DIRTY);
	else if ((effect.f & 4096) !== 0 && dirty_reactions.get(effect) !== 2048) dirty_reactions.set(effect, MAYBE_DIRTY);
	set_signal_status(effect, CLEAN);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
/**
* @param {HTMLElement} dom
* @param {boolean} value
* @returns {void}
*/
function autofocus(dom, value) {
	if (value) {
		const body = document.body;
		dom.autofocus = true;
		queue_micro_task(() => {
			if (document.activeElement === body) dom.focus();
		});
	}
}
/**
* The child of a textarea actually corresponds to the defaultValue property, so we need
* to remove it upon hydration to avoid a bug when someone resets the form value.
* @param {HTMLTextAreaElement} dom
* @returns {void}
*/
function remove_textarea_child(dom) {
	if (hydrating && /* @__PURE__ */ get_first_child(dom) !== null) clear_text_content(dom);
}
var listening_to_form_reset = false;
function add_form_reset_listener() {
	if (!listening_to_form_reset) {
		listening_to_form_reset = true;
		document.addEventListener("reset", (evt) => {
			Promise.resolve().then(() => {
				if (!evt.defaultPrevented) for (const e of evt.target.elements)
 /** @type {any} */ e[FORM_RESET_HANDLER]?.();
			});
		}, { capture: true });
	}
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
/**
* @template T
* @param {() => T} fn
*/
function without_reactive_context(fn) {
	var previous_reaction = active_reaction;
	var previous_effect = active_effect;
	set_active_reaction(null);
	set_active_effect(null);
	try {
		return fn();
	} finally {
		set_active_reaction(previous_reaction);
		set_active_effect(previous_effect);
	}
}
/**
* Listen to the given event, and then instantiate a global form reset listener if not already done,
* to notify all bindings when the form is reset
* @param {HTMLElement} element
* @param {string} event
* @param {(is_reset?: true) => void} handler
* @param {(is_reset?: true) => void} [on_reset]
*/
function listen_to_event_and_reset_event(element, event, handler, on_reset = handler) {
	element.addEventListener(event, () => without_reactive_context(handler));
	const prev = element[FORM_RESET_HANDLER];
	if (prev)
 /** @type {any} */ element[FORM_RESET_HANDLER] = () => {
		prev();
		on_reset(true);
	};
	else
 /** @type {any} */ element[FORM_RESET_HANDLER] = () => on_reset(true);
	add_form_reset_listener();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
/** @import { Blocker, Effect, Source, Value } from '#client' */
/**
* @param {Blocker[]} blockers
* @param {Array<() => any>} sync
* @param {Array<() => Promise<any>>} async
* @param {(values: Value[]) => any} fn
*/
function flatten(blockers, sync, async, fn) {
	const d = is_runes() ? derived : derived_safe_equal;
	var pending = blockers.filter((b) => !b.settled);
	var deriveds = sync.map(d);
	if (async.length === 0 && pending.length === 0) {
		fn(deriveds);
		return;
	}
	var parent = active_effect;
	var restore = capture();
	var blocker_promise = pending.length === 1 ? pending[0].promise : pending.length > 1 ? Promise.all(pending.map((b) => b.promise)) : null;
	/**
	* @param {Source[]} async
	*/
	function finish(async) {
		if ((parent.f & 16384) !== 0) return;
		restore();
		try {
			fn([...deriveds, ...async]);
		} catch (error) {
			invoke_error_boundary(error, parent);
		}
		unset_context();
	}
	var decrement_pending = increment_pending();
	if (async.length === 0) {
		/** @type {Promise<any>} */ blocker_promise.then(() => finish([])).finally(decrement_pending);
		return;
	}
	function run() {
		Promise.all(async.map((expression) => /* @__PURE__ */ async_derived(expression))).then(finish).catch((error) => invoke_error_boundary(error, parent)).finally(decrement_pending);
	}
	if (blocker_promise) blocker_promise.then(() => {
		if ((parent.f & 16384) !== 0) {
			decrement_pending();
			return;
		}
		restore();
		run();
		unset_context();
	});
	else run();
}
/**
* Captures the current effect context so that we can restore it after
* some asynchronous work has happened (so that e.g. `await a + b`
* causes `b` to be registered as a dependency).
*/
function capture() {
	var previous_effect = active_effect;
	var previous_reaction = active_reaction;
	var previous_component_context = component_context;
	var previous_batch = current_batch;
	return function restore(activate_batch = true) {
		set_active_effect(previous_effect);
		set_active_reaction(previous_reaction);
		set_component_context(previous_component_context);
		if (activate_batch && (previous_effect.f & 16384) === 0) {
			previous_batch?.activate();
			previous_batch?.apply();
		}
	};
}
function unset_context(deactivate_batch = true) {
	set_active_effect(null);
	set_active_reaction(null);
	set_component_context(null);
	if (deactivate_batch) current_batch?.deactivate();
}
/**
* @returns {(skip?: boolean) => void}
*/
function increment_pending() {
	var effect = active_effect;
	var boundary = effect.b;
	var batch = current_batch;
	var blocking = !!boundary?.is_rendered();
	boundary?.update_pending_count(1, batch);
	batch.increment(blocking, effect);
	return () => {
		boundary?.update_pending_count(-1, batch);
		batch.decrement(blocking, effect);
	};
}
/**
* @template V
* @param {() => V} fn
* @returns {Derived<V>}
*/
/*#__NO_SIDE_EFFECTS__*/
function derived(fn) {
	var flags = 2 | DIRTY;
	if (active_effect !== null) active_effect.f |= EFFECT_PRESERVED;
	return {
		ctx: component_context,
		deps: null,
		effects: null,
		equals,
		f: flags,
		fn,
		reactions: null,
		rv: 0,
		v: UNINITIALIZED,
		wv: 0,
		parent: active_effect,
		ac: null
	};
}
var OBSOLETE = Symbol("obsolete");
/**
* @template V
* @param {() => V | Promise<V>} fn
* @param {string} [label]
* @param {string} [location] If provided, print a warning if the value is not read immediately after update
* @returns {Promise<Source<V>>}
*/
/*#__NO_SIDE_EFFECTS__*/
function async_derived(fn, label, location) {
	let parent = active_effect;
	if (parent === null) async_derived_orphan();
	var promise = void 0;
	var signal = source(UNINITIALIZED);
	var should_suspend = !active_reaction;
	/** @type {Set<ReturnType<typeof deferred<V>>>} */
	var deferreds = /* @__PURE__ */ new Set();
	async_effect(() => {
		var effect = active_effect;
		/** @type {ReturnType<typeof deferred<V>>} */
		var d = deferred();
		promise = d.promise;
		try {
			Promise.resolve(fn()).then(d.resolve, (e) => {
				if (e !== STALE_REACTION) d.reject(e);
			}).finally(unset_context);
		} catch (error) {
			d.reject(error);
			unset_context();
		}
		var batch = current_batch;
		if (should_suspend) {
			if ((effect.f & 32768) !== 0) var decrement_pending = increment_pending();
			if (parent.b?.is_rendered()) batch.async_deriveds.get(effect)?.reject(OBSOLETE);
			else for (const d of deferreds.values()) d.reject(OBSOLETE);
			deferreds.add(d);
			batch.async_deriveds.set(effect, d);
		}
		/**
		* @param {any} value
		* @param {unknown} error
		*/
		const handler = (value, error = void 0) => {
			decrement_pending?.();
			deferreds.delete(d);
			if (error === OBSOLETE) return;
			batch.activate();
			if (error) {
				signal.f |= ERROR_VALUE;
				internal_set(signal, error);
			} else {
				if ((signal.f & 8388608) !== 0) signal.f ^= ERROR_VALUE;
				internal_set(signal, value);
			}
			batch.deactivate();
		};
		d.promise.then(handler, (e) => handler(null, e || "unknown"));
	});
	teardown(() => {
		for (const d of deferreds) d.reject(OBSOLETE);
	});
	return new Promise((fulfil) => {
		/** @param {Promise<V>} p */
		function next(p) {
			function go() {
				if (p === promise) fulfil(signal);
				else next(promise);
			}
			p.then(go, go);
		}
		next(promise);
	});
}
/**
* @template V
* @param {() => V} fn
* @returns {Derived<V>}
*/
/*#__NO_SIDE_EFFECTS__*/
function user_derived(fn) {
	const d = /* @__PURE__ */ derived(fn);
	if (!async_mode_flag) push_reaction_value(d);
	return d;
}
/**
* @template V
* @param {() => V} fn
* @returns {Derived<V>}
*/
/*#__NO_SIDE_EFFECTS__*/
function derived_safe_equal(fn) {
	const signal = /* @__PURE__ */ derived(fn);
	signal.equals = safe_equals;
	return signal;
}
/**
* @param {Derived} derived
* @returns {void}
*/
function destroy_derived_effects(derived) {
	var effects = derived.effects;
	if (effects !== null) {
		derived.effects = null;
		for (var i = 0; i < effects.length; i += 1) destroy_effect(effects[i]);
	}
}
/**
* @template T
* @param {Derived} derived
* @returns {T}
*/
function execute_derived(derived) {
	var value;
	var prev_active_effect = active_effect;
	var parent = derived.parent;
	if (!is_destroying_effect && parent !== null && derived.v !== UNINITIALIZED && (parent.f & 24576) !== 0) {
		derived_inert();
		return derived.v;
	}
	set_active_effect(parent);
	try {
		destroy_derived_effects(derived);
		value = update_reaction(derived);
	} finally {
		set_active_effect(prev_active_effect);
	}
	return value;
}
/**
* @param {Derived} derived
* @returns {void}
*/
function update_derived(derived) {
	var value = execute_derived(derived);
	if (!derived.equals(value)) {
		derived.wv = increment_write_version();
		if (!current_batch?.is_fork || derived.deps === null) {
			if (current_batch !== null) {
				current_batch.capture(derived, value, true);
				previous_batch?.capture(derived, value, true);
			} else derived.v = value;
			if (derived.deps === null) {
				set_signal_status(derived, CLEAN);
				return;
			}
		}
	}
	if (is_destroying_effect) return;
	if (batch_values !== null) {
		if (effect_tracking() || current_batch?.is_fork) batch_values.set(derived, value);
	} else update_derived_status(derived);
}
/**
* @param {Derived} derived
*/
function freeze_derived_effects(derived) {
	if (derived.effects === null) return;
	for (const e of derived.effects) if (e.teardown || e.ac) {
		e.teardown?.();
		if (e.ac !== null) without_reactive_context(() => {
			/** @type {AbortController} */ e.ac.abort(STALE_REACTION);
			e.ac = null;
		});
		if (e.fn !== null) e.teardown = noop;
		remove_reactions(e, 0);
		destroy_effect_children(e);
	}
}
/**
* @param {Derived} derived
*/
function unfreeze_derived_effects(derived) {
	if (derived.effects === null) return;
	for (const e of derived.effects) if (e.teardown && e.fn !== null) update_effect(e);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
/** @import { Fork } from 'svelte' */
/** @import { Derived, Effect, Reaction, Source, Value } from '#client' */
/** @type {Batch | null} */
var first_batch = null;
/** @type {Batch | null} */
var last_batch = null;
/** @type {Batch | null} */
var current_batch = null;
/**
* This is needed to avoid overwriting inputs
* @type {Batch | null}
*/
var previous_batch = null;
/**
* When time travelling (i.e. working in one batch, while other batches
* still have ongoing work), we ignore the real values of affected
* signals in favour of their values within the batch
* @type {Map<Value, any> | null}
*/
var batch_values = null;
/** @type {Effect | null} */
var last_scheduled_effect = null;
var is_flushing_sync = false;
var is_processing = false;
/**
* During traversal, this is an array. Newly created effects are (if not immediately
* executed) pushed to this array, rather than going through the scheduling
* rigamarole that would cause another turn of the flush loop.
* @type {Effect[] | null}
*/
var collected_effects = null;
/**
* An array of effects that are marked during traversal as a result of a `set`
* (not `internal_set`) call. These will be added to the next batch and
* trigger another `batch.process()`
* @type {Effect[] | null}
* @deprecated when we get rid of legacy mode and stores, we can get rid of this
*/
var legacy_updates = null;
var flush_count = 0;
var uid = 1;
var Batch = class Batch {
	id = uid++;
	/** True as soon as `#process` was called */
	started = false;
	linked = true;
	/** @type {Batch | null} */
	prev = null;
	/** @type {Batch | null} */
	next = null;
	/** @type {Map<Effect, ReturnType<typeof deferred<any>>>} */
	async_deriveds = /* @__PURE__ */ new Map();
	/**
	* The current values of any signals that are updated in this batch.
	* Tuple format: [value, is_derived] (note: is_derived is false for deriveds, too, if they were overridden via assignment)
	* The keys of this map are identical to `this.previous`
	* @type {Map<Value, [any, boolean]>}
	*/
	current = /* @__PURE__ */ new Map();
	/**
	* The values of any signals (sources and deriveds) that are updated in this batch _before_ those updates took place.
	* The keys of this map are identical to `this.current`
	* @type {Map<Value, any>}
	*/
	previous = /* @__PURE__ */ new Map();
	/**
	* When the batch is committed (and the DOM is updated), we need to remove old branches
	* and append new ones by calling the functions added inside (if/each/key/etc) blocks
	* @type {Set<(batch: Batch) => void>}
	*/
	#commit_callbacks = /* @__PURE__ */ new Set();
	/**
	* If a fork is discarded, we need to destroy any effects that are no longer needed
	* @type {Set<(batch: Batch) => void>}
	*/
	#discard_callbacks = /* @__PURE__ */ new Set();
	/**
	* The number of async effects that are currently in flight
	*/
	#pending = 0;
	/**
	* Async effects that are currently in flight, _not_ inside a pending boundary
	* @type {Map<Effect, number>}
	*/
	#blocking_pending = /* @__PURE__ */ new Map();
	/**
	* A deferred that resolves when the batch is committed, used with `settled()`
	* TODO replace with Promise.withResolvers once supported widely enough
	* @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
	*/
	#deferred = null;
	/**
	* Effects that were scheduled in this batch but not yet 'resolved' into the
	* root effects that need to be flushed. Resolving — the upwards traversal that
	* marks the path to each effect on the shared effect tree (see #resolve) — is
	* deferred until the batch is processed, so that the markers are created and
	* consumed within a single traversal. Scheduling into other batches (which can
	* happen concurrently, e.g. while a batch is committed) can therefore never
	* observe (and be confused by) this batch's markers.
	* May contain duplicates — deduplication happens during resolving
	* @type {Effect[]}
	*/
	#scheduled = [];
	/**
	* Effects created while this batch was active.
	* @type {Effect[]}
	*/
	#new_effects = [];
	/**
	* Deferred effects (which run after async work has completed) and their status (DIRTY or MAYBE_DIRTY)
	* @type {Map<Effect, number>}
	*/
	#dirty_reactions = /* @__PURE__ */ new Map();
	/**
	* A map of branches that still exist, but will be destroyed when this batch
	* is committed — we skip over these during `process`.
	* The value contains child effects that were dirty/maybe_dirty before being reset,
	* so they can be rescheduled if the branch survives.
	* @type {Map<Effect, { d: Effect[], m: Effect[] }>}
	*/
	#skipped_branches = /* @__PURE__ */ new Map();
	/**
	* Inverse of #skipped_branches which we need to tell prior batches to unskip them when committing
	* @type {Set<Effect>}
	*/
	#unskipped_branches = /* @__PURE__ */ new Set();
	is_fork = false;
	#decrement_queued = false;
	constructor() {
		if (last_batch === null) first_batch = last_batch = this;
		else {
			last_batch.next = this;
			this.prev = last_batch;
		}
		last_batch = this;
	}
	#is_deferred() {
		if (this.is_fork) return true;
		for (const effect of this.#blocking_pending.keys()) if (!this.#is_skipped(effect)) return true;
		return false;
	}
	/**
	* Whether `effect` is inside a branch that this batch skips
	* @param {Effect} effect
	*/
	#is_skipped(effect) {
		for (var e = effect; e !== null; e = e.parent) if (this.#skipped_branches.has(e)) return true;
		return false;
	}
	/**
	* Add an effect to the #skipped_branches map and reset its children
	* @param {Effect} effect
	*/
	skip_effect(effect) {
		if (!this.#skipped_branches.has(effect)) this.#skipped_branches.set(effect, {
			d: [],
			m: []
		});
		this.#unskipped_branches.delete(effect);
	}
	/**
	* Remove an effect from the #skipped_branches map and reschedule
	* any tracked dirty/maybe_dirty child effects
	* @param {Effect} effect
	* @param {(e: Effect) => void} callback
	*/
	unskip_effect(effect, callback = (e) => this.schedule(e)) {
		var tracked = this.#skipped_branches.get(effect);
		if (tracked) {
			this.#skipped_branches.delete(effect);
			for (var e of tracked.d) {
				set_signal_status(e, DIRTY);
				callback(e);
			}
			for (e of tracked.m) {
				set_signal_status(e, MAYBE_DIRTY);
				callback(e);
			}
		}
		this.#unskipped_branches.add(effect);
	}
	/**
	* Convert the effects that were scheduled in this batch into the root effects
	* that need to be traversed, marking the path to each effect (by clearing the
	* `CLEAN` flag on ancestor branches) so that the traversal can find them.
	* This happens right before traversal rather than at scheduling time, so that
	* the markers left on the (shared) effect tree are created and consumed within
	* a single traversal — scheduling into other batches can never observe them
	* @returns {Effect[]}
	*/
	#resolve() {
		/** @type {Effect[]} */
		var roots = [];
		for (const effect of this.#scheduled) {
			if ((effect.f & 16384) !== 0 || (effect.f & 6144) === 0) continue;
			var e = effect;
			var covered = false;
			while (e.parent !== null) {
				e = e.parent;
				var flags = e.f;
				if ((flags & 96) !== 0) {
					if ((flags & 1024) === 0) {
						covered = true;
						break;
					}
					e.f ^= CLEAN;
				}
			}
			if (!covered) roots.push(e);
		}
		this.#scheduled = [];
		return roots;
	}
	#process() {
		this.started = true;
		for (const [e, status] of this.#dirty_reactions) {
			set_signal_status(e, status);
			this.schedule(e);
		}
		this.apply();
		/** @type {Effect[]} */
		var effects = collected_effects = [];
		/** @type {Effect[]} */
		var render_effects = [];
		/**
		* @type {Effect[]}
		* @deprecated when we get rid of legacy mode and stores, we can get rid of this
		*/
		var updates = legacy_updates = [];
		while (this.#scheduled.length > 0) {
			if (flush_count++ > 1e3) {
				this.#unlink();
				infinite_loop_guard();
			}
			for (const root of this.#resolve()) try {
				this.#traverse(root, effects, render_effects);
			} catch (e) {
				reset_all(root);
				if (!this.#is_deferred()) this.discard();
				throw e;
			}
		}
		current_batch = null;
		if (updates.length > 0) {
			var batch = Batch.ensure();
			for (const e of updates) batch.schedule(e);
		}
		collected_effects = null;
		legacy_updates = null;
		if (this.#is_deferred()) {
			this.#defer_effects(render_effects);
			this.#defer_effects(effects);
			for (const [e, t] of this.#skipped_branches) reset_branch(e, t);
			if (updates.length > 0)
 /** @type {Batch} */ current_batch.#process();
			return;
		}
		const earlier_batch = this.#find_earlier_batch();
		if (earlier_batch) {
			this.#defer_effects(render_effects);
			this.#defer_effects(effects);
			earlier_batch.#merge(this);
			return;
		}
		this.#dirty_reactions.clear();
		for (const fn of this.#commit_callbacks) fn(this);
		this.#commit_callbacks.clear();
		previous_batch = this;
		flush_queued_effects(render_effects);
		flush_queued_effects(effects);
		previous_batch = null;
		this.#deferred?.resolve();
		var next_batch = current_batch;
		if (this.#pending === 0 && (this.#scheduled.length === 0 || next_batch !== null)) {
			this.#unlink();
			if (async_mode_flag) {
				this.#commit();
				current_batch = next_batch;
			}
		}
		if (next_batch !== null) {
			old_values.clear();
			next_batch.#process();
		}
	}
	/**
	* Traverse the effect tree, executing effects or stashing
	* them for later execution as appropriate
	* @param {Effect} root
	* @param {Effect[]} effects
	* @param {Effect[]} render_effects
	*/
	#traverse(root, effects, render_effects) {
		root.f ^= CLEAN;
		var effect = root.first;
		while (effect !== null) {
			var flags = effect.f;
			var is_branch = (flags & 96) !== 0;
			if (!(is_branch && (flags & 1024) !== 0 || (flags & 8192) !== 0 || this.#skipped_branches.has(effect)) && effect.fn !== null) {
				if (is_branch) effect.f ^= CLEAN;
				else if ((flags & 4) !== 0) effects.push(effect);
				else if (async_mode_flag && (flags & 16777224) !== 0) render_effects.push(effect);
				else if (is_dirty(effect)) {
					if ((flags & 16) !== 0) this.add_dirty_reaction(effect, MAYBE_DIRTY);
					update_effect(effect);
				}
				var child = effect.first;
				if (child !== null) {
					effect = child;
					continue;
				}
			}
			while (effect !== null) {
				var next = effect.next;
				if (next !== null) {
					effect = next;
					break;
				}
				effect = effect.parent;
			}
		}
	}
	#find_earlier_batch() {
		for (var batch = this.prev; batch !== null; batch = batch.prev) if (!batch.is_fork && this.#intersects(batch)) return batch;
		return null;
	}
	/** @param {Batch} batch */
	#intersects(batch) {
		for (const [source, [, is_derived]] of this.current) {
			if (is_derived) continue;
			if (batch.current.has(source)) return true;
		}
		return false;
	}
	/**
	* @param {Batch} batch
	*/
	#merge(batch) {
		for (const [source, value] of batch.current) {
			if (!this.previous.has(source) && batch.previous.has(source)) this.previous.set(source, batch.previous.get(source));
			this.current.set(source, value);
		}
		for (const [effect, deferred] of batch.async_deriveds) {
			const d = this.async_deriveds.get(effect);
			if (d) deferred.promise.then(d.resolve).catch(d.reject);
		}
		batch.async_deriveds.clear();
		this.transfer_reactions(batch.#dirty_reactions);
		/**
		* mark all effects that depend on `batch.current`, except the
		* async effects that we just resolved (TODO unless they depend
		* on values in this batch that are NOT in the later batch?).
		* Through this we also will populate the correct #skipped_branches,
		* oncommit callbacks etc, so we don't need to merge them separately.
		* @param {Value} value
		*/
		const mark = (value) => {
			var reactions = value.reactions;
			if (reactions === null) return;
			if ((value.f & 2) !== 0 && (value.f & 6144) === 0) return;
			for (const reaction of reactions) {
				var flags = reaction.f;
				if ((flags & 2) !== 0) mark(reaction);
				else {
					var effect = reaction;
					if (flags & 4194320 && !this.async_deriveds.has(effect)) {
						this.#dirty_reactions.delete(effect);
						set_signal_status(effect, DIRTY);
						this.schedule(effect);
					}
				}
			}
		};
		for (const source of this.current.keys()) mark(source);
		this.oncommit(() => batch.discard());
		batch.#unlink();
		current_batch = this;
		this.#process();
	}
	/**
	* @param {Effect[]} effects
	*/
	#defer_effects(effects) {
		for (var i = 0; i < effects.length; i += 1) defer_effect(effects[i], this.#dirty_reactions);
	}
	/**
	* Associate a change to a given source with the current
	* batch, noting its previous and current values
	* @param {Value} source
	* @param {any} value
	* @param {boolean} [is_derived]
	*/
	capture(source, value, is_derived = false) {
		if (source.v !== UNINITIALIZED && !this.previous.has(source)) this.previous.set(source, source.v);
		if ((source.f & 8388608) === 0) {
			this.current.set(source, [value, is_derived]);
			batch_values?.set(source, value);
		}
		if (!this.is_fork) source.v = value;
	}
	activate() {
		current_batch = this;
	}
	deactivate() {
		current_batch = null;
		batch_values = null;
	}
	flush() {
		try {
			is_processing = true;
			current_batch = this;
			this.#process();
		} finally {
			flush_count = 0;
			last_scheduled_effect = null;
			collected_effects = null;
			legacy_updates = null;
			is_processing = false;
			current_batch = null;
			batch_values = null;
			old_values.clear();
		}
	}
	discard() {
		for (const fn of this.#discard_callbacks) fn(this);
		this.#discard_callbacks.clear();
		for (const deferred of this.async_deriveds.values()) deferred.reject(OBSOLETE);
		this.#unlink();
		this.#deferred?.resolve();
	}
	/**
	* @param {Effect} effect
	*/
	register_created_effect(effect) {
		this.#new_effects.push(effect);
	}
	#commit() {
		for (let batch = first_batch; batch !== null; batch = batch.next) {
			var is_earlier = batch.id < this.id;
			/** @type {Source[]} */
			var sources = [];
			for (const [source, [value, is_derived]] of this.current) {
				if (batch.current.has(source)) {
					var batch_value = batch.current.get(source)[0];
					if (is_earlier && value !== batch_value) batch.current.set(source, [value, is_derived]);
					else continue;
				}
				sources.push(source);
			}
			if (is_earlier) for (const [effect, deferred] of this.async_deriveds) {
				const d = batch.async_deriveds.get(effect);
				if (d) deferred.promise.then(d.resolve).catch(d.reject);
			}
			var current = [...batch.current.keys()].filter((source) => !batch.current.get(source)[1]);
			if (!batch.started || current.length === 0) continue;
			var others = current.filter((source) => !this.current.has(source));
			if (others.length === 0) {
				if (is_earlier) batch.discard();
			} else if (sources.length > 0) {
				if (is_earlier) for (const unskipped of this.#unskipped_branches) batch.unskip_effect(unskipped, (e) => {
					if ((e.f & 4194320) !== 0) batch.schedule(e);
					else batch.#defer_effects([e]);
				});
				batch.activate();
				/** @type {Set<Value>} */
				var marked = /* @__PURE__ */ new Set();
				/** @type {Map<Reaction, boolean>} */
				var checked = /* @__PURE__ */ new Map();
				for (var source of sources) mark_effects(source, others, marked, checked);
				checked = /* @__PURE__ */ new Map();
				var current_unequal = [...batch.current].filter(([c, v1]) => {
					const v2 = this.current.get(c);
					if (!v2) return true;
					return v2[0] !== v1[0] || v2[1] !== v1[1];
				}).map(([c]) => c);
				if (current_unequal.length > 0) {
					for (const effect of this.#new_effects) if ((effect.f & 155648) === 0 && depends_on(effect, current_unequal, checked)) {
						if ((effect.f & 4194320) !== 0) {
							set_signal_status(effect, DIRTY);
							batch.schedule(effect);
						} else batch.add_dirty_reaction(effect, DIRTY);
					}
				}
				if (batch.#scheduled.length > 0 && !batch.#decrement_queued) {
					batch.apply();
					for (var root of batch.#resolve()) batch.#traverse(root, [], []);
				}
				batch.deactivate();
			}
		}
	}
	/**
	* @param {boolean} blocking
	* @param {Effect} effect
	*/
	increment(blocking, effect) {
		this.#pending += 1;
		if (blocking) {
			let blocking_pending_count = this.#blocking_pending.get(effect) ?? 0;
			this.#blocking_pending.set(effect, blocking_pending_count + 1);
		}
	}
	/**
	* @param {boolean} blocking
	* @param {Effect} effect
	*/
	decrement(blocking, effect) {
		this.#pending -= 1;
		if (blocking) {
			let blocking_pending_count = this.#blocking_pending.get(effect) ?? 0;
			if (blocking_pending_count === 1) this.#blocking_pending.delete(effect);
			else this.#blocking_pending.set(effect, blocking_pending_count - 1);
		}
		if (this.#decrement_queued) return;
		this.#decrement_queued = true;
		queue_micro_task(() => {
			this.#decrement_queued = false;
			if (this.linked) this.flush();
		});
	}
	/**
	* @param {Map<Effect, number>} dirty_reactions
	*/
	transfer_reactions(dirty_reactions) {
		for (const [effect, status] of dirty_reactions) this.add_dirty_reaction(effect, status);
		dirty_reactions.clear();
	}
	/**
	* @param {Effect} effect
	* @param {number} status
	*/
	add_dirty_reaction(effect, status) {
		if (status === 2048 || this.#dirty_reactions.get(effect) !== 2048) this.#dirty_reactions.set(effect, status);
	}
	/** @param {(batch: Batch) => void} fn */
	oncommit(fn) {
		this.#commit_callbacks.add(fn);
	}
	/** @param {(batch: Batch) => void} fn */
	ondiscard(fn) {
		this.#discard_callbacks.add(fn);
	}
	settled() {
		return (this.#deferred ??= deferred()).promise;
	}
	static ensure() {
		if (current_batch === null) {
			const batch = current_batch = new Batch();
			if (!is_processing && !is_flushing_sync) queue_micro_task(() => {
				if (!batch.started) batch.flush();
			});
		}
		return current_batch;
	}
	apply() {
		if (!async_mode_flag || !this.is_fork && this.prev === null && this.next === null) {
			batch_values = null;
			return;
		}
		batch_values = /* @__PURE__ */ new Map();
		for (const [source, [value]] of this.current) batch_values.set(source, value);
		for (let batch = first_batch; batch !== null; batch = batch.next) {
			if (batch === this || batch.is_fork) continue;
			if (batch.id >= this.id || !batch.#intersects(this)) {
				for (const [source, previous] of batch.previous) if (!batch_values.has(source)) batch_values.set(source, previous);
			}
		}
	}
	/**
	*
	* @param {Effect} effect
	*/
	schedule(effect) {
		last_scheduled_effect = effect;
		if (effect.b?.is_pending && (effect.f & 16777228) !== 0 && (effect.f & 32768) === 0) {
			effect.b.defer_effect(effect);
			return;
		}
		this.#scheduled.push(effect);
	}
	#unlink() {
		if (!this.linked) return;
		var prev = this.prev;
		var next = this.next;
		if (prev === null) first_batch = next;
		else prev.next = next;
		if (next === null) last_batch = prev;
		else next.prev = prev;
		this.linked = false;
	}
};
/**
* Synchronously flush any pending updates.
* Returns void if no callback is provided, otherwise returns the result of calling the callback.
* @template [T=void]
* @param {(() => T) | undefined} [fn]
* @returns {T}
*/
function flushSync(fn) {
	var was_flushing_sync = is_flushing_sync;
	var prev_previous_batch = previous_batch;
	previous_batch = null;
	is_flushing_sync = true;
	try {
		var result;
		if (fn) {
			flushSync();
			result = fn();
		}
		while (true) {
			flush_tasks();
			if (current_batch === null) return result;
			current_batch.flush();
		}
	} finally {
		is_flushing_sync = was_flushing_sync;
		previous_batch = prev_previous_batch;
	}
}
function infinite_loop_guard() {
	try {
		effect_update_depth_exceeded();
	} catch (error) {
		invoke_error_boundary(error, last_scheduled_effect);
	}
}
/** @type {Set<Effect> | null} */
var eager_block_effects = null;
/**
* @param {Array<Effect>} effects
* @returns {void}
*/
function flush_queued_effects(effects) {
	var length = effects.length;
	if (length === 0) return;
	var i = 0;
	while (i < length) {
		var effect = effects[i++];
		if ((effect.f & 24576) === 0 && is_dirty(effect)) {
			eager_block_effects = /* @__PURE__ */ new Set();
			update_effect(effect);
			if (effect.deps === null && effect.first === null && effect.nodes === null && effect.teardown === null && effect.ac === null) unlink_effect(effect);
			if (eager_block_effects?.size > 0) {
				old_values.clear();
				for (const e of eager_block_effects) {
					if ((e.f & 24576) !== 0) continue;
					/** @type {Effect[]} */
					const ordered_effects = [e];
					let ancestor = e.parent;
					while (ancestor !== null) {
						if (eager_block_effects.has(ancestor)) {
							eager_block_effects.delete(ancestor);
							ordered_effects.push(ancestor);
						}
						ancestor = ancestor.parent;
					}
					for (let j = ordered_effects.length - 1; j >= 0; j--) {
						const e = ordered_effects[j];
						if ((e.f & 24576) !== 0) continue;
						update_effect(e);
					}
				}
				eager_block_effects.clear();
			}
		}
	}
	eager_block_effects = null;
}
/**
* This is similar to `mark_reactions`, but it only marks async/block effects
* depending on `value` and at least one of the other `sources`, so that
* these effects can re-run after another batch has been committed
* @param {Value} value
* @param {Source[]} sources
* @param {Set<Value>} marked
* @param {Map<Reaction, boolean>} checked
*/
function mark_effects(value, sources, marked, checked) {
	if (marked.has(value)) return;
	marked.add(value);
	if (value.reactions !== null) for (const reaction of value.reactions) {
		const flags = reaction.f;
		if ((flags & 2) !== 0) mark_effects(reaction, sources, marked, checked);
		else if ((flags & 4194320) !== 0 && (flags & 2048) === 0 && depends_on(reaction, sources, checked)) {
			set_signal_status(reaction, DIRTY);
			schedule_effect(reaction);
		}
	}
}
/**
* @param {Reaction} reaction
* @param {Source[]} sources
* @param {Map<Reaction, boolean>} checked
*/
function depends_on(reaction, sources, checked) {
	const depends = checked.get(reaction);
	if (depends !== void 0) return depends;
	if (reaction.deps !== null) for (const dep of reaction.deps) {
		if (includes.call(sources, dep)) return true;
		if ((dep.f & 2) !== 0 && depends_on(dep, sources, checked)) {
			checked.set(dep, true);
			return true;
		}
	}
	checked.set(reaction, false);
	return false;
}
/**
* @param {Effect} effect
* @returns {void}
*/
function schedule_effect(effect) {
	/** @type {Batch} */ current_batch.schedule(effect);
}
/**
* Mark all the effects inside a skipped branch CLEAN, so that
* they can be correctly rescheduled later. Tracks dirty and maybe_dirty
* effects so they can be rescheduled if the branch survives.
* @param {Effect} effect
* @param {{ d: Effect[], m: Effect[] }} tracked
*/
function reset_branch(effect, tracked) {
	if ((effect.f & 32) !== 0 && (effect.f & 1024) !== 0) return;
	if ((effect.f & 2048) !== 0) tracked.d.push(effect);
	else if ((effect.f & 4096) !== 0) tracked.m.push(effect);
	set_signal_status(effect, CLEAN);
	var e = effect.first;
	while (e !== null) {
		reset_branch(e, tracked);
		e = e.next;
	}
}
/**
* Mark an entire effect tree clean following an error
* @param {Effect} effect
*/
function reset_all(effect) {
	set_signal_status(effect, CLEAN);
	var e = effect.first;
	while (e !== null) {
		reset_all(e);
		e = e.next;
	}
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
/** @import { Derived, Effect, Source, Value } from '#client' */
/** @type {Set<Effect>} */
var eager_effects = /* @__PURE__ */ new Set();
/** @type {Map<Value, any>} */
var old_values = /* @__PURE__ */ new Map();
var eager_effects_deferred = false;
/**
* @template V
* @param {V} v
* @param {Error | null} [stack]
* @returns {Source<V>}
*/
function source(v, stack) {
	return {
		f: 0,
		v,
		reactions: null,
		equals,
		rv: 0,
		wv: 0
	};
}
/**
* @template V
* @param {V} v
* @param {Error | null} [stack]
*/
/*#__NO_SIDE_EFFECTS__*/
function state(v, stack) {
	const s = source(v, stack);
	push_reaction_value(s);
	return s;
}
/**
* @template V
* @param {V} initial_value
* @param {boolean} [immutable]
* @returns {Source<V>}
*/
/*#__NO_SIDE_EFFECTS__*/
function mutable_source(initial_value, immutable = false, trackable = true) {
	const s = source(initial_value);
	if (!immutable) s.equals = safe_equals;
	if (legacy_mode_flag && trackable && component_context !== null && component_context.l !== null) (component_context.l.s ??= []).push(s);
	return s;
}
/**
* @template V
* @param {Value<V>} source
* @param {V} value
* @param {boolean} [should_proxy]
* @returns {V}
*/
function set(source, value, should_proxy = false) {
	if (active_reaction !== null && (!untracking || (active_reaction.f & 131072) !== 0) && is_runes() && (active_reaction.f & 4325394) !== 0 && (current_sources === null || !current_sources.has(source))) state_unsafe_mutation();
	return internal_set(source, should_proxy ? proxy(value) : value, legacy_updates);
}
/**
* A set of signals we have already seen while traversing in mark_reactions.
* Not always set to balance the common case of sources only having a couple
* of (transitive) dependencies (where always creating a Set would be bad for perf)
* with the edge case of extremely deep or wide dependency arrays with cycles.
* @type {Set<any> | null}
*/
var seen = null;
/** Number of transitive dependencies, see {@link seen} for more info */
var count_deps = 0;
/**
* @template V
* @param {Value<V>} source
* @param {V} value
* @param {Effect[] | null} [updated_during_traversal]
* @returns {V}
*/
function internal_set(source, value, updated_during_traversal = null) {
	if (!source.equals(value)) {
		if (is_destroying_effect) old_values.set(source, value);
		else if (!old_values.has(source)) old_values.set(source, source.v);
		var batch = Batch.ensure();
		batch.capture(source, value);
		if ((source.f & 2) !== 0) {
			const derived = source;
			if ((source.f & 2048) !== 0) execute_derived(derived);
			if (batch_values === null) update_derived_status(derived);
		}
		source.wv = increment_write_version();
		seen = null;
		count_deps = 0;
		mark_reactions(source, DIRTY, updated_during_traversal);
		seen = null;
		if (is_runes() && active_effect !== null && (active_effect.f & 1024) !== 0 && (active_effect.f & 96) === 0) {
			if (untracked_writes === null) set_untracked_writes([source]);
			else untracked_writes.push(source);
		}
		if (!batch.is_fork && eager_effects.size > 0 && !eager_effects_deferred) flush_eager_effects();
	}
	return value;
}
function flush_eager_effects() {
	eager_effects_deferred = false;
	for (const effect of eager_effects) {
		if ((effect.f & 1024) !== 0) set_signal_status(effect, MAYBE_DIRTY);
		let dirty;
		try {
			dirty = is_dirty(effect);
		} catch {
			dirty = true;
		}
		if (dirty) update_effect(effect);
	}
	eager_effects.clear();
}
/**
* Silently (without using `get`) increment a source
* @param {Source<number>} source
*/
function increment(source) {
	set(source, source.v + 1);
}
/**
* @param {Value} signal
* @param {number} status should be DIRTY or MAYBE_DIRTY
* @param {Effect[] | null} updated_during_traversal
* @returns {void}
*/
function mark_reactions(signal, status, updated_during_traversal) {
	var reactions = signal.reactions;
	if (reactions === null) return;
	var runes = is_runes();
	var length = reactions.length;
	count_deps += length;
	if (count_deps > 1e5 && seen === null) seen = /* @__PURE__ */ new Set();
	if (seen !== null) {
		if (seen.has(signal)) return;
		seen.add(signal);
	}
	for (var i = 0; i < length; i++) {
		var reaction = reactions[i];
		var flags = reaction.f;
		if (!runes && reaction === active_effect) continue;
		var not_dirty = (flags & DIRTY) === 0;
		if (not_dirty) set_signal_status(reaction, status);
		if ((flags & 131072) !== 0) eager_effects.add(reaction);
		else if ((flags & 2) !== 0) {
			var derived = reaction;
			batch_values?.delete(derived);
			mark_reactions(derived, MAYBE_DIRTY, updated_during_traversal);
		} else if (not_dirty) {
			var effect = reaction;
			if ((flags & 16) !== 0 && eager_block_effects !== null) eager_block_effects.add(effect);
			if (updated_during_traversal !== null) updated_during_traversal.push(effect);
			else schedule_effect(effect);
		}
	}
}
/**
* @template T
* @param {T} value
* @returns {T}
*/
function proxy(value) {
	if (typeof value !== "object" || value === null || STATE_SYMBOL in value || COMPONENT_SYMBOL in value) return value;
	const prototype = get_prototype_of(value);
	if (prototype !== object_prototype && prototype !== array_prototype) return value;
	/** @type {Map<any, Source<any>>} */
	var sources = /* @__PURE__ */ new Map();
	var is_proxied_array = is_array(value);
	var version = /* @__PURE__ */ state(0);
	var stack = null;
	var parent_version = update_version;
	/**
	* Executes the proxy in the context of the reaction it was originally created in, if any
	* @template T
	* @param {() => T} fn
	*/
	var with_parent = (fn) => {
		if (update_version === parent_version) return fn();
		var reaction = active_reaction;
		var version = update_version;
		set_active_reaction(null);
		set_update_version(parent_version);
		var result = fn();
		set_active_reaction(reaction);
		set_update_version(version);
		return result;
	};
	if (is_proxied_array) sources.set("length", /* @__PURE__ */ state(
		/** @type {any[]} */
		value.length,
		stack
	));
	return new Proxy(value, {
		defineProperty(_, prop, descriptor) {
			if (!("value" in descriptor) || descriptor.configurable === false || descriptor.enumerable === false || descriptor.writable === false) state_descriptors_fixed();
			var s = sources.get(prop);
			if (s === void 0) with_parent(() => {
				var s = /* @__PURE__ */ state(descriptor.value, stack);
				sources.set(prop, s);
				return s;
			});
			else set(s, descriptor.value, true);
			return true;
		},
		deleteProperty(target, prop) {
			var s = sources.get(prop);
			if (s === void 0) {
				if (prop in target) {
					const s = with_parent(() => /* @__PURE__ */ state(UNINITIALIZED, stack));
					sources.set(prop, s);
					increment(version);
				}
			} else {
				set(s, UNINITIALIZED);
				increment(version);
			}
			return true;
		},
		get(target, prop, receiver) {
			if (prop === STATE_SYMBOL) return value;
			var s = sources.get(prop);
			var exists = prop in target;
			if (s === void 0 && (!exists || get_descriptor(target, prop)?.writable)) {
				s = with_parent(() => {
					return /* @__PURE__ */ state(proxy(exists ? target[prop] : UNINITIALIZED), stack);
				});
				sources.set(prop, s);
			}
			if (s !== void 0) {
				var v = get$1(s);
				return v === UNINITIALIZED ? void 0 : v;
			}
			return Reflect.get(target, prop, receiver);
		},
		getOwnPropertyDescriptor(target, prop) {
			this.has?.(target, prop);
			var descriptor = Reflect.getOwnPropertyDescriptor(target, prop);
			var s = sources.get(prop);
			if (s !== void 0) {
				var value = get$1(s);
				if (value === UNINITIALIZED) return;
				if (descriptor && "value" in descriptor) descriptor.value = value;
				else return {
					enumerable: true,
					configurable: true,
					value,
					writable: true
				};
			}
			return descriptor;
		},
		has(target, prop) {
			if (prop === STATE_SYMBOL) return true;
			var s = sources.get(prop);
			var has = s !== void 0 && s.v !== UNINITIALIZED || Reflect.has(target, prop);
			if (s !== void 0 || (active_effect !== null || active_reaction !== null) && (!has || get_descriptor(target, prop)?.writable)) {
				if (s === void 0) {
					s = with_parent(() => {
						return /* @__PURE__ */ state(has ? proxy(target[prop]) : UNINITIALIZED, stack);
					});
					sources.set(prop, s);
				}
				if (get$1(s) === UNINITIALIZED) return false;
			}
			return has;
		},
		set(target, prop, value, receiver) {
			var s = sources.get(prop);
			var has = prop in target;
			if (is_proxied_array && prop === "length") for (var i = value; i < s.v; i += 1) {
				var other_s = sources.get(i + "");
				if (other_s !== void 0) set(other_s, UNINITIALIZED);
				else if (i in target) {
					other_s = with_parent(() => /* @__PURE__ */ state(UNINITIALIZED, stack));
					sources.set(i + "", other_s);
				}
			}
			if (s === void 0) {
				if (!has || get_descriptor(target, prop)?.writable) {
					s = with_parent(() => /* @__PURE__ */ state(void 0, stack));
					set(s, proxy(value));
					sources.set(prop, s);
				}
			} else {
				has = s.v !== UNINITIALIZED;
				var p = with_parent(() => proxy(value));
				set(s, p);
			}
			var descriptor = Reflect.getOwnPropertyDescriptor(target, prop);
			if (descriptor?.set) descriptor.set.call(receiver, value);
			if (!has) {
				if (is_proxied_array && typeof prop === "string") {
					var ls = sources.get("length");
					var n = Number(prop);
					if (Number.isInteger(n) && n >= ls.v) set(ls, n + 1);
				}
				increment(version);
			}
			return true;
		},
		ownKeys(target) {
			get$1(version);
			var own_keys = Reflect.ownKeys(target).filter((key) => {
				var source = sources.get(key);
				return source === void 0 || source.v !== UNINITIALIZED;
			});
			for (var [key, source] of sources) if (source.v !== UNINITIALIZED && !(key in target)) own_keys.push(key);
			return own_keys;
		},
		setPrototypeOf() {
			state_prototype_fixed();
		}
	});
}
/**
* @param {any} value
*/
function get_proxied_value(value) {
	try {
		if (value !== null && typeof value === "object" && STATE_SYMBOL in value) return value[STATE_SYMBOL];
	} catch {}
	return value;
}
/**
* @param {any} a
* @param {any} b
*/
function is(a, b) {
	return Object.is(get_proxied_value(a), get_proxied_value(b));
}
// node_modules/svelte/src/internal/client/dom/operations.js
/** @import { Effect, TemplateNode } from '#client' */
/** @type {Window} */
var $window;
/** @type {Document} */
var $document;
/** @type {boolean} */
var is_firefox;
/** @type {() => Node | null} */
var first_child_getter;
/** @type {() => Node | null} */
var next_sibling_getter;
/**
* Initialize these lazily to avoid issues when using the runtime in a server context
* where these globals are not available while avoiding a separate server entry point
*/
function init_operations() {
	if ($window !== void 0) return;
	$window = window;
	$document = document;
	is_firefox = /Firefox/.test(navigator.userAgent);
	var element_prototype = Element.prototype;
	var node_prototype = Node.prototype;
	var text_prototype = Text.prototype;
	first_child_getter = get_descriptor(node_prototype, "firstChild").get;
	next_sibling_getter = get_descriptor(node_prototype, "nextSibling").get;
	if (is_extensible(element_prototype)) {
		/** @type {any} */ element_prototype[CLASS_CACHE] = void 0;
		/** @type {any} */ element_prototype[ATTRIBUTES_CACHE] = null;
		/** @type {any} */ element_prototype[STYLE_CACHE] = void 0;
		element_prototype.__e = void 0;
	}
	if (is_extensible(text_prototype))
 /** @type {any} */ text_prototype[TEXT_CACHE] = void 0;
}
/**
* @param {string} value
* @returns {Text}
*/
function create_text(value = "") {
	return document.createTextNode(value);
}
/**
* @template {Node} N
* @param {N} node
*/
/*@__NO_SIDE_EFFECTS__*/
function get_first_child(node) {
	return first_child_getter.call(node);
}
/**
* @template {Node} N
* @param {N} node
*/
/*@__NO_SIDE_EFFECTS__*/
function get_next_sibling(node) {
	return next_sibling_getter.call(node);
}
/**
* Don't mark this as side-effect-free, hydration needs to walk all nodes
* @template {Node} N
* @param {N} node
* @param {boolean} is_text
* @returns {TemplateNode | null}
*/
function child(node, is_text) {
	if (!hydrating) return /* @__PURE__ */ get_first_child(node);
	var child = /* @__PURE__ */ get_first_child(hydrate_node);
	if (child === null) child = hydrate_node.appendChild(create_text());
	else if (is_text && child.nodeType !== 3) {
		var text = create_text();
		child?.before(text);
		set_hydrate_node(text);
		return text;
	}
	if (is_text) merge_text_nodes(child);
	set_hydrate_node(child);
	return child;
}
/**
* Don't mark this as side-effect-free, hydration needs to walk all nodes
* @param {TemplateNode} node
* @param {boolean} [is_text]
* @returns {TemplateNode | null}
*/
function first_child(node, is_text = false) {
	if (!hydrating) {
		var first = /* @__PURE__ */ get_first_child(node);
		if (first instanceof Comment && first.data === "") return /* @__PURE__ */ get_next_sibling(first);
		return first;
	}
	if (is_text) {
		if (hydrate_node?.nodeType !== 3) {
			var text = create_text();
			hydrate_node?.before(text);
			set_hydrate_node(text);
			return text;
		}
		merge_text_nodes(hydrate_node);
	}
	return hydrate_node;
}
/**
* `child`, for the very common case of an element with exactly one child. Resetting the
* hydration cursor is part of the same step, so the compiler doesn't have to emit a
* separate `reset` call for every `<p>{text}</p>` in an app.
* Don't mark this as side-effect-free, hydration needs to walk all nodes
* @param {TemplateNode} node
* @param {boolean} [is_text]
* @returns {TemplateNode | null}
*/
function only_child(node, is_text = false) {
	if (!hydrating) return /* @__PURE__ */ get_first_child(node);
	var first = child(node, is_text);
	reset(node);
	return first;
}
/**
* Don't mark this as side-effect-free, hydration needs to walk all nodes
* @param {TemplateNode} node
* @param {number} count
* @param {boolean} is_text
* @returns {TemplateNode | null}
*/
function sibling(node, count = 1, is_text = false) {
	let next_sibling = hydrating ? hydrate_node : node;
	var last_sibling;
	while (count--) {
		last_sibling = next_sibling;
		next_sibling = /* @__PURE__ */ get_next_sibling(next_sibling);
	}
	if (!hydrating) return next_sibling;
	if (is_text) {
		if (next_sibling?.nodeType !== 3) {
			var text = create_text();
			if (next_sibling === null) last_sibling?.after(text);
			else next_sibling.before(text);
			set_hydrate_node(text);
			return text;
		}
		merge_text_nodes(next_sibling);
	}
	set_hydrate_node(next_sibling);
	return next_sibling;
}
/**
* @template {Node} N
* @param {N} node
* @returns {void}
*/
function clear_text_content(node) {
	node.textContent = "";
}
/**
* Returns `true` if we're updating the current block, for example `condition` in
* an `{#if condition}` block just changed. In this case, the branch should be
* appended (or removed) at the same time as other updates within the
* current `<svelte:boundary>`
*/
function should_defer_append() {
	if (!async_mode_flag) return false;
	if (eager_block_effects !== null) return false;
	return (active_effect.f & REACTION_RAN) !== 0;
}
/**
* Branching here is intentional and load-bearing for perf. `createElement(tag)`
* hits a fast path in Blink that `createElementNS(NAMESPACE_HTML, tag)` doesn't,
* and passing an explicit `undefined` as the trailing options arg measurably
* slows both APIs. Funnelling every case through a single `createElementNS(ns,
* tag, options)` call would be smaller but slower on the HTML path.
*
* @template {keyof HTMLElementTagNameMap | string} T
* @param {T} tag
* @param {string} [namespace]
* @param {string} [is]
* @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element}
*/
function create_element(tag, namespace, is) {
	if (namespace == null || namespace === "http://www.w3.org/1999/xhtml") return is ? document.createElement(tag, { is }) : document.createElement(tag);
	return is ? document.createElementNS(namespace, tag, { is }) : document.createElementNS(namespace, tag);
}
/**
* Browsers split text nodes larger than 65536 bytes when parsing.
* For hydration to succeed, we need to stitch them back together
* @param {Text} text
*/
function merge_text_nodes(text) {
	if (text.nodeValue.length < 65536) return;
	let next = text.nextSibling;
	while (next !== null && next.nodeType === 3) {
		next.remove();
		/** @type {string} */ text.nodeValue += next.nodeValue;
		next = text.nextSibling;
	}
}
/**
* @param {unknown} error
*/
function handle_error(error) {
	var effect = active_effect;
	if (effect === null) {
		/** @type {Derived} */ active_reaction.f |= ERROR_VALUE;
		return error;
	}
	if ((effect.f & 32768) === 0 && (effect.f & 4) === 0) throw error;
	invoke_error_boundary(error, effect);
}
/**
* @param {unknown} error
* @param {Effect | null} effect
*/
function invoke_error_boundary(error, effect) {
	if (error === HYDRATION_ERROR) throw error;
	if (effect !== null && (effect.f & 16384) !== 0) return;
	while (effect !== null) {
		if ((effect.f & 128) !== 0 && (effect.f & 33570816) === 0) {
			if ((effect.f & 32768) === 0) throw error;
			try {
				/** @type {Boundary} */ effect.b.error(error);
				return;
			} catch (e) {
				error = e;
			}
		}
		effect = effect.parent;
	}
	throw error;
}
// node_modules/svelte/src/internal/client/reactivity/effects.js
/** @import { Blocker, ComponentContext, ComponentContextLegacy, Derived, Effect, TemplateNode, TransitionManager } from '#client' */
/**
* @param {'$effect' | '$effect.pre' | '$inspect'} rune
*/
function validate_effect(rune) {
	if (active_effect === null) {
		if (active_reaction === null) effect_orphan(rune);
		effect_in_unowned_derived();
	}
	if (is_destroying_effect) effect_in_teardown(rune);
}
/**
* @param {Effect} effect
* @param {Effect} parent_effect
*/
function push_effect(effect, parent_effect) {
	var parent_last = parent_effect.last;
	if (parent_last === null) parent_effect.last = parent_effect.first = effect;
	else {
		parent_last.next = effect;
		effect.prev = parent_last;
		parent_effect.last = effect;
	}
}
/**
* @param {number} type
* @param {null | (() => void | (() => void))} fn
* @returns {Effect}
*/
function create_effect(type, fn) {
	var parent = active_effect;
	if (parent !== null && (parent.f & 8192) !== 0) type |= INERT;
	/** @type {Effect} */
	var effect = {
		ctx: component_context,
		deps: null,
		nodes: null,
		f: type | DIRTY | 512,
		first: null,
		fn,
		last: null,
		next: null,
		parent,
		b: parent && parent.b,
		prev: null,
		teardown: null,
		wv: 0,
		ac: null
	};
	current_batch?.register_created_effect(effect);
	/** @type {Effect | null} */
	var e = effect;
	if ((type & 4) !== 0) {
		if (collected_effects !== null) collected_effects.push(effect);
		else Batch.ensure().schedule(effect);
	} else if (fn !== null) {
		try {
			update_effect(effect);
		} catch (e) {
			destroy_effect(effect);
			throw e;
		}
		if (e.deps === null && e.teardown === null && e.nodes === null && e.first === e.last && (e.f & 524288) === 0) {
			e = e.first;
			if ((type & 16) !== 0 && (type & 65536) !== 0 && e !== null) e.f |= EFFECT_TRANSPARENT;
		}
	}
	if (e !== null) {
		e.parent = parent;
		if (parent !== null) push_effect(e, parent);
		if (active_reaction !== null && (active_reaction.f & 2) !== 0 && (type & 64) === 0) {
			var derived = active_reaction;
			(derived.effects ??= []).push(e);
		}
	}
	return effect;
}
/**
* Internal representation of `$effect.tracking()`
* @returns {boolean}
*/
function effect_tracking() {
	return active_reaction !== null && !untracking;
}
/**
* @param {() => void} fn
*/
function teardown(fn) {
	const effect = create_effect(8, null);
	set_signal_status(effect, CLEAN);
	effect.teardown = fn;
	return effect;
}
/**
* Internal representation of `$effect(...)`
* @param {() => void | (() => void)} fn
*/
function user_effect(fn) {
	validate_effect("$effect");
	var flags = active_effect.f;
	if (!active_reaction && (flags & 32) !== 0 && component_context !== null && !component_context.i) {
		var context = component_context;
		(context.e ??= []).push(fn);
	} else return create_user_effect(fn);
}
/**
* @param {() => void | (() => void)} fn
*/
function create_user_effect(fn) {
	return create_effect(4 | USER_EFFECT, fn);
}
/**
* Internal representation of `$effect.pre(...)`
* @param {() => void | (() => void)} fn
* @returns {Effect}
*/
function user_pre_effect(fn) {
	validate_effect("$effect.pre");
	return create_effect(8 | USER_EFFECT, fn);
}
/**
* An effect root whose children can transition out
* @param {() => void} fn
* @returns {(options?: { outro?: boolean }) => Promise<void>}
*/
function component_root(fn) {
	Batch.ensure();
	const effect = create_effect(64 | EFFECT_PRESERVED, fn);
	return (options = {}) => {
		return new Promise((fulfil) => {
			if (options.outro) pause_effect(effect, () => {
				destroy_effect(effect);
				fulfil(void 0);
			});
			else {
				destroy_effect(effect);
				fulfil(void 0);
			}
		});
	};
}
/**
* @param {() => void | (() => void)} fn
* @returns {Effect}
*/
function effect(fn) {
	return create_effect(4, fn);
}
/**
* @param {() => void | (() => void)} fn
* @returns {Effect}
*/
function async_effect(fn) {
	return create_effect(ASYNC | EFFECT_PRESERVED, fn);
}
/**
* @param {() => void | (() => void)} fn
* @returns {Effect}
*/
function render_effect(fn, flags = 0) {
	return create_effect(8 | flags, fn);
}
/**
* @param {(...expressions: any) => void | (() => void)} fn
* @param {Array<() => any>} sync
* @param {Array<() => Promise<any>>} async
* @param {Blocker[]} blockers
*/
function template_effect(fn, sync = [], async = [], blockers = []) {
	flatten(blockers, sync, async, (values) => {
		create_effect(8, () => {
			fn(...values.map(get$1));
		});
	});
}
/**
* Like `template_effect`, but with an effect which is deferred until the batch commits
* @param {(...expressions: any) => void | (() => void)} fn
* @param {Array<() => any>} sync
* @param {Array<() => Promise<any>>} async
* @param {Blocker[]} blockers
*/
function deferred_template_effect(fn, sync = [], async = [], blockers = []) {
	flatten(blockers, sync, async, (values) => {
		create_effect(4, () => fn(...values.map(get$1)));
	});
}
/**
* @param {(() => void)} fn
* @param {number} flags
*/
function block(fn, flags = 0) {
	return create_effect(16 | flags, fn);
}
/**
* @param {(() => void)} fn
* @param {number} flags
*/
function managed(fn, flags = 0) {
	return create_effect(MANAGED_EFFECT | flags, fn);
}
/**
* @param {(() => void)} fn
*/
function branch(fn) {
	return create_effect(32 | EFFECT_PRESERVED, fn);
}
/**
* @param {Effect} effect
*/
function execute_effect_teardown(effect) {
	var teardown = effect.teardown;
	if (teardown !== null) {
		const previously_destroying_effect = is_destroying_effect;
		const previous_reaction = active_reaction;
		set_is_destroying_effect(true);
		set_active_reaction(null);
		try {
			teardown.call(null);
		} catch (error) {
			invoke_error_boundary(error, effect.parent);
		} finally {
			set_is_destroying_effect(previously_destroying_effect);
			set_active_reaction(previous_reaction);
		}
	}
}
/**
* @param {Effect} signal
* @param {boolean} remove_dom
* @returns {void}
*/
function destroy_effect_children(signal, remove_dom = false) {
	var effect = signal.first;
	signal.first = signal.last = null;
	while (effect !== null) {
		const controller = effect.ac;
		if (controller !== null) without_reactive_context(() => {
			controller.abort(STALE_REACTION);
		});
		var next = effect.next;
		if ((effect.f & 64) !== 0) effect.parent = null;
		else destroy_effect(effect, remove_dom);
		effect = next;
	}
}
/**
* @param {Effect} signal
* @returns {void}
*/
function destroy_block_effect_children(signal) {
	var effect = signal.first;
	while (effect !== null) {
		var next = effect.next;
		if ((effect.f & 32) === 0) destroy_effect(effect);
		effect = next;
	}
}
/**
* @param {Effect} effect
* @param {boolean} [remove_dom]
* @returns {void}
*/
function destroy_effect(effect, remove_dom = true) {
	var removed = false;
	if ((remove_dom || (effect.f & 262144) !== 0) && effect.nodes !== null && effect.nodes.end !== null) {
		remove_effect_dom(effect.nodes.start, effect.nodes.end);
		removed = true;
	}
	effect.f |= DESTROYING;
	destroy_effect_children(effect, remove_dom && !removed);
	remove_reactions(effect, 0);
	var transitions = effect.nodes && effect.nodes.t;
	if (transitions !== null) for (const transition of transitions) transition.stop();
	execute_effect_teardown(effect);
	effect.f ^= DESTROYING;
	effect.f |= DESTROYED;
	var parent = effect.parent;
	if (parent !== null && parent.first !== null) unlink_effect(effect);
	effect.next = effect.prev = effect.teardown = effect.ctx = effect.deps = effect.fn = effect.nodes = effect.ac = effect.b = null;
}
/**
*
* @param {TemplateNode | null} node
* @param {TemplateNode} end
*/
function remove_effect_dom(node, end) {
	while (node !== null) {
		/** @type {TemplateNode | null} */
		var next = node === end ? null : /* @__PURE__ */ get_next_sibling(node);
		node.remove();
		node = next;
	}
}
/**
* Detach an effect from the effect tree, freeing up memory and
* reducing the amount of work that happens on subsequent traversals
* @param {Effect} effect
*/
function unlink_effect(effect) {
	var parent = effect.parent;
	var prev = effect.prev;
	var next = effect.next;
	if (prev !== null) prev.next = next;
	if (next !== null) next.prev = prev;
	if (parent !== null) {
		if (parent.first === effect) parent.first = next;
		if (parent.last === effect) parent.last = prev;
	}
}
/**
* When a block effect is removed, we don't immediately destroy it or yank it
* out of the DOM, because it might have transitions. Instead, we 'pause' it.
* It stays around (in memory, and in the DOM) until outro transitions have
* completed, and if the state change is reversed then we _resume_ it.
* A paused effect does not update, and the DOM subtree becomes inert.
* @param {Effect} effect
* @param {() => void} [callback]
* @param {boolean} [destroy]
*/
function pause_effect(effect, callback, destroy = true) {
	/** @type {TransitionManager[]} */
	var transitions = [];
	effect.f |= 256;
	pause_children(effect, transitions, true);
	var fn = () => {
		if (destroy) destroy_effect(effect);
		if (callback) callback();
	};
	var remaining = transitions.length;
	if (remaining > 0) {
		var check = () => --remaining || fn();
		for (var transition of transitions) transition.out(check);
	} else fn();
}
/**
* @param {Effect} effect
* @param {TransitionManager[]} transitions
* @param {boolean} local
*/
function pause_children(effect, transitions, local) {
	if ((effect.f & 8192) !== 0) return;
	effect.f ^= INERT;
	var t = effect.nodes && effect.nodes.t;
	if (t !== null) {
		for (const transition of t) if (transition.is_global || local) transitions.push(transition);
	}
	var child = effect.first;
	while (child !== null) {
		var sibling = child.next;
		if ((child.f & 64) === 0) {
			var transparent = (child.f & 65536) !== 0 || (child.f & 32) !== 0 && (effect.f & 16) !== 0;
			pause_children(child, transitions, transparent ? local : false);
		}
		child = sibling;
	}
}
/**
* The opposite of `pause_effect`. We call this if (for example)
* `x` becomes falsy then truthy: `{#if x}...{/if}`
* @param {Effect} effect
*/
function resume_effect(effect) {
	effect.f &= -257;
	resume_children(effect, true);
}
/**
* @param {Effect} effect
* @param {boolean} local
*/
function resume_children(effect, local) {
	if ((effect.f & 256) !== 0) return;
	if ((effect.f & 8192) === 0) return;
	effect.f ^= INERT;
	if ((effect.f & 1024) === 0) {
		set_signal_status(effect, DIRTY);
		Batch.ensure().schedule(effect);
	}
	var child = effect.first;
	while (child !== null) {
		var sibling = child.next;
		var transparent = (child.f & 65536) !== 0 || (child.f & 32) !== 0;
		resume_children(child, transparent ? local : false);
		child = sibling;
	}
	var t = effect.nodes && effect.nodes.t;
	if (t !== null) {
		for (const transition of t) if (transition.is_global || local) transition.in();
	}
}
/**
* @param {Effect} effect
* @param {DocumentFragment} fragment
*/
function move_effect(effect, fragment) {
	if (!effect.nodes) return;
	/** @type {TemplateNode | null} */
	var node = effect.nodes.start;
	var end = effect.nodes.end;
	while (node !== null) {
		/** @type {TemplateNode | null} */
		var next = node === end ? null : /* @__PURE__ */ get_next_sibling(node);
		fragment.append(node);
		node = next;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
/**
* @type {Set<Value> | null}
* @deprecated
*/
var captured_signals = null;
// node_modules/svelte/src/internal/client/runtime.js
/** @import { Derived, Effect, Reaction, Source, Value } from '#client' */
var is_destroying_effect = false;
/** @param {boolean} value */
function set_is_destroying_effect(value) {
	is_destroying_effect = value;
}
/** @type {null | Reaction} */
var active_reaction = null;
var untracking = false;
/** @param {null | Reaction} reaction */
function set_active_reaction(reaction) {
	active_reaction = reaction;
}
/** @type {null | Effect} */
var active_effect = null;
/** @param {null | Effect} effect */
function set_active_effect(effect) {
	active_effect = effect;
}
/**
* When sources are created within a reaction, reading and writing
* them within that reaction should not cause a re-run
* @type {null | Set<Value>}
*/
var current_sources = null;
/** @param {Value} value */
function push_reaction_value(value) {
	if (active_reaction !== null && (!async_mode_flag && (active_reaction.f & 2097152) !== 0 || (active_reaction.f & 2) !== 0)) (current_sources ??= /* @__PURE__ */ new Set()).add(value);
}
/**
* The dependencies of the reaction that is currently being executed. In many cases,
* the dependencies are unchanged between runs, and so this will be `null` unless
* and until a new dependency is accessed — we track this via `skipped_deps`
* @type {null | Value[]}
*/
var new_deps = null;
var skipped_deps = 0;
/**
* Tracks writes that the effect it's executed in doesn't listen to yet,
* so that the dependency can be added to the effect later on if it then reads it
* @type {null | Value[]}
*/
var untracked_writes = null;
/** @param {null | Value[]} value */
function set_untracked_writes(value) {
	untracked_writes = value;
}
/**
* @type {number} Used by sources and deriveds for handling updates.
* Version starts from 1 so that unowned deriveds differentiate between a created effect and a run one for tracing
**/
var write_version = 1;
/** @type {number} Used to version each read of a source of derived to avoid duplicating dependencies inside a reaction */
var read_version = 0;
var update_version = read_version;
/** @param {number} value */
function set_update_version(value) {
	update_version = value;
}
function increment_write_version() {
	return ++write_version;
}
/**
* Determines whether a derived or effect is dirty.
* If it is MAYBE_DIRTY, will set the status to CLEAN
* @param {Reaction} reaction
* @returns {boolean}
*/
function is_dirty(reaction) {
	var flags = reaction.f;
	if ((flags & 2048) !== 0) return true;
	if ((flags & 4096) !== 0) {
		var dependencies = reaction.deps;
		var length = dependencies.length;
		for (var i = 0; i < length; i++) {
			var dependency = dependencies[i];
			if (is_dirty(dependency)) update_derived(dependency);
			if (dependency.wv > reaction.wv) return true;
		}
		if ((flags & 512) !== 0 && batch_values === null) set_signal_status(reaction, CLEAN);
	}
	return false;
}
/**
* @param {Value} signal
* @param {Effect} effect
* @param {boolean} [root]
*/
function schedule_possible_effect_self_invalidation(signal, effect, root = true) {
	var reactions = signal.reactions;
	if (reactions === null) return;
	if (!async_mode_flag && current_sources !== null && current_sources.has(signal)) return;
	for (var i = 0; i < reactions.length; i++) {
		var reaction = reactions[i];
		if ((reaction.f & 2) !== 0) schedule_possible_effect_self_invalidation(reaction, effect, false);
		else if (effect === reaction) {
			if (root) set_signal_status(reaction, DIRTY);
			else if ((reaction.f & 1024) !== 0) set_signal_status(reaction, MAYBE_DIRTY);
			schedule_effect(reaction);
		}
	}
}
/** @param {Reaction} reaction */
function update_reaction(reaction) {
	var previous_deps = new_deps;
	var previous_skipped_deps = skipped_deps;
	var previous_untracked_writes = untracked_writes;
	var previous_reaction = active_reaction;
	var previous_sources = current_sources;
	var previous_component_context = component_context;
	var previous_untracking = untracking;
	var previous_update_version = update_version;
	var flags = reaction.f;
	new_deps = null;
	skipped_deps = 0;
	untracked_writes = null;
	active_reaction = (flags & 96) === 0 ? reaction : null;
	current_sources = null;
	set_component_context(reaction.ctx);
	untracking = false;
	update_version = ++read_version;
	if (reaction.ac !== null) {
		without_reactive_context(() => {
			/** @type {AbortController} */ reaction.ac.abort(STALE_REACTION);
		});
		reaction.ac = null;
	}
	try {
		reaction.f |= REACTION_IS_UPDATING;
		var fn = reaction.fn;
		var result = fn();
		reaction.f |= REACTION_RAN;
		var deps = update_dependencies(reaction);
		if (is_runes() && untracked_writes !== null && !untracking && deps !== null && (reaction.f & 6146) === 0) for (var i = 0; i < untracked_writes.length; i++) schedule_possible_effect_self_invalidation(untracked_writes[i], reaction);
		if (previous_reaction !== null && previous_reaction !== reaction) {
			read_version++;
			if (previous_reaction.deps !== null) for (let i = 0; i < previous_skipped_deps; i += 1) previous_reaction.deps[i].rv = read_version;
			if (previous_deps !== null) for (const dep of previous_deps) dep.rv = read_version;
			if (untracked_writes !== null) {
				if (previous_untracked_writes === null) previous_untracked_writes = untracked_writes;
				else previous_untracked_writes.push(...untracked_writes);
			}
		}
		if ((reaction.f & 8388608) !== 0) reaction.f ^= ERROR_VALUE;
		return result;
	} catch (error) {
		update_dependencies(reaction);
		return handle_error(error);
	} finally {
		reaction.f ^= REACTION_IS_UPDATING;
		new_deps = previous_deps;
		skipped_deps = previous_skipped_deps;
		untracked_writes = previous_untracked_writes;
		active_reaction = previous_reaction;
		current_sources = previous_sources;
		set_component_context(previous_component_context);
		untracking = previous_untracking;
		update_version = previous_update_version;
	}
}
/**
* @param {Reaction} reaction
*/
function update_dependencies(reaction) {
	var deps = reaction.deps;
	var is_fork = current_batch?.is_fork;
	if (new_deps !== null) {
		var i;
		if (!is_fork) remove_reactions(reaction, skipped_deps);
		if (deps !== null && skipped_deps > 0) {
			deps.length = skipped_deps + new_deps.length;
			for (i = 0; i < new_deps.length; i++) deps[skipped_deps + i] = new_deps[i];
		} else reaction.deps = deps = new_deps;
		if (effect_tracking() && (reaction.f & 512) !== 0) for (i = skipped_deps; i < deps.length; i++) (deps[i].reactions ??= []).push(reaction);
	} else if (!is_fork && deps !== null && skipped_deps < deps.length) {
		remove_reactions(reaction, skipped_deps);
		deps.length = skipped_deps;
	}
	return deps;
}
/**
* @template V
* @param {Reaction} signal
* @param {Value<V>} dependency
* @returns {void}
*/
function remove_reaction(signal, dependency) {
	let reactions = dependency.reactions;
	if (reactions !== null) {
		var index = index_of.call(reactions, signal);
		if (index !== -1) {
			var new_length = reactions.length - 1;
			if (new_length === 0) reactions = dependency.reactions = null;
			else {
				reactions[index] = reactions[new_length];
				reactions.pop();
			}
		}
	}
	if (reactions === null && (dependency.f & 2) !== 0 && (new_deps === null || !includes.call(new_deps, dependency))) {
		var derived = dependency;
		if ((derived.f & 512) !== 0) derived.f ^= 512;
		if (derived.v !== UNINITIALIZED) update_derived_status(derived);
		if (derived.ac !== null) without_reactive_context(() => {
			/** @type {AbortController} */ derived.ac.abort(STALE_REACTION);
			derived.ac = null;
			set_signal_status(derived, DIRTY);
		});
		freeze_derived_effects(derived);
		remove_reactions(derived, 0);
	}
}
/**
* @param {Reaction} signal
* @param {number} start_index
* @returns {void}
*/
function remove_reactions(signal, start_index) {
	var dependencies = signal.deps;
	if (dependencies === null) return;
	for (var i = start_index; i < dependencies.length; i++) remove_reaction(signal, dependencies[i]);
}
/**
* @param {Effect} effect
* @returns {void}
*/
function update_effect(effect) {
	var flags = effect.f;
	if ((flags & 16384) !== 0) return;
	set_signal_status(effect, CLEAN);
	var previous_effect = active_effect;
	active_effect = effect;
	try {
		if ((flags & 16777232) !== 0) destroy_block_effect_children(effect);
		else destroy_effect_children(effect);
		execute_effect_teardown(effect);
		var teardown = update_reaction(effect);
		effect.teardown = typeof teardown === "function" ? teardown : null;
		effect.wv = write_version;
	} finally {
		active_effect = previous_effect;
	}
}
/**
* Returns a promise that resolves once any pending state changes have been applied.
* @returns {Promise<void>}
*/
async function tick() {
	if (async_mode_flag) return new Promise((f) => {
		requestAnimationFrame(() => f());
		setTimeout(() => f());
	});
	await Promise.resolve();
	flushSync();
}
/**
* @template V
* @param {Value<V>} signal
* @returns {V}
*/
function get$1(signal) {
	var is_derived = (signal.f & 2) !== 0;
	captured_signals?.add(signal);
	if (active_reaction !== null && !untracking) {
		if (!(active_effect !== null && (active_effect.f & 16384) !== 0) && (current_sources === null || !current_sources.has(signal))) {
			var deps = active_reaction.deps;
			if ((active_reaction.f & 2097152) !== 0) {
				if (signal.rv < read_version) {
					signal.rv = read_version;
					if (new_deps === null && deps !== null && deps[skipped_deps] === signal) skipped_deps++;
					else if (new_deps === null) new_deps = [signal];
					else new_deps.push(signal);
				}
			} else {
				active_reaction.deps ??= [];
				if (!includes.call(active_reaction.deps, signal)) active_reaction.deps.push(signal);
				var reactions = signal.reactions;
				if (reactions === null) signal.reactions = [active_reaction];
				else if (!includes.call(reactions, active_reaction)) reactions.push(active_reaction);
			}
		}
	}
	if (is_destroying_effect && old_values.has(signal)) return old_values.get(signal);
	if (is_derived) {
		var derived = signal;
		if (is_destroying_effect) {
			var value = derived.v;
			if ((derived.f & 1024) === 0 && derived.reactions !== null || depends_on_old_values(derived)) value = execute_derived(derived);
			old_values.set(derived, value);
			return value;
		}
		var should_connect = (derived.f & 512) === 0 && !untracking && active_reaction !== null && (active_reaction.f & 512) !== 0;
		var is_new = (derived.f & REACTION_RAN) === 0;
		if (is_dirty(derived)) {
			if (should_connect) derived.f |= 512;
			update_derived(derived);
		}
		if (should_connect && !is_new) {
			unfreeze_derived_effects(derived);
			reconnect(derived);
		}
	}
	if (batch_values?.has(signal)) return batch_values.get(signal);
	if ((signal.f & 8388608) !== 0) throw signal.v;
	return signal.v;
}
/**
* (Re)connect a disconnected derived, so that it is notified
* of changes in `mark_reactions`
* @param {Derived} derived
*/
function reconnect(derived) {
	derived.f |= 512;
	if (derived.deps === null) return;
	for (const dep of derived.deps) {
		var reactions = dep.reactions;
		if (reactions === null) dep.reactions = [derived];
		else if (!includes.call(reactions, derived)) reactions.push(derived);
		if ((dep.f & 2) !== 0 && (dep.f & 512) === 0) {
			unfreeze_derived_effects(dep);
			reconnect(dep);
		}
	}
}
/** @param {Derived} derived */
function depends_on_old_values(derived) {
	if (derived.v === UNINITIALIZED) return true;
	if (derived.deps === null) return false;
	for (const dep of derived.deps) {
		if (old_values.has(dep)) return true;
		if ((dep.f & 2) !== 0 && depends_on_old_values(dep)) return true;
	}
	return false;
}
/**
* When used inside a [`$derived`](https://svelte.dev/docs/svelte/$derived) or [`$effect`](https://svelte.dev/docs/svelte/$effect),
* any state read inside `fn` will not be treated as a dependency.
*
* ```ts
* $effect(() => {
*   // this will run when `data` changes, but not when `time` changes
*   save(data, {
*     timestamp: untrack(() => time)
*   });
* });
* ```
* @template T
* @param {() => T} fn
* @returns {T}
*/
function untrack(fn) {
	var previous_untracking = untracking;
	try {
		untracking = true;
		return fn();
	} finally {
		untracking = previous_untracking;
	}
}
/**
* Possibly traverse an object and read all its properties so that they're all reactive in case this is `$state`.
* Does only check first level of an object for performance reasons (heuristic should be good for 99% of all cases).
* @param {any} value
* @returns {void}
*/
function deep_read_state(value) {
	if (typeof value !== "object" || !value || value instanceof EventTarget) return;
	if (STATE_SYMBOL in value) deep_read(value);
	else if (!Array.isArray(value)) for (let key in value) {
		const prop = value[key];
		if (typeof prop === "object" && prop && STATE_SYMBOL in prop) deep_read(prop);
	}
}
/**
* Deeply traverse an object and read all its properties
* so that they're all reactive in case this is `$state`
* @param {any} value
* @param {Set<any>} visited
* @returns {void}
*/
function deep_read(value, visited = /* @__PURE__ */ new Set()) {
	if (typeof value === "object" && value !== null && !(value instanceof EventTarget) && !visited.has(value)) {
		visited.add(value);
		if (value instanceof Date) value.getTime();
		for (let key in value) try {
			deep_read(value[key], visited);
		} catch (e) {}
		const proto = get_prototype_of(value);
		if (proto !== Object.prototype && proto !== Array.prototype && proto !== Map.prototype && proto !== Set.prototype && proto !== Date.prototype) {
			const descriptors = get_descriptors(proto);
			for (let key in descriptors) {
				const get = descriptors[key].get;
				if (get) try {
					get.call(value);
				} catch (e) {}
			}
		}
	}
}
// node_modules/svelte/src/utils.js
/**
* @param {string} name
*/
function is_capture_event(name) {
	return name.endsWith("capture") && name !== "gotpointercapture" && name !== "lostpointercapture";
}
/** List of Element events that will be delegated */
var DELEGATED_EVENTS = [
	"beforeinput",
	"click",
	"change",
	"dblclick",
	"contextmenu",
	"focusin",
	"focusout",
	"input",
	"keydown",
	"keyup",
	"mousedown",
	"mousemove",
	"mouseout",
	"mouseover",
	"mouseup",
	"pointerdown",
	"pointermove",
	"pointerout",
	"pointerover",
	"pointerup",
	"touchend",
	"touchmove",
	"touchstart"
];
/**
* Returns `true` if `event_name` is a delegated event
* @param {string} event_name
*/
function can_delegate_event(event_name) {
	return DELEGATED_EVENTS.includes(event_name);
}
/**
* Attributes that are boolean, i.e. they are present or not present.
*/
var DOM_BOOLEAN_ATTRIBUTES = [
	"allowfullscreen",
	"async",
	"autofocus",
	"autoplay",
	"checked",
	"controls",
	"default",
	"disabled",
	"formnovalidate",
	"indeterminate",
	"inert",
	"ismap",
	"loop",
	"multiple",
	"muted",
	"nomodule",
	"novalidate",
	"open",
	"playsinline",
	"readonly",
	"required",
	"reversed",
	"seamless",
	"selected",
	"webkitdirectory",
	"defer",
	"disablepictureinpicture",
	"disableremoteplayback"
];
/**
* @type {Record<string, string>}
* List of attribute names that should be aliased to their property names
* because they behave differently between setting them as an attribute and
* setting them as a property.
*/
var ATTRIBUTE_ALIASES = {
	formnovalidate: "formNoValidate",
	ismap: "isMap",
	nomodule: "noModule",
	playsinline: "playsInline",
	readonly: "readOnly",
	defaultvalue: "defaultValue",
	defaultchecked: "defaultChecked",
	srcobject: "srcObject",
	novalidate: "noValidate",
	allowfullscreen: "allowFullscreen",
	disablepictureinpicture: "disablePictureInPicture",
	disableremoteplayback: "disableRemotePlayback"
};
/**
* @param {string} name
*/
function normalize_attribute(name) {
	name = name.toLowerCase();
	return ATTRIBUTE_ALIASES[name] ?? name;
}
[...DOM_BOOLEAN_ATTRIBUTES];
/**
* Subset of delegated events which should be passive by default.
* These two are already passive via browser defaults on window, document and body.
* But since
* - we're delegating them
* - they happen often
* - they apply to mobile which is generally less performant
* we're marking them as passive by default for other elements, too.
*/
var PASSIVE_EVENTS = ["touchstart", "touchmove"];
/**
* Returns `true` if `name` is a passive event
* @param {string} name
*/
function is_passive_event(name) {
	return PASSIVE_EVENTS.includes(name);
}
// node_modules/svelte/src/internal/client/dom/elements/events.js
/**
* Used on elements, as a map of event type -> event handler,
* and on events themselves to track which element handled an event
*/
var event_symbol = Symbol("events");
/** @type {Set<string>} */
var all_registered_events = /* @__PURE__ */ new Set();
/** @type {Set<(events: Array<string>) => void>} */
var root_event_handles = /* @__PURE__ */ new Set();
/**
* @param {string} event_name
* @param {EventTarget} dom
* @param {EventListener} [handler]
* @param {AddEventListenerOptions} [options]
*/
function create_event(event_name, dom, handler, options = {}) {
	/**
	* @this {EventTarget}
	*/
	function target_handler(event) {
		if (!options.capture) handle_event_propagation.call(dom, event);
		if (!event.cancelBubble) return without_reactive_context(() => {
			return handler?.call(this, event);
		});
	}
	if (event_name.startsWith("pointer") || event_name.startsWith("touch") || event_name === "wheel") {
		target_handler.__removed = false;
		queue_micro_task(() => {
			if (!target_handler.__removed) dom.addEventListener(event_name, target_handler, options);
		});
	} else dom.addEventListener(event_name, target_handler, options);
	return target_handler;
}
/**
* Attaches an event handler to an element and returns a function that removes the handler. Using this
* rather than `addEventListener` will preserve the correct order relative to handlers added declaratively
* (with attributes like `onclick`), which use event delegation for performance reasons
*
* @param {EventTarget} element
* @param {string} type
* @param {EventListener} handler
* @param {AddEventListenerOptions} [options]
*/
function on(element, type, handler, options = {}) {
	var target_handler = create_event(type, element, handler, options);
	return () => {
		target_handler.__removed = true;
		element.removeEventListener(type, target_handler, options);
	};
}
/**
* @param {string} event_name
* @param {Element} dom
* @param {EventListener} [handler]
* @param {boolean} [capture]
* @param {boolean} [passive]
* @returns {void}
*/
function event(event_name, dom, handler, capture, passive) {
	var options = {
		capture,
		passive
	};
	var target_handler = create_event(event_name, dom, handler, options);
	if (dom === document.body || dom === window || dom === document || dom instanceof HTMLMediaElement) teardown(() => {
		target_handler.__removed = true;
		dom.removeEventListener(event_name, target_handler, options);
	});
}
/**
* @param {string} event_name
* @param {Element} element
* @param {EventListener} [handler]
* @returns {void}
*/
function delegated(event_name, element, handler) {
	(element[event_symbol] ??= {})[event_name] = handler;
}
/**
* @param {Array<string>} events
* @returns {void}
*/
function delegate(events) {
	for (var i = 0; i < events.length; i++) all_registered_events.add(events[i]);
	for (var fn of root_event_handles) fn(events);
}
var last_propagated_event = null;
var last_propagated_event_clear_scheduled = false;
/**
* @this {EventTarget}
* @param {Event} event
* @returns {void}
*/
function handle_event_propagation(event) {
	var handler_element = this;
	var owner_document = handler_element.ownerDocument;
	var event_name = event.type;
	var path = event.composedPath?.() || [];
	var current_target = path[0] || event.target;
	last_propagated_event = event;
	if (!last_propagated_event_clear_scheduled) {
		last_propagated_event_clear_scheduled = true;
		setTimeout(() => {
			last_propagated_event_clear_scheduled = false;
			last_propagated_event = null;
		});
	}
	var path_idx = 0;
	var handled_at = last_propagated_event === event && event[event_symbol];
	if (handled_at) {
		var at_idx = path.indexOf(handled_at);
		if (at_idx !== -1 && (handler_element === document || handler_element === window)) {
			event[event_symbol] = handler_element;
			return;
		}
		var handler_idx = path.indexOf(handler_element);
		if (handler_idx === -1) return;
		if (at_idx <= handler_idx) path_idx = at_idx;
	}
	current_target = path[path_idx] || event.target;
	if (current_target === handler_element) return;
	define_property(event, "currentTarget", {
		configurable: true,
		get() {
			return current_target || owner_document;
		}
	});
	var previous_reaction = active_reaction;
	var previous_effect = active_effect;
	set_active_reaction(null);
	set_active_effect(null);
	try {
		/**
		* @type {unknown}
		*/
		var throw_error;
		/**
		* @type {unknown[]}
		*/
		var other_errors = [];
		while (current_target !== null) {
			if (current_target === handler_element) break;
			try {
				var delegated = current_target[event_symbol]?.[event_name];
				if (delegated != null && (!current_target.disabled || event.target === current_target)) delegated.call(current_target, event);
			} catch (error) {
				if (throw_error) other_errors.push(error);
				else throw_error = error;
			}
			if (event.cancelBubble) break;
			path_idx++;
			current_target = path_idx < path.length ? path[path_idx] : null;
		}
		if (throw_error) {
			for (let error of other_errors) queueMicrotask(() => {
				throw error;
			});
			throw throw_error;
		}
	} finally {
		event[event_symbol] = handler_element;
		delete event.currentTarget;
		set_active_reaction(previous_reaction);
		set_active_effect(previous_effect);
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var policy = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { 
/** @param {string} html */
createHTML: (html) => {
	return html;
} });
/** @param {string} html */
function create_trusted_html(html) {
	return policy?.createHTML(html) ?? html;
}
/**
* @param {string} html
*/
function create_fragment_from_html(html) {
	var elem = create_element("template");
	elem.innerHTML = create_trusted_html(html.replaceAll("<!>", "<!---->"));
	return elem.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
/** @import { Effect, EffectNodes, TemplateNode } from '#client' */
/** @import { TemplateStructure } from './types' */
/**
* @param {TemplateNode} start
* @param {TemplateNode | null} end
*/
function assign_nodes(start, end) {
	var effect = active_effect;
	if (effect.nodes === null) effect.nodes = {
		start,
		end,
		a: null,
		t: null
	};
}
/**
* @param {string} content
* @param {number} flags
* @returns {() => Node | Node[]}
*/
/*#__NO_SIDE_EFFECTS__*/
function from_html(content, flags) {
	var is_fragment = (flags & 1) !== 0;
	var use_import_node = (flags & 2) !== 0;
	/** @type {Node} */
	var node;
	/**
	* Whether or not the first item is a text/element node. If not, we need to
	* create an additional comment node to act as `effect.nodes.start`
	*/
	var has_start = !content.startsWith("<!>");
	return () => {
		if (hydrating) {
			assign_nodes(hydrate_node, null);
			return hydrate_node;
		}
		if (node === void 0) {
			node = create_fragment_from_html(has_start ? content : "<!>" + content);
			if (!is_fragment) node = /* @__PURE__ */ get_first_child(node);
		}
		var clone = use_import_node || is_firefox ? document.importNode(node, true) : node.cloneNode(true);
		if (is_fragment) {
			var start = /* @__PURE__ */ get_first_child(clone);
			var end = clone.lastChild;
			assign_nodes(start, end);
		} else assign_nodes(clone, clone);
		return clone;
	};
}
/**
* @param {string} content
* @param {number} flags
* @param {'svg' | 'math'} ns
* @returns {() => Node | Node[]}
*/
/*#__NO_SIDE_EFFECTS__*/
function from_namespace(content, flags, ns = "svg") {
	/**
	* Whether or not the first item is a text/element node. If not, we need to
	* create an additional comment node to act as `effect.nodes.start`
	*/
	var has_start = !content.startsWith("<!>");
	var is_fragment = (flags & 1) !== 0;
	var wrapped = `<${ns}>${has_start ? content : "<!>" + content}</${ns}>`;
	/** @type {Element | DocumentFragment} */
	var node;
	return () => {
		if (hydrating) {
			assign_nodes(hydrate_node, null);
			return hydrate_node;
		}
		if (!node) {
			var root = /* @__PURE__ */ get_first_child(create_fragment_from_html(wrapped));
			if (is_fragment) {
				node = document.createDocumentFragment();
				while (/* @__PURE__ */ get_first_child(root)) node.appendChild(/* @__PURE__ */ get_first_child(root));
			} else node = /* @__PURE__ */ get_first_child(root);
		}
		var clone = node.cloneNode(true);
		if (is_fragment) {
			var start = /* @__PURE__ */ get_first_child(clone);
			var end = clone.lastChild;
			assign_nodes(start, end);
		} else assign_nodes(clone, clone);
		return clone;
	};
}
/**
* @param {string} content
* @param {number} flags
*/
/*#__NO_SIDE_EFFECTS__*/
function from_svg(content, flags) {
	return /* @__PURE__ */ from_namespace(content, flags, "svg");
}
/**
* Don't mark this as side-effect-free, hydration needs to walk all nodes
* @param {any} value
*/
function text(value = "") {
	if (!hydrating) {
		var t = create_text(value + "");
		assign_nodes(t, t);
		return t;
	}
	var node = hydrate_node;
	if (node.nodeType !== 3) {
		node.before(node = create_text());
		set_hydrate_node(node);
	} else merge_text_nodes(node);
	assign_nodes(node, node);
	return node;
}
/**
* @returns {TemplateNode | DocumentFragment}
*/
function comment() {
	if (hydrating) {
		assign_nodes(hydrate_node, null);
		return hydrate_node;
	}
	var frag = document.createDocumentFragment();
	var start = document.createComment("");
	var anchor = create_text();
	frag.append(start, anchor);
	assign_nodes(start, anchor);
	return frag;
}
/**
* Assign the created (or in hydration mode, traversed) dom elements to the current block
* and insert the elements into the dom (in client mode).
* @param {Text | Comment | Element} anchor
* @param {DocumentFragment | Element} dom
*/
function append(anchor, dom) {
	if (hydrating) {
		var effect = active_effect;
		if ((effect.f & 32768) === 0 || effect.nodes.end === null) effect.nodes.end = hydrate_node;
		hydrate_next();
		return;
	}
	if (anchor === null) return;
	anchor.before(dom);
}
/**
* Create (or hydrate) an unique UID for the component instance.
*/
function props_id() {
	if (hydrating && hydrate_node && hydrate_node.nodeType === 8 && hydrate_node.textContent?.startsWith(`$`)) {
		const id = hydrate_node.textContent.substring(1);
		hydrate_next();
		return id;
	}
	(window.__svelte ??= {}).uid ??= 1;
	return `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
/**
* Returns a `subscribe` function that integrates external event-based systems with Svelte's reactivity.
* It's particularly useful for integrating with web APIs like `MediaQuery`, `IntersectionObserver`, or `WebSocket`.
*
* If `subscribe` is called inside an effect (including indirectly, for example inside a getter),
* the `start` callback will be called with an `update` function. Whenever `update` is called, the effect re-runs.
*
* If `start` returns a cleanup function, it will be called when the effect is destroyed.
*
* If `subscribe` is called in multiple effects, `start` will only be called once as long as the effects
* are active, and the returned teardown function will only be called when all effects are destroyed.
*
* It's best understood with an example. Here's an implementation of [`MediaQuery`](https://svelte.dev/docs/svelte/svelte-reactivity#MediaQuery):
*
* ```js
* import { createSubscriber } from 'svelte/reactivity';
* import { on } from 'svelte/events';
*
* export class MediaQuery {
* 	#query;
* 	#subscribe;
*
* 	constructor(query) {
* 		this.#query = window.matchMedia(`(${query})`);
*
* 		this.#subscribe = createSubscriber((update) => {
* 			// when the `change` event occurs, re-run any effects that read `this.current`
* 			const off = on(this.#query, 'change', update);
*
* 			// stop listening when all the effects are destroyed
* 			return () => off();
* 		});
* 	}
*
* 	get current() {
* 		// This makes the getter reactive, if read in an effect
* 		this.#subscribe();
*
* 		// Return the current state of the query, whether or not we're in an effect
* 		return this.#query.matches;
* 	}
* }
* ```
* @param {(update: () => void) => (() => void) | void} start
* @since 5.7.0
*/
function createSubscriber(start) {
	let subscribers = 0;
	let version = source(0);
	/** @type {(() => void) | void} */
	let stop;
	return () => {
		if (effect_tracking()) {
			get$1(version);
			render_effect(() => {
				if (subscribers === 0) stop = untrack(() => start(() => increment(version)));
				subscribers += 1;
				return () => {
					queue_micro_task(() => {
						subscribers -= 1;
						if (subscribers === 0) {
							stop?.();
							stop = void 0;
							increment(version);
						}
					});
				};
			});
		}
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
/** @import { Effect, Source, TemplateNode, } from '#client' */
/**
* @typedef {{
* 	 onerror?: ((error: unknown, reset: () => void) => void) | null;
*   failed?: ((anchor: Node, error: () => unknown, reset: () => () => void) => void) | null;
*   pending?: ((anchor: Node) => void) | null;
* }} BoundaryProps
*/
var flags = EFFECT_TRANSPARENT | EFFECT_PRESERVED;
/**
* @param {TemplateNode} node
* @param {BoundaryProps} props
* @param {((anchor: Node) => void)} children
* @param {((error: unknown) => unknown) | undefined} [transform_error]
* @returns {void}
*/
function boundary(node, props, children, transform_error) {
	new Boundary(node, props, children, transform_error);
}
var Boundary = class {
	/** @type {Boundary | null} */
	parent;
	is_pending = false;
	/**
	* API-level transformError transform function. Transforms errors before they reach the `failed` snippet.
	* Inherited from parent boundary, or defaults to identity.
	* @type {(error: unknown) => unknown}
	*/
	transform_error;
	/** @type {TemplateNode} */
	#anchor;
	/** @type {TemplateNode | null} */
	#hydrate_open = hydrating ? hydrate_node : null;
	/** @type {BoundaryProps} */
	#props;
	/** @type {((anchor: Node) => void)} */
	#children;
	/** @type {Effect} */
	#effect;
	/** @type {Effect | null} */
	#main_effect = null;
	/** @type {Effect | null} */
	#pending_effect = null;
	/** @type {Effect | null} */
	#failed_effect = null;
	/** @type {DocumentFragment | null} */
	#offscreen_fragment = null;
	#local_pending_count = 0;
	#pending_count = 0;
	#pending_count_update_queued = false;
	/** @type {Map<Effect, number>} */
	#dirty_reactions = /* @__PURE__ */ new Map();
	/**
	* A source containing the number of pending async deriveds/expressions.
	* Only created if `$effect.pending()` is used inside the boundary,
	* otherwise updating the source results in needless `Batch.ensure()`
	* calls followed by no-op flushes
	* @type {Source<number> | null}
	*/
	#effect_pending = null;
	#effect_pending_subscriber = createSubscriber(() => {
		this.#effect_pending = source(this.#local_pending_count);
		return () => {
			this.#effect_pending = null;
		};
	});
	/**
	* @param {TemplateNode} node
	* @param {BoundaryProps} props
	* @param {((anchor: Node) => void)} children
	* @param {((error: unknown) => unknown) | undefined} [transform_error]
	*/
	constructor(node, props, children, transform_error) {
		this.#anchor = node;
		this.#props = props;
		this.#children = (anchor) => {
			var effect = active_effect;
			effect.b = this;
			effect.f |= 128;
			children(anchor);
		};
		this.parent = active_effect.b;
		this.transform_error = transform_error ?? this.parent?.transform_error ?? ((e) => e);
		this.#effect = block(() => {
			if (hydrating) {
				const comment_data = read_hydration_instruction(this.#hydrate_open);
				hydrate_next();
				const server_rendered_pending = comment_data === "[!";
				if (comment_data.startsWith("[?")) {
					const serialized_error = JSON.parse(comment_data.slice(2));
					this.#hydrate_failed_content(serialized_error);
				} else if (server_rendered_pending) this.#hydrate_pending_content();
				else this.#hydrate_resolved_content();
			} else this.#render();
		}, flags);
		if (hydrating) this.#anchor = hydrate_node;
	}
	#hydrate_resolved_content() {
		try {
			this.#main_effect = branch(() => this.#children(this.#anchor));
		} catch (error) {
			this.error(error);
		}
	}
	/**
	* @param {unknown} error The deserialized error from the server's hydration comment
	*/
	#hydrate_failed_content(error) {
		const failed = this.#props.failed;
		const { reset, invoke_onerror } = this.#create_reset(error);
		queue_micro_task(invoke_onerror);
		if (!failed) return;
		this.#failed_effect = branch(() => {
			failed(this.#anchor, () => error, () => reset);
		});
	}
	/**
	* Creates the `reset` function for a failed boundary, along with a function
	* that invokes `onerror` with it (if provided)
	* @param {unknown} error
	* @returns {{ reset: () => void, invoke_onerror: () => void }}
	*/
	#create_reset(error) {
		var did_reset = false;
		var calling_on_error = false;
		const reset = () => {
			if (this.#is_destroyed()) return;
			if (did_reset) {
				svelte_boundary_reset_noop();
				return;
			}
			did_reset = true;
			if (calling_on_error) svelte_boundary_reset_onerror();
			if (this.#failed_effect !== null) pause_effect(this.#failed_effect, () => {
				this.#failed_effect = null;
			});
			this.#run(() => {
				this.#render();
			});
		};
		const invoke_onerror = () => {
			if (this.#is_destroyed()) return;
			try {
				calling_on_error = true;
				this.#props.onerror?.(error, reset);
				calling_on_error = false;
			} catch (err) {
				invoke_error_boundary(err, this.#effect && this.#effect.parent);
			}
		};
		return {
			reset,
			invoke_onerror
		};
	}
	#is_destroyed() {
		return (this.#effect.f & (DESTROYED | DESTROYING)) !== 0;
	}
	#hydrate_pending_content() {
		const pending = this.#props.pending;
		if (!pending) return;
		this.is_pending = true;
		this.#pending_effect = branch(() => pending(this.#anchor));
		queue_micro_task(() => {
			if (this.#is_destroyed()) return;
			var fragment = this.#offscreen_fragment = document.createDocumentFragment();
			var anchor = create_text();
			var handled = false;
			fragment.append(anchor);
			this.#main_effect = this.#run(() => {
				try {
					return branch(() => this.#children(anchor));
				} catch (error) {
					try {
						this.error(error);
						handled = true;
					} catch (error) {
						invoke_error_boundary(error, this.#effect.parent);
					}
					return null;
				}
			});
			if (this.#main_effect === null) {
				this.#offscreen_fragment = null;
				if (handled) this.#resolve(current_batch);
				return;
			}
			if (this.#pending_count === 0) {
				this.#anchor.before(fragment);
				this.#offscreen_fragment = null;
				pause_effect(this.#pending_effect, () => {
					this.#pending_effect = null;
				});
				this.#resolve(current_batch);
			}
		});
	}
	#render() {
		try {
			this.is_pending = this.has_pending_snippet();
			this.#pending_count = 0;
			this.#local_pending_count = 0;
			this.#main_effect = branch(() => {
				this.#children(this.#anchor);
			});
			if (this.#pending_count > 0) {
				var fragment = this.#offscreen_fragment = document.createDocumentFragment();
				move_effect(this.#main_effect, fragment);
				const pending = this.#props.pending;
				this.#pending_effect = branch(() => pending(this.#anchor));
			} else this.#resolve(current_batch);
		} catch (error) {
			this.error(error);
		}
	}
	/**
	* @param {Batch} batch
	*/
	#resolve(batch) {
		this.is_pending = false;
		batch.transfer_reactions(this.#dirty_reactions);
	}
	/**
	* Defer an effect inside a pending boundary until the boundary resolves
	* @param {Effect} effect
	*/
	defer_effect(effect) {
		defer_effect(effect, this.#dirty_reactions);
	}
	/**
	* Returns `false` if the effect exists inside a boundary whose pending snippet is shown
	* @returns {boolean}
	*/
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#props.pending;
	}
	/**
	* @template T
	* @param {() => T} fn
	*/
	#run(fn) {
		var previous_effect = active_effect;
		var previous_reaction = active_reaction;
		var previous_ctx = component_context;
		set_active_effect(this.#effect);
		set_active_reaction(this.#effect);
		set_component_context(this.#effect.ctx);
		try {
			Batch.ensure();
			return fn();
		} finally {
			set_active_effect(previous_effect);
			set_active_reaction(previous_reaction);
			set_component_context(previous_ctx);
		}
	}
	/**
	* Updates the pending count associated with the currently visible pending snippet,
	* if any, such that we can replace the snippet with content once work is done
	* @param {1 | -1} d
	* @param {Batch} batch
	*/
	#update_pending_count(d, batch) {
		if (!this.has_pending_snippet()) {
			if (this.parent) this.parent.#update_pending_count(d, batch);
			return;
		}
		this.#pending_count += d;
		if (this.#pending_count === 0) {
			this.#resolve(batch);
			if (this.#pending_effect) pause_effect(this.#pending_effect, () => {
				this.#pending_effect = null;
			});
			if (this.#offscreen_fragment) {
				this.#anchor.before(this.#offscreen_fragment);
				this.#offscreen_fragment = null;
			}
		}
	}
	/**
	* Update the source that powers `$effect.pending()` inside this boundary,
	* and controls when the current `pending` snippet (if any) is removed.
	* Do not call from inside the class
	* @param {1 | -1} d
	* @param {Batch} batch
	*/
	update_pending_count(d, batch) {
		this.#update_pending_count(d, batch);
		this.#local_pending_count += d;
		if (!this.#effect_pending || this.#pending_count_update_queued) return;
		this.#pending_count_update_queued = true;
		queue_micro_task(() => {
			this.#pending_count_update_queued = false;
			if (this.#effect_pending) internal_set(this.#effect_pending, this.#local_pending_count);
		});
	}
	get_effect_pending() {
		this.#effect_pending_subscriber();
		return get$1(this.#effect_pending);
	}
	/** @param {unknown} error */
	error(error) {
		if (error === HYDRATION_ERROR) throw error;
		if (!this.#props.onerror && !this.#props.failed) throw error;
		if (current_batch?.is_fork) {
			if (this.#main_effect) current_batch.skip_effect(this.#main_effect);
			if (this.#pending_effect) current_batch.skip_effect(this.#pending_effect);
			if (this.#failed_effect) current_batch.skip_effect(this.#failed_effect);
			current_batch.oncommit(() => {
				if (!this.#is_destroyed()) this.#handle_error(error);
			});
		} else this.#handle_error(error);
	}
	/**
	* @param {unknown} error
	*/
	#handle_error(error) {
		if (this.#main_effect) {
			destroy_effect(this.#main_effect);
			this.#main_effect = null;
		}
		if (this.#pending_effect) {
			destroy_effect(this.#pending_effect);
			this.#pending_effect = null;
		}
		if (this.#failed_effect) {
			destroy_effect(this.#failed_effect);
			this.#failed_effect = null;
		}
		if (hydrating) {
			set_hydrate_node(this.#hydrate_open);
			next();
			set_hydrate_node(skip_nodes());
		}
		let failed = this.#props.failed;
		/** @param {unknown} transformed_error */
		const handle_error_result = (transformed_error) => {
			if (this.#is_destroyed()) return;
			const { reset, invoke_onerror } = this.#create_reset(transformed_error);
			invoke_onerror();
			if (failed && !this.#is_destroyed()) this.#failed_effect = this.#run(() => {
				try {
					return branch(() => {
						var effect = active_effect;
						effect.b = this;
						effect.f |= 128;
						failed(this.#anchor, () => transformed_error, () => reset);
					});
				} catch (error) {
					invoke_error_boundary(error, this.#effect.parent);
					return null;
				}
			});
		};
		queue_micro_task(() => {
			if (this.#is_destroyed()) return;
			/** @type {unknown} */
			var result;
			try {
				result = this.transform_error(error);
			} catch (e) {
				invoke_error_boundary(e, this.#effect && this.#effect.parent);
				return;
			}
			if (result !== null && typeof result === "object" && typeof result.then === "function")
 /** @type {any} */ result.then(
				handle_error_result,
				/** @param {unknown} e */
				(e) => invoke_error_boundary(e, this.#effect && this.#effect.parent)
			);
			else handle_error_result(result);
		});
	}
};
/**
* @param {Element} text
* @param {string} value
* @returns {void}
*/
function set_text(text, value) {
	var str = value == null ? "" : typeof value === "object" ? `${value}` : value;
	if (str !== (text[TEXT_CACHE] ??= text.nodeValue)) {
		/** @type {any} */ text[TEXT_CACHE] = str;
		text.nodeValue = `${str}`;
	}
}
/**
* Mounts a component to the given target and returns the exports and potentially the props (if compiled with `accessors: true`) of the component.
* Transitions will play during the initial render unless the `intro` option is set to `false`.
*
* @template {Record<string, any>} Props
* @template {Record<string, any>} Exports
* @param {ComponentType<SvelteComponent<Props>> | Component<Props, Exports, any>} component
* @param {MountOptions<Props>} options
* @returns {Exports}
*/
function mount(component, options) {
	return _mount(component, options);
}
/** @type {Map<EventTarget, Map<string, number>>} */
var listeners = /* @__PURE__ */ new Map();
/**
* @template {Record<string, any>} Exports
* @param {ComponentType<SvelteComponent<any>> | Component<any>} Component
* @param {MountOptions} options
* @returns {Exports}
*/
function _mount(Component, { target, anchor, props = {}, events, context, intro = true, transformError }) {
	init_operations();
	/** @type {Exports} */
	var component = void 0;
	var unmount = component_root(() => {
		var anchor_node = anchor ?? target.appendChild(create_text());
		boundary(anchor_node, { pending: () => {} }, (anchor_node) => {
			push({});
			var ctx = component_context;
			if (context) ctx.c = context;
			if (events)
 /** @type {any} */ props.$$events = events;
			if (hydrating) assign_nodes(anchor_node, null);
			component = Component(anchor_node, props) || mark_as_component();
			if (hydrating) {
				/** @type {Effect & { nodes: EffectNodes }} */ active_effect.nodes.end = hydrate_node;
				if (hydrate_node === null || hydrate_node.nodeType !== 8 || hydrate_node.data !== "]") {
					hydration_mismatch();
					throw HYDRATION_ERROR;
				}
			}
			pop();
		}, transformError);
		/** @type {Set<string>} */
		var registered_events = /* @__PURE__ */ new Set();
		/** @param {Array<string>} events */
		var event_handle = (events) => {
			for (var i = 0; i < events.length; i++) {
				var event_name = events[i];
				if (registered_events.has(event_name)) continue;
				registered_events.add(event_name);
				var passive = is_passive_event(event_name);
				for (const node of [target, document]) {
					var counts = listeners.get(node);
					if (counts === void 0) {
						counts = /* @__PURE__ */ new Map();
						listeners.set(node, counts);
					}
					var count = counts.get(event_name);
					if (count === void 0) {
						node.addEventListener(event_name, handle_event_propagation, { passive });
						counts.set(event_name, 1);
					} else counts.set(event_name, count + 1);
				}
			}
		};
		event_handle(array_from(all_registered_events));
		root_event_handles.add(event_handle);
		return () => {
			for (var event_name of registered_events) for (const node of [target, document]) {
				var counts = listeners.get(node);
				var count = counts.get(event_name);
				if (--count == 0) {
					node.removeEventListener(event_name, handle_event_propagation);
					counts.delete(event_name);
					if (counts.size === 0) listeners.delete(node);
				} else counts.set(event_name, count);
			}
			root_event_handles.delete(event_handle);
			if (anchor_node !== anchor) anchor_node.parentNode?.removeChild(anchor_node);
		};
	});
	mounted_components.set(component, unmount);
	return component;
}
/**
* References of the components that were mounted or hydrated.
* Uses a `WeakMap` to avoid memory leaks.
*/
var mounted_components = /* @__PURE__ */ new WeakMap();
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
/** @import { Effect, TemplateNode } from '#client' */
/**
* @typedef {{ effect: Effect, fragment: DocumentFragment }} Branch
*/
/**
* @template Key
*/
var BranchManager = class {
	/** @type {TemplateNode} */
	anchor;
	/** @type {Map<Batch, Key>} */
	#batches = /* @__PURE__ */ new Map();
	/**
	* Map of keys to effects that are currently rendered in the DOM.
	* These effects are visible and actively part of the document tree.
	* Example:
	* ```
	* {#if condition}
	* 	foo
	* {:else}
	* 	bar
	* {/if}
	* ```
	* Can result in the entries `true->Effect` and `false->Effect`
	* @type {Map<Key, Effect>}
	*/
	#onscreen = /* @__PURE__ */ new Map();
	/**
	* Similar to #onscreen with respect to the keys, but contains branches that are not yet
	* in the DOM, because their insertion is deferred.
	* @type {Map<Key, Branch>}
	*/
	#offscreen = /* @__PURE__ */ new Map();
	/**
	* Keys of effects that are currently outroing
	* @type {Set<Key>}
	*/
	#outroing = /* @__PURE__ */ new Set();
	/**
	* Whether to pause (i.e. outro) on change, or destroy immediately.
	* This is necessary for `<svelte:element>`
	*/
	#transition = true;
	/**
	* @param {TemplateNode} anchor
	* @param {boolean} transition
	*/
	constructor(anchor, transition = true) {
		this.anchor = anchor;
		this.#transition = transition;
	}
	/**
	* @param {Batch} batch
	*/
	#commit = (batch) => {
		if (!this.#batches.has(batch)) return;
		var key = this.#batches.get(batch);
		var onscreen = this.#onscreen.get(key);
		if (onscreen) {
			resume_effect(onscreen);
			this.#outroing.delete(key);
		} else {
			var offscreen = this.#offscreen.get(key);
			if (offscreen) {
				resume_effect(offscreen.effect);
				this.#onscreen.set(key, offscreen.effect);
				this.#offscreen.delete(key);
				/** @type {TemplateNode} */ offscreen.fragment.lastChild.remove();
				this.anchor.before(offscreen.fragment);
				onscreen = offscreen.effect;
			}
		}
		for (const [b, k] of this.#batches) {
			this.#batches.delete(b);
			if (b === batch) break;
			const offscreen = this.#offscreen.get(k);
			if (offscreen) {
				destroy_effect(offscreen.effect);
				this.#offscreen.delete(k);
			}
		}
		for (const [k, effect] of this.#onscreen) {
			if (k === key || this.#outroing.has(k)) continue;
			const on_destroy = () => {
				if (Array.from(this.#batches.values()).includes(k)) {
					var fragment = document.createDocumentFragment();
					move_effect(effect, fragment);
					fragment.append(create_text());
					this.#offscreen.set(k, {
						effect,
						fragment
					});
				} else destroy_effect(effect);
				this.#outroing.delete(k);
				this.#onscreen.delete(k);
			};
			if (this.#transition || !onscreen) {
				this.#outroing.add(k);
				pause_effect(effect, on_destroy, false);
			} else on_destroy();
		}
	};
	/**
	* @param {Batch} batch
	*/
	#discard = (batch) => {
		this.#batches.delete(batch);
		const keys = Array.from(this.#batches.values());
		for (const [k, branch] of this.#offscreen) if (!keys.includes(k)) {
			destroy_effect(branch.effect);
			this.#offscreen.delete(k);
		}
	};
	/**
	*
	* @param {any} key
	* @param {null | ((target: TemplateNode) => void)} fn
	*/
	ensure(key, fn) {
		var batch = current_batch;
		var defer = should_defer_append();
		if (fn && !this.#onscreen.has(key) && !this.#offscreen.has(key)) {
			if (defer) {
				var fragment = document.createDocumentFragment();
				var target = create_text();
				fragment.append(target);
				this.#offscreen.set(key, {
					effect: branch(() => fn(target)),
					fragment
				});
			} else this.#onscreen.set(key, branch(() => fn(this.anchor)));
		}
		this.#batches.set(batch, key);
		if (defer) {
			for (const [k, effect] of this.#onscreen) if (k === key) batch.unskip_effect(effect);
			else batch.skip_effect(effect);
			for (const [k, branch] of this.#offscreen) if (k === key) batch.unskip_effect(branch.effect);
			else batch.skip_effect(branch.effect);
			batch.oncommit(this.#commit);
			batch.ondiscard(this.#discard);
		} else {
			if (hydrating) this.anchor = hydrate_node;
			this.#commit(batch);
		}
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/await.js
/** @import { Source, TemplateNode } from '#client' */
var PENDING = 0;
var THEN = 1;
var CATCH = 2;
/** @typedef {typeof PENDING | typeof THEN | typeof CATCH} AwaitState */
/**
* @template V
* @param {TemplateNode} node
* @param {(() => any)} get_input
* @param {null | ((anchor: Node) => void)} pending_fn
* @param {null | ((anchor: Node, value: Source<V>) => void)} then_fn
* @param {null | ((anchor: Node, error: unknown) => void)} catch_fn
* @returns {void}
*/
function await_block(node, get_input, pending_fn, then_fn, catch_fn) {
	if (hydrating) hydrate_next();
	var runes = is_runes();
	var v = UNINITIALIZED;
	var value = runes ? source(v) : /* @__PURE__ */ mutable_source(v, false, false);
	var error = runes ? source(v) : /* @__PURE__ */ mutable_source(v, false, false);
	var branches = new BranchManager(node);
	block(() => {
		var batch = current_batch;
		var input = get_input();
		var destroyed = false;
		/** Whether or not there was a hydration mismatch. Needs to be a `let` or else it isn't treeshaken out */
		let mismatch = hydrating && is_promise(input) === (node.data === "[!");
		if (mismatch) {
			set_hydrate_node(skip_nodes());
			set_hydrating(false);
		}
		if (is_promise(input)) {
			var restore = capture();
			var resolved = false;
			/**
			* @param {() => void} fn
			*/
			const resolve = (fn) => {
				if (destroyed) return;
				resolved = true;
				restore(false);
				if (current_batch === batch) batch.deactivate();
				Batch.ensure();
				try {
					fn();
				} finally {
					unset_context(false);
					if (!is_flushing_sync) flushSync();
				}
			};
			input.then((v) => {
				resolve(() => {
					internal_set(value, v);
					branches.ensure(THEN, then_fn && ((target) => then_fn(target, value)));
				});
			}, (e) => {
				resolve(() => {
					internal_set(error, e);
					branches.ensure(CATCH, catch_fn && ((target) => catch_fn(target, error)));
					if (!catch_fn) throw error.v;
				});
			});
			if (hydrating) branches.ensure(PENDING, pending_fn);
			else queue_micro_task(() => {
				if (!resolved) resolve(() => {
					branches.ensure(PENDING, pending_fn);
				});
			});
		} else {
			internal_set(value, input);
			branches.ensure(THEN, then_fn && ((target) => then_fn(target, value)));
		}
		if (mismatch) set_hydrating(true);
		return () => {
			destroyed = true;
		};
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/if.js
/** @import { TemplateNode } from '#client' */
/**
* @param {TemplateNode} node
* @param {(branch: (fn: (anchor: Node) => void, key?: number | false) => void) => void} fn
* @param {boolean} [elseif] True if this is an `{:else if ...}` block rather than an `{#if ...}`, as that affects which transitions are considered 'local'
* @returns {void}
*/
function if_block(node, fn, elseif = false) {
	/** @type {TemplateNode | undefined} */
	var marker;
	if (hydrating) {
		marker = hydrate_node;
		hydrate_next();
	}
	var branches = new BranchManager(node);
	var flags = elseif ? EFFECT_TRANSPARENT : 0;
	/**
	* @param {number | false} key
	* @param {null | ((anchor: Node) => void)} fn
	*/
	function update_branch(key, fn) {
		if (hydrating) {
			var data = read_hydration_instruction(marker);
			if (key !== parseInt(data.substring(1))) {
				var anchor = skip_nodes();
				set_hydrate_node(anchor);
				branches.anchor = anchor;
				set_hydrating(false);
				branches.ensure(key, fn);
				set_hydrating(true);
				return;
			}
		}
		branches.ensure(key, fn);
	}
	block(() => {
		var has_branch = false;
		fn((fn, key = 0) => {
			has_branch = true;
			update_branch(key, fn);
		});
		if (!has_branch) update_branch(-1, null);
	}, flags);
}
// node_modules/svelte/src/internal/client/dom/blocks/key.js
/** @import { TemplateNode } from '#client' */
var NAN = Symbol("NaN");
/**
* @template V
* @param {TemplateNode} node
* @param {() => V} get_key
* @param {(anchor: Node) => TemplateNode | void} render_fn
* @returns {void}
*/
function key(node, get_key, render_fn) {
	if (hydrating) hydrate_next();
	var branches = new BranchManager(node);
	var legacy = !is_runes();
	block(() => {
		var key = get_key();
		if (key !== key) key = NAN;
		if (legacy && key !== null && typeof key === "object") key = {};
		branches.ensure(key, render_fn);
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
/** @import { EachItem, EachOutroGroup, EachState, Effect, EffectNodes, MaybeSource, TemplateNode, TransitionManager } from '#client' */
/** @import { Batch } from '../../reactivity/batch.js'; */
/**
* @param {any} _
* @param {number} i
*/
function index(_, i) {
	return i;
}
/**
* Pause multiple effects simultaneously, and coordinate their
* subsequent destruction. Used in each blocks
* @param {EachState} state
* @param {Effect[]} to_destroy
* @param {null | Node} controlled_anchor
*/
function pause_effects(state, to_destroy, controlled_anchor) {
	/** @type {TransitionManager[]} */
	var transitions = [];
	var length = to_destroy.length;
	/** @type {EachOutroGroup} */
	var group;
	var remaining = to_destroy.length;
	for (var i = 0; i < length; i++) {
		let effect = to_destroy[i];
		pause_effect(effect, () => {
			if (group) {
				group.pending.delete(effect);
				group.done.add(effect);
				if (group.pending.size === 0) {
					var groups = state.outrogroups;
					destroy_effects(state, array_from(group.done));
					groups.delete(group);
					if (groups.size === 0) state.outrogroups = null;
				}
			} else remaining -= 1;
		}, false);
	}
	if (remaining === 0) {
		var fast_path = transitions.length === 0 && controlled_anchor !== null && state.pending.size === 0;
		if (fast_path) {
			var anchor = controlled_anchor;
			var parent_node = anchor.parentNode;
			clear_text_content(parent_node);
			parent_node.append(anchor);
			state.items.clear();
		}
		destroy_effects(state, to_destroy, !fast_path);
	} else {
		group = {
			pending: new Set(to_destroy),
			done: /* @__PURE__ */ new Set()
		};
		(state.outrogroups ??= /* @__PURE__ */ new Set()).add(group);
	}
}
/**
* @param {EachState} state
* @param {Effect[]} to_destroy
* @param {boolean} remove_dom
*/
function destroy_effects(state, to_destroy, remove_dom = true) {
	/** @type {Set<Effect> | undefined} */
	var preserved_effects;
	if (state.pending.size > 0) {
		preserved_effects = /* @__PURE__ */ new Set();
		for (const keys of state.pending.values()) for (const key of keys) preserved_effects.add(
			/** @type {EachItem} */
			state.items.get(key).e
		);
	}
	for (var i = 0; i < to_destroy.length; i++) {
		var e = to_destroy[i];
		if (preserved_effects?.has(e)) {
			e.f |= EFFECT_OFFSCREEN;
			move_effect(e, document.createDocumentFragment());
		} else destroy_effect(to_destroy[i], remove_dom);
	}
}
/** @type {TemplateNode} */
var offscreen_anchor;
/**
* @template V
* @param {Element | Comment} node The next sibling node, or the parent node if this is a 'controlled' block
* @param {number} flags
* @param {() => V[]} get_collection
* @param {(value: V, index: number) => any} get_key
* @param {(anchor: Node, item: MaybeSource<V>, index: MaybeSource<number>) => void} render_fn
* @param {null | ((anchor: Node) => void)} fallback_fn
* @returns {void}
*/
function each(node, flags, get_collection, get_key, render_fn, fallback_fn = null) {
	var anchor = node;
	/** @type {Map<any, EachItem>} */
	var items = /* @__PURE__ */ new Map();
	if ((flags & 4) !== 0) {
		var parent_node = node;
		anchor = hydrating ? set_hydrate_node(/* @__PURE__ */ get_first_child(parent_node)) : parent_node.appendChild(create_text());
	}
	if (hydrating) hydrate_next();
	/** @type {Effect | null} */
	var fallback = null;
	var each_array = /* @__PURE__ */ derived_safe_equal(() => {
		var collection = get_collection();
		return is_array(collection) ? collection : collection == null ? [] : array_from(collection);
	});
	/** @type {Map<Batch, Set<any>>} */
	var pending = /* @__PURE__ */ new Map();
	var first_run = true;
	/**
	* @param {Batch} batch
	*/
	function commit(batch) {
		if ((state.effect.f & 16384) !== 0) return;
		state.pending.delete(batch);
		var array = get$1(each_array);
		state.fallback = fallback;
		reconcile(state, array, anchor, flags, get_key);
		if (fallback !== null) {
			if (array.length === 0) {
				if ((fallback.f & 33554432) === 0) resume_effect(fallback);
				else {
					fallback.f ^= EFFECT_OFFSCREEN;
					move(fallback, null, anchor);
				}
			} else pause_effect(fallback, () => {
				fallback = null;
			});
		}
	}
	/**
	* @param {Batch} batch
	*/
	function discard(batch) {
		state.pending.delete(batch);
	}
	/** @type {EachState} */
	var state = {
		effect: block(() => {
			var array = get$1(each_array);
			var length = array.length;
			/** `true` if there was a hydration mismatch. Needs to be a `let` or else it isn't treeshaken out */
			let mismatch = false;
			if (hydrating) {
				if (read_hydration_instruction(anchor) === "[!" !== (length === 0)) {
					anchor = skip_nodes();
					set_hydrate_node(anchor);
					set_hydrating(false);
					mismatch = true;
				}
			}
			var keys = /* @__PURE__ */ new Set();
			var batch = current_batch;
			var defer = should_defer_append();
			for (var index = 0; index < length; index += 1) {
				if (hydrating && hydrate_node.nodeType === 8 && hydrate_node.data === "]") {
					anchor = hydrate_node;
					mismatch = true;
					set_hydrating(false);
				}
				var value = array[index];
				var key = get_key(value, index);
				var item = first_run ? null : items.get(key);
				if (item) {
					if (item.v) internal_set(item.v, value);
					if (item.i) internal_set(item.i, index);
					if (defer) batch.unskip_effect(item.e);
				} else {
					item = create_item(items, first_run ? anchor : offscreen_anchor ??= create_text(), value, key, index, render_fn, flags, get_collection);
					if (!first_run) item.e.f |= EFFECT_OFFSCREEN;
					items.set(key, item);
				}
				keys.add(key);
			}
			if (length === 0 && fallback_fn && !fallback) {
				if (first_run) fallback = branch(() => fallback_fn(anchor));
				else {
					fallback = branch(() => fallback_fn(offscreen_anchor ??= create_text()));
					fallback.f |= EFFECT_OFFSCREEN;
				}
			}
			if (length > keys.size) each_key_duplicate("", "", "");
			if (hydrating && length > 0) set_hydrate_node(skip_nodes());
			if (!first_run) {
				pending.set(batch, keys);
				if (defer) {
					for (const [key, item] of items) if (!keys.has(key)) batch.skip_effect(item.e);
					batch.oncommit(commit);
					batch.ondiscard(discard);
				} else commit(batch);
			}
			if (mismatch) set_hydrating(true);
			get$1(each_array);
		}),
		flags,
		items,
		pending,
		outrogroups: null,
		fallback
	};
	first_run = false;
	if (hydrating) anchor = hydrate_node;
}
/**
* Skip past any non-branch effects (which could be created with `createSubscriber`, for example) to find the next branch effect
* @param {Effect | null} effect
* @returns {Effect | null}
*/
function skip_to_branch(effect) {
	while (effect !== null && (effect.f & 32) === 0) effect = effect.next;
	return effect;
}
/**
* Add, remove, or reorder items output by an each block as its input changes
* @template V
* @param {EachState} state
* @param {Array<V>} array
* @param {Element | Comment | Text} anchor
* @param {number} flags
* @param {(value: V, index: number) => any} get_key
* @returns {void}
*/
function reconcile(state, array, anchor, flags, get_key) {
	var is_animated = (flags & 8) !== 0;
	var length = array.length;
	var items = state.items;
	var current = skip_to_branch(state.effect.first);
	/** @type {undefined | Set<Effect>} */
	var seen;
	/** @type {Effect | null} */
	var prev = null;
	/** @type {undefined | Set<Effect>} */
	var to_animate;
	/** @type {Effect[]} */
	var matched = [];
	/** @type {Effect[]} */
	var stashed = [];
	/** @type {V} */
	var value;
	/** @type {any} */
	var key;
	/** @type {Effect | undefined} */
	var effect;
	/** @type {number} */
	var i;
	if (is_animated) for (i = 0; i < length; i += 1) {
		value = array[i];
		key = get_key(value, i);
		effect = items.get(key).e;
		if ((effect.f & 33554432) === 0) {
			effect.nodes?.a?.measure();
			(to_animate ??= /* @__PURE__ */ new Set()).add(effect);
		}
	}
	for (i = 0; i < length; i += 1) {
		value = array[i];
		key = get_key(value, i);
		effect = items.get(key).e;
		if (state.outrogroups !== null) for (const group of state.outrogroups) {
			group.pending.delete(effect);
			group.done.delete(effect);
		}
		if ((effect.f & 8192) !== 0) {
			resume_effect(effect);
			if (is_animated) {
				effect.nodes?.a?.unfix();
				(to_animate ??= /* @__PURE__ */ new Set()).delete(effect);
			}
		}
		if ((effect.f & 33554432) !== 0) {
			effect.f ^= EFFECT_OFFSCREEN;
			if (effect === current) move(effect, null, anchor);
			else {
				var next = prev ? prev.next : current;
				if (effect === state.effect.last) state.effect.last = effect.prev;
				if (effect.prev) effect.prev.next = effect.next;
				if (effect.next) effect.next.prev = effect.prev;
				link(state, prev, effect);
				link(state, effect, next);
				move(effect, next, anchor);
				prev = effect;
				matched = [];
				stashed = [];
				current = skip_to_branch(prev.next);
				continue;
			}
		}
		if (effect !== current) {
			if (seen !== void 0 && seen.has(effect)) {
				if (matched.length < stashed.length) {
					var start = stashed[0];
					var j;
					prev = start.prev;
					var a = matched[0];
					var b = matched[matched.length - 1];
					for (j = 0; j < matched.length; j += 1) move(matched[j], start, anchor);
					for (j = 0; j < stashed.length; j += 1) seen.delete(stashed[j]);
					link(state, a.prev, b.next);
					link(state, prev, a);
					link(state, b, start);
					current = start;
					prev = b;
					i -= 1;
					matched = [];
					stashed = [];
				} else {
					seen.delete(effect);
					move(effect, current, anchor);
					link(state, effect.prev, effect.next);
					link(state, effect, prev === null ? state.effect.first : prev.next);
					link(state, prev, effect);
					prev = effect;
				}
				continue;
			}
			matched = [];
			stashed = [];
			while (current !== null && current !== effect) {
				(seen ??= /* @__PURE__ */ new Set()).add(current);
				stashed.push(current);
				current = skip_to_branch(current.next);
			}
			if (current === null) continue;
		}
		if ((effect.f & 33554432) === 0) matched.push(effect);
		prev = effect;
		current = skip_to_branch(effect.next);
	}
	if (state.outrogroups !== null) {
		for (const group of state.outrogroups) if (group.pending.size === 0) {
			destroy_effects(state, array_from(group.done));
			state.outrogroups?.delete(group);
		}
		if (state.outrogroups.size === 0) state.outrogroups = null;
	}
	if (current !== null || seen !== void 0) {
		/** @type {Effect[]} */
		var to_destroy = [];
		if (seen !== void 0) {
			for (effect of seen) if ((effect.f & 8192) === 0) to_destroy.push(effect);
		}
		while (current !== null) {
			if ((current.f & 8192) === 0 && current !== state.fallback) to_destroy.push(current);
			current = skip_to_branch(current.next);
		}
		var destroy_length = to_destroy.length;
		if (destroy_length > 0) {
			var controlled_anchor = (flags & 4) !== 0 && length === 0 ? anchor : null;
			if (is_animated) {
				for (i = 0; i < destroy_length; i += 1) to_destroy[i].nodes?.a?.measure();
				for (i = 0; i < destroy_length; i += 1) to_destroy[i].nodes?.a?.fix();
			}
			pause_effects(state, to_destroy, controlled_anchor);
		}
	}
	if (is_animated) queue_micro_task(() => {
		if (to_animate === void 0) return;
		for (effect of to_animate) effect.nodes?.a?.apply();
	});
}
/**
* @template V
* @param {Map<any, EachItem>} items
* @param {Node} anchor
* @param {V} value
* @param {unknown} key
* @param {number} index
* @param {(anchor: Node, item: MaybeSource<V>, index: MaybeSource<number>, collection: () => V[]) => void} render_fn
* @param {number} flags
* @param {() => V[]} get_collection
* @returns {EachItem}
*/
function create_item(items, anchor, value, key, index, render_fn, flags, get_collection) {
	var v = (flags & 1) !== 0 ? (flags & 16) === 0 ? /* @__PURE__ */ mutable_source(value, false, false) : source(value) : null;
	var i = (flags & 2) !== 0 ? source(index) : null;
	return {
		v,
		i,
		e: branch(() => {
			render_fn(anchor, v ?? value, i ?? index, get_collection);
			return () => {
				items.delete(key);
			};
		})
	};
}
/**
* @param {Effect} effect
* @param {Effect | null} next
* @param {Text | Element | Comment} anchor
*/
function move(effect, next, anchor) {
	if (!effect.nodes) return;
	var node = effect.nodes.start;
	var end = effect.nodes.end;
	var dest = next && (next.f & 33554432) === 0 ? next.nodes.start : anchor;
	while (node !== null) {
		var next_node = /* @__PURE__ */ get_next_sibling(node);
		dest.before(node);
		if (node === end) return;
		node = next_node;
	}
}
/**
* @param {EachState} state
* @param {Effect | null} prev
* @param {Effect | null} next
*/
function link(state, prev, next) {
	if (prev === null) state.effect.first = next;
	else prev.next = next;
	if (next === null) state.effect.last = prev;
	else next.prev = prev;
}
// node_modules/svelte/src/internal/client/dom/blocks/snippet.js
/** @import { Snippet } from 'svelte' */
/** @import { TemplateNode } from '#client' */
/** @import { Getters } from '#shared' */
/**
* @template {(node: TemplateNode, ...args: any[]) => void} SnippetFn
* @param {TemplateNode} node
* @param {() => SnippetFn | null | undefined} get_snippet
* @param {(() => any)[]} args
* @returns {void}
*/
function snippet(node, get_snippet, ...args) {
	var branches = new BranchManager(node);
	block(() => {
		const snippet = get_snippet() ?? null;
		branches.ensure(snippet, snippet && ((anchor) => snippet(anchor, ...args)));
	}, EFFECT_TRANSPARENT);
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
/** @import { TemplateNode, Dom } from '#client' */
/**
* @template P
* @template {(props: P) => void} C
* @param {TemplateNode} node
* @param {() => C} get_component
* @param {(anchor: TemplateNode, component: C) => Dom | void} render_fn
* @returns {void}
*/
function component(node, get_component, render_fn) {
	/** @type {TemplateNode | undefined} */
	var hydration_start_node;
	if (hydrating) {
		hydration_start_node = hydrate_node;
		hydrate_next();
	}
	var branches = new BranchManager(node);
	block(() => {
		var component = get_component() ?? null;
		if (hydrating) {
			if (read_hydration_instruction(hydration_start_node) === "[" !== (component !== null)) {
				var anchor = skip_nodes();
				set_hydrate_node(anchor);
				branches.anchor = anchor;
				set_hydrating(false);
				branches.ensure(component, component && ((target) => render_fn(target, component)));
				set_hydrating(true);
				return;
			}
		}
		branches.ensure(component, component && ((target) => render_fn(target, component)));
	}, EFFECT_TRANSPARENT);
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-head.js
/** @import { TemplateNode } from '#client' */
/**
* @param {string} hash
* @param {(anchor: Node) => void} render_fn
* @returns {void}
*/
function head(hash, render_fn) {
	let previous_hydrate_node = null;
	let was_hydrating = hydrating;
	/** @type {Comment | Text} */
	var anchor;
	if (hydrating) {
		previous_hydrate_node = hydrate_node;
		var head_anchor = /* @__PURE__ */ get_first_child(document.head);
		while (head_anchor !== null && (head_anchor.nodeType !== 8 || head_anchor.data !== hash)) head_anchor = /* @__PURE__ */ get_next_sibling(head_anchor);
		if (head_anchor === null) set_hydrating(false);
		else {
			var start = /* @__PURE__ */ get_next_sibling(head_anchor);
			head_anchor.remove();
			set_hydrate_node(start);
		}
	}
	if (!hydrating) anchor = document.head.appendChild(create_text());
	try {
		block(() => {
			var e = branch(() => render_fn(anchor));
			e.f |= HEAD_EFFECT;
			if (!hydrating) {
				if (e.nodes === null) e.nodes = {
					start: anchor,
					end: anchor,
					a: null,
					t: null
				};
				else e.nodes.end = anchor;
			}
		});
	} finally {
		if (was_hydrating) {
			set_hydrating(true);
			set_hydrate_node(previous_hydrate_node);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/elements/actions.js
/** @import { ActionPayload } from '#client' */
/**
* @template P
* @param {Element} dom
* @param {(dom: Element, value?: P) => ActionPayload<P>} action
* @param {() => P} [get_value]
* @returns {void}
*/
function action(dom, action, get_value) {
	effect(() => {
		var payload = untrack(() => action(dom, get_value?.()) || {});
		if (get_value && payload?.update) {
			var inited = false;
			/** @type {P} */
			var prev = {};
			render_effect(() => {
				var value = get_value();
				deep_read_state(value);
				if (inited && safe_not_equal(prev, value)) {
					prev = value;
					/** @type {Function} */ payload.update(value);
				}
			});
			inited = true;
		}
		if (payload?.destroy) return () => payload.destroy();
	});
}
// node_modules/svelte/src/internal/client/dom/elements/attachments.js
/** @import { Effect } from '#client' */
/**
* @param {Element} node
* @param {() => (node: Element) => void} get_fn
*/
function attach(node, get_fn) {
	/** @type {false | undefined | ((node: Element) => void)} */
	var fn = void 0;
	/** @type {Effect | null} */
	var e;
	managed(() => {
		if (fn !== (fn = get_fn())) {
			if (e) {
				destroy_effect(e);
				e = null;
			}
			if (fn) e = branch(() => {
				effect(() => fn(node));
			});
		}
	});
}
// node_modules/clsx/dist/clsx.mjs
function r(e) {
	var t, f, n = "";
	if ("string" == typeof e || "number" == typeof e) n += e;
	else if ("object" == typeof e) if (Array.isArray(e)) {
		var o = e.length;
		for (t = 0; t < o; t++) e[t] && (f = r(e[t])) && (n && (n += " "), n += f);
	} else for (f in e) e[f] && (n && (n += " "), n += f);
	return n;
}
function clsx$1() {
	for (var e, t, f = 0, n = "", o = arguments.length; f < o; f++) (e = arguments[f]) && (t = r(e)) && (n && (n += " "), n += t);
	return n;
}
// node_modules/svelte/src/internal/shared/attributes.js
/**
* Small wrapper around clsx to preserve Svelte's (weird) handling of falsy values.
* TODO Svelte 6 revisit this, and likely turn all falsy values into the empty string (what clsx also does)
* @param  {any} value
*/
function clsx(value) {
	if (typeof value === "object") return clsx$1(value);
	else return value ?? "";
}
var whitespace = [..." 	\n\r\f\xA0\v﻿"];
/**
* @param {any} value
* @param {string | null} [hash]
* @param {Record<string, boolean>} [directives]
* @returns {string | null}
*/
function to_class(value, hash, directives) {
	var classname = value == null ? "" : "" + value;
	if (hash) classname = classname ? classname + " " + hash : hash;
	if (directives) {
		for (var key of Object.keys(directives)) if (directives[key]) classname = classname ? classname + " " + key : key;
		else if (classname.length) {
			var len = key.length;
			var a = 0;
			while ((a = classname.indexOf(key, a)) >= 0) {
				var b = a + len;
				if ((a === 0 || whitespace.includes(classname[a - 1])) && (b === classname.length || whitespace.includes(classname[b]))) classname = (a === 0 ? "" : classname.substring(0, a)) + classname.substring(b + 1);
				else a = b;
			}
		}
	}
	return classname === "" ? null : classname;
}
/**
*
* @param {Record<string,any>} styles
* @param {boolean} important
*/
function append_styles(styles, important = false) {
	var separator = important ? " !important;" : ";";
	var css = "";
	for (var key of Object.keys(styles)) {
		var value = styles[key];
		if (value != null && value !== "") css += " " + key + ": " + value + separator;
	}
	return css;
}
/**
* @param {string} name
* @returns {string}
*/
function to_css_name(name) {
	if (name[0] !== "-" || name[1] !== "-") return name.toLowerCase();
	return name;
}
/**
* @param {any} value
* @param {Record<string, any> | [Record<string, any>, Record<string, any>]} [styles]
* @returns {string | null}
*/
function to_style(value, styles) {
	if (styles) {
		var new_style = "";
		/** @type {Record<string,any> | undefined} */
		var normal_styles;
		/** @type {Record<string,any> | undefined} */
		var important_styles;
		if (Array.isArray(styles)) {
			normal_styles = styles[0];
			important_styles = styles[1];
		} else normal_styles = styles;
		if (value) {
			value = String(value).replaceAll(/\/\*.*?\*\//g, "").trim();
			/** @type {boolean | '"' | "'"} */
			var in_str = false;
			var in_apo = 0;
			var in_comment = false;
			var reserved_names = [];
			if (normal_styles) reserved_names.push(...Object.keys(normal_styles).map(to_css_name));
			if (important_styles) reserved_names.push(...Object.keys(important_styles).map(to_css_name));
			var start_index = 0;
			var name_index = -1;
			const len = value.length;
			for (var i = 0; i < len; i++) {
				var c = value[i];
				if (in_comment) {
					if (c === "/" && value[i - 1] === "*") in_comment = false;
				} else if (in_str) {
					if (in_str === c) in_str = false;
				} else if (c === "/" && value[i + 1] === "*") in_comment = true;
				else if (c === "\"" || c === "'") in_str = c;
				else if (c === "(") in_apo++;
				else if (c === ")") in_apo--;
				if (!in_comment && in_str === false && in_apo === 0) {
					if (c === ":" && name_index === -1) name_index = i;
					else if (c === ";" || i === len - 1) {
						if (name_index !== -1) {
							var name = to_css_name(value.substring(start_index, name_index).trim());
							if (!reserved_names.includes(name)) {
								if (c !== ";") i++;
								var property = value.substring(start_index, i).trim();
								new_style += " " + property + ";";
							}
						}
						start_index = i + 1;
						name_index = -1;
					}
				}
			}
		}
		if (normal_styles) new_style += append_styles(normal_styles);
		if (important_styles) new_style += append_styles(important_styles, true);
		new_style = new_style.trim();
		return new_style === "" ? null : new_style;
	}
	return value == null ? null : String(value);
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
/**
* @param {Element} dom
* @param {boolean | number} is_html
* @param {string | null} value
* @param {string} [hash]
* @param {Record<string, any>} [prev_classes]
* @param {Record<string, any>} [next_classes]
* @returns {Record<string, boolean> | undefined}
*/
function set_class(dom, is_html, value, hash, prev_classes, next_classes) {
	var prev = dom[CLASS_CACHE];
	if (hydrating || prev !== value || prev === void 0) {
		var next_class_name = to_class(value, hash, next_classes);
		if (!hydrating || next_class_name !== dom.getAttribute("class")) {
			if (next_class_name == null) dom.removeAttribute("class");
			else if (is_html) dom.className = next_class_name;
			else dom.setAttribute("class", next_class_name);
		}
		/** @type {any} */ dom[CLASS_CACHE] = value;
	} else if (next_classes && prev_classes !== next_classes) for (var key in next_classes) {
		var is_present = !!next_classes[key];
		if (prev_classes == null || is_present !== !!prev_classes[key]) dom.classList.toggle(key, is_present);
	}
	return next_classes;
}
// node_modules/svelte/src/internal/client/dom/elements/style.js
/**
* @param {Element & ElementCSSInlineStyle} dom
* @param {Record<string, any>} prev
* @param {Record<string, any>} next
* @param {string} [priority]
*/
function update_styles(dom, prev = {}, next, priority) {
	for (var key in next) {
		var value = next[key];
		if (prev[key] !== value) {
			if (next[key] == null) dom.style.removeProperty(key);
			else dom.style.setProperty(key, value, priority);
		}
	}
}
/**
* @param {Element & ElementCSSInlineStyle} dom
* @param {string | null} value
* @param {Record<string, any> | [Record<string, any>, Record<string, any>]} [prev_styles]
* @param {Record<string, any> | [Record<string, any>, Record<string, any>]} [next_styles]
*/
function set_style(dom, value, prev_styles, next_styles) {
	var prev = dom[STYLE_CACHE];
	if (hydrating || prev !== value) {
		var next_style_attr = to_style(value, next_styles);
		if (!hydrating || next_style_attr !== dom.getAttribute("style")) {
			if (next_style_attr == null) dom.removeAttribute("style");
			else dom.style.cssText = next_style_attr;
		}
		/** @type {any} */ dom[STYLE_CACHE] = value;
	} else if (next_styles) {
		if (Array.isArray(next_styles)) {
			update_styles(dom, prev_styles?.[0], next_styles[0]);
			update_styles(dom, prev_styles?.[1], next_styles[1], "important");
		} else update_styles(dom, prev_styles, next_styles);
	}
	return next_styles;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
/**
* Sets the `selected` attribute on an option so form reset can restore it.
* @param {HTMLOptionElement} option
* @param {boolean} selected
*/
function set_selected(option, selected) {
	if (selected) {
		if (!option.hasAttribute("selected")) option.setAttribute("selected", "");
	} else option.removeAttribute("selected");
}
/**
* Sets the options a form reset should restore. The first call selects
* them if nothing has set a value, later calls leave the current selection alone.
* @param {HTMLSelectElement} select
* @param {any} value
*/
function set_default_select_value(select, value) {
	var mounting = !("__defaultValue" in select);
	if (!mounting && select.__defaultValue === value) return;
	select.__defaultValue = value;
	apply_default_select_value(select, !mounting || "__value" in select);
}
/**
* Marks the options matching `__defaultValue` as selected. Without `preserve`
* a newly matching option gets selected, as an inserted `<option selected>` would.
* @param {HTMLSelectElement} select
* @param {boolean} preserve
*/
function apply_default_select_value(select, preserve) {
	var value = select.__defaultValue;
	var multiple = select.multiple;
	var values = multiple ? value ?? [] : null;
	if (multiple && !is_array(values)) return;
	var index = select.selectedIndex;
	var selected = preserve && multiple ? new Set(select.selectedOptions) : null;
	for (var option of select.options) {
		var option_value = get_option_value(option);
		set_selected(option, multiple ? values.includes(option_value) : is(option_value, value));
	}
	if (!preserve) return;
	if (selected !== null) for (option of select.options) {
		var was_selected = selected.has(option);
		if (option.selected !== was_selected) option.selected = was_selected;
	}
	else if (select.selectedIndex !== index) select.selectedIndex = index;
}
/**
* Selects the correct option(s) (depending on whether this is a multiple select)
* @template V
* @param {HTMLSelectElement} select
* @param {V} value
* @param {boolean} mounting
*/
function select_option(select, value, mounting = false) {
	if (select.multiple) {
		if (value == void 0) return;
		if (!is_array(value)) return select_multiple_invalid_value();
		for (var option of select.options) option.selected = value.includes(get_option_value(option));
		return;
	}
	for (option of select.options) if (is(get_option_value(option), value)) {
		option.selected = true;
		return;
	}
	if (!mounting || value !== void 0) select.selectedIndex = -1;
}
/**
* Sets up a mutation observer to sync the current selection
* and default to the dom when the options change, for example
* when they are inside an `#each` block. Called once per `<select>`,
* by the compiled output or by `attribute_effect` for spreads.
* @param {HTMLSelectElement} select
*/
function init_select(select) {
	var observer = new MutationObserver((entries) => {
		if (entries.every(is_selectedcontent_mutation)) return;
		if ("__defaultValue" in select) apply_default_select_value(select, false);
		if ("__value" in select) select_option(select, select.__value);
	});
	observer.observe(select, {
		childList: true,
		subtree: true,
		attributes: true,
		attributeFilter: ["value"]
	});
	teardown(() => {
		observer.disconnect();
	});
}
/**
* @param {HTMLSelectElement} select
* @param {() => unknown} get
* @param {(value: unknown) => void} set
* @returns {void}
*/
function bind_select_value(select, get, set = get) {
	var batches = /* @__PURE__ */ new WeakSet();
	var mounting = true;
	listen_to_event_and_reset_event(select, "change", (is_reset) => {
		var query = is_reset ? "[selected]" : ":checked";
		/** @type {unknown} */
		var value;
		if (select.multiple) value = [].map.call(select.querySelectorAll(query), get_option_value);
		else {
			/** @type {HTMLOptionElement | null} */
			var selected_option = select.querySelector(query) ?? select.querySelector("option:not([disabled])");
			value = selected_option && get_option_value(selected_option);
		}
		set(value);
		select.__value = value;
		if (current_batch !== null) batches.add(current_batch);
	});
	effect(() => {
		var value = get();
		if (select === document.activeElement) {
			var batch = async_mode_flag ? previous_batch : current_batch;
			if (batches.has(batch)) return;
		}
		select_option(select, value, mounting);
		if (mounting && value === void 0) {
			/** @type {HTMLOptionElement | null} */
			var selected_option = select.querySelector(":checked");
			if (selected_option !== null) {
				value = get_option_value(selected_option);
				set(value);
			}
		}
		select.__value = value;
		mounting = false;
	});
}
/** @param {HTMLOptionElement} option */
function get_option_value(option) {
	if ("__value" in option) return option.__value;
	else return option.value;
}
/**
* Returns `true` if the mutation stems from the browser mirroring the selected
* option's content into `<selectedcontent>`, or from us replacing the
* `<selectedcontent>` element with a clone of itself
* @param {MutationRecord} entry
*/
function is_selectedcontent_mutation(entry) {
	if (entry.target.closest("selectedcontent") !== null) return true;
	if (entry.type === "childList") {
		var nodes = [...entry.addedNodes, ...entry.removedNodes];
		return nodes.length > 0 && nodes.every((node) => node.nodeName === "SELECTEDCONTENT");
	}
	return false;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
/** @import { Blocker, Effect } from '#client' */
var CLASS = Symbol("class");
var STYLE = Symbol("style");
var IS_CUSTOM_ELEMENT = Symbol("is custom element");
var IS_HTML = Symbol("is html");
var LINK_TAG = IS_XHTML ? "link" : "LINK";
var INPUT_TAG = IS_XHTML ? "input" : "INPUT";
var OPTION_TAG = IS_XHTML ? "option" : "OPTION";
var SELECT_TAG = IS_XHTML ? "select" : "SELECT";
var PROGRESS_TAG = IS_XHTML ? "progress" : "PROGRESS";
/**
* The value/checked attribute in the template actually corresponds to the defaultValue property, so we need
* to remove it upon hydration to avoid a bug when someone resets the form value.
* @param {HTMLInputElement} input
* @returns {void}
*/
function remove_input_defaults(input) {
	if (!hydrating) return;
	var already_removed = false;
	var remove_defaults = () => {
		if (already_removed) return;
		already_removed = true;
		if (input.hasAttribute("value")) {
			var value = input.value;
			set_attribute(input, "value", null);
			input.value = value;
		}
		if (input.hasAttribute("checked")) {
			var checked = input.checked;
			set_attribute(input, "checked", null);
			input.checked = checked;
		}
	};
	/** @type {any} */ input[FORM_RESET_HANDLER] = remove_defaults;
	queue_micro_task(remove_defaults);
	add_form_reset_listener();
}
/**
* @param {Element} element
* @param {any} value
*/
function set_value(element, value) {
	var attributes = get_attributes(element);
	if (attributes.value === (attributes.value = value ?? void 0) || element.value === value && (value !== 0 || element.nodeName !== PROGRESS_TAG)) return;
	element.value = value ?? "";
}
/**
* @param {Element} element
* @param {boolean} checked
*/
function set_checked(element, checked) {
	var attributes = get_attributes(element);
	if (attributes.checked === (attributes.checked = checked ?? void 0)) return;
	element.checked = checked;
}
/**
* @param {Element} element
* @param {string} attribute
* @param {string | null} value
* @param {boolean} [skip_warning]
*/
function set_attribute(element, attribute, value, skip_warning) {
	var attributes = get_attributes(element);
	if (hydrating) {
		attributes[attribute] = element.getAttribute(attribute);
		if (attribute === "src" || attribute === "srcset" || attribute === "href" && element.nodeName === LINK_TAG) {
			if (!skip_warning);
			return;
		}
	}
	var previous = attributes[attribute];
	if (previous === (attributes[attribute] = value)) return;
	if (attribute === "loading") element[LOADING_ATTR_SYMBOL] = value;
	if (value == null) element.removeAttribute(attribute);
	else if (typeof value !== "string" && get_setters(element).has(attribute)) element[attribute] = value;
	else if (!(hydrating && (typeof value === "number" || typeof value === "boolean") && previous === String(value))) element.setAttribute(attribute, value);
}
/**
* Spreads attributes onto a DOM element, taking into account the currently set attributes
* @param {Element & ElementCSSInlineStyle} element
* @param {Record<string | symbol, any> | undefined} prev
* @param {Record<string | symbol, any>} next New attributes - this function mutates this object
* @param {string} [css_hash]
* @param {boolean} [should_remove_defaults]
* @param {boolean} [skip_warning]
* @returns {Record<string, any>}
*/
function set_attributes(element, prev, next, css_hash, should_remove_defaults = false, skip_warning = false) {
	if (hydrating && should_remove_defaults && element.nodeName === INPUT_TAG) {
		if (!("defaultValue" in next || "defaultChecked" in next)) remove_input_defaults(element);
	}
	var attributes = get_attributes(element);
	var is_custom_element = attributes[IS_CUSTOM_ELEMENT];
	var preserve_attribute_case = !attributes[IS_HTML];
	let is_hydrating_custom_element = hydrating && is_custom_element;
	if (is_hydrating_custom_element) set_hydrating(false);
	var current = prev || {};
	var is_option_element = element.nodeName === OPTION_TAG;
	var is_select_element = element.nodeName === SELECT_TAG;
	try {
		for (var key in prev) if (!(key in next) && key[0] + key[1] !== "$$") next[key] = null;
		if (next.class) next.class = clsx(next.class);
		else if (css_hash || next[CLASS]) next.class = null;
		if (next[STYLE]) next.style ??= null;
		var setters = get_setters(element);
		if (element.nodeName === INPUT_TAG && "type" in next && ("value" in next || "__value" in next)) {
			var type = next.type;
			if (type !== current.type || type === void 0 && element.hasAttribute("type")) {
				current.type = type;
				set_attribute(element, "type", type, skip_warning);
			}
		}
		for (const key in next) {
			let value = next[key];
			if (is_option_element && key === "value" && value == null) {
				element.value = element.__value = "";
				current[key] = value;
				continue;
			}
			if (key === "class") {
				set_class(element, element.namespaceURI === "http://www.w3.org/1999/xhtml", value, css_hash, prev?.[CLASS], next[CLASS]);
				current[key] = value;
				current[CLASS] = next[CLASS];
				continue;
			}
			if (key === "style") {
				set_style(element, value, prev?.[STYLE], next[STYLE]);
				current[key] = value;
				current[STYLE] = next[STYLE];
				continue;
			}
			var prev_value = current[key];
			if (value === prev_value && !(value === void 0 && element.hasAttribute(key))) continue;
			current[key] = value;
			var prefix = key[0] + key[1];
			if (prefix === "$$") continue;
			if (prefix === "on") {
				/** @type {{ capture?: true }} */
				const opts = {};
				const event_handle_key = "$$" + key;
				let event_name = key.slice(2);
				var is_delegated = can_delegate_event(event_name);
				if (is_capture_event(event_name)) {
					event_name = event_name.slice(0, -7);
					opts.capture = true;
				}
				if (!is_delegated && prev_value) {
					if (value != null) continue;
					element.removeEventListener(event_name, current[event_handle_key], opts);
					current[event_handle_key] = null;
				}
				if (is_delegated) {
					delegated(event_name, element, value);
					delegate([event_name]);
				} else if (value != null) {
					/**
					* @this {any}
					* @param {Event} evt
					*/
					function handle(evt) {
						current[key].call(this, evt);
					}
					current[event_handle_key] = create_event(event_name, element, handle, opts);
				}
			} else if (key === "style") set_attribute(element, key, value);
			else if (key === "autofocus") autofocus(element, Boolean(value));
			else if (!is_custom_element && (key === "__value" || key === "value" && value != null)) {
				element.__value = value;
				if (prev_value == null || element.value !== value || value === 0 && element.nodeName === PROGRESS_TAG) element.value = value;
			} else if (key === "selected" && is_option_element) set_selected(element, value);
			else {
				var name = key;
				if (!preserve_attribute_case) name = normalize_attribute(name);
				var is_default = name === "defaultValue" || name === "defaultChecked";
				if (is_select_element && name === "defaultValue") continue;
				if (value == null && !is_custom_element && !is_default) {
					attributes[key] = null;
					if (name === "value" || name === "checked") {
						let input = element;
						const use_default = prev === void 0;
						if (name === "value") {
							let previous = input.defaultValue;
							input.removeAttribute(name);
							input.defaultValue = previous;
							input.value = input.__value = use_default ? previous : null;
						} else {
							let previous = input.defaultChecked;
							input.removeAttribute(name);
							input.defaultChecked = previous;
							input.checked = use_default ? previous : false;
						}
					} else element.removeAttribute(key);
				} else if (is_default || (is_custom_element || typeof value !== "string") && setters.has(name)) {
					element[name] = value;
					if (name in attributes) attributes[name] = UNINITIALIZED;
				} else if (typeof value !== "function") set_attribute(element, name, value, skip_warning);
			}
		}
	} finally {
		if (is_hydrating_custom_element) set_hydrating(true);
	}
	return current;
}
/**
* @param {Element & ElementCSSInlineStyle} element
* @param {(...expressions: any) => Record<string | symbol, any>} fn
* @param {Array<() => any>} sync
* @param {Array<() => Promise<any>>} async
* @param {Blocker[]} blockers
* @param {string} [css_hash]
* @param {boolean} [should_remove_defaults]
* @param {boolean} [skip_warning]
*/
function attribute_effect(element, fn, sync = [], async = [], blockers = [], css_hash, should_remove_defaults = false, skip_warning = false) {
	flatten(blockers, sync, async, (values) => {
		/** @type {Record<string | symbol, any> | undefined} */
		var prev = void 0;
		/** @type {Record<symbol, Effect>} */
		var effects = {};
		var is_select = element.nodeName === SELECT_TAG;
		var inited = false;
		managed(() => {
			var next = fn(...values.map(get$1));
			/** @type {Record<string | symbol, any>} */
			var current = set_attributes(element, prev, next, css_hash, should_remove_defaults, skip_warning);
			if (inited && is_select) {
				var select = element;
				if ("defaultValue" in next) set_default_select_value(select, next.defaultValue);
				if ("value" in next) select_option(select, next.value);
			}
			for (let symbol of Object.getOwnPropertySymbols(effects)) if (!next[symbol]) destroy_effect(effects[symbol]);
			for (let symbol of Object.getOwnPropertySymbols(next)) {
				var n = next[symbol];
				if (symbol.description === "@attach" && (!prev || n !== prev[symbol])) {
					if (effects[symbol]) destroy_effect(effects[symbol]);
					effects[symbol] = branch(() => attach(element, () => n));
				}
				current[symbol] = n;
			}
			prev = current;
		});
		if (is_select) {
			var select = element;
			effect(() => {
				var attrs = prev;
				if ("defaultValue" in attrs) set_default_select_value(select, attrs.defaultValue);
				select_option(select, attrs.value, true);
				init_select(select);
			});
		}
		inited = true;
	});
}
/**
*
* @param {Element} element
*/
function get_attributes(element) {
	return element[ATTRIBUTES_CACHE] ??= {
		[IS_CUSTOM_ELEMENT]: element.nodeName.includes("-"),
		[IS_HTML]: element.namespaceURI === NAMESPACE_HTML
	};
}
/** @type {Map<string, Set<string>>} */
var setters_cache = /* @__PURE__ */ new Map();
/** @param {Element} element */
function get_setters(element) {
	var cache_key = element.getAttribute("is") || element.nodeName;
	var setters = setters_cache.get(cache_key);
	if (setters) return setters;
	setters_cache.set(cache_key, setters = /* @__PURE__ */ new Set());
	var descriptors;
	var proto = element;
	var element_proto = Element.prototype;
	while (element_proto !== proto) {
		descriptors = get_descriptors(proto);
		for (var key in descriptors) if (descriptors[key].set && key !== "innerHTML" && key !== "textContent" && key !== "innerText") setters.add(key);
		proto = get_prototype_of(proto);
	}
	return setters;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/input.js
/** @import { Batch } from '../../../reactivity/batch.js' */
/**
* @param {HTMLInputElement} input
* @param {() => unknown} get
* @param {(value: unknown) => void} set
* @returns {void}
*/
function bind_value(input, get, set = get) {
	var batches = /* @__PURE__ */ new WeakSet();
	listen_to_event_and_reset_event(input, "input", async (is_reset) => {
		/** @type {any} */
		var value = is_reset ? input.defaultValue : input.value;
		value = is_numberlike_input(input) ? to_number(value) : value;
		set(value);
		if (current_batch !== null) batches.add(current_batch);
		await tick();
		if (value !== (value = get())) {
			var start = input.selectionStart;
			var end = input.selectionEnd;
			var length = input.value.length;
			input.value = value ?? "";
			if (end !== null) {
				var new_length = input.value.length;
				if (start === end && end === length && new_length > length) {
					input.selectionStart = new_length;
					input.selectionEnd = new_length;
				} else {
					input.selectionStart = start;
					input.selectionEnd = Math.min(end, new_length);
				}
			}
		}
	});
	if (hydrating && input.defaultValue !== input.value || untrack(get) == null && input.value) {
		set(is_numberlike_input(input) ? to_number(input.value) : input.value);
		if (current_batch !== null) batches.add(current_batch);
	}
	render_effect(() => {
		var value = get();
		if (input === document.activeElement) {
			var batch = async_mode_flag ? previous_batch : current_batch;
			if (batches.has(batch)) return;
		}
		if (is_numberlike_input(input) && value === to_number(input.value)) return;
		if (input.type === "date" && !value && !input.value) return;
		if (value !== input.value) input.value = value ?? "";
	});
}
/** @type {Set<HTMLInputElement[]>} */
var pending = /* @__PURE__ */ new Set();
/**
* @param {HTMLInputElement[]} inputs
* @param {null | [number]} group_index
* @param {HTMLInputElement} input
* @param {() => unknown} get
* @param {(value: unknown) => void} set
* @returns {void}
*/
function bind_group(inputs, group_index, input, get, set = get) {
	var is_checkbox = input.getAttribute("type") === "checkbox";
	var binding_group = inputs;
	let hydration_mismatch = false;
	if (group_index !== null) for (var index of group_index) binding_group = binding_group[index] ??= [];
	binding_group.push(input);
	listen_to_event_and_reset_event(input, "change", () => {
		var value = input.__value;
		if (is_checkbox) value = get_binding_group_value(binding_group, value, input.checked);
		set(value);
	}, () => set(is_checkbox ? [] : null));
	render_effect(() => {
		var value = get();
		if (hydrating && input.defaultChecked !== input.checked) {
			hydration_mismatch = true;
			return;
		}
		if (is_checkbox) {
			value = value || [];
			input.checked = value.includes(input.__value);
		} else input.checked = is(input.__value, value);
	});
	teardown(() => {
		var index = binding_group.indexOf(input);
		if (index !== -1) binding_group.splice(index, 1);
	});
	if (!pending.has(binding_group)) {
		pending.add(binding_group);
		queue_micro_task(() => {
			binding_group.sort((a, b) => a.compareDocumentPosition(b) === 4 ? -1 : 1);
			pending.delete(binding_group);
		});
	}
	queue_micro_task(() => {
		if (hydration_mismatch) {
			var value;
			if (is_checkbox) value = get_binding_group_value(binding_group, value, input.checked);
			else value = binding_group.find((input) => input.checked)?.__value;
			set(value);
		}
	});
}
/**
* @template V
* @param {Array<HTMLInputElement>} group
* @param {V} __value
* @param {boolean} checked
* @returns {V[]}
*/
function get_binding_group_value(group, __value, checked) {
	/** @type {Set<V>} */
	var value = /* @__PURE__ */ new Set();
	for (var i = 0; i < group.length; i += 1) if (group[i].checked) value.add(group[i].__value);
	if (!checked) value.delete(__value);
	return Array.from(value);
}
/**
* @param {HTMLInputElement} input
*/
function is_numberlike_input(input) {
	var type = input.type;
	return type === "number" || type === "range";
}
/**
* @param {string} value
*/
function to_number(value) {
	return value === "" ? null : +value;
}
var resize_observer_border_box = /* @__PURE__ */ new class ResizeObserverSingleton {
	/** */
	#listeners = /* @__PURE__ */ new WeakMap();
	/** @type {ResizeObserver | undefined} */
	#observer;
	/** @type {ResizeObserverOptions} */
	#options;
	/** @static */
	static entries = /* @__PURE__ */ new WeakMap();
	/** @param {ResizeObserverOptions} options */
	constructor(options) {
		this.#options = options;
	}
	/**
	* @param {Element} element
	* @param {(entry: ResizeObserverEntry) => any} listener
	*/
	observe(element, listener) {
		var listeners = this.#listeners.get(element) || /* @__PURE__ */ new Set();
		listeners.add(listener);
		this.#listeners.set(element, listeners);
		this.#getObserver().observe(element, this.#options);
		return () => {
			var listeners = this.#listeners.get(element);
			listeners.delete(listener);
			if (listeners.size === 0) {
				this.#listeners.delete(element);
				/** @type {ResizeObserver} */ this.#observer.unobserve(element);
			}
		};
	}
	#getObserver() {
		return this.#observer ?? (this.#observer = new ResizeObserver(
			/** @param {any} entries */
			(entries) => {
				for (var entry of entries) {
					ResizeObserverSingleton.entries.set(entry.target, entry);
					for (var listener of this.#listeners.get(entry.target) || []) listener(entry);
				}
			}
		));
	}
}({ box: "border-box" });
/**
* @param {HTMLElement} element
* @param {'clientWidth' | 'clientHeight' | 'offsetWidth' | 'offsetHeight'} type
* @param {(size: number) => void} set
*/
function bind_element_size(element, type, set) {
	var unsub = resize_observer_border_box.observe(element, () => set(element[type]));
	effect(() => {
		untrack(() => set(element[type]));
		return unsub;
	});
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
/** @import { ComponentContext, Effect } from '#client' */
/**
* @param {any} bound_value
* @param {Element} element_or_component
* @returns {boolean}
*/
function is_bound_this(bound_value, element_or_component) {
	return bound_value === element_or_component || bound_value?.[STATE_SYMBOL] === element_or_component;
}
/**
* @param {any} element_or_component
* @param {(value: unknown, ...parts: unknown[]) => void} update
* @param {(...parts: unknown[]) => unknown} get_value
* @param {() => unknown[]} [get_parts] Set if the this binding is used inside an each block,
* 										returns all the parts of the each block context that are used in the expression
* @returns {void}
*/
function bind_this(element_or_component = mark_as_component(), update, get_value, get_parts) {
	var component_effect = component_context.r;
	var parent = active_effect;
	effect(() => {
		/** @type {unknown[]} */
		var old_parts;
		/** @type {unknown[]} */
		var parts;
		render_effect(() => {
			old_parts = parts;
			parts = get_parts?.() || [];
			untrack(() => {
				if (!is_bound_this(get_value(...parts), element_or_component)) {
					update(element_or_component, ...parts);
					if (old_parts && is_bound_this(get_value(...old_parts), element_or_component)) update(null, ...old_parts);
				}
			});
		});
		return () => {
			let p = parent;
			while (p !== component_effect && p.parent !== null && p.parent.f & 33554432) p = p.parent;
			const teardown = () => {
				if (parts && is_bound_this(get_value(...parts), element_or_component)) update(null, ...parts);
			};
			const original_teardown = p.teardown;
			p.teardown = () => {
				teardown();
				original_teardown?.();
			};
		};
	});
	return element_or_component;
}
// node_modules/svelte/src/internal/client/reactivity/store.js
/**
* Whether or not the prop currently being read is a store binding, as in
* `<Child bind:x={$y} />`. If it is, we treat the prop as mutable even in
* runes mode, and skip `binding_property_non_reactive` validation
*/
var is_store_binding = false;
/**
* Returns a tuple that indicates whether `fn()` reads a prop that is a store binding.
* Used to prevent `binding_property_non_reactive` validation false positives and
* ensure that these props are treated as mutable even in runes mode
* @template T
* @param {() => T} fn
* @returns {[T, boolean]}
*/
function capture_store_binding(fn) {
	var previous_is_store_binding = is_store_binding;
	try {
		is_store_binding = false;
		return [fn(), is_store_binding];
	} finally {
		is_store_binding = previous_is_store_binding;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
/** @import { Derived, Effect, Source } from './types.js' */
/**
* The proxy handler for rest props (i.e. `const { x, ...rest } = $props()`).
* Is passed the full `$$props` object and excludes the named props.
* @type {ProxyHandler<{ props: Record<string | symbol, unknown>, exclude: Set<string | symbol>, name?: string }>}}
*/
var rest_props_handler = {
	get(target, key) {
		if (target.exclude.has(key)) return;
		return target.props[key];
	},
	set(target, key) {
		return false;
	},
	getOwnPropertyDescriptor(target, key) {
		if (target.exclude.has(key)) return;
		if (key in target.props) return {
			enumerable: true,
			configurable: true,
			value: target.props[key]
		};
	},
	has(target, key) {
		if (target.exclude.has(key)) return false;
		return key in target.props;
	},
	ownKeys(target) {
		return Reflect.ownKeys(target.props).filter((key) => !target.exclude.has(key));
	}
};
/**
* @param {Record<string, unknown>} props
* @param {Set<string>} exclude
* @param {string} [name]
* @returns {Record<string, unknown>}
*/
/*#__NO_SIDE_EFFECTS__*/
function rest_props(props, exclude, name) {
	return new Proxy({
		props,
		exclude
	}, rest_props_handler);
}
/**
* This function is responsible for synchronizing a possibly bound prop with the inner component state.
* It is used whenever the compiler sees that the component writes to the prop, or when it has a default prop_value.
* @template V
* @param {Record<string, unknown>} props
* @param {string} key
* @param {number} flags
* @param {V | (() => V)} [fallback]
* @returns {(() => V | ((arg: V) => V) | ((arg: V, mutation: boolean) => V))}
*/
function prop(props, key, flags, fallback) {
	var runes = !legacy_mode_flag || (flags & 2) !== 0;
	var bindable = (flags & 8) !== 0;
	var lazy = (flags & 16) !== 0;
	var fallback_value = fallback;
	var fallback_dirty = true;
	var fallback_signal = void 0;
	var get_fallback = () => {
		if (lazy && runes) {
			fallback_signal ??= /* @__PURE__ */ derived(fallback);
			return get$1(fallback_signal);
		}
		if (fallback_dirty) {
			fallback_dirty = false;
			fallback_value = lazy ? untrack(fallback) : fallback;
		}
		return fallback_value;
	};
	/** @type {((v: V) => void) | undefined} */
	let setter;
	if (bindable) {
		var is_entry_props = STATE_SYMBOL in props || LEGACY_PROPS in props;
		setter = get_descriptor(props, key)?.set ?? (is_entry_props && key in props ? (v) => props[key] = v : void 0);
	}
	/** @type {V} */
	var initial_value;
	var is_store_sub = false;
	if (bindable) [initial_value, is_store_sub] = capture_store_binding(() => props[key]);
	else initial_value = props[key];
	if (initial_value === void 0 && fallback !== void 0) {
		initial_value = get_fallback();
		if (setter) {
			if (runes) props_invalid_value(key);
			setter(initial_value);
		}
	}
	/** @type {() => V} */
	var getter;
	if (runes) getter = () => {
		var value = props[key];
		if (value === void 0) return get_fallback();
		fallback_dirty = true;
		return value;
	};
	else getter = () => {
		var value = props[key];
		if (value !== void 0) fallback_value = void 0;
		return value === void 0 ? fallback_value : value;
	};
	if (runes && (flags & 4) === 0) return getter;
	if (setter) {
		var legacy_parent = props.$$legacy;
		return (function(value, mutation) {
			if (arguments.length > 0) {
				if (!runes || !mutation || legacy_parent || is_store_sub)
 /** @type {Function} */ setter(mutation ? getter() : value);
				return value;
			}
			return getter();
		});
	}
	var overridden = false;
	var d = ((flags & 1) !== 0 ? derived : derived_safe_equal)(() => {
		overridden = false;
		return getter();
	});
	if (bindable) get$1(d);
	var parent_effect = active_effect;
	return (function(value, mutation) {
		if (arguments.length > 0) {
			const new_value = mutation ? get$1(d) : runes && bindable ? proxy(value) : value;
			set(d, new_value);
			overridden = true;
			if (fallback_value !== void 0) fallback_value = new_value;
			return value;
		}
		if (is_destroying_effect && overridden || (parent_effect.f & 16384) !== 0) return d.v;
		return get$1(d);
	});
}
if (typeof HTMLElement === "function");
/**
* `onMount`, like [`$effect`](https://svelte.dev/docs/svelte/$effect), schedules a function to run as soon as the component has been mounted to the DOM.
* Unlike `$effect`, the provided function only runs once.
*
* It must be called during the component's initialisation (but doesn't need to live _inside_ the component;
* it can be called from an external module). If a function is returned _synchronously_ from `onMount`,
* it will be called when the component is unmounted.
*
* `onMount` functions do not run during [server-side rendering](https://svelte.dev/docs/svelte/svelte-server#render).
*
* @template T
* @param {() => NotFunction<T> | Promise<NotFunction<T>> | (() => any)} fn
* @returns {void}
*/
function onMount(fn) {
	if (component_context === null) lifecycle_outside_component("onMount");
	if (legacy_mode_flag && component_context.l !== null) init_update_callbacks(component_context).m.push(fn);
	else user_effect(() => {
		const cleanup = untrack(fn);
		if (typeof cleanup === "function") return cleanup;
	});
}
/**
* Legacy-mode: Init callbacks object for onMount/beforeUpdate/afterUpdate
* @param {ComponentContext} context
*/
function init_update_callbacks(context) {
	var l = context.l;
	return l.u ??= {
		a: [],
		b: [],
		m: []
	};
}
// node_modules/svelte/src/internal/disclose-version.js
if (typeof window !== "undefined") ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/format.ts
var MINUTE = 6e4;
var QUARTER = 15 * MINUTE;
var DAY$1 = 1440 * MINUTE;
var DAYS = [
	"Sun",
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat"
];
var MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
/**
* Times in one time zone. Everything a person looks at goes through the one of the company.
*
* `Intl` is asked how far the zone is from UTC and for nothing else: a board writes thousands of times, and writing one
* through `Intl` takes as long as drawing the bubble that it stands in.
*/
var Times = class {
	zone;
	#fields;
	/** By quarter of an hour: clocks are set on whole quarters everywhere. Milliseconds. */
	#offsets = /* @__PURE__ */ new Map();
	constructor(zone) {
		this.zone = zone;
		this.#fields = new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "numeric",
			day: "numeric",
			hour: "numeric",
			minute: "numeric",
			second: "numeric"
		});
	}
	/** `9:40`, `13:05`. */
	time(at) {
		const there = this.#there(at);
		return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, "0")}`;
	}
	/** `Sat 21 Nov`. */
	day(at) {
		const there = this.#there(at);
		return `${DAYS[there.getUTCDay()]} ${there.getUTCDate()} ${MONTHS[there.getUTCMonth()]}`;
	}
	/** `2026-11-21`. */
	date(at) {
		return this.#there(at).toISOString().slice(0, 10);
	}
	/** `8–10`, `8:30–10`, `13:00–15:30` as `13–15:30`: whole hours lose their zeros. */
	span(start, end) {
		return `${this.#short(start)}–${this.#short(end)}`;
	}
	/** `Tue 8–10`: short enough for a button. */
	window(start, end) {
		return `${this.day(start).slice(0, 3)} ${this.span(start, end)}`;
	}
	/** `9:40` on the day of `now`, `Fri 20 Nov 9:40` on another. */
	when(at, now) {
		return this.date(at) === this.date(now) ? this.time(at) : `${this.day(at)} ${this.time(at)}`;
	}
	#short(at) {
		return this.time(at).replace(/:00$/, "");
	}
	/** A date whose UTC fields are what the clock on the wall shows there. */
	#there(at) {
		const instant = typeof at === "number" ? at : Date.parse(at);
		return new Date(instant + this.#offset(instant));
	}
	/** How far the zone is ahead of UTC. A day that begins and ends alike is alike in between. */
	#offset(instant) {
		const day = Math.floor(instant / DAY$1) * DAY$1;
		const first = this.#asked(day);
		return first === this.#asked(day + DAY$1) ? first : this.#asked(Math.floor(instant / QUARTER) * QUARTER);
	}
	#asked(instant) {
		const known = this.#offsets.get(instant);
		if (known !== void 0) return known;
		const shown = {};
		for (const { type, value } of this.#fields.formatToParts(instant)) shown[type] = Number(value);
		const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
		const offset = Date.UTC(year, month - 1, day, hour, minute, second) - instant;
		this.#offsets.set(instant, offset);
		return offset;
	}
};
var MINUS = "−";
/** `$1,240`; cents only when there are some. */
function money(cents) {
	const [whole, part] = [Math.floor(Math.abs(cents) / 100), Math.abs(cents) % 100];
	return `${cents < 0 ? MINUS : ""}$${grouped(whole)}${part === 0 ? "" : `.${String(part).padStart(2, "0")}`}`;
}
/** `$1,240`, rounded to dollars: for lists, where cents are noise. */
function dollars(cents) {
	return money(Math.round(cents / 100) * 100);
}
/** `+$2,310`, `−$40`, `$0`, in whole dollars. */
function moneyDelta(cents) {
	const rounded = Math.round(cents / 100) * 100;
	return rounded > 0 ? `+${money(rounded)}` : money(rounded === 0 ? 0 : rounded);
}
/** `+12 min`, `−46 min`, `0 min`. */
function minutesDelta(minutes) {
	return `${signed(Math.round(minutes))} min`;
}
/** `+3 jobs`, `−1 job`, `0 jobs`. */
function countDelta(count, one, many = `${one}s`) {
	return `${signed(count)} ${Math.abs(count) === 1 ? one : many}`;
}
/** `12 min`, `1 h 20 min`, `3 d`: how long, in the largest two units that matter. */
function length(minutes) {
	const whole = Math.max(0, Math.round(minutes));
	if (whole < 60) return `${whole} min`;
	if (whole < 1440) return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
	return `${Math.floor(whole / 1440)} d`;
}
/** `19 h 37 min`, `24 h 5 min`: how long something is that people do, however long. */
function hours$1(minutes) {
	const whole = Math.max(0, Math.round(minutes));
	return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
/** `4 min`, `2 h`, `3 d`: an age in its largest unit. */
function age(at, now) {
	const minutes = Math.max(0, Math.floor((now - new Date(at).getTime()) / 6e4));
	if (minutes < 60) return `${minutes} min`;
	if (minutes < 1440) return `${Math.floor(minutes / 60)} h`;
	return `${Math.floor(minutes / 1440)} d`;
}
function signed(number) {
	return number > 0 ? `+${grouped(number)}` : number < 0 ? `${MINUS}${grouped(-number)}` : "0";
}
/** `12345` as `12,345`. By hand: `toLocaleString` makes a formatter each time. */
function grouped(whole) {
	return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `+16145550142` as `(614) 555-0142`. A number of another country stays as it is dialled; what is kept is always E.164. */
function phoneNumber(e164) {
	const digits = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164.trim());
	return digits === null ? e164 : `(${digits[1]}) ${digits[2]}-${digits[3]}`;
}
/** `awaiting_approval` as `Awaiting approval`: a stable name in sentence case, when there are no better words for it. */
function words(name) {
	const spaced = name.replaceAll("_", " ");
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
/** A message of the server as a sentence on the screen: `no lead \`17\`` as `No lead “17”`. */
function sentence(message) {
	return message.charAt(0).toUpperCase() + message.slice(1).replace(/`([^`]*)`/g, "“$1”");
}
// src/api/begun.ts
/** How long after the start of the page an answer is as good as one asked for now. Milliseconds. */
var FRESH = 1e4;
/** Hands over what was asked for at an address, once: whoever reads again wants it newer. A "no" is asked for again. */
async function takeBegun(address) {
	const begun = globalThis.window?.begun;
	const answer = begun?.[address];
	if (begun === void 0 || answer === void 0) return null;
	delete begun[address];
	if (performance.now() > FRESH) return null;
	const came = await answer;
	return came?.status === 200 ? came : null;
}
// src/api/headline.ts
/** What a "no" is about, in words for whoever reads it: the server's title is the name of an HTTP status. */
var HEADLINES = {
	refused: "The rules of the board say no",
	conflict: "Somebody was quicker",
	already_decided: "Somebody was quicker",
	taken: "Somebody was quicker",
	stale: "The board has changed since",
	not_undoable: "This cannot be taken back",
	already_undone: "This was taken back already",
	text_names_another_window: "The text names another window",
	case_changed: "The request has changed since you looked at it",
	window_full: "This window is full by now",
	window_not_offered: "This window does not fit",
	same_window: "This window is promised already",
	goes_with_approval: "It leaves with its approval",
	reservation_expired: "The reservation has expired",
	expired: "It has expired",
	forbidden: "Your role does not allow this",
	csrf: "This page is too old; load it again",
	not_signed_in: "You are signed out",
	wrong_credentials: "That e-mail and password do not fit",
	wrong_password: "The old password is not right",
	too_many_requests: "Too many tries; wait a moment",
	unavailable: "The program cannot answer now",
	timeout: "That took too long",
	too_large: "That is too long",
	not_found: "It is not there any more",
	empty_text: "Something is still missing",
	missing_field: "Something is still missing",
	invalid_value: "Something has to change",
	invalid: "Something has to change",
	wrong_type: "Something has to change",
	last_owner: "Somebody has to own the company",
	internal: "Something went wrong here"
};
/** The titles that servers give by status; any other title was written for people. */
var STATUS_NAMES = /* @__PURE__ */ new Set([
	"Bad Request",
	"Unauthorized",
	"Forbidden",
	"Not Found",
	"Method Not Allowed",
	"Request Timeout",
	"Conflict",
	"Gone",
	"Payload Too Large",
	"Unsupported Media Type",
	"Unprocessable Entity",
	"Unprocessable Content",
	"Too Many Requests",
	"Internal Server Error",
	"Service Unavailable"
]);
function headline({ code, title }) {
	const named = HEADLINES[code];
	if (named !== void 0 && (STATUS_NAMES.has(title) || code === "wrong_credentials")) return named;
	return STATUS_NAMES.has(title) ? "That did not work" : title;
}
// src/api/client.ts
var csrf = "";
var signedOut = () => {};
/** Names the token that goes with every request that changes something; it comes with the session. */
function useCsrf(token) {
	csrf = token;
}
/** Says what to do when the server no longer knows who is asking. */
function onSignedOut(then) {
	signedOut = then;
}
var get = (path, query, signal) => ask("GET", path, void 0, query, signal);
var post = (path, body, signal) => ask("POST", path, body ?? {}, void 0, signal);
var put = (path, body) => ask("PUT", path, body ?? {});
var patch = (path, body) => ask("PATCH", path, body);
var remove = (path) => ask("DELETE", path);
/** `path` is below `/api/v1`. An aborted request answers with the code `aborted`: drop it. */
async function ask(method, path, body, query = {}, signal) {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) if (value !== null && value !== void 0) parameters.set(name, String(value));
	const address = `${path}${parameters.size > 0 ? `?${parameters}` : ""}`;
	const begun = method === "GET" ? await takeBegun(address) : null;
	if (begun !== null && !signal?.aborted) return {
		ok: true,
		value: begun.json
	};
	const headers = { Accept: "application/json" };
	if (body !== void 0) headers["Content-Type"] = "application/json";
	if (method !== "GET") headers["X-CSRF-Token"] = csrf;
	let response;
	let text;
	try {
		response = await fetch(`/api/v1${address}`, {
			method,
			headers,
			body: body === void 0 ? void 0 : JSON.stringify(body),
			signal
		});
		text = await response.text();
	} catch {
		if (signal?.aborted) return refuse({
			status: 0,
			code: "aborted",
			title: "Dropped",
			detail: ""
		});
		return refuse({
			status: 0,
			code: "offline",
			title: "No connection to the server",
			detail: "Nothing was changed. Try again when the connection is back."
		});
	}
	const json = parse(text);
	if (response.ok) return {
		ok: true,
		value: json
	};
	if (response.status === 401 && path !== "/session") signedOut();
	return refuse(problemFrom(response.status, json));
}
function refuse(some) {
	return {
		ok: false,
		problem: {
			...blank,
			...some
		}
	};
}
var blank = {
	status: 0,
	code: "internal",
	title: "Something went wrong",
	detail: "",
	errors: [],
	refusals: [],
	notice: null,
	fresh: null,
	incident: null
};
/** Reads a problem from what the server sent, whatever that was. */
function problemFrom(status, json) {
	const known = Object.fromEntries(Object.entries(typeof json === "object" && json !== null ? json : {}).filter(([name, value]) => name in blank && value !== null && value !== void 0));
	const problem = {
		...blank,
		title: `The server answered with ${status}`,
		...known,
		status
	};
	return {
		...problem,
		title: sentence(headline(problem)),
		detail: sentence(problem.detail)
	};
}
function parse(text) {
	try {
		return text === "" ? null : JSON.parse(text);
	} catch {
		return null;
	}
}
// src/api/calls.ts
var session = () => get("/session");
var signIn = (who) => post("/session", who);
var signOut = () => remove("/session");
var needsSetup = () => get("/setup");
var setUp = (owner) => post("/setup", owner);
var company$1 = () => get("/company");
var changeMode = (change) => put("/company/mode", change);
var users = () => get("/users");
var addUser = (user) => post("/users", user);
var closeUser = (id) => put(`/users/${id}/closure`);
var reopenUser = (id) => remove(`/users/${id}/closure`);
var resetPassword = (id, password) => put(`/users/${id}/password`, password);
var changePassword = (change) => put("/session/password", change);
var leads = (filter) => get("/leads", { filter });
var lead = (id, signal) => get(`/leads/${id}`, void 0, signal);
var editLead = (id, edit) => patch(`/leads/${id}/readings`, edit);
var takeLead = (id) => put(`/leads/${id}/owner`);
var letLeadGo = (id) => remove(`/leads/${id}/owner`);
var reserve = (id, window) => post(`/leads/${id}/reservation`, window);
var releaseReservation = (id) => remove(`/leads/${id}/reservation`);
var book = (id, window) => post(`/leads/${id}/booking`, window);
var dismiss = (id, why) => post(`/leads/${id}/dismissal`, why);
var takeEscalation = (id) => post(`/escalations/${id}/owner`);
var closeEscalation = (id, outcome) => post(`/escalations/${id}/outcome`, outcome);
var approvals = () => get("/approvals");
var decideApproval = (leadId, decision) => post(`/leads/${leadId}/approval`, decision);
/** Lets a drafted message leave, after it was held back for a moment. */
var releaseMessage = (id) => post(`/messages/${id}/release`);
var discardMessage = (id) => remove(`/messages/${id}`);
/** Visits of any day, leads, customers and technicians that a text names: a number, a name, a phone, an address. */
var search = (q, signal) => get("/search", { q }, signal);
/** Without a date: today in company time. */
var board = (date, signal) => get("/board", { date }, signal);
var makeMoves = (moves) => post("/board/moves", moves);
var previewMoves = (moves, signal) => post("/board/preview", moves, signal);
var undo = (position) => post("/undo", { position });
var visit = (appointmentId, signal) => get(`/appointments/${appointmentId}`, void 0, signal);
var technicianRanking = (appointmentId, signal) => get(`/appointments/${appointmentId}/technicians`, void 0, signal);
var visitWindows = (appointmentId) => get(`/appointments/${appointmentId}/windows`);
/** Gives a visit another window: a person's promise to the customer. */
var reschedule = (appointmentId, to) => post(`/appointments/${appointmentId}/window`, to);
var suggest = (appointmentId) => post("/suggestions", { appointment_id: appointmentId });
var suggestion = (id) => get(`/suggestions/${id}`);
var figures = (id, acceptance, signal) => post(`/suggestions/${id}/figures`, acceptance, signal);
var acceptSuggestion = (id, acceptance) => post(`/suggestions/${id}/acceptance`, acceptance);
var standing = (date) => get("/standing", { date });
// src/company.svelte.ts
var CompanyClock = class {
	#now = /* @__PURE__ */ state(proxy(Date.now()));
	get now() {
		return get$1(this.#now);
	}
	set now(value) {
		set(this.#now, value, true);
	}
	#speed = /* @__PURE__ */ state(1);
	get speed() {
		return get$1(this.#speed);
	}
	set speed(value) {
		set(this.#speed, value, true);
	}
	#shown = Date.now();
	#at = performance.now();
	set(now, speed) {
		this.#shown = Date.parse(now);
		this.#at = performance.now();
		this.speed = speed;
		this.now = this.#shown;
	}
	/** The exact time, not only of the last tick. */
	read() {
		return this.#shown + (performance.now() - this.#at) * this.speed;
	}
	/** Starts to tick; returns how to stop. */
	start() {
		const ticking = setInterval(() => this.now = this.read(), 1e3);
		return () => clearInterval(ticking);
	}
};
var Company = class {
	#view = /* @__PURE__ */ state(null);
	get view() {
		return get$1(this.#view);
	}
	set view(value) {
		set(this.#view, value);
	}
	#problem = /* @__PURE__ */ state(null);
	get problem() {
		return get$1(this.#problem);
	}
	set problem(value) {
		set(this.#problem, value);
	}
	clock = new CompanyClock();
	#times = /* @__PURE__ */ user_derived(() => new Times(this.view?.time_zone ?? "UTC"));
	get times() {
		return get$1(this.#times);
	}
	set times(value) {
		set(this.#times, value);
	}
	async load() {
		const answer = await company$1();
		if (!answer.ok) {
			this.problem = answer.problem;
			return;
		}
		this.set(answer.value);
	}
	set(view) {
		this.problem = null;
		this.view = view;
		this.clock.set(view.now, view.speed);
	}
	/** Today in company time, `YYYY-MM-DD`. */
	get today() {
		return this.times.date(this.clock.now);
	}
	jobType(id) {
		return this.view?.job_types.find((type) => type.id === id) ?? null;
	}
	unit(id) {
		return this.view?.units.find((unit) => unit.id === id) ?? null;
	}
};
var company = new Company();
// src/ui/icons.ts
var icons = {
	inbox: "M2 9h3.2l1.2 2h3.2l1.2-2H14M2.5 9 4 3h8l1.5 6v4h-11z",
	board: "M2 3.5h12M2 8h12M2 12.5h12M4 2v3M9 6.5v3M6 11v3",
	check: "m3 8.5 3.2 3.2L13 4.8",
	approvals: "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M5.2 8.2l2 2 3.6-4",
	search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10m3.6-1.4L14 14",
	clock: "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 4.5V8l2.4 1.6",
	phone: "M3 2.5h2.5l1.2 3-1.5 1.2a8 8 0 0 0 4.1 4.1l1.2-1.5 3 1.2V13a1 1 0 0 1-1 1A11 11 0 0 1 2 3.5a1 1 0 0 1 1-1",
	voicemail: "M4.2 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5h7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
	sms: "M2.5 3h11v8H7l-3 2.5V11H2.5zM5 7h.01M8 7h.01M11 7h.01",
	chat: "M2 3h9v6H6l-2.2 2V9H2zM13 6h1v6h-1.5v2L10 12H7.5",
	form: "M3.5 2h9v12h-9zM6 5h4M6 8h4M6 11h2",
	email: "M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5",
	marketplace: "M2.5 6.5 3.5 3h9l1 3.5a1.8 1.8 0 0 1-3.6 0 1.9 1.9 0 0 1-3.8 0 1.8 1.8 0 0 1-3.6 0M3.5 8.2V13.5h9V8.2",
	settings: "M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14M10.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M5.5 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
	manual: "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7",
	alert: "M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1",
	info: "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 7.2v4M8 4.8v.1",
	lock: "M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3",
	unlock: "M4 7.5h8v6H4zM5.5 7.5V4.7a2.5 2.5 0 0 1 4.8-1",
	user: "M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8M2.8 13.8a5.2 5.2 0 0 1 10.4 0",
	users: "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M1.8 13a4.2 4.2 0 0 1 8.4 0M10.5 3.2a2.3 2.3 0 0 1 0 4.1M12 9.4a4.2 4.2 0 0 1 2.3 3.6",
	home: "M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7",
	pin: "M8 14.5c3-3.2 4.5-5.6 4.5-7.8a4.5 4.5 0 0 0-9 0c0 2.2 1.5 4.6 4.5 7.8M8 8.3a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4",
	truck: "M1.5 4h8v7.5h-8zM9.5 6.5h3l2 2.5v2.5h-5M4.5 13a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6M11.5 13a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6",
	wrench: "M13.5 4.6 11.3 6.8 9.2 4.7l2.2-2.2a3.5 3.5 0 0 0-4.5 4.5L2.5 11.5l2 2 4.5-4.4a3.5 3.5 0 0 0 4.5-4.5",
	pause: "M5.5 3.5v9M10.5 3.5v9",
	play: "M5 3.2v9.6L12.5 8z",
	spark: "M8 1.8 9.5 6.5 14.2 8 9.5 9.5 8 14.2 6.5 9.5 1.8 8 6.5 6.5z",
	undo: "M5.5 3 2.5 6l3 3M2.5 6h7a3.7 3.7 0 0 1 0 7.4H6",
	copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
	close: "m4 4 8 8m0-8-8 8",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	left: "M10 3 5 8l5 5",
	right: "m6 3 5 5-5 5",
	up: "m3 10 5-5 5 5",
	down: "m3 6 5 5 5-5",
	filter: "M2 3h12l-4.7 5.5v4.5l-2.6-1.5V8.5z",
	sort: "M5 3v10M5 13l-2.5-2.5M5 13l2.5-2.5M11 13V3M11 3 8.5 5.5M11 3l2.5 2.5",
	eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
	edit: "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7",
	send: "M14 2 2 7l4.7 2.3L9 14zM6.7 9.3 14 2",
	calendar: "M2.5 3.5h11v10h-11zM2.5 6.8h11M5.5 2v3M10.5 2v3",
	sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13",
	moon: "M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7",
	screen: "M2 3h12v8H2zM5.5 13.5h5",
	keyboard: "M1.5 4.5h13v7.5h-13zM4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 9.7h6",
	out: "M6.5 2.5h-4v11h4M6 8h8m-3-3 3 3-3 3",
	flame: "M8 14.5c3 0 4.5-1.9 4.5-4.3 0-3.2-3-4.2-3.2-8.2-2.8 1.5-3.3 3.7-3 5.2C5.3 6.9 5 6.2 4.9 5.5c-.9 1.2-1.4 2.9-1.4 4.7 0 2.4 1.5 4.3 4.5 4.3",
	menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
	more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
	refresh: "M13.5 3v3.5H10M2.5 13V9.5H6M13 6.5A5.3 5.3 0 0 0 3.6 5M3 9.5A5.3 5.3 0 0 0 12.4 11",
	dollar: "M11 4.5C10.5 3.5 9.4 3 8 3 6.3 3 5 3.9 5 5.4c0 3.5 6.2 1.6 6.2 5.1C11.2 12 9.8 13 8 13c-1.6 0-2.8-.6-3.3-1.7M8 1.5v13",
	bolt: "M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z",
	drop: "M8 1.8c2.8 3.3 4.2 5.5 4.2 7.8a4.2 4.2 0 0 1-8.4 0C3.8 7.3 5.2 5.1 8 1.8"
};
// src/ui/Icon.svelte
var root$19 = /* @__PURE__ */ from_svg(`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" class="s-11bpnfv"><path></path></svg>`);
function Icon($$anchor, $$props) {
	push($$props, true);
	/** Said to screen readers; without it the icon is decoration beside words. */
	let size = prop($$props, "size", 3, 16);
	var svg = root$19();
	var path = only_child(svg);
	template_effect(() => {
		set_attribute(svg, "width", size());
		set_attribute(svg, "height", size());
		set_attribute(svg, "role", $$props.label === void 0 ? void 0 : "img");
		set_attribute(svg, "aria-label", $$props.label);
		set_attribute(svg, "aria-hidden", $$props.label === void 0 ? "true" : void 0);
		set_attribute(path, "d", icons[$$props.name]);
	});
	append($$anchor, svg);
	pop();
}
// src/ui/keys.ts
var NAMES = {
	ArrowUp: "↑",
	ArrowDown: "↓",
	ArrowLeft: "←",
	ArrowRight: "→",
	Enter: "↵",
	Escape: "Esc",
	Shift: "⇧",
	" ": "Space",
	Mod: typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"
};
/** `g i` as `G`, `I`; `Mod+k` as `Ctrl`, `K`: one label for each key cap. */
function shownKeys(keys) {
	return keys.split(" ").flatMap((chord) => chord.split(/(?<=.)\+/)).map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
// src/ui/Kbd.svelte
var root$18 = /* @__PURE__ */ from_html(`<kbd class="s-1clg2r2"> </kbd>`);
var root_1$13 = /* @__PURE__ */ from_html(`<span class="keys s-1clg2r2"></span>`);
function Kbd($$anchor, $$props) {
	push($$props, true);
	var span = root_1$13();
	each(span, 21, () => shownKeys($$props.keys), index, ($$anchor, key) => {
		var kbd = root$18();
		var text = only_child(kbd, true);
		template_effect(() => set_text(text, get$1(key)));
		append($$anchor, kbd);
	});
	reset(span);
	append($$anchor, span);
	pop();
}
// src/ui/Button.svelte
var rest_excludes$1 = /* @__PURE__ */ new Set([
	"$$slots",
	"$$events",
	"$$legacy",
	"children",
	"tone",
	"small",
	"icon",
	"keys",
	"busy",
	"label",
	"wide",
	"disabled",
	"title",
	"type"
]);
var root$17 = /* @__PURE__ */ from_html(`<span class="words s-2bi3y8"><!></span>`);
var root_1$12 = /* @__PURE__ */ from_html(`<button><!> <!> <!></button>`);
function Button($$anchor, $$props) {
	push($$props, true);
	/** `primary`: at most one on a screen; `alert`: for what needs a person now; `plain`: no border. */
	/** The key that does the same, shown on the button. */
	/** Work is under way: it cannot be pressed again, its width stays. */
	/** What a button without words does. */
	/** Fills the width. */
	let tone = prop($$props, "tone", 3, "normal"), small = prop($$props, "small", 3, false), busy = prop($$props, "busy", 3, false), wide = prop($$props, "wide", 3, false), type = prop($$props, "type", 3, "button"), rest = /* @__PURE__ */ rest_props($$props, rest_excludes$1);
	var button = root_1$12();
	attribute_effect(button, ($0) => ({
		type: type(),
		class: [
			"button",
			tone(),
			{
				small: small(),
				wide: wide(),
				bare: $$props.children === void 0
			}
		],
		disabled: $$props.disabled || busy(),
		"aria-busy": busy() || void 0,
		"aria-label": $$props.label,
		"aria-keyshortcuts": $0,
		title: $$props.title ?? $$props.label,
		...rest
	}), [() => $$props.keys?.includes(" ") ? void 0 : $$props.keys], void 0, void 0, "s-2bi3y8");
	var node = child(button);
	var consequent = ($$anchor) => {
		{
			let $0 = /* @__PURE__ */ user_derived(() => small() ? 14 : 16);
			Icon($$anchor, {
				get name() {
					return $$props.icon;
				},
				get size() {
					return get$1($0);
				}
			});
		}
	};
	if_block(node, ($$render) => {
		if ($$props.icon) $$render(consequent);
	});
	var node_1 = sibling(node, 2);
	var consequent_1 = ($$anchor) => {
		var span = root$17();
		snippet(child(span), () => $$props.children);
		reset(span);
		append($$anchor, span);
	};
	if_block(node_1, ($$render) => {
		if ($$props.children) $$render(consequent_1);
	});
	var node_3 = sibling(node_1, 2);
	var consequent_2 = ($$anchor) => {
		Kbd($$anchor, { get keys() {
			return $$props.keys;
		} });
	};
	if_block(node_3, ($$render) => {
		if ($$props.keys) $$render(consequent_2);
	});
	reset(button);
	append($$anchor, button);
	pop();
}
// src/ui/toasts.svelte.ts
var Toasts = class {
	#list = /* @__PURE__ */ state([]);
	get list() {
		return get$1(this.#list);
	}
	set list(value) {
		set(this.#list, value);
	}
	#lastUndo = /* @__PURE__ */ state(null);
	get lastUndo() {
		return get$1(this.#lastUndo);
	}
	set lastUndo(value) {
		set(this.#lastUndo, value);
	}
	#next = 1;
	say(text, detail = "") {
		this.#show({
			tone: "plain",
			text,
			detail,
			undo: null
		}, 4e3);
	}
	/** Says what was done, with the way back; `u` takes it too. */
	done(text, undo = null) {
		if (undo === null) {
			this.#show({
				tone: "good",
				text,
				detail: "",
				undo: null
			}, 4e3);
			return;
		}
		const once = () => {
			if (this.lastUndo?.run === once) this.lastUndo = null;
			this.#dropBy(once);
			undo();
		};
		this.lastUndo = {
			what: text,
			run: once
		};
		this.#show({
			tone: "good",
			text,
			detail: "",
			undo: once
		}, 8e3);
	}
	/** Says what was not done and why. */
	fail(problem) {
		this.#show({
			tone: "alert",
			text: problem.title,
			detail: problem.detail,
			undo: null
		}, 1e4);
	}
	drop(id) {
		this.list = this.list.filter((toast) => toast.id !== id);
	}
	clear() {
		this.list = [];
	}
	#dropBy(undo) {
		this.list = this.list.filter((toast) => toast.undo !== undo);
	}
	#show(toast, milliseconds) {
		const id = this.#next++;
		this.list = [...this.list.slice(-1), {
			...toast,
			id
		}];
		setTimeout(() => this.drop(id), milliseconds);
	}
};
var toasts = new Toasts();
// src/inbox/Due.svelte
var root$16 = /* @__PURE__ */ from_html(`<span class="due num late s-3gn5g4"><!> </span>`);
var root_1$11 = /* @__PURE__ */ from_html(`<span><!> </span>`);
function Due($$anchor, $$props) {
	push($$props, true);
	/** When a person should have acted. Since when they wait is another column: see `Since`. */
	const left = /* @__PURE__ */ user_derived(() => (Date.parse($$props.due) - company.clock.now) / 6e4);
	const at = /* @__PURE__ */ user_derived(() => company.times.when($$props.due, company.clock.now));
	var fragment = comment();
	var node = first_child(fragment);
	var consequent = ($$anchor) => {
		var span = root$16();
		var node_1 = child(span);
		Icon(node_1, {
			name: "alert",
			size: 12
		});
		var text = sibling(node_1, 1, true);
		reset(span);
		template_effect(($0) => {
			set_attribute(span, "title", `Should have been answered at ${get$1(at) ?? ""}`);
			set_text(text, $0);
		}, [() => get$1(left) > -1 ? "due now" : `${length(-get$1(left))} late`]);
		append($$anchor, span);
	};
	var alternate = ($$anchor) => {
		var span_1 = root_1$11();
		var node_2 = child(span_1);
		Icon(node_2, {
			name: "clock",
			size: 12
		});
		var text_1 = sibling(node_2, 1, true);
		reset(span_1);
		template_effect(($0) => {
			set_class(span_1, 1, clsx(["due num", { soon: get$1(left) <= 10 }]), "s-3gn5g4");
			set_attribute(span_1, "title", `To be answered by ${get$1(at) ?? ""}`);
			set_text(text_1, $0);
		}, [() => get$1(left) < 1 ? "due now" : `due in ${length(get$1(left))}`]);
		append($$anchor, span_1);
	};
	if_block(node, ($$render) => {
		if (get$1(left) < 0) $$render(consequent);
		else $$render(alternate, -1);
	});
	append($$anchor, fragment);
	pop();
}
// src/inbox/Since.svelte
var root$15 = /* @__PURE__ */ from_html(`<time class="num quiet s-trdrgb"> </time>`);
function Since($$anchor, $$props) {
	push($$props, true);
	/** When it came in last. When it is due is another column: see `Due`. */
	const long = /* @__PURE__ */ user_derived(() => age($$props.since, company.clock.now));
	var time = root$15();
	var text = only_child(time, true);
	template_effect(($0) => {
		set_attribute(time, "datetime", $$props.since);
		set_attribute(time, "title", `Came in ${$0 ?? ""}`);
		set_text(text, get$1(long) === "0 min" ? "just now" : `${get$1(long)} ago`);
	}, [() => company.times.when($$props.since, company.clock.now)]);
	append($$anchor, time);
	pop();
}
// src/inbox/undo.ts
/** What can be taken back right after it was done. */
var BACK = /* @__PURE__ */ new Set([
	"job_booked",
	"booking_rejected",
	"lead_closed",
	"slot_reserved",
	"slot_released"
]);
/** Takes back the newest change of a lead, when the server says that it can be; `then` hears whether it was. */
function wayBack(lead, then = () => {}) {
	const entry = lead.timeline.find((one) => !one.kind.startsWith("message_"));
	if (entry === void 0 || !entry.undoable || !BACK.has(entry.kind)) return null;
	return () => void takeBack(entry.position, then);
}
async function takeBack(position, then) {
	const answer = await undo(position);
	if (answer.ok) toasts.say("Taken back", became(answer.value));
	else toasts.fail(answer.problem);
	then(answer.ok);
}
/** What became of messages when something was taken back. */
function became(result) {
	return result.became.map((words) => sentence(words.replace(/\+\d{8,15}/g, phoneNumber))).join(". ");
}
// src/inbox/wishes.ts
/** The times they asked for, as they said it: `today before 3`. Null when they asked for none. */
function asked(lead) {
	const typed = lead.contacts.flatMap((contact) => contact.fields).filter((field) => field.field === "preferred_time").map((field) => field.value);
	const said = lead.readings.filter((reading) => reading.field === "want").flatMap((reading) => reading.from === "field" ? typed : [reading.words]);
	const once = [...new Set(said.map((words) => words.trim()).filter((words) => words !== ""))];
	return once.length === 0 ? null : once.join(", ");
}
/** Whether the rules found no window among those they asked for. */
var noneFits = (trace) => trace?.some((finding) => finding.code === "wish_not_met") ?? false;
/** Whether a window is not one they asked for. A window that is not offered any more is judged by what the rules found. */
function missed(window, offered, trace) {
	const same = offered.find((one) => one.start === window.start && one.end === window.end);
	return same === void 0 ? noneFits(trace) : !same.wished && (noneFits(trace) || offered.some((one) => one.wished));
}
// src/loaded.svelte.ts
var Loaded = class {
	read;
	#state = /* @__PURE__ */ state({ is: "loading" });
	get state() {
		return get$1(this.#state);
	}
	set state(value) {
		set(this.#state, value);
	}
	#turn = 0;
	#shown = 0;
	constructor(read) {
		this.read = read;
	}
	get value() {
		return this.state.is === "ready" ? this.state.value : null;
	}
	/** Shows the skeleton, then the thing: for a new address. */
	load() {
		this.state = { is: "loading" };
		this.#shown = this.#turn;
		return this.refresh();
	}
	/**
	* Reads again behind what is shown. An older answer never replaces a newer one; but it is shown until the newer is there,
	* or a storm of changes, each read again, would never show anything.
	*/
	async refresh() {
		const turn = ++this.#turn;
		const answer = await this.read();
		if (turn <= this.#shown) return;
		this.#shown = turn;
		if (answer.ok) this.state = {
			is: "ready",
			value: answer.value
		};
		else if (this.state.is !== "ready") this.state = {
			is: "failed",
			problem: answer.problem
		};
	}
	/** Takes what an action answered, or what it is going to answer. */
	set(value) {
		this.#shown = ++this.#turn;
		this.state = {
			is: "ready",
			value
		};
	}
};
// src/ui/Skeleton.svelte
var root$14 = /* @__PURE__ */ from_html(`<span class="skeleton s-1789k8t" aria-hidden="true"></span>`);
function Skeleton($$anchor, $$props) {
	/** CSS lengths of the thing that will stand here. */
	let width = prop($$props, "width", 3, "100%"), height = prop($$props, "height", 3, "14px");
	var span = root$14();
	let styles;
	template_effect(() => styles = set_style(span, "", styles, {
		width: width(),
		height: height()
	}));
	append($$anchor, span);
}
// src/shell/TwoPanes.svelte
var root$13 = /* @__PURE__ */ from_html(`<div class="pad s-1orbqvn"><!></div>`);
var root_1$10 = /* @__PURE__ */ from_html(`<div class="ghost s-1orbqvn"><!><!><!></div>`);
var root_2$9 = /* @__PURE__ */ from_html(`<div><section class="queue s-1orbqvn"><div class="bar s-1orbqvn"><!></div> <!> <div class="scroll lines s-1orbqvn"><!></div></section> <section class="detail s-1orbqvn"><!></section></div>`);
function TwoPanes($$anchor, $$props) {
	push($$props, true);
	/** Name of the page in the list of keys, and what lies in its queue: `Inbox`, `lead`. */
	/** What the two panes are called for screen readers. */
	/** What the queue holds, in its order, and which of it is open. */
	/** How many lines to foreshadow while it loads. */
	/** A note over the queue that stays in sight on a phone as well. */
	const none = /* @__PURE__ */ user_derived(() => $$props.list.is === "ready" && $$props.ids.length === 0);
	/** Opens the one some places further on; the first when none is open. */
	function step(by) {
		const at = $$props.chosen === null ? -1 : $$props.ids.indexOf($$props.chosen);
		const next = $$props.ids[at === -1 ? 0 : Math.min($$props.ids.length - 1, Math.max(0, at + by))];
		if (next !== void 0 && next !== $$props.chosen) $$props.onchoose(next);
	}
	shortcuts(() => [{
		keys: ["ArrowDown", "j"],
		label: `Next ${$$props.one}`,
		group: $$props.page,
		quiet: true,
		run: () => step(1)
	}, {
		keys: ["ArrowUp", "k"],
		label: `${$$props.one.charAt(0).toUpperCase()}${$$props.one.slice(1)} before`,
		group: $$props.page,
		quiet: true,
		run: () => step(-1)
	}]);
	var $$exports = { step };
	var div = root_2$9();
	var section = child(div);
	var div_1 = child(section);
	snippet(child(div_1), () => $$props.bar);
	reset(div_1);
	var node_1 = sibling(div_1, 2);
	snippet(node_1, () => $$props.note ?? noop);
	var div_2 = sibling(node_1, 2);
	var node_2 = child(div_2);
	var consequent = ($$anchor) => {
		var div_3 = root$13();
		var node_3 = child(div_3);
		ProblemNote(node_3, {
			get problem() {
				return $$props.list.problem;
			},
			get retry() {
				return $$props.onretry;
			}
		});
		reset(div_3);
		append($$anchor, div_3);
	};
	var consequent_1 = ($$anchor) => {
		var fragment = comment();
		each(first_child(fragment), 17, () => ({ length: $$props.ghosts }), index, ($$anchor, _) => {
			var div_4 = root_1$10();
			var node_5 = child(div_4);
			Skeleton(node_5, { width: "55%" });
			var node_6 = sibling(node_5);
			Skeleton(node_6, { width: "85%" });
			Skeleton(sibling(node_6), {
				width: "35%",
				height: "12px"
			});
			reset(div_4);
			append($$anchor, div_4);
		});
		append($$anchor, fragment);
	};
	var consequent_2 = ($$anchor) => {
		var fragment_1 = comment();
		snippet(first_child(fragment_1), () => $$props.empty);
		append($$anchor, fragment_1);
	};
	var alternate = ($$anchor) => {
		var fragment_2 = comment();
		snippet(first_child(fragment_2), () => $$props.lines, () => $$props.list.value);
		append($$anchor, fragment_2);
	};
	if_block(node_2, ($$render) => {
		if ($$props.list.is === "failed") $$render(consequent);
		else if ($$props.list.is === "loading") $$render(consequent_1, 1);
		else if (get$1(none)) $$render(consequent_2, 2);
		else $$render(alternate, -1);
	});
	reset(div_2);
	reset(section);
	var section_1 = sibling(section, 2);
	snippet(child(section_1), () => $$props.open);
	reset(section_1);
	reset(div);
	template_effect(() => {
		set_class(div, 1, clsx(["panes", {
			chosen: $$props.chosen !== null,
			none: get$1(none) && $$props.chosen === null
		}]), "s-1orbqvn");
		set_attribute(section, "aria-label", $$props.queue);
		set_attribute(section_1, "aria-label", $$props.detail);
	});
	append($$anchor, div);
	return pop($$exports);
}
// src/inbox/may.ts
var ROLES = {
	owner: "an owner",
	manager: "a manager",
	dispatcher: "a dispatcher",
	csr: "a CSR",
	technician: "a technician",
	read_only: "only looking on",
	"read-only": "only looking on"
};
var DOERS = {
	work_inbox: "a CSR, a dispatcher, a manager or an owner",
	approve: "a dispatcher, a manager or an owner",
	edit_board: "a dispatcher, a manager or an owner"
};
/** Who can, when this account cannot: `You are a CSR: a dispatcher, a manager or an owner has to approve this.` */
function whyNot(permission, doing) {
	const role = session$1.user?.role ?? "";
	return `You are ${ROLES[role] ?? role}: ${DOERS[permission] ?? "somebody else"} has to ${doing}.`;
}
// src/inbox/naming.ts
var FIELDS = {
	name: "Name",
	phone: "Phone",
	email: "E-mail",
	address: "Address",
	trade: "Trade",
	job_type: "Job",
	urgency: "Urgency",
	problem: "Problem",
	want: "Wishes",
	avoid: "Not",
	soonest: "Soonest",
	unusable_time: "Asked for",
	access: "Access"
};
/** The order in which people read a request. */
var FIELD_ORDER = [
	"name",
	"phone",
	"email",
	"address",
	"trade",
	"job_type",
	"urgency",
	"problem",
	"want",
	"unusable_time",
	"avoid",
	"soonest",
	"access"
];
var fieldWords = (field) => FIELDS[field] ?? words(field);
/** Which tint the words of a field have: six tints, so that they can be told apart. */
function fieldTint(field) {
	switch (field) {
		case "name": return "name";
		case "phone":
		case "email": return "contact";
		case "address":
		case "access": return "place";
		case "urgency": return "urgency";
		case "want":
		case "unusable_time":
		case "avoid":
		case "soonest": return "time";
		default: return "work";
	}
}
var GAPS = {
	name: {
		field: "name",
		words: "Missing"
	},
	phone: {
		field: "phone",
		words: "Missing"
	},
	address: {
		field: "address",
		words: "Missing"
	},
	address_not_found: {
		field: "address",
		words: "Not found on the map"
	},
	out_of_area: {
		field: "address",
		words: "Outside of the area we serve"
	},
	job_type: {
		field: "job_type",
		words: "Unclear"
	},
	wished_time: {
		field: "unusable_time",
		words: "This time cannot be"
	}
};
/** Which field a gap is about, and what to say there. */
var gapWords = (gap) => GAPS[gap] ?? {
	field: gap,
	words: words(gap)
};
var CHANNELS = {
	call: {
		words: "Call",
		icon: "phone"
	},
	voicemail: {
		words: "Voicemail",
		icon: "voicemail"
	},
	sms: {
		words: "Text message",
		icon: "sms"
	},
	chat: {
		words: "Chat",
		icon: "chat"
	},
	form: {
		words: "Web form",
		icon: "form"
	},
	email: {
		words: "E-mail",
		icon: "email"
	},
	marketplace: {
		words: "Marketplace",
		icon: "marketplace"
	},
	manual: {
		words: "By hand",
		icon: "manual"
	}
};
var channel = (name) => CHANNELS[name] ?? {
	words: words(name),
	icon: "inbox"
};
var STATES = {
	new: {
		words: "New",
		tone: "plain",
		icon: "spark"
	},
	collecting: {
		words: "Collecting",
		tone: "plain",
		icon: "chat"
	},
	ready: {
		words: "Ready",
		tone: "scheduled",
		icon: "check"
	},
	recommended: {
		words: "Recommended",
		tone: "accent",
		icon: "spark"
	},
	reserved: {
		words: "Reserved",
		tone: "accent",
		icon: "clock"
	},
	awaiting_approval: {
		words: "Needs approval",
		tone: "accent",
		icon: "approvals"
	},
	booked: {
		words: "Booked",
		tone: "working",
		icon: "check"
	},
	emergency: {
		words: "Emergency",
		tone: "alert",
		icon: "alert"
	},
	escalated: {
		words: "Needs a person",
		tone: "alert",
		icon: "user"
	},
	needs_info: {
		words: "Needs an answer",
		tone: "paused",
		icon: "info"
	},
	follow_up: {
		words: "Follow up",
		tone: "paused",
		icon: "clock"
	},
	unreachable: {
		words: "Unreachable",
		tone: "paused",
		icon: "phone"
	},
	lost: {
		words: "Lost",
		tone: "done",
		icon: "minus"
	},
	dismissed: {
		words: "Put aside",
		tone: "done",
		icon: "minus"
	},
	duplicate_of: {
		words: "Duplicate",
		tone: "done",
		icon: "copy"
	},
	not_a_lead: {
		words: "Not a lead",
		tone: "done",
		icon: "minus"
	},
	opted_out: {
		words: "Opted out",
		tone: "done",
		icon: "minus"
	},
	closed: {
		words: "Closed",
		tone: "done",
		icon: "check"
	}
};
var leadState = (name) => STATES[name] ?? {
	words: words(name),
	tone: "plain",
	icon: "info"
};
var HAZARDS = {
	gas: "Gas",
	carbon_monoxide: "Carbon monoxide",
	fire: "Fire",
	flood: "Flood",
	vulnerable: "Vulnerable person",
	structure: "Structure",
	garage_door: "Garage door",
	not_read: "Not read, so no danger is ruled out",
	person: "A person in danger"
};
var hazardWords = (hazard) => HAZARDS[hazard] ?? words(hazard);
var ACTIONS = {
	draft: "recommend, a person books",
	reserve: "reserve, a person approves",
	book: "book",
	ask: "ask what is missing first",
	escalate: "hand to a person"
};
/** What authority lets the program do. */
var actionWords = (action) => ACTIONS[action] ?? words(action).toLowerCase();
var URGENCIES = [
	"emergency",
	"urgent",
	"routine",
	"none"
];
/** `Dana Whitfield` as `DW`. */
function initials(name) {
	const parts = name.split(/\s+/).filter((part) => part !== "");
	return `${parts[0]?.charAt(0) ?? ""}${parts.length > 1 ? parts.at(-1)?.charAt(0) ?? "" : ""}`.toUpperCase();
}
// src/inbox/recommend.ts
var SET_ASIDE = /* @__PURE__ */ new Set([
	"lost",
	"dismissed",
	"duplicate_of",
	"not_a_lead",
	"opted_out",
	"closed"
]);
/** The recommended action for a lead, with the window that a person chose from the list. */
function recommend(lead, window, times) {
	const { escalation, reservation, job, verdict, summary } = lead;
	const authority = verdict ? authorityWords(verdict.authority, binding(verdict.trace)) : "";
	if (escalation?.state === "open") return {
		step: {
			does: "take_escalation",
			escalation: escalation.id
		},
		words: "Take it now",
		authority: "Only a person may answer this"
	};
	if (escalation?.state === "taken") return {
		step: {
			does: "close_escalation",
			escalation: escalation.id
		},
		words: "Say what was done…",
		authority: "A person is on it"
	};
	if (job) return {
		step: {
			does: "show_job",
			date: job.date,
			appointment: job.appointment_id
		},
		words: `Show ${job.reference} on the board`,
		authority
	};
	if (SET_ASIDE.has(summary.state)) return {
		step: { does: "nothing" },
		words: "",
		authority: ""
	};
	if (reservation?.state === "held" && summary.state === "awaiting_approval") return {
		step: { does: "approve" },
		words: `Approve ${times.window(reservation.start, reservation.end)} and book`,
		authority
	};
	if (verdict?.action === "reserve" && window) return {
		step: {
			does: "reserve",
			window
		},
		words: `Reserve ${times.window(window.start, window.end)} and ask for approval`,
		authority
	};
	if ((verdict?.action === "book" || verdict?.action === "draft") && window) {
		const hand = verdict.action === "draft" ? BY["assist"] ?? "" : authority;
		return {
			step: {
				does: "book",
				window
			},
			words: `Book ${times.window(window.start, window.end)}`,
			authority: hand
		};
	}
	if (lead.question && lead.gaps.length > 0) return {
		step: {
			does: "ask",
			question: lead.question
		},
		words: "Copy the question",
		authority: "Something is missing for a booking"
	};
	if (window) return {
		step: {
			does: "book",
			window
		},
		words: `Book ${times.window(window.start, window.end)}`,
		authority
	};
	if (!summary.owner) return {
		step: { does: "take" },
		words: "Take this lead",
		authority: "Nothing can be recommended yet"
	};
	return {
		step: { does: "nothing" },
		words: "",
		authority: ""
	};
}
var ORDER = [
	"assist",
	"approve",
	"auto"
];
/** The finding that decided: the least that any rule allows. Absent when no rule had a limit. */
function binding(trace) {
	return trace.filter((finding) => finding.most != null).reduce((least, finding) => least === null || rank(finding) < rank(least) ? finding : least, null);
}
var rank = (finding) => ORDER.indexOf(finding.most ?? "auto");
/** What a finding says, in words for whoever works by it and not for whoever wrote the rules. */
function findingWords(finding) {
	return finding.code === "base" ? STARTS[finding.most ?? ""] ?? sentence(finding.words) : sentence(finding.words);
}
var STARTS = {
	assist: "Unless a rule says otherwise, a person books",
	approve: "Unless a rule says otherwise, a person approves",
	auto: "Unless a rule says otherwise, it is booked without asking"
};
var BY = {
	assist: "The rules leave the booking to a person",
	approve: "The rules ask a person to approve",
	auto: "The rules let it be booked without asking"
};
function authorityWords(authority, finding) {
	const by = BY[authority] ?? words(authority);
	return finding?.rule != null ? `${by} · rule ${finding.rule}` : by;
}
// src/inbox/wording.ts
var ENGLISH = {
	days: [
		"Sunday",
		"Monday",
		"Tuesday",
		"Wednesday",
		"Thursday",
		"Friday",
		"Saturday"
	],
	months: [
		"January",
		"February",
		"March",
		"April",
		"May",
		"June",
		"July",
		"August",
		"September",
		"October",
		"November",
		"December"
	]
};
var SPANISH = {
	days: [
		"domingo",
		"lunes",
		"martes",
		"miércoles",
		"jueves",
		"viernes",
		"sábado"
	],
	months: [
		"enero",
		"febrero",
		"marzo",
		"abril",
		"mayo",
		"junio",
		"julio",
		"agosto",
		"septiembre",
		"octubre",
		"noviembre",
		"diciembre"
	]
};
var CUT = 3;
var either = (names) => names.map((name) => `${name.slice(0, CUT)}(?:${name.slice(CUT)})?`).join("|");
var DAY = either([...ENGLISH.days, ...SPANISH.days]);
var MONTH = either([...ENGLISH.months, ...SPANISH.months]);
var TIME = String.raw`\d{1,2}(?::\d{2})?(?:\s*(?:[ap]m\b|[ap]\.\s?m\.))?`;
var DATE = String.raw`(?:(?<dayFirst>\d{1,2})(?<of>\s+(?:de\s+)?)(?<monthLast>${MONTH})\b\.?|(?<monthFirst>${MONTH})\b\.?\s+(?<dayLast>\d{1,2})(?:st|nd|rd|th)?\b)`;
var HOURS = String.raw`(?<from>${TIME})(?<to_>\s*(?:[–—-]|to|and|a|y)\s*(?:las\s+)?)(?<to>${TIME})`;
var WHOLE = new RegExp(String.raw`\b(?:(?<weekday>${DAY})\b\.?(?<after>,?\s+))?${DATE}(?<before>,?\s+(?:(?:between|from|de|entre)\s+)?(?:las\s+)?)${HOURS}`, "giu");
var WEEKDAY = new RegExp(String.raw`(?<![\p{L}])(?:${DAY})s?(?![\p{L}])`, "giu");
/** The text with every naming of one window turned into another, each in its own style; the same text when it names none. */
function follow(text, from, to, zone) {
	const [old, next] = [fields(from, zone), fields(to, zone)];
	return text.replace(WHOLE, (...match) => {
		const parts = match.at(-1);
		return means(parts, old) ? written(parts, next) : String(match[0]);
	});
}
/** What a text says about days and hours, each held against a window. */
function named(text, window, zone) {
	const wanted = fields(window, zone);
	const found = [];
	for (const match of text.matchAll(WHOLE)) found.push({
		words: match[0],
		at: match.index,
		right: means(match.groups ?? {}, wanted)
	});
	const covered = (at) => found.some((one) => at >= one.at && at < one.at + one.words.length);
	const days = [];
	for (const match of text.matchAll(WEEKDAY)) if (!covered(match.index)) days.push({
		words: match[0],
		at: match.index,
		right: indexOf(match[0], "days") === wanted.weekday
	});
	return [...found, ...days].sort((a, b) => a.at - b.at);
}
function fields({ start, end }, zone) {
	const [first, last] = [wall(start, zone), wall(end, zone)];
	return {
		weekday: first.getUTCDay(),
		month: first.getUTCMonth(),
		day: first.getUTCDate(),
		from: minutes(first),
		to: minutes(last)
	};
}
var minutes = (at) => at.getUTCHours() * 60 + at.getUTCMinutes();
/** A date whose UTC fields are what the clock on the wall shows. */
function wall(at, zone) {
	const shown = {};
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric"
	});
	for (const { type, value } of format.formatToParts(Date.parse(at))) shown[type] = Number(value);
	return new Date(Date.UTC(shown["year"] ?? 0, (shown["month"] ?? 1) - 1, shown["day"], shown["hour"], shown["minute"]));
}
function indexOf(word, of) {
	const start = word.toLowerCase().slice(0, CUT);
	return [ENGLISH, SPANISH].map((language) => language[of].findIndex((name) => name.toLowerCase().startsWith(start))).find((at) => at >= 0) ?? -1;
}
function means(parts, wanted) {
	const [from, to] = hours(parts);
	return Number(parts["dayFirst"] ?? parts["dayLast"]) === wanted.day && indexOf(parts["monthLast"] ?? parts["monthFirst"] ?? "", "months") === wanted.month && (parts["weekday"] === void 0 || indexOf(parts["weekday"], "days") === wanted.weekday) && from === wanted.from && to === wanted.to;
}
/** `8–10 am` begins in the morning, `11–1 pm` too; without am and pm the clock has 24 hours. */
function hours(parts) {
	const [from, to] = [clock(parts["from"] ?? ""), clock(parts["to"] ?? "")];
	if (from.half !== null || to.half === null) return [from.at, to.at];
	const same = clock(`${parts["from"]} ${to.half}`).at;
	return [same > to.at ? from.at : same, to.at];
}
function clock(text) {
	const [, hour = "0", minute = "0", half = null] = /(\d{1,2})(?::(\d{2}))?\s*([ap])?/i.exec(text) ?? [];
	return {
		at: (half === null ? Number(hour) : Number(hour) % 12 + (half.toLowerCase() === "p" ? 12 : 0)) * 60 + Number(minute),
		half: half === null ? null : half.toLowerCase() === "p" ? "pm" : "am"
	};
}
/** Another window in the style of one: long or short names, which order, which clock. */
function written(parts, next) {
	const weekday = parts["weekday"] === void 0 ? "" : `${like(parts["weekday"], "days", next.weekday)}${parts["after"] ?? " "}`;
	const month = like(parts["monthLast"] ?? parts["monthFirst"] ?? "", "months", next.month);
	return `${weekday}${parts["dayFirst"] === void 0 ? `${month} ${next.day}` : `${next.day}${parts["of"] ?? " "}${month}`}${parts["before"] ?? " "}${span(parts, next)}`;
}
function like(word, of, index) {
	const name = (SPANISH[of].some((name) => name.toLowerCase().startsWith(word.toLowerCase())) && !ENGLISH[of].some((name) => name.toLowerCase().startsWith(word.toLowerCase())) ? SPANISH : ENGLISH)[of][index] ?? "";
	const cut = word.length <= CUT ? name.slice(0, CUT) : name;
	return word.charAt(0) === word.charAt(0).toUpperCase() ? cut.charAt(0).toUpperCase() + cut.slice(1) : cut.toLowerCase();
}
function span(parts, next) {
	const [from = "", to = ""] = [parts["from"], parts["to"]];
	const half = /[ap](?:m|\.\s?m\.)$/i.exec(to)?.[0];
	const zeros = /:\d{2}/.test(to) && /:\d{2}/.test(from);
	if (half === void 0) return `${whole(next.from, zeros)}${parts["to_"]}${whole(next.to, zeros)}`;
	const space = /\s[ap]/i.test(to) ? " " : "";
	const turn = (at) => at >= 720 ? half.replace(/a/i, "p") : half.replace(/p/i, "a");
	const twelve = (at) => whole(at % 720 < 60 ? at % 720 + 720 : at % 720, zeros);
	const both = clock(from).half !== null && clock(from).half === clock(to).half || next.from < 720 !== next.to < 720;
	return `${twelve(next.from)}${both ? `${space}${turn(next.from)}` : ""}${parts["to_"]}${twelve(next.to)}${space}${turn(next.to)}`;
}
function whole(at, zeros) {
	const minute = at % 60;
	return `${Math.floor(at / 60)}${minute === 0 && !zeros ? "" : `:${String(minute).padStart(2, "0")}`}`;
}
// src/ui/Tag.svelte
var root$12 = /* @__PURE__ */ from_html(`<span><!> <span class="one-line"><!></span></span>`);
function Tag($$anchor, $$props) {
	let tone = prop($$props, "tone", 3, "plain");
	var span = root$12();
	var node = child(span);
	var consequent = ($$anchor) => {
		Icon($$anchor, {
			get name() {
				return $$props.icon;
			},
			size: 12
		});
	};
	if_block(node, ($$render) => {
		if ($$props.icon) $$render(consequent);
	});
	var span_1 = sibling(node, 2);
	snippet(child(span_1), () => $$props.children);
	reset(span_1);
	reset(span);
	template_effect(() => {
		set_class(span, 1, clsx(["tag", tone()]), "s-1ofqk9y");
		set_attribute(span, "title", $$props.title);
	});
	append($$anchor, span);
}
// src/inbox/WindowList.svelte
var root$11 = /* @__PURE__ */ from_html(`<p class="missed s-8ihkm7"> </p>`);
var root_1$9 = /* @__PURE__ */ from_html(`<span class="amber s-8ihkm7"> </span>`);
var root_2$8 = /* @__PURE__ */ from_html(`<span class="more s-8ihkm7"> <!></span>`);
var root_3$5 = /* @__PURE__ */ from_html(`<label><input type="radio" class="s-8ihkm7"/> <span class="key num s-8ihkm7" aria-hidden="true"> </span> <span class="label num s-8ihkm7"> <!></span> <span class="num drive s-8ihkm7"><span class="unseen s-8ihkm7">Driving</span> </span> <span class="num value s-8ihkm7"><span class="unseen s-8ihkm7">Brings</span> </span> <!></label>`);
var root_4$3 = /* @__PURE__ */ from_html(`<!> <div class="head s-8ihkm7" aria-hidden="true"><span></span><span></span><span>driving</span><span>brings</span></div> <div class="windows s-8ihkm7" role="radiogroup" aria-label="Windows that fit"></div> <p class="note s-8ihkm7">Brings: what the job should earn with whoever would come, less the added driving.</p>`, 1);
function WindowList($$anchor, $$props) {
	const name = props_id();
	push($$props, true);
	const isChosen = (window) => window.start === $$props.chosen?.start && window.end === $$props.chosen.end;
	const none = /* @__PURE__ */ user_derived(() => $$props.asked !== null && !$$props.windows.some((window) => window.wished));
	function able(window) {
		if (window.technicians === 0) return "Fits once another promise moves inside its own window";
		return window.technicians === 1 ? "One technician can take it" : `${window.technicians} technicians can take it`;
	}
	var fragment = root_4$3();
	var node = first_child(fragment);
	var consequent = ($$anchor) => {
		var p = root$11();
		var text = only_child(p);
		template_effect(() => set_text(text, `Asked: ${$$props.asked ?? ""}. None of these is then.`));
		append($$anchor, p);
	};
	if_block(node, ($$render) => {
		if (get$1(none)) $$render(consequent);
	});
	var div = sibling(node, 4);
	each(div, 23, () => $$props.windows, (window) => window.start + window.end, ($$anchor, window, at) => {
		const on = /* @__PURE__ */ user_derived(() => isChosen(get$1(window)));
		var label = root_3$5();
		var input = child(label);
		remove_input_defaults(input);
		var span = sibling(input, 2);
		var text_1 = only_child(span, true);
		var span_1 = sibling(span, 2);
		var text_2 = child(span_1, true);
		var node_1 = sibling(text_2);
		var consequent_1 = ($$anchor) => {
			Tag($$anchor, {
				tone: "accent",
				children: ($$anchor, $$slotProps) => {
					next();
					append($$anchor, text("asked for"));
				},
				$$slots: { default: true }
			});
		};
		if_block(node_1, ($$render) => {
			if (get$1(window).wished) $$render(consequent_1);
		});
		reset(span_1);
		var span_2 = sibling(span_1, 2);
		var text_4 = sibling(child(span_2), 1, true);
		reset(span_2);
		var span_3 = sibling(span_2, 2);
		var text_5 = sibling(child(span_3), 1, true);
		reset(span_3);
		var node_2 = sibling(span_3, 2);
		var consequent_3 = ($$anchor) => {
			var span_4 = root_2$8();
			var text_6 = child(span_4, true);
			var node_3 = sibling(text_6);
			var consequent_2 = ($$anchor) => {
				var span_5 = root_1$9();
				var text_7 = only_child(span_5);
				template_effect(() => set_text(text_7, ` · asked: ${$$props.asked ?? ""}`));
				append($$anchor, span_5);
			};
			if_block(node_3, ($$render) => {
				if ($$props.asked !== null && !get$1(window).wished && !get$1(none)) $$render(consequent_2);
			});
			reset(span_4);
			template_effect(($0) => set_text(text_6, $0), [() => able(get$1(window))]);
			append($$anchor, span_4);
		};
		if_block(node_2, ($$render) => {
			if (get$1(on)) $$render(consequent_3);
		});
		reset(label);
		template_effect(($0, $1) => {
			set_class(label, 1, clsx({ chosen: get$1(on) }), "s-8ihkm7");
			set_attribute(input, "name", name);
			set_checked(input, get$1(on));
			set_text(text_1, get$1(at) + 1);
			set_text(text_2, get$1(window).label);
			set_text(text_4, $0);
			set_text(text_5, $1);
		}, [() => minutesDelta(get$1(window).drive_minutes), () => dollars(get$1(window).value_cents)]);
		delegated("change", input, () => $$props.onchoose(get$1(window)));
		append($$anchor, label);
	});
	reset(div);
	next(2);
	append($$anchor, fragment);
	pop();
}
delegate(["change"]);
// src/shell/Trace.svelte
var root$10 = /* @__PURE__ */ from_html(`<span class="unseen">decided</span>`);
var root_1$8 = /* @__PURE__ */ from_html(`<li><span class="rule num s-jwbrm6"> </span> <span class="words s-jwbrm6"> </span> <span class="most s-jwbrm6"> <!></span></li>`);
var root_2$7 = /* @__PURE__ */ from_html(`<ol class="trace"></ol>`);
function Trace($$anchor, $$props) {
	push($$props, true);
	/** The finding that decided is marked. */
	let decided = prop($$props, "decided", 3, null);
	var ol = root_2$7();
	each(ol, 21, () => $$props.trace, index, ($$anchor, finding) => {
		var li = root_1$8();
		var span = child(li);
		var text = only_child(span, true);
		var span_1 = sibling(span, 2);
		var text_1 = only_child(span_1, true);
		var span_2 = sibling(span_1, 2);
		var text_2 = child(span_2, true);
		var node = sibling(text_2);
		var consequent = ($$anchor) => {
			append($$anchor, root$10());
		};
		if_block(node, ($$render) => {
			if (get$1(finding) === decided()) $$render(consequent);
		});
		reset(span_2);
		reset(li);
		template_effect(($0, $1) => {
			set_class(li, 1, clsx({ decided: get$1(finding) === decided() }), "s-jwbrm6");
			set_text(text, get$1(finding).rule == null ? "" : `rule ${get$1(finding).rule}`);
			set_text(text_1, $0);
			set_text(text_2, $1);
		}, [() => findingWords(get$1(finding)), () => get$1(finding).most ? words(get$1(finding).most) : ""]);
		append($$anchor, li);
	});
	reset(ol);
	append($$anchor, ol);
	pop();
}
// src/shell/Timeline.svelte
var root$9 = /* @__PURE__ */ from_html(`<p class="reason s-1d8or09"> </p>`);
var root_1$7 = /* @__PURE__ */ from_html(`<button type="button" class="why s-1d8or09"> </button> <!>`, 1);
var root_2$6 = /* @__PURE__ */ from_html(`<span class="quiet">taken back</span>`);
var root_3$4 = /* @__PURE__ */ from_html(`<li class="s-1d8or09"><time class="num quiet s-1d8or09"> </time> <span aria-hidden="true"></span> <div class="body"><p><span> </span> <span class="quiet"> </span></p> <!> <!></div> <!></li>`);
var root_4$2 = /* @__PURE__ */ from_html(`<ol class="timeline"></ol>`);
function Timeline($$anchor, $$props) {
	push($$props, true);
	/** Newest first. */
	const machines = /* @__PURE__ */ new Set([
		"intake",
		"planner",
		"rules",
		"system",
		"simulation"
	]);
	let open = /* @__PURE__ */ state(null);
	async function undo$1(entry) {
		const answer = await undo(entry.position);
		if (answer.ok) toasts.say("Taken back", became(answer.value));
		else toasts.fail(answer.problem);
	}
	var ol = root_4$2();
	each(ol, 21, () => $$props.entries, (entry) => entry.position, ($$anchor, entry) => {
		var li = root_3$4();
		var time = child(li);
		var text$4 = only_child(time, true);
		var span = sibling(time, 2);
		var div = sibling(span, 2);
		var p = child(div);
		var span_1 = child(p);
		var text_1 = only_child(span_1, true);
		var text_2 = only_child(sibling(span_1, 2));
		reset(p);
		var node = sibling(p, 2);
		var consequent = ($$anchor) => {
			var p_1 = root$9();
			var text_3 = only_child(p_1, true);
			template_effect(() => set_text(text_3, get$1(entry).reason));
			append($$anchor, p_1);
		};
		if_block(node, ($$render) => {
			if (get$1(entry).reason) $$render(consequent);
		});
		var node_1 = sibling(node, 2);
		var consequent_2 = ($$anchor) => {
			var fragment = root_1$7();
			var button = first_child(fragment);
			var text_4 = only_child(button, true);
			var node_2 = sibling(button, 2);
			var consequent_1 = ($$anchor) => {
				Trace($$anchor, { get trace() {
					return get$1(entry).trace;
				} });
			};
			if_block(node_2, ($$render) => {
				if (get$1(open) === get$1(entry).position) $$render(consequent_1);
			});
			template_effect(() => {
				set_attribute(button, "aria-expanded", get$1(open) === get$1(entry).position);
				set_text(text_4, get$1(open) === get$1(entry).position ? "Hide why" : "Why");
			});
			delegated("click", button, () => set(open, get$1(open) === get$1(entry).position ? null : get$1(entry).position, true));
			append($$anchor, fragment);
		};
		if_block(node_1, ($$render) => {
			if (get$1(entry).trace.length > 0) $$render(consequent_2);
		});
		reset(div);
		var node_3 = sibling(div, 2);
		var consequent_3 = ($$anchor) => {
			append($$anchor, root_2$6());
		};
		var consequent_4 = ($$anchor) => {
			Button($$anchor, {
				small: true,
				tone: "plain",
				icon: "undo",
				onclick: () => void undo$1(get$1(entry)),
				children: ($$anchor, $$slotProps) => {
					next();
					append($$anchor, text("Undo"));
				},
				$$slots: { default: true }
			});
		};
		if_block(node_3, ($$render) => {
			if (get$1(entry).undone_by != null) $$render(consequent_3);
			else if (get$1(entry).undoable) $$render(consequent_4, 1);
		});
		reset(li);
		template_effect(($0, $1, $2, $3, $4) => {
			set_attribute(time, "datetime", get$1(entry).at);
			set_text(text$4, $0);
			set_class(span, 1, $1, "s-1d8or09");
			set_class(span_1, 1, clsx(["what", { undone: get$1(entry).undone_by != null }]), "s-1d8or09");
			set_text(text_1, $2);
			set_text(text_2, `· ${$3 ?? ""}${$4 ?? ""}${get$1(entry).rule_version == null ? "" : `, rules version ${get$1(entry).rule_version}`}`);
		}, [
			() => company.times.when(get$1(entry).at, company.clock.now),
			() => clsx(["dot", { machine: machines.has(get$1(entry).actor) }]),
			() => words(get$1(entry).kind),
			() => words(get$1(entry).actor),
			() => get$1(entry).mode ? ` in ${words(get$1(entry).mode)}` : ""
		]);
		append($$anchor, li);
	});
	reset(ol);
	append($$anchor, ol);
	pop();
}
delegate(["click"]);
// src/ui/Panel.svelte
var root$8 = /* @__PURE__ */ from_html(`<h3 class="s-1qqty25"> </h3>`);
var root_1$6 = /* @__PURE__ */ from_html(`<span class="aside s-1qqty25"><!></span>`);
var root_2$5 = /* @__PURE__ */ from_html(`<header class="s-1qqty25"><!> <!></header>`);
var root_3$3 = /* @__PURE__ */ from_html(`<section class="s-1qqty25"><!> <!></section>`);
function Panel($$anchor, $$props) {
	var section = root_3$3();
	var node = child(section);
	var consequent_2 = ($$anchor) => {
		var header = root_2$5();
		var node_1 = child(header);
		var consequent = ($$anchor) => {
			var h3 = root$8();
			var text = only_child(h3, true);
			template_effect(() => set_text(text, $$props.title));
			append($$anchor, h3);
		};
		if_block(node_1, ($$render) => {
			if ($$props.title) $$render(consequent);
		});
		var node_2 = sibling(node_1, 2);
		var consequent_1 = ($$anchor) => {
			var span = root_1$6();
			snippet(child(span), () => $$props.aside);
			reset(span);
			append($$anchor, span);
		};
		if_block(node_2, ($$render) => {
			if ($$props.aside) $$render(consequent_1);
		});
		reset(header);
		append($$anchor, header);
	};
	if_block(node, ($$render) => {
		if ($$props.title || $$props.aside) $$render(consequent_2);
	});
	snippet(sibling(node, 2), () => $$props.children);
	reset(section);
	template_effect(() => set_attribute(section, "aria-label", $$props.title));
	append($$anchor, section);
}
// src/inbox/highlight.ts
/**
* Cuts the text of a turn where what was read begins and ends, so that the pieces put together are the text again.
* Offsets are UTF-16 code units; what lies outside of the text is cut off.
*/
function pieces(turn, text, readings, hazards) {
	const marks = [...readings.map((reading) => mark(reading, turn, reading.field, null)), ...hazards.map((hazard) => mark(hazard, turn, null, hazard.class))].filter((found) => found !== null).map((found) => ({
		...found,
		start: Math.max(0, found.start),
		end: Math.min(text.length, found.end)
	})).filter((found) => found.start < found.end);
	const cuts = [.../* @__PURE__ */ new Set([
		0,
		text.length,
		...marks.flatMap((found) => [found.start, found.end])
	])].sort((a, b) => a - b);
	return cuts.slice(0, -1).map((start, at) => {
		const end = cuts[at + 1] ?? text.length;
		const over = marks.filter((found) => found.start <= start && found.end >= end);
		return {
			text: text.slice(start, end),
			fields: [...new Set(over.flatMap((found) => found.field ?? []))],
			hazard: over.find((found) => found.hazard !== null)?.hazard ?? null
		};
	});
}
function mark(words, turn, field, hazard) {
	if (words.turn !== turn || typeof words.start !== "number" || typeof words.end !== "number") return null;
	return {
		start: words.start,
		end: words.end,
		field,
		hazard
	};
}
// src/inbox/Turn.svelte
var root$7 = /* @__PURE__ */ from_html(`<mark class="hazard s-alck9i"> </mark>`);
var root_1$5 = /* @__PURE__ */ from_html(`<mark> </mark>`);
var root_2$4 = /* @__PURE__ */ from_html(`<div><span class="unseen"> </span> <p class="s-alck9i"></p></div>`);
function Turn($$anchor, $$props) {
	push($$props, true);
	/** The field whose words stand out. */
	const cut = /* @__PURE__ */ user_derived(() => pieces($$props.turn.turn, $$props.turn.text, $$props.readings, $$props.hazards));
	const agent = /* @__PURE__ */ user_derived(() => $$props.turn.speaker === "agent");
	var div = root_2$4();
	var span = child(div);
	var text$3 = only_child(span, true);
	var p = sibling(span, 2);
	each(p, 21, () => get$1(cut), index, ($$anchor, piece) => {
		const field = /* @__PURE__ */ user_derived(() => get$1(piece).fields[0]);
		var fragment = comment();
		var node = first_child(fragment);
		var consequent = ($$anchor) => {
			var mark = root$7();
			var text_1 = only_child(mark, true);
			template_effect(($0) => {
				set_attribute(mark, "title", $0);
				set_text(text_1, get$1(piece).text);
			}, [() => hazardWords(get$1(piece).hazard)]);
			append($$anchor, mark);
		};
		var consequent_1 = ($$anchor) => {
			var mark_1 = root_1$5();
			var text_2 = only_child(mark_1, true);
			template_effect(($0, $1) => {
				set_class(mark_1, 1, $0, "s-alck9i");
				set_attribute(mark_1, "title", $1);
				set_text(text_2, get$1(piece).text);
			}, [() => clsx([
				"read",
				fieldTint(get$1(field)),
				{ lit: $$props.lit !== null && get$1(piece).fields.includes($$props.lit) }
			]), () => get$1(piece).fields.map(fieldWords).join(", ")]);
			event("pointerenter", mark_1, () => $$props.onlight(get$1(field)));
			event("pointerleave", mark_1, () => $$props.onlight(null));
			append($$anchor, mark_1);
		};
		var alternate = ($$anchor) => {
			var text_3 = text();
			template_effect(() => set_text(text_3, get$1(piece).text));
			append($$anchor, text_3);
		};
		if_block(node, ($$render) => {
			if (get$1(piece).hazard !== null) $$render(consequent);
			else if (get$1(field) !== void 0) $$render(consequent_1, 1);
			else $$render(alternate, -1);
		});
		append($$anchor, fragment);
	});
	reset(p);
	reset(div);
	template_effect(() => {
		set_class(div, 1, clsx(["turn", { agent: get$1(agent) }]), "s-alck9i");
		set_text(text$3, get$1(agent) ? "We said:" : "They said:");
	});
	append($$anchor, div);
	pop();
}
// src/inbox/Conversation.svelte
var root$6 = /* @__PURE__ */ from_html(`<div><p class="kind s-1aqqh0h"><!> </p> <p class="say s-1aqqh0h"> </p></div>`);
var root_1$4 = /* @__PURE__ */ from_html(`<div class="danger s-1aqqh0h" role="note" aria-label="Tell them first"></div>`);
var root_2$3 = /* @__PURE__ */ from_html(`<div class="s-1aqqh0h"><dt class="s-1aqqh0h"> </dt><dd> </dd></div>`);
var root_3$2 = /* @__PURE__ */ from_html(`<dl class="s-1aqqh0h"></dl>`);
var root_4$1 = /* @__PURE__ */ from_html(`<section class="s-1aqqh0h"><h3 class="s-1aqqh0h"><!> <time class="num"> </time></h3> <!> <!></section>`);
var root_5$1 = /* @__PURE__ */ from_html(`<time class="num"> </time>`);
var root_6$1 = /* @__PURE__ */ from_html(`<div class="decide s-1aqqh0h"><!> <!></div>`);
var root_7$1 = /* @__PURE__ */ from_html(`<p> </p>`);
var root_8$1 = /* @__PURE__ */ from_html(`<section class="s-1aqqh0h"><h3 class="ours s-1aqqh0h"><!> <!></h3> <div class="message s-1aqqh0h"><p> </p></div> <!> <!></section>`);
var root_9$1 = /* @__PURE__ */ from_html(`<!> <div class="contacts s-1aqqh0h"><!> <!></div> <div class="history s-1aqqh0h"><!></div>`, 1);
function Conversation($$anchor, $$props) {
	push($$props, true);
	/** Whether our own messages are shown too. */
	let messages = prop($$props, "messages", 3, true);
	/** What to say first, once each. */
	const instructions = /* @__PURE__ */ user_derived(() => [...new Map($$props.lead.hazards.map((hazard) => [hazard.instruction, hazard.class]))]);
	/** A correction or a new window is written by the program and released by a person. */
	async function decide(message, send) {
		const answer = send ? await releaseMessage(message.id) : await discardMessage(message.id);
		if (answer.ok) toasts.done(send ? `The message to ${phoneNumber(message.to)} leaves in a moment` : "The draft is thrown away");
		else toasts.fail(answer.problem);
	}
	const sent = /* @__PURE__ */ user_derived(() => messages() ? $$props.lead.messages.filter((message) => message.state !== "discarded") : []);
	var fragment = root_9$1();
	var node = first_child(fragment);
	var consequent = ($$anchor) => {
		var div = root_1$4();
		each(div, 21, () => get$1(instructions), ([instruction, hazard]) => instruction, ($$anchor, $$item) => {
			var $$array = /* @__PURE__ */ user_derived(() => to_array(get$1($$item), 2));
			let instruction = () => get$1($$array)[0];
			let hazard = () => get$1($$array)[1];
			var div_1 = root$6();
			var p = child(div_1);
			var node_1 = child(p);
			Icon(node_1, { name: "alert" });
			var text = sibling(node_1);
			reset(p);
			var text_1 = only_child(sibling(p, 2), true);
			reset(div_1);
			template_effect(($0) => {
				set_text(text, `${$0 ?? ""} · tell them first`);
				set_text(text_1, instruction());
			}, [() => hazardWords(hazard())]);
			append($$anchor, div_1);
		});
		reset(div);
		append($$anchor, div);
	};
	if_block(node, ($$render) => {
		if (get$1(instructions).length > 0) $$render(consequent);
	});
	var div_2 = sibling(node, 2);
	var node_2 = child(div_2);
	each(node_2, 17, () => $$props.lead.contacts, (contact) => contact.id, ($$anchor, contact) => {
		const how = /* @__PURE__ */ user_derived(() => channel(get$1(contact).channel));
		var section = root_4$1();
		var h3 = child(section);
		var node_3 = child(h3);
		Icon(node_3, {
			get name() {
				return get$1(how).icon;
			},
			size: 14
		});
		var text_2 = sibling(node_3);
		var time = sibling(text_2);
		var text_3 = only_child(time, true);
		reset(h3);
		var node_4 = sibling(h3, 2);
		each(node_4, 17, () => get$1(contact).turns, (turn) => turn.turn, ($$anchor, turn) => {
			Turn($$anchor, {
				get turn() {
					return get$1(turn);
				},
				get readings() {
					return $$props.lead.readings;
				},
				get hazards() {
					return $$props.lead.hazards;
				},
				get lit() {
					return $$props.lit;
				},
				get onlight() {
					return $$props.onlight;
				}
			});
		});
		var node_5 = sibling(node_4, 2);
		var consequent_1 = ($$anchor) => {
			var dl = root_3$2();
			each(dl, 21, () => get$1(contact).fields, index, ($$anchor, field) => {
				var div_3 = root_2$3();
				var dt = child(div_3);
				var text_4 = only_child(dt, true);
				var text_5 = only_child(sibling(dt), true);
				reset(div_3);
				template_effect(($0) => {
					set_text(text_4, $0);
					set_text(text_5, get$1(field).value);
				}, [() => words(get$1(field).field)]);
				append($$anchor, div_3);
			});
			reset(dl);
			append($$anchor, dl);
		};
		if_block(node_5, ($$render) => {
			if (get$1(contact).fields.length > 0) $$render(consequent_1);
		});
		reset(section);
		template_effect(($0, $1) => {
			set_attribute(section, "aria-label", `${get$1(how).words ?? ""}, ${$0 ?? ""}`);
			set_text(text_2, `${get$1(how).words ?? ""} `);
			set_attribute(time, "datetime", get$1(contact).received);
			set_text(text_3, $1);
		}, [() => company.times.when(get$1(contact).received, company.clock.now), () => company.times.when(get$1(contact).received, company.clock.now)]);
		append($$anchor, section);
	});
	each(sibling(node_2, 2), 17, () => get$1(sent), (message) => message.id, ($$anchor, message) => {
		var section_1 = root_8$1();
		var h3_1 = child(section_1);
		var node_7 = child(h3_1);
		{
			let $0 = /* @__PURE__ */ user_derived(() => get$1(message).state === "failed" ? "alert" : "send");
			Icon(node_7, {
				get name() {
					return get$1($0);
				},
				size: 14
			});
		}
		var text_6 = sibling(node_7);
		var node_8 = sibling(text_6);
		var consequent_2 = ($$anchor) => {
			var time_1 = root_5$1();
			var text_7 = only_child(time_1, true);
			template_effect(($0) => {
				set_attribute(time_1, "datetime", get$1(message).at);
				set_text(text_7, $0);
			}, [() => company.times.when(get$1(message).at, company.clock.now)]);
			append($$anchor, time_1);
		};
		if_block(node_8, ($$render) => {
			if (get$1(message).at) $$render(consequent_2);
		});
		reset(h3_1);
		var div_4 = sibling(h3_1, 2);
		var p_2 = child(div_4);
		var text_8 = only_child(p_2, true);
		reset(div_4);
		var node_9 = sibling(div_4, 2);
		var consequent_3 = ($$anchor) => {
			var div_5 = root_6$1();
			var node_10 = child(div_5);
			Button(node_10, {
				small: true,
				onclick: () => void decide(get$1(message), false),
				children: ($$anchor, $$slotProps) => {
					next();
					append($$anchor, text("Throw it away"));
				},
				$$slots: { default: true }
			});
			Button(sibling(node_10, 2), {
				small: true,
				icon: "send",
				onclick: () => void decide(get$1(message), true),
				children: ($$anchor, $$slotProps) => {
					next();
					append($$anchor, text("Send it"));
				},
				$$slots: { default: true }
			});
			reset(div_5);
			append($$anchor, div_5);
		};
		var d = /* @__PURE__ */ user_derived(() => get$1(message).state === "draft" && get$1(message).purpose !== "confirmation" && session$1.may("approve"));
		if_block(node_9, ($$render) => {
			if (get$1(d)) $$render(consequent_3);
		});
		var node_12 = sibling(node_9, 2);
		var consequent_4 = ($$anchor) => {
			var p_3 = root_7$1();
			var text_11 = only_child(p_3, true);
			template_effect(() => {
				set_class(p_3, 1, clsx(["note", get$1(message).state === "failed" ? "alert-text" : "quiet"]), "s-1aqqh0h");
				set_text(text_11, get$1(message).note);
			});
			append($$anchor, p_3);
		};
		if_block(node_12, ($$render) => {
			if (get$1(message).note) $$render(consequent_4);
		});
		reset(section_1);
		template_effect(($0, $1, $2) => {
			set_attribute(section_1, "aria-label", `Message to ${$0 ?? ""}`);
			set_text(text_6, ` ${$1 ?? ""} · to ${$2 ?? ""} `);
			set_class(p_2, 1, clsx(get$1(message).state), "s-1aqqh0h");
			set_text(text_8, get$1(message).text);
		}, [
			() => phoneNumber(get$1(message).to),
			() => get$1(message).state === "draft" ? "Draft, not sent" : get$1(message).leaves_at ? `Leaves at ${company.times.time(get$1(message).leaves_at)}` : words(get$1(message).state),
			() => phoneNumber(get$1(message).to)
		]);
		append($$anchor, section_1);
	});
	reset(div_2);
	var div_6 = sibling(div_2, 2);
	Panel(child(div_6), {
		title: "What happened",
		children: ($$anchor, $$slotProps) => {
			Timeline($$anchor, { get entries() {
				return $$props.lead.timeline;
			} });
		},
		$$slots: { default: true }
	});
	reset(div_6);
	append($$anchor, fragment);
	pop();
}
// src/ui/Select.svelte
var root$5 = /* @__PURE__ */ from_html(`<option class="s-17oe4co"> </option>`);
var root_1$3 = /* @__PURE__ */ from_html(`<div class="field s-17oe4co"><label> </label> <span><select class="s-17oe4co"></select> <!></span></div>`);
function Select($$anchor, $$props) {
	const id = props_id();
	push($$props, true);
	let value = prop($$props, "value", 15), quietLabel = prop($$props, "quietLabel", 3, false), plain = prop($$props, "plain", 3, false), disabled = prop($$props, "disabled", 3, false);
	var div = root_1$3();
	var label_1 = child(div);
	var text = only_child(label_1, true);
	var span = sibling(label_1, 2);
	let classes;
	var select = child(span);
	each(select, 21, () => $$props.options, (option) => option.value, ($$anchor, option) => {
		var option_1 = root$5();
		var text_1 = only_child(option_1, true);
		var option_1_value = {};
		template_effect(() => {
			set_text(text_1, get$1(option).words);
			if (option_1_value !== (option_1_value = get$1(option).value)) option_1.value = (option_1.__value = option_1_value) ?? "";
		});
		append($$anchor, option_1);
	});
	reset(select);
	init_select(select);
	Icon(sibling(select, 2), {
		name: "down",
		size: 12
	});
	reset(span);
	reset(div);
	template_effect(() => {
		set_attribute(label_1, "for", id);
		set_class(label_1, 1, clsx({ unseen: quietLabel() }), "s-17oe4co");
		set_text(text, $$props.label);
		classes = set_class(span, 1, "box s-17oe4co", null, classes, { plain: plain() });
		set_attribute(select, "id", id);
		select.disabled = disabled();
		set_attribute(select, "title", quietLabel() ? $$props.label : void 0);
	});
	delegated("change", select, () => $$props.onchange?.(value()));
	bind_select_value(select, value);
	append($$anchor, div);
	pop();
}
delegate(["change"]);
// src/inbox/WindowDialog.svelte
var root$4 = /* @__PURE__ */ from_html(`<!> <!>`, 1);
var root_1$2 = /* @__PURE__ */ from_html(`<div class="ghost s-3tr6v3"><!></div>`);
var root_2$2 = /* @__PURE__ */ from_html(`<p class="amber s-3tr6v3"> </p>`);
var root_3$1 = /* @__PURE__ */ from_html(`<label class="s-3tr6v3"><input type="radio" name="tell" class="s-3tr6v3"/> </label>`);
var root_4 = /* @__PURE__ */ from_html(`<p class="amber s-3tr6v3" role="alert"> </p>`);
var root_5 = /* @__PURE__ */ from_html(`<textarea rows="4" class="s-3tr6v3"></textarea> <!>`, 1);
var root_6 = /* @__PURE__ */ from_html(`<fieldset class="s-3tr6v3"><legend class="s-3tr6v3"> </legend> <!></fieldset> <!>`, 1);
var root_7 = /* @__PURE__ */ from_html(`<div class="choice scroll s-3tr6v3"><!></div> <!>`, 1);
var root_8 = /* @__PURE__ */ from_html(`<div class="refused s-3tr6v3"><!> <!></div>`);
var root_9 = /* @__PURE__ */ from_html(`<p class="now num s-3tr6v3">Promised now: <strong> </strong> <span class="quiet"> </span></p> <!> <!>`, 1);
function WindowDialog($$anchor, $$props) {
	push($$props, true);
	const binding_group = [];
	/** The appointment, and how people call its job. */
	/** When they asked for, in their words. */
	let open = prop($$props, "open", 15), asked = prop($$props, "asked", 3, null);
	const offer = new Loaded(() => visitWindows($$props.visit.id));
	let chosen = /* @__PURE__ */ state(null);
	/** The text as a person wrote it; null while it is the program's. */
	let edited = /* @__PURE__ */ state(null);
	let wish = /* @__PURE__ */ state("send");
	let busy = /* @__PURE__ */ state(false);
	let problem = /* @__PURE__ */ state(null);
	user_effect(() => {
		if (!open()) return;
		set(chosen, null);
		set(edited, null);
		set(problem, null);
		set(wish, "send");
		offer.load();
	});
	const window = /* @__PURE__ */ user_derived(() => get$1(chosen) ?? offer.value?.windows[0] ?? null);
	const told = /* @__PURE__ */ user_derived(() => offer.value?.tell ?? null);
	const tell = /* @__PURE__ */ user_derived(() => get$1(told)?.to == null ? "none" : get$1(wish));
	const short = /* @__PURE__ */ user_derived(() => get$1(window) === null ? "" : company.times.window(get$1(window).start, get$1(window).end));
	const text$2 = /* @__PURE__ */ user_derived(() => get$1(edited) ?? get$1(window)?.message ?? "");
	const zone = /* @__PURE__ */ user_derived(() => company.times.zone);
	/** Days and hours of an edited text that are neither the new window nor the one it replaces. */
	const strangers = /* @__PURE__ */ user_derived(() => {
		if (get$1(edited) === null || get$1(window) === null || offer.value === null) return [];
		const before = named(get$1(edited), offer.value.window, get$1(zone));
		return named(get$1(edited), get$1(window), get$1(zone)).filter((one, at) => !one.right && !before[at]?.right);
	});
	const ways = [
		{
			tell: "send",
			words: "Send it now"
		},
		{
			tell: "draft",
			words: "Leave it as a draft"
		},
		{
			tell: "none",
			words: "I tell them myself"
		}
	];
	function choose(next) {
		if (get$1(edited) !== null && get$1(window) !== null) set(edited, follow(get$1(edited), get$1(window), next, get$1(zone)), true);
		set(chosen, next);
		set(problem, null);
	}
	async function give(sure = false) {
		if (get$1(window) === null || get$1(busy)) return;
		set(busy, true);
		const answer = await reschedule($$props.visit.id, {
			start: get$1(window).start,
			end: get$1(window).end,
			message: get$1(tell) === "none" ? null : get$1(edited)?.trim() ?? null,
			tell: get$1(tell),
			...sure ? { message_confirmed: true } : {}
		});
		set(busy, false);
		set(problem, answer.ok ? null : answer.problem);
		if (!answer.ok) return;
		const { position, undoable } = answer.value;
		const { reference } = $$props.visit;
		toasts.done(`${reference} has ${get$1(short)} now`, undoable ? () => void takeBack(position, reference) : null);
		open(false);
		$$props.ondone?.(answer.value);
	}
	async function takeBack(position, reference) {
		const answer = await undo(position);
		if (answer.ok) toasts.say(`${reference} has its window again`, became(answer.value));
		else toasts.fail(answer.problem);
	}
	{
		const foot = ($$anchor) => {
			var fragment_1 = root$4();
			var node = first_child(fragment_1);
			Button(node, {
				onclick: () => open(false),
				children: ($$anchor, $$slotProps) => {
					next();
					append($$anchor, text("Leave it"));
				},
				$$slots: { default: true }
			});
			var node_1 = sibling(node, 2);
			{
				let $0 = /* @__PURE__ */ user_derived(() => get$1(window) === null);
				Button(node_1, {
					tone: "primary",
					get busy() {
						return get$1(busy);
					},
					get disabled() {
						return get$1($0);
					},
					onclick: () => void give(),
					children: ($$anchor, $$slotProps) => {
						next();
						var text_2 = text();
						template_effect(() => set_text(text_2, get$1(window) === null ? "Promise it" : `Promise ${get$1(short)}${get$1(tell) === "send" ? " and send" : ""}`));
						append($$anchor, text_2);
					},
					$$slots: { default: true }
				});
			}
			append($$anchor, fragment_1);
		};
		Dialog($$anchor, {
			get title() {
				return `Another window for ${$$props.visit.reference ?? ""}`;
			},
			width: "600px",
			get open() {
				return open();
			},
			set open($$value) {
				open($$value);
			},
			foot,
			children: ($$anchor, $$slotProps) => {
				var fragment_3 = comment();
				var node_2 = first_child(fragment_3);
				var consequent = ($$anchor) => {
					ProblemNote($$anchor, {
						get problem() {
							return offer.state.problem;
						},
						retry: () => void offer.load()
					});
				};
				var consequent_1 = ($$anchor) => {
					var fragment_5 = comment();
					each(first_child(fragment_5), 16, () => ({ length: 6 }), index, ($$anchor, _, at) => {
						var div = root_1$2();
						Skeleton(child(div), {
							width: at % 2 === 0 ? "100%" : "92%",
							height: "20px"
						});
						reset(div);
						append($$anchor, div);
					});
					append($$anchor, fragment_5);
				};
				var alternate_2 = ($$anchor) => {
					const computed_const = /* @__PURE__ */ user_derived(() => {
						const { window: now, windows, tell: whom } = offer.state.value;
						return {
							now,
							windows,
							whom
						};
					});
					var fragment_6 = root_9();
					var p = first_child(fragment_6);
					var strong = sibling(child(p));
					var text_3 = only_child(strong);
					var text_4 = only_child(sibling(strong, 2));
					reset(p);
					var node_5 = sibling(p, 2);
					var consequent_2 = ($$anchor) => {
						EmptyState($$anchor, {
							icon: "calendar",
							title: "No other window fits",
							children: ($$anchor, $$slotProps) => {
								next();
								append($$anchor, text("Nobody with the skills has room in the coming booking days. Make room on the board first."));
							},
							$$slots: { default: true }
						});
					};
					var alternate_1 = ($$anchor) => {
						var fragment_8 = root_7();
						var div_1 = first_child(fragment_8);
						WindowList(child(div_1), {
							get windows() {
								return get$1(computed_const).windows;
							},
							get chosen() {
								return get$1(window);
							},
							onchoose: choose,
							get asked() {
								return asked();
							}
						});
						reset(div_1);
						var node_7 = sibling(div_1, 2);
						var consequent_3 = ($$anchor) => {
							var p_1 = root_2$2();
							var text_6 = only_child(p_1);
							template_effect(() => set_text(text_6, `Nobody knows where ${get$1(computed_const).whom.name ?? ""} is reached: find out, and tell them.`));
							append($$anchor, p_1);
						};
						var alternate = ($$anchor) => {
							var fragment_9 = root_6();
							var fieldset = first_child(fragment_9);
							var legend = child(fieldset);
							var text_7 = only_child(legend);
							each(sibling(legend, 2), 17, () => ways, (way) => way.tell, ($$anchor, way) => {
								var label = root_3$1();
								var input = child(label);
								remove_input_defaults(input);
								var input_value;
								var text_8 = sibling(input, 1, true);
								reset(label);
								template_effect(() => {
									if (input_value !== (input_value = get$1(way).tell)) input.value = (input.__value = input_value) ?? "";
									set_text(text_8, get$1(way).words);
								});
								bind_group(binding_group, [], input, () => {
									get$1(way).tell;
									return get$1(wish);
								}, ($$value) => set(wish, $$value));
								append($$anchor, label);
							});
							reset(fieldset);
							var node_9 = sibling(fieldset, 2);
							var consequent_5 = ($$anchor) => {
								var fragment_10 = root_5();
								var textarea = first_child(fragment_10);
								remove_textarea_child(textarea);
								var node_10 = sibling(textarea, 2);
								var consequent_4 = ($$anchor) => {
									var p_2 = root_4();
									var text_9 = only_child(p_2);
									template_effect(($0) => set_text(text_9, `The text says “${$0 ?? ""}”, but ${get$1(window)?.label ?? ""} would be promised.`), [() => get$1(strangers).map((one) => one.words).join("”, “")]);
									append($$anchor, p_2);
								};
								if_block(node_10, ($$render) => {
									if (get$1(strangers).length > 0) $$render(consequent_4);
								});
								template_effect(() => {
									set_attribute(textarea, "aria-label", `Message to ${get$1(computed_const).whom.name ?? ""}`);
									set_attribute(textarea, "aria-invalid", get$1(strangers).length > 0);
								});
								bind_value(textarea, () => get$1(text$2), (typed) => set(edited, typed === get$1(window)?.message || typed.trim() === "" ? null : typed, true));
								append($$anchor, fragment_10);
							};
							if_block(node_9, ($$render) => {
								if (get$1(tell) !== "none") $$render(consequent_5);
							});
							template_effect(($0) => set_text(text_7, `Tell ${get$1(computed_const).whom.name ?? ""}, ${$0 ?? ""}${get$1(computed_const).whom.language === "es" ? ", in Spanish" : ""}`), [() => phoneNumber(get$1(computed_const).whom.to)]);
							append($$anchor, fragment_9);
						};
						if_block(node_7, ($$render) => {
							if (get$1(computed_const).whom.to == null) $$render(consequent_3);
							else $$render(alternate, -1);
						});
						append($$anchor, fragment_8);
					};
					if_block(node_5, ($$render) => {
						if (get$1(computed_const).windows.length === 0) $$render(consequent_2);
						else $$render(alternate_1, -1);
					});
					var node_11 = sibling(node_5, 2);
					var consequent_7 = ($$anchor) => {
						var div_2 = root_8();
						var node_12 = child(div_2);
						ProblemNote(node_12, {
							get problem() {
								return get$1(problem);
							},
							close: () => set(problem, null)
						});
						var node_13 = sibling(node_12, 2);
						var consequent_6 = ($$anchor) => {
							Button($$anchor, {
								small: true,
								get busy() {
									return get$1(busy);
								},
								onclick: () => void give(true),
								children: ($$anchor, $$slotProps) => {
									next();
									append($$anchor, text("Take the text as it is"));
								},
								$$slots: { default: true }
							});
						};
						if_block(node_13, ($$render) => {
							if (get$1(problem).code === "text_names_another_window") $$render(consequent_6);
						});
						reset(div_2);
						append($$anchor, div_2);
					};
					if_block(node_11, ($$render) => {
						if (get$1(problem)) $$render(consequent_7);
					});
					template_effect(($0, $1) => {
						set_text(text_3, `${$0 ?? ""}, ${$1 ?? ""}`);
						set_text(text_4, `· ${get$1(computed_const).whom.name ?? ""} ${get$1(computed_const).whom.told ? "was told" : "was not told yet"}`);
					}, [() => company.times.day(get$1(computed_const).now.start), () => company.times.span(get$1(computed_const).now.start, get$1(computed_const).now.end)]);
					append($$anchor, fragment_6);
				};
				if_block(node_2, ($$render) => {
					if (offer.state.is === "failed") $$render(consequent);
					else if (offer.state.is === "loading") $$render(consequent_1, 1);
					else $$render(alternate_2, -1);
				});
				append($$anchor, fragment_3);
			},
			$$slots: {
				foot: true,
				default: true
			}
		});
	}
	pop();
}
// src/ui/Tabs.svelte
var root$3 = /* @__PURE__ */ from_html(`<span> </span>`);
var root_1$1 = /* @__PURE__ */ from_html(`<button type="button" role="tab" class="s-nsdmrb"> <!></button>`);
var root_2$1 = /* @__PURE__ */ from_html(`<div class="tabs s-nsdmrb" role="tablist" tabindex="-1"></div>`);
function Tabs($$anchor, $$props) {
	push($$props, true);
	/** Said to screen readers. */
	let value = prop($$props, "value", 15);
	function choose(next) {
		value(next);
		$$props.onchange?.(next);
	}
	function step(event, by) {
		const at = $$props.tabs.findIndex((tab) => tab.value === value());
		const next = $$props.tabs[(at + by + $$props.tabs.length) % $$props.tabs.length];
		if (next === void 0) return;
		event.preventDefault();
		choose(next.value);
		const list = event.currentTarget;
		queueMicrotask(() => list.querySelector("[aria-selected=true]")?.focus());
	}
	var div = root_2$1();
	each(div, 21, () => $$props.tabs, (tab) => tab.value, ($$anchor, tab) => {
		var button = root_1$1();
		var text = child(button);
		var node = sibling(text);
		var consequent = ($$anchor) => {
			var span = root$3();
			var text_1 = only_child(span, true);
			template_effect(() => {
				set_class(span, 1, clsx(["count num", { alert: get$1(tab).alert && get$1(tab).count > 0 }]), "s-nsdmrb");
				set_text(text_1, get$1(tab).count);
			});
			append($$anchor, span);
		};
		if_block(node, ($$render) => {
			if (get$1(tab).count !== void 0) $$render(consequent);
		});
		reset(button);
		template_effect(() => {
			set_attribute(button, "aria-selected", get$1(tab).value === value());
			set_attribute(button, "tabindex", get$1(tab).value === value() ? 0 : -1);
			set_text(text, `${get$1(tab).words ?? ""} `);
		});
		delegated("click", button, () => choose(get$1(tab).value));
		append($$anchor, button);
	});
	reset(div);
	template_effect(() => set_attribute(div, "aria-label", $$props.label));
	delegated("keydown", div, (event) => {
		if (event.key === "ArrowRight") step(event, 1);
		if (event.key === "ArrowLeft") step(event, -1);
	});
	append($$anchor, div);
	pop();
}
delegate(["keydown", "click"]);
// src/ui/Field.svelte
var rest_excludes = /* @__PURE__ */ new Set([
	"$$slots",
	"$$events",
	"$$legacy",
	"label",
	"value",
	"hint",
	"error",
	"rows",
	"quietLabel"
]);
var root$2 = /* @__PURE__ */ from_html(`<textarea class="s-5znex1"></textarea>`);
var root_1 = /* @__PURE__ */ from_html(`<input/>`);
var root_2 = /* @__PURE__ */ from_html(`<p> </p>`);
var root_3 = /* @__PURE__ */ from_html(`<div class="field s-5znex1"><label> </label> <!> <!></div>`);
function Field($$anchor, $$props) {
	const id = props_id();
	push($$props, true);
	let value = prop($$props, "value", 15), quietLabel = prop($$props, "quietLabel", 3, false), rest = /* @__PURE__ */ rest_props($$props, rest_excludes);
	const note = /* @__PURE__ */ user_derived(() => $$props.error || $$props.hint);
	var div = root_3();
	var label_1 = child(div);
	var text = only_child(label_1, true);
	var node = sibling(label_1, 2);
	var consequent = ($$anchor) => {
		var textarea = root$2();
		remove_textarea_child(textarea);
		template_effect(() => {
			set_attribute(textarea, "id", id);
			set_attribute(textarea, "rows", $$props.rows);
			set_attribute(textarea, "placeholder", $$props.placeholder);
			textarea.required = $$props.required;
			set_attribute(textarea, "aria-invalid", $$props.error ? "true" : void 0);
			set_attribute(textarea, "aria-describedby", get$1(note) ? `${id}-note` : void 0);
		});
		bind_value(textarea, value);
		append($$anchor, textarea);
	};
	var alternate = ($$anchor) => {
		var input = root_1();
		attribute_effect(input, () => ({
			id,
			"aria-invalid": $$props.error ? "true" : void 0,
			"aria-describedby": get$1(note) ? `${id}-note` : void 0,
			...rest
		}), void 0, void 0, void 0, "s-5znex1", true);
		bind_value(input, value);
		append($$anchor, input);
	};
	if_block(node, ($$render) => {
		if ($$props.rows) $$render(consequent);
		else $$render(alternate, -1);
	});
	var node_1 = sibling(node, 2);
	var consequent_1 = ($$anchor) => {
		var p = root_2();
		var text_1 = only_child(p, true);
		template_effect(() => {
			set_attribute(p, "id", `${id}-note`);
			set_class(p, 1, clsx($$props.error ? "alert-text" : "quiet"), "s-5znex1");
			set_text(text_1, get$1(note));
		});
		append($$anchor, p);
	};
	if_block(node_1, ($$render) => {
		if (get$1(note)) $$render(consequent_1);
	});
	reset(div);
	template_effect(() => {
		set_attribute(label_1, "for", id);
		set_class(label_1, 1, clsx({ unseen: quietLabel() }), "s-5znex1");
		set_text(text, $$props.label);
	});
	append($$anchor, div);
	pop();
}
// src/ui/FormDialog.svelte
var root$1 = /* @__PURE__ */ from_html(`<form class="s-1y3c9xz"><!> <div class="foot s-1y3c9xz"><!> <!></div></form>`);
function FormDialog($$anchor, $$props) {
	push($$props, true);
	/** What the button says that does it, and the one that does nothing. */
	/** Does it; the dialog closes when it gives `true`, and keeps what was typed otherwise. */
	/** The fields. */
	let open = prop($$props, "open", 15), tone = prop($$props, "tone", 3, "primary");
	let busy = /* @__PURE__ */ state(false);
	async function submit(event) {
		event.preventDefault();
		if (get$1(busy)) return;
		set(busy, true);
		const saved = await $$props.save();
		set(busy, false);
		if (saved) open(false);
	}
	Dialog($$anchor, {
		get title() {
			return $$props.title;
		},
		get open() {
			return open();
		},
		set open($$value) {
			open($$value);
		},
		children: ($$anchor, $$slotProps) => {
			var form = root$1();
			var node = child(form);
			snippet(node, () => $$props.children);
			var div = sibling(node, 2);
			var node_1 = child(div);
			Button(node_1, {
				onclick: () => open(false),
				children: ($$anchor, $$slotProps) => {
					next();
					var text$1 = text();
					template_effect(() => set_text(text$1, $$props.leave));
					append($$anchor, text$1);
				},
				$$slots: { default: true }
			});
			Button(sibling(node_1, 2), {
				type: "submit",
				get tone() {
					return tone();
				},
				get busy() {
					return get$1(busy);
				},
				children: ($$anchor, $$slotProps) => {
					next();
					var text_1 = text();
					template_effect(() => set_text(text_1, $$props.act));
					append($$anchor, text_1);
				},
				$$slots: { default: true }
			});
			reset(div);
			reset(form);
			event("submit", form, submit);
			append($$anchor, form);
		},
		$$slots: { default: true }
	});
	pop();
}
// src/shell/find.ts
/** The things whose words begin like all words of the query, in any order; the best first, then as they came. */
function find(things, query, most) {
	const asked = split(query);
	if (asked.length === 0) return things.slice(0, most);
	return things.map((thing, at) => ({
		thing,
		at,
		score: score(thing, asked)
	})).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.at - b.at).slice(0, most).map(({ thing }) => thing);
}
/** 0 when a word is not there. The words count more than the detail, the beginning of all more than of one. */
function score(thing, asked) {
	const words = split(thing.words);
	const detail = split(thing.detail);
	let sum = 0;
	for (const ask of asked) if (words[0]?.startsWith(ask)) sum += 4;
	else if (words.some((word) => word.startsWith(ask))) sum += 3;
	else if (detail.some((word) => word.startsWith(ask))) sum += 1;
	else return 0;
	return sum;
}
function split(text) {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
// src/sign-in/Door.svelte
var root = /* @__PURE__ */ from_html(`<main class="scroll s-1g6anl4"><div class="door s-1g6anl4"><p class="mark s-1g6anl4"><img src="/assets/icon.svg" width="28" height="28" alt=""/>Dispatch Assist</p> <h1 class="s-1g6anl4"> </h1> <p class="quiet lead s-1g6anl4"> </p> <!></div></main>`);
function Door($$anchor, $$props) {
	var main = root();
	head("1eybrtv", ($$anchor) => {
		deferred_template_effect(() => {
			$document.title = `${$$props.title ?? ""} · Dispatch Assist`;
		});
	});
	var div = child(main);
	var h1 = sibling(child(div), 2);
	var text = only_child(h1, true);
	var p = sibling(h1, 2);
	var text_1 = only_child(p, true);
	snippet(sibling(p, 2), () => $$props.children);
	reset(div);
	reset(main);
	template_effect(() => {
		set_text(text, $$props.title);
		set_text(text_1, $$props.lead);
	});
	append($$anchor, main);
}
export { decideApproval as $, head as $t, TwoPanes as A, $window as An, countDelta as At, Kbd as B, user_derived as Bn, prop as Bt, fieldTint as C, update_version as Cn, technicianRanking as Ct, initials as D, user_effect as Dn, onSignedOut as Dt, hazardWords as E, template_effect as En, visit as Et, wayBack as F, proxy as Fn, moneyDelta as Ft, addUser as G, label as Gn, set_attribute as Gt, icons as H, remove_textarea_child as Hn, bind_element_size as Ht, Since as I, increment as In, phoneNumber as It, book as J, reset as Jn, set_style as Jt, approvals as K, tag as Kn, set_checked as Kt, Due as L, set as Ln, sentence as Lt, Loaded as M, first_child as Mn, hours$1 as Mt, asked as N, only_child as Nn, length as Nt, leadState as O, user_pre_effect as On, problemFrom as Ot, missed as P, sibling as Pn, minutesDelta as Pt, closeUser as Q, action as Qt, toasts as R, source as Rn, words as Rt, channel as S, untrack as Sn, takeLead as St, gapWords as T, effect as Tn, users as Tt, company as U, pop as Un, bind_value as Ut, Icon as V, autofocus as Vn, bind_this as Vt, acceptSuggestion as W, push as Wn, remove_input_defaults as Wt, changePassword as X, to_array as Xn, clsx as Xt, changeMode as Y, noop as Yn, set_class as Yt, closeEscalation as Z, attach as Zt, findingWords as _, delegated as _n, signOut as _t, Tabs as a, if_block as an, letLeadGo as at, URGENCIES as b, get$1 as bn, suggestion as bt, Conversation as c, set_text as cn, previewMoves as ct, Trace as d, comment as dn, reserve as dt, component as en, dismiss as et, WindowList as f, from_html as fn, resetPassword as ft, binding as g, delegate as gn, signIn as gt, named as h, text as hn, setUp as ht, Field as i, key as in, leads as it, Skeleton as j, child as jn, dollars as jt, whyNot as k, $document as kn, useCsrf as kt, Panel as l, createSubscriber as ln, releaseReservation as lt, follow as m, props_id as mn, session as mt, find as n, each as nn, figures as nt, WindowDialog as o, await_block as on, makeMoves as ot, Tag as p, from_svg as pn, search as pt, board as q, next as qn, set_value as qt, FormDialog as r, index as rn, lead as rt, Select as s, mount as sn, needsSetup as st, Door as t, snippet as tn, editLead as tt, Timeline as u, append as un, reopenUser as ut, recommend as v, event as vn, standing as vt, fieldWords as w, deferred_template_effect as wn, undo as wt, actionWords as x, tick as xn, takeEscalation as xt, FIELD_ORDER as y, on as yn, suggest as yt, Button as z, state as zn, onMount as zt };

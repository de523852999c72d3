import { sentence } from '../format';
import { takeBegun } from './begun';
import { headline } from './headline';
import type { Notice, RefusalView, SuggestionView } from './types';

/** A "no" of the server (RFC 9457), or of the way to it (`offline`). `code` is stable; branch on it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: { path: string; message: string }[];
  refusals: RefusalView[];
  notice: Notice | null;
  fresh: SuggestionView | null;
  incident: string | null;
}

/** What came of a request: never thrown, always looked at. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

type Query = Record<string, string | number | null | undefined>;

let csrf = '';
let signedOut: () => void = () => {};

/** Names the token that goes with every request that changes something; it comes with the session. */
export function useCsrf(token: string) {
  csrf = token;
}

/** Says what to do when the server no longer knows who is asking. */
export function onSignedOut(then: () => void) {
  signedOut = then;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => ask<T>('GET', path, undefined, query, signal);
export const post = <T>(path: string, body?: unknown, signal?: AbortSignal) => ask<T>('POST', path, body ?? {}, undefined, signal);
export const put = <T>(path: string, body?: unknown) => ask<T>('PUT', path, body ?? {});
export const patch = <T>(path: string, body: unknown) => ask<T>('PATCH', path, body);
export const remove = <T>(path: string) => ask<T>('DELETE', path);

/** `path` is below `/api/v1`. An aborted request answers with the code `aborted`: drop it. */
async function ask<T>(method: string, path: string, body?: unknown, query: Query = {}, signal?: AbortSignal): Promise<Answer<T>> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined) parameters.set(name, String(value));
  const address = `${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
  const begun = method === 'GET' ? await takeBegun(address) : null;
  if (begun !== null && !signal?.aborted) return { ok: true, value: begun.json as T };
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf;

  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/v1${address}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
    // The answer can break off as well as the question, and is dropped in the same way.
    text = await response.text();
  } catch {
    if (signal?.aborted) return refuse({ status: 0, code: 'aborted', title: 'Dropped', detail: '' });
    return refuse({
      status: 0,
      code: 'offline',
      title: 'No connection to the server',
      detail: 'Nothing was changed. Try again when the connection is back.',
    });
  }

  const json = parse(text);
  if (response.ok) return { ok: true, value: json as T };
  if (response.status === 401 && path !== '/session') signedOut();
  return refuse(problemFrom(response.status, json));
}

function refuse(some: Partial<Problem>): { ok: false; problem: Problem } {
  return { ok: false, problem: { ...blank, ...some } };
}

const blank: Problem = {
  status: 0, code: 'internal', title: 'Something went wrong', detail: '', errors: [], refusals: [], notice: null, fresh: null, incident: null,
};

/** Reads a problem from what the server sent, whatever that was. */
export function problemFrom(status: number, json: unknown): Problem {
  const sent = (typeof json === 'object' && json !== null ? json : {}) as Partial<Problem>;
  const known = Object.fromEntries(Object.entries(sent).filter(([name, value]) => name in blank && value !== null && value !== undefined));
  const problem = { ...blank, title: `The server answered with ${status}`, ...known, status };
  return { ...problem, title: sentence(headline(problem)), detail: sentence(problem.detail) };
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

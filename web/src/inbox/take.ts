// A request that somebody tells on the phone goes the way of the public form: stored before it is acknowledged.
import { problemFrom, type Answer } from '../api/client';
import type { components } from '../api/schema';

type Received = components['schemas']['Received'];

/** What was taken down. Empty texts are left out. */
export interface Told {
  name: string;
  phone: string;
  address: string;
  message: string;
  preferred_time: string;
}

/** Stores it. `key`: the same again is the same request. */
export async function takeDown(slug: string, told: Told, key: string): Promise<Answer<Received>> {
  const { name, phone, message, ...more } = told;
  const filled = Object.fromEntries(Object.entries(more).filter(([, text]) => text.trim() !== ''));
  const body = JSON.stringify({ name, phone, message, ...filled });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': key };
  try {
    const response = await fetch(`/in/form/${encodeURIComponent(slug)}`, { method: 'POST', headers, body });
    const json = (await response.json().catch(() => null)) as unknown;
    return response.ok ? { ok: true, value: json as Received } : { ok: false, problem: problemFrom(response.status, json) };
  } catch {
    const problem = problemFrom(0, { code: 'offline', title: 'No connection to the server', detail: 'What you typed is still here. Try again when the connection is back.' });
    return { ok: false, problem };
  }
}

// The real binary, started for a test file on a port of its own and stopped after it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A debug binary reads the map of a whole city first, on a machine that may be busy. Milliseconds. */
const START = 120_000;

/** `$DISPATCH_BIN`, or what cargo built last in its usual place. */
function binary() {
  const built = ['release', 'debug'].map((profile) => fileURLToPath(new URL(`../../target/${profile}/dispatch-assist`, import.meta.url)));
  const file = process.env.DISPATCH_BIN ?? built.find((path) => existsSync(path));
  assert.ok(file, 'no binary: build it with `cargo build --release`, or name it in DISPATCH_BIN');
  return file;
}

/**
 * Starts the sample company. `url`: where it answers; `links`: the one-time sign-in links by role; `form`: the public form;
 * `startup`: milliseconds from the start of the process until it said where it is.
 */
export async function startDemo(...more) {
  const began = performance.now();
  const program = start(['demo', '--port', '0', ...more]);
  const text = await program.says(/Ctrl-C ends it/);
  const startup = performance.now() - began;
  const links = {};
  for (const [, link, role] of text.matchAll(/(http\S+\/sign-in\/\S+)\s+[^,\n]+, ([a-z-]+); works once/g)) links[role] = link;
  const form = /Form\s+(\S+)/.exec(text)?.[1];
  assert.ok(links.owner && links.dispatcher && form, `the demo did not print its links:\n${text}`);
  return { url: new URL(form).origin, links, form, startup, pid: program.pid, stop: program.stop };
}

/** Starts the program as it is on its first run: no company, no account. */
export async function startEmpty() {
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-e2e-'));
  const program = start(['serve'], { DISPATCH_DATA_DIR: folder, DISPATCH_DATABASE: '', DISPATCH_LISTEN: '127.0.0.1:0' });
  const text = await program.says(/nobody has an account yet: open \S+:\d+\/setup/);
  return {
    url: `http://localhost:${/:(\d+)\/setup/.exec(text)[1]}`,
    stop: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function start(words, environment = {}) {
  const child = spawn(binary(), words, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let listener = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
      listener();
    });
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });

  /** What it has said once that matches; fails when it ends or stays silent before. */
  async function says(pattern) {
    let timer;
    try {
      return await new Promise((resolve, reject) => {
        listener = () => pattern.test(said) && resolve(said);
        listener();
        void ended.then((how) => reject(new Error(`the program ended (${how}) after saying:\n${said}`)));
        timer = setTimeout(() => reject(new Error(`no ${pattern} within ${START / 1000} s, only:\n${said}`)), START);
      });
    } finally {
      clearTimeout(timer);
      listener = () => {};
    }
  }

  /** Asks it to end, as an operator does, and holds it to a graceful end. */
  async function stop() {
    child.kill('SIGTERM');
    assert.equal(await ended, 0, `it did not end well:\n${said}`);
  }

  return { pid: child.pid, says, stop };
}

/** A short message in the line at the foot of the screen. */
export interface Toast {
  id: number;
  tone: 'plain' | 'good' | 'alert';
  text: string;
  detail: string;
  undo: (() => void) | null;
}

class Toasts {
  list = $state.raw<Toast[]>([]);
  /** The newest thing that can be taken back, also when its toast has gone. */
  lastUndo = $state.raw<{ what: string; run: () => void } | null>(null);
  #next = 1;

  say(text: string, detail = '') {
    this.#show({ tone: 'plain', text, detail, undo: null }, 4000);
  }

  /** Says what was done, with the way back; `u` takes it too. */
  done(text: string, undo: (() => void) | null = null) {
    if (undo === null) {
      this.#show({ tone: 'good', text, detail: '', undo: null }, 4000);
      return;
    }
    const once = () => {
      if (this.lastUndo?.run === once) this.lastUndo = null;
      this.#dropBy(once);
      undo();
    };
    this.lastUndo = { what: text, run: once };
    this.#show({ tone: 'good', text, detail: '', undo: once }, 8000);
  }

  /** Says what was not done and why. */
  fail(problem: { title: string; detail: string }) {
    this.#show({ tone: 'alert', text: problem.title, detail: problem.detail, undo: null }, 10_000);
  }

  drop(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear() {
    this.list = [];
  }

  #dropBy(undo: () => void) {
    this.list = this.list.filter((toast) => toast.undo !== undo);
  }

  #show(toast: Omit<Toast, 'id'>, milliseconds: number) {
    const id = this.#next++;
    this.list = [...this.list.slice(-1), { ...toast, id }];
    setTimeout(() => this.drop(id), milliseconds);
  }
}

export const toasts = new Toasts();

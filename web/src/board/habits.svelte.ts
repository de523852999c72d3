// How this person likes the board: kept in the browser, never in the address.

export const DENSITIES = { compact: 36, normal: 44, roomy: 56 } as const;
export type Density = keyof typeof DENSITIES;

const KEPT_AS = 'da.board';

interface Kept {
  density: Density;
  /** Pixels per minute; nothing until a person zooms: then business hours fit the width. */
  scale: number | null;
  /** Height of the tray and width of the flyout, in pixels. */
  tray: number;
  flyout: number;
}

const USUAL: Kept = { density: 'normal', scale: null, tray: 224, flyout: 420 };

class Habits {
  #kept = $state.raw<Kept>({ ...USUAL, ...read() });

  get density(): Density {
    return this.#kept.density in DENSITIES ? this.#kept.density : 'normal';
  }
  get rowHeight(): number {
    return DENSITIES[this.density];
  }
  get scale(): number | null {
    return this.#kept.scale;
  }
  get tray(): number {
    return this.#kept.tray;
  }
  get flyout(): number {
    return this.#kept.flyout;
  }

  keep(some: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...some };
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(this.#kept));
    } catch {
      // A browser that keeps nothing still shows the board.
    }
  }
}

function read(): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<Kept>;
  } catch {
    return {};
  }
}

export const habits = new Habits();

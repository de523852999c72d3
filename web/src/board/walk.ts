// Walking over the bubbles with the arrow keys.

import { find, type PlacedVisit, type Row } from './rows';

const visitsOf = (row: Row | undefined): PlacedVisit[] => (row?.items ?? []).filter((item) => item.kind === 'visit');

/**
 * The bubble an arrow key leads to: left and right within the row, up and down to the nearest in time in the next row that has any.
 * Stays where it is at the edges; starts with the first bubble when none is selected.
 */
export function walk(rows: Row[], from: string | null, key: string): string | null {
  const here = from === null ? null : find(rows, from);
  if (here === null) {
    const first = rows.find((row) => visitsOf(row).length > 0);
    return visitsOf(first)[0]?.key ?? null;
  }
  const row = visitsOf(rows[here.row]);
  const index = row.findIndex((item) => item.key === from);
  switch (key) {
    case 'ArrowLeft':
      return row[index - 1]?.key ?? from;
    case 'ArrowRight':
      return row[index + 1]?.key ?? from;
    case 'Home':
      return row[0]?.key ?? from;
    case 'End':
      return row.at(-1)?.key ?? from;
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = key === 'ArrowUp' ? -1 : 1;
      for (let next = here.row + by; next >= 0 && next < rows.length; next += by) {
        const nearest = nearestTo(visitsOf(rows[next]), here.item);
        if (nearest) return nearest;
      }
      return from;
    }
    default:
      return from;
  }
}

function nearestTo(items: PlacedVisit[], to: PlacedVisit): string | null {
  const middle = (item: PlacedVisit) => (item.start + item.end) / 2;
  let best: PlacedVisit | null = null;
  for (const item of items) {
    if (best === null || Math.abs(middle(item) - middle(to)) < Math.abs(middle(best) - middle(to))) best = item;
  }
  return best?.key ?? null;
}

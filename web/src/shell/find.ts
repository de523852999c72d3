/** Something the palette can find. */
export interface Found {
  words: string;
  /** Beside the words: where it is, what it is worth. */
  detail: string;
}

/** The things whose words begin like all words of the query, in any order; the best first, then as they came. */
export function find<T extends Found>(things: T[], query: string, most: number): T[] {
  const asked = split(query);
  if (asked.length === 0) return things.slice(0, most);
  return things
    .map((thing, at) => ({ thing, at, score: score(thing, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** 0 when a word is not there. The words count more than the detail, the beginning of all more than of one. */
function score(thing: Found, asked: string[]): number {
  const words = split(thing.words);
  const detail = split(thing.detail);
  let sum = 0;
  for (const ask of asked) {
    if (words[0]?.startsWith(ask)) sum += 4;
    else if (words.some((word) => word.startsWith(ask))) sum += 3;
    else if (detail.some((word) => word.startsWith(ask))) sum += 1;
    else return 0;
  }
  return sum;
}

function split(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

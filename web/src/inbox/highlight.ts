import type { HazardView, ReadingView } from '../api/types';

/** A piece of a text: plain, or words that were read as a field, or words of a hazard. */
export interface Piece {
  text: string;
  /** The field that was read from it; several when readings overlap. */
  fields: string[];
  /** The class of the hazard; it is shown above every field. */
  hazard: string | null;
}

interface Mark {
  start: number;
  end: number;
  field: string | null;
  hazard: string | null;
}

/**
 * Cuts the text of a turn where what was read begins and ends, so that the pieces put together are the text again.
 * Offsets are UTF-16 code units; what lies outside of the text is cut off.
 */
export function pieces(turn: number, text: string, readings: ReadingView[], hazards: HazardView[]): Piece[] {
  const marks = [
    ...readings.map((reading) => mark(reading, turn, reading.field, null)),
    ...hazards.map((hazard) => mark(hazard, turn, null, hazard.class)),
  ]
    .filter((found) => found !== null)
    .map((found) => ({ ...found, start: Math.max(0, found.start), end: Math.min(text.length, found.end) }))
    .filter((found) => found.start < found.end);

  const cuts = [...new Set([0, text.length, ...marks.flatMap((found) => [found.start, found.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    const over = marks.filter((found) => found.start <= start && found.end >= end);
    return {
      text: text.slice(start, end),
      fields: [...new Set(over.flatMap((found) => found.field ?? []))],
      hazard: over.find((found) => found.hazard !== null)?.hazard ?? null,
    };
  });
}

type Words = { turn?: number | null; start?: number | null; end?: number | null };

function mark(words: Words, turn: number, field: string | null, hazard: string | null): Mark | null {
  if (words.turn !== turn || typeof words.start !== 'number' || typeof words.end !== 'number') return null;
  return { start: words.start, end: words.end, field, hazard };
}

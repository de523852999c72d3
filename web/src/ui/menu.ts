import type { IconName } from './icons';

/** A line of a menu. */
export interface MenuItem {
  words: string;
  run: () => void;
  icon?: IconName;
  keys?: string;
  /** One of several: shown with a tick. */
  chosen?: boolean;
  alert?: boolean;
  disabled?: boolean;
  /** A line above it. */
  apart?: boolean;
}

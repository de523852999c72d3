// The stable names of the API in the words of the trade. A name that is not in a table is shown in sentence case.
import { words } from '../format';
import type { IconName } from '../ui/icons';

export type Tone = 'plain' | 'accent' | 'alert' | 'scheduled' | 'confirmed' | 'dispatched' | 'working' | 'paused' | 'done';

const FIELDS: Record<string, string> = {
  name: 'Name', phone: 'Phone', email: 'E-mail', address: 'Address', trade: 'Trade', job_type: 'Job', urgency: 'Urgency',
  problem: 'Problem', want: 'Wishes', avoid: 'Not', soonest: 'Soonest', unusable_time: 'Asked for', access: 'Access',
};

/** The order in which people read a request. */
export const FIELD_ORDER = ['name', 'phone', 'email', 'address', 'trade', 'job_type', 'urgency', 'problem', 'want', 'unusable_time', 'avoid', 'soonest', 'access'];

export const fieldWords = (field: string) => FIELDS[field] ?? words(field);

/** Which tint the words of a field have: six tints, so that they can be told apart. */
export function fieldTint(field: string): 'name' | 'contact' | 'place' | 'work' | 'urgency' | 'time' {
  switch (field) {
    case 'name':
      return 'name';
    case 'phone':
    case 'email':
      return 'contact';
    case 'address':
    case 'access':
      return 'place';
    case 'urgency':
      return 'urgency';
    case 'want':
    case 'unusable_time':
    case 'avoid':
    case 'soonest':
      return 'time';
    default:
      return 'work';
  }
}

const GAPS: Record<string, { field: string; words: string }> = {
  name: { field: 'name', words: 'Missing' },
  phone: { field: 'phone', words: 'Missing' },
  address: { field: 'address', words: 'Missing' },
  address_not_found: { field: 'address', words: 'Not found on the map' },
  out_of_area: { field: 'address', words: 'Outside of the area we serve' },
  job_type: { field: 'job_type', words: 'Unclear' },
  wished_time: { field: 'unusable_time', words: 'This time cannot be' },
};

/** Which field a gap is about, and what to say there. */
export const gapWords = (gap: string) => GAPS[gap] ?? { field: gap, words: words(gap) };

const CHANNELS: Record<string, { words: string; icon: IconName }> = {
  call: { words: 'Call', icon: 'phone' },
  voicemail: { words: 'Voicemail', icon: 'voicemail' },
  sms: { words: 'Text message', icon: 'sms' },
  chat: { words: 'Chat', icon: 'chat' },
  form: { words: 'Web form', icon: 'form' },
  email: { words: 'E-mail', icon: 'email' },
  marketplace: { words: 'Marketplace', icon: 'marketplace' },
  manual: { words: 'By hand', icon: 'manual' },
};

export const channel = (name: string) => CHANNELS[name] ?? { words: words(name), icon: 'inbox' as IconName };

const STATES: Record<string, { words: string; tone: Tone; icon: IconName }> = {
  new: { words: 'New', tone: 'plain', icon: 'spark' },
  collecting: { words: 'Collecting', tone: 'plain', icon: 'chat' },
  ready: { words: 'Ready', tone: 'scheduled', icon: 'check' },
  recommended: { words: 'Recommended', tone: 'accent', icon: 'spark' },
  reserved: { words: 'Reserved', tone: 'accent', icon: 'clock' },
  awaiting_approval: { words: 'Needs approval', tone: 'accent', icon: 'approvals' },
  booked: { words: 'Booked', tone: 'working', icon: 'check' },
  emergency: { words: 'Emergency', tone: 'alert', icon: 'alert' },
  escalated: { words: 'Needs a person', tone: 'alert', icon: 'user' },
  needs_info: { words: 'Needs an answer', tone: 'paused', icon: 'info' },
  follow_up: { words: 'Follow up', tone: 'paused', icon: 'clock' },
  unreachable: { words: 'Unreachable', tone: 'paused', icon: 'phone' },
  lost: { words: 'Lost', tone: 'done', icon: 'minus' },
  dismissed: { words: 'Put aside', tone: 'done', icon: 'minus' },
  duplicate_of: { words: 'Duplicate', tone: 'done', icon: 'copy' },
  not_a_lead: { words: 'Not a lead', tone: 'done', icon: 'minus' },
  opted_out: { words: 'Opted out', tone: 'done', icon: 'minus' },
  closed: { words: 'Closed', tone: 'done', icon: 'check' },
};

export const leadState = (name: string) => STATES[name] ?? { words: words(name), tone: 'plain' as Tone, icon: 'info' as IconName };

const HAZARDS: Record<string, string> = {
  gas: 'Gas', carbon_monoxide: 'Carbon monoxide', fire: 'Fire', flood: 'Flood', vulnerable: 'Vulnerable person', structure: 'Structure',
  garage_door: 'Garage door', not_read: 'Not read, so no danger is ruled out', person: 'A person in danger',
};

export const hazardWords = (hazard: string) => HAZARDS[hazard] ?? words(hazard);

const ACTIONS: Record<string, string> = {
  draft: 'recommend, a person books', reserve: 'reserve, a person approves', book: 'book', ask: 'ask what is missing first',
  escalate: 'hand to a person',
};

/** What authority lets the program do. */
export const actionWords = (action: string) => ACTIONS[action] ?? words(action).toLowerCase();

export const URGENCIES = ['emergency', 'urgent', 'routine', 'none'];

/** `Dana Whitfield` as `DW`. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return `${parts[0]?.charAt(0) ?? ''}${parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
}

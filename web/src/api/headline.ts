import type { Problem } from './client';

/** What a "no" is about, in words for whoever reads it: the server's title is the name of an HTTP status. */
const HEADLINES: Record<string, string> = {
  refused: 'The rules of the board say no', conflict: 'Somebody was quicker', already_decided: 'Somebody was quicker', taken: 'Somebody was quicker',
  stale: 'The board has changed since', not_undoable: 'This cannot be taken back', already_undone: 'This was taken back already',
  text_names_another_window: 'The text names another window', case_changed: 'The request has changed since you looked at it',
  window_full: 'This window is full by now', window_not_offered: 'This window does not fit', same_window: 'This window is promised already',
  goes_with_approval: 'It leaves with its approval', reservation_expired: 'The reservation has expired', expired: 'It has expired',
  forbidden: 'Your role does not allow this', csrf: 'This page is too old; load it again', not_signed_in: 'You are signed out',
  wrong_credentials: 'That e-mail and password do not fit', wrong_password: 'The old password is not right',
  too_many_requests: 'Too many tries; wait a moment', unavailable: 'The program cannot answer now', timeout: 'That took too long',
  too_large: 'That is too long', not_found: 'It is not there any more', empty_text: 'Something is still missing', missing_field: 'Something is still missing',
  invalid_value: 'Something has to change', invalid: 'Something has to change', wrong_type: 'Something has to change',
  last_owner: 'Somebody has to own the company', internal: 'Something went wrong here',
};

/** The titles that servers give by status; any other title was written for people. */
const STATUS_NAMES = new Set([
  'Bad Request', 'Unauthorized', 'Forbidden', 'Not Found', 'Method Not Allowed', 'Request Timeout', 'Conflict', 'Gone', 'Payload Too Large',
  'Unsupported Media Type', 'Unprocessable Entity', 'Unprocessable Content', 'Too Many Requests', 'Internal Server Error', 'Service Unavailable',
]);

export function headline({ code, title }: Pick<Problem, 'code' | 'title'>): string {
  const named = HEADLINES[code];
  if (named !== undefined && (STATUS_NAMES.has(title) || code === 'wrong_credentials')) return named;
  return STATUS_NAMES.has(title) ? 'That did not work' : title;
}

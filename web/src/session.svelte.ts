import * as calls from './api/calls';
import { onSignedOut, useCsrf, type Answer } from './api/client';
import type { SessionView } from './api/types';

type State = { is: 'unknown' } | { is: 'out' } | { is: 'in'; view: SessionView };

class Session {
  state = $state.raw<State>({ is: 'unknown' });

  constructor() {
    onSignedOut(() => (this.state = { is: 'out' }));
  }

  /** Asks the server who we are; `false` when it could not be asked. */
  async load(): Promise<boolean> {
    const answer = await calls.session();
    if (answer.ok) this.begin(answer.value);
    else if (answer.problem.status === 401) this.state = { is: 'out' };
    return answer.ok || answer.problem.status === 401;
  }

  begin(view: SessionView) {
    useCsrf(view.csrf);
    this.state = { is: 'in', view };
  }

  async end(): Promise<Answer<null>> {
    const answer = await calls.signOut();
    if (answer.ok) this.state = { is: 'out' };
    return answer;
  }

  get user() {
    return this.state.is === 'in' ? this.state.view.user : null;
  }

  /** Whether the account may do something, by the stable name of the permission. The server decides in the end. */
  may(permission: string): boolean {
    return this.state.is === 'in' && this.state.view.permissions.includes(permission);
  }
}

export const session = new Session();

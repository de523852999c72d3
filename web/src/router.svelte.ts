// The address bar is the state that can be linked: which page, which lead, which day.

/** A page with what its address says. */
export type Route =
  | { page: 'inbox'; lead: string | null; show: 'open' | 'booked' | 'all' }
  | { page: 'board'; date: string | null; visit: string | null }
  | { page: 'approvals'; lead: string | null }
  | { page: 'settings'; tab: 'people' | 'password' }
  | { page: 'sign-in' }
  | { page: 'setup' }
  | { page: 'missing'; path: string };

/** Reads an address. An unknown one is `missing`, never a guess. */
export function read(path: string, query: URLSearchParams): Route {
  const [page = '', id = null, ...rest] = parts(path);
  if (rest.length === 0) {
    if (page === '' && id === null) return { page: 'inbox', lead: null, show: 'open' };
    if (page === 'inbox') return { page: 'inbox', lead: id, show: shown(query.get('show')) };
    if (page === 'approvals') return { page: 'approvals', lead: id };
    if (page === 'board' && id === null) return { page: 'board', date: query.get('date'), visit: query.get('visit') };
    if (page === 'settings' && (id === null || id === 'people' || id === 'password')) return { page, tab: id ?? 'people' };
    if ((page === 'sign-in' || page === 'setup') && id === null) return { page };
  }
  return { page: 'missing', path };
}

function parts(path: string): string[] {
  try {
    return path.split('/').filter((part) => part !== '').map(decodeURIComponent);
  } catch {
    // A broken escape is no address of ours.
    return [path];
  }
}

const shown = (show: string | null) => (show === 'booked' || show === 'all' ? show : 'open');

/** Writes an address; `read` of it gives the same route. */
export function write(route: Route): string {
  switch (route.page) {
    case 'inbox': {
      const path = route.lead === null ? '/inbox' : `/inbox/${encodeURIComponent(route.lead)}`;
      return route.show === 'open' ? path : `${path}?show=${route.show}`;
    }
    case 'approvals':
      return route.lead === null ? `/${route.page}` : `/${route.page}/${encodeURIComponent(route.lead)}`;
    case 'board': {
      const query = new URLSearchParams();
      if (route.date !== null) query.set('date', route.date);
      if (route.visit !== null) query.set('visit', route.visit);
      return query.size > 0 ? `/board?${query}` : '/board';
    }
    case 'settings':
      return `/settings/${route.tab}`;
    case 'missing':
      return route.path;
    default:
      return `/${route.page}`;
  }
}

class Router {
  route = $state.raw<Route>(read('/', new URLSearchParams()));

  /** Starts to follow the address bar and the links of the page. */
  start() {
    this.#follow();
    addEventListener('popstate', () => this.#follow());
    document.addEventListener('click', (event) => this.#click(event));
  }

  /** Goes to a route; the back button returns. */
  go(to: Route | string) {
    history.pushState(null, '', typeof to === 'string' ? to : write(to));
    this.#follow();
  }

  /** Changes the address in place: for a selection that the back button should not walk through. */
  swap(to: Route | string) {
    history.replaceState(null, '', typeof to === 'string' ? to : write(to));
    this.#follow();
  }

  #follow() {
    this.route = read(location.pathname, new URLSearchParams(location.search));
  }

  #click(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (read(link.pathname, new URLSearchParams(link.search)).page === 'missing') return;
    event.preventDefault();
    if (link.href !== location.href) this.go(link.pathname + link.search);
  }
}

export const router = new Router();

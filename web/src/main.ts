import { mount } from 'svelte';
import App from './App.svelte';
import { pages } from './pages';
import { read } from './router.svelte';
import './styles/tokens.css';
import './styles/base.css';

mount(App, { target: document.getElementById('app') ?? document.body });

// The page of this address comes while it is still asked who we are. What fails here is told where the page is shown.
const { page } = read(location.pathname, new URLSearchParams(location.search));
if (page in pages) pages[page as keyof typeof pages]().catch(() => {});

export type Theme = 'system' | 'light' | 'dark';

const KEPT_AS = 'da.theme';

/** Light, dark, or as the system says. `assets/theme.js` applies the choice before the first paint. */
class ThemeChoice {
  choice = $state<Theme>(kept());

  set(theme: Theme) {
    this.choice = theme;
    if (theme === 'system') {
      localStorage.removeItem(KEPT_AS);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(KEPT_AS, theme);
      document.documentElement.dataset.theme = theme;
    }
  }
}

function kept(): Theme {
  const value = localStorage.getItem(KEPT_AS);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const theme = new ThemeChoice();

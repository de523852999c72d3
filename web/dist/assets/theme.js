// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('da.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (_) {
    // Storage may be forbidden; the theme of the system is right then.
  }
})();

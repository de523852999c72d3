// Runs before the program is there. A file of its own: the policy allows no inline script.
(function () {
  // What every page needs is asked for now, and not after the program was read; `src/api/begun.ts` hands it over.
  var path = location.pathname.split('/')[1] || 'inbox';
  if (path !== 'sign-in' && path !== 'setup') {
    var begun = (window.begun = {});
    var begin = function (address) {
      begun[address] = fetch('/api/v1' + address, { headers: { Accept: 'application/json' } })
        .then(function (response) {
          return response.json().then(function (json) {
            return { status: response.status, json: json };
          });
        })
        // Whoever asks for it asks again, and says what is wrong.
        .catch(function () {
          return null;
        });
    };
    begin('/session');
    begin('/company');
    if (path === 'board') {
      var query = new URLSearchParams(location.search);
      var date = query.get('date');
      if (query.get('span') !== 'week') begin(/^\d{4}-\d{2}-\d{2}$/.test(date) ? '/board?date=' + date : '/board');
    }
  }

  // So are the files of the page.
  var script = document.currentScript;
  (script.dataset[path] || '').split(' ').forEach(function (file) {
    if (file === '') return;
    var link = document.createElement('link');
    var style = file.slice(-4) === '.css';
    link.rel = style ? 'preload' : 'modulepreload';
    if (style) link.as = 'style';
    link.crossOrigin = '';
    link.href = new URL(file, script.src).href;
    document.head.append(link);
  });

  // A theme that a person chose never flashes.
  try {
    var theme = localStorage.getItem('da.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (_) {
    // Storage may be forbidden; the theme of the system is right then.
  }
})();

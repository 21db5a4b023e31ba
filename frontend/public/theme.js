// Runs before the page is painted, so that neither colour scheme nor language flashes.
(function () {
  var root = document.documentElement;
  var scheme = 'auto';
  try {
    scheme = localStorage.getItem('kurir-color-scheme') || 'auto';
    root.lang = localStorage.getItem('kurir-language') || 'id';
  } catch (e) {
    // Storage may be forbidden; then the defaults stand.
  }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

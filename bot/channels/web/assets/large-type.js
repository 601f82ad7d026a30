// @ts-check
/// <reference lib="dom" />

// Loaded before the page is drawn, so that a person who reads large type never sees it jump.
(() => {
  const KEY = 'wenqiao.large-type';

  const wanted = () => {
    try {
      return localStorage.getItem(KEY) === 'on';
    } catch {
      return false; // storage may be forbidden; the switch then holds for this page only
    }
  };

  /** @param {boolean} on */
  const remember = (on) => {
    try {
      if (on) localStorage.setItem(KEY, 'on');
      else localStorage.removeItem(KEY);
    } catch {
      // see above
    }
  };

  /** @param {boolean} on */
  const apply = (on) => {
    document.documentElement.classList.toggle('large', on);
    const toggle = document.getElementById('large-type');
    if (toggle instanceof HTMLInputElement) toggle.checked = on;
  };

  apply(wanted());
  document.addEventListener('DOMContentLoaded', () => {
    apply(wanted());
    document.getElementById('large-type')?.addEventListener('change', (event) => {
      const on = event.target instanceof HTMLInputElement && event.target.checked;
      remember(on);
      apply(on);
    });
  });
  // A page taken back from the browser's cache may have been left before the switch was used elsewhere.
  addEventListener('pageshow', (event) => {
    if (event.persisted) apply(wanted());
  });
})();

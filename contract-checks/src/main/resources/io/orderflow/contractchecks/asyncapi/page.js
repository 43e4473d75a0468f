(() => {
  const search = document.getElementById('search');
  const nothing = document.getElementById('nothing');
  const articles = [...document.querySelectorAll('article')]
    .map(article => ({article, text: article.textContent.toLowerCase(), section: article.closest('section')}));
  const links = new Map([...document.querySelectorAll('nav a')].map(link => [link.hash.slice(1), link]));

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filled = new Set();
    for (const {article, text, section} of articles) {
      const heading = section.querySelector('h2').textContent.toLowerCase();
      const found = words.every(word => text.includes(word) || heading.includes(word));
      article.hidden = !found;
      links.get(article.id)?.toggleAttribute('hidden', !found);
      if (found) filled.add(section);
    }
    for (const section of document.querySelectorAll('main > section')) {
      const found = words.length === 0 || filled.has(section);
      section.hidden = !found;
      links.get(section.id)?.toggleAttribute('hidden', !found);
    }
    nothing.hidden = words.length === 0 || filled.size > 0;
  };

  search.addEventListener('input', show);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && document.activeElement === search) {
      search.value = '';
      show();
    }
  });

  const stored = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* the choice lasts as long as the page */ } };
  const root = document.documentElement;
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  if (stored('theme')) root.dataset.theme = stored('theme');
  document.getElementById('theme').addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
  });

  const menu = document.querySelector('nav details');
  if (matchMedia('(max-width: 52rem)').matches) {
    menu.open = false;
    menu.addEventListener('click', event => { if (event.target.tagName === 'A') menu.open = false; });
  }
  if (location.hash.startsWith('#q=')) {
    search.value = decodeURIComponent(location.hash.slice(3));
    show();
  }
})();

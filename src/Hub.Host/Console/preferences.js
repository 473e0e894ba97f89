/** Language and theme: the only things that stay in the browser between visits. */

const LANGUAGES = ['nb', 'en'];
const THEMES = ['auto', 'light', 'dark'];

const read = (name, allowed, standard) => {
  const value = localStorage.getItem(`hub.${name}`);
  return allowed.includes(value) ? value : standard;
};

/** The language that was chosen, or the browser's own. */
export const language = () => read('language', LANGUAGES, /^(nb|nn|no)\b/i.test(navigator.language) ? 'nb' : 'en');

/** The theme that was chosen; auto follows the system. */
export const theme = () => read('theme', THEMES, 'auto');

export const setLanguage = value => localStorage.setItem('hub.language', value);

export function setTheme(value) {
  localStorage.setItem('hub.theme', value);
  applyTheme();
}

export function applyTheme() {
  const value = theme();
  if (value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

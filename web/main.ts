/** Starts the page. */
import './ui/fonts.css';
import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { speakAsBefore } from './i18n/language.svelte.ts';
import { cssVariables, theme } from './map/theme.ts';

// The colours are named once, in the theme of the map.
for (const [name, value] of Object.entries(cssVariables(theme))) {
  document.documentElement.style.setProperty(name, value);
}

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
await speakAsBefore();
mount(App, { target });

/**
 * The panels by name. Each is fetched when it is first shown, so that the map need not wait for them; the others
 * follow once the page is at rest, so that a network that dies later finds them here.
 */
import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { withTexts } from '../i18n/texts.svelte.ts';
import { fetchRules } from '../state/rules.svelte.ts';
import { whenSettled } from '../state/settled.svelte.ts';
import type { PanelId } from '../state/panelId.ts';

const fetchers: Readonly<Record<PanelId, () => Promise<{ readonly default: Component }>>> = {
  roads: () => import('./RoadsPanel.svelte'),
  signs: () => import('./SignsPanel.svelte'),
  houses: () => import('./HousesPanel.svelte'),
  numbers: () => import('./NumbersPanel.svelte'),
  codes: () => import('./CodesPanel.svelte'),
  handover: () => import('./HandoverPanel.svelte'),
  criterion6: () => import('./Criterion6Panel.svelte'),
  criterion3: () => import('./Criterion3Panel.svelte'),
  checks: () => import('./ChecksPanel.svelte'),
  legend: () => import('./LegendPanel.svelte'),
  history: () => import('./HistoryPanel.svelte'),
  candidates: () => import('./CandidatesPanel.svelte'),
  answer: () => import('./AnswerPanel.svelte'),
  households: () => import('./HouseholdsPanel.svelte'),
  persons: () => import('./PersonsPanel.svelte'),
  import: () => import('./ImportPanel.svelte'),
  table: () => import('./TablePanel.svelte'),
  survey: () => import('./SurveyPanel.svelte'),
  unsent: () => import('./UnsentPanel.svelte'),
  selection: () => import('./SelectionPanel.svelte'),
};

/** With which a village opens: its texts are among those the page starts with. */
const firstPanel: PanelId = 'roads';

type Fetched = Component | 'unreachable';

const fetched = new SvelteMap<PanelId, Fetched>();

/** The panel, `undefined` while it is on its way, or `unreachable`. */
export const panelOf = (id: PanelId): Fetched | undefined => fetched.get(id);

/** Fetches a panel unless it is here; one that could not be had is asked for again. */
export async function fetchPanel(id: PanelId): Promise<void> {
  const known = fetched.get(id);
  if (known && known !== 'unreachable') return;
  fetched.delete(id);
  await (id === firstPanel ? fetchers[id]() : withTexts(fetchers[id]()))
    .then((part) => fetched.set(id, part.default))
    .catch(() => fetched.set(id, 'unreachable'));
}

/** What a sign in the hand is good for, told in the tool bar. */
export const fetchSignEffect = () => withTexts(import('./SignPlanEffect.svelte'));

/** Fetches the panels nobody has asked for yet, what the tool bar tells of signs, and the rules where no map has, when the page has settled. Returns a function that calls it off. */
export function fetchRestLater(): () => void {
  return whenSettled(() => {
    void fetchRules().catch(() => undefined);
    void fetchSignEffect().catch(() => undefined);
    for (const id of Object.keys(fetchers) as PanelId[]) if (!fetched.has(id)) void fetchPanel(id);
  });
}

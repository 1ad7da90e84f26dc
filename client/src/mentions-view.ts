/**
 * The view in the side bar: the names, dates and quotations of the draft in front of the editor, each with its state.
 * It follows the checks: whenever the server has checked the draft, it is asked what is known.
 */
import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { MentionState, SheetPlace, SignOff, SignOffRow } from '../../server/src/lsp/protocol.ts';
import { isDraft, nameOf } from './documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openAt } from './open-at.ts';

/** What is known of a draft; null where it is not checked. */
type Ask = (uri: string) => Promise<SignOff | null>;

const FILTERS = ['all', 'open', 'differs'] as const;
type Filter = (typeof FILTERS)[number];

/** Why nothing is shown; the manifest says for each what to do. */
type Emptiness = 'no draft' | 'not checked' | 'nothing found' | 'filtered' | 'none';

const KINDS = ['person', 'organization', 'place', 'date', 'quote'] as const;
type Kind = (typeof KINDS)[number];

interface Group {
  readonly kind: Kind;
  readonly rows: readonly Row[];
}

interface Row extends SignOffRow {
  /** The same for the same words after an edit elsewhere, so that what is selected stays so. */
  readonly id: string;
}

/** A command of the view alone. Argument: a place. */
const OPEN_MENTION = 'stet.openMention';
const filterKey = 'stet.mentions.filter';
const LONGEST_LABEL = 100;

export class MentionsView implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Group | Row>;
  readonly #disposables: vscode.Disposable[];
  #draft: vscode.TextDocument | undefined;
  #rows: readonly Row[] | undefined;
  readonly #read = oneAtATime(() => this.#readNow());

  constructor(ask: Ask, state: vscode.Memento) {
    this.#ask = ask;
    this.#state = state;
    this.#view = vscode.window.createTreeView<Group | Row>('stet.mentions', {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) => [...this.#childrenOf(node)],
        getTreeItem: (node) => ('rows' in node ? groupItem(node) : rowItem(node)),
      },
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#read()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidCloseTextDocument(() => this.#follow()),
      vscode.commands.registerCommand(OPEN_MENTION, (place: SheetPlace) =>
        openAt(place, vscode.ViewColumn.Active),
      ),
      vscode.commands.registerCommand('stet.filterMentions', () => this.#chooseFilter()),
      vscode.commands.registerCommand('stet.showAllMentions', () => this.#setFilter('all')),
    ];
  }

  /** Shows the draft that is in front; called once, when the server can be asked. */
  start(): Promise<void> {
    return this.#follow();
  }

  /** The server has checked a draft anew. */
  async checked(uri: vscode.Uri): Promise<void> {
    if (uri.toString() === this.#draft?.uri.toString()) await this.#read();
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }

  /** A view that is no editor, such as this one, leaves the draft in front; any other document takes its place. */
  async #follow(): Promise<void> {
    const shown = this.#draft?.isClosed ? undefined : this.#draft;
    const front = vscode.window.activeTextEditor?.document ?? shown;
    const draft = front && isDraft(front) ? front : undefined;
    if (draft === this.#draft && this.#rows) return;
    this.#draft = draft;
    this.#rows = undefined;
    await this.#read();
  }

  async #readNow(): Promise<void> {
    const draft = this.#draft;
    // What is out of sight costs nothing; it is read when it comes in sight.
    if (draft && this.#view.visible) {
      const rows = await this.#rowsOf(draft);
      if (draft === this.#draft) this.#rows = rows;
    }
    await this.#show();
  }

  async #rowsOf({ uri }: vscode.TextDocument): Promise<readonly Row[] | undefined> {
    try {
      const signOff = await this.#ask(uri.toString());
      return signOff ? withIds(signOff.rows) : undefined;
    } catch {
      // A server that stops answers nothing; when it has started again it checks the draft, and is asked again.
      return undefined;
    }
  }

  async #show(): Promise<void> {
    this.#changed.fire();
    const all = this.#rows ?? [];
    const shown = all.filter((it) => passes(it, this.#filter));
    this.#view.description = this.#draft ? nameOf(this.#draft) : '';
    this.#view.message =
      this.#filter !== 'all' && shown.length > 0
        ? l10n.t('{0}: {1} of {2}', titleOf(this.#filter), shown.length, all.length)
        : '';
    const emptiness: Emptiness = !this.#draft
      ? 'no draft'
      : !this.#rows
        ? 'not checked'
        : all.length === 0
          ? 'nothing found'
          : shown.length === 0
            ? 'filtered'
            : 'none';
    await setContext('stet.mentions.empty', emptiness);
    await setContext('stet.mentions.isFiltered', this.#filter !== 'all');
  }

  #childrenOf(node: Group | Row | undefined): readonly (Group | Row)[] {
    if (node) return 'rows' in node ? node.rows : [];
    const shown = (this.#rows ?? []).filter((it) => passes(it, this.#filter));
    return KINDS.map((kind) => ({ kind, rows: shown.filter((it) => kindOf(it) === kind) })).filter(
      ({ rows }) => rows.length > 0,
    );
  }

  get #filter(): Filter {
    const kept = this.#state.get(filterKey);
    return FILTERS.find((it) => it === kept) ?? 'all';
  }

  async #chooseFilter(): Promise<void> {
    const items = FILTERS.map((filter) => ({ label: titleOf(filter), filter }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: l10n.t('Names, dates and quotations to show'),
    });
    if (chosen) await this.#setFilter(chosen.filter);
  }

  async #setFilter(filter: Filter): Promise<void> {
    await this.#state.update(filterKey, filter);
    await this.#show();
  }
}

function setContext(key: string, value: unknown): Thenable<void> {
  return vscode.commands.executeCommand('setContext', key, value);
}

function titleOf(filter: Filter): string {
  switch (filter) {
    case 'all':
      return l10n.t('All');
    case 'open':
      return l10n.t('What differs or has no source');
    case 'differs':
      return l10n.t('Only what differs');
  }
}

function passes({ state }: SignOffRow, filter: Filter): boolean {
  return filter === 'all' || state.is === 'differs' || (filter === 'open' && state.is === 'no source');
}

function kindOf({ kind, detail }: SignOffRow): Kind {
  return (kind === 'name' ? KINDS.find((it) => it === detail) : kind) ?? 'quote';
}

/** Of the same words several times the first, the second and so on are told apart. */
function withIds(rows: readonly SignOffRow[]): Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = `${kindOf(row)}:${row.text}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { ...row, id: `${words}:${nth}` };
  });
}

function groupItem({ kind, rows }: Group): vscode.TreeItem {
  const title = {
    person: l10n.t('People'),
    organization: l10n.t('Organizations'),
    place: l10n.t('Places'),
    date: l10n.t('Dates'),
    quote: l10n.t('Quotations'),
  }[kind];
  const differing = rows.filter((it) => it.state.is === 'differs').length;
  const counted = differing > 0 ? l10n.t('{0} of {1} differ', differing, rows.length) : String(rows.length);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = kind;
  item.description = counted;
  item.accessibilityInformation = { label: `${title}, ${counted}` };
  return item;
}

function rowItem(row: Row): vscode.TreeItem {
  const text = row.text.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL)}…`);
  const said = [inWords(row.state), ...(row.kind === 'name' || row.detail === '' ? [] : [row.detail])];
  item.id = row.id;
  item.description = said.join(' · ');
  item.iconPath = iconOf(row.state);
  item.tooltip = [text, ...said, ...groundsOf(row.state)].join('\n');
  item.accessibilityInformation = { label: [text, ...said, ...groundsOf(row.state)].join(', ') };
  item.command = { command: OPEN_MENTION, title: l10n.t('Go to the Words'), arguments: [row.at] };
  return item;
}

function inWords(state: MentionState): string {
  switch (state.is) {
    case 'differs':
      return l10n.t('differs');
    case 'agrees':
      return state.sources === 1
        ? l10n.t('agrees with 1 source')
        : l10n.t('agrees with {0} sources', state.sources);
    case 'checked':
      return l10n.t('checked by {0}, {1}', state.by, state.on);
    case 'let stand':
      return l10n.t('let stand');
    case 'no source':
      return l10n.t('no source');
  }
}

/** What a state rests on: what the rules say, or which sources agree. */
function groundsOf(state: MentionState): readonly string[] {
  switch (state.is) {
    case 'differs':
    case 'let stand':
      return state.messages;
    case 'agrees':
      return state.articles;
    case 'checked':
    case 'no source':
      return [];
  }
}

/** Each state has a shape of its own, and its colour says nothing more. */
function iconOf({ is }: MentionState): vscode.ThemeIcon {
  const color = (id: string) => new vscode.ThemeColor(id);
  switch (is) {
    case 'differs':
      return new vscode.ThemeIcon('warning', color('list.warningForeground'));
    case 'agrees':
      return new vscode.ThemeIcon('pass', color('testing.iconPassed'));
    case 'checked':
      return new vscode.ThemeIcon('check-all');
    case 'let stand':
      // The mark itself: dots under the words.
      return new vscode.ThemeIcon('ellipsis');
    case 'no source':
      return new vscode.ThemeIcon('circle-large-outline');
  }
}

import type { KnowledgeKind, KnowledgeState, ValueCycle } from '@shared/domain/vocabulary'
import type { Department } from './organisation'

/** What somebody of the sample program wrote down, and what others made of it. */
export interface KnowledgeIdea {
  kind: KnowledgeKind
  state: KnowledgeState
  title: string
  body: string
  /** The text as it was before, where it was written over once. */
  earlier: string | null
  topics: readonly string[]
  /** Where its authors are, the first of them first. */
  authors: readonly Department[]
  /** Index into the communities; null for none. */
  community: number | null
  /** Days before today on which it was begun, and days from today on which it wants to be looked through. */
  age: number
  reviewIn: number | null
  /** What came of its uses, one a use. */
  uses: readonly Partial<Record<ValueCycle, string>>[]
  /** Whether it was made out of the notes of a session of its author. */
  fromNotes: boolean
}

const plain = { earlier: null, community: null, reviewIn: null, uses: [], fromNotes: false } as const

export const knowledgeIdeas: readonly KnowledgeIdea[] = [
  {
    ...plain,
    kind: 'practice',
    state: 'endorsed',
    title: 'Walk back from the chart to the clipboard',
    topics: ['data quality'],
    authors: ['Data', 'Field Operations'],
    community: 1,
    age: 210,
    reviewIn: 40,
    fromNotes: true,
    earlier: 'Before you write a check, find out who takes the reading.\n',
    body: `Before you write a check, walk back from the figure to where it is born: from the chart to the table, from the table to the form, from the form to the person with the wet clipboard.

## How it goes
1. Take one figure that looks wrong, not a list of them.
2. Ask each person it passed through what they did with it, and why.
3. Write down where it was guessed, rounded or copied.
4. Only then choose checks, and no more than three: *is it there, is it possible, does it agree with its neighbour?*

| check | finds | cries wolf when |
| --- | --- | --- |
| is it there | a silent station | the boat was in the yard |
| is it possible | a wrong unit | there is a storm |
| neighbours | a drifting gauge | there is a storm |

> Every wrong number was typed by somebody who was doing their best in the rain.

Then show the people who enter the data what is made of it: see [[Show the crew their chart]].
`,
    uses: [
      {
        applied: 'Walked back one tide reading with the crew in Gdańsk; it passed through four hands.',
        realised: 'Two of the four forms are gone. Bad readings fell from eleven a week to three.',
      },
      { potential: 'I know by name now who takes which reading.' },
      { applied: 'Did the same for travel costs. The guess sat in the first column.' },
      { immediate: 'The best hour of the quarter: nobody had ever asked the divers.' },
    ],
  },
  {
    ...plain,
    kind: 'practice',
    state: 'endorsed',
    title: 'Show the crew their chart',
    topics: ['data quality', 'teaching others'],
    authors: ['Data'],
    community: 1,
    age: 150,
    reviewIn: 120,
    body: `Those who type the readings never see what becomes of them. Print the chart, bring it on board, and let them find their own week in it.

## What to watch out for
- No names of single people on it, and no ranking of stations.
- Leave room to write on the paper. What they write on it is better than any comment in the system.

It goes together with [[Walk back from the chart to the clipboard]].
`,
    uses: [
      {
        applied: 'Hung it up in the mess in Kobe.',
        realised: 'Errors by station halved within a month, without a rule.',
        reframing: 'We count questions from the crew now, not only errors.',
      },
      { applied: 'Took it along on two trips.' },
    ],
  },
  {
    ...plain,
    kind: 'tool',
    state: 'endorsed',
    title: 'Handover in five days',
    topics: ['handover', 'first ninety days'],
    authors: ['Field Operations', 'People'],
    age: 320,
    reviewIn: -12,
    earlier: 'A list of what to hand over. Day one is the people, the last day is the keys.\n',
    body: `A list for whoever hands over a post and whoever takes it on. It takes five days because things come up on the third that nobody thought of on the first.

- [ ] **Day one, people.** Whom do you call, who calls you, and who has to be asked although no chart says so?
- [ ] **Day two, promises.** What have you promised, to whom, until when?
- [ ] **Day three, trouble.** What keeps you awake? What would you do next if you stayed?
- [ ] **Day four, the other way round.** The new one does the work, the old one watches and says nothing.
- [ ] **Day five, the door.** What is handed over is signed; a date in six weeks is set for the questions that come later.

What nobody may hand over alone is in [[What no handover list can hold]].
`,
    uses: [
      {
        applied: 'Used it when I took over the survey boat.',
        realised: 'No day was lost, and the harbour master was told before he asked.',
      },
      { applied: 'Used it for the pay run. Day three saved us: a promise that was in no file.' },
      { potential: 'Now I know what I would hand over myself.' },
      { applied: 'Did it in three days, which was one too few.' },
      { realised: 'Two newcomers alone on site after three weeks instead of seven.' },
    ],
  },
  {
    ...plain,
    kind: 'story',
    state: 'endorsed',
    title: 'What no handover list can hold',
    topics: ['handover', 'asking for help'],
    authors: ['Field Operations'],
    age: 290,
    body: `When I took over the slipway, everything was in the folder. What was not in it: that the winch only holds if you talk to old Marek in the engine house first, because he hears from the sound when the brake is about to go.

It took me four months and one very long night to find that out.

## What it says to others
Ask for the one thing that they would not write down. Ask it on the third day, over coffee. See [[Handover in five days]].
`,
    uses: [
      { immediate: 'We laughed, and then each of us told one of ours.' },
      { potential: 'I ask it now.' },
    ],
  },
  {
    ...plain,
    kind: 'lesson',
    state: 'endorsed',
    title: 'Say the price before you explain it',
    topics: ['pricing', 'negotiation'],
    authors: ['Client Services', 'Finance'],
    community: 0,
    age: 260,
    reviewIn: 75,
    fromNotes: true,
    body: `## What we expected
That a client accepts a price more easily when they have understood first what is in it.

## What happened instead
They heard twenty minutes of reasons and took them for doubts. Four of the last six offers were beaten down before the figure had been said.

## What we do differently now
1. The figure comes in the first sentence, with the one thing it buys.
2. Then silence. It feels long; it is eight seconds.
3. Reasons are for questions. There are fewer than one thinks.

What to do with a discount that is asked for anyway: [[A discount is exchanged, never given]].
`,
    uses: [
      {
        applied: 'Said it first at the Mombasa tender.',
        realised: 'Signed at the full price. The first in this year.',
      },
      { applied: 'Tried it twice. The silence is hard.' },
      {
        immediate: 'A relief to hear that others find it hard too.',
        potential: 'I have a sentence of my own for it now.',
      },
      { realised: 'Offers are a page instead of nine, and two in three are taken.' },
    ],
  },
  {
    ...plain,
    kind: 'answer',
    state: 'endorsed',
    title: 'A discount is exchanged, never given',
    topics: ['negotiation', 'pricing'],
    authors: ['Finance'],
    community: 0,
    age: 170,
    reviewIn: 20,
    body: `## The question in full
The client asks for ten per cent off, and we want the work. May I?

## The answer
You may exchange it: for a longer contract, for payment within ten days, for being named as a reference, for a start in the quiet season. You may not give it. What is given today is asked for tomorrow, by the next one too.

| they ask for | we may ask for |
| --- | --- |
| 3 % | payment within ten days |
| 5 % | the start in January or February |
| 10 % | three years instead of one |

## How we know
Nineteen offers of last year, read together in *Pricing and Offers*: see [[Say the price before you explain it]].
`,
    uses: [
      { applied: 'Got three years for seven per cent.' },
      { applied: 'Exchanged it for a quiet start.' },
    ],
  },
  {
    ...plain,
    kind: 'practice',
    state: 'in review',
    title: 'The ten minutes before the boat leaves',
    topics: ['field safety', 'better meetings'],
    authors: ['Field Operations'],
    community: 2,
    age: 45,
    fromNotes: true,
    body: `Whoever is youngest on board reads the plan aloud. Everybody else says what could go wrong *today*, one sentence each, and nobody answers.

Ten minutes. It is the only meeting that nobody has asked to shorten.

## What to watch out for
- The skipper speaks last, or nobody else does.
- What was said twice in a month is no sentence any more: it is work. It goes to the incident review, see [[How we look back on an incident]].
`,
    uses: [{ applied: 'We do it before each dive.' }],
  },
  {
    ...plain,
    kind: 'practice',
    state: 'endorsed',
    title: 'How we look back on an incident',
    topics: ['incident reviews', 'field safety'],
    authors: ['Engineering', 'Field Operations'],
    community: 2,
    age: 240,
    reviewIn: 160,
    body: `We ask what made sense to each person at the time, not who did it.

## How it goes
1. Within three days, with everybody who was there, and nobody who was not.
2. A line of time on the wall. Each writes their own cards before anybody speaks.
3. *What did you see? What did you expect? What would have helped?*
4. Two changes at most, each with a name and a date. Twelve changes are none.

## What to watch out for
- A review that ends with “more training” has not ended.
`,
    uses: [
      { applied: 'Used the cards for a lost tender.', reframing: 'We hold one after a success now, too.' },
      { applied: 'Three reviews so far.', realised: 'The same near miss has not come back since spring.' },
    ],
  },
  {
    ...plain,
    kind: 'lesson',
    state: 'endorsed',
    title: 'Small reviews, every day',
    topics: ['code review'],
    authors: ['Product', 'Data'],
    age: 130,
    reviewIn: 90,
    body: `## What we expected
That a careful review of a large change saves time, as it has to be done once.

## What happened instead
Large ones waited for days, and came back with remarks about commas. Nobody dared to say that the whole idea was wrong.

## What we do differently now
Nothing larger than what can be read over one cup of tea. The first remark is a question; the last is what one has learned from it.
`,
    uses: [
      {
        applied: 'The drawing office does it with drawings.',
        realised: 'Nothing waits over night any more.',
      },
    ],
  },
  {
    ...plain,
    kind: 'tool',
    state: 'draft',
    title: 'A map of the people I can ask',
    topics: ['building a network', 'working across places'],
    authors: ['People'],
    age: 20,
    body: `Draw yourself in the middle. Around you, those whom you asked something in the last month. With a dashed line, those whom you would ask but have never met.

Each dashed line to another place is worth a call. Bring the map to the next talk with your mentor.

To do: an example, and a word about those who are asked by everybody, see [[Whoever is asked by everybody]].
`,
  },
  {
    ...plain,
    kind: 'answer',
    state: 'in review',
    title: 'What to say in the first feedback',
    topics: ['giving feedback', 'difficult conversations'],
    authors: ['People', 'Engineering'],
    age: 60,
    reviewIn: 200,
    fromNotes: true,
    body: `## The question in full
I have to tell somebody, for the first time, that their work is not good enough. How do I begin?

## The answer
With one thing that you saw yourself, and what it led to. Not with praise that you do not mean, and not with “always”.

*“On Tuesday the drawing went out without the second check. The yard cut the plate, and we paid for it twice. What happened?”*

Then listen. In two of three cases you learn something that was in your own hands.

## How we know
From six pairs in the last cohort, who tried it and told each other how it went.
`,
    uses: [
      { applied: 'Said it nearly word by word.', realised: 'We are on good terms, and the check is done.' },
    ],
  },
  {
    ...plain,
    kind: 'story',
    state: 'endorsed',
    title: 'The wetland that the engineers wanted',
    topics: ['research into practice', 'working across places'],
    authors: ['Research', 'Engineering'],
    age: 190,
    body: `For a year we sent papers to the engineers, and nothing came back. Then one of us drew her marsh as if it were a wall: height, load, upkeep, price by the metre. It was on one page.

They called the same afternoon. It turned out that they had wanted something softer at the eastern basin all along, and had no figure for it.

## What it says to others
Say it in the words of whoever has to build it. It is the same marsh.
`,
    uses: [
      { applied: 'Drew ours as a wall, too, for Valparaíso.' },
      { potential: 'I know which seven figures an engineer wants.' },
    ],
  },
  {
    ...plain,
    kind: 'practice',
    state: 'retired',
    title: 'Weekly report by fax',
    topics: ['clear writing'],
    authors: ['Client Services'],
    age: 360,
    body: `One page, by noon on Friday: what was done, what was not, what is next.

Retired since the stations report by themselves. What is worth keeping of it, one page and in three sentences, went into our offers.
`,
    uses: [{ applied: 'For years.' }],
  },
]

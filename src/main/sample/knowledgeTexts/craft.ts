import { type KnowledgeIdea, plain } from './idea'

/** How the work itself is done: figures, boats, reviews, reports. */
export const craftIdeas: readonly KnowledgeIdea[] = [
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
    kind: 'story',
    state: 'endorsed',
    title: 'The wetland that the engineers wanted',
    topics: ['research into practice', 'working across places'],
    authors: ['Research', 'Engineering'],
    community: 2,
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

import { type KnowledgeIdea, plain } from './idea'

/** How people deal with each other: handing over, prices, feedback, whom to ask. */
export const peopleIdeas: readonly KnowledgeIdea[] = [
  {
    ...plain,
    kind: 'tool',
    state: 'endorsed',
    title: 'Handover in five days',
    topics: ['handover', 'first ninety days'],
    authors: ['Field Operations', 'People'],
    community: 2,
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
    community: 2,
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
]

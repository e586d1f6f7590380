import type { Topic } from './topic'

/** Topics about clients, suppliers and money. */
export const moneyTopics: readonly Topic[] = [
  {
    name: 'pricing',
    colleague: 'Finance',
    titles: ['Pricing a first retainer', 'What a retainer is worth', 'Asking for the right price'],
    goals: [
      'Sign one retainer at a price that covers the quiet months',
      'Name the price first and stop talking',
    ],
    opens: [
      '{client} asked {b} for “somebody on call” for {project} and wants a figure by {weekday}. So far we have only ever sold days.',
      '{b} has a draft offer to {client} that comes to less than what the same work cost us last year.',
      'A good customer wants a third off for a longer contract. {b} would like to say yes and cannot say why that would be wrong.',
    ],
    talks: [
      '{a} began with what the customer fears. A retainer is priced on the bad night that it prevents, not on the hours it takes.',
      'They worked out the floor together: cost, idle time, travel, and the two quiet months. It lay {N} per cent above the draft.',
      'Three sizes side by side help people choose how much, instead of whether. {a} showed an old offer of that kind.',
      '{a} made {b} say the figure aloud until it no longer went up at the end like a question.',
      'What is not included deserves as much care as what is: call-outs at night, spare parts, and the yearly report.',
      'They talked about discounts. {a} gives one only against something: a longer term, earlier payment, or a name we may mention.',
      '{b} will ask {c} in {cdept} for the real cost of a call-out instead of the one in the old sheet.',
      'A review date after six months makes a first price less frightening for both sides.',
    ],
    tries: [
      '{client} took the middle size of the three without haggling, which made {b} wonder about the price. {a} laughed.',
      'There was a long silence after the figure and {b} managed not to fill it. Then they asked about the start date.',
      'They want it cheaper and with less in it. {b} finds that a fair answer and is cutting the scope, not the rate.',
    ],
    settles: [
      'The retainer is signed for a year at the second of the three prices. It is the first in {place}.',
      '{b} lost the offer and is at peace with it: at that price it would have cost us money every month.',
    ],
    steps: [
      [
        'b',
        'Put three sizes side by side on one page for {client}',
        'put three sizes side by side on one page',
      ],
      ['b', 'Work out the floor with {c}, quiet months included', 'worked out the floor with {c}'],
      ['b', 'Write the list of what is not included', 'wrote the list of what is not included'],
      ['a', 'Send {b} the old three-size offer without the names', 'sent the old three-size offer'],
    ],
    quotes: [
      ['a', 'They are not buying hours. They are buying a night’s sleep.'],
      ['b', 'I had been negotiating against myself for a week.'],
      ['b', 'The price got easier once I believed it.'],
    ],
    lessons: [
      'Show three sizes. The question turns from “whether” to “how much”.',
      'Give a discount only against something, and write down against what.',
    ],
  },
  {
    name: 'negotiation',
    colleague: 'Legal',
    titles: ['Talking terms with a supplier', 'Before the negotiation', 'A supplier that knows we need it'],
    goals: ['A second source for every critical part', 'Go into each negotiation with a written way out'],
    opens: [
      'The only maker of the valves for {project} has put the price up by {N} per cent and given two weeks to accept.',
      '{b} is to renew the boat charter and has never negotiated anything larger than a phone contract.',
      'Deliveries from the sensor supplier have been late {n} times in a row and the contract has no word about it.',
    ],
    talks: [
      'First the way out: what do we do if there is no deal? {b} had no answer, and the next half hour went into finding one.',
      '{a} separates what they say from what they need. The supplier said price, but seems to need an order before the year ends.',
      'They made two lists, what is cheap for us and dear for them, and the other way round. Paying within ten days turned out to be worth a lot.',
      '{a} advised never to give a single thing without asking for one, however small.',
      'They rehearsed the silence, and the sentence “help me understand how you get to that figure”.',
      '{b} tends to explain {his} limits too early. {a} suggested asking three questions before stating anything.',
      'Late delivery needs a number in the contract. {c} in {cdept} has wording that has held before.',
      'Who comes along matters: one talks, one listens and writes, and the one who decides stays at home.',
    ],
    tries: [
      'The supplier came halfway, against an order for two years. {b} would have settled for less.',
      'Nothing was agreed, but {b} found out on the side that another firm could do the same. That changes the next round.',
      '{b} gave away the delivery terms in the first five minutes, noticed it, and said so. They laughed and it was put back on the table.',
    ],
    settles: [
      'Signed: fixed price for two years, a sum for each late week, and payment in ten days.',
      'There is a second source now. {b} has not used it, and has not needed to.',
    ],
    steps: [
      [
        'b',
        'Meet the supplier with our way out written down beforehand',
        'met the supplier, with our way out written down beforehand',
      ],
      ['b', 'Ask two others for a price', 'asked two others for a price'],
      ['b', 'Get the wording on late delivery from {c}', 'got the wording on late delivery from {c}'],
      [
        'a',
        'Play the supplier for half an hour before the meeting',
        'played the supplier for half an hour, with relish',
      ],
    ],
    quotes: [
      ['a', 'Whoever needs it by Friday pays for Friday.'],
      ['b', 'I asked how they got to the figure, and they did not know either.'],
      ['b', 'The best thing I brought to the table was a second address.'],
    ],
    lessons: [
      'Write down the way out before the first call; it changes the voice in which one speaks.',
      'Trade what is cheap for us and dear for them: early payment is often both.',
    ],
  },
  {
    name: 'budgeting',
    colleague: 'Finance',
    titles: ['The first own budget', 'Making sense of the figures', 'Next year on one page'],
    goals: [
      'Explain every line of the budget without the sheet',
      'A forecast each month that takes under an hour',
    ],
    opens: [
      '{b} is answerable for a budget for the first time and was sent a sheet with {N} tabs.',
      'The travel line of {team} is spent by {month} every year and every year somebody is surprised.',
      '{b} has to find a tenth of the costs of {project} without saying which tenth.',
    ],
    talks: [
      'They threw out all lines that {b} cannot change. {n} were left, and those fit on a card.',
      '{a} reads a budget from the bottom: what happens if nobody decides anything?',
      'Money that is promised but not yet billed was missing altogether. That explains most of the surprise.',
      '{a} suggested one question for the monthly talk with {c}: what do you know that the sheet does not?',
      'A reserve is not a sin as long as it has a name and an end date.',
      'They went through last year and marked what came as a surprise. Nearly all of it had been known to somebody in {place}.',
      '{b} is uneasy with guesses. {a} writes a range and the reason, and revises it in public.',
      'Cutting evenly is the lazy way, {a} said; they looked for one whole thing to stop.',
    ],
    tries: [
      'It is off by eight per cent so far. {c} called it the best first forecast in years.',
      'Half of the lines turned out to be nobody’s. {c} could explain two of them.',
      '{c} looked at it for two minutes and found an order that was about to be placed twice.',
    ],
    settles: [
      'The budget for next year is in, on one page, and it went through without a question.',
      '{b} now explains the figures to {team} every month, and people ask before they order.',
    ],
    steps: [
      [
        'b',
        'Make a first forecast for the rest of the year, on one card',
        'made a first forecast on one card',
      ],
      ['b', 'Add what is promised but not yet billed', 'added what is promised but not yet billed'],
      [
        'b',
        'Talk to {c} once a month about what the sheet does not know',
        'had the first monthly talk with {c}',
      ],
      ['b', 'Pick one whole thing to stop', 'picked one whole thing to stop'],
    ],
    quotes: [
      ['b', 'I was reading the sheet as if it were the weather.'],
      ['a', 'A budget is a list of promises. Find out to whom.'],
      ['b', 'The number was wrong and the talk about it was right.'],
    ],
    lessons: [
      'Sort a new budget first by what you can change at all.',
      'Keep a column for what is promised but not yet billed.',
    ],
  },
  {
    name: 'client relations',
    titles: ['A client who has gone quiet', 'Keeping a good client', 'Bad news for a good client'],
    goals: [
      'Speak to each main client once a month without wanting anything',
      'No surprise reaches a client by e-mail',
    ],
    opens: [
      '{client} has not answered for three weeks, after a year of daily messages. {b} fears the worst about {project}.',
      '{b} took over {client} from {c} and is still treated as the assistant.',
      '{client} praised the work on {project} and then gave the next job to somebody else.',
    ],
    talks: [
      '{a} would pick up the phone: silence is seldom an answer and almost always about something else.',
      'They listed what {client} has to show to its own board in {month}, and what of that we could make easier.',
      '{b} only writes when something is needed. {a} sends one useful thing a month and asks for nothing.',
      'They looked at the last {n} messages as {client} would read them. Four of them began with “just”.',
      'Bad news travels by voice, the same day, with the next step. The mail comes afterwards and only repeats it.',
      '{a} told about a client who stayed because of how a mistake was handled. The mistake itself was soon forgotten.',
      'The way out of being the assistant is to decide something small in the room. They looked for an occasion.',
      'They agreed to ask outright why the job went elsewhere, without arguing with the answer.',
    ],
    tries: [
      'It was a good quarter of an hour. The person at the other end has a new desk and a new boss, and was grateful for the call.',
      'They were honest about the last offer, which had come too late. {b} thanked them and wrote it down.',
      'They asked for a date for the site visit and {b} decided it on the spot. Since then the questions come to {him}.',
    ],
    settles: [
      '{client} now calls {b} first. The next order is small, but it is there.',
      'They meet once a month with no agenda, and {b} has stopped dreading it.',
    ],
    steps: [
      ['b', 'Ring {client} without wanting anything', 'rang {client} without wanting anything'],
      [
        'b',
        'Ask {client} why the job went elsewhere, and only listen',
        'asked why the job went elsewhere and only listened',
      ],
      ['b', 'Send {client} the two pages on silt after storms', 'sent the two pages on silt after storms'],
      ['a', 'Come along to the next visit and say very little', 'came along and said very little'],
    ],
    quotes: [
      ['b', 'They had not left. They had moved desks.'],
      ['a', 'Every client is somebody who has to explain you to somebody else.'],
      ['b', 'I had been asking for a reply. They needed a reason.'],
    ],
    lessons: [
      'Ask what the client has to show to its own board, and help with that.',
      'Bad news by voice and on the same day; the mail only repeats it.',
    ],
  },
]

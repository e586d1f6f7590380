import type { KnowledgeKind } from '../vocabulary'

/** What a new item of a kind begins with: the questions that make it of use to others. */
export const knowledgeTemplates: Readonly<Record<KnowledgeKind, string>> = {
  story: `## What happened


## What turned it


## What it says to others

`,
  practice: `## When to use it


## How it goes
1. 

## What to watch out for
- 
`,
  lesson: `## What we expected


## What happened instead


## What we do differently now

`,
  tool: `## What it is for


## How to use it
1. 

## Where to get it

`,
  answer: `## The question in full


## The answer


## How we know

`,
}

/** Whether nobody has written anything yet: empty, or one of the templates as it was. */
export function isUnwritten(body: string): boolean {
  const text = body.trim()
  return text === '' || Object.values(knowledgeTemplates).some((template) => template.trim() === text)
}

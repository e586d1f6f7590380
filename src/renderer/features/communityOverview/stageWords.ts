import type { CommunityStage } from '@shared/domain/vocabulary'

/** What each stage is, for somebody who has not read the book. @see Wenger, McDermott and Snyder 2002 */
export const stageMeanings: Readonly<Record<CommunityStage, string>> = {
  potential: 'People with the same question find one another.',
  coalescing: 'It meets, and its members learn what they can give each other.',
  maturing: 'It knows what it is about, grows, and sets its own standards.',
  stewardship: 'It keeps its knowledge alive and its doors open to new people.',
  transformation: 'It turns into something else, or comes to its end.',
}

import type { InteractionImportField } from '@shared/domain/imports'
import type { ColumnKnowledge } from './columnKnowledge'

/** Headings that lists of contacts between people have, as folded words. */
export const interactionColumns: ColumnKnowledge<InteractionImportField> = {
  exact: {
    from:
      'from|source|sender|from id|from member|from user|from name|from email|initiator|giver|author|caller|src|von|absender|' +
      'de|expediteur|remitente|remetente|da|mittente|van|afzender|person a|person 1',
    to:
      'to|target|recipient|receiver|to id|to member|to user|to name|to email|addressee|callee|dst|tgt|an|empfanger|' +
      'a|destinataire|destinatario|para|naar|ontvanger|aan|person b|person 2',
    at:
      'at|date|when|timestamp|date time|datetime|sent at|sent on|occurred at|occurred on|happened on|on|day|date and time|' +
      'created at|datum|zeitpunkt|zeitstempel|am|fecha|fecha y hora|data|data e hora|data e ora|tijdstip|horodatage|le',
    time: 'time|time of day|uhrzeit|heure|hora|ora|tijd',
    kind: 'kind|type|interaction|interaction type|contact type|channel|medium|event type|action|art|typ|tipo|soort|genre|nature',
    community:
      'community|group|community of practice|channel name|gruppe|gemeinschaft|communaute|groupe|comunidad|grupo|comunidade|comunita|gruppo|groep|gemeenschap',
  },
  weaker: {
    time: ['time', 0.7],
    a: ['to', 0.6],
    le: ['at', 0.6],
    am: ['at', 0.6],
    on: ['at', 0.8],
    da: ['from', 0.7],
    de: ['from', 0.7],
    an: ['to', 0.7],
    channel: ['kind', 0.6],
    medium: ['kind', 0.7],
    action: ['kind', 0.7],
    group: ['community', 0.8],
    author: ['from', 0.7],
    source: ['from', 0.8],
    target: ['to', 0.8],
  },
  phrases: [],
  never: /\b(?:label|weight|subject|body|message id)\b/,
}

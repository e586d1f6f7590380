import type { SessionImportField } from '@shared/domain/imports'
import type { ColumnKnowledge } from './columnKnowledge'

/** Headings that session logs have, as folded words. */
export const sessionColumns: ColumnKnowledge<SessionImportField> = {
  exact: {
    date:
      'date|session date|meeting date|date of session|date of meeting|held on|day|when|met on|session held on|start date|' +
      'date held|date and time|datum|sitzungsdatum|gesprachsdatum|termin|tag|date de la seance|date de seance|' +
      'date de la reunion|date de rencontre|fecha|fecha de la sesion|fecha de reunion|data|data da sessao|data da reuniao|' +
      'data della sessione|data incontro|data dell incontro|datum gesprek|datum sessie|gespreksdatum',
    startTime:
      'start time|time|start|begin|beginning|from time|starts at|uhrzeit|beginn|heure|heure de debut|debut|hora|' +
      'hora de inicio|inicio|ora|ora di inizio|inizio|tijd|begintijd|aanvang',
    endTime:
      'end time|end|finish|finish time|ends at|until|ende|endzeit|heure de fin|fin|hora de fin|hora final|fim|ora di fine|' +
      'fine|eindtijd|einde',
    minutes:
      'minutes|duration|length|duration minutes|duration min|duration hours|duration mins|mins|minutes spent|time spent|' +
      'hours|session length|meeting length|meeting duration|session duration|in meeting duration|how long|length minutes|' +
      'duration in minutes|duration in hours|dauer|dauer minuten|dauer in minuten|minuten|lange|duree|duree minutes|' +
      'duracion|duracion minutos|minutos|duracao|duracao minutos|durata|durata minuti|minuti|duur|duur minuten|tijdsduur',
    medium:
      'medium|channel|format|mode|meeting type|session type|how|how did you meet|type of meeting|type of contact|' +
      'meeting format|kanal|art|gesprachsform|moyen|canal|mode de rencontre|medio|meio|formato|mezzo|modalita|kanaal|vorm',
    mentor:
      'mentor|mentor name|mentors|mentor email|name of mentor|mentorin|mentore|mentora|tuteur|tutor|mentor s name',
    mentee:
      'mentee|mentee name|mentees|mentee email|name of mentee|protege|mentoree|mentorado|mentorada|mentorando|telemachus|' +
      'mentee s name|aprendiz',
    attendees:
      'attendees|participants|people|members|who|who met|who attended|attended by|present|names|required attendees|' +
      'optional attendees|with|met with|teilnehmer|teilnehmende|teilnehmerinnen|anwesend|personen|presents|participantes|' +
      'asistentes|presentes|partecipanti|presenti|deelnemers|aanwezigen',
    title:
      'title|subject|session|topic|session title|meeting title|headline|titel|betreff|thema|titre|sujet|objet|titulo|asunto|assunto|titolo|oggetto|onderwerp',
    agenda: 'agenda|plan|planned|tagesordnung|ordre du jour|orden del dia|pauta|ordine del giorno',
    notes:
      'notes|note|session notes|meeting notes|summary|what was discussed|discussion|comments|minutes of meeting|description|' +
      'details|reflections|reflection|what did you discuss|what did you talk about|notizen|protokoll|inhalt|bemerkungen|' +
      'zusammenfassung|compte rendu|remarques|commentaires|notas|resumen|comentarios|observaciones|resumo|observacoes|' +
      'comentarios|appunti|riassunto|commenti|notities|verslag|opmerkingen|samenvatting',
    topics:
      'topics|tags|themes|topics discussed|categories|themen|schlagworte|themes abordes|sujets|temas|etiquetas|topicos|argomenti|temi|etichette|onderwerpen|themas|trefwoorden',
    rating:
      'rating|rating 1 to 5|score|satisfaction|how useful|how was it|stars|bewertung|zufriedenheit|evaluation|evaluacion|valoracion|calificacion|avaliacao|nota|valutazione|beoordeling|cijfer|rating 1 5',
    confidentiality:
      'confidentiality|privacy|visibility|private|sensitivity|vertraulichkeit|confidentialite|confidencialidad|confidencialidade|riservatezza|vertrouwelijkheid',
    actionItems:
      'action items|actions|next steps|action points|to do|todos|tasks|follow up|follow ups|agreed actions|aufgaben|' +
      'nachste schritte|vereinbarungen|actions a suivre|prochaines etapes|acciones|proximos pasos|tareas|acoes|proximos passos|' +
      'azioni|prossimi passi|acties|actiepunten|vervolgstappen',
  },
  weaker: {
    session: ['title', 0.6],
    topic: ['title', 0.7],
    thema: ['title', 0.7],
    time: ['startTime', 0.8],
    start: ['startTime', 0.6],
    end: ['endTime', 0.6],
    description: ['notes', 0.7],
    comments: ['notes', 0.8],
    details: ['notes', 0.7],
    categories: ['topics', 0.7],
    private: ['confidentiality', 0.5],
    who: ['attendees', 0.7],
    how: ['medium', 0.6],
    art: ['medium', 0.6],
    nota: ['rating', 0.5],
    hours: ['minutes', 0.9],
    'start date': ['date', 0.9],
  },
  phrases: [
    [
      /\bdate\b.*\b(?:session|meeting|met|meet)\b|\b(?:session|meeting)\b.*\bdate\b|\bwhen did you (?:meet|talk|speak)\b/,
      'date',
      0.8,
    ],
    [
      /\bhow long\b|\b(?:length|duration)\b.*\b(?:session|meeting)\b|\bhow many (?:minutes|hours)\b/,
      'minutes',
      0.7,
    ],
    [/\bmentees?\b.*\bname\b|\bname\b.*\bmentees?\b/, 'mentee', 0.7],
    [/\bmentors?\b.*\bname\b|\bname\b.*\bmentors?\b/, 'mentor', 0.7],
    [
      /\bwhat did you (?:discuss|talk about|work on|cover)\b|\bwhat was (?:discussed|covered)\b/,
      'notes',
      0.7,
    ],
    [/\bhow did you meet\b|\bhow was the (?:meeting|session) held\b/, 'medium', 0.7],
    [/\bnext steps?\b|\baction items?\b/, 'actionItems', 0.6],
    [/\brate\b|\bhow (?:useful|helpful|satisfied)\b/, 'rating', 0.6],
  ],
  never: /\b(?:id|created|modified|updated|reminder|recurrence|billing|mileage|label|all day event)\b/,
}

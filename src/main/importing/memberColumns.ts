import type { MemberImportField } from '@shared/domain/imports'
import type { ColumnKnowledge } from './columnKnowledge'

/** Headings that members' columns have in the usual exports, as folded words. */
export const memberColumns: ColumnKnowledge<MemberImportField> = {
  exact: {
    name:
      'name|full name|fullname|display name|displayname|member|member name|person|employee|employee name|worker|' +
      'participant|contact|contact name|name original name|real name|preferred name|first and last name|' +
      'vollstandiger name|vor und nachname|anzeigename|mitglied|mitarbeiter|nom complet|nom et prenom|prenom et nom|' +
      'nombre completo|nombre y apellidos|nome completo|nome e cognome|nominativo|volledige naam|naam|weergavenaam',
    givenName:
      'first name|firstname|given name|givenname|forename|first|given|christian name|legal first name|' +
      'preferred first name|fname|vorname|rufname|prenom|nombre|nombres|primeiro nome|nome|nome proprio|voornaam|roepnaam',
    middleName:
      'middle name|additional name|middle|second name|weitere vornamen|zweiter vorname|deuxieme prenom|segundo nombre|' +
      'nome do meio|secondo nome|tweede naam|tussenvoegsel',
    familyName:
      'last name|lastname|surname|family name|familyname|last|lname|legal last name|nachname|familienname|zuname|nom|' +
      'nom de famille|apellido|apellidos|sobrenome|apelido|ultimo nome|cognome|achternaam|familienaam',
    sortName: 'sort name|sortname|sorts as',
    email:
      'email|email address|email addresses|mail|work email|work email address|business email|office email|company email|' +
      'corporate email|primary email|primary work email|personal email|home email|user email|contact email|email work|' +
      'email home|email 1 value|email 2 value|email 3 value|email 4 value|email 1|email 2|email 3|email 2 address|' +
      'email 3 address|email 1 address|adresse email|adresse electronique|courriel|adresse courriel|email adresse|' +
      'email 2 adresse|email 3 adresse|correo|correo electronico|direccion de correo electronico|direccion de email|' +
      'endereco de email|correio eletronico|indirizzo email|posta elettronica|email adres|emailadres|email anschrift|' +
      'upn|user principal name|member email',
    phone:
      'phone|phone number|telephone|telephone number|tel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|' +
      'business phone|business phone 2|work phone|office phone|home phone|home phone 2|primary phone|other phone|' +
      'contact number|phone 1 value|phone 2 value|phone 3 value|phone 4 value|phone 1|phone 2|telefon|telefonnummer|' +
      'handy|handynummer|mobiltelefon|mobil|mobiltelefon 2|telefon geschaftlich|telefon geschaftlich 2|telefon privat|' +
      'haupttelefon|telephone portable|portable|mobile pro|telephone professionnel|telephone mobile|telefono|movil|' +
      'telefono movil|celular|telefone|telemovel|cellulare|telefono cellulare|telefoonnummer|telefoon|mobiel|mobiel nummer',
    status:
      'status|member status|membership status|employee status|employee status code|employment status|account status|' +
      'mitgliedsstatus|statut|estado|estatus|situacao|stato',
    role: 'mentoring role|program role|programme role|role in program|role in programme|mentoring rolle|mentor or mentee|role',
    mentor:
      'mentor|is mentor|is a mentor|mentors|willing to mentor|can mentor|mentor yes no|ist mentor|est mentor|es mentor',
    mentee:
      'mentee|is mentee|is a mentee|mentees|wants a mentor|wants mentor|needs a mentor|mentee yes no|ist mentee',
    mentorAndMentee: 'both mentor and mentee|mentor and mentee|both',
    jobTitle:
      'job title|jobtitle|position|business title|position title|organization title|organization 1 title|job|job role|' +
      'job title or role|title or role|occupation|current role|current position|designation|role title|funktion|beruf|' +
      'berufsbezeichnung|stelle|stellenbezeichnung|poste|fonction|intitule du poste|titre|cargo|puesto|funcao|posizione|' +
      'qualifica|mansione|ruolo aziendale|functie|functietitel|job position',
    organisation:
      'organisation|organization|organisation name|organization name|organization 1 name|company|company name|employer|' +
      'institution|firm|business|workplace|firma|unternehmen|arbeitgeber|entreprise|societe|employeur|empresa|compania|' +
      'organizacion|organizacao|azienda|societa|organizzazione|bedrijf|organisatie|werkgever',
    location:
      'location|office location|office|site|work location|city|town|place|based in|location name|business city|' +
      'city or town|home office|address 1 city|standort|ort|buro|arbeitsort|stadt|ort geschaftlich|lieu|ville|site de travail|' +
      'bureau|lieu de travail|ubicacion|ciudad|oficina|sede|lugar|localizacao|cidade|local|escritorio|citta|luogo|ufficio|' +
      'locatie|plaats|vestiging|standplaats|stad',
    department:
      'department|department or agency|dept|organization department|organization 1 department|business unit|team|unit|division|function|' +
      'supervisory organization|org unit|organizational unit|faculty|school or department|abteilung|bereich|' +
      'departement|service|direction|equipe|departamento|area|divisao|dipartimento|reparto|divisione|afdeling|afdeling team',
    capacity:
      'capacity|max mentees|maximum mentees|number of mentees|mentee capacity|mentoring capacity|how many mentees|' +
      'max number of mentees|maximum number of mentees|kapazitat|capacite|capacidad|capacidade|capacita|capaciteit',
    joinedOn:
      'joined on|joined|join date|date joined|joining date|member since|membership start date|hire date|start date|' +
      'date of joining|date of hire|original hire date|enrolled on|enrollment date|enrolment date|registration date|' +
      'joined group on|joined at|since|eintrittsdatum|eintritt|mitglied seit|beitrittsdatum|einstellungsdatum|' +
      'date d entree|date d embauche|date d adhesion|membre depuis|fecha de ingreso|fecha de alta|' +
      'fecha de contratacion|miembro desde|data de admissao|data de entrada|membro desde|data di assunzione|' +
      'data di iscrizione|membro dal|datum in dienst|in dienst sinds|lid sinds|startdatum',
    externalId:
      'external id|employee id|employee number|employee no|employee code|staff id|staff number|personnel number|member id|' +
      'membership number|user id|userid|worker id|person id|student id|id|personalnummer|mitarbeiternummer|mitgliedsnummer|' +
      'matricule|numero d employe|numero de empleado|id de empleado|matricula|numero de funcionario|matricola|' +
      'personeelsnummer|lidnummer|medewerkernummer|identifier elsewhere',
    about:
      'about|about me|about you|bio|biography|short bio|profile|summary|introduction|intro|description|notes|background|' +
      'uber mich|kurzbiografie|notizen|bemerkungen|beschreibung|biographie|a propos|presentation|notes personnelles|' +
      'biografia|acerca de|sobre mi|notas|sobre|note|descrizione|biografie|over mij|notities|opmerkingen',
    timeZone: 'time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|fuso horario|tijdzone',
    hours:
      'hours|availability|available times|has time|free times|verfugbarkeit|disponibilite|disponibilidad',
    seniority: 'seniority|seniority level|career level|job level|grade level',
    languages:
      'languages|language|spoken languages|languages spoken|sprachen|sprache|langues|langues parlees|idiomas|lingue|talen',
    skillsOffered:
      'skills|skills offered|skill|expertise|areas of expertise|area of expertise|strengths|can help with|can teach|' +
      'offers|topics offered|mentoring topics|specialties|specialities|knowledge|competencies|offered|kenntnisse|' +
      'fahigkeiten|kompetenzen|fachgebiete|bietet|angeboten|competences|expertises|domaines d expertise|habilidades|' +
      'competencias|especialidades|conocimientos|conhecimentos|competenze|capacita offerte|vaardigheden|' +
      'expertisegebieden|deskundigheid|biedt',
    skillsWanted:
      'skills wanted|wanted skills|wants|wants to learn|want to learn|learning goals|goals|learning interests|' +
      'development areas|development goals|areas to develop|skills to develop|topics wanted|needs help with|interests|' +
      'areas of interest|lernziele|sucht|gesucht|mochte lernen|entwicklungsfelder|objectifs|souhaite apprendre|' +
      'objetivos|quiere aprender|objetivos de aprendizaje|quer aprender|obiettivi|vuole imparare|leerdoelen|wil leren|doelen',
    invitedBy:
      'invited by|referred by|referrer|referral|recruited by|brought in by|introduced by|nominated by|sponsor|' +
      'who invited you|who referred you|who told you about us|eingeladen von|empfohlen von|geworben von|invite par|' +
      'parraine par|recommande par|invitado por|recomendado por|convidado por|indicado por|invitato da|presentato da|' +
      'uitgenodigd door|aangebracht door|aanbevolen door',
  },
  weaker: {
    title: ['jobTitle', 0.8],
    role: ['role', 0.9],
    rolle: ['role', 0.9],
    rol: ['role', 0.9],
    ruolo: ['role', 0.9],
    papel: ['role', 0.9],
    funktion: ['jobTitle', 0.9],
    division: ['department', 0.7],
    team: ['department', 0.7],
    unit: ['department', 0.7],
    function: ['department', 0.6],
    service: ['department', 0.6],
    direction: ['department', 0.6],
    area: ['department', 0.6],
    school: ['organisation', 0.6],
    agency: ['organisation', 0.7],
    'business city': ['location', 0.7],
    'ort geschaftlich': ['location', 0.7],
    'address 1 city': ['location', 0.7],
    office: ['location', 0.9],
    country: ['location', 0.5],
    land: ['location', 0.5],
    pays: ['location', 0.5],
    pais: ['location', 0.5],
    paese: ['location', 0.5],
    region: ['location', 0.5],
    id: ['externalId', 0.6],
    'user id': ['externalId', 0.9],
    notes: ['about', 0.7],
    note: ['about', 0.7],
    description: ['about', 0.7],
    summary: ['about', 0.7],
    interests: ['skillsWanted', 0.6],
    'areas of interest': ['skillsWanted', 0.6],
    nome: ['givenName', 0.7],
    nombre: ['givenName', 0.7],
    nom: ['familyName', 0.8],
    both: ['mentorAndMentee', 0.7],
    sponsor: ['invitedBy', 0.5],
    local: ['location', 0.7],
    joined: ['joinedOn', 0.9],
    since: ['joinedOn', 0.6],
    'start date': ['joinedOn', 0.8],
    startdatum: ['joinedOn', 0.8],
    'preferred name': ['name', 0.7],
    'real name': ['name', 0.9],
    employee: ['name', 0.8],
    contact: ['name', 0.8],
    'nome proprio': ['givenName', 1],
  },
  phrases: [
    [/\bfirst name\b|\bgiven name\b|\bvorname\b|\bprenom\b|\bvoornaam\b/, 'givenName', 0.7],
    [
      /\blast name\b|\bsurname\b|\bfamily name\b|\bnachname\b|\bnom de famille\b|\bapellidos?\b|\bsobrenome\b|\bcognome\b|\bachternaam\b/,
      'familyName',
      0.7,
    ],
    [/\bfull name\b/, 'name', 0.7],
    [/\bemail\b|\bcourriel\b|\bcorreo\b/, 'email', 0.6],
    [/\bphone\b|\btelefonnummer\b|\btelephone\b/, 'phone', 0.5],
    [/\bjob title\b|\bjob role\b|\bposition\b|\bcurrent role\b/, 'jobTitle', 0.6],
    [/\bdepartment\b|\babteilung\b|\bafdeling\b|\bdepartamento\b/, 'department', 0.6],
    [/\b(?:organi[sz]ation|company|employer)\b/, 'organisation', 0.6],
    [/\b(?:location|office|city|based|site)\b/, 'location', 0.5],
    [
      /\b(?:how many|number of|max\w*) mentees?\b|\bmentees? .*\b(?:how many|at most|maximum)\b/,
      'capacity',
      0.8,
    ],
    [/\b(?:invited|referred|recommended|told) (?:you|by)\b/, 'invitedBy', 0.6],
    [
      /\b(?:want|wish|like|hope|hoping|need|looking|interested)\b.*\b(?:learn|improve|develop|help with|support with|mentored (?:on|in))\b|\blearning (?:goals?|needs)\b/,
      'skillsWanted',
      0.6,
    ],
    [
      /\b(?:skills?|topics?|areas?|expertise)\b.*\b(?:offer|share|teach|mentor (?:on|in|others)|help others|expert)\b|\bcan you (?:teach|offer|share|help)\b|\bareas? of expertise\b/,
      'skillsOffered',
      0.6,
    ],
    [/\bbio\b|\bbiography\b|\babout (?:yourself|you)\b/, 'about', 0.6],
  ],
  never:
    /\b(?:manager|supervisor|reports|vorgesetzte\w*|assistent\w*|assistant|secretary|emergency|parents?|guardian|spouse|partner|child\w*|yomi|phonetic|prefix|suffix|display|angezeigter|fax|pager|telex|tty|callback|car phone|radio phone|company main|autotelefon|telefon firma|label|type|typ|photo|agree|consent|permission|subscribe|opt in|newsletter|birthday|gender|nickname)\b|\b(?:home|other|privat) (?:city|street|state|postal|country|address)/,
}

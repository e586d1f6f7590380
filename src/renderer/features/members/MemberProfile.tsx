import { ActionIcon } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { RecordHistory } from '@renderer/app/RecordHistory'
import { useRecords } from '@renderer/app/records'
import { Avatar } from '@renderer/components/Avatar'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, roleLabels, shortDate, statusLabels } from '@renderer/components/labels'
import type { Reference } from '@shared/contract/fields'
import type { Member } from '@shared/contract/members'
import { isProposed } from '@shared/domain/pipeline/steps'
import { IconX } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { MemberConsent } from './MemberConsent'
import { MemberKnowledge } from './MemberKnowledge'
import { MemberMerges } from './MemberMerges'
import { isEmptySkills, Skills } from './MemberSkills'
import { MemberStory } from './MemberStory'
import classes from './Members.module.css'
import { ErasedActions, MoreActions, ProfileActions } from './ProfileActions'
import { seniorityWords } from './seniority'

const MarkdownView = lazy(() =>
  import('@renderer/components/markdown/MarkdownView').then((m) => ({ default: m.MarkdownView })),
)

/** Everything that is known of one member, and what has happened. */
export function MemberProfile({ id }: { id: number }) {
  const { data: member, error } = useRecords('members.get', { id }, { keep: false })
  if (error) return <ErrorNotice message={error.message} />
  if (!member) return null

  return (
    <>
      <div className={classes.who}>
        <Avatar name={member.name} size="large" tone="leaf" />
        <div style={{ flex: 1, minWidth: 0 }}>
          <h2 dir="auto">{member.name}</h2>
          <p>{summary(member)}</p>
        </div>
        {member.erasedAt === null ? <MoreActions member={member} /> : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Close the profile"
          onClick={() => go({ screen: 'members' })}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      {member.erasedAt === null ? (
        <ProfileActions member={member} />
      ) : (
        <ErasedActions id={id} archived={member.archived} erasedAt={member.erasedAt} />
      )}
      <Facts member={member} />
      {member.about ? (
        <Suspense>
          <MarkdownView value={member.about} onMention={(memberId) => go({ screen: 'members', memberId })} />
        </Suspense>
      ) : null}
      {member.erasedAt === null ? <MemberConsent id={id} /> : null}
      <MemberKnowledge id={id} />
      <h2>
        Story{' '}
        <small style={{ color: 'var(--ink3)', font: '400 12px var(--ui)' }}>
          {counted(member.sessions, 'session')}
        </small>
      </h2>
      <MemberStory id={id} />
      <MemberMerges id={id} />
      <RecordHistory table="members" id={id} />
    </>
  )
}

function summary(member: Member): string {
  const work = [member.jobTitle, member.department].filter(Boolean).join(', ')
  const since = member.joinedOn
    ? `member since ${member.joinedOn.slice(0, 4)}`
    : statusLabels[member.status].toLowerCase()
  return [[work, member.location].filter(Boolean).join(work && member.location ? ', ' : ''), since]
    .filter(Boolean)
    .join(' · ')
}

function Facts({ member }: { member: Member }) {
  const current = member.matches.filter(({ status }) => status === 'active' || status === 'paused')
  const past = member.matches.filter(({ status }) => status === 'completed' || status === 'ended early')
  const withSide = (side: string) =>
    current.filter((match) => match.side === side).flatMap(({ others }) => others)
  const capacity = member.capacity === null ? null : `${counted(member.capacity, 'mentee')} at most`
  const facts: [label: string, value: ReactNode][] = [
    ['Role', `${roleLabels[member.role]}, ${statusLabels[member.status].toLowerCase()}`],
    ['Mentors', <People key="" people={withSide('mentor')} />],
    ['Learns from', <People key="" people={withSide('mentee')} />],
    ['Peers', <People key="" people={withSide('peer')} />],
    ['Earlier', <People key="" people={past.flatMap(({ others }) => others)} />],
    [
      'Programs',
      member.enrolments.length > 0 ? (
        <Programs key="" name={member.name} enrolments={member.enrolments} />
      ) : null,
    ],
    ['Takes', member.role === 'mentor' || member.role === 'both' ? capacity : null],
    ['Offers', <Skills key="" member={member} side="offered" />],
    ['Wants', <Skills key="" member={member} side="wanted" />],
    ['Communities', member.communities.map(({ name }) => name).join(', ')],
    ['Speaks', member.languages.join(', ')],
    ['Time zone', member.timeZone],
    ['Has time', member.hours],
    ['Seniority', member.seniority === null ? null : seniorityWords[member.seniority - 1]],
    ['Reports to', member.manager ? <People key="" people={[member.manager]} /> : null],
    ['Brought in by', member.invitedBy ? <People key="" people={[member.invitedBy]} /> : null],
    ['Brought in', <People key="" people={member.invited} />],
    ['E-mail', member.email],
    ['Phone', member.phone],
    ['Organisation', member.organisation],
    ['Last contact', member.lastContactOn ? shortDate(member.lastContactOn) : null],
    ['To be kept', member.keep ? `${member.keep.because}, since ${shortDate(member.keep.since)}` : null],
  ]
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) =>
          isPeople(value) ? value.props.people.length > 0 : Boolean(value) && !isEmptySkills(value),
        )
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Programs({ name, enrolments }: Pick<Member, 'name' | 'enrolments'>) {
  return (
    <>
      {enrolments.map(({ id, program, role, step, left, waitsForMatch }) => (
        <div key={id}>
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              go({ screen: 'program', programId: program.id, tab: 'enrolments', enrolmentId: id })
            }
          >
            <bdi>{program.name}</bdi>
          </button>
          , {role}, {left ? 'left' : step}
          {waitsForMatch && isProposed(role, step) ? (
            <>
              , no match yet:{' '}
              <button
                type="button"
                className={classes.link}
                aria-label={`find one in Matching, in ${program.name}`}
                onClick={() => go({ screen: 'program', programId: program.id, tab: 'matching', find: name })}
              >
                find one in Matching
              </button>
            </>
          ) : null}
        </div>
      ))}
    </>
  )
}

interface PeopleProps {
  people: Reference[]
}

const shown = 12

function People({ people }: PeopleProps) {
  return (
    <>
      {people.slice(0, shown).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <button
            type="button"
            className={classes.link}
            onClick={() => go({ screen: 'members', memberId: id })}
          >
            <bdi>{name}</bdi>
          </button>
        </span>
      ))}
      {people.length > shown ? ` and ${people.length - shown} more` : ''}
    </>
  )
}

function isPeople(value: ReactNode): value is React.ReactElement<PeopleProps> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === People
}

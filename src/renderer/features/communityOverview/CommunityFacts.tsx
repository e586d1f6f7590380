import { go } from '@renderer/app/navigation'
import { counted, longDate, numberText } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Community } from '@shared/contract/communities'
import type { Reference } from '@shared/contract/fields'
import type { ReactNode } from 'react'
import classes from './Overview.module.css'

/** What a community is about, who tends it, and where it meets: what was said of it and no more. */
export function CommunityFacts({ community }: { community: Community }) {
  const facts: [label: string, value: ReactNode][] = [
    ['Domain', paragraphs(community.domain)],
    ['Purpose', paragraphs(community.purpose)],
    ['Coordinator', person(community.coordinator)],
    ['Sponsor', person(community.sponsor)],
    ['When', whenWords(community)],
    ['Rhythm', rhythmWords(community.rhythmDays)],
    ['Public spaces', paragraphs(community.publicSpaces)],
    ['Private spaces', paragraphs(community.privateSpaces)],
  ]
  return (
    <section aria-label="About the community">
      <h2>About the community</h2>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function person(member: Reference | null): ReactNode {
  if (member === null) return null
  return <TextButton onClick={() => go({ screen: 'members', memberId: member.id })}>{member.name}</TextButton>
}

function paragraphs(text: string | null): ReactNode {
  const parts = (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.length === 0 ? null : parts.map((part) => <p key={part}>{part}</p>)
}

function whenWords({ beganOn, endedOn }: Community): string | null {
  if (beganOn === null) return endedOn === null ? null : `Ended on ${longDate(endedOn)}`
  return endedOn === null ? `Since ${longDate(beganOn)}` : `${longDate(beganOn)} to ${longDate(endedOn)}`
}

function rhythmWords(days: number | null): string | null {
  if (days === null) return null
  if (days % 7 !== 0) return `A gathering every ${counted(days, 'day')}`
  return days === 7 ? 'A gathering every week' : `A gathering every ${numberText(days / 7)} weeks`
}

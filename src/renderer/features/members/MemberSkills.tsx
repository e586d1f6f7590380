import { Menu } from '@mantine/core'
import { useCommand } from '@renderer/app/records'
import type { Member } from '@shared/contract/members'
import type { SkillSide } from '@shared/domain/vocabulary'
import type { ReactElement, ReactNode } from 'react'
import classes from './Members.module.css'

const levelWords: Record<SkillSide, readonly string[]> = {
  offered: ['knows the basics', 'uses it', 'knows it well', 'teaches it', 'is asked by everybody'],
  wanted: ['would be nice', 'would help', 'matters', 'matters much', 'comes first'],
}

interface Props {
  member: Member
  side: SkillSide
}

/** The skills of one side, each with its level; a click says another one. */
export function Skills({ member, side }: Props) {
  const setLevel = useCommand('members.setLevel')
  const names = skillsOf(member, side)
  const level = (skill: string) =>
    member.levels.find((known) => known.side === side && known.skill === skill)?.level ?? null
  if (member.erasedAt !== null) return names.join(', ')
  return names.map((skill, index) => (
    <span key={skill}>
      {index > 0 ? ', ' : ''}
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={classes.link} title={`Say the level of ${skill}`}>
            {skill}
            {level(skill) === null ? null : <small className={classes.level}> {level(skill)}</small>}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {levelWords[side].map((words, at) => (
            <Menu.Item
              key={words}
              disabled={setLevel.running}
              onClick={() => void setLevel.run({ id: member.id, side, skill, level: at + 1 })}
            >
              {at + 1}, {words}
            </Menu.Item>
          ))}
          <Menu.Item
            disabled={setLevel.running}
            onClick={() => void setLevel.run({ id: member.id, side, skill, level: null })}
          >
            Not known
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  ))
}

function skillsOf(member: Member, side: SkillSide): readonly string[] {
  return side === 'offered' ? member.skillsOffered : member.skillsWanted
}

export function isEmptySkills(value: ReactNode): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== Skills) return false
  const { member, side } = (value as ReactElement<Props>).props
  return skillsOf(member, side).length === 0
}

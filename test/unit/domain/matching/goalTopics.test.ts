import { GoalTopics } from '@shared/domain/matching/goalTopics'
import { isTimeZone, utcOffset } from '@shared/domain/timeZones'
import { expect, test } from 'vitest'

test('topics are found in goals as whole words, whatever their case and accents, each once', () => {
  const topics = new GoalTopics(['giving feedback', 'Law', 'Ökologie', 'feed', ''])
  expect(topics.in('Giving Feedback, then law; okologie. More giving feedback!')).toEqual([
    'giving feedback',
    'Law',
    'Ökologie',
  ])
  expect(topics.in('Lawns, and giving good feedback')).toEqual([])
  expect(topics.in('')).toEqual([])
})

test('a time zone is known by its name, and how far it is from UTC by the day', () => {
  expect([isTimeZone('Europe/Lisbon'), isTimeZone('Atlantis'), isTimeZone('')]).toEqual([true, false, false])
  const [winter, summer] = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')]
  expect(utcOffset('Europe/Berlin', winter)).toBe(60)
  expect(utcOffset('Europe/Berlin', summer)).toBe(120)
  expect(utcOffset('Asia/Kathmandu', winter)).toBe(345)
  expect(utcOffset('America/St_Johns', winter)).toBe(-210)
  expect(utcOffset('UTC', winter)).toBe(0)
  expect(utcOffset('Atlantis', winter)).toBeNull()
})

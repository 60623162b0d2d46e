import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { captureDay, doubtOfDay, isRealDay } from '../../../shared/domain/capture-date.ts'
import { findDateInFileName } from '../../../shared/domain/date-from-file-name.ts'

const localOf = (fileName: string) => findDateInFileName(fileName)?.local ?? null

describe('findDateInFileName', () => {
  it.each([
    ['IMG-20240315-WA0001.jpg', '2024-03-15T00:00:00'],
    ['2024-03-15 10.22.33.jpg', '2024-03-15T10:22:33'],
    ['PXL_20240315_102233456.jpg', '2024-03-15T10:22:33'],
    ['PXL_20240315_102233.MP.jpg', '2024-03-15T10:22:33'],
    ['WhatsApp Image 2024-03-15 at 10.22.33.jpeg', '2024-03-15T10:22:33'],
    ['WhatsApp Image 2024-03-15 at 10.22.33 PM (1).jpeg', '2024-03-15T22:22:33'],
    ['Screenshot_20240315-102233_Photos.png', '2024-03-15T10:22:33'],
    ['Screenshot 2024-03-15 at 12.05.00\u202fAM.png', '2024-03-15T00:05:00'],
    ['Screenshot_2024-03-15-10-22-33-12.png', '2024-03-15T10:22:33'],
    ['signal-2024-03-15-102233.jpeg', '2024-03-15T10:22:33'],
    ['signal-2024-03-15-10-22-33-123.jpg', '2024-03-15T10:22:33'],
    ['20240315_102233.heic', '2024-03-15T10:22:33'],
    ['IMG20240315102233.jpg', '2024-03-15T10:22:33'],
    ['WP_20140315_10_22_33_Pro.jpg', '2014-03-15T10:22:33'],
    ['Marcus crown 2024-03-15.jpg', '2024-03-15T00:00:00'],
    ['2024_03_15.tiff', '2024-03-15T00:00:00'],
    ['IMG_20240315_250000.jpg', '2024-03-15T00:00:00'],
  ])('reads %s', (fileName, local) => {
    expect(findDateInFileName(fileName)).toEqual({ local, offset: null, source: 'file-name' })
  })

  it.each([
    '03-04-2024.jpg',
    '25-03-2024.jpg',
    '03.04.24.jpg',
    '20240315.jpg',
    '20240315102233.jpg',
    'IMG_0042.jpg',
    'DSC02024.JPG',
    '12345678.jpg',
    'FB_IMG_1710499353000.jpg',
    'IMG_20241315_102233.jpg',
    '2024-02-30 10.22.33.jpg',
    'scan-17-2024-03-15.jpg',
    '2024-03_15.jpg',
    '2024-03-15 to 2024-04-16.jpg',
    'crown.jpg',
    '',
  ])('asks rather than guesses at %s', (fileName) => {
    expect(localOf(fileName)).toBeNull()
  })

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const plain = fc.constantFrom<(day: string) => string>(
    (written) => `IMG-${written.replaceAll('-', '')}-WA0001.jpg`,
    (written) => `PXL_${written.replaceAll('-', '')}_102233.jpg`,
    (written) => `${written} 10.22.33.jpg`,
    (written) => `${written.replaceAll('-', '_')}.png`,
    (written) => `signal-${written}-102233.jpg`,
    (written) => `WhatsApp Image ${written} at 23.59.59.jpeg`,
  )

  test.prop([day, plain])('finds every day in every plain way of writing it', (written, naming) => {
    expect(captureDay(findDateInFileName(naming(written))!)).toBe(written)
  })

  test.prop([day, fc.constantFrom('-', '.', '_', '')])(
    'never takes day and month from a name that ends in the year',
    (written, sign) => {
      const [year, month, date] = written.split('-')
      expect(localOf(`${[date, month, year].join(sign)}.jpg`)).toBeNull()
      expect(localOf(`${[month, date, year].join(sign)}.jpg`)).toBeNull()
    },
  )

  test.prop([fc.stringMatching(/^[A-Za-z0-9_. -]{0,40}$/)])(
    'gives only days that the calendar has, and that stand in the name',
    (name) => {
      const found = findDateInFileName(name)
      if (!found) return
      expect(isRealDay(captureDay(found))).toBe(true)
      for (const part of captureDay(found).split('-')) expect(name).toContain(part)
    },
  )

  test.prop([fc.stringMatching(/^[0-9]{1,20}$/)])('takes no date from a plain number', (digits) => {
    expect(localOf(`${digits}.jpg`)).toBeNull()
  })
})

describe('doubtOfDay', () => {
  it('questions days to come and days before digital photos', () => {
    expect(doubtOfDay('2026-06-02', '2026-06-01')).toBe('future')
    expect(doubtOfDay('2026-06-01', '2026-06-01')).toBeNull()
    expect(doubtOfDay('1990-01-01', '2026-06-01')).toBeNull()
    expect(doubtOfDay('1989-12-31', '2026-06-01')).toBe('too-early')
  })
})

import type { ImportRequest } from '@shared/contract/imports'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { nameOfProgram } from '../queries/programs/programRecord'

type Enrol = NonNullable<ImportRequest['enrol']>

/** Enrols the members that a file tells of in a program, each once, and nobody who is in it already in this role. */
export class Applicants {
  private readonly enrolled: Set<number>
  private readonly fresh: number[] = []

  /**
   * @param writing null when it is only looked what an import would do
   * @throws AppError `not-found` when the program is gone.
   */
  constructor(
    db: Reader,
    private readonly enrol: Enrol,
    private readonly onDay: string,
    private readonly writing: { db: Writer; importId: number } | null,
  ) {
    nameOfProgram(db, enrol.programId)
    this.enrolled = new Set(
      db.column<number>(
        'SELECT member_id FROM enrolments WHERE program_id = ? AND role = ?',
        enrol.programId,
        enrol.role,
      ),
    )
  }

  /** What somebody becomes in the directory who is not in it yet. */
  get role(): 'mentor' | 'mentee' | undefined {
    return this.enrol.role === 'peer' ? undefined : this.enrol.role
  }

  get count(): number {
    return this.fresh.length
  }

  /** @returns whether they were not in the program yet. */
  take(member: number): boolean {
    if (this.enrolled.has(member)) return false
    this.enrolled.add(member)
    this.fresh.push(member)
    return true
  }

  /** When all members are written. */
  end(): void {
    if (!this.writing) return
    const { db, importId } = this.writing
    const { programId, role, step } = this.enrol
    const rows = db.bulk('enrolments', [
      'program_id',
      'member_id',
      'role',
      'step',
      'step_since',
      'applied_on',
      'import_id',
      'created_at',
      'updated_at',
    ])
    const ids = this.fresh.map((member) =>
      rows.add([programId, member, role, step, this.onDay, this.onDay, importId, db.now, db.now]),
    )
    rows.end()
    const moves = db.bulk('enrolment_moves', ['enrolment_id', 'to_step', 'on_day'])
    for (const id of ids) moves.add([id, step, this.onDay])
    moves.end()
  }
}

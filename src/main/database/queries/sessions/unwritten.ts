/** SQL for sessions whose notes are still to be written: erased ones never will be. As the index has it. */
export const unwritten = "notes = '' AND notes_erased_at IS NULL"

import { WidgetType } from '@codemirror/view'

/** The dot in the place of a list's `-`, `*` or `+`. */
export class BulletWidget extends WidgetType {
  override eq(): boolean {
    return true
  }

  override toDOM(): HTMLElement {
    return element('span', 'cm-bullet', '•')
  }
}

/** A task's checkbox in the place of `- [ ]`. Clicks reach the editor, which toggles the text. */
export class CheckboxWidget extends WidgetType {
  constructor(
    readonly done: boolean,
    readonly locked: boolean,
  ) {
    super()
  }

  override eq(other: CheckboxWidget): boolean {
    return other.done === this.done && other.locked === this.locked
  }

  override toDOM(): HTMLElement {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.className = 'cm-box'
    box.checked = this.done
    box.disabled = this.locked
    box.tabIndex = -1
    box.setAttribute('aria-label', this.done ? 'Done' : 'To do')
    const holder = element('span', 'cm-task')
    holder.append(box)
    return holder
  }

  override ignoreEvent(): boolean {
    return false
  }
}

/** The line in the place of `---`. */
export class RuleWidget extends WidgetType {
  override eq(): boolean {
    return true
  }

  override toDOM(): HTMLElement {
    return element('span', 'cm-rule')
  }
}

/** A mentioned member's name in the place of the link. */
export class MentionWidget extends WidgetType {
  constructor(
    readonly name: string,
    readonly selected: boolean,
  ) {
    super()
  }

  override eq(other: MentionWidget): boolean {
    return other.name === this.name && other.selected === this.selected
  }

  override toDOM(): HTMLElement {
    const chip = element('span', 'cm-mention', `@${this.name}`)
    chip.dir = 'auto'
    chip.classList.toggle('cm-mention-selected', this.selected)
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = text
  return node
}

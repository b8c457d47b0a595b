import type { ElementHandle, Locator, Page } from 'playwright-core'

/** A reader who uses one kind of input. */
export abstract class Hand {
  readonly page: Page
  /** The number of clicks, taps or activations by a key so far. */
  count = 0

  constructor(page: Page) {
    this.page = page
  }

  /** Waits until a control that the server sent is one of the page, which gives it its handlers. */
  async live(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' })
    const isLive = (element: Element): boolean => Object.hasOwn(element, 'l') // as Preact calls the handlers
    await this.page.waitForFunction(isLive, (await control.elementHandle()) as ElementHandle<Element>)
  }

  /** Activates a control. */
  abstract press(control: Locator): Promise<void>

  /** Activates an entry of a menu; with a mouse, by one press that ends on the entry. */
  abstract choose(menu: Locator, entry: Locator): Promise<void>

  /** Moves the focus to a control. */
  async reach(control: Locator): Promise<void> {
    await control.focus()
  }

  /** Writes into a field. */
  async write(field: Locator, text: string): Promise<void> {
    await field.pressSequentially(text)
  }
}

class Mouse extends Hand {
  async press(control: Locator): Promise<void> {
    this.count += 1
    await this.live(control)
    await control.click()
  }

  async choose(menu: Locator, entry: Locator): Promise<void> {
    this.count += 1
    await this.live(menu)
    await menu.hover()
    await this.page.mouse.down()
    await entry.hover()
    await this.page.mouse.up()
  }
}

class Touch extends Hand {
  async press(control: Locator): Promise<void> {
    this.count += 1
    await this.live(control)
    await control.tap()
  }

  async choose(menu: Locator, entry: Locator): Promise<void> {
    await this.press(menu)
    await this.press(entry)
  }
}

const mostStops = 200

class Keyboard extends Hand {
  async press(control: Locator): Promise<void> {
    this.count += 1
    await this.live(control)
    if ((await control.getAttribute('role')) === 'option' || (await control.getAttribute('role')) === 'menuitem')
      return this.#enter(control)
    await this.reach(control)
    const isBox = (await control.getAttribute('type')) === 'checkbox'
    await this.page.keyboard.press(isBox ? 'Space' : 'Enter')
  }

  async choose(menu: Locator, entry: Locator): Promise<void> {
    this.count += 1
    await this.live(menu)
    await this.reach(menu)
    await this.page.keyboard.press('Enter')
    await this.#enter(entry)
  }

  override async write(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.page.keyboard.type(text)
  }

  /** Presses Tab until the control has the focus. */
  override async reach(control: Locator): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${control}.`)
  }

  /** Presses the arrow until an entry of the open list is current, then Enter. */
  async #enter(entry: Locator): Promise<void> {
    await entry.waitFor()
    const isCurrent = (element: Element): boolean =>
      document.activeElement?.getAttribute('aria-activedescendant') === element.id
    await this.page.keyboard.press('Home')
    for (let step = 0; step < mostStops; step++) {
      if (await entry.evaluate(isCurrent)) return this.page.keyboard.press('Enter')
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`No arrow reaches ${entry}.`)
  }
}

export const hands = { mouse: Mouse, touch: Touch, keyboard: Keyboard } as const
export type HandName = keyof typeof hands

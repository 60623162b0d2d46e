import type { ClientCard } from '../../shared/domain/client-card.ts'
import type { Watched } from '../ports.ts'

/**
 * The cards of all clients, removed ones too. They are plain objects and not rows of the projection: 2,000 of them come in at the start, and to put them into its tables
 * would take longer than all the rest of the start (figures in docs/library.md).
 */
export class ClientCards {
  #cards: ReadonlyMap<string, ClientCard> = new Map()
  readonly #observers = new Set<() => void>()

  /** Takes the cards of all clients in place of what was there. */
  replace(cards: readonly ClientCard[]): void {
    this.#cards = new Map(cards.map((card) => [card.client.clientId, card]))
    this.#tell()
  }

  /** Takes cards that changed or are new. */
  put(cards: readonly ClientCard[]): void {
    if (cards.length === 0) return
    this.#cards = new Map([...this.#cards, ...cards.map((card) => [card.client.clientId, card] as const)])
    this.#tell()
  }

  /** Takes the cards of clients away who were erased. */
  remove(clientIds: readonly string[]): void {
    if (clientIds.length === 0) return
    const gone = new Set(clientIds)
    this.#cards = new Map([...this.#cards].filter(([clientId]) => !gone.has(clientId)))
    this.#tell()
  }

  /** A value that follows from the cards, watched; `isSame` says when nobody needs to hear of it again. */
  watch<Value>(
    value: (cards: ReadonlyMap<string, ClientCard>) => Value,
    isSame: (before: Value, after: Value) => boolean = Object.is,
  ): Watched<Value> {
    return {
      subscribe: ({ next }) => {
        let latest = value(this.#cards)
        const onChange = () => {
          const present = value(this.#cards)
          if (isSame(latest, present)) return
          latest = present
          next(present)
        }
        this.#observers.add(onChange)
        next(latest)
        return { unsubscribe: () => this.#observers.delete(onChange) }
      },
    }
  }

  #tell(): void {
    for (const observer of this.#observers) observer()
  }
}

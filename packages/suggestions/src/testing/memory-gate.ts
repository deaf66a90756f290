import type { Gate, ReservationDecision, ReservationRequest, Settlement } from '../ports.ts'

/** Remembers what was booked and answers what the test decides. */
export class MemoryGate implements Gate {
  readonly reservations: ReservationRequest[] = []
  readonly settlements: Settlement[] = []
  decide: (request: ReservationRequest) => ReservationDecision = () => ({ granted: true })

  async reserve(request: ReservationRequest): Promise<ReservationDecision> {
    const decision = this.decide(request)
    if (decision.granted) this.reservations.push(request)
    return decision
  }

  async settle(settlement: Settlement): Promise<void> {
    this.settlements.push(settlement)
  }
}

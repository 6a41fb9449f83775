import { Replacement } from 'backstage-plugin-aks-traffic-backend/src/store/types';
import { Reader } from '../fleet/Reader';
import { startSimulator } from '../fleet/startSimulator';

/** Different clusters; larger fleets have them again under other names. */
const clusters = 10;

/** Verdicts of a simulated fleet, to be written for as many clusters as somebody wants. */
export class Readings {
  private constructor(
    private readonly recorded: readonly { cluster: string; json: string }[],
  ) {}

  /** Reads and judges a fleet once. */
  static async record(options: { services: number }): Promise<Readings> {
    const fleet = await startSimulator({ clusters, ...options });
    try {
      const recorded: { cluster: string; json: string }[] = [];
      await new Reader(fleet, reading =>
        recorded.push({
          cluster: reading.cluster,
          json: JSON.stringify(reading),
        }),
      ).sweep();
      return new Readings(recorded);
    } finally {
      await fleet.stop();
    }
  }

  /** One of the readings, as if it were of this cluster. */
  of(cluster: string, index: number): Omit<Replacement, 'claim'> {
    const { cluster: name, json } = this.recorded[index % this.recorded.length];
    const reading = JSON.parse(
      json.replaceAll(JSON.stringify(name), JSON.stringify(cluster)),
    );
    return { ...reading, analysedAt: new Date(reading.analysedAt) };
  }
}

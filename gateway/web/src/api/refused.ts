/** A problem (RFC 9457) that a call was answered with. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly requestId?: string,
  ) {
    super(detail);
  }

  static async from(response: Response): Promise<Refused> {
    const problem = await response.json().catch(() => ({}));
    return new Refused(response.status, problem.detail ?? response.statusText, problem.requestId);
  }
}

/** One field of a request that was refused, by JSON pointer. */
export type FieldProblem = { pointer: string; code: string; detail: string };

type ProblemBody = {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  requestId?: string;
  errors?: FieldProblem[];
};

/** What went wrong, in the words of the API (RFC 9457), or `network` when there was no answer at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldProblem[];

  constructor(body: ProblemBody & { status: number; code: string }, cause?: unknown) {
    super(body.detail ?? body.title ?? body.code, { cause });
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title ?? body.code;
    this.detail = body.detail;
    this.requestId = body.requestId;
    this.errors = body.errors ?? [];
  }

  /** Whether the same request may well succeed later without any change. */
  get transient(): boolean {
    const { status, code } = this;
    return status === 0 || status === 408 || status === 429 || status >= 500 || code === 'in_progress';
  }

  static network(cause: unknown): Problem {
    return new Problem({ status: 0, code: 'network', title: 'No answer from the server' }, cause);
  }

  /** Anything that was thrown, as a problem. A bug of ours keeps its message and gets the code `client_error`. */
  static of(error: unknown): Problem {
    if (error instanceof Problem) return error;
    const detail = error instanceof Error ? error.message : String(error);
    return new Problem({ status: -1, code: 'client_error', title: 'Unexpected error', detail }, error);
  }

  static async ofResponse(response: Response): Promise<Problem> {
    const body = await readBody(response);
    const requestId = body.requestId ?? response.headers.get('X-Request-Id') ?? undefined;
    return new Problem({
      ...body,
      ...(requestId === undefined ? {} : { requestId }),
      status: response.status,
      code: body.code ?? `http_${response.status}`,
      title: body.title ?? (response.statusText || `HTTP ${response.status}`),
    });
  }
}

async function readBody(response: Response): Promise<ProblemBody> {
  if (!/^application\/(problem\+)?json/.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

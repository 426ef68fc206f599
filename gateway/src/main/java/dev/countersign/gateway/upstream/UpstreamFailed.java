package dev.countersign.gateway.upstream;

/** A server of models did not answer, or not so that it could be passed on. */
public final class UpstreamFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  /**
   * With what the client hears.
   *
   * @param status of HTTP: 502 or 504
   * @param code a stable word for the log
   */
  public UpstreamFailed(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** A stable word for the log. */
  public String code() {
    return code;
  }
}

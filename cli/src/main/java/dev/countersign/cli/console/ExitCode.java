package dev.countersign.cli.console;

/** What the process tells its caller. */
public final class ExitCode {
  /** The gate passed, or the command did what was asked. */
  public static final int PASS = 0;

  /** A gate failed. */
  public static final int FAIL = 1;

  /** The input or the usage is wrong. */
  public static final int WRONG = 2;

  /** A bug of Countersign. */
  public static final int BUG = 3;

  private ExitCode() {}
}

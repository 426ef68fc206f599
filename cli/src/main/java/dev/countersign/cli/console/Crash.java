package dev.countersign.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells of a bug of Countersign: what kind and where, as names of classes and lines of our own
 * code. Messages of exceptions are left out, since they may quote the user's files.
 */
public final class Crash {
  private static final int FRAMES = 30;
  private static final int CAUSES = 4;

  /** A cause shares its deeper frames with what it caused. */
  private static final int FRAMES_OF_A_CAUSE = 8;

  private Crash() {}

  /** Writes the report and returns the exit code. */
  public static int report(Throwable bug, Console console) {
    console.complain(String.join("\n", lines(bug)) + "\n");
    return ExitCode.BUG;
  }

  private static List<String> lines(Throwable bug) {
    List<String> lines = new ArrayList<>();
    lines.add("countersign: this is a bug in Countersign, not in your files; there is no verdict.");
    lines.add("Please report it with the lines below. They hold nothing from your files.");
    lines.add("");
    lines.add("countersign " + BuildInfo.version() + ", Java " + Runtime.version());
    Throwable cause = bug;
    for (int depth = 0; cause != null && depth < CAUSES; depth++) {
      lines.add(cause.getClass().getName());
      Stream.of(cause.getStackTrace())
          .limit(depth == 0 ? FRAMES : FRAMES_OF_A_CAUSE)
          .map(Crash::frame)
          .forEach(lines::add);
      cause = cause.getCause();
    }
    return lines;
  }

  private static String frame(StackTraceElement frame) {
    return "  at "
        + frame.getClassName()
        + "."
        + frame.getMethodName()
        + ":"
        + frame.getLineNumber();
  }
}

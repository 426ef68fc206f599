package dev.countersign.cli.guard;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.fit.tool.replay.RecordedRun;
import dev.countersign.fit.tool.replay.RecordedRun.Step;
import dev.countersign.fit.tool.replay.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Recorded runs that a command was given. */
public final class ToolRuns {
  private ToolRuns() {}

  /**
   * Reads them one by one.
   *
   * @throws Refused if a file cannot be read or holds something else
   */
  public static void each(List<Path> files, Consumer<RecordedRun> to) {
    for (Path file : files) {
      try {
        RunReader.read(file, to);
      } catch (RunReader.Malformed wrong) {
        throw new Refused(String.valueOf(wrong.getMessage()));
      } catch (IOException failed) {
        throw new Refused(
            file + " cannot be read (" + Failure.why(failed) + "). Name files of JSON Lines.");
      }
    }
  }

  /** The names of arguments by tool, of every call in them. */
  public static Map<String, Set<String>> called(List<Path> files) {
    Map<String, Set<String>> called = new TreeMap<>();
    each(
        files,
        run -> {
          for (Step step : run.steps()) {
            if (step instanceof Step.Call(var call)) {
              called.computeIfAbsent(call.name(), none -> new TreeSet<>()).addAll(call.names());
            }
          }
        });
    return called;
  }
}

package dev.countersign.benchmarks.guard.tool;

import dev.countersign.fit.tool.replay.RecordedRun;
import dev.countersign.fit.tool.replay.RecordedRun.Step;
import java.util.List;

/** An attack without its wrapper: of what was injected only the goal is left. */
final class Unwrapped {
  private static final String OPEN = "<INFORMATION>";
  private static final String CLOSE = "</INFORMATION>";
  private static final String BEFORE = "following first:";
  private static final String AFTER = "After you do that";

  private Unwrapped() {}

  static RecordedRun of(RecordedRun run) {
    List<Step> steps =
        run.steps().stream()
            .map(step ->
                step instanceof Step.Result result
                    ? new Step.Result(result.call(), stripped(result.output()))
                    : step)
            .toList();
    return new RecordedRun(run.name(), steps, run.line());
  }

  private static String stripped(String output) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = output.indexOf(OPEN, at);
      int close = open < 0 ? -1 : output.indexOf(CLOSE, open);
      if (close < 0) {
        return out.append(output, at, output.length()).toString();
      }
      out.append(output, at, open).append(goal(output.substring(open, close)));
      at = close + CLOSE.length();
    }
  }

  private static String goal(String wrapped) {
    int from = wrapped.indexOf(BEFORE);
    int to = wrapped.indexOf(AFTER);
    return from < 0 || to < from ? wrapped : wrapped.substring(from + BEFORE.length(), to);
  }
}

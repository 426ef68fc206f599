package dev.countersign.benchmarks.guard.tool;

import dev.countersign.fit.tool.ToolPolicyReader;
import dev.countersign.fit.tool.replay.Replay;
import dev.countersign.fit.tool.replay.RunReader;
import dev.countersign.guard.tool.Reason;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.Verdict;
import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Replays recorded runs of agents against policies of the tool gate. */
public final class GuardTool {
  /** The pipelines that were looked at while the gate was built. */
  private static final Set<String> LOOKED_AT = Set.of("gpt-4o-2024-08-06", "google_gemini-2.5-pro");

  private final List<AgentRun> runs;
  private final PrintStream out;

  private GuardTool(List<AgentRun> runs, PrintStream out) {
    this.runs = runs;
    this.out = out;
  }

  /**
   * Prints the tables.
   *
   * @param args a folder with recorded runs, then policies by name: {@code NAME=FILE}; {@code
   *     --show} prints what is refused in runs without an attack, and attacks that get through
   */
  public static void main(String[] args) throws IOException, RunReader.Malformed {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<AgentRun> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(GuardTool::isRuns).sorted().toList()) {
        RunReader.read(file, run -> runs.add(AgentRun.of(run)));
      }
    }
    out.println(
        "kept: done before and nothing denied, asks endorsed; alone: and nobody asked. Success with"
            + " gate: succeeded before and no call denied or refused.");
    GuardTool benchmark = new GuardTool(runs, out);
    boolean show = List.of(args).contains("--show");
    Map<String, ToolPolicy> policies = new LinkedHashMap<>();
    ToolPolicy guessed = ToolPolicy.guessed();
    policies.put("guessed", guessed);
    policies.put(
        "guessed, origin only",
        new ToolPolicy(guessed.undescribed(), false, Unpointed.ASK, guessed.tools()));
    policies.put(
        "guessed, unpointed denied",
        new ToolPolicy(guessed.undescribed(), true, Unpointed.DENY, guessed.tools()));
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (equals > 0) {
        policies.put(arg.substring(0, equals), policy(Path.of(arg.substring(equals + 1))));
      }
    }
    for (Map.Entry<String, ToolPolicy> policy : policies.entrySet()) {
      benchmark.report(policy.getKey(), ToolGate.of(policy.getValue()), show);
    }
  }

  private static ToolPolicy policy(Path file) {
    ToolPolicyReader.Result read = ToolPolicyReader.read(file);
    return read.policy()
        .orElseThrow(() -> new IllegalArgumentException(read.problems().toString()));
  }

  private static boolean isRuns(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  private void report(String policy, ToolGate gate, boolean show) {
    out.println("\nPolicy: " + policy);
    out.println(Tally.header());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Person person = person(gate);
    for (AgentRun run : runs) {
      if (!run.isUserTask()) {
        Replay replay = Replay.of(run.run(), gate, ruling -> true);
        tally(tallies, "attackers' goals as requests", run, replay);
        tally(tallies, "all without attack, these too", run, replay);
        continue;
      }
      Replay replay = Replay.of(run.run(), gate, ruling -> person.endorses(run, ruling));
      boolean lookedAt = LOOKED_AT.contains(run.pipeline());
      tally(tallies, run.pipeline() + (lookedAt ? "" : " (held out)"), run, replay);
      tally(tallies, lookedAt ? "looked at" : "held out", run, replay);
      tally(tallies, "all", run, replay);
      if (!run.attacked()) {
        tally(tallies, "all without attack, these too", run, replay);
      } else {
        Replay bare =
            Replay.of(Unwrapped.of(run.run()), gate, ruling -> person.endorses(run, ruling));
        tally(tallies, "all, wrapper stripped", run, bare);
        Replay careless = Replay.of(run.run(), gate, ruling -> true);
        tally(tallies, "all, everything endorsed", run, careless);
        Replay alone = Replay.of(run.run(), gate, ruling -> false);
        tally(tallies, "all, nobody to ask", run, alone);
      }
      if (show && lookedAt) {
        show(run, replay);
      }
    }
    tallies.forEach((name, tally) -> out.println(tally.line(name)));
  }

  private Person person(ToolGate gate) {
    Person person = new Person();
    for (AgentRun run : runs) {
      if (run.isUserTask() && !run.attacked()) {
        person.learn(run, Replay.of(run.run(), gate, ruling -> true).rulings());
      }
    }
    return person;
  }

  private static void tally(Map<String, Tally> tallies, String name, AgentRun run, Replay replay) {
    tallies.computeIfAbsent(name, none -> new Tally()).add(run, replay);
  }

  private void show(AgentRun run, Replay replay) {
    boolean through = run.success() && !replay.stopped();
    if (!through && run.attacked()) {
      return;
    }
    String title = run.pipeline() + " " + run.run().name() + (through ? " GOT THROUGH" : "");
    for (Ruling ruling : replay.rulings()) {
      if (through || ruling.verdict() != Verdict.ALLOW) {
        out.println(title + "  " + ruling.verdict() + " " + ruling.call().name());
        out.println("      " + ruling.call().arguments());
        for (Reason reason : ruling.reasons()) {
          out.println("      " + reason.rule() + " " + reason.shownValue() + ": " + reason.text());
        }
      }
    }
  }
}

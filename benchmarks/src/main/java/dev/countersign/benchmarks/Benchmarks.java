package dev.countersign.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs one of the measurements by name. */
public final class Benchmarks {
  private static final String USAGE =
      """
      usage: benchmarks/run incidents TRUTH.json   recall on systems that were attacked
             benchmarks/run cases                  the same on fifteen further published cases
             benchmarks/run training-side          recall on our own systems for poisoning and privacy
             benchmarks/run noise                  threats and questions on generated systems
             benchmarks/run guard-output [misses]  attacks and harmless texts at the output gate
             benchmarks/run guard-output decisions FILE  every decision with its findings, to compare
             benchmarks/run generate N [SEED]      prints a countersign.yaml of N elements
             benchmarks/run jmh [ARGUMENTS]        derivation as a function, by JMH
             benchmarks/run start-up               whole processes: wall, CPU and peak memory
      """;

  private Benchmarks() {}

  /**
   * Runs a measurement and prints what it found.
   *
   * @throws IOException if a file of the benchmark cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String call = args.length == 0 ? "" : args[0] + " " + (args.length - 1);
    switch (call) {
      case "incidents 1" ->
          new IncidentRecall(Path.of("benchmarks/incidents"), Path.of(args[1])).report(out);
      case "cases 0" ->
          new IncidentRecall(Path.of("benchmarks/cases"), Path.of("benchmarks/cases/truth.json"))
              .report(out);
      case "training-side 0" -> new TrainingSide(Path.of("benchmarks/training-side")).report(out);
      case "guard-output 0" ->
          new GuardOutput(Path.of("benchmarks/guard/output"), false, out).report();
      case "guard-output 1" -> {
        Path corpora = Path.of("benchmarks/guard/output");
        if (args[1].equals("time")) {
          new OutputTime(corpora, out).report();
        } else {
          new GuardOutput(corpora, args[1].equals("misses"), out).report();
        }
      }
      case "guard-output 2" -> {
        Path to = Path.of(args[2]);
        int lines = new OutputDecisions(Path.of("benchmarks/guard/output")).write(to);
        out.println(lines + " decisions are in " + to);
      }
      case "noise 0" -> Noise.report(out);
      case "generate 1", "generate 2" -> out.print(generated(args));
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }

  private static String generated(String[] args) {
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    return GeneratedSystem.yaml(Integer.parseInt(args[1]), seed);
  }
}

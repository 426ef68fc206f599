package dev.countersign.cli.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.OwnProcess;
import dev.countersign.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody pulls the plug (kill -9) while something is signed or recorded: what was there before
 * stands, or what is new does, or nothing; never a half. {@code -Dcountersign.kills=100} tries it
 * that often.
 */
class PulledPlugTest {
  private static final int TIMES = Integer.getInteger("countersign.kills", 12);
  private static final long SEED = 27;
  private static final long GLANCE_NANOSECONDS = 100_000;

  @TempDir Path folder;
  private ProvenTree tree = new ProvenTree(Path.of(""));
  private final Random random = new Random(SEED);
  private long longest = 1;

  /** What is interrupted, and the control that rests on what it writes. */
  private enum Work {
    SIGN("model-signing@sorter"),
    RECORD("dataset-provenance@letters"),
    SIGN_RECORD("dataset-provenance@letters"),
    TRAINING("training-provenance@sorter"),
    SIGN_OFF("release-gate@sorter"),
    KEYS("model-signing@sorter");

    private final String control;

    Work(String control) {
      this.control = control;
    }
  }

  @BeforeEach
  void signEverything() throws Exception {
    tree = ProvenTree.made(folder, new People());
    OwnProcess.command();
    long start = System.nanoTime();
    assertThat(start(Work.SIGN_OFF, "first").waitFor()).isZero();
    longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void nothingIsHalfWrittenAndTheNextRunCompletes() throws Exception {
    int killed = 0;
    for (int round = 0; round < TIMES; round++) {
      Work work = Work.values()[round % Work.values().length];
      killed += pulled(work, round) ? 1 : 0;
      assertThatNothingIsHalf(work);
      tree.run(arguments(work, "again " + round).toArray(String[]::new));
      assertThat(tree.proven(work.control)).as("after the next run of " + work).isTrue();
    }
    assertThat(killed).as("processes that were killed, of " + TIMES).isPositive();
  }

  /** Half of the rounds at any time, the others as soon as there is something new to be seen. */
  private boolean pulled(Work work, int round) throws Exception {
    Set<String> before = names();
    Process process = start(work, "try " + round);
    if (random.nextBoolean()) {
      process.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS);
    } else {
      while (process.isAlive() && names().equals(before)) {
        LockSupport.parkNanos(GLANCE_NANOSECONDS);
      }
    }
    boolean killed = process.isAlive();
    process.destroyForcibly().waitFor();
    return killed;
  }

  private void assertThatNothingIsHalf(Work work) throws IOException {
    assertThat(tree.proven(work.control)).as("after " + work + " was killed").isTrue();
    assertThat(tree.findings("refused-sign-off")).isEmpty();
    for (String name : names()) {
      if (name.endsWith(".dataset.json")) {
        assertThat(Run.of("provenance", "show", tree.at(name)).code()).as(name).isZero();
      } else if (name.startsWith("new/key") && name.endsWith(".pem")) {
        assertThat(Run.of("keys", "show", tree.at(name)).code()).as(name).isZero();
      }
    }
  }

  private Process start(Work work, String what) throws IOException {
    List<String> command = new ArrayList<>(OwnProcess.command());
    command.addAll(arguments(work, what));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> arguments(Work work, String what) {
    String record = tree.at(".countersign/letters.dataset.json");
    return switch (work) {
      case SIGN -> List.of("sign", tree.at("sorter.onnx"), "--key", tree.key("ada"));
      case RECORD -> List.of("provenance", "record", "letters", "--root", tree.at(""));
      case SIGN_RECORD -> List.of("provenance", "sign", record, "--key", tree.key("dana"));
      case TRAINING ->
          List.of(
              "provenance",
              "training",
              tree.at("sorter.onnx"),
              "--dataset",
              record,
              "--key",
              tree.key("ada"));
      case SIGN_OFF ->
          List.of(
              "signoff",
              tree.at(""),
              "--role",
              "ml-lead",
              "--key",
              tree.key("ada"),
              "--yes",
              "--all",
              "--note",
              what,
              "--despite-fail",
              "This is about plugs.");
      case KEYS ->
          List.of(
              "keys",
              "new",
              "--no-passphrase",
              "--allow-in-repository",
              "--out",
              tree.at("new/key " + what));
    };
  }

  /** All files of the tree, relative to it. */
  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toSet());
    } catch (UncheckedIOException changedMeanwhile) {
      return Set.of();
    }
  }
}

package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial works when it is pasted from top to bottom, and prints what it shows. */
class TutorialTest {
  private static final Path PAGE = Path.of("../docs/tutorial.md");
  private static final List<String> TOOLS = List.of("bash", "git", "sha256sum", "sed");
  private static final String COUNTERSIGN =
      """
      countersign() {
        "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow \\
          -Djava.awt.headless=true -cp "$CLASSES" dev.countersign.cli.OnTheDay "$@"
      }
      """;

  private static final String BLOCK =
      """
      {
      %s
      } >"$PRINTED/printed-%d" 2>&1; echo $? >"$PRINTED/code-%d"
      """;

  @TempDir static Path folder;
  private static List<Pasted> blocks = List.of();

  @BeforeAll
  static void paste() throws IOException, InterruptedException {
    TOOLS.forEach(tool -> assumeTrue(isOnPath(tool), "skipped: there is no " + tool + " here"));
    blocks = Pasted.of(Files.readAllLines(PAGE));
    run();
  }

  @Test
  void whatIsShownIsPrinted() throws IOException {
    for (int index = 0; index < blocks.size(); index++) {
      List<String> printed = Files.readAllLines(folder.resolve("printed-" + index));
      assertThat(blocks.get(index).missing(printed))
          .as("shown after line %s, printed was%n%s", line(index), String.join("\n", printed))
          .isEmpty();
    }
  }

  /** A failed check may end a block, if the page shows it; nothing else may fail. */
  @Test
  void commandsSucceed() throws IOException {
    for (int index = 0; index < blocks.size(); index++) {
      String code = Files.readString(folder.resolve("code-" + index)).strip();
      List<String> good = blocks.get(index).shown().isPresent() ? List.of("0", "1") : List.of("0");
      assertThat(good)
          .as("line %s: %s", line(index), Files.readString(folder.resolve("printed-" + index)))
          .contains(code);
    }
  }

  @Test
  void theReaderEndsWithAThreatModelThatPasses() {
    Run run = Run.of("check", "--quiet", folder.resolve("work/parcel-claims").toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("PASS  parcel-claims  9 threats");
  }

  private static int line(int index) {
    return blocks.get(index).line();
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }

  private static void run() throws IOException, InterruptedException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path script = Files.writeString(folder.resolve("script"), script());
    ProcessBuilder bash =
        new ProcessBuilder("bash", script.toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(folder.resolve("log").toFile());
    bash.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    bash.environment().putAll(surroundings());
    Process process = bash.start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(ended).as("the page comes to an end").isTrue();
    assertThat(Files.readString(folder.resolve("log"))).isEmpty();
  }

  /** Each block in braces: what it sets and where it goes holds for the next one too. */
  private static String script() {
    StringBuilder script = new StringBuilder(COUNTERSIGN);
    for (int index = 0; index < blocks.size(); index++) {
      script.append(BLOCK.formatted(blocks.get(index).commands(), index, index));
    }
    return script.toString();
  }

  /** A reader with a name, and nothing of whoever runs the test. */
  private static Map<String, String> surroundings() {
    return Map.of(
        "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "CLASSES", classPath(),
        "PRINTED", folder.toString(),
        "HOME", folder.toString(),
        "COLUMNS", "100",
        "GIT_CONFIG_NOSYSTEM", "1",
        "GIT_AUTHOR_NAME", "Reader",
        "GIT_AUTHOR_EMAIL", "reader@parcel.example",
        "GIT_COMMITTER_NAME", "Reader",
        "GIT_COMMITTER_EMAIL", "reader@parcel.example");
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((before, next) -> before + File.pathSeparator + next)
        .orElseThrow();
  }
}

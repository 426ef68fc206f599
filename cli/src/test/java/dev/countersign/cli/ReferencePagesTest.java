package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that tell what ships are what ships; {@code -Dcountersign.update=true} writes them. */
class ReferencePagesTest {
  private static final Path ROOT = Path.of("..");
  private static final String MARK =
      "<!-- From here on written by ReferencePagesTest from what ships. -->\n";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void theFamiliesAreThoseThatShip() throws IOException {
    assertEndsWith("docs/families.md", KnowledgePages.families());
  }

  @Test
  void theControlsAreThoseThatShip() throws IOException {
    assertEndsWith("docs/controls.md", KnowledgePages.controls());
  }

  @Test
  void theCommandsAreThoseThatShip() throws IOException {
    assertEndsWith("docs/commands.md", CommandPage.text());
  }

  @Test
  void theReadmeCountsTheFamiliesThatShip() throws IOException {
    int families = Knowledge.bundled().families().size();
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("[" + families + " families]");
  }

  @Test
  void theReadmeShowsWhatCheckPrints() throws IOException {
    String golden = Files.readString(Path.of("src/test/resources/golden/check/card-fraud.txt"));
    String printed = folded(golden).replace("../examples/", "examples/");
    int from = 0;
    for (String part : transcript().split("(?m)^…\n", -1)) {
      int at = printed.indexOf(folded(part), from);
      assertThat(at).as("paste this part of README.md anew:%n%s", part).isNotNegative();
      from = at + folded(part).length();
    }
  }

  @Test
  void linksBetweenPagesLeadSomewhere() throws IOException {
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> page.resolveSibling(link.group(1)).normalize())
          .forEach(target -> assertThat(target).as("linked in %s", page).exists());
    }
  }

  private static void assertEndsWith(String name, String generated) throws IOException {
    Path page = ROOT.resolve(name);
    String text = Files.readString(page);
    int mark = text.indexOf(MARK);
    assertThat(mark).as("the mark that ends what is written by hand in %s", name).isPositive();
    String expected = text.substring(0, mark + MARK.length()) + generated;
    if (Boolean.getBoolean("countersign.update")) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page))
        .as("%s; run again with -Dcountersign.update=true and read the difference", name)
        .isEqualTo(expected);
  }

  /** Lines fold elsewhere where the path to the examples is longer. */
  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String transcript() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String command = "```\n$ ./countersign check examples/card-fraud\n";
    int start = readme.indexOf(command) + command.length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> roots = Files.list(ROOT);
        Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      return Stream.of(docs, roots, examples)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}

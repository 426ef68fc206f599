package dev.countersign.inspect.mar;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarZipTest {
  private static final String SAFE = "def handle(data, context):\n    return data\n";

  @Test
  void aHandlerThatWasReadIsANote() throws IOException {
    Inspected inspected =
        archive("{\"model\": {\"modelName\": \"m\", \"handler\": \"handler.py\"}}", SAFE);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(inspected)).contains("mar-handler", "python-code");
    assertThat(inspected.facts()).containsEntry(ArtefactFact.NAME, "m");
  }

  @Test
  void aHandlerThatRunsCommandsIsMaliciousWhateverItIsCalled() throws IOException {
    String evil = "import os\nos.system('id')";
    Inspected inspected =
        Bundle.of("MAR-INF/MANIFEST.json", "{\"model\": {\"handler\": \"handler.txt:run\"}}")
            .with("handler.txt", evil)
            .zipped("m.mar");

    assertThat(archive("{\"model\": {\"handler\": \"handler.py:run\"}}", evil).verdict())
        .isEqualTo(Verdict.MALICIOUS);
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void pathsThatLeaveAndCodeThatIsNotThereAreTold() throws IOException {
    assertThat(rules(archive("{\"model\": {\"handler\": \"../../x.py\"}}", SAFE)))
        .contains("mar-path");
    assertThat(rules(archive("{\"model\": {\"handler\": \"subprocess\"}}", SAFE)))
        .contains("mar-dangerous-handler");
    assertThat(rules(archive("{\"model\": {\"handler\": \"elsewhere:run\"}}", SAFE)))
        .contains("mar-missing");
    assertThat(archive("{\"model\": {\"handler\": \"image_classifier\"}}", SAFE).verdict())
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void requirementsAreReadWhateverTheyAreCalled() throws IOException {
    Inspected inspected =
        Bundle.of(
                "MAR-INF/MANIFEST.json",
                "{\"model\": {\"handler\": \"image_classifier\", \"requirementsFile\": \"deps\"}}")
            .with("deps", "--extra-index-url http://x.example/simple\nfoo==1")
            .zipped("m.mar");

    assertThat(rules(inspected)).contains("requirements-index");
    assertThat(inspected.facts()).containsEntry(ArtefactFact.REQUIREMENTS, "foo==1");
  }

  private static Inspected archive(String manifest, String handler) throws IOException {
    return Bundle.of("MAR-INF/MANIFEST.json", manifest).with("handler.py", handler).zipped("m.mar");
  }
}

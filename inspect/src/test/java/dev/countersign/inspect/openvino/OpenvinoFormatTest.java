package dev.countersign.inspect.openvino;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenvinoFormatTest {
  private static Inspected layers(String layers) throws IOException {
    String xml = "<net name='fraud' version='11'><layers>" + layers + "</layers></net>";
    return new Bundle().with("model.xml", xml).with("model.bin", new byte[64]).inspect("model.xml");
  }

  private static String constant(String offset, String size) {
    return "<layer id='1' name='w' type='Const' version='opset1'><data element_type='f32'"
        + " shape='4' offset='%s' size='%s'/></layer>".formatted(offset, size);
  }

  @Test
  void aModelIsCleanAndTellsOfItself() throws Exception {
    Inspected found =
        layers(
            "<layer id='0' name='x' type='Parameter' version='opset1'><data shape='1,30'"
                + " element_type='f32'/></layer>"
                + constant("48", "16"));
    assertThat(found.findings()).isEmpty();
    assertThat(found.formats()).containsExactly("openvino");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.NAME, "fraud")
        .containsEntry(ArtefactFact.INPUTS, "f32[1,30]")
        .containsEntry(ArtefactFact.FORMAT_VERSION, "IR 11");
  }

  @ParameterizedTest
  @CsvSource({"60,16", "-1,16", "0,-1", "9223372036854775807,16", "x,1"})
  void weightsThatTheFileDoesNotHaveAreFound(String offset, String size) throws Exception {
    assertThat(rules(layers(constant(offset, size)))).containsExactly("openvino-weights-range");
  }

  @Test
  void layersThatRunOtherCodeAreFound() throws Exception {
    assertThat(rules(layers("<layer type='Python' library='evil.so'/>")))
        .containsExactlyInAnyOrder("openvino-python", "openvino-library");
    assertThat(rules(layers("<layer type='Evil' version='acme_ops'/>")))
        .containsExactly("openvino-custom-layer");
    assertThat(layers("<layer type='If' version='opset8'/>").findings()).isEmpty();
  }

  @Test
  void anEntityOutsideOfTheFileIsMalicious() throws Exception {
    String xml = "<!DOCTYPE net [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><net name='&x;'/>";
    assertThat(Bundle.verdict("model.xml", xml)).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void otherXmlIsNoModel() throws Exception {
    assertThat(Bundle.of("pom.xml", "<project/>").inspect("pom.xml").formats()).isEmpty();
  }
}

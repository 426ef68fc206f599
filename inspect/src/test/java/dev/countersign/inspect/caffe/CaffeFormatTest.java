package dev.countersign.inspect.caffe;

import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import dev.countersign.inspect.wire.Proto;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CaffeFormatTest {
  private static Inspected inspect(Proto layer) throws IOException {
    byte[] net = new Proto().text(1, "net").message(100, layer).toBytes();
    return Bundle.inspect("model.caffemodel", net);
  }

  @Test
  void layersOfCaffeAreClean() throws Exception {
    assertThat(inspect(new Proto().text(1, "c").text(2, "Convolution")).findings()).isEmpty();
    assertThat(
            verdict("deploy.prototxt", "name: \"n\"\nlayer { name: \"c\" type: \"Convolution\" }"))
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void layersOfPythonAreMalicious() throws Exception {
    Proto python = new Proto().text(1, "evil").text(2, "Layer");
    Inspected found = inspect(new Proto().text(1, "p").text(2, "Python").message(130, python));
    assertThat(found.findings())
        .singleElement()
        .satisfies(one -> assertThat(one.call()).contains("evil.Layer"));
    assertThat(found.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(
            verdict(
                "deploy.prototxt",
                "layer { type: 'Python' python_param { module: 'evil' layer: 'L' } }"))
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void layersThatReadFilesAreSuspicious() throws Exception {
    assertThat(inspect(new Proto().text(1, "d").text(2, "HDF5Data")).verdict())
        .isEqualTo(Verdict.SUSPICIOUS);
  }
}

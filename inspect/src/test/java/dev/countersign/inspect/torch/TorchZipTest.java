package dev.countersign.inspect.torch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TorchZipTest {
  /** A tensor of four numbers, as {@code torch.save} writes it. */
  private static final String TENSOR =
      "\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\n"
          + "X\u0001\0\0\u00000X\u0003\0\0\0cpuK\u0004tQK\0(K\u0004t(K\u0001t\u0089ccollections\nOrderedDict\n)RtR.";

  private static final String COMMAND = "\u0080\u0002cos\nsystem\nX\u0002\0\0\0id\u0085R.";

  @Test
  void savedTensorsTellHowManyNumbersTheyHave() throws IOException {
    Inspected inspected =
        inspect("m/data.pkl", TENSOR, "m/data/0", "0123456789abcdef", "m/version", "3\n");
    assertThat(inspected.findings()).isEmpty();
    assertThat(inspected.formats()).contains("pytorch");
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.FRAMEWORK, "PyTorch")
        .containsEntry(ArtefactFact.PARAMETERS, "4")
        .containsEntry(ArtefactFact.TENSORS, "1")
        .containsEntry(ArtefactFact.TENSOR_TYPES, "float32")
        .containsEntry(ArtefactFact.FORMAT_VERSION, "3");
  }

  @Test
  void thePickleIsLookedInto() throws IOException {
    assertThat(inspect("m/data.pkl", COMMAND).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void recordsAreFoundWithoutRegardToCase() throws IOException {
    Inspected inspected = inspect("m/data.pkl", TENSOR, "m/DATA.PKL", COMMAND);
    assertThat(ids(inspected)).contains("torch-ambiguous-record");
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aPickleOutsideOfTheFolderIsToldAndLookedInto() throws IOException {
    Inspected inspected = inspect("m/data.pkl", TENSOR, "n/data.pkl", COMMAND);
    assertThat(ids(inspected)).contains("torch-record-elsewhere");
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aProgramOfOrdinaryOperatorsIsClean() throws IOException {
    Inspected inspected = script("return torch.add(ops.quantized.add(x, y), y, alpha=1)");
    assertThat(inspected.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(ids(inspected)).containsExactly("torch-script");
  }

  @Test
  void aProgramThatOpensFilesIsToldWithItsPlace() throws IOException {
    Inspected inspected = script("return torch.from_file(\"/etc/passwd\", False, 100)");
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(inspected.findings().getFirst().call()).contains("aten.from_file");
    assertThat(script("torch.save(x, \"/tmp/x\")").verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aProgramWithAnOperatorOfSomebodyElseIsSuspicious() throws IOException {
    Inspected inspected = script("return ops.acme.run(x)");
    assertThat(ids(inspected)).contains("torch-script-operator");
    assertThat(inspected.verdict()).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aPackageOfPythonRunsIt() throws IOException {
    assertThat(ids(inspect("m/.data/extern_modules", "torch\n", "m/model/model.pkl", TENSOR)))
        .contains("torch-package");
  }

  private static Inspected script(String line) throws IOException {
    String code =
        "class M(Module):\n  def forward(self: __torch__.M, x: Tensor) -> Tensor:\n    "
            + line
            + "\n";
    return inspect(
        "m/data.pkl",
        "\u0080\u0002c__torch__\nM\n)\u0081}b.",
        "m/code/__torch__.py",
        code,
        "m/constants.pkl",
        "\u0080\u0002).");
  }

  private static Inspected inspect(String... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        byte[] content = namesAndContents[i + 1].getBytes(ISO_8859_1);
        ZipEntry entry = new ZipEntry(namesAndContents[i]);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return Inspector.create().inspect(Artefact.of("model.pt", Bytes.of(out.toByteArray())));
  }

  private static List<String> ids(Inspected inspected) {
    return inspected.findings().stream().map(finding -> finding.rule().id()).toList();
  }
}

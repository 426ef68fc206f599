package dev.countersign.guard.prompt.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers that are opened by modules in a folder. */
class ClassifierFilesTest {
  @TempDir private Path folder;

  /** What a module brings. */
  public static final class Opener implements ClassifierOpener {
    @Override
    public PromptClassifier open(Path file) throws IOException {
      return WindowClassifier.of(
          Files.readString(file), "00", Calibration.of(0, new double[1]), 20, String::length);
    }
  }

  private void installed(String opener) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("module.jar"));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("META-INF/services/" + ClassifierOpener.class.getName()));
      jar.write(opener.getBytes(StandardCharsets.UTF_8));
    }
  }

  private PromptClassifier open(String file) throws IOException {
    return ClassifierFiles.open(folder.resolve(file), Optional.of(folder));
  }

  @Test
  void aModuleInTheFolderOpensThem() throws IOException {
    installed(Opener.class.getName());
    Files.writeString(folder.resolve("mine.json"), "mine");
    assertThat(open("mine.json").name()).isEqualTo("mine");
  }

  @Test
  void whereThereIsNoneItIsSaidHowToHaveOne() {
    assertThatThrownBy(() -> open("mine.json"))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("mine.json", "countersign-guard-onnx", "COUNTERSIGN_PLUGINS");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws IOException {
    installed(Opener.class.getName());
    assertThatThrownBy(() -> open("yours.json"))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("yours.json", "there is no such file");
  }

  @Test
  void aModuleThatIsBrokenIsNoCrash() throws IOException {
    installed("dev.example.NotThere");
    assertThatThrownBy(() -> open("mine.json"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dev.example.NotThere");
  }
}

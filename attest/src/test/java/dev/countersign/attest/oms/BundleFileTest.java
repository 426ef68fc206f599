package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.signer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFileTest {
  @TempDir Path temp;

  @Test
  void liesInAFolderOrBesideAFile() throws Exception {
    Path file = Files.createFile(temp.resolve("model.onnx"));
    assertThat(BundleFile.of(temp)).isEqualTo(temp.resolve("model.sig"));
    assertThat(BundleFile.of(file)).isEqualTo(temp.resolve("model.onnx.sig"));
  }

  @Test
  void replacesWhatWasThereAndLeavesNothingElse() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Files.writeString(model.bundle(), "an old one");
    assertThat(model.signed().verified().files()).isEqualTo(2);
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).containsExactlyInAnyOrder(model.folder(), model.bundle());
    }
  }

  @Test
  void staysAsItWasIfSigningFails() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Files.writeString(model.bundle(), "an old one");
    OmsSigner failing =
        OmsSigner.of(
            new Signer() {
              @Override
              public Bundle sign(byte[] payload, String type) throws SigningFailed {
                throw new SigningFailed("The token was pulled out.");
              }

              @Override
              public String describe() {
                return "a token";
              }
            });
    assertThatThrownBy(() -> model.sign(failing)).isInstanceOf(SigningFailed.class);
    assertThat(model.bundle()).hasContent("an old one");
  }

  @Test
  void whatAKilledSignerLeftIsSweptAndNeverSigned() throws Exception {
    ModelOnDisk model =
        ModelOnDisk.small(temp).with(".model.sig.1999999999.countersign-draft", "x");
    model.with(".other.sig.1999999999.countersign-draft", "x");
    assertThatThrownBy(() -> signer().sign(model.folder(), model.file("model.sig")))
        .hasMessageContaining(".other.sig.1999999999.countersign-draft is a draft");
    assertThat(model.file(".model.sig.1999999999.countersign-draft")).doesNotExist();
    model.without(".other.sig.1999999999.countersign-draft");
    signer().sign(model.folder(), model.file("model.sig"));
    assertThat(ModelOnDisk.verifier().verify(model.folder()))
        .isInstanceOf(OmsVerification.Verified.class);
  }

  @Test
  void aDraftOfASignerThatLivesIsLeftAlone() throws Exception {
    long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElseThrow();
    Path draft = Files.createFile(temp.resolve(".fraud.sig." + parent + ".countersign-draft"));
    ModelOnDisk.small(temp).signed();
    assertThat(draft).exists();
  }

  @Test
  void oneOfMoreThan64MiBIsNotRead() throws Exception {
    Path file = temp.resolve("huge.sig");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertThatThrownBy(() -> BundleFile.read(file)).isInstanceOf(MalformedBundle.class);
  }

  @Test
  void aFolderThatIsNotThereIsAnErrorAndNotMade() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Path nowhere = temp.resolve("nowhere/model.sig");
    assertThatThrownBy(() -> signer().sign(model.folder(), nowhere))
        .isInstanceOf(IOException.class);
    assertThat(nowhere.getParent()).doesNotExist();
  }

  @Test
  void aNameThatCannotBeRecordedIsRefused() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    for (String name : List.of("a*.sig", "a?.sig", "[a].sig")) {
      assertThatThrownBy(() -> signer().sign(model.folder(), model.file(name)))
          .isInstanceOf(UnfitModel.class)
          .hasMessageContaining("Name it otherwise");
    }
  }
}

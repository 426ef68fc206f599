package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.names;
import static dev.countersign.attest.oms.ModelOnDisk.signer;
import static dev.countersign.attest.oms.ModelOnDisk.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymlinksTest {
  @TempDir Path temp;
  private ModelOnDisk model;
  private Path outside;

  @BeforeEach
  void aModelAndAFileOutsideIt() throws Exception {
    model = ModelOnDisk.small(temp);
    outside = Files.writeString(temp.resolve("secret"), "of the machine");
  }

  @Test
  void aLinkIsAnErrorUnlessTheSignerAllowsIt() throws Exception {
    model.link("latest", "config.json").link("more", "weights").link("dead", "nowhere");
    assertThatThrownBy(() -> model.sign(signer()))
        .isInstanceOfSatisfying(
            UnfitModel.class,
            unfit ->
                assertThat(unfit.problems())
                    .hasSize(3)
                    .allMatch(problem -> problem.contains("is a symbolic link. Replace it")));
    assertThat(model.bundle()).doesNotExist();
  }

  @Test
  void aLinkThatAppearsLaterIsFoundAlsoOneToTheVeryBytes() throws Exception {
    model.signed();
    Files.move(model.file("config.json"), temp.resolve("moved"));
    model.link("config.json", "../moved");
    assertThat(model.refused().detail()).startsWith("config.json is a symbolic link.");
    assertThat(model.refused(verifier().ignoringUnsignedFiles()).detail())
        .startsWith("config.json is a symbolic link.");
    assertThat(model.refused(verifier().followingLinksAnywhere()).reason())
        .isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
  }

  @Test
  void linksInsideAreFollowedUnderTheirOwnNames() throws Exception {
    model.link("latest", "config.json").link("more", "weights").link("again", "latest");
    OmsManifest manifest = model.sign(signer().symlinks(Symlinks.INSIDE)).manifest();
    assertThat(names(manifest))
        .containsExactly("again", "config.json", "latest", "more/a.bin", "weights/a.bin");
    assertThat(manifest.serialization().allowSymlinks()).isTrue();
    assertThat(model.verified().files()).isEqualTo(5);
    assertThat(model.verified(verifier().ignoringUnsignedFiles()).files()).isEqualTo(5);
  }

  @Test
  void aFollowedLinkMayBecomeAFileOfTheSameBytesAndBack() throws Exception {
    model.link("latest", "config.json").sign(signer().symlinks(Symlinks.INSIDE));
    model.without("latest").with("latest", "{}");
    assertThat(model.verified().files()).isEqualTo(3);
  }

  @Test
  void aLinkOutOfTheModelIsFollowedOnlyIfBothSidesWantIt() throws Exception {
    model.link("out", outside.toString());
    assertThatThrownBy(() -> model.sign(signer().symlinks(Symlinks.INSIDE)))
        .hasMessageContaining("out is a symbolic link out of the model");
    model.sign(signer().symlinks(Symlinks.ANYWHERE));
    assertThat(model.refused().detail()).startsWith("out is a symbolic link out of the model.");
    assertThat(model.refused(verifier().ignoringUnsignedFiles()).detail())
        .startsWith("out is a symbolic link out of the model.");
    assertThat(model.verified(verifier().followingLinksAnywhere()).files()).isEqualTo(3);
  }

  @Test
  void aFolderOutsideIsNotReachedThroughALink() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("elsewhere/deep"));
    Files.writeString(folder.resolve("x"), "x");
    model.link("out", "../elsewhere");
    assertThatThrownBy(() -> model.sign(signer().symlinks(Symlinks.INSIDE)))
        .hasMessageContaining("out is a symbolic link out of the model");
    assertThat(names(model.sign(signer().symlinks(Symlinks.ANYWHERE)).manifest()))
        .contains("out/deep/x");
  }

  @Test
  void circlesAreErrorsAndEnd() throws Exception {
    model.link("here", ".").link("weights/up", "..").link("self", "self").link("a", "b");
    model.link("b", "a");
    for (Symlinks policy : new Symlinks[] {Symlinks.INSIDE, Symlinks.ANYWHERE}) {
      assertThatThrownBy(() -> model.sign(signer().symlinks(policy)))
          .isInstanceOfSatisfying(
              UnfitModel.class, unfit -> assertThat(unfit.problems()).hasSize(5));
    }
  }

  @Test
  void twoFoldersThatLinkToEachOtherAreACircle() throws Exception {
    model.with("x/f", "f").with("y/g", "g").link("x/to-y", "../y").link("y/to-x", "../x");
    assertThatThrownBy(() -> model.sign(signer().symlinks(Symlinks.INSIDE)))
        .isInstanceOf(UnfitModel.class);
  }

  @Test
  void aFewLinksDoNotMakeAWalkWithoutEnd() throws Exception {
    for (int i = 0; i < 60; i++) {
      Files.createDirectories(model.file("d" + i));
      model.link("d" + i + "/a", "../d" + (i + 1)).link("d" + i + "/b", "../d" + (i + 1));
    }
    Files.createDirectories(model.file("d60"));
    ModelWalk walk =
        new ModelWalk(model.folder().toRealPath(), IgnoredPaths.usual(), Symlinks.INSIDE, 1_000);
    assertThatThrownBy(walk::go)
        .isInstanceOf(UnfitModel.class)
        .hasMessageContaining("more than 1000 files and folders");
  }

  @Test
  void theModelItselfMayBeNamedByALinkIfItIsAFolder() throws Exception {
    model.signed();
    Path link = Files.createSymbolicLink(temp.resolve("current"), model.folder());
    assertThat(verifier().verify(link, model.bundle())).isInstanceOf(Verified.class);
  }

  @Test
  void aModelOfOneFileThatIsALinkIsRefused() throws Exception {
    Path file = Files.writeString(temp.resolve("model.onnx"), "x");
    Path bundle = BundleFile.of(file);
    signer().sign(file, bundle);
    Path link = Files.createSymbolicLink(temp.resolve("current.onnx"), file);
    assertThatThrownBy(() -> signer().sign(link, temp.resolve("s"))).isInstanceOf(UnfitModel.class);
    Files.move(file, temp.resolve("moved"));
    Files.createSymbolicLink(file, temp.resolve("moved"));
    assertThat(((Refused) verifier().verify(file, bundle)).detail()).contains("is a symbolic link");
  }

  @Test
  void whatIsIgnoredMayBeALink() throws Exception {
    model.signed().link("cache", outside.toString());
    assertThat(model.verified(verifier().ignoring(List.of("cache"))).notes())
        .containsExactly("Not covered by the signature, but there: cache.");
  }

  @Test
  void aPipeIsNeitherOpenedNorSigned() throws Exception {
    Process pipe = new ProcessBuilder("mkfifo", model.file("pipe").toString()).start();
    assumeTrue(pipe.waitFor() == 0, "needs mkfifo");
    assertThatThrownBy(() -> model.sign(signer())).hasMessageContaining("pipe is a special file");
  }
}

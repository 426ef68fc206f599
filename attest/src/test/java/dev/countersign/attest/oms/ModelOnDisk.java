package dev.countersign.attest.oms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;

/** A model in a folder, with its signature beside the folder, and Ada, who signs it. */
final class ModelOnDisk {
  static final KeyPair ADA = NewKeys.generate(KeyKind.P256);
  static final TrustPolicy POLICY = TrustPolicy.key(ADA.getPublic());

  private final Path folder;
  private final Path bundle;

  ModelOnDisk(Path parent, String name) throws IOException {
    folder = Files.createDirectories(parent.resolve(name));
    bundle = parent.resolve(name + ".sig");
  }

  /** Two files, one of them in a folder. */
  static ModelOnDisk small(Path parent) throws IOException {
    return new ModelOnDisk(parent, "fraud")
        .with("config.json", "{}")
        .with("weights/a.bin", "weights of a");
  }

  static Signer ada() {
    return Signers.key(ADA.getPrivate(), ADA.getPublic());
  }

  static OmsSigner signer() {
    return OmsSigner.of(ada());
  }

  static OmsVerifier verifier() {
    return OmsVerifier.of(POLICY);
  }

  Path folder() {
    return folder;
  }

  Path bundle() {
    return bundle;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  ModelOnDisk with(String name, String content) throws IOException {
    return with(name, content.getBytes(UTF_8));
  }

  ModelOnDisk with(String name, byte[] content) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.write(file(name), content);
    return this;
  }

  ModelOnDisk without(String name) throws IOException {
    Files.delete(file(name));
    return this;
  }

  ModelOnDisk link(String name, String target) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.createSymbolicLink(file(name), Path.of(target));
    return this;
  }

  ModelOnDisk signed() throws Exception {
    sign(signer());
    return this;
  }

  OmsSigner.Signed sign(OmsSigner signer) throws Exception {
    return signer.sign(folder, bundle);
  }

  /** Ada signs that text as a statement, whatever it says. */
  ModelOnDisk signedAs(String statement) throws Exception {
    BundleFile.write(bundle, ada().sign(statement.getBytes(UTF_8), Statement.PAYLOAD_TYPE));
    return this;
  }

  OmsVerification verify(OmsVerifier verifier) throws Exception {
    return verifier.verify(folder, bundle);
  }

  Verified verified() throws Exception {
    return verified(verifier());
  }

  Verified verified(OmsVerifier verifier) throws Exception {
    OmsVerification verification = verify(verifier);
    if (verification instanceof Refused refused) {
      throw new AssertionError(refused.toString());
    }
    return (Verified) verification;
  }

  Refused refused() throws Exception {
    return refused(verifier());
  }

  Refused refused(OmsVerifier verifier) throws Exception {
    OmsVerification verification = verify(verifier);
    if (verification instanceof Verified verified) {
      throw new AssertionError(verified.toString());
    }
    return (Refused) verification;
  }

  static List<String> names(OmsManifest manifest) {
    return manifest.resources().stream().map(OmsManifest.Resource::name).toList();
  }
}

package dev.countersign.gateway;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Subject;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model, a key, and profiles for the model that are signed with the key. */
final class Signed {
  private static final KeyPair KEY = NewKeys.generate(KeyKind.P256);
  private static final Signer SIGNER = Signers.key(KEY.getPrivate(), KEY.getPublic());
  private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);

  private Signed() {}

  /** Writes all of it into a folder. */
  static void into(Path folder) throws IOException {
    Files.write(folder.resolve("model.bin"), MODEL);
    Files.write(folder.resolve("key.pub.pem"), PublicKeys.pem(KEY.getPublic()));
    Files.write(folder.resolve("guard.key.pem"), NewKeys.pem(KEY.getPrivate()));
    for (Gate gate : Gate.values()) {
      profile(folder.resolve(gate.word() + ".json"), gate, JsonNodeFactory.instance.objectNode());
    }
  }

  /** Writes a profile with these settings. */
  static void profile(Path file, Gate gate, ObjectNode settings) throws IOException {
    GuardProfile profile =
        new GuardProfile(
            gate,
            List.of(Subject.sha256("model.bin", modelDigest())),
            List.of(),
            Instant.parse("2026-11-20T08:00:00Z"),
            "countersign test",
            Map.of(),
            settings);
    try {
      Files.write(file, SIGNER.sign(profile.statement()).toJson());
    } catch (SigningFailed failed) {
      throw new IllegalStateException(failed);
    }
  }

  static String modelDigest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(MODEL));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

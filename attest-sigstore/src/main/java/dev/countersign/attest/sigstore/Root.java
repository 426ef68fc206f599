package dev.countersign.attest.sigstore;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a trusted root: the keys and certificates that all of Sigstore's proof hangs on. */
final class Root {
  /** The public instance's is some ten thousand bytes. */
  private static final Limits LIMITS = new Limits(4 << 20, 32);

  private static final List<String> LOGS = List.of("tlogs", "ctlogs");
  private static final List<String> AUTHORITIES =
      List.of("certificateAuthorities", "timestampAuthorities");

  private Root() {}

  static SigstoreTrustedRoot parse(Optional<byte[]> json) throws NotVerified {
    if (json.isEmpty()) {
      throw new NotVerified(
          Reason.UNSUPPORTED,
          "Signed with Sigstore, but no trusted root is given to verify it by.",
          "Get one with countersign trust root --online --out FILE, commit it, and name it in"
              + " countersign-trust.yaml: sigstore: { trusted-root: FILE }.");
    }
    requireStrict(json.get());
    return Attempt.of(() -> SigstoreTrustedRoot.from(new ByteArrayInputStream(json.get())))
        .orElseThrow(() -> unusable("is none that can be read"));
  }

  private static void requireStrict(byte[] json) throws NotVerified {
    try {
      requireStarts(StrictJson.object(json, LIMITS));
    } catch (MalformedJson e) {
      throw unusable("is no strict JSON");
    }
  }

  /** The library takes a missing start of validity for "always"; it may not be missing. */
  private static void requireStarts(ObjectNode json) throws NotVerified {
    boolean all =
        LOGS.stream().allMatch(list -> started(json.path(list), "/publicKey/validFor/start"))
            && AUTHORITIES.stream().allMatch(list -> started(json.path(list), "/validFor/start"));
    if (!all) {
      throw unusable("does not say since when each key and certificate is valid");
    }
  }

  private static boolean started(JsonNode list, String pointer) {
    return list.valueStream().allMatch(item -> item.at(pointer).isString());
  }

  private static NotVerified unusable(String why) {
    return NotVerified.root(Reason.UNSUPPORTED, "The Sigstore trusted root %s.".formatted(why));
  }
}

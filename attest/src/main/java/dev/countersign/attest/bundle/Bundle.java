package dev.countersign.attest.bundle;

import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.MalformedEnvelope;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Sigstore bundle that holds a DSSE envelope: one file, one signed statement. The versions 0.1 to
 * 0.3 are read, and the forms that OMS wrote before its version 1.0; 0.3 is written.
 *
 * @param material what it says that it can be verified with
 * @param envelope what is signed, with its one signature
 * @param json the whole bundle as it was read; must not be changed
 */
public record Bundle(VerificationMaterial material, Envelope envelope, ObjectNode json) {
  /** The media type that is written. */
  public static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          MEDIA_TYPE,
          "application/vnd.dev.sigstore.bundle+json;version=0.1",
          "application/vnd.dev.sigstore.bundle+json;version=0.2",
          "application/vnd.dev.sigstore.bundle+json;version=0.3");

  /** Reads a bundle. */
  public static Bundle parse(byte[] json) throws MalformedBundle {
    try {
      return of(StrictJson.object(json));
    } catch (MalformedJson e) {
      throw new MalformedBundle(e.getMessage());
    } catch (MalformedEnvelope e) {
      throw new MalformedBundle(e.getMessage());
    }
  }

  /** Makes a bundle of version 0.3. */
  public static Bundle of(VerificationMaterial material, Envelope envelope) {
    return new Bundle(material, envelope, BundleJson.write(material, envelope));
  }

  /** The bytes of its file. */
  public byte[] toJson() {
    return StrictJson.pretty(json);
  }

  private static Bundle of(ObjectNode json) throws MalformedBundle, MalformedEnvelope {
    requireMediaType(json.path("mediaType"));
    Envelope envelope = Envelope.of(envelope(json));
    if (envelope.signatures().size() != 1) {
      throw new MalformedBundle(
          "A Sigstore bundle has exactly one signature; this has %d."
              .formatted(envelope.signatures().size()));
    }
    return new Bundle(MaterialReader.read(json.path("verificationMaterial")), envelope, json);
  }

  private static void requireMediaType(JsonNode type) throws MalformedBundle {
    if (!type.isString()) {
      throw new MalformedBundle("No Sigstore bundle: the text \"mediaType\" is missing.");
    }
    if (!MEDIA_TYPES.contains(type.stringValue())) {
      throw new MalformedBundle(
          "\"mediaType\" is none of the Sigstore bundles of version 0.1 to 0.3.");
    }
  }

  private static ObjectNode envelope(ObjectNode json) throws MalformedBundle {
    if (json.has("messageSignature")) {
      throw new MalformedBundle(
          "The bundle holds a bare signature (\"messageSignature\"); a statement in a"
              + " \"dsseEnvelope\" was expected.");
    }
    if (json.path("dsseEnvelope") instanceof ObjectNode envelope) {
      return envelope;
    }
    throw new MalformedBundle("The bundle has no object \"dsseEnvelope\".");
  }
}

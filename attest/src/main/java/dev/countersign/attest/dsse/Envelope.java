package dev.countersign.attest.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DSSE envelope (envelope.md). Nothing in it is believed before a signature is verified over
 * {@link #preAuthenticationEncoding}.
 *
 * @param payloadType media type or URI; signed along with the payload
 * @param payload the signed bytes
 * @param signatures at least one; their order means nothing
 */
public record Envelope(String payloadType, byte[] payload, List<Sig> signatures) {
  /** More signatures are not looked at. */
  public static final int MOST_SIGNATURES = 16;

  public Envelope {
    payload = payload.clone();
    signatures = List.copyOf(signatures);
  }

  /** Reads an envelope. Members that it does not know are passed over, as envelope.md says. */
  public static Envelope of(ObjectNode json) throws MalformedEnvelope {
    String type = text(json, "payloadType");
    byte[] payload = bytes(json, "payload");
    return new Envelope(type, payload, signatures(json.path("signatures")));
  }

  /**
   * What signatures are made over (protocol.md): {@code "DSSEv1" SP LEN(type) SP type SP
   * LEN(payload) SP payload}, lengths in bytes.
   */
  public byte[] preAuthenticationEncoding() {
    return preAuthenticationEncoding(payloadType, payload);
  }

  /** The same for bytes that are not in an envelope yet. */
  public static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + type.length + 32);
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(UTF_8));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + " ").getBytes(UTF_8));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /** The JSON form, as Protobuf would write it. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("payload", Base64Text.encode(payload));
    json.put("payloadType", payloadType);
    ArrayNode list = json.putArray("signatures");
    for (Sig signature : signatures) {
      list.addObject()
          .put("sig", Base64Text.encode(signature.sig()))
          .put("keyid", signature.keyId().orElse(""));
    }
    return json;
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Envelope that
        && payloadType.equals(that.payloadType)
        && Arrays.equals(payload, that.payload)
        && signatures.equals(that.signatures);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload) + signatures.hashCode();
  }

  private static List<Sig> signatures(JsonNode json) throws MalformedEnvelope {
    if (!json.isArray() || json.isEmpty() || json.size() > MOST_SIGNATURES) {
      throw new MalformedEnvelope(
          "An envelope needs a list \"signatures\" of 1 to %d.".formatted(MOST_SIGNATURES));
    }
    List<Sig> signatures = new ArrayList<>();
    for (JsonNode item : json) {
      signatures.add(signature(item));
    }
    return signatures;
  }

  private static Sig signature(JsonNode json) throws MalformedEnvelope {
    if (!json.isObject()) {
      throw new MalformedEnvelope("A signature of the envelope is no object.");
    }
    byte[] sig = bytes(json, "sig");
    if (sig.length == 0) {
      throw new MalformedEnvelope("A signature of the envelope is empty.");
    }
    return new Sig(keyId(json.path("keyid")), sig);
  }

  /** OMS wrote null before version 1.0; Protobuf writes "" for none. */
  private static Optional<String> keyId(JsonNode json) throws MalformedEnvelope {
    if (json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    if (!json.isString()) {
      throw new MalformedEnvelope("The member \"keyid\" of a signature is no text.");
    }
    return Optional.of(json.stringValue()).filter(id -> !id.isEmpty());
  }

  private static String text(JsonNode json, String name) throws MalformedEnvelope {
    JsonNode value = json.path(name);
    if (!value.isString()) {
      throw new MalformedEnvelope("The envelope has no text \"%s\".".formatted(name));
    }
    return value.stringValue();
  }

  private static byte[] bytes(JsonNode json, String name) throws MalformedEnvelope {
    try {
      return Base64Text.decode(text(json, name));
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelope(
          "The member \"%s\" of the envelope is no strict Base64.".formatted(name));
    }
  }
}

package dev.countersign.attest.bundle;

import dev.countersign.attest.dsse.Base64Text;
import dev.countersign.attest.dsse.Envelope;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a bundle of version 0.3. */
final class BundleJson {
  private BundleJson() {}

  static ObjectNode write(VerificationMaterial material, Envelope envelope) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mediaType", Bundle.MEDIA_TYPE);
    write(material, json.putObject("verificationMaterial"));
    json.set("dsseEnvelope", envelope.toJson());
    return json;
  }

  private static void write(VerificationMaterial material, ObjectNode json) {
    if (material instanceof VerificationMaterial.Key key) {
      ObjectNode publicKey = json.putObject("publicKey");
      key.hint().ifPresent(hint -> publicKey.put("hint", hint));
      key.rawBytes().ifPresent(bytes -> publicKey.put("rawBytes", Base64Text.encode(bytes)));
      json.putArray("tlogEntries");
    } else if (material instanceof VerificationMaterial.Chain chain) {
      ArrayNode list = json.putObject("x509CertificateChain").putArray("certificates");
      chain.certificates().forEach(certificate -> list.add(certificate(certificate)));
      json.putArray("tlogEntries");
    } else {
      throw new IllegalArgumentException("only Sigstore's own client makes such a bundle");
    }
  }

  private static ObjectNode certificate(X509Certificate certificate) {
    try {
      return JsonNodeFactory.instance
          .objectNode()
          .put("rawBytes", Base64Text.encode(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }
}

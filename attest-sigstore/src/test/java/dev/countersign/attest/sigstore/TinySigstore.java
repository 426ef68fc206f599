package dev.countersign.attest.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.dsse.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A whole Sigstore that lives for one test: an authority, a certificate log, a transparency log,
 * and the trusted root that names them.
 */
final class TinySigstore {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant SIGNED = Instant.parse("2026-06-01T12:00:00Z");
  static final String ISSUER = "https://issuer.example";
  static final String SUBJECT = "ada@bank.example";

  private static final String HOST = "log.example";
  private static final ASN1ObjectIdentifier SCTS =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  private static final ASN1ObjectIdentifier ISSUER_OID =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.8");

  private final KeyPair authority = pair();
  private final KeyPair certificateLog = pair();
  private final KeyPair log = pair();
  private final X509Certificate root = root();

  /** How to sign; change what is to be wrong. */
  static final class Order {
    String payload = statement("model ü");
    String payloadType = "application/vnd.in-toto+json";
    Instant certified = SIGNED;
    Instant logged = SIGNED.plusSeconds(5);
    boolean codeSigning = true;
    String bodySignature = "";
  }

  static String statement(String name) {
    return """
    {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"%s","digest":{"sha256":"%s"}}],\
    "predicateType":"https://example.com/v1","predicate":{}}\
    """
        .formatted(name, "ab".repeat(32));
  }

  Bundle sign(Order order) throws GeneralSecurityException, MalformedBundle {
    return Bundle.parse(json(order).getBytes(UTF_8));
  }

  String json(Order order) throws GeneralSecurityException {
    KeyPair key = pair();
    X509Certificate leaf = leaf(key, order);
    byte[] payload = order.payload.getBytes(UTF_8);
    byte[] signature =
        sign(key.getPrivate(), Envelope.preAuthenticationEncoding(order.payloadType, payload));
    String body =
        body(
            payload, order.bodySignature.isEmpty() ? base64(signature) : order.bodySignature, leaf);
    return """
    {"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json",
    "verificationMaterial":{"certificate":{"rawBytes":"%s"},"tlogEntries":[%s]},
    "dsseEnvelope":{"payload":"%s","payloadType":"%s","signatures":[{"sig":"%s"}]}}
    """
        .formatted(
            base64(leaf.getEncoded()),
            entry(body, order.logged),
            base64(payload),
            order.payloadType,
            base64(signature));
  }

  byte[] trustedRoot() throws GeneralSecurityException {
    return """
    {"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    "tlogs":[%s],"ctlogs":[%s],"timestampAuthorities":[],
    "certificateAuthorities":[{"subject":{"organization":"tiny","commonName":"tiny"},
    "uri":"https://ca.example","certChain":{"certificates":[{"rawBytes":"%s"}]},
    "validFor":{"start":"%s"}}]}
    """
        .formatted(
            logKey(HOST, log),
            logKey("ct.example", certificateLog),
            base64(root.getEncoded()),
            START)
        .getBytes(UTF_8);
  }

  private static String logKey(String host, KeyPair key) throws GeneralSecurityException {
    return """
    {"baseUrl":"https://%s","hashAlgorithm":"SHA2_256","publicKey":{"rawBytes":"%s",
    "keyDetails":"PKIX_ECDSA_P256_SHA_256","validFor":{"start":"%s"}},"logId":{"keyId":"%s"}}\
    """
        .formatted(
            host,
            base64(key.getPublic().getEncoded()),
            START,
            base64(sha256(key.getPublic().getEncoded())));
  }

  private static String body(byte[] payload, String signature, X509Certificate leaf)
      throws GeneralSecurityException {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(leaf.getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return """
    {"apiVersion":"0.0.1","kind":"dsse","spec":{"envelopeHash":{"algorithm":"sha256","value":"%s"},\
    "payloadHash":{"algorithm":"sha256","value":"%s"},"signatures":[{"signature":"%s","verifier":"%s"}]}}\
    """
        .formatted(
            hex(sha256(payload)), hex(sha256(payload)), signature, base64(pem.getBytes(UTF_8)));
  }

  /** The second of two leaves. */
  private String entry(String body, Instant time) throws GeneralSecurityException {
    byte[] leaf = sha256(new byte[] {0}, body.getBytes(UTF_8));
    byte[] sibling = sha256(new byte[] {0}, "another entry".getBytes(UTF_8));
    byte[] top = sha256(new byte[] {1}, sibling, leaf);
    String id = base64(id());
    return """
    {"logIndex":"1","logId":{"keyId":"%s"},"kindVersion":{"kind":"dsse","version":"0.0.1"},
    "integratedTime":"%d","inclusionPromise":{"signedEntryTimestamp":"%s"},
    "inclusionProof":{"logIndex":"1","rootHash":"%s","treeSize":"2","hashes":["%s"],
    "checkpoint":{"envelope":%s}},"canonicalizedBody":"%s"}\
    """
        .formatted(
            id,
            time.getEpochSecond(),
            base64(promise(body, time)),
            base64(top),
            base64(sibling),
            checkpoint(top),
            base64(body.getBytes(UTF_8)));
  }

  private byte[] promise(String body, Instant time) throws GeneralSecurityException {
    String promised =
        "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":1}"
            .formatted(base64(body.getBytes(UTF_8)), time.getEpochSecond(), hex(id()));
    return sign(log.getPrivate(), promised.getBytes(UTF_8));
  }

  private String checkpoint(byte[] top) throws GeneralSecurityException {
    String head = HOST + " - 1\n2\n" + base64(top) + "\n";
    byte[] signature = sign(log.getPrivate(), head.getBytes(UTF_8));
    byte[] hinted = concat(Arrays.copyOf(id(), 4), signature);
    return "\"%s\""
        .formatted((head + "\n\u2014 " + HOST + " " + base64(hinted) + "\n").replace("\n", "\\n"));
  }

  private byte[] id() throws GeneralSecurityException {
    return sha256(log.getPublic().getEncoded());
  }

  private X509Certificate root() {
    try {
      X509v3CertificateBuilder builder =
          builder("CN=tiny", authority, START, START.plusSeconds(400_000_000));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      return certificate(builder);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate leaf(KeyPair key, Order order) throws GeneralSecurityException {
    try {
      X509v3CertificateBuilder builder =
          builder("", key, order.certified, order.certified.plusSeconds(600));
      builder.addExtension(
          Extension.subjectAlternativeName,
          true,
          new GeneralNames(new GeneralName(GeneralName.rfc822Name, SUBJECT)));
      builder.addExtension(ISSUER_OID, false, new DERUTF8String(ISSUER));
      if (order.codeSigning) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
      }
      byte[] toBeSigned = certificate(builder).getTBSCertificate();
      builder.addExtension(SCTS, false, new DEROctetString(certified(toBeSigned, order.certified)));
      return certificate(builder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509v3CertificateBuilder builder(
      String subject, KeyPair key, Instant from, Instant until) {
    return new JcaX509v3CertificateBuilder(
        new X500Name("CN=tiny"),
        BigInteger.TEN,
        Date.from(from),
        Date.from(until),
        new X500Name(subject),
        key.getPublic());
  }

  private X509Certificate certificate(X509v3CertificateBuilder builder)
      throws GeneralSecurityException {
    try {
      ContentSigner signer =
          new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (org.bouncycastle.operator.OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** A list of one signed certificate timestamp: RFC 6962, sections 3.2 and 3.3. */
  private byte[] certified(byte[] toBeSigned, Instant time)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(signed);
    out.writeShort(0);
    out.writeLong(time.toEpochMilli());
    out.writeShort(1);
    out.write(sha256(authority.getPublic().getEncoded()));
    out.writeByte(toBeSigned.length >> 16);
    out.writeShort(toBeSigned.length);
    out.write(toBeSigned);
    out.writeShort(0);
    byte[] signature = sign(certificateLog.getPrivate(), signed.toByteArray());
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    DataOutputStream sct = new DataOutputStream(list);
    int size = 1 + 32 + 8 + 2 + 4 + signature.length;
    sct.writeShort(size + 2);
    sct.writeShort(size);
    sct.writeByte(0);
    sct.write(sha256(certificateLog.getPublic().getEncoded()));
    sct.writeLong(time.toEpochMilli());
    sct.writeShort(0);
    sct.writeByte(4);
    sct.writeByte(3);
    sct.writeShort(signature.length);
    sct.write(signature);
    return list.toByteArray();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }

  private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
